package nl.oogst.model;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers of records as whole millionths, so that sums do not depend on their order. */
public final class Fixed {
  /** The absence of a number. */
  public static final long NONE = Long.MIN_VALUE;

  /** Millionths in one. */
  public static final long ONE = 1_000_000L;

  /** Below it, numbers of millionths have at most 15 digits. */
  private static final double SURE = 1e9;

  private Fixed() {}

  /**
   * Millionths of a number, half up.
   *
   * @throws ArithmeticException when it does not fit
   */
  public static long of(BigDecimal number) {
    return number
        .multiply(BigDecimal.valueOf(ONE))
        .setScale(0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  /**
   * The same of a double, as the shortest decimal that is nearest to it.
   *
   * @throws ArithmeticException when it does not fit
   * @throws NumberFormatException when it is no number
   */
  public static long of(double number) {
    // up to 15 digits a decimal and its double stand for each other
    if (Math.abs(number) < SURE) {
      long millionths = Math.round(number * ONE);
      if (millionths / (double) ONE == number) {
        return millionths;
      }
    }
    return of(BigDecimal.valueOf(number));
  }

  /** The nearest double, or null for {@link #NONE}. */
  public static Double toDouble(long millionths) {
    return millionths == NONE ? null : BigDecimal.valueOf(millionths, 6).doubleValue();
  }
}
