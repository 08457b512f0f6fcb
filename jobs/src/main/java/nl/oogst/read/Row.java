package nl.oogst.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * One physical record. The object is reused from record to record; cells and issues may be kept.
 */
public final class Row {
  private RowKind kind = RowKind.DATA;
  private long line;
  private int size;
  private String[] cells = new String[32];
  private CellType[] types;
  private List<ReadIssue> issues = List.of();
  private boolean typed;
  private int[] spans;

  Row() {}

  public RowKind kind() {
    return kind;
  }

  /** Physical line of the record's start, from 1; the row number in a sheet. */
  public long line() {
    return line;
  }

  /** How many cells the record really has. */
  public int size() {
    return size;
  }

  /** The cell's text; {@code ""} where the record has no such cell. */
  public String cell(int i) {
    return i < size ? cells[i] : "";
  }

  /** What the source said of the cell; {@link CellType#TEXT} where it has no such cell. */
  public CellType type(int i) {
    return typed && i < size ? types[i] : CellType.TEXT;
  }

  /** What had to be tolerated to read this record. */
  public List<ReadIssue> issues() {
    return issues.isEmpty() ? List.of() : Collections.unmodifiableList(issues);
  }

  void clear(long newLine) {
    kind = RowKind.DATA;
    line = newLine;
    size = 0;
    typed = false;
    spans = null;
    if (!issues.isEmpty()) {
      issues = List.of();
    }
  }

  void kind(RowKind newKind) {
    kind = newKind;
  }

  void add(String cell) {
    if (size == cells.length) {
      cells = Arrays.copyOf(cells, size * 2);
    }
    if (typed) {
      room();
      types[size] = CellType.TEXT;
    }
    cells[size++] = cell;
  }

  void add(String cell, CellType type) {
    if (!typed) {
      typed = true;
      room();
      Arrays.fill(types, 0, size, CellType.TEXT);
    }
    add(cell);
    types[size - 1] = type;
  }

  /** That a cell covers the columns up to and with {@code to}. */
  void span(int from, int to) {
    spans = spans == null ? new int[] {from, to} : Arrays.copyOf(spans, spans.length + 2);
    spans[spans.length - 2] = from;
    spans[spans.length - 1] = to;
  }

  /**
   * The last column that a cell covers; that of the table's last column when nothing is known of
   * spans in this record.
   */
  int covers(int column) {
    if (spans == null) {
      return Integer.MAX_VALUE;
    }
    for (int i = 0; i < spans.length; i += 2) {
      if (spans[i] == column) {
        return spans[i + 1];
      }
    }
    return column;
  }

  private void room() {
    if (types == null) {
      types = new CellType[cells.length];
    } else if (types.length < cells.length) {
      types = Arrays.copyOf(types, cells.length);
    }
  }

  void issue(ReadIssue issue) {
    if (issues.isEmpty()) {
      issues = new ArrayList<>(2);
    }
    issues.add(issue);
  }

  /** Forgets the cells, keeps line and issues. */
  void dropCells() {
    size = 0;
  }

  boolean isBlank() {
    for (int i = 0; i < size; i++) {
      if (!cells[i].isBlank()) {
        return false;
      }
    }
    return true;
  }

  /** The number of cells up to and with the last one that holds something. */
  int extent() {
    int n = size;
    while (n > 0 && cells[n - 1].isBlank()) {
      n--;
    }
    return n;
  }

  /** Whether more than one cell holds something. */
  boolean hasSeveral() {
    boolean one = false;
    for (int i = 0; i < size; i++) {
      if (!cells[i].isBlank()) {
        if (one) {
          return true;
        }
        one = true;
      }
    }
    return false;
  }

  int filled() {
    int n = 0;
    for (int i = 0; i < size; i++) {
      n += cells[i].isBlank() ? 0 : 1;
    }
    return n;
  }

  Row copy() {
    Row copy = new Row();
    copy.copyFrom(this);
    return copy;
  }

  void copyFrom(Row other) {
    kind = other.kind;
    line = other.line;
    size = other.size;
    typed = other.typed;
    issues = other.issues;
    spans = other.spans;
    if (cells.length < size) {
      cells = new String[other.cells.length];
    }
    System.arraycopy(other.cells, 0, cells, 0, size);
    if (typed) {
      if (types == null || types.length < cells.length) {
        types = new CellType[cells.length];
      }
      System.arraycopy(other.types, 0, types, 0, size);
    }
  }

  List<String> toList() {
    return List.of(Arrays.copyOf(cells, size));
  }
}
