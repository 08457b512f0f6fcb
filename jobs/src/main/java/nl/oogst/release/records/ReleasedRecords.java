package nl.oogst.release.records;

import java.io.Closeable;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import nl.oogst.model.Days;
import nl.oogst.model.Fixed;
import nl.oogst.model.Item;
import nl.oogst.release.OutputFailure;
import nl.oogst.release.ParquetSetReader;
import nl.oogst.release.records.ReleasedRecord.PaidHours;
import nl.oogst.release.records.ReleasedRecord.Row;

/** Reads the placements of a release with their paid hours, in order, one at a time. */
public final class ReleasedRecords implements Closeable {
  private final ParquetSetReader placements;
  private final ParquetSetReader hours;
  private final Predicate<String> persons;
  private Object[] nextHours;
  private boolean begun;

  private ReleasedRecords(
      ParquetSetReader placements, ParquetSetReader hours, Predicate<String> persons) {
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
    return open(release, person -> true);
  }

  /**
   * Opens the records of some persons.
   *
   * @param persons says of which
   */
  public static ReleasedRecords open(Path release, Predicate<String> persons) throws OutputFailure {
    var folder = release.resolve("restricted");
    var placements = ParquetSetReader.open(folder, "placements", null);
    try {
      return new ReleasedRecords(
          placements, ParquetSetReader.open(folder, "paid_hours", null), persons);
    } catch (OutputFailure e) {
      placements.close();
      throw e;
    }
  }

  /** The next placement; null at the end. */
  public ReleasedRecord next() throws OutputFailure {
    var row = placements.next();
    int person = placements.indexOf("person");
    while (row != null && !persons.test((String) row[person])) {
      row = placements.next();
    }
    if (row == null) {
      return null;
    }
    var cells = new Cells(placements, row);
    var proeftuin = cells.text("proeftuin");
    var state = state(cells);
    return new ReleasedRecord(
        proeftuin,
        state,
        cells.text("person"),
        cells.text("job_id"),
        Math.toIntExact(cells.whole("job_records")),
        cells.day("first_peildatum"),
        cells.day("last_peildatum"),
        cells.day("known_until"),
        cells.flag("vanished"),
        cells.place(),
        hoursOf(ReleasedRecord.key(proeftuin, state.placementId())),
        List.of());
  }

  /** Paid hours of placements that are in no release are passed over. */
  private List<PaidHours> hoursOf(String key) throws OutputFailure {
    var all = new ArrayList<PaidHours>();
    hours.passTo(key.substring(0, key.indexOf('\u0001')));
    if (!begun) {
      begun = true;
      nextHours = hours.next();
    }
    while (nextHours != null) {
      var cells = new Cells(hours, nextHours);
      int order =
          ReleasedRecord.key(cells.text("proeftuin"), cells.text("placement_id")).compareTo(key);
      if (order > 0) {
        break;
      }
      if (order == 0) {
        all.add(
            new PaidHours(
                cells.day("period_start"),
                cells.day("period_end"),
                cells.number("hours"),
                cells.place()));
      }
      nextHours = hours.next();
    }
    return all;
  }

  private static Item.Placement state(Cells c) {
    return new Item.Placement(
        c.text("placement_id"),
        c.text("person_id"),
        c.text("contract_id"),
        c.text("organisation"),
        c.text("supplier"),
        c.text("supplier_kvk"),
        c.text("employer"),
        c.text("employer_kvk"),
        c.text("attribution"),
        c.text("route"),
        c.text("contract_form"),
        c.text("target_group"),
        c.text("register_ground"),
        c.day("register_from"),
        c.day("register_to"),
        c.day("start_date"),
        c.day("end_date"),
        c.text("end_reason"),
        c.number("hours_per_week"),
        c.number("value_eur"),
        c.text("valuation_scheme"),
        c.day("reference_date"),
        null);
  }

  /** The cells of a row by the names of their columns; a column that is not there is empty. */
  private static final class Cells {
    private final ParquetSetReader reader;
    private final Object[] row;

    Cells(ParquetSetReader reader, Object[] row) {
      this.reader = reader;
      this.row = row;
    }

    private Object cell(String column) {
      int at = reader.indexOf(column);
      return at < 0 ? null : row[at];
    }

    String text(String column) {
      return (String) cell(column);
    }

    int day(String column) {
      return cell(column) == null ? Days.NONE : (Integer) cell(column);
    }

    long number(String column) {
      return cell(column) == null
          ? Fixed.NONE
          : Fixed.of(BigDecimal.valueOf((Double) cell(column)));
    }

    long whole(String column) {
      return (Long) cell(column);
    }

    boolean flag(String column) {
      return Boolean.TRUE.equals(cell(column));
    }

    Row place() {
      return new Row(text("delivery"), text("file"), whole("line"));
    }
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
