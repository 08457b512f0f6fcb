package nl.oogst.stats;

import static nl.oogst.stats.Oracle.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import nl.oogst.stats.LogRank.Weight;
import nl.oogst.stats.Oracle.Row;
import org.junit.jupiter.api.Test;

class SurvivalComparisonTest {

  @Test
  void logRankAndPetoPetoAreReproduced() {
    var curves = Oracle.by(Oracle.read("survival/expected_km_curves.csv"), "dataset", "group");
    var expected =
        Oracle.by(Oracle.read("survival/expected_logrank.csv"), "dataset", "test", "strata");
    for (var test : expected.entrySet()) {
      String dataset = test.getKey().get(0);
      if (test.getKey().get(2).isEmpty()) {
        var groups = new ArrayList<KaplanMeier>();
        for (var row : test.getValue()) {
          groups.add(curve(curves.get(List.of(dataset, row.text("group")))));
        }
        check(test.getValue(), LogRank.test(groups, weight(test.getKey().get(1))).orElseThrow());
      }
    }
  }

  @Test
  void stratifiedLogRankIsReproduced() {
    var expected =
        Oracle.by(Oracle.read("survival/expected_logrank.csv"), "dataset", "test", "strata");
    for (var test : expected.entrySet()) {
      if (!test.getKey().get(2).isEmpty()) {
        var input = Oracle.readBeside("survival/input_" + test.getKey().get(0) + ".csv");
        var strata = new ArrayList<List<KaplanMeier>>();
        for (var stratum : Oracle.by(input, "stratum").values()) {
          strata.add(
              test.getValue().stream()
                  .map(
                      row ->
                          observed(
                              stratum.stream()
                                  .filter(r -> r.text("group").equals(row.text("group")))
                                  .toList()))
                  .toList());
        }
        var found = LogRank.stratified(strata, weight(test.getKey().get(1))).orElseThrow();
        check(test.getValue(), found);
      }
    }
  }

  @Test
  void restrictedMeansAreReproduced() {
    var curves = Oracle.by(Oracle.read("survival/expected_km_curves.csv"), "dataset", "group");
    for (var row : Oracle.read("survival/expected_rmst.csv")) {
      var curve = curve(curves.get(List.of(row.text("dataset"), row.text("group"))));
      var found = RestrictedMean.of(curve, row.number("tau")).orElseThrow();
      assertClose(found.mean(), row.number("rmst"), "%s", row);
      assertClose(found.standardError(), row.number("se"), "%s", row);
    }
  }

  @Test
  void aMeanPastFollowUpIsAbsentUnlessEverythingEnded() {
    var open = KaplanMeier.of(new double[] {2, 4}, new long[] {1, 0}, new long[] {0, 1});
    assertThat(RestrictedMean.of(open, 4)).isPresent();
    assertThat(RestrictedMean.of(open, 4.5)).isEmpty();
    var ended = KaplanMeier.of(new double[] {2, 4}, new long[] {1, 1}, new long[] {0, 0});
    assertThat(RestrictedMean.of(ended, 100).orElseThrow().mean()).isEqualTo(3);
    assertThatIllegalArgumentException().isThrownBy(() -> RestrictedMean.of(open, 0));
  }

  @Test
  void cumulativeIncidenceIsReproduced() {
    var histogram = new TreeMap<Double, double[]>();
    for (var row : Oracle.readBeside("survival/input_unempdur_competing.csv")) {
      histogram.computeIfAbsent(row.number("time"), t -> new double[4])[row.whole("cause")]++;
    }
    var curves =
        CumulativeIncidence.of(
            histogram.keySet().stream().mapToDouble(t -> t).toArray(),
            List.of(column(histogram, 1), column(histogram, 2), column(histogram, 3)),
            column(histogram, 0));
    var names = List.of("fulltime", "parttime", "unknown");
    for (var row : Oracle.read("survival/expected_cuminc_unempdur.csv")) {
      var found = curves.at(row.number("time")).orElseThrow();
      assertThat(found.still().atRisk()).isEqualTo(row.number("n_risk"));
      assertClose(found.still().survival(), row.number("p_still"), "%s", row);
      assertClose(found.still().standardError().orElseThrow(), row.number("se_still"), "%s", row);
      for (int cause = 0; cause < names.size(); cause++) {
        var incidence = found.causes().get(cause);
        assertClose(incidence.share(), row.number("p_" + names.get(cause)), "%s", row);
        assertClose(incidence.standardError(), row.number("se_" + names.get(cause)), "%s", row);
      }
    }
  }

  @Test
  void endsAndSurvivorsAddUpToOne() {
    var random = new Random(7);
    double[] time = new double[30];
    var ends = List.of(new double[30], new double[30]);
    double[] censored = new double[30];
    for (int i = 0; i < time.length; i++) {
      time[i] = i;
      ends.get(0)[i] = random.nextInt(3);
      ends.get(1)[i] = random.nextInt(2);
      censored[i] = random.nextInt(2) / 3d;
    }
    var curves = CumulativeIncidence.of(time, ends, censored);
    for (double t = 0; curves.at(t).isPresent(); t++) {
      var estimate = curves.at(t).orElseThrow();
      double sum = estimate.causes().stream().mapToDouble(c -> c.share()).sum();
      assertClose(sum + estimate.still().survival(), 1, "at %s", t);
    }
  }

  @Test
  void withoutCompetitionTheIncidenceIsTheComplementOfTheCurve() {
    double[] time = {1, 2, 5};
    double[] ends = {2, 1, 3};
    double[] censored = {1, 1, 0};
    var estimate = CumulativeIncidence.of(time, List.of(ends), censored).at(2).orElseThrow();
    assertClose(estimate.causes().get(0).share(), 1 - estimate.still().survival(), "share");
    assertClose(
        estimate.causes().get(0).standardError(),
        estimate.still().standardError().orElseThrow(),
        "standard error");
    var interval = estimate.causes().get(0).interval(0.95).orElseThrow();
    var still = estimate.still().interval().orElseThrow();
    assertClose(interval.low(), 1 - still.high(), "low");
    assertClose(interval.high(), 1 - still.low(), "high");
  }

  @Test
  void thereIsNoTestOfOneGroupOrOfNoEvents() {
    var group = KaplanMeier.of(new double[] {2, 4}, new long[] {1, 0}, new long[] {0, 1});
    var quiet = KaplanMeier.of(new double[] {2, 4}, new long[] {0, 0}, new long[] {1, 1});
    assertThat(LogRank.test(List.of(group), Weight.LOG_RANK)).isEmpty();
    assertThat(LogRank.test(List.of(quiet, quiet), Weight.LOG_RANK)).isEmpty();
    assertThat(LogRank.test(List.of(), Weight.LOG_RANK)).isEmpty();
  }

  @Test
  void theTestRejectsEqualGroupsAsOftenAsItSays() {
    var random = new Random(1966);
    int rejected = 0;
    int worlds = 1500;
    for (int world = 0; world < worlds; world++) {
      var groups = List.of(exponential(random, 40), exponential(random, 40));
      rejected += LogRank.test(groups, Weight.LOG_RANK).orElseThrow().p() < 0.05 ? 1 : 0;
    }
    assertThat(rejected / (double) worlds).isBetween(0.03, 0.07);
  }

  private static KaplanMeier exponential(Random random, int n) {
    double[] time = new double[n];
    boolean[] event = new boolean[n];
    for (int i = 0; i < n; i++) {
      double life = Math.ceil(-10 * Math.log(1 - random.nextDouble()));
      time[i] = Math.min(life, 15);
      event[i] = life <= 15;
    }
    return KaplanMeier.ofObservations(time, event);
  }

  private static void check(List<Row> expected, LogRank.Result found) {
    for (int g = 0; g < expected.size(); g++) {
      var row = expected.get(g);
      assertClose(found.groups().get(g).observed(), row.number("observed"), "%s", row);
      assertClose(found.groups().get(g).expected(), row.number("expected"), "%s", row);
      assertClose(found.chiSquared(), row.number("chisq"), "%s", row);
      assertThat(found.degreesOfFreedom()).isEqualTo(row.whole("df"));
      assertThat(found.p() / row.number("p")).as("%s", row).isBetween(1 - 1e-9, 1 + 1e-9);
    }
  }

  private static Weight weight(String test) {
    return test.equals("logrank") ? Weight.LOG_RANK : Weight.PETO_PETO;
  }

  private static KaplanMeier observed(List<Row> rows) {
    boolean[] event = new boolean[rows.size()];
    for (int i = 0; i < event.length; i++) {
      event[i] = rows.get(i).whole("event") == 1;
    }
    return KaplanMeier.ofObservations(Oracle.numbers(rows, "time"), event);
  }

  private static KaplanMeier curve(List<Row> rows) {
    var once = rows.stream().filter(r -> r.text("conf_type").equals("plain")).toList();
    return KaplanMeier.of(
        Oracle.numbers(once, "time"),
        Oracle.numbers(once, "n_event"),
        Oracle.numbers(once, "n_censor"));
  }

  private static double[] column(Map<Double, double[]> histogram, int index) {
    return histogram.values().stream().mapToDouble(w -> w[index]).toArray();
  }
}
