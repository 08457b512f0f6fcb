package nl.oogst.normalise;

/** How the text of one cell was read. */
enum Reading {
  /** A value. */
  VALUE,
  /** Nothing, or a way to say that there is nothing. */
  EMPTY,
  UNREADABLE,
  /** A text that is no code of the list. */
  NO_CODE,
  /** A text that is no code, kept as the code {@code unknown}. */
  CODE_UNKNOWN
}
