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

  /** The byte where the next record starts; 0 where records have no place in a file. */
  default long position() {
    return 0;
  }

  /** Goes on at another place. */
  default void jump(TextMark to) throws ReadFailure {
    throw new UnsupportedOperationException("records of this format have no places");
  }

  /** Whether a record ended where this one starts, with all that the mark says. */
  default boolean passed(TextMark mark) {
    return false;
  }

  /** Whether nothing was met from which later records are read otherwise. */
  default boolean isPlain() {
    return false;
  }

  @Override
  void close();

  /**
   * Where records come from.
   *
   * @param ragged whether records may lack empty cells at their end without being too short
   */
  record Origin(String file, String sheet, Format format, Dialect dialect, boolean ragged) {}
}
