package nl.oogst.normalise;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Predicate;
import nl.oogst.read.DialectHint;
import nl.oogst.read.ReadFailure;
import nl.oogst.read.Row;
import nl.oogst.read.RowKind;
import nl.oogst.read.SourceFiles;
import nl.oogst.read.SourceTable;
import nl.oogst.read.TableSource;

/** Reads a table once more from its start, for what only the whole column can tell. */
@FunctionalInterface
public interface SecondLook {

  /** Shows the records until the reader has seen enough; what cannot be read on is the end. */
  void records(Predicate<Row> wantsMore);

  /**
   * A look at a table of a file.
   *
   * @param name the file inside its delivery
   * @param hints what is known of dialects, as it was when the file was opened
   * @param table the number of the table in the file, from 0
   */
  static SecondLook at(Path file, String name, Function<String, DialectHint> hints, int table) {
    requireNonNull(file, "file");
    return wantsMore -> {
      try (TableSource source = SourceFiles.open(file, name, hints)) {
        SourceTable found = source.next();
        for (int i = 0; i < table && found != null; i++) {
          found = source.next();
        }
        Row row = found == null ? null : found.next();
        while (row != null && (row.kind() != RowKind.DATA || wantsMore.test(row))) {
          row = found.next();
        }
      } catch (ReadFailure e) {
        // the first reading meets the same failure, and reports it
      }
    };
  }
}
