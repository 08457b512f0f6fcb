package nl.oogst.normalise;

/** What the values of one column tell about how its numbers and dates are written. */
final class Evidence {
  /** A value that can be read in one way only, which tells about the others. */
  record Witness(String text, long line) {}

  private Witness dutch;
  private Witness english;
  private Witness dayFirst;
  private Witness monthFirst;

  /** With hyphens the day comes first, as is usual, unless only the contrary is seen. */
  private Witness monthFirstHyphens;

  private boolean dayFirstHyphens;

  /**
   * Looks at a number that has only one possible reading.
   *
   * @param line where it stands; 0 when that is not known
   */
  void number(String text, NumberKind kind, long line) {
    int to = text.length();
    while (to > 0 && !isDigit(text.charAt(to - 1))) {
      to--;
    }
    int from = 0;
    while (from < to && !isDigit(text.charAt(from))) {
      from++;
    }
    int last = -1;
    int count = 0;
    boolean both = false;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '.' || c == ',') {
        both |= last >= 0 && text.charAt(last) != c;
        last = i;
        count++;
      } else if (!isDigit(c)) {
        return;
      }
    }
    if (last < 0) {
      return;
    }
    boolean decimal = both || (count == 1 && isDecimal(text, from, last, to, kind));
    boolean thousands =
        !both
            && (count > 1 || (Numbers.twoReadings(text, from, last, to) && !kind.threeDecimals()));
    if (decimal || thousands) {
      boolean comma = (text.charAt(last) == ',') == decimal;
      dutch = comma && dutch == null ? new Witness(text, line) : dutch;
      english = !comma && english == null ? new Witness(text, line) : english;
    }
  }

  private static boolean isDecimal(String text, int from, int last, int to, NumberKind kind) {
    if (!Numbers.twoReadings(text, from, last, to)) {
      return true;
    }
    long grouped = Numbers.whole(text, from, last) * 1000 + Numbers.whole(text, last + 1, to);
    return !kind.plausible(grouped);
  }

  /** Looks at a date written with slashes or hyphens. */
  void date(String text, long line) {
    int first = text.indexOf('/');
    char separator = first < 0 ? '-' : '/';
    first = first < 0 ? text.indexOf('-') : first;
    if (first < 1 || first > 2) {
      return;
    }
    int second = text.indexOf(separator, first + 1);
    if (second < 0) {
      return;
    }
    int a = Dates.number(text, 0, first);
    int b = Dates.number(text, first + 1, second);
    boolean day = a > 12 && a <= 31 && b >= 1 && b <= 12;
    boolean month = b > 12 && b <= 31 && a >= 1 && a <= 12;
    if (separator == '-') {
      dayFirstHyphens |= day;
      monthFirstHyphens =
          month && monthFirstHyphens == null ? new Witness(text, line) : monthFirstHyphens;
    } else if (dayFirst == null && day) {
      dayFirst = new Witness(text, line);
    } else if (monthFirst == null && month) {
      monthFirst = new Witness(text, line);
    }
  }

  NumberStyle numbers() {
    if ((dutch == null) == (english == null)) {
      return NumberStyle.UNDECIDED;
    }
    return dutch != null ? NumberStyle.DUTCH : NumberStyle.ENGLISH;
  }

  DateOrder dates() {
    if (dayFirst == null && monthFirst == null) {
      return hyphens() == DateOrder.MONTH_FIRST ? DateOrder.MONTH_FIRST : DateOrder.UNDECIDED;
    }
    if (dayFirst != null && monthFirst != null) {
      return DateOrder.UNDECIDED;
    }
    return dayFirst != null ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST;
  }

  /** Which part of a date with hyphens comes first, as far as such dates tell. */
  DateOrder hyphens() {
    if (dayFirstHyphens) {
      return DateOrder.DAY_FIRST;
    }
    return monthFirstHyphens == null ? DateOrder.UNDECIDED : DateOrder.MONTH_FIRST;
  }

  /** Whether there is no witness yet; that hyphens are used as usual is none. */
  boolean silent() {
    return dutch == null
        && english == null
        && dayFirst == null
        && monthFirst == null
        && hyphens() != DateOrder.MONTH_FIRST;
  }

  /** Whether values contradict each other. */
  boolean mixed() {
    return (dutch != null && english != null) || (dayFirst != null && monthFirst != null);
  }

  /** The value that decided, or null. */
  Witness witness() {
    Witness number = dutch != null ? dutch : english;
    Witness slashes = dayFirst != null ? dayFirst : monthFirst;
    Witness date = slashes != null || dayFirstHyphens ? slashes : monthFirstHyphens;
    return number != null ? number : date;
  }

  /** Remembers where the value that decided stands, when it comes by. */
  void seen(String text, long line) {
    Witness witness = witness();
    if (witness != null && witness.line() == 0 && witness.text().equals(text)) {
      Witness found = new Witness(text, line);
      dutch = witness.equals(dutch) ? found : dutch;
      english = witness.equals(english) ? found : english;
      dayFirst = witness.equals(dayFirst) ? found : dayFirst;
      monthFirst = witness.equals(monthFirst) ? found : monthFirst;
      monthFirstHyphens = witness.equals(monthFirstHyphens) ? found : monthFirstHyphens;
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
