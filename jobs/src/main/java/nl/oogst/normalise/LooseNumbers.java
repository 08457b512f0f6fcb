package nl.oogst.normalise;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.oogst.model.Fixed;
import nl.oogst.model.Folding;

/** The forms of numbers that hold more than digits, points and commas. */
final class LooseNumbers {
  /** {@code 36u30m}, {@code 36 uur en 30 minuten}. */
  private static final Pattern HOURS_AND_MINUTES =
      Pattern.compile(
          "(\\d{1,4}) ?(?:u|uur|uren|h) ?(?:en )?(\\d{1,2}) ?(?:m|min|minuten|minutes)\\.?",
          Pattern.CASE_INSENSITIVE);

  private LooseNumbers() {}

  static long parse(String text, NumberStyle style, NumberKind kind) {
    String body = text.charAt(0) == '\'' ? text.substring(1) : text;
    boolean negative = false;
    if (body.startsWith("(") && body.endsWith(")")) {
      negative = true;
      body = body.substring(1, body.length() - 1).strip();
    }
    while (body.endsWith("*")) {
      body = body.substring(0, body.length() - 1).strip();
    }
    body = currency(body, kind);
    if (!body.isEmpty() && isMinus(body.charAt(0)) && !negative) {
      negative = true;
      body = currency(body.substring(1).strip(), kind);
    } else if (!body.isEmpty() && body.charAt(0) == '+' && !negative) {
      body = body.substring(1).strip();
    }
    if (body.equalsIgnoreCase("nihil")) {
      return 0;
    }
    return body.isEmpty()
        ? Numbers.UNREADABLE
        : Numbers.signed(negative, unsigned(body, style, kind));
  }

  private static boolean isMinus(char c) {
    return c == '-' || c == '−' || c == '–';
  }

  private static String currency(String body, NumberKind kind) {
    if (kind != NumberKind.EURO && kind != NumberKind.OTHER) {
      return body;
    }
    if (body.startsWith("€")) {
      return body.substring(1).strip();
    }
    return body.length() > 3
            && body.regionMatches(true, 0, "EUR", 0, 3)
            && !isLetter(body.charAt(3))
        ? body.substring(3).strip()
        : body;
  }

  private static long unsigned(String body, NumberStyle style, NumberKind kind) {
    int end = noCents(body);
    if (end > 0) {
      return plain(body.substring(0, end), style, kind);
    }
    int percentage = percentage(body);
    if (percentage > 0) {
      long percent =
          kind.percentages()
              ? plain(body.substring(0, percentage).strip(), style, kind)
              : Numbers.UNREADABLE;
      return percent == Numbers.UNREADABLE ? percent : Math.floorDiv(percent + 50, 100);
    }
    if (kind.clock()) {
      Matcher time = HOURS_AND_MINUTES.matcher(body);
      if (time.matches()) {
        return clock(
            time.group(1) + ":" + (time.group(2).length() == 1 ? "0" : "") + time.group(2));
      }
    }
    int colon = clockMark(body);
    if (colon > 0 && kind.clock()) {
      return clock(body, colon);
    }
    int slash = body.indexOf('/');
    boolean divided = slash > 0 && slash + 1 < body.length() && isDigit(body.charAt(slash + 1));
    if (divided && body.length() <= 12) {
      return slashFraction(body, slash);
    }
    long fraction = Numbers.fraction(body.charAt(body.length() - 1));
    if (fraction > 0) {
      String whole = body.substring(0, body.length() - 1).strip();
      long number = whole.isEmpty() ? 0 : plain(whole, style, kind);
      return number == Numbers.UNREADABLE || number % Fixed.ONE != 0
          ? Numbers.UNREADABLE
          : number + fraction;
    }
    return withUnit(body, style, kind);
  }

  /** The place of a percent sign or word behind digits, or -1. */
  private static int percentage(String body) {
    for (String mark : new String[] {"%", "procent", "pct"}) {
      int place = body.length() - mark.length();
      if (place > 0 && body.regionMatches(true, place, mark, 0, mark.length())) {
        return place;
      }
    }
    return -1;
  }

  /** The place of {@code ,-} {@code ,--} {@code ,=} {@code .-} at the end, or -1. */
  private static int noCents(String body) {
    int end = body.length();
    int marks = 0;
    while (end > 0 && (isMinus(body.charAt(end - 1)) || body.charAt(end - 1) == '=')) {
      end--;
      marks++;
    }
    boolean separated = end > 1 && (body.charAt(end - 1) == ',' || body.charAt(end - 1) == '.');
    return marks > 0 && marks <= 2 && separated ? end - 1 : -1;
  }

  /** The colon in {@code 36:30} or the letter in {@code 36u30}, or -1. */
  private static int clockMark(String body) {
    for (int i = 1; i < body.length() - 1; i++) {
      char c = body.charAt(i);
      boolean mark = c == ':' || c == 'u' || c == 'U' || c == 'h' || c == 'H';
      if (mark && isDigit(body.charAt(i - 1)) && isDigit(body.charAt(i + 1))) {
        return i;
      }
    }
    return -1;
  }

  private static long clock(String body) {
    return clock(body, clockMark(body));
  }

  private static long clock(String body, int colon) {
    int length = body.length();
    boolean seconds = length == colon + 6 && body.charAt(colon + 3) == ':';
    if (colon > 5 || (length != colon + 3 && !seconds) || !digits(body, 0, colon)) {
      return Numbers.UNREADABLE;
    }
    if (!digits(body, colon + 1, colon + 3) || (seconds && !digits(body, colon + 4, length))) {
      return Numbers.UNREADABLE;
    }
    long minutes = Numbers.whole(body, colon + 1, colon + 3);
    long second = seconds ? Numbers.whole(body, colon + 4, length) : 0;
    if (minutes > 59 || second > 59) {
      return Numbers.UNREADABLE;
    }
    return Numbers.whole(body, 0, colon) * Fixed.ONE
        + ((minutes * 60 + second) * Fixed.ONE + 1_800) / 3_600;
  }

  /** {@code 1/2} and {@code 36 1/2}. */
  private static long slashFraction(String body, int slash) {
    int space = body.lastIndexOf(' ', slash);
    String whole = space < 0 ? "" : body.substring(0, space).strip();
    int from = space + 1;
    if (!digits(whole, 0, whole.length())
        || slash == from
        || slash + 1 == body.length()
        || !digits(body, from, slash)
        || !digits(body, slash + 1, body.length())) {
      return Numbers.UNREADABLE;
    }
    long above = Numbers.whole(body, from, slash);
    long below = Numbers.whole(body, slash + 1, body.length());
    return above == 0 || above >= below || !isHandy(below)
        ? Numbers.UNREADABLE
        : Numbers.whole(whole, 0, whole.length()) * Fixed.ONE
            + (above * Fixed.ONE + below / 2) / below;
  }

  /** Halves, thirds, quarters, fifths and eighths; {@code 32/36} is no fraction of an hour. */
  private static boolean isHandy(long below) {
    return (below >= 2 && below <= 5) || below == 8;
  }

  private static long withUnit(String body, NumberStyle style, NumberKind kind) {
    int end = body.length();
    while (end > 0
        && !isDigit(body.charAt(end - 1))
        && Numbers.fraction(body.charAt(end - 1)) == 0) {
      end--;
    }
    if (end == 0) {
      return Numbers.UNREADABLE;
    }
    if (end == body.length()) {
      return plain(body, style, kind);
    }
    String behind = body.substring(end).strip();
    String number = body.substring(0, end);
    if (behind.length() == 1 && isMinus(behind.charAt(0))) {
      return Numbers.signed(true, plain(number, style, kind));
    }
    boolean unit = behind.length() < 20 && kind.unit(Folding.fold(behind));
    return unit ? parse(number, style, kind) : Numbers.UNREADABLE;
  }

  /** Digits with points and commas, or with spaces or apostrophes between thousands. */
  private static long plain(String body, NumberStyle style, NumberKind kind) {
    StringBuilder joined = new StringBuilder(body.length());
    int sinceSpace = -1;
    boolean spaces = false;
    for (int i = 0; i < body.length(); i++) {
      char c = body.charAt(i);
      if (isDigit(c)) {
        joined.append(c);
        sinceSpace++;
      } else if (c == ',' || c == '.') {
        if (spaces && sinceSpace != 3) {
          return Numbers.UNREADABLE;
        }
        return spaces ? tail(joined, body, i) : joinedPoints(body, style, kind);
      } else if (isGroupSpace(c)) {
        boolean group = spaces ? sinceSpace == 3 : joined.length() >= 1 && joined.length() <= 3;
        if (!group) {
          return Numbers.UNREADABLE;
        }
        spaces = true;
        sinceSpace = 0;
      } else {
        return Numbers.UNREADABLE;
      }
    }
    if (joined.length() == 0 || (spaces && sinceSpace != 3)) {
      return Numbers.UNREADABLE;
    }
    return Numbers.fixed(joined.toString(), 0, joined.length(), joined.length());
  }

  /** Behind groups with spaces only decimals can follow. */
  private static long tail(StringBuilder whole, String body, int separator) {
    if (separator + 1 == body.length() || !digits(body, separator + 1, body.length())) {
      return Numbers.UNREADABLE;
    }
    int decimal = whole.length();
    String number = whole.append(body, separator, body.length()).toString();
    return Numbers.fixed(number, 0, decimal, number.length());
  }

  private static long joinedPoints(String body, NumberStyle style, NumberKind kind) {
    for (int i = 0; i < body.length(); i++) {
      char c = body.charAt(i);
      if (!isDigit(c) && c != '.' && c != ',') {
        return Numbers.UNREADABLE;
      }
    }
    return body.endsWith(".")
        ? Numbers.UNREADABLE
        : Numbers.digits(body, 0, body.length(), style, kind);
  }

  private static boolean digits(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isGroupSpace(char c) {
    return c == ' ' || c == '\u00a0' || c == '\u202f' || c == '\u2009' || c == '\'' || c == '’';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(char c) {
    return Character.isLetter(c);
  }
}
