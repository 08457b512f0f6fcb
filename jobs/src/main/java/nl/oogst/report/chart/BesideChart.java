package nl.oogst.report.chart;

import java.util.List;

/**
 * Shares of one unit, a row each, with a mark for the same share of all units together. Words and
 * numbers stand above the line of their row, so that nothing collides.
 *
 * @param here what the dots are
 * @param together what the marks are
 */
public record BesideChart(List<Row> rows, Numbers axis, String here, String together)
    implements Chart {
  private static final double ROW = 48;
  private static final double EDGE = 16;
  private static final double NUMBERS = 150;
  private static final String WHOLE = "stroke=\"" + Ink.ACCENT + "\" stroke-width=\"3\"";

  /**
   * One share.
   *
   * @param value the share, between 0 and 1
   * @param low lower end of its interval, or null
   * @param high upper end of its interval, or null
   * @param together the share of all units together, or null
   * @param shown the shares in words
   * @param bound whether the value is only a bound; the mark is then open
   */
  public record Row(
      String label,
      double value,
      Double low,
      Double high,
      Double together,
      String shown,
      boolean bound) {}

  public BesideChart {
    rows = List.copyOf(rows);
  }

  @Override
  public String svg(String alternative) {
    double top = Legend.HEIGHT + 4;
    double bottom = top + rows.size() * ROW;
    Svg svg = new Svg(WIDTH, bottom + 20);
    legend(svg);
    Scale scale = new Scale(0, 1, EDGE, WIDTH - EDGE);
    for (int i = 0; i < rows.size(); i++) {
      row(svg, rows.get(i), top + i * ROW, scale);
    }
    for (double tick : new double[] {0, 0.25, 0.5, 0.75, 1}) {
      svg.text(scale.place(tick), bottom + 14, axis.show(tick), Ink.quiet(Ink.SMALL, "middle"));
    }
    return svg.toSvg(alternative);
  }

  private void legend(Svg svg) {
    svg.circle(EDGE, 8, 5, Ink.MARK);
    svg.text(EDGE + 10, 12, here, Ink.quiet(Ink.SMALL, "start"));
    double x = EDGE + 10 + Svg.textWidth(here, Ink.SMALL) + 20;
    svg.line(x, 1, x, 15, WHOLE);
    svg.text(x + 8, 12, together, Ink.quiet(Ink.SMALL, "start"));
  }

  private static void row(Svg svg, Row row, double y, Scale scale) {
    String label = Labels.fitted(row.label(), WIDTH - NUMBERS, Ink.LABEL);
    svg.text(0, y + 16, label, Ink.text(Ink.LABEL, "start"));
    svg.text(WIDTH, y + 16, row.shown(), Ink.strong(Ink.LABEL, "end"));
    double line = y + 31;
    svg.line(scale.from(), line, scale.to(), line, Ink.GRIDLINE);
    for (double tick : new double[] {0, 0.25, 0.5, 0.75, 1}) {
      svg.line(scale.place(tick), line - 4, scale.place(tick), line + 4, Ink.GRIDLINE);
    }
    if (row.low() != null && row.high() != null) {
      svg.line(scale.place(row.low()), line, scale.place(row.high()), line, Ink.SPAN);
    }
    if (row.together() != null) {
      double x = scale.place(row.together());
      svg.line(x, line - 8, x, line + 8, WHOLE);
    }
    svg.circle(scale.place(row.value()), line, 5, row.bound() ? Ink.HOLLOW : Ink.MARK);
  }
}
