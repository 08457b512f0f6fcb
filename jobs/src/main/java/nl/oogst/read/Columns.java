package nl.oogst.read;

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
    int widest = rows.stream().mapToInt(Row::size).max().orElse(0);
    int[] typed = new int[widest];
    int[] filled = new int[widest];
    for (Row row : rows) {
      for (int c = 0; c < row.size(); c++) {
        CellShape shape = CellShape.of(row.cell(c));
        filled[c] += shape == CellShape.EMPTY ? 0 : 1;
        typed[c] += shape == CellShape.TYPED ? 1 : 0;
      }
    }
    int[] columns = new int[widest];
    int n = 0;
    for (int c = 0; c < widest; c++) {
      if (typed[c] > 0 && typed[c] >= share * filled[c]) {
        columns[n++] = c;
      }
    }
    return Arrays.copyOf(columns, n);
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
    Set<String> words = new HashSet<>();
    for (int c = 0; c < row.extent(); c++) {
      String cell = row.cell(c);
      if (CellShape.of(cell) != CellShape.TEXT || cell.length() > 60 || !words.add(cell)) {
        return false;
      }
    }
    return words.size() > 1;
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
    return mode(rows.stream().filter(row -> row.filled() > 1).mapToInt(Row::extent).toArray(), 1);
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

  /** A table below this one has columns of its own. */
  static List<Row> untilNextHeader(List<Row> body) {
    int[] rough = typedColumns(body, 0.5);
    for (int i = 1; i < body.size(); i++) {
      if (isHeaderAmong(body.get(i), rough)) {
        return body.subList(0, i);
      }
    }
    return body;
  }
}
