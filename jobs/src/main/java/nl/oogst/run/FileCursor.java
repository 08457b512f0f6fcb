package nl.oogst.run;

import java.nio.file.Path;
import java.util.Set;
import nl.oogst.map.Profile;
import nl.oogst.map.TableMapping;
import nl.oogst.model.DeliveredFile;
import nl.oogst.model.Delivery;
import nl.oogst.model.Issue;
import nl.oogst.model.IssueCode;
import nl.oogst.model.TextMasking;
import nl.oogst.normalise.RowNormaliser;
import nl.oogst.normalise.SecondLook;
import nl.oogst.read.DialectHint;
import nl.oogst.read.PartSource;
import nl.oogst.read.ReadFailure;
import nl.oogst.read.SourceFiles;
import nl.oogst.read.SourceTable;
import nl.oogst.read.TableSource;
import nl.oogst.read.TableStart;
import nl.oogst.read.TextPart;

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
  private OpenTable table;
  private Set<String> doubted = Set.of();
  private final TextPart part;
  private boolean irregular;
  private String innerName;
  private int inner = -1;
  private int tables;
  private final KeptFile.Writer keeper;
  private final PageWriter pages;

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
    this.reading = reading;
    this.delivery = delivery;
    this.profile = reading.profiles().find(delivery.proeftuin()).orElse(null);
    this.report = new FileReport(file.index(), delivery.index());
    Page.Place of = new Page.Place(delivery.proeftuin(), delivery.index(), file.index());
    this.pages = new PageWriter(of, report, keeper);
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
        if (table != null && !table.next(out)) {
          endTable(out);
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
    if (pages.page().full()) {
      pages.turn(out);
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

  private void end(Output out) {
    pages.turn(out);
    boolean good = report.refusals().isEmpty();
    if (part != null) {
      good &= !irregular && parts != null && parts.isRegular();
      report.ofPart(part.number(), good, doubted);
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
      Issue issue = new Issue(skipped.code(), null, skipped.reason(), null);
      pages.issue(out, skipped.file(), null, 0, null, issue);
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
    SourceTable found = source.next();
    if (found == null) {
      return false;
    }
    if (!found.start().file().equals(innerName)) {
      innerName = found.start().file();
      inner++;
      pages.turnTo(inner, out);
      if (inner >= Names.INNER_FILES) {
        refuse(
            file.name(),
            new Issue(
                IssueCode.FILE_TOO_COMPLEX, null, "bevat meer dan " + inner + " bestanden", null));
        return true;
      }
      report.inner().add(innerName);
    }
    table = open(found);
    if (part == null || part.isFirst()) { // what is said of the whole table, its first part says
      table.begin(out);
    }
    return true;
  }

  private OpenTable open(SourceTable found) {
    TableStart start = found.start();
    TableMapping mapping =
        reading.mapper().map(start.file(), start.sheet(), start.headers(), start.sample(), profile);
    for (int column : mapping.bsnColumns()) {
      report.numbers().named(innerName, start.headers().get(column));
    }
    RowNormaliser normaliser =
        RowNormaliser.create(
            mapping,
            reading.schemas(),
            start.sample(),
            reading.key(),
            text -> TextMasking.mask(text).text(),
            secondLook());
    FileReport.Counts counts = report.counts(inner, mapping.recognised() ? mapping.entity() : "");
    return new OpenTable(found, mapping, normaliser, report, counts, pages);
  }

  private DialectHint dialect(String name) {
    return profile == null ? DialectHint.NONE : profile.dialect(name);
  }

  /** A part cannot know what the others saw before; then the file is to be read as a whole. */
  private SecondLook secondLook() {
    int number = tables++;
    irregular |= part != null && number > 0;
    return part == null
        ? SecondLook.at(Path.of(file.path()), file.name(), this::dialect, number)
        : wantsMore -> irregular = true;
  }

  private void endTable(Output out) {
    doubted = table.doubted();
    if (part == null || part.isFirst()) {
      irregular |= part != null && table.closesLater();
      table.end(out);
    }
    table = null;
  }
}
