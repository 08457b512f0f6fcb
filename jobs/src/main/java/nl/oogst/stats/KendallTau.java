package nl.oogst.stats;

import java.util.OptionalDouble;

/** Rank correlation of two series. */
public final class KendallTau {

  private KendallTau() {}

  /**
   * Kendall's tau-b (Kendall, Biometrika 33, 1945): concordant less discordant pairs, over the root
   * of the product of the pairs not tied in x and the pairs not tied in y.
   *
   * @return absent when all x or all y are equal, or for fewer than two pairs
   */
  public static OptionalDouble b(double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          "the series differ in length: " + x.length + ", " + y.length);
    }
    long s = 0;
    long differX = 0;
    long differY = 0;
    for (int j = 1; j < x.length; j++) {
      for (int i = 0; i < j; i++) {
        int signX = Double.compare(x[j] + 0.0, x[i] + 0.0);
        int signY = Double.compare(y[j] + 0.0, y[i] + 0.0);
        s += (long) signX * signY;
        differX += Math.abs(signX);
        differY += Math.abs(signY);
      }
    }
    return differX == 0 || differY == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(s / Math.sqrt((double) differX * differY));
  }
}
