package nl.oogst.resolve;

import java.util.List;
import java.util.stream.Stream;
import nl.oogst.model.Issue;
import nl.oogst.model.Item;

/**
 * The outcome for one placement.
 *
 * @param placement what is known of it, or null when no row of it could be used
 * @param hours its accepted paid hours, also where no row of the placement itself could be used
 * @param history each state that differs from the one before
 * @param settled what no later delivery changes
 * @param open what holds until a later delivery says otherwise
 * @param past what a later delivery is laid beside; null without placement
 * @param waiting the rows that all count again when a later delivery shows the placement; null with
 *     one
 */
public record Resolution(
    ResolvedPlacement placement,
    List<ResolvedPlacement.Hours> hours,
    List<PastState> history,
    Told settled,
    Told open,
    Past past,
    Waiting waiting) {

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

  /**
   * What comparing rows told.
   *
   * @param rows the state of usable rows, for the ledger
   * @param issues what was found while comparing rows, with the row concerned
   */
  public record Told(List<RowState> rows, List<PlacedIssue> issues) {
    /** Nothing. */
    public static final Told NOTHING = new Told(List.of(), List.of());
  }

  /** The state of every row that was laid beside the others this time. */
  public List<RowState> rows() {
    return Stream.concat(settled.rows().stream(), open.rows().stream()).toList();
  }

  /** All that was found this time. */
  public List<PlacedIssue> issues() {
    return Stream.concat(settled.issues().stream(), open.issues().stream()).toList();
  }

  /** The placement, with what a later delivery is laid beside, as bytes. */
  public byte[] toBytes(Origin origin) {
    return ResolvedCodec.toBytes(placement, past.toBytes(origin), origin);
  }
}
