package nl.oogst.stats;

/**
 * An outcome of one pilot on the scale of analysis, with its sampling variance.
 *
 * @param value finite
 * @param variance finite and more than 0
 */
public record EffectSize(double value, double variance) {

  public EffectSize {
    if (!Double.isFinite(value) || !(variance > 0 && variance < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "not an effect size: value " + value + ", variance " + variance);
    }
  }

  /**
   * A share on the logit scale: {@code y = ln(x/(n−x))}, {@code v = 1/x + 1/(n−x)}; with 0.5 added
   * to both when one is 0.
   *
   * @param successes from 0 to {@code n}
   * @param n more than 0
   */
  public static EffectSize logit(double successes, double n) {
    Wilson.requireCounts(successes, n);
    double add = successes == 0 || successes == n ? 0.5 : 0;
    double x = successes + add;
    double rest = n - successes + add;
    return new EffectSize(Math.log(x / rest), 1 / x + 1 / rest);
  }

  /**
   * A rate on the log scale: {@code y = ln(x/e)}, {@code v = 1/x}, as for a Poisson count; with 0.5
   * added to the count when it is 0.
   *
   * @param events 0 or more
   * @param exposure more than 0
   */
  public static EffectSize logRate(double events, double exposure) {
    double x = events == 0 ? 0.5 : events;
    return new EffectSize(Math.log(x / exposure), 1 / x);
  }
}
