package nl.oogst.stats;

import static nl.oogst.stats.Oracle.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Collectors;
import nl.oogst.stats.DirectStandardisation.Stratum;
import nl.oogst.stats.Funnel.Point;
import nl.oogst.stats.Oracle.Row;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private static final Map<String, Multiplicity> METHODS =
      Map.of(
          "BH", Multiplicity.BENJAMINI_HOCHBERG,
          "BY", Multiplicity.BENJAMINI_YEKUTIELI,
          "holm", Multiplicity.HOLM,
          "hochberg", Multiplicity.HOCHBERG,
          "bonferroni", Multiplicity.BONFERRONI);

  @Test
  void adjustedPValuesAreReproducedAndMissingOnesStayMissing() {
    for (var set : Oracle.by(Oracle.read("multiplicity/expected_p_adjust.csv"), "set").values()) {
      var p = set.stream().map(r -> optional(r, "p")).toList();
      for (var method : METHODS.entrySet()) {
        var found = method.getValue().adjust(p);
        for (int i = 0; i < p.size(); i++) {
          var expected = optional(set.get(i), method.getKey());
          assertThat(found.get(i).isPresent()).isEqualTo(expected.isPresent());
          if (expected.isPresent()) {
            assertClose(
                found.get(i).getAsDouble(), expected.getAsDouble(), "%s %s", method, set.get(i));
          }
        }
      }
    }
  }

  @Test
  void ofThe1995ExampleFourSurviveTheFalseDiscoveryRateAndThreeBonferroni() {
    var p =
        Oracle.by(Oracle.read("multiplicity/expected_p_adjust.csv"), "set")
            .get(List.of("bh1995"))
            .stream()
            .map(r -> optional(r, "p"))
            .toList();
    assertThat(rejected(Multiplicity.BENJAMINI_HOCHBERG.adjust(p))).isEqualTo(4);
    assertThat(rejected(Multiplicity.BONFERRONI.adjust(p))).isEqualTo(3);
  }

  @Test
  void whatIsNoPValueIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Multiplicity.HOLM.adjust(List.of(OptionalDouble.of(Double.NaN))));
    assertThat(Multiplicity.HOLM.adjust(List.of())).isEmpty();
  }

  @Test
  void standardisedRatesAreReproduced() {
    var selvin = new ArrayList<Stratum>();
    for (var row : Oracle.read("standardisation/input_selvin_us_cancer_white_males.csv")) {
      selvin.add(
          new Stratum(row.number("deaths_1940"), row.number("pop_1940"), row.number("pop_1960")));
    }
    check("selvin_1940_std_1960", DirectStandardisation.of(selvin).orElseThrow());
    assertThat(Math.round(DirectStandardisation.of(selvin).orElseThrow().standardised() * 1e6))
        .isEqualTo(1393);
    for (String pilot : List.of("A", "B")) {
      var strata = new ArrayList<Stratum>();
      for (var row : Oracle.read("standardisation/input_retention_three_strata.csv")) {
        strata.add(
            new Stratum(row.number("x_" + pilot), row.number("n_" + pilot), row.number("std")));
      }
      check("retention_" + pilot, DirectStandardisation.of(strata).orElseThrow());
    }
  }

  @Test
  void aStratumWithNobodyIsNeverSilentlyDropped() {
    var filled = new Stratum(3, 10, 50);
    assertThat(DirectStandardisation.of(List.of(filled, new Stratum(0, 0, 50)))).isEmpty();
    assertThat(DirectStandardisation.of(List.of(filled, new Stratum(0, 0, 0)))).isPresent();
    assertThat(DirectStandardisation.of(List.of())).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> new Stratum(3, 2, 1));
  }

  @Test
  void theFunnelIsReproduced() {
    var rows = Oracle.read("funnel/expected_funnel_28_pilots.csv");
    var funnel = funnel(rows);
    for (int i = 0; i < rows.size(); i++) {
      var row = rows.get(i);
      var point = funnel.points().get(i);
      assertClose(point.share(), row.number("p"), "%s", row);
      assertClose(point.z(), row.number("z_naive"), "%s", row);
      assertClose(point.inner().low(), row.number("lo95_exact"), "%s", row);
      assertClose(point.inner().high(), row.number("hi95_exact"), "%s", row);
      assertClose(point.outer().low(), row.number("lo998_exact"), "%s", row);
      assertClose(point.outer().high(), row.number("hi998_exact"), "%s", row);
      assertClose(point.zPhi(), row.number("z_phi"), "%s", row);
      assertClose(point.zAdditive(), row.number("z_additive"), "%s", row);
      assertThat(point.outsideNaive()).isEqualTo(row.text("out998_naive").equals("TRUE"));
      assertThat(point.outside()).isEqualTo(row.text("out998_additive").equals("TRUE"));
      var normal = new Funnel(funnel.target(), 1, 1, 0, List.of()).limits(point.n(), 0.95);
      assertClose(normal.low(), row.number("lo95_normal"), "%s", row);
      assertClose(normal.high(), row.number("hi95_normal"), "%s", row);
    }
    var summary =
        Oracle.read("funnel/expected_funnel_summary.csv").stream()
            .collect(Collectors.toMap(r -> r.text("stat"), r -> r.number("value")));
    assertClose(funnel.target(), summary.get("target"), "target");
    assertClose(funnel.phi(), summary.get("phi_winsorised10"), "phi");
    assertClose(funnel.rawPhi(), summary.get("phi_raw"), "raw phi");
    assertClose(funnel.tau2(), summary.get("tau2_additive_DL_winsorised"), "tau2");
    assertThat(funnel.points().stream().filter(Point::outsideNaive)).hasSize(5);
    assertThat(funnel.points().stream().filter(Point::outside)).isEmpty();
    assertThat(funnel.limits(40, 0.95).high()).isGreaterThan(funnel.target());
  }

  @Test
  void thereIsNoFunnelOfOneUnitOrOfAllAlike() {
    assertThat(Funnel.of(new int[] {3}, new int[] {5})).isEmpty();
    assertThat(Funnel.of(new int[] {0, 0}, new int[] {5, 9})).isEmpty();
    assertThat(Funnel.of(new int[] {5, 9}, new int[] {5, 9})).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> Funnel.of(new int[] {0}, new int[] {0}));
  }

  @Test
  void exactLimitsHoldWhatTheySay() {
    var random = new Random(2005);
    int worlds = 20_000;
    int outside = 0;
    for (int world = 0; world < worlds; world++) {
      int hits = 0;
      for (int i = 0; i < 40; i++) {
        hits += random.nextDouble() < 0.65 ? 1 : 0;
      }
      outside += Funnel.exactLimits(40, 0.65, 0.95).contains(hits / 40d) ? 0 : 1;
    }
    assertThat(outside / (double) worlds).isBetween(0.02, 0.08);
  }

  private static Funnel funnel(List<Row> rows) {
    return Funnel.of(
            rows.stream().mapToInt(r -> r.whole("retained")).toArray(),
            rows.stream().mapToInt(r -> r.whole("n")).toArray())
        .orElseThrow();
  }

  private static void check(String name, DirectStandardisation found) {
    for (var row : Oracle.read("standardisation/expected_direct_standardisation.csv")) {
      if (row.text("case").equals(name)) {
        double value =
            switch (row.text("stat")) {
              case "crude", "crude.rate" -> found.crude();
              case "rate", "adj.rate" -> found.standardised();
              case "var_binom" -> found.variance();
              case "lci" -> found.gammaInterval(0.95).low();
              case "uci" -> found.gammaInterval(0.95).high();
              default -> throw new AssertionError(row.text("stat"));
            };
        assertClose(value, row.number("value"), "%s", row);
      }
    }
  }

  private static long rejected(List<OptionalDouble> q) {
    return q.stream().filter(v -> v.orElseThrow() < 0.05).count();
  }

  private static OptionalDouble optional(Row row, String column) {
    return row.blank(column) ? OptionalDouble.empty() : OptionalDouble.of(row.number(column));
  }
}
