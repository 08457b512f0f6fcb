package nl.oogst.report.chart;

/** A picture of numbers. */
public sealed interface Chart permits BarChart, BesideChart, FunnelChart, LineChart, RangeChart {
  /** Width of every chart in its own units; small enough that text stays readable on a phone. */
  double WIDTH = 420;

  /**
   * The picture as an {@code <svg>} element.
   *
   * @param alternative what the picture shows, in words; shown to those who cannot see it
   */
  String svg(String alternative);
}
