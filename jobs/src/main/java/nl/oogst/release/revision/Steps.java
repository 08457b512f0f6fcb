package nl.oogst.release.revision;

import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import nl.oogst.model.Days;
import nl.oogst.model.Fixed;
import nl.oogst.model.Item;
import nl.oogst.release.OutputFailure;
import nl.oogst.release.records.Observations;
import nl.oogst.release.records.ReleasedRecord;
import nl.oogst.release.records.ReleasedRecord.PaidHours;
import nl.oogst.release.records.ReleasedRecords;

/**
 * The way from the records of one release to those of the next, in steps of one kind of change:
 *
 * <ol>
 *   <li>the earlier records, under the rules of the later release;
 *   <li>with what was not told before: placements, ends, values of empty fields, pay periods, and
 *       days that have passed since;
 *   <li>with what is told otherwise than before, and without what is told no more;
 *   <li>with the jobs and persons found to be the same: the later release itself.
 * </ol>
 */
final class Steps {
  private final World told;
  private final World corrected;
  private final World now;

  /**
   * The steps between two releases.
   *
   * @param now takes the later records as they are; null when nobody asks for them
   */
  Steps(World told, World corrected, World now) {
    this.told = told;
    this.corrected = corrected;
    this.now = now;
  }

  /** Adds the earlier records as they were. */
  static void before(ComparedRelease before, World world) throws OutputFailure {
    try (var records = ReleasedRecords.open(before.folder());
        var shown = Observations.open(before.folder())) {
      for (var record = records.next(); record != null; record = records.next()) {
        world.add(record.observed(shown.of(record)));
      }
    }
  }

  /**
   * Adds both steps between, walking through both releases in the order of their records.
   *
   * @param who of which persons; all others are the same in both
   * @param former who they were
   */
  void between(
      ComparedRelease before, ComparedRelease after, Predicate<String> who, FormerPersons former)
      throws OutputFailure {
    try (var olds = ReleasedRecords.open(before.folder(), who);
        var news = ReleasedRecords.open(after.folder(), who);
        var shownOld = Observations.open(before.folder());
        var shownLater = Observations.open(after.folder())) {
      var old = olds.next();
      var later = next(news, shownLater);
      while (old != null || later != null) {
        int order = old == null ? 1 : later == null ? -1 : old.key().compareTo(later.key());
        if (order < 0) {
          told.add(old.observed(shownOld.of(old)));
        } else if (order > 0) {
          var alone = later.as(former.person(own(later)), later.key(), 1);
          told.add(alone);
          corrected.add(alone);
        } else {
          told.add(news(old, later));
          var person = own(later).equals(own(old)) ? old.person() : former.person(own(later));
          corrected.add(later.as(person, old.jobId(), old.jobRecords()));
        }
        if (now != null && order >= 0) {
          now.add(later);
        }
        old = order <= 0 ? olds.next() : old;
        later = order >= 0 ? next(news, shownLater) : later;
      }
    }
  }

  private static ReleasedRecord next(ReleasedRecords records, Observations shown)
      throws OutputFailure {
    var record = records.next();
    return record == null ? null : record.observed(shown.of(record));
  }

  private static String own(ReleasedRecord record) {
    return FormerPersons.own(record.proeftuin(), record.state().personId());
  }

  /** The earlier record with what it did not tell yet. */
  private static ReleasedRecord news(ReleasedRecord old, ReleasedRecord later) {
    var hours = new TreeMap<Long, PaidHours>();
    later.hours().forEach(h -> hours.put(period(h), h));
    old.hours().forEach(h -> hours.put(period(h), h));
    return old.with(filled(old.state(), later.state()), List.copyOf(hours.values()))
        .seen(later.lastPeildatum(), later.knownUntil(), later.vanished())
        .observed(later.observations());
  }

  /** In the order of starts, then ends; one number, since there are millions of pay periods. */
  private static long period(PaidHours hours) {
    return ((long) hours.periodStart() << Integer.SIZE) + hours.periodEnd();
  }

  private static Item.Placement filled(Item.Placement old, Item.Placement later) {
    return new Item.Placement(
        old.placementId(),
        old.personId(),
        or(old.contractId(), later.contractId()),
        old.organisation(),
        or(old.supplier(), later.supplier()),
        or(old.supplierKvk(), later.supplierKvk()),
        or(old.employer(), later.employer()),
        or(old.employerKvk(), later.employerKvk()),
        old.attribution(),
        or(old.route(), later.route()),
        old.contractForm(),
        old.targetGroup(),
        or(old.registerGround(), later.registerGround()),
        or(old.registerFrom(), later.registerFrom()),
        or(old.registerTo(), later.registerTo()),
        old.startDate(),
        or(old.endDate(), later.endDate()),
        or(old.endReason(), later.endReason()),
        old.hoursPerWeek(),
        old.valueEur() == Fixed.NONE ? later.valueEur() : old.valueEur(),
        or(old.valuationScheme(), later.valuationScheme()),
        later.referenceDate(),
        null);
  }

  private static String or(String old, String later) {
    return old == null ? later : old;
  }

  private static int or(int old, int later) {
    return old == Days.NONE ? later : old;
  }
}
