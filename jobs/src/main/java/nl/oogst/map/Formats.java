package nl.oogst.map;

import java.io.Serializable;

/**
 * How a table writes numbers and dates, as a profile declares it; null where it does not.
 *
 * @param decimalChar {@code ,} or {@code .}
 * @param groupChar the mark between thousands
 * @param date a pattern such as {@code d-M-yyyy}
 */
public record Formats(String decimalChar, String groupChar, String date) implements Serializable {
  /** Nothing is declared. */
  public static final Formats NONE = new Formats(null, null, null);
}
