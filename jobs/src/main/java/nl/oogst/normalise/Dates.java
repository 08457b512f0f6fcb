package nl.oogst.normalise;

/**
 * Reads dates as they stand in exports, without a declared format: ISO, {@code d-M-yyyy}, {@code
 * d/M/yyyy}, {@code d MMM(M) yyyy} in Dutch and English, {@code yyyyMMdd} and Excel serials, with
 * or without a time of day behind it, which is left out.
 *
 * <p>A result holds the day since 1970-01-01 in its lower half and marks in its upper half, so that
 * reading makes no objects.
 */
final class Dates {
  /** What is not a date, or a date that does not exist. */
  static final long UNREADABLE = Long.MIN_VALUE;

  /** The years 2999 and 9999 and dates of zeros: "no end" in personnel systems. */
  static final long NEVER = Long.MIN_VALUE + 1;

  static final long TWO_DIGIT_YEAR = 1L << 40;

  /** Day and month could be the other way round; the column decides. */
  static final long TWO_READINGS = 1L << 41;

  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2199;
  private static final int FIRST_SERIAL = 10_000;
  private static final int LAST_SERIAL = 80_000;
  private static final int SERIAL_OF_1970 = 25_569;

  private Dates() {}

  static int day(long result) {
    return (int) result;
  }

  static boolean readable(long result) {
    return result != UNREADABLE && result != NEVER;
  }

  static boolean has(long result, long mark) {
    return readable(result) && (result & mark) != 0;
  }

  /** Reads a stripped, non-empty text. */
  static long parse(String text, DateOrder order) {
    long date = plain(text, order);
    return date == UNREADABLE && maybeLoose(text) ? LooseDates.parse(text, order) : date;
  }

  /** Whether a text that is no plain date is worth a second try; keeps bad files quick. */
  private static boolean maybeLoose(String text) {
    char first = text.charAt(0);
    char last = text.charAt(text.length() - 1);
    boolean digits = first >= '0' && first <= '9';
    return text.length() >= 8
        && (isDigit(last) || last == '*')
        && (!digits || first == '0' || last == '*' || text.length() > 10);
  }

  private static long plain(String text, DateOrder order) {
    int length = text.length();
    if (length == 10 && text.charAt(4) == '-' && text.charAt(7) == '-') {
      return of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10), false);
    }
    char first = text.charAt(0);
    if (first >= '0' && first <= '9') {
      int digits = 1;
      while (digits < length && isDigit(text.charAt(digits))) {
        digits++;
      }
      if (digits == length) {
        return digitsOnly(text);
      }
      return digits == 5 ? serial(text, digits) : parts(text, 0, order);
    }
    int space = text.indexOf(' ');
    if (space > 0 && length - space > 5) {
      int comma = text.charAt(space - 1) == ',' || text.charAt(space - 1) == '.' ? 1 : 0;
      if (Months.weekday(text.substring(0, space - comma))) {
        return parts(text, space + 1, order);
      }
    }
    return UNREADABLE;
  }

  private static long digitsOnly(String text) {
    return switch (text.length()) {
      case 8 -> of(number(text, 0, 4), number(text, 4, 6), number(text, 6, 8), false);
      case 5 -> serial(text, 5);
      default -> UNREADABLE;
    };
  }

  /** Days since 1899-12-30, as Excel counts after February 1900; a time of day is left out. */
  private static long serial(String text, int digits) {
    for (int i = digits + 1; i < text.length(); i++) {
      if (!isDigit(text.charAt(i))) {
        return UNREADABLE;
      }
    }
    if (digits < text.length() && text.charAt(digits) != '.' && text.charAt(digits) != ',') {
      return UNREADABLE;
    }
    int serial = number(text, 0, digits);
    return serial < FIRST_SERIAL || serial > LAST_SERIAL
        ? UNREADABLE
        : pack(serial - SERIAL_OF_1970);
  }

  /** Whether a text is a date with hyphens whose day could be its month. */
  static boolean turnsWithHyphens(String text) {
    int first = text.indexOf('-');
    int second = first < 1 || first > 2 ? -1 : text.indexOf('-', first + 1);
    if (second < 0) {
      return false;
    }
    int a = number(text, 0, first);
    int b = number(text, first + 1, second);
    return a != b && a >= 1 && a <= 12 && b >= 1 && b <= 12;
  }

  /** Three parts with the same separator, the second possibly a name. */
  private static long parts(String text, int from, DateOrder order) {
    int length = text.length();
    int firstEnd = digitsEnd(text, from);
    int second = afterSeparator(text, firstEnd);
    if (firstEnd == from || second < 0 || second >= length) {
      return UNREADABLE;
    }
    boolean named = Character.isLetter(text.charAt(second));
    int secondEnd = named ? lettersEnd(text, second) : digitsEnd(text, second);
    int third = afterSeparator(text, secondEnd);
    if (third < 0 || third >= length) {
      return UNREADABLE;
    }
    third += text.charAt(third) == '\'' || text.charAt(third) == '’' ? 1 : 0;
    int thirdEnd = digitsEnd(text, third);
    char separator = text.charAt(firstEnd);
    if (!timeOrNothing(text, thirdEnd) || (!named && text.charAt(secondEnd) != separator)) {
      return UNREADABLE;
    }
    int a = number(text, from, firstEnd);
    int b = named ? Months.number(text, second, secondEnd) : number(text, second, secondEnd);
    int c = number(text, third, thirdEnd);
    int years = thirdEnd - third;
    if (firstEnd - from == 4) {
      return years > 2 || years == 0 ? UNREADABLE : of(a, b, c, false);
    }
    if (firstEnd - from > 2 || secondEnd - second > (named ? 9 : 2) || (years != 2 && years != 4)) {
      return UNREADABLE;
    }
    int year = years == 2 ? 2000 + c : c;
    boolean slashes = separator == '/' && !named;
    boolean turned = !named && (slashes || separator == '-') && order == DateOrder.MONTH_FIRST;
    long date = turned ? of(year, a, b, years == 2) : of(year, b, a, years == 2);
    boolean twice = slashes && a <= 12 && b <= 12 && a != b;
    return twice && readable(date) ? date | TWO_READINGS : date;
  }

  /** The place behind one separator and spaces, or -1. */
  private static int afterSeparator(String text, int at) {
    if (at >= text.length()) {
      return -1;
    }
    char c = text.charAt(at);
    if (c != '-' && c != '/' && c != '.' && c != ' ' && c != '\u00a0') {
      return -1;
    }
    int next = at + 1;
    while (next < text.length() && (text.charAt(next) == ' ' || text.charAt(next) == '\u00a0')) {
      next++;
    }
    return next;
  }

  /** Whether nothing or a time of day stands from here. */
  static boolean timeOrNothing(String text, int from) {
    int length = text.length();
    if (from == length) {
      return true;
    }
    char c = text.charAt(from);
    if ((c != 'T' && c != ' ' && c != ',') || length - from < 5 || text.indexOf(':', from) < 0) {
      return false;
    }
    for (int i = from + 1; i < length; i++) {
      char t = text.charAt(i);
      boolean part = isDigit(t) || t == ':' || t == '.' || t == ' ' || t == '+' || t == '-';
      if (!part && t != 'Z') {
        return false;
      }
    }
    return true;
  }

  /** The date, {@link #NEVER} for the year 9999, unreadable when it does not exist. */
  static long of(int year, int month, int day, boolean twoDigits) {
    if (month < 1 || month > 12 || day < 1 || day > Months.length(year, month)) {
      return UNREADABLE;
    }
    if (year == 9999 || year == 2999) {
      return NEVER;
    }
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      return UNREADABLE;
    }
    long packed = pack(Months.epochDay(year, month, day));
    return twoDigits ? packed | TWO_DIGIT_YEAR : packed;
  }

  private static long pack(int day) {
    return day & 0xFFFF_FFFFL;
  }

  private static int digitsEnd(String text, int from) {
    int end = from;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static int lettersEnd(String text, int from) {
    int end = from;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** The number in a few digits, or -1 when something else stands there. */
  static int number(String text, int from, int to) {
    if (to - from > 8 || to <= from) {
      return -1;
    }
    int number = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (!isDigit(c)) {
        return -1;
      }
      number = number * 10 + (c - '0');
    }
    return number;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
