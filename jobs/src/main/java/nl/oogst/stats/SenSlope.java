package nl.oogst.stats;

import java.util.Arrays;
import java.util.Optional;

/**
 * Sen's slope (Sen, JASA 63, 1968): the median of the slopes {@code (x_j − x_i)/(t_j − t_i)} of all
 * pairs, with the interval between the slopes of rank {@code (N − C)/2} and {@code (N + C)/2 + 1},
 * {@code C = z·√Var(S)} of Mann–Kendall, N the number of slopes.
 *
 * @param slope value per unit of time
 * @param interval of the slope
 * @param intercept value at time 0: {@code median(x) − slope·median(t)} (Conover, 1980)
 */
public record SenSlope(double slope, Interval interval, double intercept) {

  /** What to do with a rank that is not whole. */
  public enum Rank {
    /** The nearest slope, halves to even, as R's package trend. Published by Oogst. */
    NEAREST,
    /** Between the two slopes around it (Gilbert, 1987). */
    INTERPOLATED
  }

  /**
   * The slope of values over time, missing times simply not given.
   *
   * @param time strictly ascending
   * @param value one for each time
   * @return absent for fewer than three values
   * @throws IllegalArgumentException when times do not ascend or a value is not finite
   */
  public static Optional<SenSlope> of(double[] time, double[] value, double level, Rank rank) {
    double z = Normal.z(level);
    requireAscending(time, value);
    if (time.length < 3) {
      return Optional.empty();
    }
    var test = MannKendall.of(value).orElseThrow();
    double[] slopes = new double[time.length * (time.length - 1) / 2];
    int next = 0;
    for (int j = 1; j < time.length; j++) {
      for (int i = 0; i < j; i++) {
        slopes[next++] = (value[j] - value[i]) / (time[j] - time[i]);
      }
    }
    Arrays.sort(slopes);
    double slope = median(slopes);
    return Optional.of(
        new SenSlope(
            slope,
            interval(slopes, z * Math.sqrt(test.variance()), rank),
            median(sorted(value)) - slope * median(sorted(time))));
  }

  /** The interval around the median of sorted slopes whose S has half-width {@code c}. */
  static Interval interval(double[] slopes, double c, Rank rank) {
    double low = (slopes.length - c) / 2;
    double high = (slopes.length + c) / 2 + 1;
    return switch (rank) {
      case NEAREST -> new Interval(ranked(slopes, Math.rint(low)), ranked(slopes, Math.rint(high)));
      case INTERPOLATED -> new Interval(ranked(slopes, low), ranked(slopes, high));
    };
  }

  static double median(double[] sorted) {
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  private static double ranked(double[] sorted, double rank) {
    double within = Math.min(sorted.length, Math.max(1, rank));
    int below = (int) Math.floor(within);
    double lower = sorted[below - 1];
    return below == sorted.length ? lower : lower + (within - below) * (sorted[below] - lower);
  }

  private static double[] sorted(double[] values) {
    double[] copy = values.clone();
    Arrays.sort(copy);
    return copy;
  }

  private static void requireAscending(double[] time, double[] value) {
    if (time.length != value.length) {
      throw new IllegalArgumentException(
          "times and values differ in number: " + time.length + ", " + value.length);
    }
    for (int i = 1; i < time.length; i++) {
      if (!(time[i - 1] < time[i])) {
        throw new IllegalArgumentException(
            "times must ascend strictly: " + time[i - 1] + " before " + time[i]);
      }
    }
  }
}
