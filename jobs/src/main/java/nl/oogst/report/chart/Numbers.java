package nl.oogst.report.chart;

/** How numbers are written, in the words of the reader. */
@FunctionalInterface
public interface Numbers {
  String show(double value);
}
