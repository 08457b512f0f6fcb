package nl.oogst.release.revision;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import nl.oogst.release.OutputFailure;
import nl.oogst.release.records.KeyRange;
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

  /** Who delivered these. */
  private final Set<String> proeftuinen = new HashSet<>();

  /**
   * Who changed in a stretch of records, between an earlier and a later release.
   *
   * @param same which placements and hours need not be read
   * @param otherHours takes the records of which the hours need not be the same in all steps; whose
   *     they are is not known yet
   */
  static Changed between(
      ComparedRelease before,
      ComparedRelease now,
      SameGroups same,
      KeyRange range,
      Consumer<Steps> otherHours)
      throws OutputFailure {
    var changed = new Changed();
    try (var olds = Placements.open(before, range, same.before());
        var news = Placements.open(now, range, same.now());
        var hoursBefore = PayPeriods.open(before.folder(), false);
        var hoursNow = PayPeriods.open(now.folder(), false)) {
      var hours = new Hours(same.hours(), hoursBefore, hoursNow);
      changed.walk(olds, news, hours, otherHours);
    }
    return changed;
  }

  /** Who changed in row groups that tell something otherwise of the same placements. */
  static Changed in(
      SameGroups groups, ComparedRelease before, ComparedRelease now, Consumer<Steps> otherHours)
      throws OutputFailure {
    var changed = new Changed();
    try (var olds = Placements.ofGroups(before, groups.before(), groups.otherwise());
        var news = Placements.ofGroups(now, groups.now(), groups.otherwise());
        var hoursBefore = PayPeriods.open(before.folder(), false);
        var hoursNow = PayPeriods.open(now.folder(), false)) {
      var hours = new Hours(groups.hours(), hoursBefore, hoursNow);
      while (olds.next() && news.next()) {
        changed.both(olds, news, hours, otherHours);
      }
    }
    return changed;
  }

  /** Adds who changed in another stretch. */
  void merge(Changed other) {
    persons.addAll(other.persons);
    unknown.putAll(other.unknown);
    proeftuinen.addAll(other.proeftuinen);
  }

  /** The names of the persons, in the earlier release and in the later. */
  Set<String> persons() {
    return persons;
  }

  /** The paid hours of both releases. */
  private record Hours(SameHours same, PayPeriods before, PayPeriods now) {
    void of(Placements record) throws OutputFailure {
      before.of(record.proeftuin(), record.placement());
      now.of(record.proeftuin(), record.placement());
    }

    /** Whether what was paid before is paid still; more may be. */
    boolean stay() {
      return before.areAllAmong(now);
    }
  }

  private void walk(Placements olds, Placements news, Hours hours, Consumer<Steps> otherHours)
      throws OutputFailure {
    var isOld = olds.next();
    var isLater = news.next();
    while (isOld || isLater) {
      int order = !isOld ? 1 : !isLater ? -1 : olds.compareTo(news);
      if (order < 0) {
        gone(olds, hours.before(), otherHours);
      } else if (order > 0) {
        come(news, hours.now(), otherHours);
      } else {
        both(olds, news, hours, otherHours);
      }
      isOld = order <= 0 ? olds.next() : isOld;
      isLater = order >= 0 ? news.next() : isLater;
    }
  }

  private void gone(Placements old, PayPeriods hours, Consumer<Steps> otherHours)
      throws OutputFailure {
    persons.add(old.person());
    hours.of(old.proeftuin(), old.placement());
    otherHours.accept(Steps.gone(old.record(hours.toList())));
  }

  private void come(Placements later, PayPeriods hours, Consumer<Steps> otherHours)
      throws OutputFailure {
    isUnknown(later);
    if (!later.alone()) {
      persons.add(later.person());
      hours.of(later.proeftuin(), later.placement());
      otherHours.accept(Steps.come(later.record(hours.toList()), FormerPersons.none()));
    }
  }

  private void isUnknown(Placements later) throws OutputFailure {
    unknown.put(later.own(), later.person());
    proeftuinen.add(later.proeftuin());
  }

  private void both(Placements old, Placements later, Hours hours, Consumer<Steps> otherHours)
      throws OutputFailure {
    var toldAgain = old.isToldAgainBy(later);
    if (toldAgain && hours.same().of(old.proeftuin())) {
      return;
    }
    hours.of(old);
    if (toldAgain && hours.stay()) {
      return;
    }
    persons.add(old.person());
    persons.add(later.person());
    if (!old.own().equals(later.own())) {
      isUnknown(later);
    }
    var before = old.record(hours.before().toList());
    var now = later.record(hours.now().toList());
    otherHours.accept(Steps.between(before, now, FormerPersons.none()));
  }

  /**
   * Finds who they were whose later records have no earlier one with the same number of a person;
   * who was somebody else has changed too.
   */
  FormerPersons findFormer(ComparedRelease before) throws OutputFailure {
    if (unknown.isEmpty()) {
      return FormerPersons.none();
    }
    var former = FormerPersons.of(before, proeftuinen::contains, unknown::containsKey);
    unknown.forEach(
        (own, person) -> {
          var then = former.person(own);
          if (!then.equals(person)) {
            persons.add(then);
            persons.add(person);
          }
        });
    return former;
  }
}
