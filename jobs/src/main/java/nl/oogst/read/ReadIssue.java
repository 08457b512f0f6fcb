package nl.oogst.read;

import static java.util.Objects.requireNonNull;

import nl.oogst.model.IssueCode;

/**
 * Something tolerated while reading.
 *
 * @param line physical line of the record's start, from 1; row number in a sheet
 * @param column the cell concerned, from 0; -1 for the whole record
 * @param found what stood there, without the content of cells
 * @param expected what should have stood there
 * @param treatment how it was read
 */
public record ReadIssue(
    IssueCode code, long line, int column, String found, String expected, String treatment) {
  public ReadIssue {
    requireNonNull(code, "code");
    requireNonNull(found, "found");
    requireNonNull(expected, "expected");
    requireNonNull(treatment, "treatment");
  }
}
