package nl.oogst.release.revision;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import nl.oogst.release.OutputFailure;
import nl.oogst.release.records.PayPeriods;

/**
 * The persons whose figures are not the same in all {@link Steps}. Of all others each record is,
 * whichever kind of change is made, the later record itself: it says what the earlier one said and
 * at most more (ends, pay periods, days that have passed), or it is new, is the only record of its
 * job, and is of whom it would have been then.
 *
 * <p>Somebody of whom one record is otherwise is named as in each step, so that all of their
 * records are found there.
 */
final class Changed {
  private final Set<String> persons = new HashSet<>();

  /** Of later records that no earlier one answers for: whose they are, by who they were. */
  private final Map<String, String> unknown = new HashMap<>();

  private FormerPersons former = FormerPersons.none();

  private Changed() {}

  /** Who changed, between an earlier and a later release. */
  static Changed between(ComparedRelease before, ComparedRelease now) throws OutputFailure {
    var changed = new Changed();
    try (var olds = Placements.open(before);
        var news = Placements.open(now);
        var hoursBefore = PayPeriods.open(before.folder(), false);
        var hoursNow = PayPeriods.open(now.folder(), false)) {
      changed.walk(olds, news, new Hours(SameHours.of(before, now), hoursBefore, hoursNow));
    }
    changed.findFormer(before);
    return changed;
  }

  /** The names of the persons, in the earlier release and in the later. */
  Set<String> persons() {
    return persons;
  }

  /** Who they were whose later records have no earlier one with the same number of a person. */
  FormerPersons former() {
    return former;
  }

  /** The paid hours of both releases. */
  private record Hours(SameHours same, PayPeriods before, PayPeriods now) {

    /** Whether what was paid before is paid still; more may be. */
    boolean stay(Placements record) throws OutputFailure {
      var proeftuin = record.proeftuin();
      if (same.of(proeftuin)) {
        return true;
      }
      var key = record.key();
      before.of(proeftuin, key);
      now.of(proeftuin, key);
      return before.areAllAmong(now);
    }
  }

  private void walk(Placements olds, Placements news, Hours hours) throws OutputFailure {
    var isOld = olds.next();
    var isLater = news.next();
    while (isOld || isLater) {
      int order = !isOld ? 1 : !isLater ? -1 : olds.compareTo(news);
      if (order < 0) {
        persons.add(olds.person());
      } else if (order > 0) {
        unknown.put(news.own(), news.person());
        if (!news.alone()) {
          persons.add(news.person());
        }
      } else if (!olds.isToldAgainBy(news) || !hours.stay(olds)) {
        persons.add(olds.person());
        persons.add(news.person());
        if (!olds.own().equals(news.own())) {
          unknown.put(news.own(), news.person());
        }
      }
      isOld = order <= 0 ? olds.next() : isOld;
      isLater = order >= 0 ? news.next() : isLater;
    }
  }

  private void findFormer(ComparedRelease before) throws OutputFailure {
    if (unknown.isEmpty()) {
      return;
    }
    former = FormerPersons.of(before, unknown::containsKey);
    unknown.forEach(
        (own, person) -> {
          var then = former.person(own);
          if (!then.equals(person)) {
            persons.add(then);
            persons.add(person);
          }
        });
  }
}
