package nl.oogst.normalise;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.oogst.model.Folding;

/** Surnames and initials as they are compared: without case, accents, punctuation and prefixes. */
final class PersonName {
  /** Short forms that people write and no register has. */
  private static final Set<String> SHORT = Set.of("v", "vd", "vdn", "vh", "vt");

  private static final int MOST_PREFIX_WORDS = 4;

  private final Set<String> prefixes = new HashSet<>(SHORT);

  /**
   * @param prefixes as they are written, such as {@code van der}
   */
  PersonName(Iterable<String> prefixes) {
    prefixes.forEach(prefix -> this.prefixes.add(Folding.fold(prefix)));
  }

  /**
   * The surname without prefixes: {@code Berg, van den}, {@code v.d. Berg} and {@code van den Berg}
   * are {@code berg}. Empty when nothing is left.
   */
  String surname(String text) {
    int comma = text.indexOf(',');
    List<String> words = words(comma < 0 ? text : text.substring(0, comma));
    int from = 0;
    int end = words.size();
    for (int length = prefix(words, from, end); length > 0; length = prefix(words, from, end)) {
      from += length;
    }
    return String.join(" ", words.subList(from, end));
  }

  /** How many words from here are one prefix, the longest first; the last word is a name. */
  private int prefix(List<String> words, int from, int end) {
    for (int length = Math.min(MOST_PREFIX_WORDS, end - from - 1); length > 0; length--) {
      if (prefixes.contains(Folding.fold(String.join("", words.subList(from, from + length))))) {
        return length;
      }
    }
    return 0;
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
