package nl.oogst.report.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Numbers through time, from zero. What is provisional is drawn open and joined by a broken line; a
 * missing number leaves a gap.
 *
 * @param axis how numbers on the axis are written
 * @param open what an open mark means, or null
 * @param most the largest number of the axis, so that charts beside each other can share it; NaN to
 *     let the values decide
 */
public record LineChart(List<Point> points, Numbers axis, String open, double most)
    implements Chart {
  /** Narrower than other charts, since they stand beside each other. */
  private static final double WIDE = 340;

  private static final double HEIGHT = 200;
  private static final double LEFT = 40;
  private static final double RIGHT = 8;
  private static final double TOP = 20;
  private static final double BOTTOM = 24;
  private static final int FEW = 10;

  /**
   * A number at a time.
   *
   * @param label the time, such as "2024"; shown where there is room
   * @param value null when there is none
   * @param shown the value in words
   */
  public record Point(String label, Double value, String shown, boolean provisional) {}

  public LineChart {
    points = List.copyOf(points);
  }

  @Override
  public String svg(String alternative) {
    boolean anyOpen = points.stream().anyMatch(p -> p.provisional() && p.value() != null);
    Legend legend = new Legend().open(anyOpen ? open : null);
    double top = TOP + (legend.isEmpty() ? 0 : Legend.HEIGHT);
    double height = HEIGHT + top - TOP;
    Svg svg = new Svg(WIDE, height);
    legend.draw(svg, LEFT);
    Scale y = Scale.around(0, largest(), true, 4, height - BOTTOM, top);
    for (double tick : y.ticks(4)) {
      svg.line(LEFT, y.place(tick), WIDE - RIGHT, y.place(tick), Ink.GRIDLINE);
      svg.text(LEFT - 6, y.place(tick) + 4, axis.show(tick), Ink.quiet(Ink.SMALL, "end"));
    }
    lines(svg, y);
    marks(svg, y, height);
    return svg.toSvg(alternative);
  }

  private double largest() {
    double max = Double.isNaN(most) ? 0 : most;
    for (Point point : points) {
      max = Math.max(max, point.value() == null ? 0 : point.value());
    }
    return max == 0 ? 1 : max;
  }

  private double x(int i) {
    double room = WIDE - LEFT - RIGHT - 32;
    return LEFT + 16 + (points.size() == 1 ? room / 2 : room * i / (points.size() - 1));
  }

  private void lines(Svg svg, Scale y) {
    for (int i = 1; i < points.size(); i++) {
      Point before = points.get(i - 1);
      Point point = points.get(i);
      if (before.value() != null && point.value() != null) {
        svg.path(
            "M"
                + Svg.at(x(i - 1), y.place(before.value()))
                + "L"
                + Svg.at(x(i), y.place(point.value())),
            Ink.LINE + (point.provisional() ? " stroke-dasharray=\"3 4\"" : ""));
      }
    }
  }

  private void marks(Svg svg, Scale y, double height) {
    List<Integer> labelled = labelled();
    boolean few = points.size() <= FEW;
    for (int i = 0; i < points.size(); i++) {
      Point point = points.get(i);
      if (labelled.contains(i)) {
        svg.text(x(i), height - 7, point.label(), Ink.quiet(Ink.SMALL, "middle"));
      }
      if (point.value() != null) {
        double at = y.place(point.value());
        svg.circle(x(i), at, few ? 4.5 : 2.5, point.provisional() ? Ink.HOLLOW : Ink.MARK);
        if (few || i == points.size() - 1) {
          boolean below = below(i) && at + 18 < height - BOTTOM;
          svg.text(x(i), below ? at + 18 : at - 9, point.shown(), Ink.strong(Ink.SMALL, "middle"));
        }
      }
    }
  }

  /** A number stands below its mark where the line runs above it. */
  private boolean below(int i) {
    double here = points.get(i).value();
    double around = 0;
    int neighbours = 0;
    for (int beside : new int[] {i - 1, i + 1}) {
      if (beside >= 0 && beside < points.size() && points.get(beside).value() != null) {
        around += points.get(beside).value();
        neighbours++;
      }
    }
    return neighbours > 0 && around / neighbours > here;
  }

  /** The labels that have room beside each other, the last one always among them. */
  private List<Integer> labelled() {
    double widest = 0;
    for (Point point : points) {
      widest = Math.max(widest, Svg.textWidth(point.label(), Ink.SMALL) + 8);
    }
    List<Integer> chosen = new ArrayList<>();
    double free = Double.POSITIVE_INFINITY;
    for (int i = points.size() - 1; i >= 0; i--) {
      if (!points.get(i).label().isEmpty() && free - x(i) >= widest) {
        chosen.add(i);
        free = x(i);
      }
    }
    return chosen;
  }
}
