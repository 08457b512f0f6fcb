package nl.oogst.report.yearly;

import java.util.Map;

/** One row of a public data set, by column name. */
public record DataRow(Map<String, Object> values) {

  /** The text, or null. */
  public String text(String column) {
    Object value = values.get(column);
    return value == null ? null : value.toString();
  }

  /** The number, or null when there is none. */
  public Double number(String column) {
    return values.get(column) instanceof Number number ? number.doubleValue() : null;
  }

  /** The number, or zero when there is none. */
  double orZero(String column) {
    Double number = number(column);
    return number == null ? 0 : number;
  }

  boolean is(String column, String value) {
    return value.equals(text(column));
  }

  boolean flag(String column) {
    return Boolean.TRUE.equals(values.get(column));
  }
}
