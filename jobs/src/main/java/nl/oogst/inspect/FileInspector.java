package nl.oogst.inspect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.oogst.map.Profile;
import nl.oogst.map.TableMapper;
import nl.oogst.map.TableMapping;
import nl.oogst.model.Issue;
import nl.oogst.model.Schemas;
import nl.oogst.model.Severity;
import nl.oogst.model.TextMasking;
import nl.oogst.normalise.ColumnContent;
import nl.oogst.normalise.Outcome;
import nl.oogst.normalise.RowNormaliser;
import nl.oogst.normalise.SecondLook;
import nl.oogst.read.DialectHint;
import nl.oogst.read.ReadFailure;
import nl.oogst.read.ReadIssue;
import nl.oogst.read.Row;
import nl.oogst.read.SourceFiles;
import nl.oogst.read.SourceTable;
import nl.oogst.read.TableSource;

/** Reads files as a run does, and remembers how instead of what. */
public final class FileInspector {
  private final Schemas schemas;
  private final TableMapper mapper;
  private final int examples;
  private final int recordsShown;

  /**
   * @param examples how many issues of one kind and column are kept beside their count
   * @param recordsShown how many records of a table are shown
   */
  public FileInspector(Schemas schemas, int examples, int recordsShown) {
    this.schemas = schemas;
    this.mapper = new TableMapper(schemas, new ColumnContent(schemas));
    this.examples = examples;
    this.recordsShown = recordsShown;
  }

  /**
   * Reads a file from beginning to end.
   *
   * @param name the file inside its delivery
   * @param profileOrNull the proeftuin's profile
   * @param hints what is known of dialects, by file name; a null answer leaves it to the profile
   */
  public FileView inspect(
      Path file, String name, Profile profileOrNull, Function<String, DialectHint> hints) {
    Function<String, DialectHint> known =
        inner -> {
          DialectHint given = hints.apply(inner);
          return given == null && profileOrNull != null ? profileOrNull.dialect(inner) : given;
        };
    Reading reading = new Reading(file, name, profileOrNull, known);
    FileView.Failure failure = null;
    try (TableSource source = SourceFiles.open(file, name, known)) {
      reading.all(source);
    } catch (ReadFailure e) {
      failure = new FileView.Failure(e.code(), e.file(), e.detail());
    }
    return new FileView(
        name,
        size(file),
        profileOrNull == null ? null : profileOrNull.proeftuin(),
        reading.tables,
        reading.skipped,
        reading.numbers(),
        failure);
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0;
    }
  }

  /** One file while it is read. */
  private final class Reading {
    private final Path file;
    private final String name;
    private final Profile profile;
    private final Function<String, DialectHint> hints;
    private final List<TableView> tables = new ArrayList<>();
    private List<TableSource.Skipped> skipped = List.of();
    private int number;
    private final Map<String, Map<String, Long>> numbers = new LinkedHashMap<>();

    Reading(Path file, String name, Profile profile, Function<String, DialectHint> hints) {
      this.file = file;
      this.name = name;
      this.profile = profile;
      this.hints = hints;
    }

    void all(TableSource source) throws ReadFailure {
      try {
        for (SourceTable table = source.next(); table != null; table = source.next()) {
          new TableReading(table).read();
        }
      } finally {
        skipped = source.skipped();
      }
    }

    List<FileView.CitizenNumbers> numbers() {
      List<FileView.CitizenNumbers> all = new ArrayList<>();
      numbers.forEach(
          (inner, columns) ->
              columns.forEach(
                  (column, count) -> all.add(new FileView.CitizenNumbers(inner, column, count))));
      return all;
    }

    /** One table while it is read. */
    private final class TableReading {
      private final SourceTable table;
      private final TableMapping mapping;
      private final RowNormaliser normaliser;
      private final IssueTally issues = new IssueTally(examples);
      private final List<TableView.Shown> records = new ArrayList<>();
      private long kept;
      private long quarantined;
      private long notRecords;

      TableReading(SourceTable table) {
        this.table = table;
        var start = table.start();
        this.mapping =
            mapper.map(start.file(), start.sheet(), start.headers(), start.sample(), profile);
        this.normaliser =
            RowNormaliser.create(
                mapping,
                schemas,
                start.sample(),
                null,
                text -> TextMasking.mask(text).text(),
                SecondLook.at(file, name, hints, number++));
      }

      void read() throws ReadFailure {
        mapping.issues().forEach(issue -> issues.add(0, issue));
        normaliser.tableIssues().forEach(issue -> issues.add(0, issue));
        for (int column : mapping.bsnColumns()) {
          count(table.start().headers().get(column), 0);
        }
        try {
          for (Row row = table.next(); row != null; row = table.next()) {
            row(row);
          }
          normaliser.closingIssues().forEach(issue -> issues.add(0, issue));
        } finally {
          tables.add(view());
        }
      }

      private TableView view() {
        return new TableView(
            table.start(),
            mapping,
            hints.apply(table.start().file()),
            normaliser.judgements(),
            new TableView.Rows(kept, quarantined, notRecords),
            records,
            issues.groups());
      }

      private void count(String header, long more) {
        numbers
            .computeIfAbsent(table.start().file(), inner -> new LinkedHashMap<>())
            .merge(header, more, Long::sum);
      }

      private void row(Row row) {
        row.issues().forEach(this::readIssue);
        if (!RowNormaliser.counts(row.kind())) {
          return;
        }
        boolean unreadable =
            row.issues().stream().anyMatch(issue -> issue.code().severity() == Severity.ERROR);
        if (unreadable) {
          quarantined++;
          return;
        }
        Outcome outcome = normaliser.normalise(row);
        if (outcome instanceof Outcome.Kept keep) {
          kept++;
          keep.issues().forEach(issue -> issues.add(row.line(), issue));
          if (records.size() < recordsShown) {
            records.add(new TableView.Shown(row.line(), normaliser.shown()));
          }
        } else if (outcome instanceof Outcome.Quarantined bad) {
          quarantined++;
          bad.issues().forEach(issue -> issues.add(row.line(), issue));
        } else if (outcome instanceof Outcome.NotARecord) {
          notRecords++;
        } else if (outcome instanceof Outcome.Refused refused) {
          refused.issues().forEach(issue -> count(issue.field(), 1));
        }
      }

      private void readIssue(ReadIssue found) {
        boolean named = found.column() >= 0 && found.column() < mapping.columns().size();
        String header = named ? mapping.columns().get(found.column()).header() : null;
        issues.add(found.line(), new Issue(found.code(), header, found.found(), found.expected()));
      }
    }
  }
}
