package nl.oogst.report.chart;

import java.util.List;

/**
 * Bars from zero with the number at the end of each, and a mark for what it was before.
 *
 * @param before what the mark means, such as "2023"; null when there are no marks
 */
public record BarChart(List<Bar> bars, String before) implements Chart {
  private static final double ROW = 32;
  private static final double LABELS = 176;
  private static final double NUMBERS = 44;

  /**
   * A bar.
   *
   * @param value not negative; null when there is nothing to show
   * @param shown the value in words
   * @param previous the earlier value, or null
   */
  public record Bar(String label, Double value, String shown, Double previous) {}

  public BarChart {
    bars = List.copyOf(bars);
  }

  @Override
  public String svg(String alternative) {
    double top = before == null ? 4 : 26;
    Svg svg = new Svg(WIDTH, top + bars.size() * ROW + 4);
    double max = 0;
    for (Bar bar : bars) {
      max = Math.max(max, bar.value() == null ? 0 : bar.value());
      max = Math.max(max, bar.previous() == null || before == null ? 0 : bar.previous());
    }
    Scale scale = new Scale(0, max == 0 ? 1 : max, LABELS + 8, WIDTH - NUMBERS);
    if (before != null) {
      svg.line(LABELS + 8, 7, LABELS + 8, 19, mark());
      svg.text(LABELS + 16, 17, before, Ink.quiet(Ink.SMALL, "start"));
    }
    for (int i = 0; i < bars.size(); i++) {
      bar(svg, bars.get(i), top + i * ROW, scale);
    }
    svg.line(LABELS + 8, top, LABELS + 8, top + bars.size() * ROW, Ink.GRIDLINE);
    return svg.toSvg(alternative);
  }

  private void bar(Svg svg, Bar bar, double y, Scale scale) {
    double middle = y + ROW / 2;
    double end = scale.from();
    Labels.row(svg, bar.label(), LABELS, middle, LABELS);
    if (bar.value() != null) {
      end = scale.place(bar.value());
      svg.rect(scale.from(), y + 8, end - scale.from(), ROW - 16, Ink.MARK);
    }
    if (before != null && bar.previous() != null) {
      double x = scale.place(bar.previous());
      svg.line(x, y + 3, x, y + ROW - 3, mark());
      end = Math.max(end, x);
    }
    svg.text(end + 7, middle + 4, bar.shown(), Ink.strong(Ink.LABEL, "start"));
  }

  private static String mark() {
    return "stroke=\"" + Ink.ACCENT + "\" stroke-width=\"3\"";
  }
}
