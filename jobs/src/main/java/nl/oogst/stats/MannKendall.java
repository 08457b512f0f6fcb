package nl.oogst.stats;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The Mann–Kendall test for a trend (Mann, Econometrica 13, 1945; Kendall, Rank Correlation
 * Methods, 1975): {@code S = Σ sign(x_j − x_i)} over pairs i before j, with variance {@code
 * [n(n−1)(2n+5) − Σ t(t−1)(2t+5)]/18} for groups of t equal values and {@code z = (S ∓ 1)/√Var}.
 * Only the order of the times matters here, so missing times need no filling.
 *
 * @param n number of values
 * @param s pairs that rise less pairs that fall
 * @param variance of S without a trend; 0 when all values are equal
 * @param z with continuity correction; 0 when S is 0
 * @param normalP two-sided, from z; 1 when all values are equal
 * @param exactP two-sided, over all orders of the values; absent with ties or more than 10 values
 * @param tauB S as a share of what it could be, ties allowed for; absent when all values are equal
 */
public record MannKendall(
    int n,
    long s,
    double variance,
    double z,
    double normalP,
    OptionalDouble exactP,
    OptionalDouble tauB) {

  private static final int LARGEST_EXACT = 10;

  /**
   * The test on values in order of time.
   *
   * @return absent for fewer than two values
   * @throws IllegalArgumentException when a value is not finite
   */
  public static Optional<MannKendall> of(double[] valuesInOrder) {
    int n = valuesInOrder.length;
    for (double value : valuesInOrder) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("a value must be finite, not " + value);
      }
    }
    if (n < 2) {
      return Optional.empty();
    }
    long s = 0;
    for (int j = 1; j < n; j++) {
      for (int i = 0; i < j; i++) {
        s += Double.compare(valuesInOrder[j] + 0.0, valuesInOrder[i] + 0.0);
      }
    }
    double variance = n * (n - 1.0) * (2.0 * n + 5) / 18;
    long tiedPairs = 0;
    double[] sorted = valuesInOrder.clone();
    Arrays.sort(sorted);
    for (int from = 0, to; from < n; from = to) {
      to = from + 1;
      while (to < n && sorted[to] == sorted[from]) {
        to++;
      }
      long t = (long) to - from;
      variance -= t * (t - 1.0) * (2.0 * t + 5) / 18;
      tiedPairs += t * (t - 1) / 2;
    }
    double pairs = n * (n - 1.0) / 2;
    boolean allEqual = tiedPairs == pairs;
    double z = allEqual ? 0 : z(s, variance);
    return Optional.of(
        new MannKendall(
            n,
            s,
            allEqual ? 0 : variance,
            z,
            allEqual ? 1 : Normal.twoSided(z),
            tiedPairs == 0 && n <= LARGEST_EXACT
                ? OptionalDouble.of(exact(n, s))
                : OptionalDouble.empty(),
            allEqual
                ? OptionalDouble.empty()
                : OptionalDouble.of(s / Math.sqrt(pairs * (pairs - tiedPairs)))));
  }

  /** The exact p where there is one, else the normal one. */
  public double p() {
    return exactP.orElse(normalP);
  }

  /** S moved one towards 0, over its standard error. */
  static double z(long s, double variance) {
    return (s - Long.signum(s)) / Math.sqrt(variance);
  }

  /**
   * {@code P(|S| ≥ |s|)} over all orders of n different values, from the number of orders with each
   * number of inversions (Kendall 1975, chapter 5).
   */
  static double exact(int n, long s) {
    int most = n * (n - 1) / 2;
    double[] orders = {1};
    for (int k = 2; k <= n; k++) {
      double[] next = new double[orders.length + k - 1];
      for (int i = 0; i < orders.length; i++) {
        for (int add = 0; add < k; add++) {
          next[i + add] += orders[i] / k;
        }
      }
      orders = next;
    }
    double p = 0;
    for (int inversions = 0; inversions <= most; inversions++) {
      if (Math.abs(most - 2L * inversions) >= Math.abs(s)) {
        p += orders[inversions];
      }
    }
    return Math.min(1, p);
  }
}
