package nl.oogst.normalise;

import java.util.Optional;
import java.util.regex.Pattern;
import nl.oogst.model.Folding;
import nl.oogst.model.Period;

/**
 * Reads years and quarters: {@code 2024}, {@code 2025K3}, {@code Q3 2025}, {@code derde kwartaal
 * 2025}.
 */
final class Periods {
  private static final int FIRST_YEAR = 1950;
  private static final int LAST_YEAR = 2199;

  /** A reference to a note: {@code 2014¹}, {@code 2014 1)}. */
  private static final Pattern NOTE = Pattern.compile("(?<=\\d{4})(?:[¹²³⁴]+| ?\\d\\))$");

  /**
   * @param twoDigitYear whether the year was written with two digits and read as 20YY
   */
  record Reading(Period period, boolean twoDigitYear) {}

  private Periods() {}

  /** Empty for what is neither a year nor a quarter. */
  static Optional<Reading> parse(String text) {
    Optional<Period> plain = Period.parse(text);
    if (plain.isPresent()) {
      return plain.filter(p -> inRange(p.year())).map(p -> new Reading(p, false));
    }
    if (text.length() > 40) {
      return Optional.empty();
    }
    String noted = NOTE.matcher(text).replaceFirst("");
    String folded = number(noted) ? noted.substring(0, 4) : Folding.fold(noted);
    String year = withoutYearWord(folded);
    return year(year, 0).or(() -> quarterFirst(folded)).or(() -> yearFirst(folded));
  }

  /** A year that a sheet stored as a number: {@code 2024.0}. */
  private static boolean number(String text) {
    return text.length() == 6 && (text.endsWith(".0") || text.endsWith(",0"));
  }

  private static String withoutYearWord(String folded) {
    for (String word : new String[] {"kalenderjaar", "boekjaar", "jaar", "year"}) {
      if (folded.startsWith(word)) {
        return folded.substring(word.length());
      }
    }
    return folded;
  }

  /** {@code q32025}, {@code 3ekwartaal2025}, {@code derdekwartaal2025}, {@code kwartaal32025}. */
  private static Optional<Reading> quarterFirst(String folded) {
    for (int quarter = 1; quarter <= 4; quarter++) {
      for (String name : names(quarter)) {
        if (folded.startsWith(name)) {
          String rest = folded.substring(name.length());
          Optional<Reading> reading =
              year(rest.startsWith("van") ? rest.substring(3) : rest, quarter);
          if (reading.isPresent()) {
            return reading;
          }
        }
      }
    }
    return Optional.empty();
  }

  /** {@code 2025q3}, {@code 2025k3}, {@code 20253ekwartaal}. */
  private static Optional<Reading> yearFirst(String folded) {
    if (folded.length() < 6) {
      return Optional.empty();
    }
    String rest = folded.substring(4);
    for (int quarter = 1; quarter <= 4; quarter++) {
      for (String name : names(quarter)) {
        if (rest.equals(name)) {
          return year(folded.substring(0, 4), quarter);
        }
      }
    }
    return Optional.empty();
  }

  private static String[] names(int quarter) {
    String dutch = new String[] {"eerste", "tweede", "derde", "vierde"}[quarter - 1];
    String english = new String[] {"first", "second", "third", "fourth"}[quarter - 1];
    return new String[] {
      "q" + quarter,
      "k" + quarter,
      "kw" + quarter,
      "kwartaal" + quarter,
      "quarter" + quarter,
      quarter + "ekwartaal",
      quarter + "dekwartaal",
      quarter + "stekwartaal",
      quarter + "kwartaal",
      quarter + "ekw",
      quarter + "ekwrt",
      "kwrt" + quarter,
      quarter + "q",
      quarter + "k",
      dutch + "kwartaal",
      english + "quarter"
    };
  }

  private static Optional<Reading> year(String digits, int quarter) {
    int year = Dates.number(digits, 0, digits.length());
    if (digits.length() == 4 && inRange(year)) {
      return Optional.of(new Reading(new Period(year, quarter), false));
    }
    return digits.length() == 2 && year >= 0 && quarter > 0
        ? Optional.of(new Reading(new Period(2000 + year, quarter), true))
        : Optional.empty();
  }

  private static boolean inRange(int year) {
    return year >= FIRST_YEAR && year <= LAST_YEAR;
  }
}
