package nl.oogst.stats;

import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * Direct standardisation: what the share would be with the mix of a standard population, {@code Σ
 * w·x/n} with {@code w} the standard's share of the stratum.
 *
 * @param crude share without regard to strata
 * @param standardised share with the standard's mix
 * @param variance of the standardised share when each stratum is binomial: {@code Σ w²·p(1−p)/n}
 * @param poissonVariance the same when counts are Poisson: {@code Σ w²·x/n²}
 * @param largestWeight largest {@code w/n}
 */
public record DirectStandardisation(
    double crude,
    double standardised,
    double variance,
    double poissonVariance,
    double largestWeight) {

  /**
   * One stratum.
   *
   * @param cases those with the outcome
   * @param n all in the stratum
   * @param standard size of the stratum in the standard population, in any unit
   */
  public record Stratum(double cases, double n, double standard) {

    public Stratum {
      if (!(cases >= 0 && cases <= n && n < Double.POSITIVE_INFINITY)
          || !(standard >= 0 && standard < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "not a stratum: " + cases + " of " + n + ", standard " + standard);
      }
    }
  }

  /**
   * The standardised share; absent when a stratum of the standard population has nobody here, for
   * then it cannot be estimated, and dropping the stratum would compare something else.
   */
  public static Optional<DirectStandardisation> of(List<Stratum> strata) {
    double all = strata.stream().mapToDouble(Stratum::standard).sum();
    boolean estimable = strata.stream().allMatch(s -> s.n() > 0 || s.standard() == 0);
    if (!(all > 0) || !estimable) {
      return Optional.empty();
    }
    double cases = 0;
    double n = 0;
    double standardised = 0;
    double variance = 0;
    double poisson = 0;
    double largest = 0;
    for (var stratum : strata) {
      cases += stratum.cases();
      n += stratum.n();
      if (stratum.n() > 0) {
        double weight = stratum.standard() / all;
        double share = stratum.cases() / stratum.n();
        standardised += weight * share;
        variance += weight * weight * share * (1 - share) / stratum.n();
        poisson += weight * weight * share / stratum.n();
        largest = Math.max(largest, weight / stratum.n());
      }
    }
    return Optional.of(
        new DirectStandardisation(cases / n, standardised, variance, poisson, largest));
  }

  /**
   * The gamma interval for standardised rates of rare outcomes (Fay and Feuer, Statistics in
   * Medicine 16, 1997); its upper limit may pass 1.
   */
  public Interval gammaInterval(double level) {
    Normal.z(level);
    double tail = (1 - level) / 2;
    double low = poissonVariance > 0 ? gammaQuantile(standardised, poissonVariance, tail) : 0;
    double high =
        gammaQuantile(
            standardised + largestWeight,
            poissonVariance + largestWeight * largestWeight,
            1 - tail);
    return new Interval(low, high);
  }

  /** Taken at scale 1, where the library's absolute accuracy is enough. */
  private static double gammaQuantile(double mean, double variance, double p) {
    double scale = variance / mean;
    return scale * GammaDistribution.of(mean / scale, 1).inverseCumulativeProbability(p);
  }
}
