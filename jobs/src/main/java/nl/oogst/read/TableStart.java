package nl.oogst.read;

import java.util.List;

/**
 * What is known of a table before its records are read.
 *
 * @param file the file inside the delivery, such as {@code export.zip/plaatsingen.csv}
 * @param sheet the sheet; the path of the array in a JSON document; null for text
 * @param headers the joined header, one a column; {@code column_1}… when there is none
 * @param decisions every choice made, with its reason
 * @param sample the first data rows, at most 200, for judging columns
 */
public record TableStart(
    String file,
    String sheet,
    Format format,
    Dialect dialect,
    List<String> headers,
    List<Decision> decisions,
    List<List<String>> sample) {
  public TableStart {
    headers = List.copyOf(headers);
    decisions = List.copyOf(decisions);
    sample = List.copyOf(sample);
  }

  /** Whether the names of the columns stand in the file; else they are {@code column_1}…. */
  public boolean hasHeader() {
    return !dialect.headerRows().isEmpty() || format == Format.JSON || format == Format.JSON_LINES;
  }
}
