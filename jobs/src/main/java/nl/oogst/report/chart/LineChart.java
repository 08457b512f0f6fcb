package nl.oogst.report.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Numbers through time, from zero. What is provisional is drawn open and joined by a broken line; a
 * missing number leaves a gap.
 *
 * @param axis how numbers on the axis are written
 * @param height of the drawing, in its own units
 * @param target a line to compare with, or null
 * @param targetLabel what that line is, or null
 */
public record LineChart(
    List<Point> points, Numbers axis, double height, Double target, String targetLabel)
    implements Chart {
  private static final double LEFT = 46;
  private static final double RIGHT = 22;
  private static final double TOP = 24;
  private static final double BOTTOM = 26;

  /**
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
    Svg svg = new Svg(WIDTH, height);
    double max = target == null ? 0 : target;
    for (Point point : points) {
      max = Math.max(max, point.value() == null ? 0 : point.value());
    }
    Scale y = Scale.around(0, max == 0 ? 1 : max, true, 4, height - BOTTOM, TOP);
    for (double tick : y.ticks(4)) {
      svg.line(LEFT, y.place(tick), WIDTH - RIGHT, y.place(tick), Ink.GRIDLINE);
      svg.text(LEFT - 8, y.place(tick) + 4, axis.show(tick), Ink.quiet(Ink.SMALL, "end"));
    }
    if (target != null) {
      svg.line(LEFT, y.place(target), WIDTH - RIGHT, y.place(target), Ink.REFERENCE);
      svg.text(LEFT + 4, y.place(target) - 5, targetLabel, Ink.accent(Ink.SMALL, "start"));
    }
    lines(svg, y);
    marks(svg, y);
    return svg.toSvg(alternative);
  }

  private double x(int i) {
    double room = WIDTH - LEFT - RIGHT - 28;
    return LEFT + 14 + (points.size() == 1 ? room / 2 : room * i / (points.size() - 1));
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

  private void marks(Svg svg, Scale y) {
    List<Integer> labelled = labelled();
    for (int i = 0; i < points.size(); i++) {
      Point point = points.get(i);
      if (labelled.contains(i)) {
        svg.text(x(i), height - 8, point.label(), Ink.quiet(Ink.SMALL, "middle"));
      }
      if (point.value() != null) {
        double at = y.place(point.value());
        svg.circle(
            x(i), at, points.size() > 16 ? 3 : 4.5, point.provisional() ? Ink.HOLLOW : Ink.MARK);
        if (points.size() <= 10 || i == points.size() - 1) {
          svg.text(x(i), at - 10, point.shown(), Ink.strong(Ink.SMALL, "middle"));
        }
      }
    }
  }

  /** The labels that have room beside each other, the last one always among them. */
  private List<Integer> labelled() {
    double widest = 0;
    for (Point point : points) {
      widest = Math.max(widest, Svg.textWidth(point.label(), Ink.SMALL) + 10);
    }
    double step = points.size() < 2 ? WIDTH : x(1) - x(0);
    int every = Math.max(1, (int) Math.ceil(widest / step));
    List<Integer> chosen = new ArrayList<>();
    for (int i = points.size() - 1; i >= 0; i -= every) {
      chosen.add(i);
    }
    return chosen;
  }
}
