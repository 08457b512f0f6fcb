package nl.oogst.run;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.oogst.resolve.ChangeRules;
import nl.oogst.resolve.Knowledge;
import nl.oogst.resolve.PlacementResolver;
import nl.oogst.resolve.Resolution;
import nl.oogst.resolve.ResolvedPlacement;
import nl.oogst.resolve.Sightings;
import nl.oogst.resolve.SmallItems;

/** Resolves what was read under one key, and counts it: the same for a run and for a check. */
final class GroupResolver implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final Knowledge NOTHING = new Knowledge(List.of());

  private final Map<String, Knowledge> knowledge;
  private final Set<Integer> refused;
  private final ChangeRules changes;
  private final int asOf;
  private final boolean several;

  /**
   * A resolver.
   *
   * @param knowledge what the accepted deliveries of each proeftuin say
   * @param refused the deliveries whose small items do not count
   * @param asOf the day up to which an open placement counts as active
   * @param several whether there is anyone to share a job with
   */
  GroupResolver(
      Map<String, Knowledge> knowledge,
      Set<Integer> refused,
      ChangeRules changes,
      int asOf,
      boolean several) {
    this.knowledge = knowledge;
    this.refused = refused;
    this.changes = changes;
    this.asOf = asOf;
    this.several = several;
  }

  /** Whether there is anyone to share a job with. */
  boolean several() {
    return several;
  }

  /** Resolves everything that was seen of one placement. */
  Resolution placement(String proeftuin, List<byte[]> seen, Resolved totals) {
    Sightings sightings = new Sightings();
    seen.forEach(sightings::add);
    Resolution resolution =
        PlacementResolver.resolve(
            proeftuin, sightings, knowledge.getOrDefault(proeftuin, NOTHING), changes, asOf);
    count(resolution.settled(), totals);
    count(resolution.open(), totals);
    ResolvedPlacement placement = resolution.placement();
    if (placement != null) {
      totals.placement(
          placement.state().startDate(),
          several && placement.isJob() && placement.state().contractId() != null,
          placement.isJob() && placement.state().link() != null);
    }
    return resolution;
  }

  /** Resolves the rows of one small item; null when all of them were refused. */
  SmallItems.Outcome smallItem(List<byte[]> rows, Resolved totals) {
    List<SmallItems.Seen> seen = new ArrayList<>();
    for (byte[] row : rows) {
      SmallItems.Seen item = SmallItems.read(row);
      if (!refused.contains(item.place().delivery())) {
        seen.add(item);
      }
    }
    if (seen.isEmpty()) {
      return null;
    }
    SmallItems.Outcome outcome = SmallItems.resolve(seen);
    count(outcome.settled(), totals);
    count(outcome.open(), totals);
    return outcome;
  }

  /** Adds what was told of rows to what a proeftuin comes to. */
  static void count(Resolution.Told told, Resolved totals) {
    for (Resolution.RowState state : told.rows()) {
      totals.row(state.file(), state.entity(), state.state());
    }
    totals.issues(told.issues());
  }
}
