package nl.oogst.map;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.oogst.model.EntitySchema;
import nl.oogst.model.Field;
import nl.oogst.model.Folding;

/** The headers that lead to the fields of one entity without a profile. */
final class Headers {

  /** A field and how the header names it. */
  record Match(Field field, Reason reason) {}

  private final EntitySchema entity;
  private final HeaderWords words;
  private final PayPeriod payPeriod;
  private final Map<String, Match> byHeader = new HashMap<>();
  private Likeness likeness;

  /**
   * @param payPeriod the headers of a column that gives a whole pay period, or null when the entity
   *     has no pay periods
   */
  Headers(EntitySchema entity, HeaderWords words, PayPeriod payPeriod) {
    this.entity = entity;
    this.words = words;
    this.payPeriod = payPeriod;
    for (Field field : entity.fields()) {
      add(field.name(), field, Reason.NAME);
    }
    for (Field field : entity.fields()) {
      add(field.label().nl(), field, Reason.LABEL);
      add(field.label().en(), field, Reason.LABEL);
    }
    for (Field field : entity.fields()) {
      field.synonyms().forEach(synonym -> add(synonym, field, Reason.SYNONYM));
    }
  }

  private void add(String header, Field field, Reason reason) {
    byHeader.putIfAbsent(Folding.fold(header), new Match(field, reason));
  }

  EntitySchema entity() {
    return entity;
  }

  Optional<Match> find(String header) {
    return Optional.ofNullable(byHeader.get(Folding.fold(header)));
  }

  /** The first and last day of pay periods; null when the entity has none. */
  PayPeriod payPeriod() {
    return payPeriod;
  }

  /** How headers are compared. */
  HeaderWords words() {
    return words;
  }

  /** How much headers look like fields; made when the first header is no listed name. */
  Likeness likeness() {
    if (likeness == null) {
      likeness = new Likeness(words, entity);
    }
    return likeness;
  }

  /** Whether a header says that its column holds citizen service numbers. */
  static boolean namesBsn(String header) {
    String folded = Folding.fold(header);
    if (folded.contains("burgerservice") || folded.contains("sofinummer")) {
      return true;
    }
    for (String word : words(header)) {
      if (word.equals("bsn") || word.equals("sofi") || word.equals("sofinr")) {
        return true;
      }
      if (word.equals("bsnnr") || word.equals("bsnnummer") || word.equals("bsns")) {
        return true;
      }
    }
    return false;
  }

  /** Folded words of a header; a capital inside a word begins a new one. */
  private static List<String> words(String header) {
    return List.of(
            header
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT)
                .split("[^\\p{L}\\p{N}%€]+", -1))
        .stream()
        .map(Folding::fold)
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
