package nl.oogst.read;

import java.io.Serializable;

/**
 * A place in a text where a record starts, with all that reading on from there must know.
 *
 * @param offset its byte
 * @param line its physical line, from 1
 * @param charset the character set, or null while only ASCII was seen and the next other byte
 *     decides
 */
public record TextMark(long offset, long line, String charset) implements Serializable {}
