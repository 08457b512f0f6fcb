package nl.oogst.model;

import java.util.Locale;

/** The types a column of a data set can have, with the names that Table Schema gives them. */
public enum ColumnType {
  /** Text in UTF-8. */
  STRING,
  /** A whole number of 64 bits. */
  INTEGER,
  /** A finite double. */
  NUMBER,
  BOOLEAN,
  /** A calendar date, without a time zone. */
  DATE,
  /** Counts by name: a map from text to whole number. */
  OBJECT;

  /** The name as schema files write it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
