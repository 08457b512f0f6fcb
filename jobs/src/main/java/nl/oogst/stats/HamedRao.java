package nl.oogst.stats;

import java.util.Arrays;
import java.util.Optional;

/**
 * Mann–Kendall for values that resemble their neighbours in time (Hamed and Rao, Journal of
 * Hydrology 204, 1998): the variance of S is multiplied by {@code 1 + 2/(n(n−1)(n−2)) · Σ
 * (n−k)(n−k−1)(n−k−2)·ρ_k} over the significant autocorrelations ρ of the ranks of the detrended
 * values. Only the first three lags are looked at, and only with 24 values or more: with more lags
 * or fewer values the correction is mostly noise.
 *
 * @param correction what the variance was multiplied by, more than 0
 * @param variance of S after correction
 * @param z with continuity correction
 * @param p two-sided
 */
public record HamedRao(double correction, double variance, double z, double p) {

  /** Values below which no correction is made. */
  public static final int FEWEST = 24;

  private static final int LAGS = 3;
  private static final double LEVEL = 0.95;

  /**
   * The corrected test of values at equal distances in time.
   *
   * @return absent for fewer than {@link #FEWEST} values, when all are equal, or when the
   *     correction is not more than 0
   */
  public static Optional<HamedRao> of(double[] valuesInOrder) {
    int n = valuesInOrder.length;
    if (n < FEWEST) {
      return Optional.empty();
    }
    var test = MannKendall.of(valuesInOrder).orElseThrow();
    double[] ranks = ranks(detrended(valuesInOrder));
    double limit = Normal.z(LEVEL) / Math.sqrt(n);
    double sum = 0;
    for (int k = 1; k <= LAGS; k++) {
      double rho = autocorrelation(ranks, k);
      if (Math.abs(rho) > limit) {
        sum += (n - k) * (n - k - 1.0) * (n - k - 2.0) * rho;
      }
    }
    double correction = 1 + 2 / (n * (n - 1.0) * (n - 2.0)) * sum;
    double variance = test.variance() * correction;
    if (!(variance > 0)) {
      return Optional.empty();
    }
    double z = MannKendall.z(test.s(), variance);
    return Optional.of(new HamedRao(correction, variance, z, Normal.twoSided(z)));
  }

  private static double[] detrended(double[] values) {
    double[] time = new double[values.length];
    Arrays.setAll(time, i -> i + 1.0);
    double slope = SenSlope.of(time, values, LEVEL, SenSlope.Rank.NEAREST).orElseThrow().slope();
    double[] rest = new double[values.length];
    Arrays.setAll(rest, i -> values[i] - slope * time[i]);
    return rest;
  }

  /** Ranks, equal values sharing their mean rank. */
  private static double[] ranks(double[] values) {
    double[] ranks = new double[values.length];
    for (int i = 0; i < ranks.length; i++) {
      double rank = 0.5;
      for (double other : values) {
        rank += other < values[i] ? 1 : other == values[i] ? 0.5 : 0;
      }
      ranks[i] = rank;
    }
    return ranks;
  }

  private static double autocorrelation(double[] x, int lag) {
    double mean = Arrays.stream(x).average().orElseThrow();
    double own = 0;
    double lagged = 0;
    for (int i = 0; i < x.length; i++) {
      own += (x[i] - mean) * (x[i] - mean);
      if (i + lag < x.length) {
        lagged += (x[i] - mean) * (x[i + lag] - mean);
      }
    }
    return own == 0 ? 0 : lagged / own;
  }
}
