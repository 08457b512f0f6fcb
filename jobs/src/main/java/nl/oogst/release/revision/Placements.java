package nl.oogst.release.revision;

import java.io.Closeable;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import nl.oogst.release.OutputFailure;
import nl.oogst.release.ParquetColumns;
import nl.oogst.release.records.KeyRange;
import nl.oogst.release.records.PlacementRows;
import nl.oogst.release.records.ReleasedRecord;
import nl.oogst.release.records.ReleasedRecord.PaidHours;

/** The placements of a release row by row, to be laid beside those of another. */
final class Placements implements Closeable {
  /** What makes another record of it when it is told otherwise. */
  static final List<String> TOLD =
      List.of(
          "person_id",
          "person",
          "job_id",
          "job_records",
          "organisation",
          "attribution",
          "contract_form",
          "target_group",
          "start_date",
          "hours_per_week",
          "first_peildatum");

  /** The same, but for a value where there was none: that was not told before. */
  static final List<String> FILLED_LATER =
      List.of(
          "contract_id",
          "supplier",
          "supplier_kvk",
          "employer",
          "employer_kvk",
          "route",
          "register_ground",
          "register_from",
          "register_to",
          "end_date",
          "end_reason",
          "value_eur",
          "valuation_scheme");

  private final PlacementRows rows;
  private final ParquetColumns columns;
  private final int number;
  private final int person;
  private final int records;
  private final int[] told;
  private final int[] filledLater;

  private Placements(PlacementRows rows, Predicate<String> compared) {
    this.rows = rows;
    this.columns = rows.columns();
    this.number = columns.indexOf("person_id");
    this.person = columns.indexOf("person");
    this.records = columns.indexOf("job_records");
    this.told = TOLD.stream().filter(compared).mapToInt(columns::indexOf).toArray();
    this.filledLater = FILLED_LATER.stream().filter(compared).mapToInt(columns::indexOf).toArray();
  }

  /**
   * Opens those of a stretch.
   *
   * @param without the numbers of row groups that are left out
   */
  static Placements open(ComparedRelease release, KeyRange range, Set<Integer> without)
      throws OutputFailure {
    return new Placements(
        PlacementRows.open(release.folder(), range, false, without), column -> true);
  }

  /**
   * Opens those of some row groups, of which only some columns are compared.
   *
   * @param compared their names
   */
  static Placements ofGroups(ComparedRelease release, Set<Integer> groups, Set<String> compared)
      throws OutputFailure {
    var others = SameGroups.allBut(release, groups);
    return new Placements(
        PlacementRows.open(release.folder(), KeyRange.ALL, false, others), compared::contains);
  }

  boolean next() throws OutputFailure {
    return rows.next();
  }

  /** Where the record stands beside that of another release: before it, at it or after it. */
  int compareTo(Placements other) throws OutputFailure {
    return rows.isAt(other.rows) ? 0 : rows.key().compareTo(other.rows.key());
  }

  String proeftuin() throws OutputFailure {
    return rows.proeftuin();
  }

  String placement() throws OutputFailure {
    return rows.placement();
  }

  /** The record of the row. */
  ReleasedRecord record(List<PaidHours> hours) throws OutputFailure {
    return rows.record(hours);
  }

  /** The person across proeftuinen. */
  String person() throws OutputFailure {
    return columns.text(person);
  }

  /** The person as the proeftuin numbers them. */
  String own() throws OutputFailure {
    return FormerPersons.own(proeftuin(), columns.text(number));
  }

  /** Whether a job has no other records. */
  boolean alone() throws OutputFailure {
    return columns.whole(records) == 1;
  }

  /**
   * Whether the later record says the same of the placement, but for what was not known before: a
   * value where there was none, and what follows from days that have passed since. Of some row
   * groups only what is compared is looked at.
   */
  boolean isToldAgainBy(Placements later) throws OutputFailure {
    for (int i = 0; i < told.length; i++) {
      boolean isNew = !columns.isFilled(told[i]) && later.columns.isFilled(later.told[i]);
      if (isNew || !isKeptBy(told[i], later, later.told[i])) {
        return false;
      }
    }
    for (int i = 0; i < filledLater.length; i++) {
      if (!isKeptBy(filledLater[i], later, later.filledLater[i])) {
        return false;
      }
    }
    return true;
  }

  private boolean isKeptBy(int column, Placements later, int itsColumn) throws OutputFailure {
    return !columns.isFilled(column)
        || (later.columns.isFilled(itsColumn) && columns.isValue(column, later.columns, itsColumn));
  }

  @Override
  public void close() throws OutputFailure {
    rows.close();
  }
}
