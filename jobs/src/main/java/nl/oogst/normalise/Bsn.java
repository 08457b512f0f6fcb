package nl.oogst.normalise;

import java.util.List;
import nl.oogst.model.Elfproef;
import nl.oogst.model.Folding;

/** Finds citizen service numbers: nine digits that pass the elfproef (the 11-test). */
final class Bsn {
  private static final int DIGITS = 9;
  private static final String[] OTHER_NUMBERS = {
    "rsin",
    "kvk",
    "kvknr",
    "kvknummer",
    "btw",
    "btwnr",
    "btwnummer",
    "contract",
    "contractnr",
    "contractnummer",
    "order",
    "ordernr",
    "ordernummer",
    "factuur",
    "factuurnr",
    "factuurnummer"
  };

  private static final List<String> NAMES =
      List.of("bsn", "bsnnr", "bsnnummer", "sofi", "sofinr", "sofinummer", "burgerservicenummer");

  private Bsn() {}

  /**
   * Whether a text holds a number that is a BSN, also with points, spaces or hyphens between its
   * digits. Digits joined to letters, as in {@code K-111222333}, and those named as another number,
   * do not count.
   */
  static boolean in(String text) {
    int length = text.length();
    if (length < DIGITS) {
      return false;
    }
    int at = 0;
    while (at < length) {
      if (!isDigit(text.charAt(at))) {
        at++;
        continue;
      }
      int end = runEnd(text, at);
      if (isBsn(text, at, end)) {
        return true;
      }
      at = end;
    }
    return false;
  }

  /** The end of digits with at most one separator between two of them. */
  private static int runEnd(String text, int from) {
    int end = from + 1;
    while (end < text.length()) {
      if (isDigit(text.charAt(end))) {
        end++;
      } else if (end + 1 < text.length()
          && isSeparator(text.charAt(end))
          && isDigit(text.charAt(end + 1))) {
        end += 2;
      } else {
        break;
      }
    }
    return end;
  }

  private static boolean isBsn(String text, int from, int to) {
    if (to - from < DIGITS || partOfName(text, from) || touchesLetter(text, to)) {
      return false;
    }
    // a number in a sheet may end in ".0"
    int end = to - from == DIGITS + 2 && text.startsWith(".0", to - 2) ? to - 2 : to;
    StringBuilder digits = new StringBuilder(DIGITS);
    for (int i = from; i < end && digits.length() <= DIGITS; i++) {
      if (isDigit(text.charAt(i))) {
        digits.append(text.charAt(i));
      }
    }
    return Elfproef.isBsn(digits) && !namedOtherwise(text, from);
  }

  private static boolean namedOtherwise(String text, int from) {
    String before = Folding.fold(text.substring(Math.max(0, from - 18), from));
    for (String other : OTHER_NUMBERS) {
      if (before.endsWith(other)) {
        return true;
      }
    }
    return false;
  }

  /** Whether letters stand before the digits, with at most one mark between, and are not "BSN". */
  private static boolean partOfName(String text, int from) {
    int last = from - 1;
    if (last >= 0 && "-_/.#".indexOf(text.charAt(last)) >= 0) {
      last--;
    }
    if (!touchesLetter(text, last)) {
      return false;
    }
    String before = Folding.fold(text.substring(Math.max(0, last - 20), last + 1));
    return NAMES.stream().noneMatch(before::endsWith);
  }

  private static boolean touchesLetter(String text, int at) {
    return at >= 0 && at < text.length() && Character.isLetter(text.charAt(at));
  }

  private static boolean isSeparator(char c) {
    return c == '.' || c == '-' || c == ' ' || c == '\u00a0' || c == '‐' || c == '‑' || c == '–';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
