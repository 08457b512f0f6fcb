package nl.oogst.report.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Shares against the number they rest on, with the limits within which chance alone would put
 * nearly all of them. There is no order among the units: only how far each lies from the whole,
 * given its size (D.J. Spiegelhalter, "Funnel plots for comparing institutional performance",
 * Statistics in Medicine 24 (2005), 1185–1202).
 *
 * @param limits the lines, by ascending number
 * @param whole the share of all together
 */
public record FunnelChart(
    List<Unit> units, List<Limit> limits, double whole, Words words, Numbers count, Numbers share)
    implements Chart {
  private static final double HEIGHT = 320;
  private static final double LEFT = 50;
  private static final double RIGHT = 20;
  private static final double TOP = 24;
  private static final double BOTTOM = 46;

  /**
   * @param n the number that the share rests on
   * @param named whether the unit is named in the picture: it lies outside of the limits
   */
  public record Unit(String label, double n, double share, boolean named) {}

  /** The limits of 95 and 99.8 % at a number. */
  public record Limit(double n, double low95, double high95, double low998, double high998) {}

  /** What stands at the axis and at the lines. */
  public record Words(String numberAxis, String limit95, String limit998, String whole) {}

  public FunnelChart {
    units = List.copyOf(units);
    limits = List.copyOf(limits);
  }

  @Override
  public String svg(String alternative) {
    Svg svg = new Svg(WIDTH, HEIGHT);
    double most = 1;
    for (Unit unit : units) {
      most = Math.max(most, unit.n());
    }
    Scale x = Scale.around(0, most, true, 5, LEFT, WIDTH - RIGHT);
    Scale y = new Scale(0, 1, HEIGHT - BOTTOM, TOP);
    for (double tick : y.ticks(4)) {
      svg.line(LEFT, y.place(tick), WIDTH - RIGHT, y.place(tick), Ink.GRIDLINE);
      svg.text(LEFT - 8, y.place(tick) + 4, share.show(tick), Ink.quiet(Ink.SMALL, "end"));
    }
    for (double tick : x.ticks(5)) {
      svg.text(
          x.place(tick), HEIGHT - BOTTOM + 18, count.show(tick), Ink.quiet(Ink.SMALL, "middle"));
    }
    svg.text(
        (LEFT + WIDTH - RIGHT) / 2, HEIGHT - 8, words.numberAxis(), Ink.quiet(Ink.SMALL, "middle"));
    limits(svg, x, y);
    for (Unit unit : units) {
      mark(svg, unit, x, y);
    }
    return svg.toSvg(alternative);
  }

  private void limits(Svg svg, Scale x, Scale y) {
    List<double[]> lines = new ArrayList<>();
    for (Limit limit : limits) {
      lines.add(
          new double[] {limit.n(), limit.low95(), limit.high95(), limit.low998(), limit.high998()});
    }
    for (int of = 1; of <= 4; of++) {
      StringBuilder data = new StringBuilder();
      for (double[] line : lines) {
        data.append(data.isEmpty() ? "M" : "L").append(Svg.at(x.place(line[0]), y.place(line[of])));
      }
      if (!data.isEmpty()) {
        svg.path(
            data.toString(),
            "fill=\"none\" stroke=\""
                + (of <= 2 ? Ink.AXIS : Ink.SOFT)
                + "\" stroke-width=\"1.5\""
                + (of <= 2 ? " stroke-dasharray=\"6 3\"" : ""));
      }
    }
    svg.line(LEFT, y.place(whole), WIDTH - RIGHT, y.place(whole), Ink.REFERENCE);
    svg.text(WIDTH - RIGHT, y.place(whole) - 5, words.whole(), Ink.accent(Ink.SMALL, "end"));
    if (!lines.isEmpty()) {
      double[] last = lines.get(lines.size() - 1);
      svg.text(WIDTH - RIGHT, y.place(last[1]) + 13, words.limit95(), Ink.quiet(Ink.SMALL, "end"));
      svg.text(WIDTH - RIGHT, y.place(last[3]) + 27, words.limit998(), Ink.quiet(Ink.SMALL, "end"));
    }
  }

  private static void mark(Svg svg, Unit unit, Scale x, Scale y) {
    double atX = x.place(unit.n());
    double atY = y.place(unit.share());
    if (unit.named()) {
      svg.diamond(atX, atY, 6, "fill=\"" + Ink.ACCENT + "\"");
      boolean left = atX > (x.from() + x.to()) / 2;
      svg.text(
          atX + (left ? -9 : 9),
          atY + 4,
          unit.label(),
          Ink.strong(Ink.SMALL, left ? "end" : "start"));
    } else {
      svg.circle(atX, atY, 4.5, Ink.MARK + " fill-opacity=\"0.85\"");
    }
  }
}
