package nl.oogst.read;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.oogst.model.IssueCode;

/** Says of each record of one table what it is, and where the next table starts. */
final class FramedTable implements SourceTable {
  private static final int SAMPLE_ROWS = 200;
  private static final int MOST_HELD = 1_000;

  private final FramedSource source;
  private final boolean ragged;
  private final TableStart start;
  private final List<String> headers;
  private final int width;
  private final Widths widths;
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
  private boolean gapHeld;
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
    this.widths = new Widths(width, structure.superfluous() >= 0, ragged);
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
      if (isNewHeader(candidate, i > dataFrom && sample.get(i - 1).isBlank())) {
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
      if (source.goToPart()) {
        index = dataFrom;
      }
      if (source.isPartOver()) {
        endPart();
        continue;
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

  /** What waits here for what follows can only be judged with it. */
  private void endPart() {
    if (!held.isEmpty() || index < dataFrom) {
      source.irregular();
    }
    done = true;
  }

  private void top() {
    if (row.kind() != RowKind.SEP_LINE) {
      row.kind(
          headerIndexes.contains(index)
              ? RowKind.HEADER
              : row.isBlank() ? RowKind.BLANK : RowKind.PREAMBLE);
    }
    if (index == headerFrom && !headerIndexes.isEmpty()) {
      widths.judgeHeader(row, headerRows.size());
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
  private Row body() throws ReadFailure {
    index++;
    boolean blank = row.isBlank();
    if (row.kind() == RowKind.SEP_LINE || (row.kind() == RowKind.PREAMBLE && held.isEmpty())) {
      return row;
    }
    if (!blank
        && row.kind() != RowKind.PREAMBLE
        && (isNewHeader(row, !held.isEmpty()) || isOtherTable())) {
      source.pushBack(row);
      done = true;
      releaseAsTail();
      return null;
    }
    if (blank || isSparse(row)) {
      row.kind(blank ? RowKind.BLANK : row.kind());
      held.add(row.copy());
      gapHeld |= blank;
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
    } else if (Footers.isTotal(record, width)) {
      record.kind(RowKind.FOOTER);
      record.issue(Footers.issue(record, "een totaalregel"));
    } else if (commented && record.cell(0).startsWith("#") && record.size() != width) {
      record.kind(RowKind.PREAMBLE);
    } else {
      widths.judge(record);
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
    gapHeld = false;
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
      } else if (afterBlank || Footers.isNote(waiting)) {
        waiting.kind(RowKind.FOOTER);
        waiting.issue(Footers.issue(waiting, "een voetnoot"));
      } else {
        classify(waiting);
      }
      ready.add(waiting);
    }
    held.clear();
    gapHeld = false;
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

  /**
   * The row at hand names other columns than these, and the rows below it fit those names: a
   * further table, wider or narrower. Without a gap above it, its rows must differ in size too.
   */
  private boolean isOtherTable() throws ReadFailure {
    boolean afterGap = gapHeld;
    int size = row.size();
    if (row.extent() == width
        || (!afterGap && (ragged || size == width))
        || Footers.isTotal(row, width)) {
      return false;
    }
    if (CellShape.of(row.cell(0)) != CellShape.TEXT || isRepeatedHeader(row)) {
      return false;
    }
    List<Row> below = new ArrayList<>(source.peek(3));
    below.removeIf(Row::isBlank);
    return Columns.startsTable(row, below)
        && (afterGap || (below.size() > 1 && below.stream().allMatch(r -> r.size() == size)));
  }

  /** Different words, one a cell, above what were columns of values: a further table starts. */
  private boolean isNewHeader(Row record, boolean afterGap) {
    if (typedColumns.length == 0) {
      return isAlmostHeader(record);
    }
    if (typedColumns.length == 1 && !afterGap) {
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

  /** The words of the header again, in their places, with one more or one fewer beside them. */
  private boolean isAlmostHeader(Row record) {
    int known = 0;
    for (int c = 0; c < record.extent() && c < width; c++) {
      known += !record.cell(c).isBlank() && headers.get(c).equals(record.cell(c)) ? 1 : 0;
    }
    return known >= 2 && known + 1 >= width && !isRepeatedHeader(record);
  }
}
