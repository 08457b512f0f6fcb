package nl.oogst.report;

import java.util.regex.Pattern;
import nl.oogst.model.Elfproef;
import nl.oogst.model.TextMasking;

/**
 * What of a text from a delivery may stand on a page: masked once more, whatever was done before.
 */
final class Shown {
  private static final String MASK = "•••";
  private static final int MANY_DIGITS = 9;

  /** Also where letters or an underscore stand before it, as in names of files. */
  private static final Pattern NINE_DIGITS =
      Pattern.compile(
          "(?<!\\d)(?:\\d{9}|\\d{4}\\.\\d{2}\\.\\d{3}|\\d{3}\\.\\d{3}\\.\\d{3})(?!\\d)");

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
    return digits(masked) < MANY_DIGITS
        ? masked
        : NINE_DIGITS
            .matcher(masked)
            .replaceAll(found -> Elfproef.isBsn(found.group()) ? MASK : found.group());
  }

  private static int digits(String text) {
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      digits += Character.isDigit(text.charAt(i)) ? 1 : 0;
    }
    return digits;
  }
}
