package nl.oogst.stats;

import static nl.oogst.stats.Oracle.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.oogst.stats.Oracle.Row;
import org.junit.jupiter.api.Test;

class PilotsTest {

  /**
   * R searches the root of Paule and Mandel to 1.2e-4, and that of the equivalent empirical Bayes
   * estimator to 1e-5; here it is exact, which has its own test.
   */
  private static final Map<String, Double> TOLERANCE =
      Map.of("DL", 1e-9, "REML", 1e-9, "PM", 2e-4, "EB", 2e-4);

  private static final Map<String, Heterogeneity> ESTIMATOR =
      Map.of(
          "DL", Heterogeneity.DERSIMONIAN_LAIRD,
          "REML", Heterogeneity.REML,
          "PM", Heterogeneity.PAULE_MANDEL,
          "EB", Heterogeneity.PAULE_MANDEL);

  @Test
  void theBcgTrialsAreReproduced() {
    var trials = Oracle.read("clusters/input_bcg_13_trials.csv");
    var outcomes = bcg(trials);
    var mean = MetaRegression.mean(outcomes).orElseThrow();
    var latitude = MetaRegression.on(outcomes, Oracle.numbers(trials, "ablat")).orElseThrow();
    int compared = 0;
    for (var row : Oracle.read("clusters/expected_meta_bcg.csv")) {
      String[] words = row.text("model").split(" ", -1);
      if (words[0].equals("fixed")) {
        continue;
      }
      String estimator = words[words.length - 2];
      var model = (words[0].equals("random") ? mean : latitude).with(ESTIMATOR.get(estimator));
      var fit =
          words[words.length - 1].equals("z")
              ? model.orElseThrow().withoutHartungKnapp()
              : model.orElseThrow();
      assertClose(
          term(fit, row.text("term")), row.number("value"), TOLERANCE.get(estimator), "%s", row);
      compared++;
    }
    assertThat(compared).isEqualTo(112);
    assertThat(mean.estimator()).isEqualTo(Heterogeneity.REML);
    assertThat(Math.round(mean.tau2() * 1e4)).isEqualTo(3132);
  }

  @Test
  void pauleAndMandelsVarianceMakesTheResidualsAsLargeAsTheirDegreesOfFreedom() {
    var outcomes = bcg(Oracle.read("clusters/input_bcg_13_trials.csv"));
    double tau2 =
        MetaRegression.mean(outcomes)
            .flatMap(m -> m.with(Heterogeneity.PAULE_MANDEL))
            .orElseThrow()
            .tau2();
    var inflated =
        outcomes.stream().map(o -> new EffectSize(o.value(), o.variance() + tau2)).toList();
    assertClose(MetaRegression.mean(inflated).orElseThrow().q(), 12, "Q");
  }

  @Test
  void theBcgTrialsShrinkAsExpected() {
    var outcomes = bcg(Oracle.read("clusters/input_bcg_13_trials.csv"));
    var shrunken = MetaRegression.mean(outcomes).orElseThrow().withoutHartungKnapp().shrunken(0.95);
    var expected = Oracle.read("clusters/expected_blup_bcg_reml.csv");
    for (int i = 0; i < expected.size(); i++) {
      var row = expected.get(i);
      assertClose(shrunken.get(i).value(), row.number("blup"), 1e-6, "%s", row);
      assertClose(shrunken.get(i).standardError(), row.number("se"), 1e-6, "%s", row);
      assertClose(shrunken.get(i).interval().low(), row.number("pi_lb"), 1e-6, "%s", row);
      assertClose(shrunken.get(i).interval().high(), row.number("pi_ub"), 1e-6, "%s", row);
      assertClose(shrunken.get(i).weight(), row.number("shrink"), 1e-6, "%s", row);
    }
  }

  @Test
  void twentyEightPilotsAreReproduced() {
    var pilots = Oracle.read("clusters/input_practice_28_pilots.csv");
    var outcomes = logits(pilots, "retained", "n");
    var practice = MetaRegression.on(outcomes, Oracle.numbers(pilots, "practice")).orElseThrow();
    var expected = statistics("clusters/expected_practice_28_pilots.csv");
    var coefficient = practice.coefficient(1, 0.95);
    close(coefficient.value(), expected, "metareg_reml_hksj_b1_logit");
    close(coefficient.standardError(), expected, "metareg_se");
    close(coefficient.interval().low(), expected, "metareg_lb");
    close(coefficient.interval().high(), expected, "metareg_ub");
    close(coefficient.p(), expected, "metareg_p");
    close(practice.withoutHartungKnapp().coefficient(1, 0.95).p(), expected, "metareg_z_p");
    var mean = MetaRegression.mean(outcomes).orElseThrow();
    close(mean.tau2(), expected, "tau2_reml_no_moderator");
    close(mean.i2(), expected, "I2_no_moderator");
    close(mean.q(), expected, "Q_no_moderator");
    close(mean.coefficient(0, 0.95).value(), expected, "mu_logit_no_moderator");
    close(expit(mean.expected(0)), expected, "mu_prop");
    close(expit(mean.prediction(0, 0.95).low()), expected, "pi_lb_prop");
    close(expit(mean.prediction(0, 0.95).high()), expected, "pi_ub_prop");
  }

  @Test
  void partialPoolingIsReproduced() {
    var rows = Oracle.read("clusters/expected_partial_pooling_28_pilots.csv");
    var outcomes = logits(rows, "retained", "n");
    var shrunken = MetaRegression.mean(outcomes).orElseThrow().shrunken(0.95);
    for (int i = 0; i < rows.size(); i++) {
      var row = rows.get(i);
      assertClose(outcomes.get(i).value(), row.number("logit"), "%s", row);
      assertClose(outcomes.get(i).variance(), row.number("v"), "%s", row);
      assertClose(shrunken.get(i).value(), row.number("blup_logit"), 1e-6, "%s", row);
      assertClose(shrunken.get(i).standardError(), row.number("blup_se"), 1e-6, "%s", row);
      assertClose(expit(shrunken.get(i).value()), row.number("blup_prop"), 1e-6, "%s", row);
    }
  }

  @Test
  void aShareOfAllOrNothingGetsAHalfOnBothSides() {
    var studies = Oracle.read("clusters/input_pritz1997_14_studies.csv");
    var model =
        MetaRegression.mean(logits(studies, "xi", "ni"))
            .orElseThrow()
            .with(Heterogeneity.DERSIMONIAN_LAIRD)
            .orElseThrow();
    var expected =
        Oracle.read("clusters/expected_pritz1997.csv").stream()
            .collect(Collectors.toMap(r -> r.text("model"), r -> r.number("value")));
    assertClose(model.expected(0), expected.get("DL logit mu"), "mu");
    assertClose(model.tau2(), expected.get("DL tau2"), "tau2");
    assertClose(expit(model.expected(0)), expected.get("DL prop"), "prop");
  }

  @Test
  void permutationOfTwelvePilotsIsReproduced() {
    var pilots = Oracle.read("clusters/input_practice_12_pilots.csv");
    boolean[] practice = labels(pilots);
    var expected = statistics("clusters/expected_practice_12_pilots.csv");
    var plain = PermutationTest.ofMeans(Oracle.numbers(pilots, "y"), practice, 1).orElseThrow();
    assertThat(plain.exact()).isTrue();
    close((double) plain.arrangements(), expected, "n_permutations");
    close(plain.statistic(), expected, "diff_unweighted");
    close(plain.twoSided(), expected, "p_two_sided_exact_unweighted");
    close(plain.oneSided(), expected, "p_one_sided_exact_unweighted");
    var pooled = pooled(pilots, "kept", practice, 200_000);
    close(pooled.statistic(), expected, "diff_pooled");
    close(pooled.twoSided(), expected, "p_two_sided_exact_pooled");
  }

  @Test
  void permutationOfTwentyEightPilotsIsReproduced() {
    var pilots = Oracle.read("clusters/input_practice_28_pilots.csv");
    boolean[] practice = labels(pilots);
    var expected = statistics("clusters/expected_practice_28_pilots.csv");
    double[] share =
        pilots.stream().mapToDouble(r -> r.number("retained") / r.number("n")).toArray();
    var drawn = PermutationTest.ofMeans(share, practice, 28).orElseThrow();
    double exact = expected.get("perm_p_two_sided_unweighted_exact_376740");
    assertThat(drawn.exact()).isFalse();
    assertThat(drawn.arrangements()).isEqualTo(100_000);
    close(drawn.statistic(), expected, "diff_unweighted");
    assertThat(drawn.twoSided()).isBetween(exact - 0.002, exact + 0.002);
    assertThat(PermutationTest.ofMeans(share, practice, 28)).contains(drawn);
    var pooled = pooled(pilots, "retained", practice, 400_000);
    assertThat(pooled.arrangements()).isEqualTo(376_740);
    close(pooled.twoSided(), expected, "perm_p_two_sided_pooled_exact");
    close(pooled.statistic(), expected, "diff_pooled");
  }

  @Test
  void theSmallestAttainablePIsKnownBeforehand() {
    for (var row : Oracle.read("clusters/minimum_attainable_permutation_p.csv")) {
      int m = row.whole("m");
      int k = row.whole("k");
      assertThat(PermutationTest.arrangements(m, k)).isEqualTo(row.number("n_assignments"));
      assertThat(PermutationTest.smallestP(m, k) / row.number("min_p_two_sided"))
          .isBetween(1 - 1e-9, 1 + 1e-9);
    }
    double[] apart = {9, 9, 1, 1};
    boolean[] half = {true, true, false, false};
    assertThat(PermutationTest.ofMeans(apart, half, 1).orElseThrow().twoSided())
        .isEqualTo(PermutationTest.smallestP(4, 2));
  }

  @Test
  void withOneSideEmptyThereIsNothingToCompare() {
    assertThat(PermutationTest.ofMeans(new double[2], new boolean[2], 1)).isEmpty();
    var outcomes = List.of(EffectSize.logit(3, 9), EffectSize.logit(4, 9), EffectSize.logit(5, 9));
    assertThat(MetaRegression.on(outcomes, new double[] {1, 1, 1})).isEmpty();
    assertThat(MetaRegression.on(outcomes.subList(0, 2), new double[] {0, 1})).isEmpty();
    assertThat(MetaRegression.mean(outcomes.subList(0, 1))).isEmpty();
    assertThat(MetaRegression.mean(List.of())).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> PermutationTest.smallestP(4, 4));
    assertThatIllegalArgumentException().isThrownBy(() -> new EffectSize(1, 0));
  }

  @Test
  void equalPilotsHaveNoHeterogeneity() {
    var outcomes = List.of(EffectSize.logit(3, 9), EffectSize.logit(3, 9), EffectSize.logit(3, 9));
    var model = MetaRegression.mean(outcomes).orElseThrow();
    assertThat(model.tau2()).isZero();
    assertThat(model.i2()).isZero();
  }

  /** Twelve pilots of unequal precision that truly differ; the practice does nothing. */
  @Test
  void theIntervalCoversTheTruthAndThePermutationRejectsAsOftenAsTheySay() {
    var random = new Random(2001);
    double[] moderator = IntStream.range(0, 12).mapToDouble(i -> i % 2).toArray();
    boolean[] practice = new boolean[12];
    for (int i = 1; i < 12; i += 2) {
      practice[i] = true;
    }
    int covered = 0;
    int rejected = 0;
    int worlds = 800;
    for (int world = 0; world < worlds; world++) {
      var outcomes = new ArrayList<EffectSize>();
      for (int i = 0; i < 12; i++) {
        double v = 0.05 + 0.4 * random.nextDouble();
        double truth = 0.6 * random.nextGaussian();
        outcomes.add(new EffectSize(truth + Math.sqrt(v) * random.nextGaussian(), v));
      }
      var fit = MetaRegression.on(outcomes, moderator).orElseThrow();
      covered += fit.coefficient(1, 0.95).interval().contains(0) ? 1 : 0;
      double[] y = outcomes.stream().mapToDouble(EffectSize::value).toArray();
      rejected += PermutationTest.ofMeans(y, practice, 1).orElseThrow().twoSided() < 0.05 ? 1 : 0;
    }
    assertThat(covered / (double) worlds).isBetween(0.925, 0.975);
    assertThat(rejected / (double) worlds).isBetween(0.03, 0.07);
  }

  private static double term(MetaRegression fit, String term) {
    var coefficient = fit.coefficient(term.endsWith("1") ? 1 : 0, 0.95);
    return switch (term) {
      case "mu", "b0", "b1" -> coefficient.value();
      case "se1" -> coefficient.standardError();
      case "p1" -> coefficient.p();
      case "ci_lb", "lb1" -> coefficient.interval().low();
      case "ci_ub", "ub1" -> coefficient.interval().high();
      case "tau2" -> fit.tau2();
      case "I2" -> fit.i2();
      case "Q" -> fit.q();
      case "Qp" -> fit.qP();
      default -> throw new AssertionError(term);
    };
  }

  private static PermutationTest pooled(
      List<Row> pilots, String column, boolean[] practice, long exactUpTo) {
    double[] x = Oracle.numbers(pilots, column);
    double[] n = Oracle.numbers(pilots, "n");
    return PermutationTest.of(
            practice,
            labels -> {
              double[] sums = new double[4];
              for (int i = 0; i < labels.length; i++) {
                sums[labels[i] ? 0 : 1] += x[i];
                sums[labels[i] ? 2 : 3] += n[i];
              }
              return sums[0] / sums[2] - sums[1] / sums[3];
            },
            1,
            exactUpTo,
            100)
        .orElseThrow();
  }

  private static boolean[] labels(List<Row> pilots) {
    boolean[] labels = new boolean[pilots.size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = pilots.get(i).whole("practice") == 1;
    }
    return labels;
  }

  private static List<EffectSize> bcg(List<Row> trials) {
    return trials.stream().map(r -> new EffectSize(r.number("yi"), r.number("vi"))).toList();
  }

  private static List<EffectSize> logits(List<Row> rows, String successes, String n) {
    return rows.stream().map(r -> EffectSize.logit(r.number(successes), r.number(n))).toList();
  }

  private static Map<String, Double> statistics(String name) {
    return Oracle.read(name).stream()
        .collect(Collectors.toMap(r -> r.text("stat"), r -> r.number("value")));
  }

  private static void close(double found, Map<String, Double> expected, String name) {
    assertClose(found, expected.get(name), 1e-6, name);
  }

  private static double expit(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }
}
