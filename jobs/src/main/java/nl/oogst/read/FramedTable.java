package nl.oogst.read;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.oogst.model.IssueCode;

/** Says of each record of one table what it is, and where the next table starts. */
final class FramedTable implements SourceTable {
  private static final int SAMPLE_ROWS = 200;
  private static final int MOST_HELD = 1_000;
  private static final Set<String> TOTALS =
      Set.of("totaal", "totalen", "total", "totals", "subtotaal", "subtotal", "eindtotaal", "som");

  private final FramedSource source;
  private final boolean ragged;
  private final TableStart start;
  private final List<String> headers;
  private final int width;
  private final int[] typedColumns;
  private final List<Row> headerRows = new ArrayList<>();
  private final int headerFrom;
  private final Set<Integer> headerIndexes;
  private final int dataFrom;
  private final boolean commented;
  private final boolean further;

  private final Row row = new Row();
  private final Deque<Row> ready = new ArrayDeque<>();
  private final List<Row> held = new ArrayList<>();
  private int index;
  private boolean done;

  FramedTable(
      FramedSource source,
      Records.Origin origin,
      List<Integer> headerNumbers,
      Structure structure,
      List<Decision> decisions,
      List<Row> sample,
      boolean further) {
    this.source = source;
    this.ragged = origin.ragged();
    this.headers = structure.headers();
    this.width = headers.size();
    this.typedColumns = structure.typedColumns().stream().mapToInt(i -> i).toArray();
    this.headerFrom = structure.headerFrom();
    this.headerIndexes = new HashSet<>(structure.headerRows());
    this.dataFrom = structure.dataFrom();
    this.further = further;
    structure.headerRows().forEach(i -> headerRows.add(sample.get(i)));
    this.commented =
        sample.subList(0, Math.min(headerFrom, sample.size())).stream()
            .anyMatch(r -> r.cell(0).startsWith("#"));
    List<List<String>> data = new ArrayList<>();
    for (int i = dataFrom; i < sample.size() && data.size() < SAMPLE_ROWS; i++) {
      Row candidate = sample.get(i);
      if (isNewHeader(candidate, i > 0 && sample.get(i - 1).isBlank())) {
        break;
      }
      if (!candidate.isBlank() && !isRepeatedHeader(candidate) && !isSparse(candidate)) {
        data.add(candidate.toList());
      }
    }
    this.start =
        new TableStart(
            origin.file(),
            origin.sheet(),
            origin.format(),
            origin.dialect().withHeaderRows(headerNumbers),
            structure.headers(),
            decisions,
            data);
  }

  @Override
  public TableStart start() {
    return start;
  }

  @Override
  public Row next() throws ReadFailure {
    while (true) {
      if (!ready.isEmpty()) {
        row.copyFrom(ready.poll());
        return row;
      }
      if (done) {
        return null;
      }
      if (!source.raw(row)) {
        done = true;
        releaseAsTail();
        continue;
      }
      if (index < dataFrom) {
        top();
        return row;
      }
      Row next = body();
      if (next != null) {
        return next;
      }
    }
  }

  private void top() {
    if (row.kind() != RowKind.SEP_LINE) {
      row.kind(
          headerIndexes.contains(index)
              ? RowKind.HEADER
              : row.isBlank() ? RowKind.BLANK : RowKind.PREAMBLE);
    }
    if (further && index == headerFrom && !headerIndexes.isEmpty()) {
      row.issue(
          new ReadIssue(
              IssueCode.SECOND_TABLE,
              row.line(),
              -1,
              "een nieuwe kop",
              "één tabel per bestand",
              "gelezen als een volgende tabel"));
    }
    index++;
  }

  /**
   * The record at hand with its kind, or null when it waits for what follows, or belongs to the
   * next table.
   */
  private Row body() {
    index++;
    boolean blank = row.isBlank();
    if (row.kind() == RowKind.SEP_LINE || (row.kind() == RowKind.PREAMBLE && held.isEmpty())) {
      return row;
    }
    if (!blank && row.kind() != RowKind.PREAMBLE && isNewHeader(row, !held.isEmpty())) {
      source.pushBack(row);
      done = true;
      releaseAsTail();
      return null;
    }
    if (blank || isSparse(row)) {
      row.kind(blank ? RowKind.BLANK : row.kind());
      held.add(row.copy());
      if (held.size() >= MOST_HELD) {
        releaseAsRecords();
      }
      return null;
    }
    classify(row);
    if (held.isEmpty()) {
      return row;
    }
    releaseAsRecords();
    ready.add(row.copy());
    return null;
  }

  private void classify(Row record) {
    if (record.kind() == RowKind.PREAMBLE) {
      return;
    }
    if (isRepeatedHeader(record)) {
      record.kind(RowKind.REPEATED_HEADER);
    } else if (isTotal(record)) {
      record.kind(RowKind.FOOTER);
      record.issue(footer(record, "een totaalregel"));
    } else if (commented && record.cell(0).startsWith("#") && record.size() != width) {
      record.kind(RowKind.PREAMBLE);
    } else {
      judgeWidth(record);
    }
  }

  private void judgeWidth(Row record) {
    if (record.size() < width && !ragged) {
      record.issue(
          new ReadIssue(
              IssueCode.ROW_TOO_SHORT,
              record.line(),
              -1,
              record.size() + " cellen",
              width + " cellen",
              "de ontbrekende cellen zijn leeg"));
    } else if (record.size() > width && record.extent() > width) {
      record.issue(
          new ReadIssue(
              IssueCode.ROW_TOO_LONG,
              record.line(),
              width,
              record.extent() + " cellen",
              width + " cellen",
              "de cellen voorbij de laatste kolom horen bij geen kolom"));
    }
  }

  /** Other records followed: what was held stands in the midst of the table. */
  private void releaseAsRecords() {
    for (Row waiting : held) {
      if (waiting.kind() != RowKind.BLANK) {
        classify(waiting);
      }
      ready.add(waiting);
    }
    held.clear();
  }

  /**
   * Nothing followed: what was held stands below the table, and is a note when it reads like one.
   */
  private void releaseAsTail() {
    boolean afterBlank = false;
    for (Row waiting : held) {
      if (waiting.kind() == RowKind.BLANK) {
        afterBlank = true;
      } else if (waiting.kind() == RowKind.PREAMBLE) {
        ready.add(waiting);
        continue;
      } else if (afterBlank || isNote(waiting)) {
        waiting.kind(RowKind.FOOTER);
        waiting.issue(footer(waiting, "een voetnoot"));
      } else {
        classify(waiting);
      }
      ready.add(waiting);
    }
    held.clear();
  }

  private static ReadIssue footer(Row record, String found) {
    return new ReadIssue(
        IssueCode.FOOTER_FOUND, record.line(), -1, found, "een rij met gegevens", "niet in de tabel opgenomen");
  }

  /** One filled cell, where records have more. */
  private boolean isSparse(Row record) {
    if (width < 2) {
      return false;
    }
    int filled = 0;
    for (int i = 0; i < record.size() && filled < 2; i++) {
      filled += record.cell(i).isBlank() ? 0 : 1;
    }
    return filled == 1 && (width > 2 || record.size() == 1);
  }

  /** Words rather than one key: a key without its record must not pass for a note. */
  private static boolean isNote(Row record) {
    for (int i = 0; i < record.size(); i++) {
      String cell = record.cell(i).strip();
      if (!cell.isEmpty()) {
        return CellShape.of(cell) == CellShape.TEXT
            && (cell.indexOf(' ') > 0 || cell.endsWith(":") || "*©(".indexOf(cell.charAt(0)) >= 0);
      }
    }
    return false;
  }

  private boolean isTotal(Row record) {
    for (int i = 0; i < record.size(); i++) {
      String cell = record.cell(i);
      if (cell.isBlank()) {
        continue;
      }
      char c = Character.toLowerCase(cell.charAt(0));
      return (c == 't' || c == 's' || c == 'e')
          && cell.length() <= 11
          && TOTALS.contains(withoutColon(cell.strip().toLowerCase(Locale.ROOT)))
          && width >= 3
          && record.filled() * 2 <= width;
    }
    return false;
  }

  private static String withoutColon(String word) {
    return word.endsWith(":") ? word.substring(0, word.length() - 1).strip() : word;
  }

  private boolean isRepeatedHeader(Row record) {
    for (Row header : headerRows) {
      if (record.cell(0).equals(header.cell(0)) && sameCells(record, header)) {
        return true;
      }
    }
    return false;
  }

  private static boolean sameCells(Row a, Row b) {
    int n = Math.max(a.size(), b.size());
    for (int i = 0; i < n; i++) {
      if (!a.cell(i).equals(b.cell(i))) {
        return false;
      }
    }
    return a.filled() > 1 || n == 1;
  }

  /** Different words, one a cell, above what were columns of values: a further table starts. */
  private boolean isNewHeader(Row record, boolean afterGap) {
    if (typedColumns.length == 0 || (typedColumns.length == 1 && !afterGap)) {
      return false;
    }
    if (CellShape.of(record.cell(typedColumns[0])) == CellShape.TYPED
        || !Columns.isHeaderAmong(record, typedColumns)
        || isRepeatedHeader(record)) {
      return false;
    }
    int known = 0;
    for (int c = 0; c < record.extent(); c++) {
      known += headers.contains(record.cell(c)) ? 1 : 0;
    }
    return afterGap || known * 2 >= record.extent();
  }
}
