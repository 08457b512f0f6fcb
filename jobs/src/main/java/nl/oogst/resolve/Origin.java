package nl.oogst.resolve;

import java.io.Serializable;
import nl.oogst.resolve.Sightings.Place;

/**
 * Where the numbers of the deliveries and files of one proeftuin begin in a run. What is resolved
 * of a proeftuin counts from there, so that it stays the same when another one delivers.
 */
public record Origin(int delivery, int file) implements Serializable {
  /** Counts from the beginning of the run. */
  public static final Origin RUN = new Origin(0, 0);

  /** A place of the run, counted within the proeftuin. */
  public Place own(Place place) {
    return new Place(place.delivery() - delivery, place.file() - file, place.line());
  }

  /** A place of the proeftuin, counted within the run. */
  public Place ofRun(Place place) {
    return new Place(place.delivery() + delivery, place.file() + file, place.line());
  }
}
