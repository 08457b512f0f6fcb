package nl.oogst.stats;

import static nl.oogst.stats.Oracle.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import nl.oogst.stats.Oracle.Row;
import nl.oogst.stats.SenSlope.Rank;
import nl.oogst.stats.Trend.Direction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrendTest {

  /** R's trend gives no interval where a rank falls off the end; here it is the last slope. */
  private static final Set<String> OFF_THE_END = Set.of("three");

  private static final Set<String> METHODS =
      Set.of("hand_definition", "trend::mk.test", "trend::sens.slope", "Kendall::MannKendall");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "constant10",
        "down9",
        "quarters8",
        "quarters20",
        "three",
        "ties12",
        "pmk_arbitrary"
      })
  void mannKendallAndSenAreReproduced(String dataset) {
    check(dataset, Oracle.read("trend/input_" + dataset + ".csv"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"airpassengers", "lakehuron", "maxau_sedload", "nile", "precipgl"})
  void mannKendallAndSenAreReproducedOnTablesBeside(String dataset) {
    check(dataset, Oracle.readBeside("trend/input_" + dataset + ".csv"));
  }

  @Test
  void theSeasonalTestIsReproduced() {
    checkSeasonal("quarters20", 4, Oracle.read("trend/input_seasonal_quarters20.csv"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"airpassengers", "nottem", "uk_quarterly_gas"})
  void theSeasonalTestIsReproducedOnTablesBeside(String dataset) {
    var rows = Oracle.readBeside("trend/input_seasonal_" + dataset + ".csv");
    checkSeasonal(dataset, dataset.startsWith("uk") ? 4 : 12, rows);
  }

  @Test
  void pyMannKendallsOwnExpectationsHold() {
    var rows = Oracle.read("trend/input_pmk_arbitrary_monthly360.csv");
    int[] position = present(rows);
    double[] value = values(rows, position);
    double[] time = IntStream.of(position).asDoubleStream().toArray();
    var sen = SenSlope.of(time, value, 0.95, Rank.INTERPOLATED).orElseThrow();
    published("mk.sens_slope(arbitrary_1d_data)", "slope", sen.slope());
    published("mk.sens_slope(arbitrary_1d_data)", "intercept", sen.intercept());
    var test = MannKendall.of(value).orElseThrow();
    String plain = "mk.original_test(arbitrary_1d_data)";
    published(plain, "s", (double) test.s());
    published(plain, "var_s", test.variance());
    published(plain, "z", test.z());
    published(plain, "p", test.p());
    var seasonal = SeasonalMannKendall.of(12, position, value, 0.95).orElseThrow();
    String bySeason = "mk.seasonal_test(arbitrary_1d_data, period=12)";
    published(bySeason, "s", (double) seasonal.s());
    published(bySeason, "var_s", seasonal.variance());
    published(bySeason, "z", seasonal.z());
    published(bySeason, "p", seasonal.p());
    published("mk.seasonal_sens_slope(arbitrary_1d_data)", "slope", seasonal.slope());
  }

  @ParameterizedTest
  @ValueSource(strings = {"airpassengers", "lakehuron", "maxau_sedload", "nile", "precipgl"})
  void theCorrectionForResemblingNeighboursIsReproduced(String dataset) {
    var rows = Oracle.readBeside("trend/input_" + dataset + ".csv");
    var found = HamedRao.of(values(rows, present(rows))).orElseThrow();
    int compared = 0;
    for (var row : Oracle.read("trend/expected_trend.csv")) {
      if (row.text("dataset").equals(dataset)
          && row.text("method").equals("modifiedmk::mmkh3lag")) {
        compared++;
        switch (row.text("stat")) {
          case "N/N*" -> assertClose(found.correction(), row.number("value"), "%s", row);
          case "new.variance" -> assertClose(found.variance(), row.number("value"), "%s", row);
          case "Corrected Zc" -> assertClose(found.z(), row.number("value"), "%s", row);
          case "new P-value" -> assertClose(found.p(), row.number("value"), "%s", row);
          default -> compared--;
        }
      }
    }
    assertThat(compared).isEqualTo(4);
  }

  @Test
  void shortOrConstantSeriesAreNotCorrected() {
    double[] rising = IntStream.range(0, 23).asDoubleStream().toArray();
    assertThat(HamedRao.of(rising)).isEmpty();
    assertThat(HamedRao.of(new double[30])).isEmpty();
  }

  @Test
  void theExactDistributionIsReproduced() {
    for (var row : Oracle.read("trend/expected_mk_exact_small_n.csv")) {
      double p = MannKendall.exact(row.whole("n"), row.whole("abs_S"));
      double expected = row.number("p_two_sided_exact");
      assertThat(p / expected).as("%s", row).isBetween(1 - 1e-9, 1 + 1e-9);
    }
  }

  @Test
  void fewUntiedValuesGetTheExactP() {
    var rising = MannKendall.of(new double[] {1, 2, 3, 4}).orElseThrow();
    assertThat(rising.exactP()).hasValue(2 / 24d);
    assertThat(rising.p()).isEqualTo(2 / 24d);
    assertThat(MannKendall.of(new double[] {1, 2, 2, 4}).orElseThrow().exactP()).isEmpty();
    assertThat(MannKendall.of(new double[11]).orElseThrow().exactP()).isEmpty();
    assertThat(MannKendall.of(new double[] {1})).isEmpty();
  }

  @Test
  void tauBCountsTiesOnBothSides() {
    double[] x = {1, 2, 2, 3, 4};
    double[] y = {1, 3, 2, 2, 5};
    assertThat(KendallTau.b(x, y).orElseThrow()).isEqualTo((7 - 1) / Math.sqrt(9 * 9));
    assertThat(KendallTau.b(x, new double[5])).isEmpty();
  }

  @Test
  void noVerdictUnderEightQuarters() {
    int[] quarters = IntStream.range(0, 7).toArray();
    var trend = Trend.ofQuarters(quarters, new double[] {1, 2, 3, 4, 5, 6, 7});
    assertThat(trend.direction()).isEqualTo(Direction.TOO_SHORT);
    assertThat(trend.direction().code()).isEqualTo("too_short");
    assertThat(trend.p()).isEmpty();
    assertThat(trend.slopePerYear()).isEmpty();
  }

  @Test
  void equalQuartersHaveNoTrend() {
    var trend = Trend.ofQuarters(IntStream.range(0, 12).toArray(), new double[12]);
    assertThat(trend.p()).hasValue(1);
    assertThat(trend.slopePerYear()).hasValue(0);
    assertThat(trend.direction()).isEqualTo(Direction.NO_CLEAR_TREND);
  }

  @Test
  void aMissingQuarterKeepsItsPlace() {
    int[] quarters = {0, 1, 2, 3, 6, 7, 8, 9};
    double[] value = IntStream.of(quarters).mapToDouble(q -> 100 - 5 * q).toArray();
    var trend = Trend.ofQuarters(quarters, value);
    assertThat(trend.slopePerYear()).hasValue(-20);
    assertThat(trend.direction()).isEqualTo(Direction.FALLING);
    assertThat(trend.seasonal()).isFalse();
  }

  @Test
  void aDecemberPeakIsNoTrendAndDoesNotHideOne() {
    int[] quarters = IntStream.range(0, 16).toArray();
    double[] flat = IntStream.of(quarters).mapToDouble(q -> q % 4 == 3 ? 90 : 50).toArray();
    assertThat(Trend.ofQuarters(quarters, flat).direction()).isEqualTo(Direction.NO_CLEAR_TREND);
    double[] rising =
        IntStream.of(quarters).mapToDouble(q -> flat[q] + Math.floor(q / 4.0)).toArray();
    var trend = Trend.ofQuarters(quarters, rising);
    assertThat(trend.direction()).isEqualTo(Direction.RISING);
    assertThat(trend.seasonal()).isTrue();
    assertThat(trend.slopePerYear()).hasValue(1);
  }

  @Test
  void timesThatDoNotAscendAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> SenSlope.of(new double[] {1, 1, 2}, new double[] {1, 2, 3}, 0.95, Rank.NEAREST));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MannKendall.of(new double[] {1, Double.NaN}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SeasonalMannKendall.of(4, new int[] {3, 2}, new double[] {1, 2}, 0.95));
  }

  @Test
  void withoutATrendTheTestRejectsAsOftenAsItSaysAndTheIntervalCoversZero() {
    var random = new Random(1968);
    double[] time = IntStream.range(0, 14).asDoubleStream().toArray();
    int rejected = 0;
    int covered = 0;
    int worlds = 3000;
    for (int world = 0; world < worlds; world++) {
      double[] value = IntStream.range(0, 14).mapToDouble(i -> random.nextGaussian()).toArray();
      rejected += MannKendall.of(value).orElseThrow().p() < 0.05 ? 1 : 0;
      var sen = SenSlope.of(time, value, 0.95, Rank.NEAREST).orElseThrow();
      covered += sen.interval().contains(0) ? 1 : 0;
    }
    assertThat(rejected / (double) worlds).isBetween(0.03, 0.06);
    assertThat(covered / (double) worlds).isBetween(0.935, 0.975);
  }

  @Test
  void aSeriesOfYearsIsJudgedWithoutSeasonsAndAMissingYearKeepsItsPlace() {
    int[] years = {2010, 2011, 2012, 2013, 2016, 2017, 2018, 2019};
    double[] value = IntStream.of(years).mapToDouble(y -> 3.0 * (y - 2010)).toArray();
    var trend = Trend.ofYears(years, value);

    assertThat(trend.direction()).isEqualTo(Trend.Direction.RISING);
    assertThat(trend.slopePerYear()).hasValue(3.0);
    assertThat(trend.seasonal()).isFalse();
    assertThat(Trend.ofYears(new int[] {2020, 2021}, new double[] {1, 2}).direction())
        .isEqualTo(Trend.Direction.TOO_SHORT);
  }

  @Test
  void aFourthQuarterThatJumpsMakesNoTrendMoreOftenThanChance() {
    // also under three years, when seasons are not yet told apart
    for (int quarters = Trend.FEWEST; quarters <= 20; quarters++) {
      int[] quarter = IntStream.range(0, quarters).toArray();
      for (double jump : new double[] {0, 5, 50}) {
        var random = new Random(quarters);
        int rising = 0;
        int worlds = 2000;
        for (int world = 0; world < worlds; world++) {
          double[] value =
              IntStream.of(quarter)
                  .mapToDouble(q -> random.nextGaussian() + (q % 4 == 3 ? jump : 0))
                  .toArray();
          var direction = Trend.ofQuarters(quarter, value).direction();
          rising += direction == Trend.Direction.RISING ? 1 : 0;
        }
        assertThat(rising / (double) worlds)
            .as("%d quarters, a jump of %s", quarters, jump)
            .isLessThan(0.04);
      }
    }
  }

  @Test
  void theIntervalOfTheSlopeOfQuartersCoversTheSlopeAsOftenAsItSays() {
    int[] quarter = IntStream.range(0, 20).toArray();
    var random = new Random(1982);
    int covered = 0;
    int worlds = 2000;
    for (int world = 0; world < worlds; world++) {
      double[] value =
          IntStream.of(quarter)
              .mapToDouble(q -> 2.0 * q / 4 + random.nextGaussian() + (q % 4 == 3 ? 10 : 0))
              .toArray();
      covered += Trend.ofQuarters(quarter, value).interval().orElseThrow().contains(2) ? 1 : 0;
    }
    assertThat(covered / (double) worlds).isBetween(0.93, 0.99);
  }

  private static void check(String dataset, List<Row> rows) {
    int[] present = present(rows);
    double[] time = IntStream.of(present).mapToDouble(i -> i + 1).toArray();
    double[] value = values(rows, present);
    var test = MannKendall.of(value).orElseThrow();
    var nearest = SenSlope.of(time, value, 0.95, Rank.NEAREST).orElseThrow();
    var between = SenSlope.of(time, value, 0.95, Rank.INTERPOLATED).orElseThrow();
    int compared = 0;
    for (var row : Oracle.read("trend/expected_trend.csv")) {
      if (!row.text("dataset").equals(dataset) || !METHODS.contains(row.text("method"))) {
        continue;
      }
      String stat = row.text("method") + " " + row.text("stat");
      if (row.blank("value")) {
        assertThat(test.tauB().isEmpty() || OFF_THE_END.contains(dataset)).as(stat).isTrue();
        continue;
      }
      double found =
          switch (stat) {
            case "hand_definition n" -> test.n();
            case "hand_definition S", "trend::mk.test S", "Kendall::MannKendall S" -> test.s();
            case "hand_definition varS", "trend::mk.test varS" -> test.variance();
            case "hand_definition Z", "trend::mk.test z" -> test.z();
            case "hand_definition p_two_sided", "trend::mk.test p" -> test.normalP();
            case "hand_definition tau_b", "trend::mk.test tau" -> test.tauB().orElseThrow();
            case "hand_definition sen_slope", "trend::sens.slope slope" -> nearest.slope();
            case "hand_definition sen_lower95_interp" -> between.interval().low();
            case "hand_definition sen_upper95_interp" -> between.interval().high();
            case "hand_definition sen_lower95_round", "trend::sens.slope lower95" ->
                nearest.interval().low();
            case "hand_definition sen_upper95_round", "trend::sens.slope upper95" ->
                nearest.interval().high();
            case "hand_definition intercept_conover" -> nearest.intercept();
            default -> Double.NaN;
          };
      if (Double.isNaN(found)) {
        continue;
      }
      assertClose(found, row.number("value"), "%s", row);
      compared++;
    }
    assertThat(compared).isGreaterThanOrEqualTo(11);
    test.tauB().ifPresent(tau -> assertClose(KendallTau.b(time, value).orElseThrow(), tau, "tau"));
  }

  private static void checkSeasonal(String dataset, int seasons, List<Row> rows) {
    int[] position = present(rows);
    var found =
        SeasonalMannKendall.of(seasons, position, values(rows, position), 0.95).orElseThrow();
    int compared = 0;
    for (var row : Oracle.read("trend/expected_trend.csv")) {
      if (row.text("dataset").equals(dataset)) {
        String stat = row.text("method") + " " + row.text("stat");
        compared++;
        switch (stat) {
          case "trend::smk.test S", "rkt(correct=TRUE) S" ->
              assertThat((double) found.s()).isEqualTo(row.number("value"));
          case "trend::smk.test varS", "rkt(correct=TRUE) varS" ->
              assertClose(found.variance(), row.number("value"), "%s", row);
          case "trend::smk.test z" -> assertClose(found.z(), row.number("value"), "%s", row);
          case "trend::smk.test p" -> assertClose(found.p(), row.number("value"), "%s", row);
          case "trend::sea.sens.slope slope", "rkt(correct=TRUE) B" ->
              assertClose(found.slope(), row.number("value"), "%s", row);
          default -> compared--;
        }
      }
    }
    assertThat(compared).isEqualTo(8);
    assertThat(found.interval().contains(found.slope())).isTrue();
  }

  private static void published(String call, String field, double found) {
    var row =
        Oracle.read("trend/published_pymannkendall_expected.csv").stream()
            .filter(r -> r.text("call").equals(call) && r.text("field").equals(field))
            .findFirst()
            .orElseThrow();
    assertClose(found, row.number("expected"), "%s %s", call, field);
  }

  private static int[] present(List<Row> rows) {
    return IntStream.range(0, rows.size()).filter(i -> !rows.get(i).blank("value")).toArray();
  }

  private static double[] values(List<Row> rows, int[] present) {
    return IntStream.of(present).mapToDouble(i -> rows.get(i).number("value")).toArray();
  }
}
