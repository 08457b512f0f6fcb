package nl.oogst.normalise;

import java.math.BigDecimal;
import java.util.Locale;
import nl.oogst.model.Fixed;

/**
 * Reads numbers as Dutch people write them: {@code 1.234,56}, {@code 1,234.56}, {@code € 1.234,-},
 * {@code 36:30}, {@code 36½}, {@code 50%}. A number with one possible reading is read that way; the
 * style of the column decides only about those with two.
 */
final class Numbers {
  /** What is not a number. */
  static final long UNREADABLE = Fixed.NONE;

  private static final int MOST_WHOLE_DIGITS = 12;
  private static final String FRACTIONS = "½¼¾⅓⅔⅕⅛";
  private static final long[] FRACTION_VALUES = {
    500_000, 250_000, 750_000, 333_333, 666_667, 200_000, 125_000
  };

  private Numbers() {}

  /** Millionths of the number a stripped, non-empty text stands for, or {@link #UNREADABLE}. */
  static long parse(String text, NumberStyle style, NumberKind kind) {
    boolean negative = text.charAt(0) == '-';
    int start = negative ? 1 : 0;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && c != ',' && c != '.') {
        return LooseNumbers.parse(text, style, kind);
      }
    }
    if (text.charAt(text.length() - 1) == '.' || start == text.length()) {
      return UNREADABLE;
    }
    return signed(negative, digits(text, start, text.length(), style, kind));
  }

  /** Millionths of a number as machines write it: {@code 1234.5}, {@code 1.2E-4}. */
  static long parseMachine(String text) {
    int length = text.length();
    boolean negative = text.charAt(0) == '-';
    int dot = -1;
    for (int i = negative ? 1 : 0; i < length; i++) {
      char c = text.charAt(i);
      if (c == '.' && dot < 0) {
        dot = i;
      } else if (c < '0' || c > '9') {
        return parseScientific(text);
      }
    }
    int start = negative ? 1 : 0;
    int end = dot < 0 ? length : dot;
    return end == start ? UNREADABLE : signed(negative, fixed(text, start, end, length));
  }

  private static long parseScientific(String text) {
    if (text.length() > 40 || !text.toUpperCase(Locale.ROOT).contains("E")) {
      return UNREADABLE;
    }
    try {
      BigDecimal number = new BigDecimal(text);
      return number.precision() - (long) number.scale() > MOST_WHOLE_DIGITS || number.scale() > 99
          ? UNREADABLE
          : Fixed.of(number);
    } catch (NumberFormatException e) {
      return UNREADABLE;
    }
  }

  static long signed(boolean negative, long millionths) {
    return negative && millionths != UNREADABLE ? -millionths : millionths;
  }

  /**
   * Whether a text reads differently with a point or with a comma before the decimals, and both
   * readings are plausible.
   */
  static boolean ambiguous(String text, NumberKind kind) {
    int mark = text.length() - 4;
    if (mark < 1 || (text.charAt(mark) != '.' && text.charAt(mark) != ',')) {
      return false;
    }
    int start = text.charAt(0) == '-' ? 1 : 0;
    int separator = separator(text, start, text.length());
    return separator > 0
        && twoReadings(text, start, separator, text.length())
        && plausibleGroup(text, start, separator, kind)
        && kind.threeDecimals();
  }

  /** The place of the only separator in digits, -1 when there is none or anything else. */
  static int separator(String text, int from, int to) {
    int separator = -1;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '.' || c == ',') {
        if (separator >= 0) {
          return -1;
        }
        separator = i;
      } else if (c < '0' || c > '9') {
        return -1;
      }
    }
    return separator;
  }

  /** One to three digits that do not start with 0, a separator, three digits. */
  static boolean twoReadings(String text, int from, int separator, int to) {
    int left = separator - from;
    return to - separator == 4 && left >= 1 && left <= 3 && text.charAt(from) != '0';
  }

  private static boolean plausibleGroup(String text, int from, int separator, NumberKind kind) {
    return kind.plausible(
        whole(text, from, separator) * 1000 + whole(text, separator + 1, separator + 4));
  }

  /** Reads digits with points and commas only. */
  static long digits(String text, int from, int to, NumberStyle style, NumberKind kind) {
    int lastDot = text.lastIndexOf('.', to - 1);
    int lastComma = text.lastIndexOf(',', to - 1);
    lastDot = lastDot < from ? -1 : lastDot;
    lastComma = lastComma < from ? -1 : lastComma;
    if (lastDot < 0 && lastComma < 0) {
      return from == to ? UNREADABLE : fixed(text, from, to, to);
    }
    if (lastDot >= 0 && lastComma >= 0) {
      return grouped(text, from, Math.max(lastDot, lastComma), to);
    }
    int last = Math.max(lastDot, lastComma);
    if (text.indexOf(text.charAt(last), from) != last) {
      return grouped(text, from, to, to);
    }
    if (twoReadings(text, from, last, to) && thousands(style, text, from, last, kind)) {
      return grouped(text, from, to, to);
    }
    return last == from && to - last == 1 ? UNREADABLE : fixed(text, from, last, to);
  }

  private static boolean thousands(
      NumberStyle style, String text, int from, int separator, NumberKind kind) {
    boolean point = text.charAt(separator) == '.';
    return switch (style) {
      case DUTCH -> point;
      case ENGLISH -> !point;
      case UNDECIDED ->
          plausibleGroup(text, from, separator, kind) && (point || !kind.threeDecimals());
    };
  }

  /** Whole part with one kind of separator between groups of three. */
  private static long grouped(String text, int from, int decimal, int to) {
    int digits = 0;
    char separator = 0;
    long whole = 0;
    int significant = 0;
    for (int i = from; i < decimal; i++) {
      char c = text.charAt(i);
      if (c == '.' || c == ',') {
        boolean first = separator == 0;
        if ((!first && c != separator)
            || (first ? digits < 1 || digits > 3 : digits != 3)
            || (decimal < to && c == text.charAt(decimal))) {
          return UNREADABLE;
        }
        separator = c;
        digits = 0;
      } else {
        whole = whole * 10 + (c - '0');
        significant += whole > 0 ? 1 : 0;
        digits++;
        if (significant > MOST_WHOLE_DIGITS) {
          return UNREADABLE;
        }
      }
    }
    return separator != 0 && digits != 3
        ? UNREADABLE
        : whole * Fixed.ONE + (decimal < to ? millionths(text, decimal + 1, to) : 0);
  }

  /** Digits before {@code decimal}, a separator there unless it is the end, decimals behind it. */
  static long fixed(String text, int from, int decimal, int to) {
    int first = from;
    while (first < decimal && text.charAt(first) == '0') {
      first++;
    }
    return decimal - first > MOST_WHOLE_DIGITS
        ? UNREADABLE
        : whole(text, first, decimal) * Fixed.ONE
            + (decimal < to ? millionths(text, decimal + 1, to) : 0);
  }

  static long whole(String text, int from, int to) {
    long whole = 0;
    for (int i = from; i < to; i++) {
      whole = whole * 10 + (text.charAt(i) - '0');
    }
    return whole;
  }

  /** Decimals as millionths, half up. */
  private static long millionths(String text, int from, int to) {
    long millionths = 0;
    for (int i = from; i < from + 6; i++) {
      millionths = millionths * 10 + (i < to ? text.charAt(i) - '0' : 0);
    }
    return to - from > 6 && text.charAt(from + 6) >= '5' ? millionths + 1 : millionths;
  }

  /** Millionths of a vulgar fraction such as {@code ½}, or 0. */
  static long fraction(char c) {
    int place = FRACTIONS.indexOf(c);
    return place < 0 ? 0 : FRACTION_VALUES[place];
  }
}
