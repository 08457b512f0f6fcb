package nl.oogst.read;

import java.util.ArrayList;
import java.util.List;

/** Joins several header rows into one name a column. */
final class Headers {
  private Headers() {}

  /**
   * Cell by cell, with a space or what else the dialect says. A cell of an upper row that spans
   * several columns is carried on to the right, as long as the rows below have a name there: over
   * the columns it is merged over, or where nothing is known of that over empty cells.
   */
  static List<String> join(List<Row> rows, int columns, String join) {
    List<StringBuilder> names = new ArrayList<>();
    for (int c = 0; c < columns; c++) {
      names.add(new StringBuilder());
    }
    for (int r = 0; r < rows.size(); r++) {
      String carried = "";
      int until = 0;
      for (int c = 0; c < columns; c++) {
        String cell = rows.get(r).cell(c);
        boolean below = hasName(rows, r + 1, c);
        if (!cell.isBlank()) {
          carried = below ? cell : "";
          until = rows.get(r).covers(c);
        } else if (below && c <= until) {
          cell = carried;
        }
        if (!cell.isBlank()) {
          StringBuilder name = names.get(c);
          name.append(name.isEmpty() ? "" : join).append(cell);
        }
      }
    }
    return names.stream().map(StringBuilder::toString).toList();
  }

  /**
   * A delimiter too many in the header shifts every name behind it. It is one when every record has
   * the same number of cells, one fewer than the header, and the header has one empty cell.
   */
  static int superfluous(List<Row> header, List<Row> body, int cells) {
    if (header.size() != 1 || header.get(0).extent() != cells + 1 || cells < 2) {
      return -1;
    }
    Row names = header.get(0);
    int empty = -1;
    for (int c = 0; c < names.extent(); c++) {
      if (names.cell(c).isBlank()) {
        if (empty >= 0) {
          return -1;
        }
        empty = c;
      }
    }
    boolean all = body.stream().filter(row -> row.hasSeveral()).allMatch(r -> r.size() == cells);
    return all ? empty : -1;
  }

  private static boolean hasName(List<Row> rows, int from, int column) {
    for (Row row : rows.subList(from, rows.size())) {
      if (!row.cell(column).isBlank()) {
        return true;
      }
    }
    return false;
  }
}
