package nl.oogst.model;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers of records as whole millionths, so that sums do not depend on their order. */
public final class Fixed {
  /** The absence of a number. */
  public static final long NONE = Long.MIN_VALUE;

  /** Millionths in one. */
  public static final long ONE = 1_000_000L;

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

  /** The nearest double, or null for {@link #NONE}. */
  public static Double toDouble(long millionths) {
    return millionths == NONE ? null : BigDecimal.valueOf(millionths, 6).doubleValue();
  }
}
