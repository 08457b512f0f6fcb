package nl.oogst.read;

import java.io.Closeable;
import java.util.List;

/** Physical records of one text or sheet, before anyone has said which of them is the header. */
interface Records extends Closeable {
  /** Fills {@code row} with the next record, or returns false at the end. */
  boolean next(Row row) throws ReadFailure;

  /** Where the records come from, for {@link TableStart}; headers are not known yet. */
  Origin origin();

  /** What has been decided so far; asked after the sample has been read. */
  List<Decision> decisions();

  /** Tells how wide the table is and which of its columns hold numbers or dates. */
  default void expect(int width, int[] typedColumns) {}

  @Override
  void close();

  /**
   * Where records come from.
   *
   * @param ragged whether records may lack empty cells at their end without being too short
   */
  record Origin(String file, String sheet, Format format, Dialect dialect, boolean ragged) {}
}
