package nl.oogst.release.explain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Figures as decimals: thirds of a job need more places than a figure shows. */
final class Amounts {
  private static final int PLACES = 12;
  private static final int SHOWN = 6;

  private Amounts() {}

  static BigDecimal of(Object figure) {
    return figure == null
        ? BigDecimal.ZERO
        : BigDecimal.valueOf(((Number) figure).doubleValue())
            .setScale(PLACES, RoundingMode.HALF_EVEN);
  }

  static boolean same(BigDecimal one, BigDecimal other) {
    return shown(one).compareTo(shown(other)) == 0;
  }

  static BigDecimal shown(BigDecimal amount) {
    return amount.setScale(SHOWN, RoundingMode.HALF_EVEN);
  }
}
