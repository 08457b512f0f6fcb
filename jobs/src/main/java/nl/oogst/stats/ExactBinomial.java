package nl.oogst.stats;

import java.util.Optional;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

/** The exact interval for a share. */
public final class ExactBinomial {

  private ExactBinomial() {}

  /**
   * The exact interval (Clopper and Pearson, Biometrika 26, 1934).
   *
   * @param n 0 gives an absent interval
   */
  public static Optional<Interval> interval(int successes, int n, double level) {
    Normal.z(level);
    Wilson.requireCounts(successes, n);
    if (n == 0) {
      return Optional.empty();
    }
    var interval =
        BinomialConfidenceInterval.CLOPPER_PEARSON.fromErrorRate(n, successes, 1 - level);
    return Optional.of(Interval.ofShare(interval.getLowerBound(), interval.getUpperBound()));
  }
}
