package nl.oogst.normalise;

/** What the values of columns tell about how their numbers and dates are written. */
final class Evidence {
  private int dutch;
  private int english;
  private int dayFirst;
  private int monthFirst;
  private String dutchWitness;
  private String englishWitness;
  private String dayWitness;
  private String monthWitness;

  /** Looks at a number that has only one possible reading. */
  void number(String text, NumberKind kind) {
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
      vote((text.charAt(last) == ',') == decimal, text);
    }
  }

  private static boolean isDecimal(String text, int from, int last, int to, NumberKind kind) {
    if (!Numbers.twoReadings(text, from, last, to)) {
      return true;
    }
    long grouped = Numbers.whole(text, from, last) * 1000 + Numbers.whole(text, last + 1, to);
    return !kind.plausible(grouped);
  }

  private void vote(boolean comma, String text) {
    if (comma) {
      dutch++;
      dutchWitness = dutchWitness == null ? text : dutchWitness;
    } else {
      english++;
      englishWitness = englishWitness == null ? text : englishWitness;
    }
  }

  /** Looks at a date written with slashes. */
  void date(String text) {
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
    if (a > 12 && a <= 31 && b >= 1 && b <= 12) {
      dayFirst++;
      dayWitness = dayWitness == null ? text : dayWitness;
    } else if (b > 12 && b <= 31 && a >= 1 && a <= 12) {
      monthFirst++;
      monthWitness = monthWitness == null ? text : monthWitness;
    }
  }

  void add(Evidence other) {
    dutch += other.dutch;
    english += other.english;
    dayFirst += other.dayFirst;
    monthFirst += other.monthFirst;
  }

  NumberStyle numbers() {
    if ((dutch > 0) == (english > 0)) {
      return NumberStyle.UNDECIDED;
    }
    return dutch > 0 ? NumberStyle.DUTCH : NumberStyle.ENGLISH;
  }

  DateOrder dates() {
    if ((dayFirst > 0) == (monthFirst > 0)) {
      return DateOrder.UNDECIDED;
    }
    return dayFirst > 0 ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST;
  }

  /** Whether values contradict each other. */
  boolean mixedNumbers() {
    return dutch > 0 && english > 0;
  }

  boolean mixedDates() {
    return dayFirst > 0 && monthFirst > 0;
  }

  /** A value that decided about the numbers, or null. */
  String numberWitness() {
    return dutch > 0 ? dutchWitness : englishWitness;
  }

  /** A value that decided about the dates, or null. */
  String dateWitness() {
    return dayFirst > 0 ? dayWitness : monthWitness;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
