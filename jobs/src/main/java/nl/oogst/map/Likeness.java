package nl.oogst.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.oogst.model.EntitySchema;
import nl.oogst.model.Field;
import nl.oogst.model.Folding;

/**
 * How much a header looks like the names of the fields of one entity: 0 nothing, 1 the same words.
 * A word that many fields share, such as "datum", tells little; one that no field has tells most.
 */
final class Likeness {
  /** Two spellings that differ in one letter. */
  private static final double TYPO = 0.93;

  /** The beginning of a longer word. */
  private static final double ABBREVIATION = 0.8;

  /** The same words outside brackets, with a note that may change what they mean. */
  private static final double OTHER_NOTE = 0.75;

  private static final int SHORTEST_TYPO = 5;
  private static final int SHORTEST_ABBREVIATION = 4;

  /** About as many fields as the largest entity has. */
  private static final double FIELDS = 25;

  /** Headers whose likeness is kept. */
  private static final int MOST_KEPT = 1_000;

  private record Name(String folded, List<String> words) {}

  private final HeaderWords words;
  private final Map<String, List<Name>> names = new HashMap<>();
  private final Map<String, Double> weights = new HashMap<>();
  private final Map<String, Map<String, Double>> found = new HashMap<>();

  Likeness(HeaderWords words, EntitySchema entity) {
    this.words = words;
    Map<String, Set<String>> fieldsByWord = new HashMap<>();
    for (Field field : entity.fields()) {
      List<Name> all = new ArrayList<>();
      Stream.concat(
              Stream.of(field.name().replace('_', ' '), field.label().nl(), field.label().en()),
              field.synonyms().stream())
          .forEach(name -> all.add(new Name(Folding.fold(name), words.words(name))));
      all.forEach(
          name ->
              name.words()
                  .forEach(
                      word ->
                          fieldsByWord
                              .computeIfAbsent(word, w -> new HashSet<>())
                              .add(field.name())));
      names.put(field.name(), all);
    }
    fieldsByWord.forEach((word, fields) -> weights.put(word, weight(fields.size())));
  }

  private static double weight(double fields) {
    return Math.log((FIELDS + 1) / (fields + 0.5)) + 0.3;
  }

  private double weight(String word) {
    Double known = weights.get(word);
    return known == null ? weight(0) : known;
  }

  /** Deliveries of one sender have the same headers, so that what was found out is kept. */
  double of(String header, Field field) {
    if (found.size() >= MOST_KEPT) {
      found.clear();
    }
    return found
        .computeIfAbsent(header, h -> new HashMap<>())
        .computeIfAbsent(field.name(), name -> likeness(header, field));
  }

  private double likeness(String header, Field field) {
    HeaderWords.Parsed parsed = words.parse(header);
    List<Name> all = names.get(field.name());
    List<String> everything = new ArrayList<>(parsed.outside());
    parsed.notes().forEach(everything::addAll);
    double best = Math.max(letters(Folding.fold(header), all), best(everything, all));
    if (!parsed.notes().isEmpty()) {
      boolean sameInside = parsed.notes().stream().allMatch(note -> best(note, all) >= TYPO);
      best = Math.max(best, best(parsed.outside(), all) * (sameInside ? 1 : OTHER_NOTE));
    }
    if (parsed.notes().isEmpty() && parsed.alternatives().size() > 1) {
      best =
          Math.max(
              best,
              parsed.alternatives().stream().mapToDouble(part -> best(part, all)).min().orElse(0));
    }
    return best;
  }

  /** A listed name with one letter too many, too few, different or swapped. */
  private static double letters(String folded, List<Name> names) {
    if (folded.length() <= SHORTEST_TYPO) {
      return 0;
    }
    return names.stream().anyMatch(name -> distance(folded, name.folded(), 1) <= 1) ? TYPO : 0;
  }

  private double best(List<String> header, List<Name> names) {
    String joined = String.join("", header);
    double best = 0;
    for (Name name : names) {
      boolean sameLetters = !joined.isEmpty() && joined.equals(String.join("", name.words()));
      best = Math.max(best, sameLetters ? 1 : shared(header, name.words()));
    }
    return best;
  }

  /** Twice the weight of the words in common over the weight of all words (Dice). */
  private double shared(List<String> header, List<String> name) {
    double all = 0;
    for (String word : header) {
      all += weight(word);
    }
    boolean[] used = new boolean[name.size()];
    double common = 0;
    for (String word : header) {
      int best = -1;
      double most = 0;
      for (int i = 0; i < name.size(); i++) {
        double same = used[i] ? 0 : same(word, name.get(i));
        if (same > most) {
          most = same;
          best = i;
        }
      }
      if (best >= 0) {
        used[best] = true;
        double weight = weight(name.get(best));
        common += 2 * most * weight;
        all += weight - weight(word);
      }
    }
    for (String word : name) {
      all += weight(word);
    }
    return all == 0 ? 0 : common / all;
  }

  private static double same(String word, String other) {
    if (word.equals(other)) {
      return 1;
    }
    if (word.length() >= SHORTEST_ABBREVIATION && other.startsWith(word)) {
      return ABBREVIATION;
    }
    boolean longEnough = word.length() >= SHORTEST_TYPO && other.length() >= SHORTEST_TYPO;
    return longEnough && distance(word, other, 1) <= 1 ? TYPO : 0;
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
