package nl.oogst.normalise;

import java.util.Locale;

/** Names of months and weekdays, Dutch and English. */
final class Months {
  private Months() {}

  /** 1 to 12 for the letters of a month's name or its abbreviation, 0 for anything else. */
  static int number(String text, int from, int to) {
    if (to - from < 3 || to - from > 9) {
      return 0;
    }
    return switch (text.substring(from, to).toLowerCase(Locale.ROOT)) {
      case "jan", "januari", "january" -> 1;
      case "feb", "febr", "februari", "february" -> 2;
      case "mrt", "maa", "maart", "mar", "march" -> 3;
      case "apr", "april" -> 4;
      case "mei", "may" -> 5;
      case "jun", "juni", "june" -> 6;
      case "jul", "juli", "july" -> 7;
      case "aug", "augustus", "august" -> 8;
      case "sep", "sept", "september" -> 9;
      case "okt", "oct", "oktober", "october" -> 10;
      case "nov", "november" -> 11;
      case "dec", "december" -> 12;
      default -> 0;
    };
  }

  static boolean weekday(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "ma", "maandag", "mon", "monday" -> true;
      case "di", "dinsdag", "tue", "tuesday" -> true;
      case "wo", "woensdag", "wed", "wednesday" -> true;
      case "do", "donderdag", "thu", "thursday" -> true;
      case "vr", "vrijdag", "fri", "friday" -> true;
      case "za", "zaterdag", "sat", "saturday" -> true;
      case "zo", "zondag", "sun", "sunday" -> true;
      default -> false;
    };
  }

  static int length(int year, int month) {
    return switch (month) {
      case 2 -> (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28;
      case 4, 6, 9, 11 -> 30;
      default -> 31;
    };
  }

  /** The day number since 1970-01-01 of a date that exists. */
  static int epochDay(int year, int month, int day) {
    // counted from March, so that the leap day is the last of its year (Hinnant, days_from_civil)
    int shifted = month <= 2 ? year - 1 : year;
    int era = Math.floorDiv(shifted, 400);
    int yearOfEra = shifted - era * 400;
    int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146_097 + dayOfEra - 719_468;
  }
}
