package nl.oogst.read;

import java.io.Closeable;
import java.util.List;
import nl.oogst.model.IssueCode;

/** The tables of one delivered file, one after the other. */
public interface TableSource extends Closeable {
  /**
   * The next table (a sheet, an inner file, a further table in one file), or null when there are no
   * more. What was left of the table before is skipped.
   */
  SourceTable next() throws ReadFailure;

  /** Files met so far that hold no table, or more than their tables, with the reason. */
  default List<Skipped> skipped() {
    return List.of();
  }

  /** Frees what is held; never fails. */
  @Override
  void close();

  /**
   * A file without a table, or with something outside its tables.
   *
   * @param code {@code FILE_TYPE_UNKNOWN}, {@code FILE_EMPTY} or {@code VALUES_OUTSIDE_RECORDS}
   */
  record Skipped(String file, IssueCode code, String reason) {}
}
