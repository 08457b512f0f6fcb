package nl.oogst.stats;

/**
 * Sums over {@code a, a+1, …, a+n−1}: the first terms one by one, the others by the asymptotic
 * series of the gamma function and its derivatives (Abramowitz and Stegun 1964, 6.1.41, 6.3.18,
 * 6.4.12), so that a million terms cost as much as thirty.
 */
final class RisingSums {
  /** From here on the series below are exact to a double. */
  private static final int LARGE = 24;

  private RisingSums() {}

  /** {@code Σ ln(a+j)}, j from 0 to n−1; a more than 0. */
  static double logs(double a, int n) {
    int first = first(a, n);
    double sum = 0;
    for (int j = 0; j < first; j++) {
      sum += Math.log(a + j);
    }
    return first == n ? sum : sum + logGamma(a + n) - logGamma(a + first);
  }

  /** {@code Σ 1/(a+j)}. */
  static double reciprocals(double a, int n) {
    int first = first(a, n);
    double sum = 0;
    for (int j = 0; j < first; j++) {
      sum += 1 / (a + j);
    }
    return first == n ? sum : sum + digamma(a + n) - digamma(a + first);
  }

  /** {@code Σ 1/(a+j)²}. */
  static double squares(double a, int n) {
    int first = first(a, n);
    double sum = 0;
    for (int j = 0; j < first; j++) {
      sum += 1 / ((a + j) * (a + j));
    }
    return first == n ? sum : sum + trigamma(a + first) - trigamma(a + n);
  }

  private static int first(double a, int n) {
    int small = (int) Math.max(0, Math.ceil(LARGE - a));
    // a few terms more cost nothing and leave short sums as they are
    return n <= small + LARGE ? n : small;
  }

  private static double logGamma(double x) {
    double y = 1 / (x * x);
    return (x - 0.5) * Math.log(x)
        - x
        + (1.0 / 12 - y * (1.0 / 360 - y * (1.0 / 1260 - y / 1680))) / x;
  }

  private static double digamma(double x) {
    double y = 1 / (x * x);
    return Math.log(x) - 1 / (2 * x) - y * (1.0 / 12 - y * (1.0 / 120 - y * (1.0 / 252 - y / 240)));
  }

  private static double trigamma(double x) {
    double y = 1 / (x * x);
    return 1 / x + y / 2 + y / x * (1.0 / 6 - y * (1.0 / 30 - y * (1.0 / 42 - y / 30)));
  }
}
