package nl.oogst.report.yearly;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** The public data sets of one release, each read when it is first asked for. */
public final class ReleaseTables {
  private final Function<String, List<DataRow>> read;
  private final Map<String, List<DataRow>> known = new HashMap<>();
  private final Map<String, Map<String, List<DataRow>>> parts = new HashMap<>();

  /**
   * Tables that are read when asked for.
   *
   * @param read gives the rows of a data set in their order; an empty list when the release has no
   *     such data set
   */
  public ReleaseTables(Function<String, List<DataRow>> read) {
    this.read = requireNonNull(read, "read");
  }

  public List<DataRow> rows(String dataSet) {
    return known.computeIfAbsent(dataSet, read);
  }

  public List<DataRow> rows(String dataSet, Predicate<DataRow> which) {
    return rows(dataSet).stream().filter(which).toList();
  }

  /** The rows of one breakdown of whole years. */
  public List<DataRow> years(String dataSet, String breakdown) {
    return of(dataSet, "year", breakdown);
  }

  /** The rows of one breakdown of quarters. */
  public List<DataRow> quarters(String dataSet, String breakdown) {
    return of(dataSet, "quarter", breakdown);
  }

  private List<DataRow> of(String dataSet, String periodType, String breakdown) {
    return parts
        .computeIfAbsent(dataSet, this::split)
        .getOrDefault(periodType + " " + breakdown, List.of());
  }

  private Map<String, List<DataRow>> split(String dataSet) {
    Map<String, List<DataRow>> split = new HashMap<>();
    for (DataRow row : rows(dataSet)) {
      split
          .computeIfAbsent(
              row.text("period_type") + " " + row.text("breakdown"), key -> new ArrayList<>())
          .add(row);
    }
    return split;
  }
}
