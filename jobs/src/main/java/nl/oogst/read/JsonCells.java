package nl.oogst.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One JSON record as cells by key. A key of the record itself is its name; what lies deeper is its
 * JSON Pointer (RFC 6901), such as {@code /werkgever/naam}.
 */
final class JsonCells {
  /**
   * One value.
   *
   * @param text {@code ""} for null
   */
  record Value(String text, CellType type) {}

  private final Map<String, Value> values = new LinkedHashMap<>();
  private final int columns;
  private boolean repeated;

  JsonCells(int columns) {
    this.columns = columns;
  }

  /** Reads the value that starts with the parser's current token, up to its last. */
  static JsonCells read(JsonParser parser, int columns) throws IOException {
    JsonCells cells = new JsonCells(columns);
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      cells.object(parser, "");
    } else if (parser.currentToken() == JsonToken.START_ARRAY) {
      cells.array(parser, "");
    } else {
      cells.put("value", scalar(parser));
    }
    return cells;
  }

  void clear() {
    values.clear();
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  Map<String, Value> values() {
    return values;
  }

  /** Whether a key stood there twice; the later value is under a key of its own. */
  boolean repeated() {
    return repeated;
  }

  private void object(JsonParser parser, String path) throws IOException {
    boolean empty = true;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      empty = false;
      String key = parser.currentName();
      parser.nextToken();
      value(parser, path, key);
    }
    if (empty && !path.isEmpty()) {
      put(path, new Value("", CellType.TEXT));
    }
  }

  private void array(JsonParser parser, String path) throws IOException {
    int i = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      value(parser, path, String.valueOf(i++));
    }
    if (i == 0 && !path.isEmpty()) {
      put(path, new Value("", CellType.TEXT));
    }
  }

  private void value(JsonParser parser, String path, String key) throws IOException {
    String pointer = path + "/" + key.replace("~", "~0").replace("/", "~1");
    switch (parser.currentToken()) {
      case START_OBJECT -> object(parser, pointer);
      case START_ARRAY -> array(parser, pointer);
      default -> put(path.isEmpty() ? key : pointer, scalar(parser));
    }
  }

  void put(String key, Value value) throws IOException {
    if (values.size() >= columns) {
      throw new StreamConstraintsException("more than " + columns + " values in a record");
    }
    String free = key;
    for (int n = 2; values.containsKey(free); n++) {
      repeated = true;
      free = key + " (" + n + ")";
    }
    values.put(free, value);
  }

  static Value scalar(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_NULL -> new Value("", CellType.TEXT);
      case VALUE_TRUE -> new Value("true", CellType.BOOLEAN);
      case VALUE_FALSE -> new Value("false", CellType.BOOLEAN);
      case VALUE_NUMBER_INT -> new Value(parser.getText(), CellType.NUMBER);
      case VALUE_NUMBER_FLOAT -> new Value(plain(parser.getText()), CellType.NUMBER);
      default -> new Value(parser.getText(), CellType.TEXT);
    };
  }

  /** The number as it was written, without exponent as long as that stays readable. */
  private static String plain(String number) {
    if (number.indexOf('e') < 0 && number.indexOf('E') < 0) {
      return number;
    }
    BigDecimal value = new BigDecimal(number);
    return Math.abs((long) value.scale()) > 400 ? number : value.toPlainString();
  }
}
