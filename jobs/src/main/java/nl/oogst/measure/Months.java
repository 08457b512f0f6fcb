package nl.oogst.measure;

import java.time.LocalDate;
import nl.oogst.model.Days;

/** Months and quarters of day numbers, looked up since millions are asked for. */
final class Months {
  private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
  private static final int FIRST_DAY = Days.of(FIRST);
  private static final short[] MONTH_OF_DAY = monthOfDay();
  private static final int[] FIRST_DAY_OF_MONTH = firstDayOfMonth();

  private Months() {}

  private static short[] monthOfDay() {
    LocalDate end = LocalDate.of(2060, 1, 1);
    short[] months = new short[Days.of(end) - FIRST_DAY];
    int day = 0;
    for (int month = 0; day < months.length; month++) {
      int length = FIRST.plusMonths(month).lengthOfMonth();
      for (int i = 0; i < length; i++) {
        months[day++] = (short) month;
      }
    }
    return months;
  }

  private static int[] firstDayOfMonth() {
    int[] days = new int[MONTH_OF_DAY[MONTH_OF_DAY.length - 1] + 1];
    for (int month = 0; month < days.length; month++) {
      days[month] = Days.of(FIRST.plusMonths(month));
    }
    return days;
  }

  /** The number of a day's month: twelve times the year, plus the month from 0. */
  static int of(int day) {
    int offset = day - FIRST_DAY;
    if (offset >= 0 && offset < MONTH_OF_DAY.length) {
      return FIRST.getYear() * 12 + MONTH_OF_DAY[offset];
    }
    LocalDate date = Days.date(day);
    return date.getYear() * 12 + date.getMonthValue() - 1;
  }

  /** The first day of a month by its number. */
  static int firstDay(int month) {
    int offset = month - FIRST.getYear() * 12;
    if (offset >= 0 && offset < FIRST_DAY_OF_MONTH.length) {
      return FIRST_DAY_OF_MONTH[offset];
    }
    return Days.of(Math.floorDiv(month, 12), Math.floorMod(month, 12) + 1, 1);
  }

  /** The number of a month's quarter: four times the year, plus the quarter from 0. */
  static int quarter(int month) {
    return Math.floorDiv(month, 3);
  }
}
