package nl.oogst.normalise;

/** What the values of one column tell about how its numbers and dates are written. */
final class Evidence {
  /** A value that can be read in one way only, which tells about the others. */
  record Witness(String text, long line) {}

  private Witness dutch;
  private Witness english;
  private Witness dayFirst;
  private Witness monthFirst;

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

  /** Looks at a date written with slashes. */
  void date(String text, long line) {
    int slash = text.indexOf('/');
    if (slash < 1 || slash > 2) {
      return;
    }
    int second = text.indexOf('/', slash + 1);
    if (second < 0) {
      return;
    }
    int a = Dates.number(text, 0, slash);
    int b = Dates.number(text, slash + 1, second);
    if (dayFirst == null && a > 12 && a <= 31 && b >= 1 && b <= 12) {
      dayFirst = new Witness(text, line);
    } else if (monthFirst == null && b > 12 && b <= 31 && a >= 1 && a <= 12) {
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
    if ((dayFirst == null) == (monthFirst == null)) {
      return DateOrder.UNDECIDED;
    }
    return dayFirst != null ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST;
  }

  /** Whether there is no witness yet. */
  boolean silent() {
    return dutch == null && english == null && dayFirst == null && monthFirst == null;
  }

  /** Whether values contradict each other. */
  boolean mixed() {
    return (dutch != null && english != null) || (dayFirst != null && monthFirst != null);
  }

  /** The value that decided, or null. */
  Witness witness() {
    Witness number = dutch != null ? dutch : english;
    Witness date = dayFirst != null ? dayFirst : monthFirst;
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
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
