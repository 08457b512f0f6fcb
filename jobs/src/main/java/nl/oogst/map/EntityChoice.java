package nl.oogst.map;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.oogst.model.Field;

/** Finds the entity whose required fields the headers cover. */
final class EntityChoice {
  /** Fewer columns than this say nothing about a table. */
  static final int FEWEST_COLUMNS = 2;

  /** Columns that only look like fields must be more. */
  private static final int FEWEST_LIKE = 3;

  private final List<Headers> entities;

  EntityChoice(List<Headers> entities) {
    this.entities = entities;
  }

  /** An entity and why. */
  record Choice(Headers entity, EntityReason reason) {}

  /** The fields that columns give, of which some only by likeness. */
  private record Found(Set<String> listed, Set<String> all) {}

  /**
   * The entity that is covered whole, else the one that clearly comes nearest; among several the
   * one with most columns. Likeness is looked at only when no entity is covered by listed names.
   */
  Optional<Choice> choose(List<String> headers, ContentJudge judge, List<List<String>> sample) {
    Best listed = new Best();
    for (Headers entity : entities) {
      Set<String> found = listed(entity, headers);
      listed.offer(entity, new Found(found, found));
    }
    if (listed.whole()) {
      return listed.choice();
    }
    Best like = new Best();
    for (Headers entity : entities) {
      Set<String> all = new HashSet<>();
      for (ColumnMapping column : new ColumnMatcher(entity, null, headers).match(judge, sample)) {
        all.add(column.field());
        all.add(column.also());
      }
      all.remove(null);
      like.offer(entity, new Found(listed(entity, headers), all));
    }
    return like.choice();
  }

  /** The best entity so far; none when two are equally good. */
  private static final class Best {
    private Headers entity;
    private int score = Integer.MIN_VALUE;
    private boolean shared;

    void offer(Headers candidate, Found found) {
      int missing = missing(candidate, found.all());
      int required = required(candidate);
      boolean enough =
          found.listed().size() >= FEWEST_COLUMNS
              || (found.all().size() >= FEWEST_LIKE && 2 * missing <= required);
      if (!enough) {
        return;
      }
      int size = found.all().size();
      int points = missing == 0 ? 1_000 + size : size - 2 * missing;
      shared = points == score || (shared && points < score);
      if (points > score) {
        entity = candidate;
        score = points;
      }
    }

    boolean whole() {
      return score >= 1_000;
    }

    Optional<Choice> choice() {
      return shared || entity == null
          ? Optional.empty()
          : Optional.of(
              new Choice(entity, whole() ? EntityReason.ALL_REQUIRED : EntityReason.NEAREST));
    }
  }

  private static Set<String> listed(Headers entity, List<String> headers) {
    Set<String> found = new HashSet<>();
    for (String header : headers) {
      entity.find(header).ifPresent(match -> found.add(match.field().name()));
    }
    PayPeriod period = entity.payPeriod();
    if (period != null
        && !found.contains(period.start())
        && !found.contains(period.end())
        && headers.stream().anyMatch(period::isNamedBy)) {
      found.add(period.start());
      found.add(period.end());
    }
    return found;
  }

  private static int required(Headers entity) {
    int required = 0;
    for (Field field : entity.entity().fields()) {
      required += field.required() ? 1 : 0;
    }
    return required;
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
