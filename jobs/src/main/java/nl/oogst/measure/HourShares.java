package nl.oogst.measure;

import java.util.BitSet;
import nl.oogst.model.Fixed;
import nl.oogst.resolve.ResolvedPlacement;

/**
 * The hours of a placement by quarter: paid hours shared evenly over all calendar days of their pay
 * period, and an estimate for months that no pay period touches (contract, section 5 rule 5).
 */
final class HourShares {

  /** Takes hours that lie in one quarter. */
  interface Sink {
    /**
     * Takes a part of the hours.
     *
     * @param periodStart first day of the pay period, or of the month for estimates
     * @param periodEnd its last day
     * @param quarter four times the year, plus the quarter from 0
     * @param hours in millionths
     */
    void hours(int periodStart, int periodEnd, int quarter, long hours, boolean estimated);
  }

  private static final int DAYS_A_WEEK = 7;

  private HourShares() {}

  /**
   * Shares the hours of a placement.
   *
   * @param asOf nothing is estimated after it
   */
  static void share(ResolvedPlacement placement, int asOf, Sink sink) {
    int firstMonth = Months.of(placement.state().startDate());
    BitSet paidMonths = new BitSet();
    for (ResolvedPlacement.Hours paid : placement.hours()) {
      int from = Math.max(Months.of(paid.periodStart()), firstMonth);
      int to = Months.of(paid.periodEnd());
      if (to >= from) {
        paidMonths.set(from - firstMonth, to - firstMonth + 1);
      }
      sharePaid(paid, sink);
    }
    if (placement.state().hoursPerWeek() != Fixed.NONE) {
      estimate(placement, asOf, paidMonths, firstMonth, sink);
    }
  }

  /** Parts are differences of a rounded running total, so that they add up to the whole. */
  private static void sharePaid(ResolvedPlacement.Hours paid, Sink sink) {
    int start = paid.periodStart();
    int end = paid.periodEnd();
    long days = (long) end - start + 1;
    long shared = 0;
    int day = start;
    while (day <= end) {
      int quarter = Months.quarter(Months.of(day));
      int last = end;
      if (Months.quarter(Months.of(end)) != quarter) {
        last = Months.firstDay((quarter + 1) * 3) - 1;
      }
      long until = part(paid.hours(), (long) last - start + 1, days);
      sink.hours(start, end, quarter, until - shared, false);
      shared = until;
      day = last + 1;
    }
  }

  private static long part(long hours, long days, long of) {
    return hours / of * days + hours % of * days / of;
  }

  private static void estimate(
      ResolvedPlacement placement, int asOf, BitSet paidMonths, int firstMonth, Sink sink) {
    long weekly = placement.state().hoursPerWeek();
    int end = Math.min(placement.activeUntil(), asOf);
    int day = placement.state().startDate();
    for (int month = firstMonth; day <= end; month++) {
      int monthEnd = Months.firstDay(month + 1) - 1;
      if (!paidMonths.get(month - firstMonth)) {
        long active = (long) Math.min(end, monthEnd) - day + 1;
        long hours = weekly * active / DAYS_A_WEEK;
        sink.hours(Months.firstDay(month), monthEnd, Months.quarter(month), hours, true);
      }
      day = monthEnd + 1;
    }
  }
}
