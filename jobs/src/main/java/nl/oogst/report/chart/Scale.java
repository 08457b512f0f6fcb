package nl.oogst.report.chart;

import java.util.ArrayList;
import java.util.List;

/** Maps numbers to places on an axis; ticks are round numbers. */
record Scale(double low, double high, double from, double to) {

  /** A scale whose ends are round numbers around the values; starts at zero when asked. */
  static Scale around(double min, double max, boolean zero, int ticks, double from, double to) {
    double low = zero ? Math.min(0, min) : min;
    double high = max > low ? max : low + 1;
    double step = step(low, high, ticks);
    return new Scale(
        Math.floor(low / step + 1e-9) * step, Math.ceil(high / step - 1e-9) * step, from, to);
  }

  double place(double value) {
    return from + (value - low) / (high - low) * (to - from);
  }

  /** Round numbers on the axis, about as many as asked for. */
  List<Double> ticks(int about) {
    double step = step(low, high, about);
    List<Double> ticks = new ArrayList<>();
    long first = (long) Math.ceil(low / step - 1e-9);
    long last = (long) Math.floor(high / step + 1e-9);
    for (long i = first; i <= last; i++) {
      ticks.add(i * step);
    }
    return ticks;
  }

  private static double step(double low, double high, int ticks) {
    double rough = (high - low) / Math.max(1, ticks);
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    for (double factor : new double[] {1, 2, 2.5, 5}) {
      boolean whole = power > 1 || factor != 2.5;
      if (factor * power >= rough * 0.999 && whole) {
        return factor * power;
      }
    }
    return 10 * power;
  }
}
