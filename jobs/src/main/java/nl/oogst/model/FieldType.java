package nl.oogst.model;

/** How the value of a field is read. */
public enum FieldType {
  /** Text, kept as delivered with outer spaces removed. */
  TEXT,
  /** One of the codes of a list. */
  CODE,
  /** A Dutch calendar date. */
  DATE,
  /** A number, kept to six decimals. */
  DECIMAL,
  /** Yes or no. */
  BOOLEAN,
  /** A year or a quarter: {@code 2024}, {@code 2024-Q3}. */
  PERIOD
}
