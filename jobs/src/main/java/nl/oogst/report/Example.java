package nl.oogst.report;

import java.io.Serializable;
import java.util.Comparator;

/**
 * One issue with its place, as a sender sees it.
 *
 * @param file the name inside the delivery, or null for what is about no single file
 * @param sheet the sheet of a workbook, or null
 * @param line the line or row number, 0 for what is about no single row
 * @param entity the kind of record, or null
 * @param field the canonical field or the header concerned, or null
 * @param found what stood there, masked in person fields, or null
 * @param expected what was expected, or null
 */
public record Example(
    String file,
    String sheet,
    long line,
    String entity,
    String field,
    String found,
    String expected)
    implements Comparable<Example>, Serializable {

  private static final Comparator<String> TEXT = Comparator.nullsFirst(Comparator.naturalOrder());

  /** In the order in which someone walks through the files. */
  private static final Comparator<Example> ORDER =
      Comparator.comparing(Example::file, TEXT)
          .thenComparing(Example::sheet, TEXT)
          .thenComparingLong(Example::line)
          .thenComparing(Example::field, TEXT)
          .thenComparing(Example::found, TEXT)
          .thenComparing(Example::expected, TEXT)
          .thenComparing(Example::entity, TEXT);

  @Override
  public int compareTo(Example other) {
    return ORDER.compare(this, other);
  }
}
