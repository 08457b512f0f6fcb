package nl.oogst.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What rows say of the columns they share: how many there are, and which hold numbers or dates. */
final class Columns {
  private Columns() {}

  /** The columns below which most cells are numbers or dates. */
  static int[] typedColumns(List<Row> rows, double share) {
    return ColumnTyping.of(rows).columns(share);
  }

  /** Different words, one a cell, where most columns of values have one. */
  static boolean isHeaderAmong(Row row, int[] typedColumns) {
    int texts = 0;
    for (int c : typedColumns) {
      CellShape shape = CellShape.of(row.cell(c));
      if (shape == CellShape.TYPED) {
        return false;
      }
      texts += shape == CellShape.TEXT ? 1 : 0;
    }
    if (texts == 0 || texts * 2 < typedColumns.length) {
      return false;
    }
    return row.extent() > 1 && isWords(row);
  }

  /**
   * Whether a row starts a table of its own: different words, one a cell, above records that are no
   * wider and hold numbers or dates in a column below one of the words.
   *
   * @param below the rows that follow, blank ones left out
   */
  static boolean startsTable(Row row, List<Row> below) {
    int width = row.extent();
    if (width < 2 || below.isEmpty() || !isWords(row)) {
      return false;
    }
    boolean[] typed = new boolean[width];
    Arrays.fill(typed, true);
    for (Row next : below) {
      if (next.extent() > width || !next.hasSeveral()) {
        return false;
      }
      for (int c = 0; c < width; c++) {
        typed[c] &= CellShape.of(next.cell(c)) == CellShape.TYPED;
      }
    }
    for (boolean each : typed) {
      if (each) {
        return true;
      }
    }
    return false;
  }

  /** Different words, one in every cell. */
  private static boolean isWords(Row row) {
    Set<String> words = new HashSet<>();
    for (int c = 0; c < row.extent(); c++) {
      String cell = row.cell(c);
      if (CellShape.of(cell) != CellShape.TEXT || cell.length() > 60 || !words.add(cell)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Where a further table starts among the first rows: behind a gap, below a table that is one
   * itself; the number of rows when there is none.
   */
  static int furtherTable(List<Row> rows) {
    int first = -1;
    for (int i = 0; i < rows.size(); i++) {
      boolean gap = i > 0 && rows.get(i - 1).isBlank();
      if (first >= 0 && gap && rows.get(i).extent() != rows.get(first).extent()) {
        if (startsTable(rows.get(i), below(rows, i))) {
          return i;
        }
      } else if (first < 0 && rows.get(i).extent() > 2) {
        List<Row> below = below(rows, i);
        first = below.size() > 1 && startsTable(rows.get(i), below) ? i : -1;
      }
    }
    return rows.size();
  }

  private static List<Row> below(List<Row> rows, int at) {
    List<Row> below = new ArrayList<>();
    for (int i = at + 1; i < rows.size() && below.size() < 3; i++) {
      if (rows.get(i).isBlank()) {
        break;
      }
      below.add(rows.get(i));
    }
    return below;
  }

  /** Columns that a quarter of the records fill, so that one long record makes no column. */
  static int usedColumns(List<Row> body) {
    int n = body.stream().mapToInt(Row::extent).max().orElse(0);
    while (n > 0) {
      int column = n - 1;
      long filled = body.stream().filter(row -> !row.cell(column).isBlank()).count();
      if (filled * 4 >= body.size() && (filled > 1 || body.size() == 1)) {
        break;
      }
      n--;
    }
    return n;
  }

  static int usualExtent(List<Row> rows) {
    return mode(rows.stream().filter(row -> row.hasSeveral()).mapToInt(Row::extent).toArray(), 1);
  }

  static int usualSize(List<Row> rows) {
    return mode(rows.stream().mapToInt(Row::size).toArray(), 0);
  }

  /** The most frequent number; of equals the largest. */
  private static int mode(int[] numbers, int none) {
    Map<Integer, Integer> counts = new HashMap<>();
    int best = none;
    int most = 0;
    for (int n : numbers) {
      int count = counts.merge(n, 1, Integer::sum);
      if (count > most || (count == most && n > best)) {
        best = n;
        most = count;
      }
    }
    return best;
  }

  /**
   * A table below this one has columns of its own.
   *
   * @param typing of these rows
   */
  static List<Row> untilNextHeader(List<Row> body, ColumnTyping typing) {
    int[] rough = typing.columns(0.5);
    for (int i = 1; i < body.size(); i++) {
      if (isHeaderAmong(body.get(i), rough)) {
        return body.subList(0, i);
      }
    }
    return body;
  }
}
