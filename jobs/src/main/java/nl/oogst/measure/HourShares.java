package nl.oogst.measure;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import nl.oogst.model.Days;
import nl.oogst.model.Fixed;
import nl.oogst.model.Period;
import nl.oogst.resolve.ResolvedPlacement;

/**
 * The hours of a placement by quarter: paid hours shared evenly over all calendar days of their pay
 * period, and an estimate for months that no pay period touches (contract, section 5 rule 5).
 */
final class HourShares {

  /** Takes hours, in millionths, of a pay period or month that lie in one quarter. */
  interface Sink {
    void hours(int periodStart, int periodEnd, Period quarter, long hours, boolean estimated);
  }

  private static final int DAYS_A_WEEK = 7;

  private HourShares() {}

  /**
   * Hands out all hours of a placement.
   *
   * @param asOf nothing is estimated after this day, also where an end is planned later
   */
  static void share(ResolvedPlacement placement, int asOf, Sink sink) {
    Set<Integer> paidMonths = new HashSet<>();
    for (ResolvedPlacement.Hours paid : placement.hours()) {
      sharePaid(paid, sink);
      for (int m = month(paid.periodStart()); m <= month(paid.periodEnd()); m++) {
        paidMonths.add(m);
      }
    }
    estimate(placement, asOf, paidMonths, sink);
  }

  private static int month(int day) {
    LocalDate date = Days.date(day);
    return date.getYear() * 12 + date.getMonthValue() - 1;
  }

  /** Parts are differences of a rounded running total, so that they add up to the whole. */
  private static void sharePaid(ResolvedPlacement.Hours paid, Sink sink) {
    long days = (long) paid.periodEnd() - paid.periodStart() + 1;
    long shared = 0;
    int day = paid.periodStart();
    while (day <= paid.periodEnd()) {
      Period quarter = Period.quarterOf(Days.date(day));
      int last = Math.min(paid.periodEnd(), Days.of(quarter.end()));
      long until = part(paid.hours(), (long) last - paid.periodStart() + 1, days);
      sink.hours(paid.periodStart(), paid.periodEnd(), quarter, until - shared, false);
      shared = until;
      day = last + 1;
    }
  }

  private static long part(long hours, long days, long of) {
    return hours / of * days + hours % of * days / of;
  }

  private static void estimate(
      ResolvedPlacement placement, int asOf, Set<Integer> paidMonths, Sink sink) {
    long weekly = placement.state().hoursPerWeek();
    if (weekly == Fixed.NONE) {
      return;
    }
    int start = placement.state().startDate();
    int end = Math.min(placement.activeUntil(), asOf);
    for (int day = start; day <= end; ) {
      LocalDate first = Days.date(day).withDayOfMonth(1);
      int monthStart = Days.of(first);
      int monthEnd = Days.of(first.plusMonths(1)) - 1;
      if (!paidMonths.contains(month(day))) {
        long active = (long) Math.min(end, monthEnd) - day + 1;
        long hours = weekly * active / DAYS_A_WEEK;
        sink.hours(monthStart, monthEnd, Period.quarterOf(first), hours, true);
      }
      day = monthEnd + 1;
    }
  }
}
