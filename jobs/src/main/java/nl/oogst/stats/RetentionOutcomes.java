package nl.oogst.stats;

import java.util.List;

/**
 * Retention of pilots as outcomes for comparison: complementary log-log, and logit with +0.5 for
 * all of them as soon as one pilot kept everybody or nobody, for outcomes on two scales cannot be
 * compared.
 *
 * @param scale of the outcomes
 * @param outcomes one per pilot, in the order of the input
 */
public record RetentionOutcomes(OutcomeScale scale, List<EffectSize> outcomes) {

  public RetentionOutcomes {
    outcomes = List.copyOf(outcomes);
  }

  /** The outcomes of pilots followed to the same horizon. */
  public static RetentionOutcomes of(List<KaplanMeier.Estimate> estimates) {
    boolean inside = estimates.stream().allMatch(e -> e.survival() > 0 && e.survival() < 1);
    return inside
        ? new RetentionOutcomes(
            OutcomeScale.LOG_LOG, estimates.stream().map(e -> e.logLog().orElseThrow()).toList())
        : new RetentionOutcomes(
            OutcomeScale.LOGIT, estimates.stream().map(KaplanMeier.Estimate::logit).toList());
  }
}
