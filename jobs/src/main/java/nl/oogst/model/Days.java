package nl.oogst.model;

import java.time.LocalDate;

/** Calendar days as day numbers since 1970-01-01, as Parquet counts them. */
public final class Days {
  /** The absence of a date. */
  public static final int NONE = Integer.MIN_VALUE;

  /** A day after every other, for what has no end. */
  public static final int FOREVER = Integer.MAX_VALUE;

  private Days() {}

  public static int of(LocalDate date) {
    return date == null ? NONE : Math.toIntExact(date.toEpochDay());
  }

  public static int of(int year, int month, int day) {
    return of(LocalDate.of(year, month, day));
  }

  /** The date, or null for {@link #NONE}. */
  public static LocalDate date(int day) {
    return day == NONE ? null : LocalDate.ofEpochDay(day);
  }
}
