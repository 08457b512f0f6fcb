package nl.oogst.map;

/** What a profile may declare as the way dates are written. */
final class DatePatterns {
  private DatePatterns() {}

  /**
   * Whether a pattern has one day ({@code d}, {@code dd}), one month ({@code M} to {@code MMMM})
   * and one year ({@code yy}, {@code yyyy}), perhaps with a time of day behind them.
   */
  static boolean valid(String pattern) {
    int hours = pattern.indexOf('H');
    String dates =
        hours < 0 ? pattern : pattern.substring(0, hours).replaceAll("('T'|[T ,])+$", "");
    String marks = dates.replaceAll("[^A-Za-z']+", " ").strip();
    String parts = dates.replaceAll("[^dMyu]", "");
    return marks.matches("[dMyu ]+")
        && parts.matches("(d{1,2}|M{1,4}|(yy|yyyy|uu|uuuu)){3}")
        && once(dates, 'd')
        && once(dates, 'M')
        && once(dates.replace('u', 'y'), 'y');
  }

  private static boolean once(String dates, char letter) {
    String run = dates.replaceAll("[^" + letter + "]+", " ").strip();
    return !run.isEmpty() && run.indexOf(' ') < 0;
  }
}
