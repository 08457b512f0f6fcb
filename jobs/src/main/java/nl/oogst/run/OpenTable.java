package nl.oogst.run;

import java.util.List;
import java.util.Set;
import nl.oogst.map.Mode;
import nl.oogst.map.TableMapping;
import nl.oogst.model.Days;
import nl.oogst.model.Issue;
import nl.oogst.model.Item;
import nl.oogst.model.Severity;
import nl.oogst.normalise.BadValue;
import nl.oogst.normalise.Outcome;
import nl.oogst.normalise.RowNormaliser;
import nl.oogst.read.ReadFailure;
import nl.oogst.read.ReadIssue;
import nl.oogst.read.Row;
import nl.oogst.read.RowKind;
import nl.oogst.read.SourceTable;
import nl.oogst.resolve.Knowledge;

/** A table of a delivered file while it is read: what becomes of each of its rows. */
final class OpenTable {
  private final SourceTable table;
  private final String file;
  private final String sheet;
  private final TableMapping mapping;
  private final RowNormaliser normaliser;
  private final FileReport report;
  private final FileReport.Counts counts;
  private final PageWriter pages;

  /**
   * A table before its first row.
   *
   * @param counts the rows of its entity in its file
   */
  OpenTable(
      SourceTable table,
      TableMapping mapping,
      RowNormaliser normaliser,
      FileReport report,
      FileReport.Counts counts,
      PageWriter pages) {
    this.table = table;
    this.file = table.start().file();
    this.sheet = table.start().sheet();
    this.mapping = mapping;
    this.normaliser = normaliser;
    this.report = report;
    this.counts = counts;
    this.pages = pages;
  }

  /** Tells what is said of the table as a whole. */
  void begin(Output out) {
    mapping.issues().forEach(issue -> issue(0, issue, out));
    normaliser.tableIssues().forEach(issue -> issue(0, issue, out));
  }

  /** Takes the next row; false at the end of the table. */
  boolean next(Output out) throws ReadFailure {
    Row row = table.next();
    if (row == null) {
      return false;
    }
    take(row, out);
    return true;
  }

  /** Tells what only all rows together say. */
  void end(Output out) {
    normaliser.closingIssues().forEach(issue -> issue(0, issue, out));
  }

  /** Whether rows that were not read yet may say more of the table as a whole. */
  boolean closesLater() {
    return normaliser.closesLater();
  }

  /** Fields of which a value could be read in two ways. */
  Set<String> doubted() {
    return normaliser.doubted();
  }

  private void take(Row row, Output out) {
    if (row.kind() == RowKind.SEP_LINE || row.kind() == RowKind.HEADER) {
      readIssues(row, out);
      return;
    }
    if (hasError(row)) {
      counts.quarantined();
      readIssues(row, out);
      unreadable(row);
      return;
    }
    Outcome outcome = normaliser.normalise(row);
    if (outcome instanceof Outcome.Kept kept) {
      counts.kept();
      readIssues(row, out);
      issues(row, kept.issues(), out);
      keep(row, kept.item());
    } else if (outcome instanceof Outcome.Quarantined quarantined) {
      counts.quarantined();
      readIssues(row, out);
      quarantine(row, quarantined, out);
    } else if (outcome instanceof Outcome.NotARecord) {
      counts.notARecord();
      readIssues(row, out);
    } else if (outcome instanceof Outcome.Refused refused) {
      for (Issue issue : refused.issues()) {
        report.numbers().found(file, issue.field());
      }
    }
  }

  private static boolean hasError(Row row) {
    for (ReadIssue issue : row.issues()) {
      if (issue.code().severity() == Severity.ERROR) {
        return true;
      }
    }
    return false;
  }

  /**
   * A record that could not be read has no field to blame, and stands in quarantine all the same.
   */
  private void unreadable(Row row) {
    for (ReadIssue found : row.issues()) {
      if (found.code().severity() == Severity.ERROR) {
        pages.page().badValue(file, row.line(), null, found.code(), null);
      }
    }
  }

  private void readIssues(Row row, Output out) {
    for (ReadIssue found : row.issues()) {
      String header =
          found.column() >= 0 && found.column() < mapping.columns().size()
              ? mapping.columns().get(found.column()).header()
              : null;
      issue(found.line(), new Issue(found.code(), header, found.found(), found.expected()), out);
    }
  }

  private void issues(Row row, List<Issue> issues, Output out) {
    for (Issue issue : issues) {
      issue(row.line(), issue, out);
    }
  }

  private void issue(long line, Issue issue, Output out) {
    pages.issue(out, file, sheet, line, mapping.entity(), issue);
  }

  private void keep(Row row, Item item) {
    if (item instanceof Item.Placement placement) {
      report.showsPlacement(mode(), placement.referenceDate());
      pages.page().placement(row.line(), placement);
    } else if (item instanceof Item.PaidHours hours) {
      pages.page().paidHours(row.line(), hours);
    } else {
      pages.page().smallItem(row.line(), item);
    }
  }

  private Knowledge.Mode mode() {
    return mapping.mode() == Mode.DELTA ? Knowledge.Mode.DELTA : Knowledge.Mode.SNAPSHOT;
  }

  private void quarantine(Row row, Outcome.Quarantined quarantined, Output out) {
    issues(row, quarantined.issues(), out);
    for (BadValue bad : quarantined.badValues()) {
      pages.page().badValue(file, row.line(), bad.field(), bad.code(), bad.value());
    }
    if (mapping.entity().equals("placement") && quarantined.placementKey() != null) {
      report.showsPlacement(mode(), Days.NONE);
      pages.page().unusablePlacement(row.line(), quarantined.placementKey());
    }
  }
}
