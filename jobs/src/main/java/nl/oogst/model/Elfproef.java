package nl.oogst.model;

/**
 * The check on a BSN (burgerservicenummer): nine digits of which {@code 9·d1 + 8·d2 + … + 2·d8 −
 * d9} divides by 11 (Besluit burgerservicenummer, article 1; the elfproef). One number in eleven
 * passes by chance.
 */
public final class Elfproef {
  private static final int LENGTH = 9;

  private Elfproef() {}

  /**
   * Whether a whole value is a BSN: nine digits that pass, with dots, spaces or hyphens between
   * them or not, and also as a spreadsheet shows a number ({@code 123456782.0}). Null is none.
   */
  public static boolean isBsn(CharSequence value) {
    if (value == null) {
      return false;
    }
    var digits = 0;
    var sum = 0;
    var any = false;
    var end = endOfNumber(value);
    for (int i = 0; i < end; i++) {
      var c = value.charAt(i);
      if (c >= '0' && c <= '9') {
        if (++digits > LENGTH) {
          return false;
        }
        sum += (c - '0') * weight(digits);
        any |= c != '0';
      } else if (!isSeparator(c)) {
        return false;
      }
    }
    return digits == LENGTH && any && sum % 11 == 0;
  }

  /**
   * Whether eight digits are a BSN that lost its leading zero. Many other numbers have eight digits
   * (dates, KvK numbers): ask only where a BSN is to be expected.
   */
  public static boolean isBsnWithoutItsZero(CharSequence eightDigits) {
    return eightDigits.length() == LENGTH - 1 && isBsn("0" + eightDigits);
  }

  /** Leaves out the blanks at the end and the {@code .0} of a spreadsheet's number. */
  private static int endOfNumber(CharSequence value) {
    var end = value.length();
    while (end > 0 && isBlank(value.charAt(end - 1))) {
      end--;
    }
    var decimal =
        end > LENGTH
            && value.charAt(end - 1) == '0'
            && (value.charAt(end - 2) == '.' || value.charAt(end - 2) == ',');
    return decimal ? end - 2 : end;
  }

  private static int weight(int place) {
    return place == LENGTH ? -1 : LENGTH + 1 - place;
  }

  private static boolean isSeparator(char c) {
    return c == '.' || c == '-' || isBlank(c);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\u00a0' || c == '\t';
  }
}
