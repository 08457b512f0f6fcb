package nl.oogst.resolve;

import java.util.List;
import nl.oogst.model.Item;
import nl.oogst.resolve.Sightings.Place;

/**
 * Rows of accepted deliveries that wait for a row of the placement itself: what they are is decided
 * anew, all of them, with the next delivery.
 *
 * @param unusable where rows of the placement stand that could not be used
 * @param hours its paid hours
 */
public record Waiting(List<Place> unusable, List<ResolvedPlacement.Hours> hours) {

  /**
   * The same rows as bytes, in the form of {@link Sightings}.
   *
   * @param origin where the numbers of its proeftuin begin, from which they count
   */
  public byte[] toBytes(Origin origin) {
    ByteWriter out = new ByteWriter();
    for (Place place : unusable) {
      file(out, origin.own(place));
      Sightings.writeUnusable(out, place.line());
    }
    for (ResolvedPlacement.Hours row : hours) {
      file(out, origin.own(row.place()));
      Sightings.write(
          out,
          row.place().line(),
          new Item.PaidHours(null, row.periodStart(), row.periodEnd(), row.hours()));
    }
    return out.toBytes();
  }

  private static void file(ByteWriter out, Place own) {
    Sightings.file(out, own.delivery(), own.file());
  }
}
