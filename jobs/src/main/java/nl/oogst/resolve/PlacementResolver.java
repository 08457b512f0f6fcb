package nl.oogst.resolve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.oogst.model.Days;
import nl.oogst.model.Issue;
import nl.oogst.model.IssueCode;
import nl.oogst.model.Item;
import nl.oogst.resolve.Resolution.PastState;
import nl.oogst.resolve.Resolution.PlacedIssue;
import nl.oogst.resolve.Resolution.RowState;
import nl.oogst.resolve.Resolution.State;
import nl.oogst.resolve.Sightings.Place;
import nl.oogst.resolve.Sightings.SeenHours;
import nl.oogst.resolve.Sightings.SeenPlacement;

/** Decides what is known of a placement from everything that all deliveries showed of it. */
public final class PlacementResolver {
  private static final String PLACEMENT = "placement";
  private static final String PAID_HOURS = "paid_hours";

  private final String proeftuin;
  private final Knowledge knowledge;
  private final int asOf;
  private final ChangeRules changes;
  private final List<RowState> rows = new ArrayList<>();
  private final List<PlacedIssue> issues = new ArrayList<>();
  private int paidUntil = Days.NONE;

  private PlacementResolver(String proeftuin, Knowledge knowledge, ChangeRules changes, int asOf) {
    this.proeftuin = proeftuin;
    this.knowledge = knowledge;
    this.changes = changes;
    this.asOf = asOf;
  }

  /**
   * Resolves one placement.
   *
   * @param seen its sightings, in any order; those of refused deliveries are left out
   * @param knowledge of its proeftuin
   * @param changes what is worth a look when a later delivery says otherwise
   * @param asOf the day up to which an open placement counts as active
   */
  public static Resolution resolve(
      String proeftuin, Sightings seen, Knowledge knowledge, ChangeRules changes, int asOf) {
    return new PlacementResolver(proeftuin, knowledge, changes, asOf).resolve(seen);
  }

  private Resolution resolve(Sightings seen) {
    List<SeenPlacement> valid = firstOfEachDelivery(seen.placements());
    List<Place> unusable =
        seen.unusable().stream().filter(p -> knowledge.accepted(p.delivery())).toList();
    boolean exists = !valid.isEmpty() || !unusable.isEmpty();
    List<ResolvedPlacement.Hours> hours = hours(seen.hours(), exists);
    if (valid.isEmpty()) {
      return new Resolution(null, hours, List.of(), rows, issues);
    }
    new StateChanges(changes, issues::add).compare(valid);
    ResolvedPlacement placement = placement(valid, unusable, hours);
    return new Resolution(placement, hours, history(valid), rows, issues);
  }

  /** One row a delivery: the first; the last delivery's is accepted, the others superseded. */
  private List<SeenPlacement> firstOfEachDelivery(List<SeenPlacement> seen) {
    List<SeenPlacement> sorted =
        seen.stream()
            .filter(s -> knowledge.accepted(s.place().delivery()))
            .sorted(Comparator.comparing(SeenPlacement::place))
            .toList();
    List<SeenPlacement> first = new ArrayList<>();
    for (SeenPlacement row : sorted) {
      if (!first.isEmpty()
          && first.get(first.size() - 1).place().delivery() == row.place().delivery()) {
        duplicate(row.place(), PLACEMENT, first.get(first.size() - 1).place());
      } else {
        first.add(row);
      }
    }
    for (int i = 0; i < first.size(); i++) {
      State state = i == first.size() - 1 ? State.ACCEPTED : State.SUPERSEDED;
      rows.add(new RowState(first.get(i).place().file(), PLACEMENT, state));
    }
    return first;
  }

  private void duplicate(Place place, String entity, Place kept) {
    rows.add(new RowState(place.file(), entity, State.DUPLICATE));
    String key = entity.equals(PLACEMENT) ? "placement_id" : "period_start";
    issues.add(
        new PlacedIssue(
            place,
            entity,
            new Issue(
                IssueCode.DUPLICATE_KEY,
                key,
                null,
                kept.file() == place.file()
                    ? "één keer in een tabel; de rij op regel " + kept.line() + " telt"
                    : "één keer in een levering; een rij in een eerder bestand telt")));
  }

  private ResolvedPlacement placement(
      List<SeenPlacement> valid, List<Place> unusable, List<ResolvedPlacement.Hours> hours) {
    SeenPlacement newest = valid.get(valid.size() - 1);
    Item.Placement state = newest.state();
    int lastDelivery = newest.place().delivery();
    int shown = peildatum(newest);
    for (SeenPlacement row : valid) {
      shown = Math.max(shown, peildatum(row));
    }
    int lastSeen = shown;
    for (Place place : unusable) {
      lastSeen = Math.max(lastSeen, knowledge.peildatum(place.delivery()));
      lastDelivery = Math.max(lastDelivery, place.delivery());
    }
    Knowledge.Shown after = knowledge.after(lastDelivery);
    shown = Math.max(shown, after.last());
    lastSeen = Math.max(lastSeen, after.last());

    boolean ends = state.endDate() != Days.NONE;
    boolean finished = ends && state.endDate() <= shown;
    boolean vanished = !ends && after.missing();
    if (vanished) {
      issues.add(
          new PlacedIssue(
              newest.place(),
              PLACEMENT,
              new Issue(
                  IssueCode.VANISHED,
                  "end_date",
                  null,
                  "een einddatum, of de plaatsing in de nieuwste levering")));
    }
    return new ResolvedPlacement(
        proeftuin,
        state,
        newest.place(),
        valid.stream().mapToInt(this::peildatum).min().orElseThrow(),
        lastSeen,
        ends ? state.endDate() : vanished ? lastSeen : asOf,
        finished ? Math.max(knowledge.newest(), lastSeen) : lastSeen,
        finished,
        vanished,
        hours,
        observations(valid, after));
  }

  private int peildatum(SeenPlacement row) {
    int own = row.state().referenceDate();
    return own == Days.NONE ? knowledge.peildatum(row.place().delivery()) : own;
  }

  private List<ResolvedPlacement.Observation> observations(
      List<SeenPlacement> valid, Knowledge.Shown after) {
    List<ResolvedPlacement.Observation> all = new ArrayList<>();
    for (SeenPlacement row : valid) {
      all.add(observation(peildatum(row), row.state()));
    }
    Item.Placement newest = valid.get(valid.size() - 1).state();
    for (int peildatum : after.confirmations()) {
      all.add(observation(peildatum, newest));
    }
    return all;
  }

  private static ResolvedPlacement.Observation observation(int peildatum, Item.Placement state) {
    return new ResolvedPlacement.Observation(
        peildatum, state.hoursPerWeek(), "permanent".equals(state.contractForm()));
  }

  private List<PastState> history(List<SeenPlacement> valid) {
    List<PastState> history = new ArrayList<>();
    Item.Placement before = null;
    for (SeenPlacement row : valid) {
      Item.Placement state = comparable(row.state());
      if (!state.equals(before)) {
        history.add(new PastState(peildatum(row), row.place().delivery(), row.state()));
        before = state;
      }
    }
    return history;
  }

  /** The state without what differs between deliveries though nothing changed. */
  private static Item.Placement comparable(Item.Placement p) {
    return new Item.Placement(
        p.placementId(),
        p.personId(),
        p.contractId(),
        p.organisation(),
        p.supplier(),
        p.supplierKvk(),
        p.employer(),
        p.employerKvk(),
        p.attribution(),
        p.route(),
        p.contractForm(),
        p.targetGroup(),
        p.registerGround(),
        p.registerFrom(),
        p.registerTo(),
        p.startDate(),
        p.endDate(),
        p.endReason(),
        p.hoursPerWeek(),
        p.valueEur(),
        p.valuationScheme(),
        Days.NONE,
        null);
  }

  /** The newest row of each pay period; hours once paid were paid, also when shown no more. */
  private List<ResolvedPlacement.Hours> hours(List<SeenHours> seen, boolean exists) {
    List<SeenHours> sorted = new ArrayList<>(seen);
    sorted.removeIf(row -> !knowledge.accepted(row.place().delivery()));
    sorted.sort(PlacementResolver::byPeriodAndPlace);
    if (!exists) {
      sorted.forEach(this::orphan);
      return List.of();
    }
    List<ResolvedPlacement.Hours> accepted = new ArrayList<>();
    for (int i = 0; i < sorted.size(); ) {
      int next = i;
      SeenHours kept = null;
      while (next < sorted.size() && samePeriod(sorted.get(i), sorted.get(next))) {
        SeenHours row = sorted.get(next++);
        if (kept != null && kept.place().delivery() == row.place().delivery()) {
          duplicate(row.place(), PAID_HOURS, kept.place());
        } else {
          if (kept != null) {
            rows.add(new RowState(kept.place().file(), PAID_HOURS, State.SUPERSEDED));
          }
          kept = row;
        }
      }
      accept(kept, accepted);
      i = next;
    }
    return accepted;
  }

  /** Written out, since nothing else is done as often. */
  private static int byPeriodAndPlace(SeenHours a, SeenHours b) {
    if (a.periodStart() != b.periodStart()) {
      return Integer.compare(a.periodStart(), b.periodStart());
    }
    return a.periodEnd() != b.periodEnd()
        ? Integer.compare(a.periodEnd(), b.periodEnd())
        : a.place().compareTo(b.place());
  }

  private static boolean samePeriod(SeenHours a, SeenHours b) {
    return a.periodStart() == b.periodStart() && a.periodEnd() == b.periodEnd();
  }

  private void accept(SeenHours row, List<ResolvedPlacement.Hours> accepted) {
    rows.add(new RowState(row.place().file(), PAID_HOURS, State.ACCEPTED));
    if (!accepted.isEmpty() && row.periodStart() <= paidUntil) {
      issues.add(
          new PlacedIssue(
              row.place(),
              PAID_HOURS,
              new Issue(
                  IssueCode.OVERLAPPING_PAY_PERIODS,
                  "period_start",
                  Days.date(row.periodStart()).toString(),
                  "een dag na " + Days.date(paidUntil))));
    }
    paidUntil = Math.max(paidUntil, row.periodEnd());
    accepted.add(
        new ResolvedPlacement.Hours(row.periodStart(), row.periodEnd(), row.hours(), row.place()));
  }

  private void orphan(SeenHours row) {
    rows.add(new RowState(row.place().file(), PAID_HOURS, State.QUARANTINED));
    issues.add(
        new PlacedIssue(
            row.place(),
            PAID_HOURS,
            new Issue(
                IssueCode.ORPHAN_PAID_HOURS,
                "placement_id",
                null,
                "het nummer van een plaatsing in een levering van " + proeftuin)));
  }
}
