package nl.oogst.model;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A calendar year or quarter.
 *
 * @param quarter 1 to 4, or 0 for the whole year
 */
public record Period(int year, int quarter) implements Comparable<Period>, Serializable {
  public Period {
    if (quarter < 0 || quarter > 4) {
      throw new IllegalArgumentException("quarter must be 0 (year) to 4, got " + quarter);
    }
  }

  public static Period year(int year) {
    return new Period(year, 0);
  }

  public static Period quarterOf(LocalDate day) {
    return new Period(day.getYear(), (day.getMonthValue() + 2) / 3);
  }

  /** Reads {@code 2024} and {@code 2024-Q3}; empty for anything else. */
  public static Optional<Period> parse(String text) {
    if (text.length() == 4 && digits(text, 4)) {
      return Optional.of(year(Integer.parseInt(text)));
    }
    if (text.length() == 7 && digits(text, 4) && text.startsWith("-Q", 4)) {
      int quarter = text.charAt(6) - '0';
      if (quarter >= 1 && quarter <= 4) {
        return Optional.of(new Period(Integer.parseInt(text.substring(0, 4)), quarter));
      }
    }
    return Optional.empty();
  }

  private static boolean digits(String text, int count) {
    for (int i = 0; i < count; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  public boolean isYear() {
    return quarter == 0;
  }

  /** {@code year} or {@code quarter}. */
  public String type() {
    return isYear() ? "year" : "quarter";
  }

  public LocalDate start() {
    return LocalDate.of(year, isYear() ? 1 : quarter * 3 - 2, 1);
  }

  /** The last day. */
  public LocalDate end() {
    return isYear()
        ? LocalDate.of(year, 12, 31)
        : LocalDate.of(year, quarter * 3 - 2, 1).plusMonths(3).minusDays(1);
  }

  /** All quarters, then all years, that hold a day from first to last. */
  public static List<Period> covering(LocalDate first, LocalDate last) {
    List<Period> periods = new ArrayList<>();
    for (LocalDate day = quarterOf(first).start(); !day.isAfter(last); day = day.plusMonths(3)) {
      periods.add(quarterOf(day));
    }
    for (int year = first.getYear(); year <= last.getYear(); year++) {
      periods.add(year(year));
    }
    return periods;
  }

  // written out, since periods are asked for in maps all the time

  @Override
  public boolean equals(Object other) {
    return other instanceof Period that && year == that.year && quarter == that.quarter;
  }

  @Override
  public int hashCode() {
    return year * 31 + quarter;
  }

  @Override
  public int compareTo(Period other) {
    int types = Boolean.compare(isYear(), other.isYear());
    if (types != 0) {
      return types;
    }
    return year != other.year
        ? Integer.compare(year, other.year)
        : Integer.compare(quarter, other.quarter);
  }

  @Override
  public String toString() {
    return isYear() ? Integer.toString(year) : year + "-Q" + quarter;
  }
}
