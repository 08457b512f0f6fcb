package nl.oogst.normalise;

/** How a column writes a number such as {@code 1.234} or {@code 1,234}, which can be read twice. */
enum NumberStyle {
  /** A comma before the decimals, points between thousands. */
  DUTCH,
  /** A point before the decimals, commas between thousands. */
  ENGLISH,
  /** Nothing in the column tells; read as Dutch, with an issue where it matters. */
  UNDECIDED
}
