package nl.oogst.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.oogst.map.Mode;
import nl.oogst.map.Profile;
import nl.oogst.map.TableMapping;
import nl.oogst.model.Days;
import nl.oogst.model.DeliveredFile;
import nl.oogst.model.Delivery;
import nl.oogst.model.Issue;
import nl.oogst.model.IssueCode;
import nl.oogst.model.Item;
import nl.oogst.model.Severity;
import nl.oogst.model.TextMasking;
import nl.oogst.normalise.BadValue;
import nl.oogst.normalise.Outcome;
import nl.oogst.normalise.RowNormaliser;
import nl.oogst.normalise.SecondLook;
import nl.oogst.read.DialectHint;
import nl.oogst.read.ReadFailure;
import nl.oogst.read.ReadIssue;
import nl.oogst.read.Row;
import nl.oogst.read.RowKind;
import nl.oogst.read.SourceFiles;
import nl.oogst.read.SourceTable;
import nl.oogst.read.TableSource;
import nl.oogst.resolve.Knowledge;

/** Reads one delivered file a bit at a time, so that its size does not matter. */
final class FileCursor implements Cursor {
  private static final int ROWS_A_STEP = 4096;

  private final Reading reading;
  private final Delivery delivery;
  private final DeliveredFile file;
  private final Profile profile;
  private final FileReport report;
  private TableSource source;
  private SourceTable table;
  private TableMapping mapping;
  private RowNormaliser normaliser;
  private FileReport.Counts counts;
  private final Map<Numbers, Long> numbers = new LinkedHashMap<>();
  private String innerName;
  private int inner = -1;
  private int tables;
  private final Page.Place of;
  private final KeptFile.Writer keeper;
  private Page page = new Page(0);

  /** A column that holds citizen service numbers; the file is read on to count them. */
  private record Numbers(String file, String header) {}

  FileCursor(Reading reading, Delivery delivery, DeliveredFile file) {
    this(reading, delivery, file, KeptFile.Writer.NONE);
  }

  /**
   * A cursor before the first row.
   *
   * @param keeper is told what the file yields, for later runs
   */
  FileCursor(Reading reading, Delivery delivery, DeliveredFile file, KeptFile.Writer keeper) {
    this.keeper = keeper;
    this.of = new Page.Place(delivery.proeftuin(), delivery.index(), file.index());
    this.reading = reading;
    this.delivery = delivery;
    this.file = file;
    this.profile = reading.profiles().find(delivery.proeftuin()).orElse(null);
    this.report = new FileReport(file.index(), delivery.index());
  }

  @Override
  public boolean step(Output out) {
    try {
      if (source == null) {
        source = SourceFiles.open(Path.of(file.path()), file.name(), this::dialect);
      }
      for (int i = 0; i < ROWS_A_STEP && report.refusals().isEmpty(); i++) {
        if (table == null && !nextTable(out)) {
          finish(out);
          return false;
        }
        Row row = table.next();
        if (row == null) {
          endTable(out);
        } else {
          row(row, out);
        }
      }
    } catch (ReadFailure e) {
      Issue broken = new Issue(e.code(), null, e.detail(), null);
      Issue disturbed = new Issue(IssueCode.FILE_CHANGED, null, null, null);
      refuse(e.file(), changed() ? disturbed : broken);
    }
    if (!report.refusals().isEmpty()) {
      refuseNumbers();
      close();
      end(out);
      return false;
    }
    if (page.full()) {
      turn(out);
    }
    return true;
  }

  /** Hands over what was found so far. */
  private void turn(Output out) {
    if (!page.empty()) {
      byte[] packed = page.toBytes();
      keeper.page(packed);
      Page.tell(packed, of, out);
    }
    page = new Page(Math.max(0, inner));
  }

  private void end(Output out) {
    turn(out);
    if (report.refusals().isEmpty()) {
      keeper.finish(report);
    } else {
      keeper.drop();
    }
    out.report(file, report);
  }

  /** What reading came to, once {@link #step} has said that there is no more. */
  FileReport report() {
    return report;
  }

  private void finish(Output out) {
    for (TableSource.Skipped skipped : source.skipped()) {
      issue(
          out,
          skipped.file(),
          null,
          0,
          null,
          new Issue(skipped.code(), null, skipped.reason(), null));
    }
    close();
    refuseNumbers();
    if (changed()) {
      refuse(file.name(), new Issue(IssueCode.FILE_CHANGED, null, null, null));
    }
    end(out);
  }

  private boolean changed() {
    try {
      Path path = Path.of(file.path());
      return Files.size(path) != file.bytes()
          || Files.getLastModifiedTime(path).toMillis() != file.modified();
    } catch (IOException e) {
      return true;
    }
  }

  private void close() {
    if (source != null) {
      source.close();
    }
  }

  private void refuse(String name, Issue issue) {
    report.refuse(Refusal.of(delivery.index(), name, issue));
  }

  private boolean nextTable(Output out) throws ReadFailure {
    table = source.next();
    if (table == null) {
      return false;
    }
    var start = table.start();
    if (!start.file().equals(innerName)) {
      turn(out);
      innerName = start.file();
      inner++;
      page = new Page(inner);
      if (inner >= Names.INNER_FILES) {
        refuse(
            file.name(),
            new Issue(
                IssueCode.FILE_TOO_COMPLEX, null, "bevat meer dan " + inner + " bestanden", null));
        return true;
      }
      report.inner().add(innerName);
    }
    mapping =
        reading.mapper().map(start.file(), start.sheet(), start.headers(), start.sample(), profile);
    for (int column : mapping.bsnColumns()) {
      numbers.putIfAbsent(new Numbers(innerName, start.headers().get(column)), 0L);
    }
    counts = report.counts(inner, mapping.recognised() ? mapping.entity() : "");
    normaliser =
        RowNormaliser.create(
            mapping,
            reading.schemas(),
            start.sample(),
            reading.key(),
            text -> TextMasking.mask(text).text(),
            new SecondLook(Path.of(file.path()), file.name(), this::dialect, tables++));
    for (Issue issue : mapping.issues()) {
      issue(out, innerName, start.sheet(), 0, mapping.entity(), issue);
    }
    for (Issue issue : normaliser.tableIssues()) {
      issue(out, innerName, start.sheet(), 0, mapping.entity(), issue);
    }
    return true;
  }

  private DialectHint dialect(String name) {
    return profile == null ? DialectHint.NONE : profile.dialect(name);
  }

  private void endTable(Output out) {
    for (Issue issue : normaliser.closingIssues()) {
      issue(out, innerName, table.start().sheet(), 0, mapping.entity(), issue);
    }
    table = null;
  }

  private void issue(Output out, String name, String sheet, long line, String entity, Issue issue) {
    report.issue(issue.code());
    if (out.sink() == null) {
      page.issue(name, sheet, line, entity, issue);
    } else {
      out.sink().issue(delivery.index(), name, sheet, line, entity, issue);
    }
  }

  private void row(Row row, Output out) {
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
        numbers.merge(new Numbers(innerName, issue.field()), 1L, Long::sum);
      }
    }
  }

  /** Names each column with citizen service numbers and how many it holds, never one of them. */
  private void refuseNumbers() {
    numbers.forEach(
        (column, count) ->
            refuse(
                column.file(),
                new Issue(IssueCode.BSN_FOUND, column.header(), count.toString(), "0")));
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
        page.badValue(innerName, row.line(), null, found.code(), null);
      }
    }
  }

  private void readIssues(Row row, Output out) {
    for (ReadIssue found : row.issues()) {
      String header =
          found.column() >= 0 && found.column() < mapping.columns().size()
              ? mapping.columns().get(found.column()).header()
              : null;
      Issue issue = new Issue(found.code(), header, found.found(), found.expected());
      issue(out, innerName, table.start().sheet(), found.line(), mapping.entity(), issue);
    }
  }

  private void issues(Row row, List<Issue> issues, Output out) {
    for (Issue issue : issues) {
      issue(out, innerName, table.start().sheet(), row.line(), mapping.entity(), issue);
    }
  }

  private void keep(Row row, Item item) {
    if (item instanceof Item.Placement placement) {
      report.showsPlacement(mode(), placement.referenceDate());
      page.placement(row.line(), placement);
    } else if (item instanceof Item.PaidHours hours) {
      page.paidHours(row.line(), hours);
    } else {
      page.smallItem(row.line(), item);
    }
  }

  private Knowledge.Mode mode() {
    return mapping.mode() == Mode.DELTA ? Knowledge.Mode.DELTA : Knowledge.Mode.SNAPSHOT;
  }

  private void quarantine(Row row, Outcome.Quarantined quarantined, Output out) {
    issues(row, quarantined.issues(), out);
    for (BadValue bad : quarantined.badValues()) {
      page.badValue(innerName, row.line(), bad.field(), bad.code(), bad.value());
    }
    if (mapping.entity().equals("placement") && quarantined.placementKey() != null) {
      report.showsPlacement(mode(), Days.NONE);
      page.unusablePlacement(row.line(), quarantined.placementKey());
    }
  }
}
