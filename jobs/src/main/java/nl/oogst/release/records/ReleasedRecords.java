package nl.oogst.release.records;

import java.io.Closeable;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import nl.oogst.model.Days;
import nl.oogst.model.Fixed;
import nl.oogst.model.Item;
import nl.oogst.release.OutputFailure;
import nl.oogst.release.ParquetColumns;
import nl.oogst.release.records.ReleasedRecord.Row;

/** Reads the placements of a release with their paid hours, in order, one at a time. */
public final class ReleasedRecords implements Closeable {
  /** What is read of a placement, as its row has it. */
  public static final List<String> COLUMNS =
      List.of(
          "proeftuin",
          "placement_id",
          "person_id",
          "person",
          "job_id",
          "job_records",
          "contract_id",
          "organisation",
          "supplier",
          "supplier_kvk",
          "employer",
          "employer_kvk",
          "attribution",
          "route",
          "contract_form",
          "target_group",
          "register_ground",
          "register_from",
          "register_to",
          "start_date",
          "end_date",
          "end_reason",
          "hours_per_week",
          "value_eur",
          "valuation_scheme",
          "reference_date",
          "first_peildatum",
          "last_peildatum",
          "known_until",
          "vanished",
          "delivery",
          "file",
          "line");

  private final ParquetColumns placements;
  private final PayPeriods hours;
  private final Predicate<String> persons;

  private ReleasedRecords(ParquetColumns placements, PayPeriods hours, Predicate<String> persons) {
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
    return open(release, person -> true, true);
  }

  /**
   * Opens the records of some persons, of whom it is not asked in which rows their hours stand.
   *
   * @param persons says of which
   */
  public static ReleasedRecords open(Path release, Predicate<String> persons) throws OutputFailure {
    return open(release, persons, false);
  }

  private static ReleasedRecords open(
      Path release, Predicate<String> persons, boolean placesOfHours) throws OutputFailure {
    var placements = ParquetColumns.open(release.resolve("restricted"), "placements", COLUMNS);
    try {
      return new ReleasedRecords(placements, PayPeriods.open(release, placesOfHours), persons);
    } catch (OutputFailure e) {
      placements.close();
      throw e;
    }
  }

  /** The next placement; null at the end. */
  public ReleasedRecord next() throws OutputFailure {
    int person = placements.indexOf("person");
    do {
      if (!placements.next()) {
        return null;
      }
    } while (!persons.test(placements.text(person)));
    var proeftuin = text("proeftuin");
    var state = state();
    hours.of(proeftuin, ReleasedRecord.key(proeftuin, state.placementId()));
    return new ReleasedRecord(
        proeftuin,
        state,
        text("person"),
        text("job_id"),
        Math.toIntExact(whole("job_records")),
        day("first_peildatum"),
        day("last_peildatum"),
        day("known_until"),
        flag("vanished"),
        new Row(text("delivery"), text("file"), whole("line")),
        hours.toList(),
        List.of());
  }

  private Item.Placement state() throws OutputFailure {
    return new Item.Placement(
        text("placement_id"),
        text("person_id"),
        text("contract_id"),
        text("organisation"),
        text("supplier"),
        text("supplier_kvk"),
        text("employer"),
        text("employer_kvk"),
        text("attribution"),
        text("route"),
        text("contract_form"),
        text("target_group"),
        text("register_ground"),
        day("register_from"),
        day("register_to"),
        day("start_date"),
        day("end_date"),
        text("end_reason"),
        number("hours_per_week"),
        number("value_eur"),
        text("valuation_scheme"),
        day("reference_date"),
        null);
  }

  /** A cell of the row at hand; a column that is not there is empty. */
  private String text(String column) throws OutputFailure {
    int at = placements.indexOf(column);
    return placements.isFilled(at) ? placements.text(at) : null;
  }

  private int day(String column) throws OutputFailure {
    int at = placements.indexOf(column);
    return placements.isFilled(at) ? placements.day(at) : Days.NONE;
  }

  private long number(String column) throws OutputFailure {
    int at = placements.indexOf(column);
    return placements.isFilled(at)
        ? Fixed.of(BigDecimal.valueOf(placements.number(at)))
        : Fixed.NONE;
  }

  private long whole(String column) throws OutputFailure {
    return placements.whole(placements.indexOf(column));
  }

  private boolean flag(String column) throws OutputFailure {
    int at = placements.indexOf(column);
    return placements.isFilled(at) && placements.flag(at);
  }

  @Override
  public void close() throws OutputFailure {
    try {
      placements.close();
    } finally {
      hours.close();
    }
  }
}
