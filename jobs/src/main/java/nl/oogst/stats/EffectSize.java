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
}
