package nl.oogst.map;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.oogst.model.Field;

/** Finds the entity whose required fields the headers cover. */
final class EntityChoice implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Fewer columns than this say nothing about a table. */
  static final int FEWEST_COLUMNS = 2;

  private final List<Headers> entities;

  EntityChoice(List<Headers> entities) {
    this.entities = entities;
  }

  /**
   * The entity that is covered whole, else the one that clearly comes nearest; among several the
   * one with most columns.
   */
  Optional<Headers> choose(List<String> headers) {
    Headers best = null;
    int bestScore = Integer.MIN_VALUE;
    boolean shared = false;
    for (Headers entity : entities) {
      Set<String> found = found(entity, headers);
      if (found.size() < FEWEST_COLUMNS) {
        continue;
      }
      int missing = missing(entity, found);
      int score = missing == 0 ? 1_000 + found.size() : found.size() - 2 * missing;
      shared = score == bestScore;
      if (score > bestScore) {
        best = entity;
        bestScore = score;
      }
    }
    return shared ? Optional.empty() : Optional.ofNullable(best);
  }

  private static Set<String> found(Headers entity, List<String> headers) {
    Set<String> found = new HashSet<>();
    headers.forEach(
        header -> entity.find(header).ifPresent(match -> found.add(match.field().name())));
    return found;
  }

  private static int missing(Headers entity, Set<String> found) {
    int missing = 0;
    for (Field field : entity.entity().fields()) {
      missing += field.required() && !found.contains(field.name()) ? 1 : 0;
    }
    return missing + (measured(entity.entity().name(), found) ? 0 : 1);
  }

  /** An indicator needs its value, or both parts of it. */
  static boolean measured(String entity, Set<String> fields) {
    return !entity.equals("indicator")
        || fields.contains("value")
        || (fields.contains("numerator") && fields.contains("denominator"));
  }
}
