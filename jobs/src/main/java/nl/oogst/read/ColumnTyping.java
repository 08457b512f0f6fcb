package nl.oogst.read;

import java.util.Arrays;
import java.util.List;

/** How many cells of each column are filled, and how many of these are numbers or dates. */
final class ColumnTyping {
  private final int[] typed;
  private final int[] filled;

  private ColumnTyping(int columns) {
    typed = new int[columns];
    filled = new int[columns];
  }

  static ColumnTyping of(List<Row> rows) {
    int widest = rows.stream().mapToInt(Row::size).max().orElse(0);
    ColumnTyping counts = new ColumnTyping(widest);
    for (Row row : rows) {
      for (int c = 0; c < row.size(); c++) {
        CellShape shape = CellShape.of(row.cell(c));
        counts.filled[c] += shape == CellShape.EMPTY ? 0 : 1;
        counts.typed[c] += shape == CellShape.TYPED ? 1 : 0;
      }
    }
    return counts;
  }

  /** The columns in which at least this share of what is filled are numbers or dates. */
  int[] columns(double share) {
    int[] columns = new int[typed.length];
    int n = 0;
    for (int c = 0; c < typed.length; c++) {
      if (typed[c] > 0 && typed[c] >= share * filled[c]) {
        columns[n++] = c;
      }
    }
    return Arrays.copyOf(columns, n);
  }
}
