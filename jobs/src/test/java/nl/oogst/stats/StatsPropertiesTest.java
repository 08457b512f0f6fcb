package nl.oogst.stats;

import static nl.oogst.stats.Oracle.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class StatsPropertiesTest {

  private static final String SEED = "19580601";

  @Property(tries = 200, seed = SEED)
  void aCurveOnlyFallsAndItsIntervalHoldsIt(
      @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 24) Integer> times,
      @ForAll @IntRange(max = 1000) int mix) {
    var curve = curve(times, mix);
    double before = 1;
    double atRisk = times.size();
    for (var estimate : curve.estimates()) {
      assertThat(estimate.survival()).isBetween(0.0, before);
      assertThat(estimate.atRisk()).isBetween(1.0, atRisk);
      estimate.interval().ifPresent(i -> assertThat(i.contains(estimate.survival())).isTrue());
      before = estimate.survival();
      atRisk = estimate.atRisk();
    }
  }

  @Property(tries = 200, seed = SEED)
  void theOrderOfObservationsDoesNotMatter(
      @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 24) Integer> times,
      @ForAll @IntRange(max = 1000) int mix) {
    double[] time = times.stream().mapToDouble(t -> t).toArray();
    boolean[] event = events(times.size(), mix);
    double[] reversed = new double[time.length];
    boolean[] reversedEvent = new boolean[time.length];
    for (int i = 0; i < time.length; i++) {
      reversed[i] = time[time.length - 1 - i];
      reversedEvent[i] = event[time.length - 1 - i];
    }
    assertThat(KaplanMeier.ofObservations(reversed, reversedEvent).estimates())
        .isEqualTo(KaplanMeier.ofObservations(time, event).estimates());
  }

  @Property(tries = 200, seed = SEED)
  void withoutCensoringTheCurveIsTheShareStillRunning(
      @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 24) Integer> times) {
    double[] time = times.stream().mapToDouble(t -> t).toArray();
    boolean[] event = new boolean[time.length];
    Arrays.fill(event, true);
    for (var estimate : KaplanMeier.ofObservations(time, event).estimates()) {
      long longer = times.stream().filter(t -> t > estimate.time()).count();
      assertClose(estimate.survival(), (double) longer / time.length, "at %s", estimate.time());
    }
  }

  @Property(tries = 200, seed = SEED)
  void entryAtTheStartIsNoDelay(
      @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 1, max = 24) Integer> times,
      @ForAll @IntRange(max = 1000) int mix) {
    double[] time = times.stream().mapToDouble(t -> t).toArray();
    boolean[] event = events(times.size(), mix);
    assertThat(KaplanMeier.ofDelayedEntry(new double[time.length], time, event).estimates())
        .isEqualTo(KaplanMeier.ofObservations(time, event).estimates());
  }

  @Property(tries = 300, seed = SEED)
  void aWilsonIntervalHoldsTheShareAndMirrorsItsComplement(
      @ForAll @IntRange(max = 5000) int one,
      @ForAll @IntRange(max = 5000) int other,
      @ForAll @DoubleRange(min = 0.5, max = 0.99) double level) {
    int n = one + other;
    if (n == 0) {
      return;
    }
    var interval = Wilson.interval(one, n, level).orElseThrow();
    var complement = Wilson.interval(other, n, level).orElseThrow();
    assertThat(interval.contains((double) one / n)).isTrue();
    assertClose(interval.low(), 1 - complement.high(), "mirror");
  }

  @Property(tries = 200, seed = SEED)
  void aSeriesTurnedAroundHasTheOppositeTrend(
      @ForAll @Size(min = 3, max = 25) List<@IntRange(max = 40) Integer> values) {
    var turned = new ArrayList<>(values);
    Collections.reverse(turned);
    double[] time = new double[values.size()];
    Arrays.setAll(time, i -> i);
    double[] there = values.stream().mapToDouble(v -> v).toArray();
    double[] back = turned.stream().mapToDouble(v -> v).toArray();
    assertThat(MannKendall.of(back).orElseThrow().s())
        .isEqualTo(-MannKendall.of(there).orElseThrow().s());
    assertClose(
        SenSlope.of(time, back, 0.95, SenSlope.Rank.NEAREST).orElseThrow().slope(),
        -SenSlope.of(time, there, 0.95, SenSlope.Rank.NEAREST).orElseThrow().slope(),
        "slope");
  }

  @Property(tries = 200, seed = SEED)
  void adjustmentNeverMakesAPSmallerNorChangesTheOrder(
      @ForAll @Size(min = 1, max = 30) List<@DoubleRange(max = 1) Double> p) {
    var input = p.stream().map(OptionalDouble::of).toList();
    for (var method : Multiplicity.values()) {
      var adjusted = method.adjust(input);
      for (int i = 0; i < p.size(); i++) {
        assertThat(adjusted.get(i).getAsDouble()).isBetween(p.get(i), 1.0);
        for (int j = 0; j < p.size(); j++) {
          if (p.get(i) < p.get(j)) {
            assertThat(adjusted.get(i).getAsDouble())
                .isLessThanOrEqualTo(adjusted.get(j).getAsDouble());
          }
        }
      }
    }
  }

  private static KaplanMeier curve(List<Integer> times, int mix) {
    return KaplanMeier.ofObservations(
        times.stream().mapToDouble(t -> t).toArray(), events(times.size(), mix));
  }

  private static boolean[] events(int n, int mix) {
    var random = new Random(mix);
    boolean[] event = new boolean[n];
    for (int i = 0; i < n; i++) {
      event[i] = random.nextInt(1000) < mix;
    }
    return event;
  }
}
