package nl.oogst.report.chart;

import java.util.List;

/**
 * Shares against the number they rest on, with the limits within which nearly all of them would lie
 * if none really stood out. There is no order among the units: only how far each lies from the
 * whole, given its size (D.J. Spiegelhalter, "Funnel plots for comparing institutional
 * performance", Statistics in Medicine 24 (2005), 1185–1202).
 *
 * @param limits the lines, by ascending number
 * @param whole the share of all together
 */
public record FunnelChart(
    List<Unit> units, List<Limit> limits, double whole, Words words, Numbers count, Numbers share)
    implements Chart {
  private static final double HEIGHT = 300;
  private static final double LEFT = 44;
  private static final double RIGHT = 16;
  private static final double TOP = Legend.HEIGHT * 2 + 8;
  private static final double BOTTOM = 42;
  private static final String INNER =
      "fill=\"none\" stroke=\"" + Ink.AXIS + "\" stroke-width=\"1.5\" stroke-dasharray=\"6 3\"";
  private static final String OUTER =
      "fill=\"none\" stroke=\"" + Ink.SOFT + "\" stroke-width=\"2\"";

  /**
   * A unit that is compared.
   *
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
    new Legend().line(Ink.REFERENCE, words.whole()).draw(svg, LEFT);
    new Legend()
        .line(INNER, words.limit95())
        .line(OUTER, words.limit998())
        .draw(svg, LEFT, Legend.HEIGHT);
    double most = units.stream().mapToDouble(Unit::n).max().orElse(1);
    double least = units.stream().mapToDouble(Unit::share).min().orElse(0);
    for (Limit limit : limits) {
      least = Math.min(least, limit.low998());
    }
    Scale x = Scale.around(0, most, true, 5, LEFT, WIDTH - RIGHT);
    Scale y = Scale.around(least, 1, false, 4, HEIGHT - BOTTOM, TOP);
    for (double tick : y.ticks(4)) {
      svg.line(LEFT, y.place(tick), WIDTH - RIGHT, y.place(tick), Ink.GRIDLINE);
      svg.text(LEFT - 6, y.place(tick) + 4, share.show(tick), Ink.quiet(Ink.SMALL, "end"));
    }
    for (double tick : x.ticks(5)) {
      svg.text(
          x.place(tick), HEIGHT - BOTTOM + 16, count.show(tick), Ink.quiet(Ink.SMALL, "middle"));
    }
    svg.text(
        (LEFT + WIDTH - RIGHT) / 2, HEIGHT - 7, words.numberAxis(), Ink.quiet(Ink.SMALL, "middle"));
    limits(svg, x, y);
    for (Unit unit : units) {
      mark(svg, unit, x, y);
    }
    return svg.toSvg(alternative);
  }

  private void limits(Svg svg, Scale x, Scale y) {
    StringBuilder[] lines = {
      new StringBuilder(), new StringBuilder(), new StringBuilder(), new StringBuilder()
    };
    for (Limit limit : limits) {
      double[] at = {limit.low95(), limit.high95(), limit.low998(), limit.high998()};
      for (int i = 0; i < at.length; i++) {
        lines[i]
            .append(lines[i].isEmpty() ? "M" : "L")
            .append(Svg.at(x.place(limit.n()), y.place(at[i])));
      }
    }
    for (int i = 0; i < lines.length && !limits.isEmpty(); i++) {
      svg.path(lines[i].toString(), i < 2 ? INNER : OUTER);
    }
    svg.line(LEFT, y.place(whole), WIDTH - RIGHT, y.place(whole), Ink.REFERENCE);
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
      svg.circle(atX, atY, 4.5, Ink.MARK + " fill-opacity=\"0.8\"");
    }
  }
}
