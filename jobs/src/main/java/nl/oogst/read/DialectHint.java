package nl.oogst.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serializable;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
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
 * @param skipInitialSpace whether spaces in front of a cell are no part of it; null and false: they
 *     are
 * @param commentChar what a line that is no record starts with
 * @param headerJoin what stands between the names when several header rows are joined; a space when
 *     null
 */
public record DialectHint(
    String encoding,
    String delimiter,
    String quoteChar,
    String escapeChar,
    List<Integer> headerRows,
    Boolean skipInitialSpace,
    String commentChar,
    String headerJoin)
    implements Serializable {

  /** Nothing is known. */
  public static final DialectHint NONE = new DialectHint(null, null, null, null, null);

  /** The parts that a source profile names. */
  public DialectHint(
      String encoding,
      String delimiter,
      String quoteChar,
      String escapeChar,
      List<Integer> headerRows) {
    this(encoding, delimiter, quoteChar, escapeChar, headerRows, null, null, null);
  }

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
    if (commentChar != null && (commentChar.isEmpty() || !isAscii(commentChar))) {
      throw new IllegalArgumentException("commentChar must be ASCII, found " + commentChar);
    }
    if (headerRows != null) {
      for (int row : headerRows) {
        if (row < 1) {
          throw new IllegalArgumentException("headerRows count from 1, found " + row);
        }
      }
      headerRows = headerRows.stream().sorted().distinct().toList();
    }
  }

  /**
   * Reads a Frictionless Table Dialect; what it does not name, and an empty delimiter, is sniffed.
   * What reading does not use ({@code $schema}, {@code lineTerminator}, …) is passed over: CR, LF
   * and CRLF all end a line.
   *
   * @throws IllegalArgumentException naming the property that is not as it should be
   */
  public static DialectHint parse(JsonNode json) {
    if (!json.isObject()) {
      throw new IllegalArgumentException("a dialect must be a JSON object");
    }
    String quote = text(json, "quoteChar");
    String escape = text(json, "escapeChar");
    JsonNode doubled = json.path("doubleQuote");
    if (escape == null && doubled.isBoolean()) {
      escape = doubled.booleanValue() ? (quote == null || quote.isEmpty() ? "\"" : quote) : "";
    }
    String delimiter = text(json, "delimiter");
    JsonNode skip = json.path("skipInitialSpace");
    return new DialectHint(
        text(json, "encoding"),
        delimiter == null || delimiter.isEmpty() ? null : delimiter,
        quote,
        escape,
        headerRows(json),
        skip.isBoolean() ? skip.booleanValue() : null,
        commentChar(json),
        text(json, "headerJoin"));
  }

  private static String commentChar(JsonNode json) {
    String comment = text(json, "commentChar");
    return comment == null || comment.isEmpty() ? null : comment;
  }

  private static String text(JsonNode json, String property) {
    JsonNode value = json.path(property);
    if (value.isMissingNode()) {
      return null;
    }
    // in a dialect null means: there is none
    if (value.isNull()) {
      return property.endsWith("Char") ? "" : null;
    }
    if (!value.isTextual()) {
      throw new IllegalArgumentException(property + " must be text");
    }
    return value.textValue();
  }

  private static List<Integer> headerRows(JsonNode json) {
    JsonNode rows = json.path("headerRows");
    if (rows.isMissingNode() || rows.isNull()) {
      boolean none = json.path("header").isBoolean() && !json.path("header").booleanValue();
      return none ? List.of() : null;
    }
    if (!rows.isArray()) {
      throw new IllegalArgumentException("headerRows must be a list of row numbers");
    }
    List<Integer> numbers = new ArrayList<>();
    for (JsonNode row : rows) {
      if (!row.isInt()) {
        throw new IllegalArgumentException("headerRows must be a list of row numbers");
      }
      numbers.add(row.intValue());
    }
    return numbers;
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 128);
  }

  private static void oneCharacterAtMost(String name, String value) {
    if (value != null && value.length() > 1) {
      throw new IllegalArgumentException(name + " must be one character, found " + value);
    }
  }

  /**
   * The character set of that name, written as Java does or as Python does; {@code
   * IllegalArgumentException} naming it when unknown.
   */
  static Charset charset(String name) {
    try {
      String plain = name.strip().replace('_', '-');
      plain = plain.endsWith("-sig") ? plain.substring(0, plain.length() - 4) : plain;
      return Charset.forName(plain.equalsIgnoreCase("latin-1") ? "ISO-8859-1" : plain);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new IllegalArgumentException("encoding is not known: " + name, e);
    }
  }
}
