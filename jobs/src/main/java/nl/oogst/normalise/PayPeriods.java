package nl.oogst.normalise;

import nl.oogst.model.Folding;

/**
 * Reads a month or a week as the first or last day of a pay period: {@code jan-25}, {@code januari
 * 2025}, {@code 2025-01}, {@code week 12 2025}. Only for fields that begin or end a pay period; a
 * start date that names no day is not readable.
 */
final class PayPeriods {
  private PayPeriods() {}

  /** As {@link Dates#parse}; weeks are those of ISO 8601. */
  static long parse(String text, boolean end) {
    int length = text.length();
    if (length < 4 || length > 24) {
      return Dates.UNREADABLE;
    }
    if (length == 7 && (text.charAt(4) == '-' || text.charAt(4) == '/')) {
      return month(Dates.number(text, 0, 4), Dates.number(text, 5, 7), false, end);
    }
    if (length == 7 && (text.charAt(2) == '-' || text.charAt(2) == '/')) {
      return month(Dates.number(text, 3, 7), Dates.number(text, 0, 2), false, end);
    }
    String folded = Folding.fold(text);
    int letters = 0;
    while (letters < folded.length() && Character.isLetter(folded.charAt(letters))) {
      letters++;
    }
    if (letters == 0) {
      return yearFirst(folded, end);
    }
    int rest = folded.length() - letters;
    String word = folded.substring(0, letters);
    if (word.equals("week") || word.equals("wk") || word.equals("w")) {
      return rest == 5 || rest == 6
          ? week(
              Dates.number(folded, folded.length() - 4, folded.length()),
              Dates.number(folded, letters, folded.length() - 4),
              end)
          : Dates.UNREADABLE;
    }
    int month = Months.number(folded, 0, letters);
    int year = Dates.number(folded, letters, folded.length());
    return switch (rest) {
      case 2 -> month(2000 + year, month, true, end);
      case 4 -> month(year, month, false, end);
      default -> Dates.UNREADABLE;
    };
  }

  /** {@code 202501}, {@code 2025w12}, {@code 2025week12}, {@code 2025jan}. */
  private static long yearFirst(String folded, boolean end) {
    if (folded.length() < 6) {
      return Dates.UNREADABLE;
    }
    int year = Dates.number(folded, 0, 4);
    String rest = folded.substring(4);
    if (rest.length() == 2) {
      return month(year, Dates.number(rest, 0, 2), false, end);
    }
    for (String word : new String[] {"week", "wk", "w"}) {
      if (rest.startsWith(word)) {
        return week(year, Dates.number(rest, word.length(), rest.length()), end);
      }
    }
    return month(year, Months.number(rest, 0, rest.length()), false, end);
  }

  private static long month(int year, int month, boolean twoDigits, boolean end) {
    return month < 1 || month > 12
        ? Dates.UNREADABLE
        : Dates.of(year, month, end ? Months.length(year, month) : 1, twoDigits);
  }

  private static long week(int year, int week, boolean end) {
    if (week < 1 || week > 53 || year < 1900 || year > 2199) {
      return Dates.UNREADABLE;
    }
    // 4 January is always in week 1; 1970-01-01 was a Thursday
    int fourth = Months.epochDay(year, 1, 4);
    int monday = fourth - Math.floorMod(fourth + 3, 7) + (week - 1) * 7;
    int nextYear = Months.epochDay(year + 1, 1, 4);
    if (monday >= nextYear - Math.floorMod(nextYear + 3, 7)) {
      return Dates.UNREADABLE;
    }
    return Integer.toUnsignedLong(monday + (end ? 6 : 0));
  }
}
