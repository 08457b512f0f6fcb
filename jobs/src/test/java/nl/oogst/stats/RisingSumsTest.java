package nl.oogst.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RisingSumsTest {
  private static final int[] LENGTHS = {0, 1, 2, 24, 47, 48, 49, 50, 73, 100, 5000};

  @ParameterizedTest
  @ValueSource(doubles = {1e-3, 0.5, 1, 7.25, 23.9, 24, 1000.5, 1e6})
  void sumsAreThoseOfTheirTerms(double a) {
    for (int n : LENGTHS) {
      check(RisingSums.logs(a, n), a, n, Math::log);
      check(RisingSums.reciprocals(a, n), a, n, x -> 1 / x);
      check(RisingSums.squares(a, n), a, n, x -> 1 / (x * x));
    }
  }

  private static void check(double found, double a, int n, DoubleUnaryOperator term) {
    double sum = 0;
    double size = 0;
    for (int j = n - 1; j >= 0; j--) {
      sum += term.applyAsDouble(a + j);
      size += Math.abs(term.applyAsDouble(a + j));
    }
    // differences of large numbers lose some digits where terms are small
    assertThat(found).as("%s, %d terms", a, n).isCloseTo(sum, within(1e-9 * size + 1e-300));
  }

  @Test
  void nothingIsTheSumOfNoTerms() {
    assertThat(RisingSums.logs(3, 0)).isZero();
  }
}
