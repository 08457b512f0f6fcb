package nl.oogst.read;

/**
 * What a physical record is. {@link #SEP_LINE} and {@link #HEADER} are no rows of the ledger; all
 * others are.
 */
public enum RowKind {
  /** The line {@code sep=;} with which Excel names its delimiter. */
  SEP_LINE,
  /** A title, note or comment above the header. */
  PREAMBLE,
  HEADER,
  /** The header once more, within the table. */
  REPEATED_HEADER,
  /** Nothing, or only separators. */
  BLANK,
  DATA,
  /** A note or a total below or between the records. */
  FOOTER
}
