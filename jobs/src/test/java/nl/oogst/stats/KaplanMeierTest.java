package nl.oogst.stats;

import static nl.oogst.stats.Oracle.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import nl.oogst.stats.KaplanMeier.Estimate;
import nl.oogst.stats.Oracle.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KaplanMeierTest {

  private static final List<String> KEY = List.of("dataset", "group", "conf_type");

  @Test
  void everyPointOfTheOracleCurvesIsReproduced() {
    for (var curve : curves().entrySet()) {
      var found = curve(curve.getKey(), curve.getValue()).estimates();
      assertThat(found).hasSameSizeAs(curve.getValue());
      for (int i = 0; i < found.size(); i++) {
        var row = curve.getValue().get(i);
        var estimate = found.get(i);
        assertThat(estimate.atRisk()).isEqualTo(row.number("n_risk"));
        assertClose(estimate.survival(), row.number("surv"), "%s row %s", curve.getKey(), i);
        assertOptional(estimate.standardError(), row, "se_greenwood");
        assertInterval(estimate, row);
      }
    }
  }

  @Test
  void retentionAtAHorizonIsReproducedAndAbsentWhereNobodyWasFollowed() {
    var curves = curves();
    int absent = 0;
    for (var row : Oracle.read("survival/expected_retention_at_horizon.csv")) {
      var key = key(row);
      var estimate = curve(key, curves.get(key)).at(row.number("horizon"));
      if (row.whole("n_risk") == 0) {
        assertThat(estimate).isEmpty();
        absent++;
        continue;
      }
      assertThat(estimate.orElseThrow().atRisk()).isEqualTo(row.number("n_risk"));
      assertClose(estimate.orElseThrow().survival(), row.number("surv"), "%s", row);
      assertOptional(estimate.orElseThrow().standardError(), row, "se");
      assertInterval(estimate.orElseThrow(), row);
    }
    assertThat(absent).isPositive();
  }

  @Test
  void quantilesAndTheirLimitsAreReproduced() {
    var curves = curves();
    for (var row : Oracle.read("survival/expected_quantiles.csv")) {
      var key = key(row);
      var curve = curve(key, curves.get(key));
      double p = row.number("p");
      assertOptional(curve.quantile(p), row, "quantile");
      assertOptional(curve.quantileLimits(p).low(), row, "lower95");
      assertOptional(curve.quantileLimits(p).high(), row, "upper95");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"all_censored", "all_events", "tie_event_censor", "single_event", "zero_time"})
  void singleObservationsGiveTheSameCurveAsTheirHistogram(String edge) {
    var rows = Oracle.read("survival/input_edge_" + edge + ".csv");
    boolean[] event = new boolean[rows.size()];
    for (int i = 0; i < event.length; i++) {
      event[i] = rows.get(i).whole("event") == 1;
    }
    var key = List.of("edge_" + edge, "ALL", "log-log");
    assertThat(KaplanMeier.ofObservations(Oracle.numbers(rows, "time"), event).estimates())
        .isEqualTo(curve(key, curves().get(key)).estimates());
  }

  @Test
  void delayedEntryIsReproduced() {
    var input =
        Oracle.by(Oracle.readBeside("survival/input_heart_delayed_entry.csv"), "transplant");
    for (var row : Oracle.read("survival/expected_km_delayed_entry.csv")) {
      var rows = input.get(List.of(row.text("group")));
      boolean[] event = new boolean[rows.size()];
      for (int i = 0; i < event.length; i++) {
        event[i] = rows.get(i).whole("event") == 1;
      }
      var estimate =
          KaplanMeier.ofDelayedEntry(
                  Oracle.numbers(rows, "start"), Oracle.numbers(rows, "stop"), event)
              .at(row.number("time"))
              .orElseThrow();
      assertThat(estimate.atRisk()).isEqualTo(row.number("n_risk"));
      assertClose(estimate.survival(), row.number("surv"), "%s", row);
      assertOptional(estimate.standardError(), row, "se_greenwood");
    }
  }

  @Test
  void weightsScaleTheRiskSetAndLeaveTheCurve() {
    double[] time = {1, 2, 4, 6};
    var whole = KaplanMeier.of(time, new long[] {1, 2, 0, 1}, new long[] {0, 1, 2, 0});
    var third =
        KaplanMeier.of(
            time, new double[] {1 / 3d, 2 / 3d, 0, 1 / 3d}, new double[] {0, 1 / 3d, 2 / 3d, 0});
    assertThat(third.at(4).orElseThrow().atRisk()).isEqualTo(1);
    for (double t : time) {
      assertClose(
          third.at(t).orElseThrow().survival(), whole.at(t).orElseThrow().survival(), "at %s", t);
    }
    assertThat(third.at(6).orElseThrow().survival()).isZero();
  }

  @Test
  void beforeTheFirstEventEverythingSurvivesAndTheIntervalIsAbsent() {
    var curve = KaplanMeier.of(new double[] {5}, new long[] {2}, new long[] {1});
    assertThat(curve.at(3))
        .contains(new Estimate(3, 1, OptionalDouble.of(0), java.util.Optional.empty(), 3));
    assertThat(curve.at(5).orElseThrow().logLog()).isPresent();
    assertThat(curve.at(3).orElseThrow().logLog()).isEmpty();
  }

  @Test
  void nothingIsKnownPastTheLastObservationOrFromNobody() {
    var curve = KaplanMeier.of(new double[] {5, 9}, new long[] {2, 0}, new long[] {1, 0});
    assertThat(curve.at(5.001)).isEmpty();
    assertThat(curve.lastTime()).hasValue(5);
    var empty = KaplanMeier.of(new double[0], new long[0], new long[0]);
    assertThat(empty.at(0)).isEmpty();
    assertThat(empty.median()).isEmpty();
    assertThat(empty.lastTime()).isEmpty();
  }

  @Test
  void theLogLogOutcomeIsThatOfTheFormula() {
    var estimate =
        KaplanMeier.of(new double[] {3, 12}, new long[] {10, 0}, new long[] {0, 30})
            .at(12)
            .orElseThrow();
    double log = Math.log(0.75);
    var outcome = estimate.logLog().orElseThrow();
    assertClose(outcome.value(), Math.log(-log), "value");
    assertClose(outcome.variance(), 10d / (40 * 30) / (log * log), "variance");
  }

  @Test
  void inputThatIsNoHistogramIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KaplanMeier.of(new double[] {2, 2}, new long[] {1, 1}, new long[] {0, 0}))
        .withMessageContaining("2.0 before 2.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KaplanMeier.of(new double[] {2}, new long[] {-1}, new long[] {0}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KaplanMeier.of(new double[] {2}, new long[] {1}, new long[0]));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                KaplanMeier.ofDelayedEntry(
                    new double[] {3}, new double[] {3}, new boolean[] {true}));
  }

  /** Exponential lives, uniform censoring: the 95 % interval covers the truth 93 to 97 times. */
  @Test
  void theIntervalCoversTheTruthAsOftenAsItSays() {
    var random = new Random(20250101);
    int covered = 0;
    int worlds = 2000;
    for (int world = 0; world < worlds; world++) {
      double[] time = new double[60];
      boolean[] event = new boolean[60];
      for (int i = 0; i < time.length; i++) {
        double life = -20 * Math.log(1 - random.nextDouble());
        double end = 8 + 30 * random.nextDouble();
        time[i] = Math.min(life, end);
        event[i] = life <= end;
      }
      var interval =
          KaplanMeier.ofObservations(time, event).at(12).flatMap(Estimate::interval).orElseThrow();
      covered += interval.contains(Math.exp(-12 / 20d)) ? 1 : 0;
    }
    assertThat(covered / (double) worlds).isBetween(0.93, 0.97);
  }

  private static Map<List<String>, List<Row>> curves() {
    return Oracle.by(Oracle.read("survival/expected_km_curves.csv"), KEY.toArray(String[]::new));
  }

  private static List<String> key(Row row) {
    return KEY.stream().map(row::text).toList();
  }

  private static KaplanMeier curve(List<String> key, List<Row> rows) {
    var scale =
        switch (key.get(2)) {
          case "plain" -> IntervalScale.PLAIN;
          case "log" -> IntervalScale.LOG;
          default -> IntervalScale.LOG_LOG;
        };
    return KaplanMeier.of(
            Oracle.numbers(rows, "time"),
            Oracle.numbers(rows, "n_event"),
            Oracle.numbers(rows, "n_censor"))
        .withInterval(scale, 0.95);
  }

  private static void assertOptional(OptionalDouble found, Row row, String column) {
    assertThat(found.isEmpty()).as("%s absent in %s", column, row).isEqualTo(row.blank(column));
    found.ifPresent(value -> assertClose(value, row.number(column), "%s in %s", column, row));
  }

  /** R prints [1, 1] for a curve without events on two of the scales; here that is absent. */
  private static void assertInterval(Estimate estimate, Row row) {
    boolean absent = row.blank("lower95") || row.number("surv") == 1;
    assertThat(estimate.interval().isEmpty()).as("interval of %s", row).isEqualTo(absent);
    estimate
        .interval()
        .ifPresent(
            interval -> {
              assertClose(interval.low(), row.number("lower95"), "low of %s", row);
              assertClose(interval.high(), row.number("upper95"), "high of %s", row);
            });
  }
}
