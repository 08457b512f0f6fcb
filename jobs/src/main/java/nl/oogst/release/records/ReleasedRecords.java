package nl.oogst.release.records;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import nl.oogst.release.OutputFailure;

/** Reads the placements of a release with their paid hours, in order, one at a time. */
public final class ReleasedRecords implements Closeable {
  private final PlacementRows placements;
  private final PayPeriods hours;
  private final Predicate<String> persons;

  private ReleasedRecords(PlacementRows placements, PayPeriods hours, Predicate<String> persons) {
    this.placements = placements;
    this.hours = hours;
    this.persons = persons;
  }

  /**
   * Opens the records of a release.
   *
   * @param release its folder
   * @throws OutputFailure when they are not there, or not for this user
   */
  public static ReleasedRecords open(Path release) throws OutputFailure {
    return open(release, KeyRange.ALL, true);
  }

  /** Opens a stretch of them, of which it is not asked in which rows they stand. */
  public static ReleasedRecords open(Path release, KeyRange range) throws OutputFailure {
    return open(release, range, false);
  }

  private static ReleasedRecords open(Path release, KeyRange range, boolean withPlaces)
      throws OutputFailure {
    var placements = PlacementRows.open(release, range, withPlaces);
    try {
      var hours = PayPeriods.open(release, withPlaces);
      return new ReleasedRecords(placements, hours, person -> true);
    } catch (OutputFailure e) {
      placements.close();
      throw e;
    }
  }

  /**
   * Opens the records of some persons in a stretch, without their hours.
   *
   * @param persons says of which
   * @param without the numbers of row groups that have none of them
   */
  public static ReleasedRecords withoutHours(
      Path release, KeyRange range, Predicate<String> persons, Set<Integer> without)
      throws OutputFailure {
    return new ReleasedRecords(PlacementRows.open(release, range, false, without), null, persons);
  }

  /** The next placement; null at the end. */
  public ReleasedRecord next() throws OutputFailure {
    var columns = placements.columns();
    int person = columns.indexOf("person");
    do {
      if (!placements.next()) {
        return null;
      }
    } while (!persons.test(columns.text(person)));
    if (hours == null) {
      return placements.record(List.of());
    }
    hours.of(placements.proeftuin(), placements.placement());
    return placements.record(hours.toList());
  }

  @Override
  public void close() throws OutputFailure {
    try {
      placements.close();
    } finally {
      if (hours != null) {
        hours.close();
      }
    }
  }
}
