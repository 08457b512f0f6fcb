package nl.oogst.stats;

import static nl.oogst.stats.Oracle.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import nl.oogst.stats.Evidence.Thresholds;
import nl.oogst.stats.PracticeComparison.Pilot;
import org.junit.jupiter.api.Test;

class EvidenceTest {

  private static final Thresholds RULE = new Thresholds(4, 100, 20, 3, 0.10, 3, 0.10);

  @Test
  void thePracticeOfTwentyEightPilotsIsComparedOnTheLogitScale() {
    var comparison = PracticeComparison.of(twentyEight(), OutcomeScale.LOGIT, 28).orElseThrow();
    assertThat(comparison.with().pilots()).isEqualTo(6);
    assertThat(comparison.without().pilots()).isEqualTo(22);
    assertThat(comparison.with().persons() + comparison.without().persons()).isEqualTo(1225);
    assertClose(comparison.difference().value(), 0.848282290994091, 1e-6, "difference");
    assertThat(comparison.shareDifference()).isBetween(0.1, 0.25);
    assertThat(comparison.shareInterval().contains(comparison.shareDifference())).isTrue();
    assertThat(comparison.shareInterval().low()).isPositive();
    assertThat(comparison.prediction().contains(comparison.expectedWith())).isTrue();
    assertThat(comparison.leaveOneOut().orElseThrow().contains(comparison.shareDifference()))
        .isTrue();
    assertThat(comparison.signStable()).isTrue();
    assertThat(comparison.permutation().twoSided()).isLessThan(0.05);
  }

  @Test
  void theVerdictFollowsTheThresholds() {
    var comparison = PracticeComparison.of(twentyEight(), OutcomeScale.LOGIT, 28).orElseThrow();
    assertThat(Evidence.of(comparison, OptionalDouble.of(0.09), RULE))
        .isEqualTo(Evidence.SUPPORTED);
    assertThat(Evidence.of(comparison, OptionalDouble.of(0.10), RULE))
        .isEqualTo(Evidence.INDICATION);
    assertThat(Evidence.of(comparison, OptionalDouble.empty(), RULE))
        .isEqualTo(Evidence.INDICATION);
    var strict = new Thresholds(4, 100, 20, 3, 0.10, 9, 0.10);
    assertThat(Evidence.of(comparison, OptionalDouble.of(0.5), strict))
        .isEqualTo(Evidence.TOO_FEW_PILOTS);
  }

  @Test
  void fewPersonsAtTheHorizonIsNoSupport() {
    var thin =
        twentyEight().stream()
            .map(p -> new Pilot(p.practice(), p.outcome(), p.persons(), 19))
            .toList();
    var comparison = PracticeComparison.of(thin, OutcomeScale.LOGIT, 28).orElseThrow();
    assertThat(Evidence.of(comparison, OptionalDouble.of(0.01), RULE))
        .isEqualTo(Evidence.INDICATION);
  }

  @Test
  void twoPilotsOnASideAreTooFew() {
    var pilots =
        List.of(
            pilot(true, 30, 40),
            pilot(true, 31, 40),
            pilot(false, 5, 40),
            pilot(false, 6, 40),
            pilot(false, 7, 40));
    var comparison = PracticeComparison.of(pilots, OutcomeScale.LOGIT, 1).orElseThrow();
    assertThat(Evidence.of(comparison, OptionalDouble.of(0.01), RULE).code())
        .isEqualTo("too_few_pilots");
  }

  @Test
  void onePilotOnASideHasNoLeaveOneOutRange() {
    var pilots = List.of(pilot(true, 30, 40), pilot(false, 5, 40), pilot(false, 6, 40));
    var comparison = PracticeComparison.of(pilots, OutcomeScale.LOGIT, 1).orElseThrow();
    assertThat(comparison.leaveOneOut()).isEmpty();
    assertThat(comparison.signStable()).isFalse();
    assertThat(PracticeComparison.of(pilots.subList(1, 3), OutcomeScale.LOGIT, 1)).isEmpty();
  }

  @Test
  void aDifferenceThatHangsOnOnePilotIsContradictory() {
    var pilots =
        List.of(
            mean(true, 0.1),
            mean(true, -0.12),
            mean(true, 0.04),
            mean(false, 0.02),
            mean(false, 0.05),
            mean(false, -0.06));
    var comparison = PracticeComparison.of(pilots, OutcomeScale.IDENTITY, 1).orElseThrow();
    assertThat(comparison.signStable()).isFalse();
    assertThat(Evidence.of(comparison, OptionalDouble.of(1), RULE))
        .isEqualTo(Evidence.NO_DIFFERENCE_SEEN);
    var lax = new Thresholds(4, 100, 20, 3, 0.10, 3, 1.1);
    assertThat(Evidence.of(comparison, OptionalDouble.of(1), lax))
        .isEqualTo(Evidence.CONTRADICTORY);
  }

  @Test
  void onTheLogLogScaleAHigherOutcomeIsALowerRetention() {
    assertThat(OutcomeScale.LOG_LOG.natural(Math.log(-Math.log(0.7)))).isEqualTo(0.7);
    var turned = OutcomeScale.LOG_LOG.natural(new Interval(-2, 0));
    assertClose(turned.low(), Math.exp(-1), "low");
    assertThat(turned.high()).isGreaterThan(turned.low());
  }

  @Test
  void retentionIsComparedOnOneScaleForAllPilots() {
    var some = KaplanMeier.of(new double[] {3, 12}, new long[] {10, 0}, new long[] {0, 30});
    var everybody = KaplanMeier.of(new double[] {12}, new long[] {0}, new long[] {20});
    var inside = some.at(12).orElseThrow();
    var edge = everybody.at(12).orElseThrow();
    assertThat(RetentionOutcomes.of(List.of(inside, inside)).scale())
        .isEqualTo(OutcomeScale.LOG_LOG);
    var mixed = RetentionOutcomes.of(List.of(inside, edge));
    assertThat(mixed.scale()).isEqualTo(OutcomeScale.LOGIT);
    var binomial = EffectSize.logit(30, 40);
    assertClose(mixed.outcomes().get(0).value(), binomial.value(), "value");
    assertClose(mixed.outcomes().get(0).variance(), binomial.variance(), "variance");
    assertThat(mixed.outcomes().get(1)).isEqualTo(EffectSize.logit(20, 20));
  }

  @Test
  void pilotsThatAreAllAlikeGiveNoNaN() {
    var pilots = new ArrayList<Pilot>();
    for (int i = 0; i < 8; i++) {
      pilots.add(pilot(i % 2 == 0, 10, 20));
    }
    var comparison = PracticeComparison.of(pilots, OutcomeScale.LOGIT, 1).orElseThrow();
    assertThat(comparison.difference().value()).isZero();
    assertThat(comparison.difference().p()).isEqualTo(1);
    assertThat(comparison.permutation().twoSided()).isEqualTo(1);
    assertThat(Evidence.of(comparison, OptionalDouble.of(1), RULE))
        .isEqualTo(Evidence.NO_DIFFERENCE_SEEN);
  }

  @Test
  void sharesShrinkTowardsTheirBetaDistribution() {
    var rows = Oracle.read("clusters/expected_beta_binomial_eb_28_pilots.csv");
    int[] successes = rows.stream().mapToInt(r -> r.whole("retained")).toArray();
    int[] n = rows.stream().mapToInt(r -> r.whole("n")).toArray();
    var fit = BetaBinomial.fit(successes, n).orElseThrow();
    var printed = new BetaBinomial(rows.get(0).number("alpha"), rows.get(0).number("beta"));
    // the optimiser of the expected figures stopped at about 1e-6
    assertClose(fit.alpha(), printed.alpha(), 1e-4, "alpha");
    assertClose(fit.beta(), printed.beta(), 1e-4, "beta");
    for (var row : rows) {
      var own = fit.shrink(row.whole("retained"), row.whole("n"), 0.95);
      assertClose(own.mean(), row.number("eb_mean"), 1e-5, "%s", row);
      var shrunken = printed.shrink(row.whole("retained"), row.whole("n"), 0.95);
      assertClose(shrunken.mean(), row.number("eb_mean"), "%s", row);
      assertClose(shrunken.interval().low(), row.number("eb_lo95"), "%s", row);
      assertClose(shrunken.interval().high(), row.number("eb_hi95"), "%s", row);
    }
  }

  @Test
  void pilotsThatDifferByChanceHaveNoDistributionToShrinkTo() {
    assertThat(BetaBinomial.fit(new int[] {5, 5, 5}, new int[] {10, 10, 10})).isEmpty();
    assertThat(BetaBinomial.fit(new int[] {0, 0}, new int[] {10, 10})).isEmpty();
    assertThat(BetaBinomial.fit(new int[] {4}, new int[] {10})).isEmpty();
  }

  /** Two jobs per person with the same fate: the plain interval is too narrow. */
  @Test
  void theBootstrapOverPersonsIsWiderThanTheIntervalOverJobs() {
    var random = new Random(1979);
    boolean[] kept = new boolean[80];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = random.nextDouble() < 0.6;
    }
    var interval = Bootstrap.interval(80, times -> share(kept, times), 1, 2000, 0.95).orElseThrow();
    long hits = IntStream.range(0, 80).filter(i -> kept[i]).count();
    var jobs = Wilson.interval(2.0 * hits, 160, 0.95).orElseThrow();
    assertThat(interval.high() - interval.low()).isGreaterThan(1.2 * (jobs.high() - jobs.low()));
    assertThat(Bootstrap.interval(80, times -> share(kept, times), 1, 2000, 0.95))
        .contains(interval);
    assertThat(Bootstrap.interval(0, times -> OptionalDouble.of(1), 1, 100, 0.95)).isEmpty();
    assertThat(Bootstrap.interval(5, times -> OptionalDouble.empty(), 1, 100, 0.95)).isEmpty();
  }

  private static OptionalDouble share(boolean[] kept, int[] times) {
    double sum = 0;
    for (int i = 0; i < kept.length; i++) {
      sum += kept[i] ? times[i] : 0;
    }
    return OptionalDouble.of(sum / kept.length);
  }

  private static List<Pilot> twentyEight() {
    var pilots = new ArrayList<Pilot>();
    for (var row : Oracle.read("clusters/input_practice_28_pilots.csv")) {
      pilots.add(pilot(row.whole("practice") == 1, row.whole("retained"), row.whole("n")));
    }
    return pilots;
  }

  private static Pilot pilot(boolean practice, int successes, int n) {
    return new Pilot(practice, EffectSize.logit(successes, n), n, n);
  }

  private static Pilot mean(boolean practice, double value) {
    return new Pilot(practice, new EffectSize(value, 0.01), 100, 100);
  }
}
