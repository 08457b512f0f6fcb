package nl.oogst.measure;

import java.time.LocalDate;

/**
 * How long a job ran, in whole calendar months and days, as one number; and the places in which
 * {@link Spells} count such times. What happens after the last horizon bears on no figure (methods
 * page, section 1).
 */
final class SpellTime {
  private static final int DAYS = 100;

  /** The horizons in months. */
  static final int[] HORIZONS = {3, 6, 12, 18, 24, 36};

  /** A place for each day up to the last horizon, and one for all beyond it. */
  static final int PLACES = place(horizon(HORIZONS[HORIZONS.length - 1])) + 2;

  private SpellTime() {}

  /**
   * The time from one day to another: whole calendar months, then days, in this order.
   *
   * @return months times 100 plus days, which sorts as the pair does
   */
  static int between(LocalDate start, LocalDate until) {
    int months =
        (until.getYear() - start.getYear()) * 12 + until.getMonthValue() - start.getMonthValue();
    if (start.plusMonths(months).isAfter(until)) {
      months--;
    }
    long days = until.toEpochDay() - start.plusMonths(months).toEpochDay();
    return months * DAYS + (int) days;
  }

  /** The time of a horizon. */
  static int horizon(int months) {
    return months * DAYS;
  }

  /** The place of a time up to the last horizon. */
  static int place(int time) {
    return time / DAYS * DayCounts.DAYS_A_MONTH + time % DAYS;
  }

  /** The time at a place; beyond the last horizon, where it no longer matters, just after it. */
  static int at(int place) {
    return place / DayCounts.DAYS_A_MONTH * DAYS + place % DayCounts.DAYS_A_MONTH;
  }
}
