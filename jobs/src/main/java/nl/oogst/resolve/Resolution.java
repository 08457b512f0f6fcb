package nl.oogst.resolve;

import java.util.List;
import nl.oogst.model.Issue;
import nl.oogst.model.Item;

/**
 * The outcome for one placement.
 *
 * @param placement what is known of it, or null when no row of it could be used
 * @param hours its accepted paid hours, also where no row of the placement itself could be used
 * @param history each state that differs from the one before
 * @param rows the state of every usable row, for the ledger
 * @param issues what was found while comparing rows, with the row concerned
 */
public record Resolution(
    ResolvedPlacement placement,
    List<ResolvedPlacement.Hours> hours,
    List<PastState> history,
    List<RowState> rows,
    List<PlacedIssue> issues) {

  /** A state, the peildatum that first showed it and the delivery it came in. */
  public record PastState(int peildatum, int delivery, Item.Placement state) {}

  /** What became of a row that could be used as far as it alone tells. */
  public record RowState(int file, String entity, State state) {}

  /** The states of the ledger that comparing decides (contract, section 3). */
  public enum State {
    ACCEPTED,
    SUPERSEDED,
    DUPLICATE,
    QUARANTINED
  }

  /** An issue and the row it is about; with the key of the placement where it quarantines. */
  public record PlacedIssue(Sightings.Place place, String entity, Issue issue) {}
}
