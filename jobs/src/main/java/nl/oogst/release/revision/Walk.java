package nl.oogst.release.revision;

import java.util.function.Consumer;
import java.util.function.Predicate;
import nl.oogst.release.OutputFailure;
import nl.oogst.release.records.KeyRange;
import nl.oogst.release.records.Observations;
import nl.oogst.release.records.ReleasedRecord;
import nl.oogst.release.records.ReleasedRecords;

/**
 * Goes through the records of two releases beside each other, in their order.
 *
 * @param former who the persons were in the earlier one
 */
record Walk(ComparedRelease before, ComparedRelease now, FormerPersons former) {

  /** Adds the earlier records of a stretch as they were. */
  static World earlier(ComparedRelease before, KeyRange range, World world) throws OutputFailure {
    try (var records = ReleasedRecords.open(before.folder(), range);
        var shown = Observations.open(before.folder())) {
      for (var record = next(records, shown); record != null; record = next(records, shown)) {
        world.add(record);
      }
    }
    return world;
  }

  /** All records of a stretch. */
  void everyone(KeyRange range, Consumer<Steps> steps) throws OutputFailure {
    try (var olds = ReleasedRecords.open(before.folder(), range);
        var news = ReleasedRecords.open(now.folder(), range)) {
      between(olds, news, steps);
    }
  }

  /**
   * The records of some persons in a stretch, without their hours.
   *
   * @param without row groups that have none of them
   */
  void some(KeyRange range, Predicate<String> who, SameGroups without, Consumer<Steps> steps)
      throws OutputFailure {
    try (var olds = ReleasedRecords.withoutHours(before.folder(), range, who, without.before());
        var news = ReleasedRecords.withoutHours(now.folder(), range, who, without.now())) {
      between(olds, news, steps);
    }
  }

  private void between(ReleasedRecords olds, ReleasedRecords news, Consumer<Steps> steps)
      throws OutputFailure {
    try (var shownOld = Observations.open(before.folder());
        var shownLater = Observations.open(now.folder())) {
      var old = next(olds, shownOld);
      var later = next(news, shownLater);
      while (old != null || later != null) {
        int order = old == null ? 1 : later == null ? -1 : old.key().compareTo(later.key());
        if (order < 0) {
          steps.accept(Steps.gone(old));
        } else if (order > 0) {
          steps.accept(Steps.come(later, former));
        } else {
          steps.accept(Steps.between(old, later, former));
        }
        old = order <= 0 ? next(olds, shownOld) : old;
        later = order >= 0 ? next(news, shownLater) : later;
      }
    }
  }

  /** The next record with what deliveries showed of it; null at the end. */
  private static ReleasedRecord next(ReleasedRecords records, Observations shown)
      throws OutputFailure {
    var record = records.next();
    return record == null ? null : record.observed(shown.of(record));
  }
}
