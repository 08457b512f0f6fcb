package nl.oogst.report.document;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

/** A language of reports: its choice of words, and how it writes numbers, shares and dates. */
public enum Language {
  NL("nl", '.', ','),
  EN("en", ',', '.');

  private final String tag;
  private final char group;
  private final char point;

  Language(String tag, char group, char point) {
    this.tag = tag;
    this.group = group;
    this.point = point;
  }

  /** The language tag, as in {@code <html lang>}. */
  public String tag() {
    return tag;
  }

  /** The words in this language. */
  public String pick(String nl, String en) {
    return this == NL ? nl : en;
  }

  /** A whole number: {@code 12.500} or {@code 12,500}; halves go up. */
  public String number(double value) {
    return grouped(Math.round(value));
  }

  /** A number with a fixed number of decimals: {@code 1,5} or {@code 1.5}. */
  public String number(double value, int decimals) {
    if (decimals == 0) {
      return number(value);
    }
    String plain = String.format(Locale.ROOT, "%." + decimals + "f", Math.abs(value));
    int dot = plain.indexOf('.');
    String sign = value < 0 && Double.parseDouble(plain) != 0 ? "−" : "";
    return sign
        + grouped(Long.parseLong(plain.substring(0, dot)))
        + point
        + plain.substring(dot + 1);
  }

  private String grouped(long value) {
    String digits = Long.toString(Math.abs(value));
    StringBuilder text = new StringBuilder(digits);
    for (int i = digits.length() - 3; i > 0; i -= 3) {
      text.insert(i, group);
    }
    return (value < 0 ? "−" : "") + text;
  }

  /** A share in whole percents, {@code 72%}. */
  public String percent(double share) {
    return number(share * 100) + "%";
  }

  /** A day: {@code 15 januari 2026} or {@code 15 January 2026}. */
  public String date(LocalDate day) {
    return day.getDayOfMonth()
        + " "
        + day.getMonth().getDisplayName(TextStyle.FULL, Locale.forLanguageTag(tag))
        + " "
        + day.getYear();
  }

  /** {@code a, b en c} or {@code a, b and c}. */
  public String list(List<String> items) {
    if (items.size() < 2) {
      return items.isEmpty() ? "" : items.get(0);
    }
    return String.join(", ", items.subList(0, items.size() - 1))
        + pick(" en ", " and ")
        + items.get(items.size() - 1);
  }

  /** The number with its noun: {@code 1 baan}, {@code 75 banen}. */
  public String count(double value, String one, String many) {
    return number(value) + " " + (Math.round(value) == 1 ? one : many);
  }
}
