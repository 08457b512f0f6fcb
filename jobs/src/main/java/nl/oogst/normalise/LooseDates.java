package nl.oogst.normalise;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The forms of dates that hold more than three parts: a word before ({@code m.i.v. 1-3-2025}), an
 * ordinal ({@code 1e maart 2025}), the English order with a name ({@code March 1, 2025}), a
 * reference to a note ({@code 1-3-2025*}), digits with a time behind them.
 */
final class LooseDates {
  private static final Pattern BEFORE =
      Pattern.compile(
          "(?:per|vanaf|sinds|m\\.?i\\.?v\\.?|met ingang van|ingaande|d\\.?d\\.?|t/m|tot en met)"
              + " +(?=\\d)");
  private static final Pattern SPACED_MARK = Pattern.compile(" +([-/.]) +");
  private static final Pattern ORDINAL = Pattern.compile("^(\\d{1,2})(?:e|ste|de|st|nd|rd|th) +");
  private static final Pattern NAME_FIRST =
      Pattern.compile("^(\\p{L}{3,9})\\.? +(\\d{1,2}),? +(\\d{4})$");

  private LooseDates() {}

  /** As {@link Dates#parse}, for what is none of the plain forms. */
  static long parse(String text, DateOrder order) {
    if (text.length() > 40) {
      return Dates.UNREADABLE;
    }
    if (noDate(text)) {
      return Dates.NEVER;
    }
    if (text.length() == 14 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Dates.parse(text.substring(0, 8), order);
    }
    String plain = text;
    while (plain.endsWith("*")) {
      plain = plain.substring(0, plain.length() - 1).strip();
    }
    plain = SPACED_MARK.matcher(plain).replaceAll("$1");
    plain = plain.startsWith("'") ? plain.substring(1) : plain;
    Matcher before = BEFORE.matcher(plain.toLowerCase(Locale.ROOT));
    plain = before.lookingAt() ? plain.substring(before.end()) : plain;
    plain = ORDINAL.matcher(plain).replaceFirst("$1 ");
    Matcher name = NAME_FIRST.matcher(plain);
    if (name.matches()) {
      plain = name.group(2) + " " + name.group(1) + " " + name.group(3);
    }
    return plain.isEmpty() || plain.equals(text) ? Dates.UNREADABLE : Dates.parse(plain, order);
  }

  /** {@code 00-00-0000}: how databases write that there is no date. */
  private static boolean noDate(String text) {
    if (text.length() < 8 || text.length() > 19 || text.charAt(0) != '0') {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if ("0-/.: T".indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }
}
