package nl.oogst.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Dates and numbers as people in the Netherlands write them. */
public final class Dutch {
  private static final List<String> MONTHS =
      List.of(
          "januari",
          "februari",
          "maart",
          "april",
          "mei",
          "juni",
          "juli",
          "augustus",
          "september",
          "oktober",
          "november",
          "december");

  private Dutch() {}

  /** A day as {@code 31-1-2025}. */
  public static String date(int day) {
    LocalDate date = Days.date(day);
    return date.getDayOfMonth() + "-" + date.getMonthValue() + "-" + date.getYear();
  }

  /** A day as {@code 31 januari 2025}. */
  public static String inWords(LocalDate date) {
    return date.getDayOfMonth() + " " + MONTHS.get(date.getMonthValue() - 1) + " " + date.getYear();
  }

  /** Millionths as {@code 1.234,5}, without needless zeros. */
  public static String number(long fixed) {
    BigDecimal number = BigDecimal.valueOf(fixed, 6).stripTrailingZeros();
    String plain = number.abs().toPlainString();
    int point = plain.indexOf('.');
    String whole = point < 0 ? plain : plain.substring(0, point);
    String sign = number.signum() < 0 ? "-" : "";
    return sign + grouped(whole) + (point < 0 ? "" : "," + plain.substring(point + 1));
  }

  /** A count as {@code 1.234}. */
  public static String count(long count) {
    return (count < 0 ? "-" : "") + grouped(Long.toString(Math.abs(count)));
  }

  private static String grouped(String digits) {
    StringBuilder grouped = new StringBuilder(digits);
    for (int i = digits.length() - 3; i > 0; i -= 3) {
      grouped.insert(i, '.');
    }
    return grouped.toString();
  }
}
