package nl.oogst.normalise;

import nl.oogst.model.Field;

/** What of a value may stand in an issue. */
final class Shown {
  /** What stands for a person's value, whatever its length. */
  static final String MASK = "•••";

  private static final int LONGEST = 80;

  private Shown() {}

  /** The value as found, masked where it may tell about a person; cut at 80 characters. */
  static String value(Field field, String text) {
    if (text.isEmpty()) {
      return "";
    }
    if (field.person() || field.link() || field.freetext()) {
      return MASK;
    }
    return text.indexOf('@') >= 0 || manyDigits(text) ? MASK : clean(text);
  }

  /** Nine digits or more may be a citizen service number or a telephone number. */
  private static boolean manyDigits(String text) {
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      digits += Character.isDigit(text.charAt(i)) ? 1 : 0;
    }
    return digits >= 9;
  }

  private static String clean(String text) {
    boolean plain = text.length() <= LONGEST;
    for (int i = 0; plain && i < text.length(); i++) {
      char c = text.charAt(i);
      plain = c >= ' ' && c < '\u007f';
    }
    return plain ? text : cleaned(text);
  }

  private static String cleaned(String text) {
    StringBuilder clean = new StringBuilder(Math.min(text.length(), LONGEST) + 1);
    for (int i = 0; i < text.length(); i++) {
      if (clean.length() >= LONGEST) {
        return clean.append('…').toString();
      }
      char c = text.charAt(i);
      clean.append(Character.isISOControl(c) || Character.isSurrogate(c) ? ' ' : c);
    }
    return clean.toString();
  }
}
