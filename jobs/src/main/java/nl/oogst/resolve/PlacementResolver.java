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
import nl.oogst.resolve.Resolution.Told;
import nl.oogst.resolve.ResolvedPlacement.Hours;
import nl.oogst.resolve.Sightings.Place;
import nl.oogst.resolve.Sightings.SeenPlacement;

/**
 * Decides what is known of a placement from everything that all deliveries showed of it. Rows of
 * earlier deliveries may have been laid together before: what came of them is enough to go on from,
 * and gives what all rows at once would give.
 */
public final class PlacementResolver {
  private static final String PLACEMENT = "placement";
  private static final String PAID_HOURS = "paid_hours";
  private static final Comparator<SeenPlacement> BY_PLACE =
      Comparator.comparing(SeenPlacement::place);

  private final String proeftuin;
  private final Knowledge knowledge;
  private final int asOf;
  private final ChangeRules changes;

  /** What earlier deliveries came to, or null. */
  private final Past past;

  private final Findings settled = new Findings();
  private final Findings open = new Findings();
  private int paidUntil = Days.NONE;

  /** What is found on the way. */
  private static final class Findings {
    private final List<RowState> rows = new ArrayList<>();
    private final List<PlacedIssue> issues = new ArrayList<>();

    void row(Place place, String entity, State state) {
      rows.add(new RowState(place.file(), entity, state));
    }

    void issue(Place place, String entity, Issue issue) {
      issues.add(new PlacedIssue(place, entity, issue));
    }

    Told told() {
      return new Told(rows, issues);
    }
  }

  private PlacementResolver(
      String proeftuin, Past past, Knowledge knowledge, ChangeRules changes, int asOf) {
    this.proeftuin = proeftuin;
    this.past = past;
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
    return new PlacementResolver(proeftuin, seen.past(), knowledge, changes, asOf).resolve(seen);
  }

  private Resolution resolve(Sightings seen) {
    List<SeenPlacement> valid = firstOfEachDelivery(seen.placements());
    List<Place> unusable = unusable(seen.unusable());
    List<Hours> sorted = sorted(seen.hours());
    boolean shown = past != null || !valid.isEmpty();
    List<Hours> hours = shown || !unusable.isEmpty() ? newest(sorted) : orphans(sorted);
    if (!shown) {
      // nothing is settled as long as a row of the placement may still come
      Told told = new Told(join(settled.rows, open.rows), join(settled.issues, open.issues));
      Waiting waiting = new Waiting(unusable, sorted);
      return new Resolution(null, hours, List.of(), Told.NOTHING, told, null, waiting);
    }
    compare(valid);
    Past now = past(valid, unusable, hours);
    return new Resolution(
        placement(now), hours, now.history(), settled.told(), open.told(), now, null);
  }

  private List<Place> unusable(List<Place> seen) {
    if (seen.isEmpty()) {
      return List.of();
    }
    return seen.stream().filter(p -> knowledge.accepted(p.delivery())).sorted().toList();
  }

  private static <T> List<T> join(List<T> some, List<T> others) {
    List<T> all = new ArrayList<>(some);
    all.addAll(others);
    return all;
  }

  /** One row a delivery: the first; the last delivery's is accepted, the others superseded. */
  private List<SeenPlacement> firstOfEachDelivery(List<SeenPlacement> seen) {
    List<SeenPlacement> sorted = new ArrayList<>(seen.size());
    for (SeenPlacement row : seen) {
      if (knowledge.accepted(row.place().delivery())) {
        sorted.add(row);
      }
    }
    sorted.sort(BY_PLACE);
    List<SeenPlacement> first = new ArrayList<>(sorted.size());
    for (SeenPlacement row : sorted) {
      if (!first.isEmpty()
          && first.get(first.size() - 1).place().delivery() == row.place().delivery()) {
        duplicate(row.place(), PLACEMENT, first.get(first.size() - 1).place());
      } else {
        first.add(row);
      }
    }
    Place newest = past == null ? null : past.newest().place();
    for (SeenPlacement row : first) {
      if (newest != null) {
        settled.row(newest, PLACEMENT, State.SUPERSEDED);
      }
      newest = row.place();
    }
    if (newest != null) {
      open.row(newest, PLACEMENT, State.ACCEPTED);
    }
    return first;
  }

  private void duplicate(Place place, String entity, Place kept) {
    settled.row(place, entity, State.DUPLICATE);
    String key = entity.equals(PLACEMENT) ? "placement_id" : "period_start";
    settled.issue(
        place,
        entity,
        new Issue(
            IssueCode.DUPLICATE_KEY,
            key,
            null,
            kept.file() == place.file()
                ? "één keer in een tabel; de rij op regel " + kept.line() + " telt"
                : "één keer in een levering; een rij in een eerder bestand telt"));
  }

  private void compare(List<SeenPlacement> valid) {
    List<SeenPlacement> rows = new ArrayList<>();
    if (past != null) {
      rows.add(past.newest());
    }
    rows.addAll(valid);
    new StateChanges(changes, settled.issues::add).compare(rows);
  }

  /** What all deliveries up to now came to. */
  private Past past(List<SeenPlacement> valid, List<Place> unusable, List<Hours> hours) {
    SeenPlacement newest = past == null ? valid.get(0) : past.newest();
    int first = past == null ? peildatum(newest) : past.firstPeildatum();
    int shown = past == null ? peildatum(newest) : past.shown();
    List<ResolvedPlacement.Observation> observations =
        new ArrayList<>(past == null ? List.of() : past.observations());
    for (SeenPlacement row : valid) {
      newest = row;
      first = Math.min(first, peildatum(row));
      shown = Math.max(shown, peildatum(row));
      observations.add(observation(peildatum(row), row.state()));
    }
    int last = past == null ? Past.NONE : past.unusable();
    int lastPeildatum = past == null ? Days.NONE : past.unusablePeildatum();
    for (Place place : unusable) {
      last = Math.max(last, place.delivery());
      lastPeildatum = Math.max(lastPeildatum, knowledge.peildatum(place.delivery()));
    }
    return new Past(newest, first, shown, last, lastPeildatum, history(valid), observations, hours);
  }

  private ResolvedPlacement placement(Past now) {
    SeenPlacement newest = now.newest();
    Item.Placement state = newest.state();
    Knowledge.Shown after = knowledge.after(Math.max(newest.place().delivery(), now.unusable()));
    int shown = Math.max(now.shown(), after.last());
    int lastSeen = Math.max(shown, now.unusablePeildatum());

    boolean ends = state.endDate() != Days.NONE;
    boolean finished = ends && state.endDate() <= shown;
    boolean vanished = !ends && after.missing();
    if (vanished) {
      open.issue(
          newest.place(),
          PLACEMENT,
          new Issue(
              IssueCode.VANISHED,
              "end_date",
              null,
              "een einddatum, of de plaatsing in de nieuwste levering"));
    }
    return new ResolvedPlacement(
        proeftuin,
        state,
        newest.place(),
        now.firstPeildatum(),
        lastSeen,
        ends ? state.endDate() : vanished ? lastSeen : asOf,
        finished ? Math.max(knowledge.newest(), lastSeen) : lastSeen,
        finished,
        vanished,
        now.hours(),
        observations(now, after));
  }

  private int peildatum(SeenPlacement row) {
    int own = row.state().referenceDate();
    return own == Days.NONE ? knowledge.peildatum(row.place().delivery()) : own;
  }

  private static List<ResolvedPlacement.Observation> observations(Past now, Knowledge.Shown after) {
    List<ResolvedPlacement.Observation> all = new ArrayList<>(now.observations());
    for (int peildatum : after.confirmations()) {
      all.add(observation(peildatum, now.newest().state()));
    }
    return all;
  }

  private static ResolvedPlacement.Observation observation(int peildatum, Item.Placement state) {
    return new ResolvedPlacement.Observation(
        peildatum, state.hoursPerWeek(), "permanent".equals(state.contractForm()));
  }

  private List<PastState> history(List<SeenPlacement> valid) {
    List<PastState> history = new ArrayList<>(past == null ? List.of() : past.history());
    Item.Placement before = history.isEmpty() ? null : history.get(history.size() - 1).state();
    for (SeenPlacement row : valid) {
      if (before == null || !StateChanges.same(row.state(), before)) {
        history.add(new PastState(peildatum(row), row.place().delivery(), row.state()));
        before = row.state();
      }
    }
    return history;
  }

  private List<Hours> sorted(List<Hours> seen) {
    List<Hours> sorted = new ArrayList<>(seen.size() + (past == null ? 0 : past.hours().size()));
    if (past != null) {
      sorted.addAll(past.hours());
    }
    for (Hours row : seen) {
      if (knowledge.accepted(row.place().delivery())) {
        sorted.add(row);
      }
    }
    sorted.sort(PlacementResolver::byPeriodAndPlace);
    return sorted;
  }

  private List<Hours> orphans(List<Hours> sorted) {
    sorted.forEach(this::orphan);
    return List.of();
  }

  /** The newest row of each pay period; hours once paid were paid, also when shown no more. */
  private List<Hours> newest(List<Hours> sorted) {
    List<Hours> accepted = new ArrayList<>();
    for (int i = 0; i < sorted.size(); ) {
      int next = i;
      Hours kept = null;
      while (next < sorted.size() && samePeriod(sorted.get(i), sorted.get(next))) {
        Hours row = sorted.get(next++);
        if (kept != null && kept.place().delivery() == row.place().delivery()) {
          duplicate(row.place(), PAID_HOURS, kept.place());
        } else {
          if (kept != null) {
            settled.row(kept.place(), PAID_HOURS, State.SUPERSEDED);
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
  private static int byPeriodAndPlace(Hours a, Hours b) {
    if (a.periodStart() != b.periodStart()) {
      return Integer.compare(a.periodStart(), b.periodStart());
    }
    return a.periodEnd() != b.periodEnd()
        ? Integer.compare(a.periodEnd(), b.periodEnd())
        : a.place().compareTo(b.place());
  }

  private static boolean samePeriod(Hours a, Hours b) {
    return a.periodStart() == b.periodStart() && a.periodEnd() == b.periodEnd();
  }

  private void accept(Hours row, List<Hours> accepted) {
    open.row(row.place(), PAID_HOURS, State.ACCEPTED);
    if (!accepted.isEmpty() && row.periodStart() <= paidUntil) {
      open.issue(
          row.place(),
          PAID_HOURS,
          new Issue(
              IssueCode.OVERLAPPING_PAY_PERIODS,
              "period_start",
              Days.date(row.periodStart()).toString(),
              "een dag na " + Days.date(paidUntil)));
    }
    paidUntil = Math.max(paidUntil, row.periodEnd());
    accepted.add(row);
  }

  private void orphan(Hours row) {
    open.row(row.place(), PAID_HOURS, State.QUARANTINED);
    open.issue(
        row.place(),
        PAID_HOURS,
        new Issue(
            IssueCode.ORPHAN_PAID_HOURS,
            "placement_id",
            null,
            "het nummer van een plaatsing in een levering van " + proeftuin));
  }
}
