package nl.oogst.run;

/** Tells what one delivered file yields, a bit at a time. */
interface Cursor {
  /** Goes on; false when all of the file, or that it is refused, and its report is out. */
  boolean step(Output out);
}
