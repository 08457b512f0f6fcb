package nl.oogst.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.oogst.model.IssueCode;

/** Everything a source gives, kept for looking at. */
record Reading(List<Table> tables, List<TableSource.Skipped> skipped) {

  record Table(TableStart start, List<Record> rows) {
    List<Record> of(RowKind kind) {
      return rows.stream().filter(r -> r.kind == kind).toList();
    }

    List<List<String>> data() {
      return of(RowKind.DATA).stream().map(Record::cells).toList();
    }

    List<Long> lines() {
      return of(RowKind.DATA).stream().map(Record::line).toList();
    }

    List<IssueCode> issues() {
      return rows.stream().flatMap(r -> r.issues.stream()).map(ReadIssue::code).toList();
    }
  }

  record Record(
      RowKind kind, long line, List<String> cells, List<CellType> types, List<ReadIssue> issues) {}

  Table only() {
    if (tables.size() != 1) {
      throw new AssertionError("tables: " + tables.size());
    }
    return tables.get(0);
  }

  static Reading text(String text) {
    return bytes(text.getBytes(StandardCharsets.UTF_8), "a.csv", DialectHint.NONE);
  }

  static Reading text(String text, Charset charset) {
    return bytes(text.getBytes(charset), "a.csv", DialectHint.NONE);
  }

  static Reading text(String text, DialectHint hint) {
    return bytes(text.getBytes(StandardCharsets.UTF_8), "a.csv", hint);
  }

  static Reading bytes(byte[] bytes, String name, DialectHint hint) {
    try {
      return read(bytes, name, hint, ReadLimits.DEFAULT);
    } catch (ReadFailure e) {
      throw new UncheckedIOException(e);
    }
  }

  static Reading read(byte[] bytes, String name, DialectHint hint, ReadLimits limits)
      throws ReadFailure {
    Path file = null;
    try {
      file = Files.createTempFile("read", ".bin");
      Files.write(file, bytes);
      return read(file, name, hint, limits);
    } catch (ReadFailure e) {
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      if (file != null) {
        file.toFile().delete();
      }
    }
  }

  static Reading read(Path file, String name, DialectHint hint, ReadLimits limits)
      throws ReadFailure {
    List<Table> tables = new ArrayList<>();
    try (TableSource source = SourceFiles.open(file, name, n -> hint, limits)) {
      for (SourceTable t = source.next(); t != null; t = source.next()) {
        List<Record> rows = new ArrayList<>();
        for (Row r = t.next(); r != null; r = t.next()) {
          List<CellType> types = new ArrayList<>();
          for (int i = 0; i < r.size(); i++) {
            types.add(r.type(i));
          }
          rows.add(new Record(r.kind(), r.line(), r.toList(), types, List.copyOf(r.issues())));
        }
        tables.add(new Table(t.start(), rows));
      }
      return new Reading(tables, source.skipped());
    }
  }
}
