package nl.oogst.report.yearly;

import java.util.Map;

/** One row of a public data set, by column name. Columns that a data set does not have are null. */
public final class DataRow {
  private final Map<String, Integer> columns;
  private final Object[] values;

  /**
   * A row.
   *
   * @param columns the place of each column; the same map for all rows of a data set
   */
  public DataRow(Map<String, Integer> columns, Object[] values) {
    this.columns = columns;
    this.values = values;
  }

  private Object value(String column) {
    Integer place = columns.get(column);
    return place == null ? null : values[place];
  }

  /** The text, or null. */
  public String text(String column) {
    Object value = value(column);
    return value == null ? null : value.toString();
  }

  /** The number, or null when there is none. */
  public Double number(String column) {
    return value(column) instanceof Number number ? number.doubleValue() : null;
  }

  /** The number, or zero when there is none. */
  public double orZero(String column) {
    Double number = number(column);
    return number == null ? 0 : number;
  }

  public boolean is(String column, String value) {
    return value.equals(text(column));
  }

  public boolean flag(String column) {
    return Boolean.TRUE.equals(value(column));
  }
}
