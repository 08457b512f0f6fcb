package nl.oogst.release.records;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.oogst.model.Days;
import nl.oogst.model.Fixed;
import nl.oogst.model.Item;
import nl.oogst.release.OutputFailure;
import nl.oogst.release.ParquetColumns;
import nl.oogst.release.records.ReleasedRecord.PaidHours;
import nl.oogst.release.records.ReleasedRecord.Row;

/**
 * The placements of a release row by row, in order. What a row says is asked of its columns; only
 * who asks for its record has one made.
 */
public final class PlacementRows implements Closeable {
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
          "vanished");

  private static final List<String> PLACE = List.of("delivery", "file", "line");

  private final ParquetColumns columns;
  private final KeyRange range;
  private final int proeftuin;
  private final int placement;
  private final boolean withPlaces;
  private boolean begun;

  private PlacementRows(ParquetColumns columns, KeyRange range, boolean withPlaces) {
    this.columns = columns;
    this.range = range;
    this.proeftuin = columns.indexOf("proeftuin");
    this.placement = columns.indexOf("placement_id");
    this.withPlaces = withPlaces;
    this.begun = range.from().isEmpty();
  }

  /**
   * Opens those of a release that lie in a stretch, before the first.
   *
   * @param release its folder
   * @param withPlaces whether records tell the rows of deliveries that they stand in
   * @throws OutputFailure when they are not there, or not for this user
   */
  public static PlacementRows open(Path release, KeyRange range, boolean withPlaces)
      throws OutputFailure {
    return open(release, range, withPlaces, Set.of());
  }

  /**
   * The same without those of some row groups.
   *
   * @param without their numbers
   */
  public static PlacementRows open(
      Path release, KeyRange range, boolean withPlaces, Set<Integer> without) throws OutputFailure {
    List<String> wanted = new ArrayList<>(COLUMNS);
    if (withPlaces) {
      wanted.addAll(PLACE);
    }
    var columns = ParquetColumns.open(release.resolve("restricted"), "placements", wanted, without);
    columns.passTo(range.firstProeftuin(), null);
    return new PlacementRows(columns, range, withPlaces);
  }

  /** Goes to the next row; false at the end of the stretch. */
  public boolean next() throws OutputFailure {
    boolean isRow = columns.next();
    while (isRow && !begun) {
      begun = !range.isAfter(proeftuin(), placement());
      isRow = begun || columns.next();
    }
    return isRow && (range.to() == null || !range.isBefore(proeftuin(), placement()));
  }

  /** Its cells, of the columns that are read. */
  public ParquetColumns columns() {
    return columns;
  }

  public String proeftuin() throws OutputFailure {
    return columns.text(proeftuin);
  }

  public String placement() throws OutputFailure {
    return columns.text(placement);
  }

  /** The key of its record. */
  public String key() throws OutputFailure {
    return ReleasedRecord.key(proeftuin(), placement());
  }

  /** Whether the row of another release is about the same placement. */
  public boolean isAt(PlacementRows other) throws OutputFailure {
    return columns.isValue(placement, other.columns, other.placement)
        && columns.isValue(proeftuin, other.columns, other.proeftuin);
  }

  /** The record of the row, which is the only one with these hours. */
  public ReleasedRecord record(List<PaidHours> hours) throws OutputFailure {
    return new ReleasedRecord(
        proeftuin(),
        state(),
        text("person"),
        text("job_id"),
        Math.toIntExact(whole("job_records")),
        day("first_peildatum"),
        day("last_peildatum"),
        day("known_until"),
        flag("vanished"),
        withPlaces ? new Row(text("delivery"), text("file"), whole("line")) : null,
        hours,
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
    int at = columns.indexOf(column);
    return columns.isFilled(at) ? columns.text(at) : null;
  }

  private int day(String column) throws OutputFailure {
    int at = columns.indexOf(column);
    return columns.isFilled(at) ? columns.day(at) : Days.NONE;
  }

  private long number(String column) throws OutputFailure {
    int at = columns.indexOf(column);
    return columns.isFilled(at) ? Fixed.of(columns.number(at)) : Fixed.NONE;
  }

  private long whole(String column) throws OutputFailure {
    return columns.whole(columns.indexOf(column));
  }

  private boolean flag(String column) throws OutputFailure {
    int at = columns.indexOf(column);
    return columns.isFilled(at) && columns.flag(at);
  }

  @Override
  public void close() throws OutputFailure {
    columns.close();
  }
}
