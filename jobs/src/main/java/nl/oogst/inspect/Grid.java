package nl.oogst.inspect;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Lines with aligned columns; what does not fit is cut in the column that can bear it best. */
final class Grid {
  private static final String GAP = "  ";
  private static final int NARROWEST = 8;

  /** A text and how it stands out. */
  record Cell(String text, Terminal.Ink ink) {
    static Cell of(String text) {
      return new Cell(text, null);
    }
  }

  private final String indent;
  private final List<List<Cell>> lines = new ArrayList<>();

  Grid(String indent) {
    this.indent = indent;
  }

  void add(Cell... cells) {
    lines.add(List.of(cells));
  }

  void add(List<Cell> cells) {
    lines.add(List.copyOf(cells));
  }

  void print(Terminal terminal, PrintWriter to) {
    int[] widths = widths(terminal);
    for (List<Cell> line : lines) {
      StringBuilder out = new StringBuilder(indent);
      for (int i = 0; i < line.size(); i++) {
        Cell cell = line.get(i);
        String text = cut(cell.text(), widths[i]);
        boolean last = line.subList(i + 1, line.size()).stream().allMatch(c -> c.text().isEmpty());
        out.append(cell.ink() == null ? text : terminal.paint(cell.ink(), text));
        if (last) {
          break;
        }
        out.append(" ".repeat(widths[i] - length(text))).append(GAP);
      }
      to.println(out.toString().stripTrailing());
    }
  }

  private int[] widths(Terminal terminal) {
    int columns = lines.stream().mapToInt(List::size).max().orElse(0);
    int[] widths = new int[columns];
    for (List<Cell> line : lines) {
      for (int i = 0; i < line.size(); i++) {
        widths[i] = Math.max(widths[i], length(line.get(i).text()));
      }
    }
    int all = indent.length() + GAP.length() * Math.max(0, columns - 1);
    for (int width : widths) {
      all += width;
    }
    for (int over = terminal.width() == 0 ? 0 : all - terminal.width(); over > 0; over--) {
      int widest = 0;
      for (int i = 1; i < columns; i++) {
        widest = widths[i] > widths[widest] ? i : widest;
      }
      if (widths[widest] <= NARROWEST) {
        break;
      }
      widths[widest]--;
    }
    return widths;
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static String cut(String text, int width) {
    return length(text) <= width
        ? text
        : text.substring(0, text.offsetByCodePoints(0, Math.max(0, width - 1))) + "…";
  }
}
