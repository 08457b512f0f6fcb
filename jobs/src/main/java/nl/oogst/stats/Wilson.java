package nl.oogst.stats;

import java.util.Optional;

/** The interval for a share. */
public final class Wilson {

  private Wilson() {}

  /**
   * Wilson's score interval (Wilson, JASA 22, 1927), the limits being the shares that lie z
   * standard errors from the one found; cut to [0, 1].
   *
   * @param successes from 0 to {@code n}; fractions are allowed, for weighted counts
   * @param n 0 gives an absent interval
   * @param level for instance 0.95
   * @throws IllegalArgumentException when successes are not between 0 and n
   */
  public static Optional<Interval> interval(double successes, double n, double level) {
    double z = Normal.z(level);
    requireCounts(successes, n);
    if (n == 0) {
      return Optional.empty();
    }
    double p = successes / n;
    double z2 = z * z;
    double centre = p + z2 / (2 * n);
    double half = z * Math.sqrt((p * (1 - p) + z2 / (4 * n)) / n);
    double scale = 1 + z2 / n;
    double low = successes == 0 ? 0 : (centre - half) / scale;
    double high = successes == n ? 1 : (centre + half) / scale;
    return Optional.of(Interval.ofShare(low, high));
  }

  static void requireCounts(double successes, double n) {
    if (!(successes >= 0 && successes <= n && n < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "successes must lie between 0 and n: " + successes + " of " + n);
    }
  }
}
