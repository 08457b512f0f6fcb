package nl.oogst.model;

import java.text.Normalizer;
import java.util.Locale;

/** Compares text the way people mean it: without case, accents, spaces and punctuation. */
public final class Folding {
  private Folding() {}

  /**
   * Letters and digits only, lower case, accents removed; empty for text without either.
   *
   * <p>A {@code %} and a {@code €} are kept as {@code pct} and {@code eur}, since they tell columns
   * apart.
   */
  public static String fold(String text) {
    String plain = isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKD);
    StringBuilder folded = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        folded.append(c);
      } else if (c >= 'A' && c <= 'Z') {
        folded.append((char) (c + 32));
      } else if (c == '%') {
        folded.append("pct");
      } else if (c == '€') {
        folded.append("eur");
      } else if (c > 127 && Character.isLetterOrDigit(c)) {
        folded.append(String.valueOf(c).toLowerCase(Locale.ROOT));
      }
    }
    return folded.toString();
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 127) {
        return false;
      }
    }
    return true;
  }
}
