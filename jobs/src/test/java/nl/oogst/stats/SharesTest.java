package nl.oogst.stats;

import static nl.oogst.stats.Oracle.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SharesTest {

  @Test
  void wilsonAndExactIntervalsAreReproduced() {
    int compared = 0;
    for (var row : Oracle.read("proportions/expected_binomial_ci.csv")) {
      int x = row.whole("x");
      int n = row.whole("n");
      double level = row.number("level");
      var found =
          switch (row.text("method")) {
            case "wilson" -> Wilson.interval(x, n, level);
            case "exact" -> ExactBinomial.interval(x, n, level);
            default -> java.util.Optional.<Interval>empty();
          };
      if (found.isPresent()) {
        compared++;
        assertClose(found.get().low(), row.number("lower"), "%s", row);
        assertClose(found.get().high(), row.number("upper"), "%s", row);
      }
    }
    assertThat(compared).isEqualTo(51 + 51);
  }

  @Test
  void newcombesDifferencesAreReproduced() {
    for (var row : Oracle.read("proportions/expected_difference_ci.csv")) {
      var found =
          Newcombe.difference(
                  row.number("x1"),
                  row.number("n1"),
                  row.number("x2"),
                  row.number("n2"),
                  row.number("level"))
              .orElseThrow();
      assertClose(found.value(), row.number("diff"), "%s", row);
      assertClose(found.interval().low(), row.number("newcombe_lower"), "%s", row);
      assertClose(found.interval().high(), row.number("newcombe_upper"), "%s", row);
    }
  }

  @Test
  void thePrintedExamplesHold() {
    var share = Wilson.interval(81, 263, 0.95).orElseThrow();
    assertThat(Math.round(share.low() * 1e4)).isEqualTo(2553);
    assertThat(Math.round(share.high() * 1e4)).isEqualTo(3662);
    var difference = Newcombe.difference(56, 70, 48, 80, 0.95).orElseThrow().interval();
    assertThat(Math.round(difference.low() * 1e4)).isEqualTo(524);
    assertThat(Math.round(difference.high() * 1e4)).isEqualTo(3339);
  }

  @Test
  void aShareOfNobodyIsAbsent() {
    assertThat(Wilson.interval(0, 0, 0.95)).isEmpty();
    assertThat(ExactBinomial.interval(0, 0, 0.95)).isEmpty();
    assertThat(Newcombe.difference(1, 2, 0, 0, 0.95)).isEmpty();
  }

  @Test
  void allOrNothingReachesTheEdgeExactly() {
    for (int n : new int[] {1, 3, 7, 29, 1000, 123_457}) {
      assertThat(Wilson.interval(0, n, 0.95).orElseThrow().low()).isZero();
      assertThat(Wilson.interval(n, n, 0.95).orElseThrow().high()).isEqualTo(1);
    }
  }

  @Test
  void impossibleCountsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Wilson.interval(3, 2, 0.95))
        .withMessageContaining("3.0 of 2.0");
    assertThatIllegalArgumentException().isThrownBy(() -> Wilson.interval(-1, 2, 0.95));
    assertThatIllegalArgumentException().isThrownBy(() -> Wilson.interval(Double.NaN, 2, 0.95));
    assertThatIllegalArgumentException().isThrownBy(() -> Wilson.interval(1, 2, 95));
  }

  @Test
  void theIntervalsCoverTheTruthAsOftenAsTheySay() {
    var random = new Random(1927);
    int wilson = 0;
    int newcombe = 0;
    int worlds = 4000;
    for (int world = 0; world < worlds; world++) {
      int a = draw(random, 50, 0.7);
      int b = draw(random, 40, 0.55);
      wilson += Wilson.interval(a, 50, 0.95).orElseThrow().contains(0.7) ? 1 : 0;
      var difference = Newcombe.difference(a, 50, b, 40, 0.95).orElseThrow();
      newcombe += difference.interval().contains(0.15) ? 1 : 0;
    }
    assertThat(wilson / (double) worlds).isBetween(0.93, 0.97);
    assertThat(newcombe / (double) worlds).isBetween(0.93, 0.97);
  }

  private static int draw(Random random, int n, double p) {
    int hits = 0;
    for (int i = 0; i < n; i++) {
      hits += random.nextDouble() < p ? 1 : 0;
    }
    return hits;
  }
}
