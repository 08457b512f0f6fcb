package nl.oogst.map;

import java.util.List;
import java.util.stream.Stream;
import nl.oogst.model.Field;
import nl.oogst.model.Folding;

/** How much a header looks like the names of a field: 0 nothing, 1 the same. */
final class Likeness {
  private Likeness() {}

  static double of(String header, Field field) {
    String folded = Folding.fold(header);
    List<String> words = Headers.words(header);
    return Stream.concat(
            Stream.of(field.name(), field.label().nl(), field.label().en()),
            field.synonyms().stream())
        .mapToDouble(name -> of(folded, words, name))
        .max()
        .orElse(0);
  }

  private static double of(String folded, List<String> words, String name) {
    String other = Folding.fold(name);
    if (folded.isEmpty() || other.isEmpty()) {
      return 0;
    }
    int longest = Math.max(folded.length(), other.length());
    double letters =
        longest < 5 ? 0 : 1 - (double) distance(folded, other, longest / 3 + 1) / longest;
    return Math.max(letters, shared(words, Headers.words(name)));
  }

  /** Twice the words in common over all words (Dice). */
  private static double shared(List<String> words, List<String> others) {
    int common = 0;
    for (String word : words) {
      for (String other : others) {
        if (word.equals(other)
            || (word.length() > 5 && other.length() > 5 && distance(word, other, 1) <= 1)) {
          common++;
          break;
        }
      }
    }
    return words.isEmpty() || others.isEmpty() ? 0 : 2.0 * common / (words.size() + others.size());
  }

  /** Letters to insert, delete, replace or swap with their neighbour; gives up above a limit. */
  static int distance(String a, String b, int limit) {
    if (Math.abs(a.length() - b.length()) > limit) {
      return Math.max(a.length(), b.length());
    }
    int[] before = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] next = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      next[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        next[j] = Math.min(Math.min(last[j] + 1, next[j - 1] + 1), last[j - 1] + same);
        if (i > 1 && j > 1 && swapped(a, b, i, j)) {
          next[j] = Math.min(next[j], before[j - 2] + 1);
        }
      }
      int[] free = before;
      before = last;
      last = next;
      next = free;
    }
    return last[b.length()];
  }

  private static boolean swapped(String a, String b, int i, int j) {
    return a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
  }
}
