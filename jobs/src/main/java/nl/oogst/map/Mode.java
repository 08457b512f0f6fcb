package nl.oogst.map;

/** What a delivery of a table says about what it does not mention. */
public enum Mode {
  /** Each delivery holds everything; what is missing has vanished. */
  SNAPSHOT,
  /** Each delivery holds changes; what is missing is confirmed. */
  DELTA
}
