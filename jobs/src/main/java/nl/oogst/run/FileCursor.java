package nl.oogst.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
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
import nl.oogst.read.PartSource;
import nl.oogst.read.ReadFailure;
import nl.oogst.read.ReadIssue;
import nl.oogst.read.Row;
import nl.oogst.read.RowKind;
import nl.oogst.read.SourceFiles;
import nl.oogst.read.SourceTable;
import nl.oogst.read.TableSource;
import nl.oogst.read.TextPart;
import nl.oogst.resolve.Knowledge;

/** Reads one delivered file, or a part of it, a bit at a time: its size does not matter. */
final class FileCursor implements Cursor {
  private static final int ROWS_A_STEP = 4096;

  private final Reading reading;
  private final Delivery delivery;
  private final ReadUnit unit;
  private final DeliveredFile file;
  private final Profile profile;
  private final FileReport report;
  private TableSource source;
  private PartSource parts;
  private SourceTable table;
  private TableMapping mapping;
  private RowNormaliser normaliser;
  private FileReport.Counts counts;
  private final TextPart part;
  private boolean irregular;
  private String innerName;
  private int inner = -1;
  private int tables;
  private final Page.Place of;
  private final KeptFile.Writer keeper;
  private Page page = new Page(0);

  FileCursor(Reading reading, Delivery delivery, DeliveredFile file) {
    this(reading, delivery, new ReadUnit(file, null), KeptFile.Writer.NONE);
  }

  /**
   * A cursor before the first row.
   *
   * @param keeper is told what the file yields, for later runs
   */
  FileCursor(Reading reading, Delivery delivery, ReadUnit unit, KeptFile.Writer keeper) {
    this.unit = unit;
    this.file = unit.file();
    this.part = unit.part();
    this.keeper = keeper;
    this.of = new Page.Place(delivery.proeftuin(), delivery.index(), file.index());
    this.reading = reading;
    this.delivery = delivery;
    this.profile = reading.profiles().find(delivery.proeftuin()).orElse(null);
    this.report = new FileReport(file.index(), delivery.index());
  }

  @Override
  public boolean step(Output out) {
    try {
      if (source == null) {
        source = open();
      }
      for (int i = 0; i < ROWS_A_STEP && goesOn(); i++) {
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
      irregular = true;
      Issue broken = new Issue(e.code(), null, e.detail(), null);
      Issue disturbed = new Issue(IssueCode.FILE_CHANGED, null, null, null);
      refuse(e.file(), unit.changed() ? disturbed : broken);
    }
    if (!goesOn()) {
      report.numbers().refuse(report);
      close();
      end(out);
      return false;
    }
    if (page.full()) {
      turn(out);
    }
    return true;
  }

  /** What is refused is not read on, nor a part that does not stand by itself. */
  private boolean goesOn() {
    return report.refusals().isEmpty() && !(irregular && part != null);
  }

  private TableSource open() throws ReadFailure {
    Path path = Path.of(file.path());
    if (part == null) {
      return SourceFiles.open(path, file.name(), this::dialect);
    }
    PartSource opened = SourceFiles.open(path, file.name(), this::dialect, part);
    parts = opened;
    return opened;
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
    boolean good = report.refusals().isEmpty();
    if (part != null) {
      good &= !irregular && parts != null && parts.isRegular();
      report.ofPart(part.number(), good, normaliser == null ? Set.of() : normaliser.doubted());
    }
    if (good && report.numbers().isEmpty()) {
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
    if (part == null) {
      report.numbers().refuse(report);
    }
    if (unit.changed()) {
      irregular = true;
      refuse(file.name(), new Issue(IssueCode.FILE_CHANGED, null, null, null));
    }
    end(out);
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
      report.numbers().named(innerName, start.headers().get(column));
    }
    counts = report.counts(inner, mapping.recognised() ? mapping.entity() : "");
    normaliser =
        RowNormaliser.create(
            mapping,
            reading.schemas(),
            start.sample(),
            reading.key(),
            text -> TextMasking.mask(text).text(),
            secondLook());
    if (part != null && !part.isFirst()) {
      return true; // what is said of the table as a whole, its first part says
    }
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

  /** A part cannot know what the others saw before; then the file is to be read as a whole. */
  private SecondLook secondLook() {
    int table = tables++;
    irregular |= part != null && table > 0;
    return part == null
        ? SecondLook.at(Path.of(file.path()), file.name(), this::dialect, table)
        : wantsMore -> irregular = true;
  }

  private void endTable(Output out) {
    String sheet = table.start().sheet();
    table = null;
    if (part != null && !part.isFirst()) {
      return;
    }
    irregular |= part != null && normaliser.closesLater();
    for (Issue issue : normaliser.closingIssues()) {
      issue(out, innerName, sheet, 0, mapping.entity(), issue);
    }
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
        report.numbers().found(innerName, issue.field());
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
