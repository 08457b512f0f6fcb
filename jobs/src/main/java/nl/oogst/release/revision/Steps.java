package nl.oogst.release.revision;

import java.util.List;
import java.util.TreeMap;
import nl.oogst.model.Days;
import nl.oogst.model.Fixed;
import nl.oogst.model.Item;
import nl.oogst.release.records.ReleasedRecord;
import nl.oogst.release.records.ReleasedRecord.PaidHours;

/**
 * A record on the way from one release to the next, in steps of one kind of change. It begins as
 * the earlier record, under the rules of the later release.
 *
 * @param told with what was not told before: placements, ends, values of empty fields, pay periods,
 *     and days that have passed since; null when it is not there
 * @param corrected with what is told otherwise than before, and without what is told no more
 * @param now with the jobs and persons found to be the same: the later record itself
 */
record Steps(ReleasedRecord told, ReleasedRecord corrected, ReleasedRecord now) {

  /** The steps of a record that the later release does not have. */
  static Steps gone(ReleasedRecord old) {
    return new Steps(old, null, null);
  }

  /** The steps of a record that the earlier release did not have. */
  static Steps come(ReleasedRecord later, FormerPersons former) {
    var alone = later.as(former.person(own(later)), later.key(), 1);
    return new Steps(alone, alone, later);
  }

  /** The steps of a record that both have. */
  static Steps between(ReleasedRecord old, ReleasedRecord later, FormerPersons former) {
    var person = own(later).equals(own(old)) ? old.person() : former.person(own(later));
    return new Steps(news(old, later), later.as(person, old.jobId(), old.jobRecords()), later);
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
