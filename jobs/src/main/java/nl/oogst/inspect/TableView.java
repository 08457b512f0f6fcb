package nl.oogst.inspect;

import java.util.List;
import java.util.Map;
import nl.oogst.map.TableMapping;
import nl.oogst.normalise.Judgement;
import nl.oogst.read.DialectHint;
import nl.oogst.read.TableStart;

/**
 * How one table will be read.
 *
 * @param dialect what the user or the profile says of the dialect; null for nothing
 * @param judgements how dates and numbers of columns are read, and why
 * @param rows what became of the rows
 * @param records the first records
 * @param issues in order of severity, then of the first line
 */
public record TableView(
    TableStart start,
    TableMapping mapping,
    DialectHint dialect,
    List<Judgement> judgements,
    Rows rows,
    List<Shown> records,
    List<IssueGroup> issues) {
  public TableView {
    judgements = List.copyOf(judgements);
    records = List.copyOf(records);
    issues = List.copyOf(issues);
  }

  /**
   * Counts of rows.
   *
   * @param kept records without an error
   * @param quarantined records with one
   * @param notRecords titles, blank lines, totals, notes
   */
  public record Rows(long kept, long quarantined, long notRecords) {
    public long all() {
      return kept + quarantined + notRecords;
    }
  }

  /**
   * A record.
   *
   * @param line physical line of its start; row number in a sheet
   * @param values field to value as it is read, masked where it tells about a person
   */
  public record Shown(long line, Map<String, String> values) {}
}
