package nl.oogst.normalise;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Surnames and initials as they are compared: without case, accents, punctuation and prefixes. */
final class PersonName {
  private static final Set<String> PREFIXES =
      Set.of(
          "van", "de", "der", "den", "het", "t", "ten", "ter", "te", "v", "d", "vd", "vander",
          "vanden", "vande", "von", "vom", "zu", "zum", "in", "op", "aan", "bij", "onder", "over",
          "uit", "la", "le", "les", "du", "des", "da", "di", "del", "della", "dos", "el", "al",
          "ben", "s");

  private PersonName() {}

  /**
   * The surname without prefixes: {@code Berg, van den}, {@code v.d. Berg} and {@code van den Berg}
   * are {@code berg}. Empty when nothing is left.
   */
  static String surname(String text) {
    int comma = text.indexOf(',');
    List<String> words = words(comma < 0 ? text : text.substring(0, comma));
    List<String> kept = new ArrayList<>(words);
    while (kept.size() > 1 && PREFIXES.contains(kept.get(0))) {
      kept.remove(0);
    }
    while (comma < 0 && kept.size() > 1 && PREFIXES.contains(kept.get(kept.size() - 1))) {
      kept.remove(kept.size() - 1);
    }
    return String.join(" ", kept);
  }

  /** The first letter of initials or of a first name; empty when there is none. */
  static String initial(String text) {
    String plain = plain(text);
    for (int i = 0; i < plain.length(); i++) {
      if (Character.isLetter(plain.charAt(i))) {
        return plain.substring(i, i + 1);
      }
    }
    return "";
  }

  private static List<String> words(String text) {
    return Arrays.stream(plain(text).split("[^\\p{L}]+", -1)).filter(w -> !w.isEmpty()).toList();
  }

  private static String plain(String text) {
    String base = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    StringBuilder plain = new StringBuilder(base.length());
    for (int i = 0; i < base.length(); i++) {
      char c = base.charAt(i);
      switch (c) {
        case 'ß' -> plain.append("ss");
        case 'ø' -> plain.append('o');
        case 'æ' -> plain.append("ae");
        case 'œ' -> plain.append("oe");
        case 'ł' -> plain.append('l');
        case 'đ', 'ð' -> plain.append('d');
        case 'ı' -> plain.append('i');
        case '\'', '’', '`' ->
            plain.append(i == 0 || !Character.isLetter(base.charAt(i - 1)) ? " " : "");
        default -> {
          if (Character.getType(c) != Character.NON_SPACING_MARK) {
            plain.append(c);
          }
        }
      }
    }
    return plain.toString();
  }
}
