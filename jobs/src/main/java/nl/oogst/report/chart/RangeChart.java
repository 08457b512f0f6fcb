package nl.oogst.report.chart;

import java.util.List;

/**
 * A dot for each estimate and a bar for its interval, a row each.
 *
 * @param low the smallest number of the axis, or NaN to let the values decide
 * @param high the largest number of the axis, or NaN to let the values decide
 * @param axis how numbers on the axis are written
 * @param reference a line to compare with, or null
 * @param referenceLabel what that line is, or null
 */
public record RangeChart(
    List<Row> rows, double low, double high, Numbers axis, Double reference, String referenceLabel)
    implements Chart {
  private static final double ROW = 38;
  private static final double LABELS = 178;

  /**
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
    double top = referenceLabel == null ? 6 : 26;
    double bottom = top + rows.size() * ROW;
    Svg svg = new Svg(WIDTH, bottom + 26);
    Scale scale = scale();
    for (double tick : scale.ticks(4)) {
      double x = scale.place(tick);
      svg.line(x, top, x, bottom, Ink.GRIDLINE);
      svg.text(x, bottom + 18, axis.show(tick), Ink.quiet(Ink.SMALL, "middle"));
    }
    if (reference != null) {
      double x = scale.place(reference);
      svg.line(x, top - 4, x, bottom, Ink.REFERENCE);
      if (referenceLabel != null) {
        boolean left = x > (scale.from() + scale.to()) / 2;
        svg.text(
            x + (left ? 4 : -4),
            top - 9,
            referenceLabel,
            Ink.accent(Ink.SMALL, left ? "end" : "start"));
      }
    }
    for (int i = 0; i < rows.size(); i++) {
      row(svg, rows.get(i), top + i * ROW + ROW / 2, scale);
    }
    return svg.toSvg(alternative);
  }

  private Scale scale() {
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
    double from = LABELS + 12;
    double to = WIDTH - 24;
    if (!Double.isNaN(low) && !Double.isNaN(high)) {
      return new Scale(low, high, from, to);
    }
    return Scale.around(min, max, false, 4, from, to);
  }

  private static void row(Svg svg, Row row, double y, Scale scale) {
    Labels.row(svg, row.label(), LABELS, y, LABELS);
    if (row.value() == null) {
      svg.text(scale.from(), y + 4.5, row.shown(), Ink.quiet(Ink.SMALL, "start"));
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
