package nl.oogst.model;

import java.io.Serializable;

/**
 * A file of a delivery, before it is opened.
 *
 * @param index its number in the run, in order of delivery and name
 * @param delivery the number of its delivery
 * @param name the path inside the delivery, with slashes
 * @param path where it is
 * @param modified last change, in milliseconds, to see whether it changes while it is read
 * @param sha256 of its content, hexadecimal; null when it could not be read
 */
public record DeliveredFile(
    int index, int delivery, String name, String path, long bytes, long modified, String sha256)
    implements Serializable {}
