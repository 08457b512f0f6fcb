package nl.oogst.report.chart;

import java.util.List;

/**
 * A dot for each estimate and a bar for its interval, a row each. Short labels stand beside their
 * row, long ones above it.
 *
 * @param low the smallest number of the axis, or NaN to let the values decide
 * @param high the largest number of the axis, or NaN to let the values decide
 * @param axis how numbers on the axis are written
 * @param reference a line to compare with, or null
 * @param referenceLabel what that line is, or null
 * @param open what an open mark means, or null
 */
public record RangeChart(
    List<Row> rows,
    double low,
    double high,
    Numbers axis,
    Double reference,
    String referenceLabel,
    String open)
    implements Chart {
  private static final double ROW = 36;
  private static final double LABELS = 150;
  private static final double EDGE = 22;

  /**
   * An estimate with its interval.
   *
   * @param value the estimate; null when there is too little to say
   * @param low lower end of its interval, or null
   * @param high upper end of its interval, or null
   * @param shown the estimate in words, or why there is none
   * @param open whether the mark is drawn open: still provisional, or less certain
   */
  public record Row(
      String label, Double value, Double low, Double high, String shown, boolean open) {}

  public RangeChart {
    rows = List.copyOf(rows);
  }

  @Override
  public String svg(String alternative) {
    boolean above = rows.stream().anyMatch(row -> Svg.textWidth(row.label(), Ink.LABEL) > LABELS);
    boolean anyOpen = rows.stream().anyMatch(row -> row.open() && row.value() != null);
    Legend legend = new Legend().open(anyOpen ? open : null).line(Ink.REFERENCE, referenceLabel);
    double top = legend.isEmpty() ? 6 : Legend.HEIGHT + 6;
    double bottom = top;
    for (Row row : rows) {
      bottom += height(row, above);
    }
    Svg svg = new Svg(WIDTH, bottom + 24);
    double left = above ? EDGE : LABELS + EDGE;
    legend.draw(svg, 0);
    Scale scale = scale(left);
    for (double tick : scale.ticks(4)) {
      double x = scale.place(tick);
      svg.line(x, top, x, bottom, Ink.GRIDLINE);
      svg.text(x, bottom + 17, axis.show(tick), Ink.quiet(Ink.SMALL, "middle"));
    }
    if (reference != null) {
      svg.line(scale.place(reference), top, scale.place(reference), bottom, Ink.REFERENCE);
    }
    double y = top;
    for (Row row : rows) {
      double taken = 0;
      if (above) {
        double words = Labels.height(row.label(), WIDTH);
        svg.rect(0, y + 8, WIDTH, words, "fill=\"#ffffff\"");
        taken = Labels.above(svg, row.label(), 0, y + 8, WIDTH) + 6;
      } else {
        Labels.row(svg, row.label(), LABELS, y + ROW / 2 + 3, LABELS);
      }
      mark(svg, row, y + taken + ROW / 2 + 3, scale);
      y += height(row, above);
    }
    return svg.toSvg(alternative);
  }

  private static double height(Row row, boolean above) {
    return above ? ROW + 4 + Labels.height(row.label(), WIDTH) : ROW;
  }

  private Scale scale(double from) {
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    for (Row row : rows) {
      for (Double value : new Double[] {row.value(), row.low(), row.high(), reference}) {
        if (value != null) {
          min = Math.min(min, value);
          max = Math.max(max, value);
        }
      }
    }
    if (min > max) {
      min = 0;
      max = 1;
    }
    double to = WIDTH - EDGE;
    if (!Double.isNaN(low) && !Double.isNaN(high)) {
      return new Scale(low, high, from, to);
    }
    return Scale.around(min, max, false, 4, from, to);
  }

  private static void mark(Svg svg, Row row, double y, Scale scale) {
    if (row.value() == null) {
      svg.text(scale.from(), y + 4, row.shown(), Ink.quiet(Ink.SMALL, "start"));
      return;
    }
    double x = scale.place(row.value());
    if (row.low() != null && row.high() != null) {
      svg.line(scale.place(row.low()), y, scale.place(row.high()), y, Ink.SPAN);
    }
    svg.circle(x, y, 5, row.open() ? Ink.HOLLOW : Ink.MARK);
    svg.text(x, y - 9, row.shown(), Ink.strong(Ink.SMALL, "middle"));
  }
}
