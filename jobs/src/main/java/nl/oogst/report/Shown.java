package nl.oogst.report;

import nl.oogst.model.Elfproef;
import nl.oogst.model.TextMasking;

/**
 * What of a text from a delivery may stand on a page: masked once more, whatever was done before.
 */
final class Shown {
  private static final String MASK = "•••";
  private static final int MANY_DIGITS = 9;

  private Shown() {}

  /** A value: masked whole when it may be a number or an address of a person. */
  static String value(String found) {
    if (found == null) {
      return "";
    }
    return found.indexOf('@') >= 0 || digits(found) >= MANY_DIGITS ? MASK : text(found);
  }

  /** A name or sentence: masked where it holds a number or an address of a person. */
  static String text(String text) {
    if (text == null) {
      return "";
    }
    String masked = TextMasking.mask(text).text();
    if (digits(masked) < MANY_DIGITS) {
      return masked;
    }
    StringBuilder out = new StringBuilder();
    int from = 0;
    while (from < masked.length()) {
      int to = from;
      while (to < masked.length() && Character.isDigit(masked.charAt(to))) {
        to++;
      }
      String number = masked.substring(from, to);
      out.append(number.length() == MANY_DIGITS && Elfproef.isBsn(number) ? MASK : number);
      if (to < masked.length()) {
        out.append(masked.charAt(to));
      }
      from = to + 1;
    }
    return out.toString();
  }

  private static int digits(String text) {
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      digits += Character.isDigit(text.charAt(i)) ? 1 : 0;
    }
    return digits;
  }
}
