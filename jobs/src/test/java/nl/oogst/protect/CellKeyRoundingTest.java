package nl.oogst.protect;

import static nl.oogst.protect.RecordKeysTest.keyOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellKeyRoundingTest {

  @ParameterizedTest
  @CsvSource({
    "0, 5, 0.0, 0",
    "5, 5, 0.0, 5",
    "10, 5, 0.999, 10",
    "1, 5, 0.19, 5",
    "1, 5, 0.21, 0",
    "4, 5, 0.79, 5",
    "4, 5, 0.81, 0",
    "7, 5, 0.39, 10",
    "7, 5, 0.41, 5",
    "-7, 5, 0.39, -10",
    "-7, 5, 0.41, -5",
    "3000, 2500, 0.19, 5000",
    "3000, 2500, 0.21, 2500"
  })
  void aFigureGoesUpWhenTheKeyIsBelowItsRest(long x, long base, String u, long expected) {
    assertThat(CellKeyRounding.round(x, base, keyOf(u))).isEqualTo(expected);
    assertThat(CellKeyRounding.round((double) x, (double) base, keyOf(u)))
        .isEqualTo((double) expected);
  }

  @Test
  void theLastKeyBeforeTheRestGoesUpAndTheRestItselfDoesNot() {
    var half = 1L << 63;

    assertThat(CellKeyRounding.round(1, 2, half - 1)).isEqualTo(2);
    assertThat(CellKeyRounding.round(1, 2, half)).isZero();
    assertThat(CellKeyRounding.round(1, 2, -1)).isZero();
    assertThat(CellKeyRounding.round(4.5, 9.0, half)).isZero();
  }

  @Property
  void wholeNumbersAreRoundedAsTheFormulaSays(
      @ForAll @LongRange(min = 0, max = 1L << 60) long x,
      @ForAll @LongRange(min = 1, max = 1L << 60) long base,
      @ForAll long key) {
    var u = new BigInteger(Long.toUnsignedString(key));
    // u/2^64 < (x mod b)/b, multiplied out
    var up =
        u.multiply(BigInteger.valueOf(base)).compareTo(BigInteger.valueOf(x % base).shiftLeft(64))
            < 0;

    assertThat(CellKeyRounding.round(x, base, key)).isEqualTo(x - x % base + (up ? base : 0));
  }

  @Property
  void aRoundedFigureIsAMultipleWithinOneBaseAndTheSameEachTime(
      @ForAll @DoubleRange(min = -1e7, max = 1e7) double x, @ForAll long key) {
    for (var base : new double[] {5, 2500, 12_500}) {
      var rounded = CellKeyRounding.round(x, base, key);

      assertThat(rounded % base).isZero();
      assertThat(Math.abs(rounded - x)).isLessThan(base);
      assertThat(CellKeyRounding.round(x, base, key)).isEqualTo(rounded);
      assertThat(CellKeyRounding.round(-x, base, key)).isEqualTo(-rounded);
    }
  }

  @Property
  void ofTwoFiguresOfTheSamePersonsTheLargerStaysTheLarger(
      @ForAll @LongRange(min = 0, max = 10_000) long x,
      @ForAll @LongRange(min = 0, max = 10_000) long more,
      @ForAll long key) {
    assertThat(CellKeyRounding.round(x, 5, key))
        .isLessThanOrEqualTo(CellKeyRounding.round(x + more, 5, key));
  }

  @Property
  void zeroAndMultiplesStay(
      @ForAll @LongRange(min = -10_000, max = 10_000) long k, @ForAll long key) {
    assertThat(CellKeyRounding.round(5 * k, 5, key)).isEqualTo(5 * k);
    assertThat(CellKeyRounding.round(0.5 * k, 0.5, key)).isEqualTo(0.5 * k);
  }

  @Test
  void theMeanOverKeysIsTheFigure() {
    var keys = new RecordKeys(new byte[] {7});
    var trials = 100_000;
    for (var x : new double[] {1, 2, 3, 4, 7, 12.3, 0.4}) {
      var sum = 0.0;
      for (int i = 0; i < trials; i++) {
        sum += CellKeyRounding.round(x, 5, keys.of(x + "/" + i));
      }
      // five standard errors; the standard deviation of one rounding is at most 2.5
      assertThat(sum / trials).isCloseTo(x, within(5 * 2.5 / Math.sqrt(trials)));
    }
  }

  @Test
  void whatCannotBeRoundedIsRefused() {
    assertThatThrownBy(() -> CellKeyRounding.round(1, 0, 0))
        .hasMessage("found base 0; expected a base above 0");
    assertThatThrownBy(() -> CellKeyRounding.round(Double.NaN, 5, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CellKeyRounding.round(1.5, -5, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CellKeyRounding.round(Long.MAX_VALUE, 5, 0))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void decimalFiguresAgreeWithExactArithmetic() {
    var keys = new RecordKeys(new byte[] {9});
    for (int i = 0; i < 20_000; i++) {
      var key = keys.of("decimal" + i);
      var x = i / 8.0;
      var rest = BigDecimal.valueOf(x).remainder(BigDecimal.valueOf(5));
      var up = BigDecimal.valueOf(RecordKeys.fraction(key) * 5).compareTo(rest) < 0;

      assertThat(CellKeyRounding.round(x, 5, key)).isEqualTo(x - rest.doubleValue() + (up ? 5 : 0));
    }
  }
}
