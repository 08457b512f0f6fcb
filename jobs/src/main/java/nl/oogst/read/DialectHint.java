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
 */
public record DialectHint(
    String encoding,
    String delimiter,
    String quoteChar,
    String escapeChar,
    List<Integer> headerRows)
    implements Serializable {

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

  /**
   * Reads a Frictionless Table Dialect; what it does not name is sniffed, and what reading does not
   * use ({@code $schema}, {@code lineTerminator}, …) is passed over.
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
    return new DialectHint(
        text(json, "encoding"), text(json, "delimiter"), quote, escape, headerRows(json));
  }

  private static String text(JsonNode json, String property) {
    JsonNode value = json.path(property);
    if (value.isMissingNode()) {
      return null;
    }
    // in a dialect null means: there is none
    if (value.isNull() && property.endsWith("Char")) {
      return "";
    }
    if (!value.isTextual()) {
      throw new IllegalArgumentException(property + " must be text");
    }
    return value.textValue();
  }

  private static List<Integer> headerRows(JsonNode json) {
    JsonNode rows = json.path("headerRows");
    if (rows.isMissingNode()) {
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
