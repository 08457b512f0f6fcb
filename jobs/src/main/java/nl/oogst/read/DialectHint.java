package nl.oogst.read;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;

/**
 * What is known of a file's dialect before it is read; every part that is null is sniffed.
 *
 * @param encoding name of a character set, such as {@code windows-1252}
 * @param delimiter one or more characters between cells
 * @param quoteChar the quote, or {@code ""} for none
 * @param escapeChar the escape inside quoted cells; the quote itself means doubling, {@code ""}
 *     that a quote cannot be escaped
 * @param headerRows numbers of the header rows from 1, every physical row counted; empty when there
 *     is no header
 */
public record DialectHint(
    String encoding,
    String delimiter,
    String quoteChar,
    String escapeChar,
    List<Integer> headerRows) {

  /** Nothing is known. */
  public static final DialectHint NONE = new DialectHint(null, null, null, null, null);

  /** Refuses what no file can have, with the value in the message. */
  public DialectHint {
    if (encoding != null) {
      charset(encoding);
    }
    if (delimiter != null && (delimiter.isEmpty() || delimiter.matches(".*[\r\n].*"))) {
      throw new IllegalArgumentException("delimiter must be characters of one line");
    }
    oneCharacterAtMost("quoteChar", quoteChar);
    oneCharacterAtMost("escapeChar", escapeChar);
    if (headerRows != null) {
      for (int row : headerRows) {
        if (row < 1) {
          throw new IllegalArgumentException("headerRows count from 1, found " + row);
        }
      }
      headerRows = headerRows.stream().sorted().distinct().toList();
    }
  }

  private static void oneCharacterAtMost(String name, String value) {
    if (value != null && value.length() > 1) {
      throw new IllegalArgumentException(name + " must be one character, found " + value);
    }
  }

  /** The character set of that name; {@code IllegalArgumentException} naming it when unknown. */
  static Charset charset(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new IllegalArgumentException("encoding is not known: " + name, e);
    }
  }
}
