package nl.oogst.run;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.oogst.model.Issue;
import nl.oogst.model.IssueCode;

/** Columns that hold citizen service numbers and how many of them, never one of them. */
final class CitizenNumbers implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Map<Column, Long> columns = new LinkedHashMap<>();

  private record Column(String file, String header) implements Serializable {}

  /** A column that is named for such numbers. */
  void named(String file, String header) {
    columns.putIfAbsent(new Column(file, header), 0L);
  }

  void found(String file, String header) {
    columns.merge(new Column(file, header), 1L, Long::sum);
  }

  /** Adds what a later part of the same file holds. */
  void add(CitizenNumbers later) {
    later.columns.forEach((column, count) -> columns.merge(column, count, Long::sum));
  }

  boolean isEmpty() {
    return columns.isEmpty();
  }

  /** Refuses the file for each of the columns. */
  void refuse(FileReport report) {
    columns.forEach(
        (column, count) ->
            report.refuse(
                Refusal.of(
                    report.delivery(),
                    column.file(),
                    new Issue(IssueCode.BSN_FOUND, column.header(), count.toString(), "0"))));
  }
}
