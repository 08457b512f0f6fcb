package nl.oogst.model;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * One delivery of a proeftuin.
 *
 * @param index its number in the run, in order of proeftuin, date and folder
 * @param folder the name of its folder, which starts with the date
 * @param date its date, which is the peildatum unless its records say otherwise
 */
public record Delivery(int index, String proeftuin, String folder, LocalDate date)
    implements Serializable {}
