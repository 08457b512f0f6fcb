package nl.oogst.stats;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** The standard normal distribution, in the forms used here. */
final class Normal {

  private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

  private Normal() {}

  /** The z with {@code P(|Z| <= z) = level}: 1.95996… for 0.95. */
  static double z(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("a confidence level lies between 0 and 1, not " + level);
    }
    return STANDARD.inverseSurvivalProbability((1 - level) / 2);
  }

  /** {@code P(|Z| >= |z|)}. */
  static double twoSided(double z) {
    return Math.min(1, 2 * STANDARD.survivalProbability(Math.abs(z)));
  }
}
