package nl.oogst.normalise;

/** How a column writes dates such as {@code 03/01/2025}, which can be read twice. */
enum DateOrder {
  DAY_FIRST,
  MONTH_FIRST,
  /** Nothing in the table tells; read day first, with an issue where it matters. */
  UNDECIDED
}
