package nl.oogst.inspect;

import java.util.List;
import nl.oogst.model.IssueCode;
import nl.oogst.read.TableSource;

/**
 * How one delivered file will be read.
 *
 * @param name the file inside its delivery
 * @param profile the id of the proeftuin whose profile is followed, or null
 * @param tables every table, those of files inside an archive too
 * @param skipped files inside that hold no table
 * @param numbers columns with citizen service numbers: such a delivery is refused
 * @param failure why the file cannot be read (on), or null
 */
public record FileView(
    String name,
    long bytes,
    String profile,
    List<TableView> tables,
    List<TableSource.Skipped> skipped,
    List<CitizenNumbers> numbers,
    Failure failure) {
  public FileView {
    tables = List.copyOf(tables);
    skipped = List.copyOf(skipped);
    numbers = List.copyOf(numbers);
  }

  /** How many values of a column are citizen service numbers; never one of them. */
  public record CitizenNumbers(String file, String column, long values) {}

  /** Why a file cannot be read. */
  public record Failure(IssueCode code, String file, String detail) {}

  /** Whether a delivery with this file would be refused. */
  public boolean refused() {
    return failure != null || !numbers.isEmpty();
  }
}
