package nl.oogst.normalise;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a pay period in one text: a month ({@code jan-25}, {@code 2025-01}), four weeks ({@code
 * 2025-4W03}), a quarter ({@code 2025K1}), weeks ({@code week 9-12 2025}), a year, or two dates
 * ({@code 1-3-2025 t/m 31-3-2025}). Only for fields that begin or end a pay period; a start date
 * that names no day is not readable.
 *
 * <p>Weeks are those of ISO 8601. Four-week period n holds the weeks 4n-3 to 4n; the 53rd week of a
 * long year belongs to period 13.
 */
final class PayPeriods {
  private static final int LONGEST = 40;

  /** How a column numbers its pay periods, where {@code 2025-P03} can be two things. */
  enum Unit {
    MONTH,
    FOUR_WEEKS,
    UNDECIDED
  }

  /**
   * Both ends.
   *
   * @param twoDigitYear whether the year was written with two digits and read as 20YY
   */
  record Span(int first, int last, boolean twoDigitYear) {}

  private static final String GAP = "[-/._ ]*";
  private static final String YEAR = "(\\d{4})";
  private static final String NUMBER = "0?(\\d{1,2})";

  private static final Pattern YEAR_MONTH = Pattern.compile(YEAR + "[-/. ]?m?" + NUMBER);
  private static final Pattern MONTH_YEAR =
      Pattern.compile("(?:m|mnd|maand)?[ .]?" + NUMBER + "[-/. ]" + YEAR);
  private static final Pattern NAME_YEAR =
      Pattern.compile("(\\p{L}{3,9})\\.?" + GAP + "(?:['’]?(\\d{2})|" + YEAR + ")");
  private static final Pattern YEAR_NAME = Pattern.compile(YEAR + GAP + "(\\p{L}{3,9})\\.?");
  private static final String WEEK = "(?:weken|week|weeknr|wk|w)";
  private static final String TO = " ?(?:-|t/m|tm|tot en met|en met|tot) ?";
  private static final Pattern WEEKS_YEAR =
      Pattern.compile(
          WEEK
              + "[ .]*"
              + NUMBER
              + "(?:"
              + TO
              + "(?:"
              + WEEK
              + "[ .]*)?"
              + NUMBER
              + ")?[-/, (]+"
              + YEAR
              + "\\)?");
  private static final Pattern YEAR_WEEKS =
      Pattern.compile(
          YEAR + "[-/, ]*" + WEEK + "[ .]*" + NUMBER + "(?:" + TO + WEEK + "?[ .]*" + NUMBER
              + ")?");
  private static final String FOUR = "(?:4 ?-? ?w(?:eken|eeks|k)?|vier ?weken|vierwekenperiode|vw)";
  private static final Pattern FOUR_YEAR = Pattern.compile(FOUR + GAP + NUMBER + "[-/, ]+" + YEAR);
  private static final Pattern YEAR_FOUR = Pattern.compile(YEAR + GAP + FOUR + GAP + NUMBER);
  private static final String PERIOD = "(?:periode|loonperiode|tijdvak|loontijdvak|per|p|tv)";
  private static final Pattern PERIOD_YEAR =
      Pattern.compile(PERIOD + GAP + NUMBER + "[-/, ]+" + YEAR);
  private static final Pattern YEAR_PERIOD = Pattern.compile(YEAR + GAP + PERIOD + GAP + NUMBER);

  /** "tot" (until) is not among them: the last day may not belong to the period. */
  private static final List<String> BETWEEN_DATES =
      List.of(" t/m ", "t/m", " tot en met ", " tm ", " - ", " – ");

  private PayPeriods() {}

  /** Reads a text; empty for what is no pay period. */
  static Optional<Span> parse(String text, Unit unit) {
    if (text.length() < 4 || text.length() > LONGEST) {
      return Optional.empty();
    }
    String plain = text.toLowerCase(Locale.ROOT).replace('\u00a0', ' ').replace('–', '-').strip();
    while (plain.endsWith("*")) {
      plain = plain.substring(0, plain.length() - 1).strip();
    }
    return numbered(plain, unit)
        .or(() -> unit == Unit.FOUR_WEEKS ? fourWeeks(text) : Optional.empty())
        .or(() -> month(text))
        .or(() -> weeks(text))
        .or(() -> quarterOrYear(text))
        .or(() -> range(text));
  }

  private static Optional<Span> numbered(String text, Unit unit) {
    Matcher found = YEAR_FOUR.matcher(text);
    if (found.matches()) {
      return fourWeeks(number(found, 1), number(found, 2));
    }
    found = FOUR_YEAR.matcher(text);
    if (found.matches()) {
      return fourWeeks(number(found, 2), number(found, 1));
    }
    int year;
    int period;
    found = YEAR_PERIOD.matcher(text);
    if (found.matches()) {
      year = number(found, 1);
      period = number(found, 2);
    } else {
      found = PERIOD_YEAR.matcher(text);
      if (!found.matches()) {
        return Optional.empty();
      }
      year = number(found, 2);
      period = number(found, 1);
    }
    return switch (unit) {
      case MONTH -> month(year, period, false);
      case FOUR_WEEKS -> fourWeeks(year, period);
      case UNDECIDED -> Optional.empty();
    };
  }

  /** In a column of four-week periods {@code 2025-03} is the third of them. */
  private static Optional<Span> fourWeeks(String text) {
    Matcher found = YEAR_MONTH.matcher(text);
    if (found.matches()) {
      return fourWeeks(number(found, 1), number(found, 2));
    }
    found = MONTH_YEAR.matcher(text);
    return found.matches() ? fourWeeks(number(found, 2), number(found, 1)) : Optional.empty();
  }

  private static Optional<Span> month(String text) {
    String plain = text.toLowerCase(Locale.ROOT);
    Matcher found = YEAR_MONTH.matcher(plain);
    if (found.matches()) {
      return month(number(found, 1), number(found, 2), false);
    }
    found = MONTH_YEAR.matcher(plain);
    if (found.matches()) {
      return month(number(found, 2), number(found, 1), false);
    }
    found = NAME_YEAR.matcher(plain);
    if (found.matches()) {
      boolean two = found.group(2) != null;
      int year = two ? 2000 + number(found, 2) : number(found, 3);
      return month(year, Months.number(found.group(1), 0, found.group(1).length()), two);
    }
    found = YEAR_NAME.matcher(plain);
    return found.matches()
        ? month(number(found, 1), Months.number(found.group(2), 0, found.group(2).length()), false)
        : Optional.empty();
  }

  private static Optional<Span> month(int year, int month, boolean twoDigits) {
    return month < 1 || month > 12 || !inRange(year)
        ? Optional.empty()
        : Optional.of(
            new Span(
                Months.epochDay(year, month, 1),
                Months.epochDay(year, month, Months.length(year, month)),
                twoDigits));
  }

  private static Optional<Span> weeks(String text) {
    String plain = text.toLowerCase(Locale.ROOT);
    Matcher found = WEEKS_YEAR.matcher(plain);
    if (found.matches()) {
      return weeks(number(found, 3), number(found, 1), number(found, 2));
    }
    found = YEAR_WEEKS.matcher(plain);
    return found.matches()
        ? weeks(number(found, 1), number(found, 2), number(found, 3))
        : Optional.empty();
  }

  private static Optional<Span> weeks(int year, int first, int lastOrNone) {
    int last = lastOrNone < 0 ? first : lastOrNone;
    if (!inRange(year) || first < 1 || last < first || last > weeksIn(year)) {
      return Optional.empty();
    }
    int monday = monday(year);
    return Optional.of(new Span(monday + (first - 1) * 7, monday + last * 7 - 1, false));
  }

  private static Optional<Span> fourWeeks(int year, int period) {
    if (!inRange(year) || period < 1 || period > 13) {
      return Optional.empty();
    }
    int monday = monday(year);
    int weeks = period == 13 ? weeksIn(year) : period * 4;
    return Optional.of(new Span(monday + (period - 1) * 28, monday + weeks * 7 - 1, false));
  }

  /** The Monday of week 1; 4 January is always in it, and 1970-01-01 was a Thursday. */
  private static int monday(int year) {
    int fourth = Months.epochDay(year, 1, 4);
    return fourth - Math.floorMod(fourth + 3, 7);
  }

  private static int weeksIn(int year) {
    return (monday(year + 1) - monday(year)) / 7;
  }

  private static Optional<Span> quarterOrYear(String text) {
    return Periods.parse(text)
        .map(
            read -> {
              int first = Math.toIntExact(read.period().start().toEpochDay());
              int last = Math.toIntExact(read.period().end().toEpochDay());
              return new Span(first, last, read.twoDigitYear());
            });
  }

  private static Optional<Span> range(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (String between : BETWEEN_DATES) {
      int at = lower.indexOf(between);
      if (at > 0 && at + between.length() < text.length()) {
        return range(text.substring(0, at).strip(), text.substring(at + between.length()).strip());
      }
    }
    return Optional.empty();
  }

  private static Optional<Span> range(String from, String to) {
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    long first = Dates.parse(from, DateOrder.DAY_FIRST);
    long last = Dates.parse(to, DateOrder.DAY_FIRST);
    if (!Dates.readable(first) || !Dates.readable(last) || Dates.day(last) < Dates.day(first)) {
      return Optional.empty();
    }
    boolean twoDigits =
        Dates.has(first, Dates.TWO_DIGIT_YEAR) || Dates.has(last, Dates.TWO_DIGIT_YEAR);
    return Optional.of(new Span(Dates.day(first), Dates.day(last), twoDigits));
  }

  private static boolean inRange(int year) {
    return year >= 1950 && year <= 2199;
  }

  private static int number(Matcher found, int group) {
    return found.group(group) == null ? -1 : Integer.parseInt(found.group(group));
  }
}
