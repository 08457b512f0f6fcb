package nl.oogst.read;

/** One table of a file: its header and the physical records that belong to it, in order. */
public interface SourceTable {
  TableStart start();

  /**
   * The next physical record, or null at the end. The same object is used again for the next
   * record; its cells and issues may be kept.
   */
  Row next() throws ReadFailure;
}
