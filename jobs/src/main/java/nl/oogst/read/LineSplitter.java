package nl.oogst.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.oogst.read.TextFormat.Escape;

/**
 * Finds the reading of one line whose quotes are broken: of all ways to close or ignore each quote,
 * the one with the fewest liberties that gives the wanted number of cells. A quote that is neither
 * opening nor closing stays in the cell, so no character is lost.
 */
final class LineSplitter {
  private static final int LENIENT = 2;
  private static final int LITERAL = 3;
  private static final int TOO_MUCH = 400_000;
  private static final int CLOSINGS = 12;

  private final TextFormat format;
  private final String line;

  /** Where cells start; and where their delimiters end, which differs when spaces are skipped. */
  private int[] starts = new int[16];

  private int[] borders = new int[16];
  private int count;

  LineSplitter(TextFormat format, String line) {
    this.format = format;
    this.line = line;
    add(0);
    String d = format.delimiter();
    for (int i = line.indexOf(d); i >= 0; i = line.indexOf(d, i + d.length())) {
      add(i + d.length());
    }
  }

  private void add(int start) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, count * 2);
      borders = Arrays.copyOf(borders, count * 2);
    }
    int cell = start;
    while (format.skipSpace() && cell < line.length() && line.charAt(cell) == ' ') {
      cell++;
    }
    borders[count] = start;
    starts[count++] = cell;
  }

  /**
   * A reading of the line.
   *
   * @param firstLiberty the first cell whose quotes were not taken at their word; -1 when none
   */
  record Reading(List<String> cells, int cost, int firstLiberty) {}

  /** The cheapest reading with exactly {@code width} cells, or null when there is none. */
  Reading withWidth(int width) {
    if (width < 1 || width > count || (long) width * count > TOO_MUCH) {
      return null;
    }
    return new Search(width).result(width);
  }

  /**
   * The reading in which a quote that opens and is never properly closed is an ordinary character.
   */
  Reading literal() {
    List<String> cells = new ArrayList<>();
    int liberty = -1;
    int b = 0;
    while (b < count) {
      Cell cell = strict(b);
      if (cell == null) {
        liberty = liberty < 0 ? cells.size() : liberty;
        cell = plain(b);
      }
      cells.add(cell.text);
      b = cell.next;
    }
    return new Reading(cells, liberty < 0 ? 0 : LITERAL, liberty);
  }

  /**
   * @param next index of the next cell's start; {@code count} at the end of the line
   */
  private record Cell(String text, int next) {}

  private boolean isQuoted(int b) {
    return format.quote() != 0
        && starts[b] < line.length()
        && line.charAt(starts[b]) == format.quote();
  }

  private Cell plain(int b) {
    int end = b + 1 < count ? borders[b + 1] - format.delimiter().length() : line.length();
    return new Cell(line.substring(Math.min(starts[b], end), end), b + 1);
  }

  /** The cell as its quotes say, or null when they are broken. */
  private Cell strict(int b) {
    if (!isQuoted(b)) {
      return plain(b);
    }
    StringBuilder text = new StringBuilder();
    char q = format.quote();
    for (int i = starts[b] + 1; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean more = i + 1 < line.length();
      if (c == format.backslash() && format.escape() == Escape.BACKSLASH && more) {
        char next = line.charAt(i + 1);
        if (next == q || next == c) {
          text.append(next);
          i++;
          continue;
        }
      }
      if (c != q) {
        text.append(c);
      } else if (more && line.charAt(i + 1) == q && format.escape() != Escape.NONE) {
        text.append(q);
        i++;
      } else {
        int next = cellAfter(b, i + 1);
        if (next >= 0 || format.escape() != Escape.NONE) {
          return next < 0 ? null : new Cell(text.toString(), next);
        }
        text.append(c);
      }
    }
    return null;
  }

  /** The cell that starts after position {@code end}, if a cell can end there; else -1. */
  private int cellAfter(int b, int end) {
    if (end == line.length()) {
      return count;
    }
    int found = Arrays.binarySearch(borders, b + 1, count, end + format.delimiter().length());
    return found >= 0 ? found : -1;
  }

  private String unescaped(String text) {
    String q = String.valueOf(format.quote());
    return switch (format.escape()) {
      case DOUBLED -> text.replace(q + q, q);
      case BACKSLASH -> text.replace(format.backslash() + q, q);
      case NONE -> text;
    };
  }

  /** Shortest path over (cell start, number of cells so far). */
  private final class Search {
    private final int width;
    private final int[] cost;
    private final int[] from;
    private final Cell[] via;

    Search(int width) {
      this.width = width;
      int states = (count + 1) * (width + 1);
      cost = new int[states];
      from = new int[states];
      via = new Cell[states];
      Arrays.fill(cost, Integer.MAX_VALUE);
      cost[0] = 0;
      for (int b = 0; b < count; b++) {
        if (reachable(b)) {
          spread(b);
        }
      }
    }

    private boolean reachable(int b) {
      for (int k = 0; k < width; k++) {
        if (cost[b * (width + 1) + k] < Integer.MAX_VALUE) {
          return true;
        }
      }
      return false;
    }

    private void spread(int b) {
      Cell strict = strict(b);
      if (strict != null) {
        step(b, strict, 0);
      }
      if (!isQuoted(b)) {
        return;
      }
      step(b, plain(b), LITERAL);
      int closings = 0;
      int at = starts[b] + 1;
      char q = format.quote();
      for (int i = line.indexOf(q, at); i >= 0 && closings < CLOSINGS; i = line.indexOf(q, i + 1)) {
        int next = cellAfter(b, i + 1);
        if (next >= 0) {
          closings++;
          step(b, new Cell(unescaped(line.substring(at, i)), next), LENIENT);
        }
      }
    }

    private void step(int b, Cell cell, int price) {
      for (int k = 0; k < width; k++) {
        int here = cost[b * (width + 1) + k];
        int there = cell.next * (width + 1) + k + 1;
        if (here < Integer.MAX_VALUE && here + price < cost[there]) {
          cost[there] = here + price;
          from[there] = b;
          via[there] = cell;
        }
      }
    }

    Reading result(int cells) {
      int state = count * (width + 1) + cells;
      if (cost[state] == Integer.MAX_VALUE) {
        return null;
      }
      String[] texts = new String[cells];
      int liberty = -1;
      int b = count;
      for (int k = cells; k > 0; k--) {
        int here = b * (width + 1) + k;
        texts[k - 1] = via[here].text;
        int before = from[here] * (width + 1) + k - 1;
        liberty = cost[here] > cost[before] ? k - 1 : liberty;
        b = from[here];
      }
      return new Reading(List.of(texts), cost[state], liberty);
    }
  }
}
