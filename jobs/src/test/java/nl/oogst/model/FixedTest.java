package nl.oogst.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FixedTest {
  @Test
  void aDoubleIsTheShortestDecimalThatIsNearestToIt() {
    Random random = new Random(1);
    for (int i = 0; i < 200_000; i++) {
      double scale = Math.pow(10, random.nextInt(12));
      double any = (random.nextDouble() - 0.5) * scale * 10;
      double decimal = Math.round(any * 1000) / 1000.0;
      for (double number : new double[] {any, decimal, Math.round(any), (float) any}) {
        assertThat(Fixed.of(number)).isEqualTo(Fixed.of(BigDecimal.valueOf(number)));
      }
    }
    for (double number : new double[] {0, -0.0, 5e-7, 4.9999999e-7, 1e9, 0.1 + 0.2, 2.5e-6}) {
      assertThat(Fixed.of(number)).isEqualTo(Fixed.of(BigDecimal.valueOf(number)));
    }
  }

  @Test
  void whatIsNoNumberOrDoesNotFitIsNone() {
    assertThatThrownBy(() -> Fixed.of(Double.NaN)).isInstanceOf(NumberFormatException.class);
    assertThatThrownBy(() -> Fixed.of(1e13)).isInstanceOf(ArithmeticException.class);
  }
}
