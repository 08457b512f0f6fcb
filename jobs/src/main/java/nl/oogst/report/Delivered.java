package nl.oogst.report;

import java.time.LocalDate;
import java.util.Map;
import nl.oogst.model.IssueCode;
import nl.oogst.model.Severity;

/**
 * What is to be told about one delivery.
 *
 * @param folder the name of its folder
 * @param date its date, or null when the folder's name is none
 * @param refused whether it was refused as a whole
 * @param rows by state, with their total under {@code rows}; empty when it was refused
 * @param aboveTolerance whether more rows were quarantined than the proeftuin's profile tolerates
 * @param issues by kind, in the order of the closed list
 */
public record Delivered(
    String folder,
    LocalDate date,
    boolean refused,
    Map<String, Long> rows,
    boolean aboveTolerance,
    Map<IssueCode, IssueTally.Kind> issues) {

  /** How many issues of a severity it has. */
  public long issues(Severity severity) {
    return issues.entrySet().stream()
        .filter(kind -> kind.getKey().severity() == severity)
        .mapToLong(kind -> kind.getValue().count())
        .sum();
  }

  /** Rows in a state, or all of them under {@code rows}. */
  public long rows(String state) {
    return rows.getOrDefault(state, 0L);
  }

  /** Rows that should hold something: all but blank lines, titles and totals. */
  public long records() {
    return rows("rows") - rows("not_a_record");
  }
}
