package nl.oogst.report.chart;

import java.util.ArrayList;
import java.util.List;

/** What the marks of a chart mean, in a row above it. */
final class Legend {
  /** Room that a legend takes at the top of a chart. */
  static final double HEIGHT = 20;

  private static final double SYMBOL = 24;
  private static final double GAP = 14;
  private static final double MIDDLE = 8;

  private record Item(String style, String words) {}

  private final List<Item> items = new ArrayList<>();

  /** A line of a style; nothing when there are no words for it. */
  Legend line(String style, String words) {
    if (words != null) {
      items.add(new Item(style, words));
    }
    return this;
  }

  /** The open mark; nothing when there are no words for it. */
  Legend open(String words) {
    return line(null, words);
  }

  boolean isEmpty() {
    return items.isEmpty();
  }

  /** Draws it in the first row. */
  void draw(Svg svg, double left) {
    draw(svg, left, 0);
  }

  void draw(Svg svg, double left, double top) {
    double x = left;
    for (Item item : items) {
      double symbol = item.style() == null ? SYMBOL / 2 : SYMBOL;
      if (item.style() == null) {
        svg.circle(x + 5, top + MIDDLE, 4.5, Ink.HOLLOW);
      } else {
        svg.line(x, top + MIDDLE, x + SYMBOL, top + MIDDLE, item.style());
      }
      svg.text(x + symbol + 5, top + MIDDLE + 4, item.words(), Ink.quiet(Ink.SMALL, "start"));
      x += symbol + 5 + Svg.textWidth(item.words(), Ink.SMALL) + GAP;
    }
  }
}
