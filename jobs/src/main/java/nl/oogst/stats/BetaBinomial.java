package nl.oogst.stats;

import java.util.Optional;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * Empirical Bayes for shares of pilots of unequal size: the true shares are a beta distribution,
 * fitted by maximum likelihood, and each pilot's share is drawn towards it, small pilots more
 * (Griffiths, Biometrics 29, 1973; Casella, American Statistician 39, 1985).
 *
 * @param alpha first parameter of the beta distribution of true shares
 * @param beta second parameter
 */
public record BetaBinomial(double alpha, double beta) {

  private static final int STEPS = 200;
  private static final double SETTLED = 1e-10;
  private static final double NO_SPREAD = 1e7;

  /** A pilot's share after shrinkage, with its credible interval. */
  public record Shrunken(double mean, Interval interval) {}

  /**
   * The fit.
   *
   * @param successes per pilot, from 0 to n
   * @param n per pilot, more than 0
   * @return absent for fewer than two pilots, or when the pilots differ no more than chance: then
   *     the common share is all there is to say
   */
  public static Optional<BetaBinomial> fit(int[] successes, int[] n) {
    if (successes.length != n.length) {
      throw new IllegalArgumentException(
          "successes and sizes differ in number: " + successes.length + ", " + n.length);
    }
    double share = 0;
    for (int i = 0; i < n.length; i++) {
      Wilson.requireCounts(successes[i], n[i]);
      share += (double) successes[i] / n[i] / n.length;
    }
    if (n.length < 2 || !(share > 0 && share < 1)) {
      return Optional.empty();
    }
    return climb(successes, n, new double[] {Math.log(8 * share), Math.log(8 * (1 - share))});
  }

  /** The share of a pilot given its counts. */
  public Shrunken shrink(int successes, int n, double level) {
    Wilson.requireCounts(successes, n);
    double a = alpha + successes;
    double b = beta + n - successes;
    double tail = (1 - level) / 2;
    var posterior = BetaDistribution.of(a, b);
    return new Shrunken(
        a / (a + b),
        new Interval(
            posterior.inverseCumulativeProbability(tail),
            posterior.inverseSurvivalProbability(tail)));
  }

  /** Newton's steps on the logarithms of the parameters, halved until the likelihood rises. */
  private static Optional<BetaBinomial> climb(int[] x, int[] n, double[] start) {
    double[] at = start;
    double best = logLikelihood(x, n, at);
    for (int step = 0; step < STEPS; step++) {
      double[] direction = direction(x, n, at);
      double scale = 1;
      double[] next = moved(at, direction, scale);
      double value = logLikelihood(x, n, next);
      while (!(value >= best) && scale > SETTLED) {
        scale /= 2;
        next = moved(at, direction, scale);
        value = logLikelihood(x, n, next);
      }
      if (Math.exp(next[0]) + Math.exp(next[1]) > NO_SPREAD) {
        return Optional.empty();
      }
      double change = Math.abs(next[0] - at[0]) + Math.abs(next[1] - at[1]);
      at = next;
      best = value;
      if (change < SETTLED || scale <= SETTLED) {
        return Optional.of(new BetaBinomial(Math.exp(at[0]), Math.exp(at[1])));
      }
    }
    return Optional.empty();
  }

  private static double[] moved(double[] at, double[] direction, double scale) {
    return new double[] {at[0] + scale * direction[0], at[1] + scale * direction[1]};
  }

  /** {@code Σ ln B(a+x, b+n−x) − ln B(a, b)}, as sums of logarithms. */
  private static double logLikelihood(int[] x, int[] n, double[] logs) {
    double a = Math.exp(logs[0]);
    double b = Math.exp(logs[1]);
    double sum = 0;
    for (int i = 0; i < n.length; i++) {
      sum +=
          RisingSums.logs(a, x[i]) + RisingSums.logs(b, n[i] - x[i]) - RisingSums.logs(a + b, n[i]);
    }
    return sum;
  }

  /** Newton's step where the likelihood is concave, else a step up the gradient. */
  private static double[] direction(int[] x, int[] n, double[] logs) {
    double a = Math.exp(logs[0]);
    double b = Math.exp(logs[1]);
    double ga = 0;
    double gb = 0;
    double haa = 0;
    double hbb = 0;
    double hab = 0;
    for (int i = 0; i < n.length; i++) {
      double all = RisingSums.reciprocals(a + b, n[i]);
      ga += RisingSums.reciprocals(a, x[i]) - all;
      gb += RisingSums.reciprocals(b, n[i] - x[i]) - all;
      haa -= RisingSums.squares(a, x[i]);
      hbb -= RisingSums.squares(b, n[i] - x[i]);
      hab += RisingSums.squares(a + b, n[i]);
    }
    double u = a * ga;
    double v = b * gb;
    double uu = a * a * (haa + hab) + u;
    double vv = b * b * (hbb + hab) + v;
    double uv = a * b * hab;
    double determinant = uu * vv - uv * uv;
    return uu < 0 && determinant > 0
        ? new double[] {(uv * v - vv * u) / determinant, (uv * u - uu * v) / determinant}
        : new double[] {u / (1 + Math.abs(u)), v / (1 + Math.abs(v))};
  }
}
