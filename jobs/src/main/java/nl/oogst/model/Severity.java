package nl.oogst.model;

/** How much an issue weighs for the record it concerns. */
public enum Severity {
  /** The record cannot be used, or the delivery is refused. */
  ERROR,
  /** The record is used, with the doubt stated. */
  WARNING,
  /** Worth knowing; nothing is wrong with the record. */
  INFO
}
