package nl.oogst.release.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Figures are compared as decimal numbers. */
class ComparisonTest {
  private static BigDecimal ofText(double figure) {
    return new BigDecimal(Double.toString(figure))
        .setScale(6, RoundingMode.HALF_EVEN)
        .stripTrailingZeros();
  }

  @Test
  void aFigureHasSixDecimalsAtMostHoweverItIsMade() {
    assertThat(Comparison.number(null)).isNull();
    assertThat(Comparison.number(1 / 3.0)).isEqualTo(new BigDecimal("0.333333"));
    assertThat(Comparison.number(120.0)).isEqualTo(new BigDecimal("1.2E+2"));
    assertThat(Comparison.number(-0.0)).isEqualTo(BigDecimal.ZERO);
    Random random = new Random(3);
    double[] scales = {1e-3, 1, 1e3, 1e6, 1e8, 1e9, 1e10, 1e13, 1e16};
    for (int i = 0; i < 200_000; i++) {
      double any = (random.nextDouble() - 0.5) * scales[i % scales.length];
      double few = Math.rint(any * 1e6) / 1e6;
      for (double figure :
          new double[] {any, few, Math.rint(any), Math.nextUp(few), few + 0.0000005}) {
        assertThat(Comparison.number(figure)).isEqualTo(ofText(figure));
      }
    }
  }
}
