package nl.oogst.stats;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Funnel data for shares of units of unequal size (Spiegelhalter, Statistics in Medicine 24, 2005).
 * It shows which unit lies further from the common share than its size explains; it is never a
 * ranking.
 *
 * @param target share of all units together
 * @param phi over-dispersion: mean of z² after winsorising; 1 when sizes explain all spread
 * @param rawPhi mean of z² without winsorising
 * @param tau2 additive variance between units; 0 when sizes explain the spread
 * @param points one per unit, in the order of the input
 */
public record Funnel(double target, double phi, double rawPhi, double tau2, List<Point> points) {

  /** Share of the units pulled in at either end before over-dispersion is measured. */
  private static final double WINSORISED = 0.1;

  private static final double OUTER = 0.998;
  private static final double INNER = 0.95;

  public Funnel {
    points = List.copyOf(points);
  }

  /**
   * One unit.
   *
   * @param n more than 0
   * @param share its share
   * @param z distance from the target in its own standard errors
   * @param inner 95 % limits around the target for its size, exact binomial
   * @param outer 99.8 % limits
   * @param zPhi distance after multiplicative over-dispersion
   * @param zAdditive distance after additive over-dispersion
   */
  public record Point(
      int n,
      double share,
      double z,
      Interval inner,
      Interval outer,
      double zPhi,
      double zAdditive) {

    /** More than 99.8 % limits from the target (by z) when size alone is allowed for. */
    public boolean outsideNaive() {
      return Math.abs(z) > Normal.z(OUTER);
    }

    /** The same when the spread between all units is allowed for as well. */
    public boolean outside() {
      return Math.abs(zAdditive) > Normal.z(OUTER);
    }
  }

  /**
   * The funnel.
   *
   * @param events per unit those with the outcome
   * @param n per unit all; units with nobody must be left out
   * @return absent for fewer than two units, or when all or none have the outcome
   * @throws IllegalArgumentException when events are not between 0 and n, or n is 0
   */
  public static Optional<Funnel> of(int[] events, int[] n) {
    if (events.length != n.length) {
      throw new IllegalArgumentException(
          "events and sizes differ in number: " + events.length + ", " + n.length);
    }
    for (int i = 0; i < n.length; i++) {
      if (n[i] < 1 || events[i] < 0 || events[i] > n[i]) {
        throw new IllegalArgumentException("not a unit of a funnel: " + events[i] + " of " + n[i]);
      }
    }
    double target =
        Arrays.stream(events).asLongStream().sum() / (double) Arrays.stream(n).asLongStream().sum();
    if (n.length < 2 || !(target > 0 && target < 1)) {
      return Optional.empty();
    }
    double[] variance = Arrays.stream(n).mapToDouble(m -> target * (1 - target) / m).toArray();
    double[] z =
        IntStream.range(0, n.length)
            .mapToDouble(i -> ((double) events[i] / n[i] - target) / Math.sqrt(variance[i]))
            .toArray();
    double phi = meanSquare(winsorised(z));
    double tau2 = tau2(phi, variance);
    var points =
        IntStream.range(0, n.length)
            .mapToObj(
                i ->
                    new Point(
                        n[i],
                        (double) events[i] / n[i],
                        z[i],
                        exactLimits(n[i], target, INNER),
                        exactLimits(n[i], target, OUTER),
                        z[i] / Math.sqrt(Math.max(1, phi)),
                        z[i] * Math.sqrt(variance[i] / (variance[i] + tau2))))
            .toList();
    return Optional.of(new Funnel(target, phi, meanSquare(z), tau2, points));
  }

  /** Limits for a unit of size {@code n} by the normal approximation, with {@code tau2} added. */
  public Interval limits(double n, double level) {
    double half = Normal.z(level) * Math.sqrt(target * (1 - target) / n + tau2);
    return Interval.ofShare(target - half, target + half);
  }

  /**
   * Exact limits, interpolated between the two counts around the tail probability p: {@code (r −
   * α)/n}, {@code α = (F(r) − p)/(F(r) − F(r−1))}, r being the p-quantile (Spiegelhalter 2005,
   * appendix A.1.1).
   */
  static Interval exactLimits(int n, double target, double level) {
    var distribution = BinomialDistribution.of(n, target);
    double tail = (1 - level) / 2;
    return Interval.ofShare(
        interpolated(distribution, n, tail), interpolated(distribution, n, 1 - tail));
  }

  private static double interpolated(BinomialDistribution distribution, int n, double p) {
    int r = distribution.inverseCumulativeProbability(p);
    double alpha = (distribution.cumulativeProbability(r) - p) / distribution.probability(r);
    return (r - alpha) / n;
  }

  /** By moments (DerSimonian and Laird), from the winsorised spread. */
  private static double tau2(double phi, double[] variance) {
    double sum = 0;
    double squares = 0;
    for (double v : variance) {
      sum += 1 / v;
      squares += 1 / (v * v);
    }
    int units = variance.length;
    return Math.max(0, (units * phi - (units - 1)) / (sum - squares / sum));
  }

  private static double[] winsorised(double[] z) {
    double[] sorted = z.clone();
    Arrays.sort(sorted);
    double low = Quantiles.type7(sorted, WINSORISED);
    double high = Quantiles.type7(sorted, 1 - WINSORISED);
    return Arrays.stream(z).map(x -> Math.min(high, Math.max(low, x))).toArray();
  }

  private static double meanSquare(double[] z) {
    return LinearAlgebra.dot(z, z) / z.length;
  }
}
