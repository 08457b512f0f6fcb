package nl.oogst.read;

/** What a source said a cell is; delimited text only knows {@link #TEXT}. */
public enum CellType {
  TEXT,
  /** A number; the text is a plain decimal, with a point and without exponent. */
  NUMBER,
  /** A date, or a date with time; the text is ISO 8601. */
  DATE,
  /** {@code true} or {@code false}. */
  BOOLEAN,
  /** An error of the spreadsheet, such as {@code #N/A}. */
  ERROR
}
