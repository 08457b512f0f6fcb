package nl.oogst.normalise;

import java.util.List;
import nl.oogst.map.DatePattern;
import nl.oogst.map.DatePattern.Part;
import nl.oogst.map.DatePattern.Token;

/** Reads dates in the one way that a profile declares. */
final class PatternDates {
  private final DatePattern pattern;
  private final List<Token> tokens;

  PatternDates(DatePattern pattern) {
    this.pattern = pattern;
    this.tokens = pattern.tokens();
  }

  /** As {@link Dates#parse}, for this pattern only. */
  long parse(String text) {
    int at = 0;
    int year = -1;
    int month = -1;
    int day = -1;
    boolean twoDigits = false;
    for (Token token : tokens) {
      int end = token.digits() > 0 ? at + token.digits() : end(text, at, token.part());
      if (end > text.length() || end == at) {
        return Dates.UNREADABLE;
      }
      switch (token.part()) {
        case DAY -> day = upToTwo(text, at, end);
        case MONTH -> month = upToTwo(text, at, end);
        case MONTH_NAME -> month = Months.number(text, at, end);
        case YEAR, YEAR_OF_TWO -> {
          twoDigits = end - at == 2;
          year = twoDigits || end - at == 4 ? Dates.number(text, at, end) : -1;
          year = twoDigits && year >= 0 ? 2000 + year : year;
        }
        case LITERAL -> {
          if (text.charAt(at) != token.literal()) {
            return Dates.UNREADABLE;
          }
        }
      }
      at = end;
      at += token.part() == Part.MONTH_NAME && at < text.length() && dotted(text, at) ? 1 : 0;
    }
    return year >= 0 && Dates.timeOrNothing(text, at)
        ? Dates.of(year, month, day, twoDigits)
        : Dates.UNREADABLE;
  }

  /** An abbreviation's full stop that the pattern does not mention. */
  private boolean dotted(String text, int at) {
    return text.charAt(at) == '.' && pattern.toString().indexOf('.') < 0;
  }

  private static int upToTwo(String text, int from, int to) {
    return to - from > 2 ? -1 : Dates.number(text, from, to);
  }

  private static int end(String text, int from, Part part) {
    if (part == Part.LITERAL) {
      return from + 1;
    }
    int end = from;
    while (end < text.length()
        && (part == Part.MONTH_NAME
            ? Character.isLetter(text.charAt(end))
            : text.charAt(end) >= '0' && text.charAt(end) <= '9')) {
      end++;
    }
    return end;
  }

  @Override
  public String toString() {
    return pattern.toString();
  }
}
