package nl.oogst.read;

import java.util.List;

/**
 * The dialect as used. For anything but delimited text only {@code headerRows} has a meaning.
 *
 * @param encoding name of the character set; null where the format fixes it
 * @param delimiter characters between cells; null where there are none
 * @param quoteChar the quote; empty for none
 * @param escapeChar equal to the quote for doubling; empty for none
 * @param lineEnd {@code CRLF}, {@code LF}, {@code CR} or {@code mixed}, as far as sniffed
 * @param commentChar what comment lines start with; empty for none
 * @param headerRows row numbers from 1, every physical row counted; empty for no header
 */
public record Dialect(
    String encoding,
    String delimiter,
    String quoteChar,
    String escapeChar,
    String lineEnd,
    String commentChar,
    List<Integer> headerRows) {
  public Dialect {
    headerRows = List.copyOf(headerRows);
  }

  /** The dialect of a format that has none: only the header rows are known. */
  static Dialect none(List<Integer> headerRows) {
    return new Dialect(null, null, "", "", null, "", headerRows);
  }

  static Dialect of(String encoding, TextFormat format, String lineEnd, String comment) {
    String quote = format.quote() == 0 ? "" : String.valueOf(format.quote());
    return new Dialect(
        encoding,
        format.delimiter(),
        quote,
        format.escapeText(),
        lineEnd,
        comment == null ? "" : comment,
        List.of());
  }

  Dialect withHeaderRows(List<Integer> rows) {
    return new Dialect(encoding, delimiter, quoteChar, escapeChar, lineEnd, commentChar, rows);
  }
}
