package nl.oogst.map;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.oogst.model.Folding;

/**
 * Takes headers apart into words that can be compared: abbreviations written out, compounds split,
 * English as Dutch, as {@code schemas/rules/headers.json} says.
 */
final class HeaderWords {
  private static final Pattern BRACKETS = Pattern.compile("[(\\[{<]([^)\\]}>]*)[)\\]}>]?");
  private static final Pattern CAPITAL_INSIDE = Pattern.compile("(?<=[a-zà-ÿ])(?=[A-Z])");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}%€]+");
  // p.w., t/m, v.d.: letters that are one abbreviation
  private static final Pattern SINGLE_LETTERS =
      Pattern.compile("(?<![\\p{L}])(\\p{L})[./](\\p{L})(?:[./](\\p{L}))?(?![\\p{L}])\\.?");

  /**
   * A header.
   *
   * @param outside the words outside brackets
   * @param notes what stands in brackets, apart from notes that say nothing of the meaning
   * @param alternatives the parts around a slash, such as {@code Ministerie/dienst}; else empty
   */
  record Parsed(List<String> outside, List<List<String>> notes, List<List<String>> alternatives) {}

  private final Map<String, List<String>> words = new HashMap<>();
  private final List<String> heads = new ArrayList<>();
  private final Set<String> fillers = new HashSet<>();
  private final Set<String> joiners = new HashSet<>();
  private final Set<String> emptyNotes = new HashSet<>();
  private final double sure;
  private final double worthAsking;

  /**
   * @param rules {@code schemas/rules/headers.json}
   */
  HeaderWords(JsonNode rules) {
    sure = rules.path("sure").asDouble();
    worthAsking = rules.path("worth_asking").asDouble();
    rules
        .path("words")
        .properties()
        .forEach(word -> words.put(word.getKey(), split(word.getValue().asText())));
    rules.path("heads").forEach(head -> heads.add(head.asText()));
    rules.path("fillers").forEach(word -> fillers.add(word.asText()));
    rules.path("joiners").forEach(word -> joiners.add(word.asText()));
    rules.path("notes_in_brackets").forEach(note -> emptyNotes.add(Folding.fold(note.asText())));
  }

  /** Below this a likeness is a question, not a mapping. */
  double sure() {
    return sure;
  }

  /** Below this a likeness is not worth a question. */
  double worthAsking() {
    return worthAsking;
  }

  private static List<String> split(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
  }

  Parsed parse(String header) {
    List<List<String>> notes = new ArrayList<>();
    Matcher brackets = BRACKETS.matcher(header);
    StringBuilder rest = new StringBuilder();
    while (brackets.find()) {
      brackets.appendReplacement(rest, " ");
      if (!saysNothing(brackets.group(1))) {
        notes.add(words(brackets.group(1)));
      }
    }
    String outside = brackets.appendTail(rest).toString();
    return new Parsed(words(outside), notes, alternatives(outside));
  }

  /** A unit, a form to fill in, choices with a slash between, a plural's ending. */
  private boolean saysNothing(String note) {
    String folded = Folding.fold(note);
    return folded.length() <= 1
        || emptyNotes.contains(folded)
        || folded.chars().allMatch(c -> c >= '0' && c <= '9')
        || (note.indexOf('/') > 0 && alternatives(note).size() > 1);
  }

  private List<List<String>> alternatives(String text) {
    String[] parts = text.split("/", -1);
    List<List<String>> alternatives = new ArrayList<>();
    for (String part : parts) {
      if (Folding.fold(part).length() < 3) {
        return List.of();
      }
      alternatives.add(words(part));
    }
    return parts.length > 1 ? alternatives : List.of();
  }

  /** The words of a text in the form in which they are compared. */
  List<String> words(String text) {
    List<String> all = new ArrayList<>();
    String joined = SINGLE_LETTERS.matcher(text).replaceAll(HeaderWords::joined);
    String spaced = CAPITAL_INSIDE.matcher(joined).replaceAll(" ").toLowerCase(Locale.ROOT);
    for (String word : NO_WORD.split(spaced, -1)) {
      String folded = Folding.fold(word);
      if (!folded.isEmpty()) {
        add(all, folded);
      }
    }
    List<String> telling = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      boolean between = i > 0 && i < all.size() - 1;
      if (!fillers.contains(all.get(i)) && !(between && joiners.contains(all.get(i)))) {
        telling.add(all.get(i));
      }
    }
    return telling.isEmpty() ? all : telling;
  }

  private static String joined(java.util.regex.MatchResult letters) {
    String third = letters.group(3) == null ? "" : letters.group(3);
    return " " + (letters.group(1) + letters.group(2) + third).toLowerCase(Locale.ROOT) + " ";
  }

  private void add(List<String> all, String word) {
    List<String> known = words.get(word);
    if (known != null) {
      all.addAll(known);
      return;
    }
    for (String head : heads) {
      int cut = word.length() - head.length();
      if (cut >= 3 && word.endsWith(head)) {
        all.addAll(tail(word.substring(0, cut)));
        all.addAll(words.getOrDefault(head, List.of(head)));
        return;
      }
    }
    all.add(word);
  }

  /** The first part of a compound, without the s that joins. */
  private List<String> tail(String part) {
    List<String> known = words.get(part);
    if (known != null) {
      return known;
    }
    boolean joinedByS = part.length() > 5 && part.endsWith("s");
    String plain = joinedByS ? part.substring(0, part.length() - 1) : part;
    return words.getOrDefault(plain, List.of(plain));
  }
}
