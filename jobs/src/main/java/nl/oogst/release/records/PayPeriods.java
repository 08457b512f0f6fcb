package nl.oogst.release.records;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.oogst.model.Fixed;
import nl.oogst.release.OutputFailure;
import nl.oogst.release.ParquetColumns;
import nl.oogst.release.records.ReleasedRecord.PaidHours;
import nl.oogst.release.records.ReleasedRecord.Row;

/**
 * The paid hours of the placements of a release, one placement at a time, in their order. There are
 * many millions of pay periods, so those of a placement are numbers in a row rather than objects.
 */
public final class PayPeriods implements Closeable {
  private static final List<String> COLUMNS =
      List.of("proeftuin", "placement_id", "period_start", "period_end", "hours");
  private static final List<String> PLACES = List.of("delivery", "file", "line");
  private static final int MANY = 64;

  private final ParquetColumns columns;
  private final RowsByPlacement rows;
  private final int start;
  private final int end;
  private final int hours;
  private final boolean withPlaces;

  private int size;
  private int[] starts = new int[MANY];
  private int[] ends = new int[MANY];
  private double[] amounts = new double[MANY];
  private final List<Row> places = new ArrayList<>();

  private PayPeriods(ParquetColumns columns, boolean withPlaces) {
    this.columns = columns;
    this.rows = new RowsByPlacement(columns);
    this.withPlaces = withPlaces;
    this.start = columns.indexOf("period_start");
    this.end = columns.indexOf("period_end");
    this.hours = columns.indexOf("hours");
  }

  /**
   * Opens those of a release.
   *
   * @param release its folder
   * @param withPlaces whether the rows they stand in are asked for
   */
  public static PayPeriods open(Path release, boolean withPlaces) throws OutputFailure {
    List<String> wanted = new ArrayList<>(COLUMNS);
    if (withPlaces) {
      wanted.addAll(PLACES);
    }
    return new PayPeriods(
        ParquetColumns.open(release.resolve("restricted"), "paid_hours", wanted), withPlaces);
  }

  /** Goes to those of a placement, which comes after the one before it. */
  public void of(String proeftuin, String placement) throws OutputFailure {
    size = 0;
    places.clear();
    rows.of(proeftuin, placement);
    while (rows.next()) {
      take();
    }
  }

  private void take() throws OutputFailure {
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, size * 2);
      ends = Arrays.copyOf(ends, size * 2);
      amounts = Arrays.copyOf(amounts, size * 2);
    }
    starts[size] = columns.day(start);
    ends[size] = columns.day(end);
    amounts[size] = columns.number(hours);
    size++;
    if (withPlaces) {
      places.add(
          new Row(
              columns.text(columns.indexOf("delivery")),
              columns.text(columns.indexOf("file")),
              columns.whole(columns.indexOf("line"))));
    }
  }

  /** Whether each of these is also among the others, with the same hours. */
  public boolean areAllAmong(PayPeriods others) {
    int at = 0;
    for (int i = 0; i < size; i++) {
      while (at < others.size && others.isBefore(at, starts[i], ends[i])) {
        at++;
      }
      if (at == others.size
          || others.starts[at] != starts[i]
          || others.ends[at] != ends[i]
          || others.amounts[at] != amounts[i]) {
        return false;
      }
      at++;
    }
    return true;
  }

  private boolean isBefore(int at, int otherStart, int otherEnd) {
    return starts[at] != otherStart ? starts[at] < otherStart : ends[at] < otherEnd;
  }

  /** As objects, in order; without the rows they stand in unless these were asked for. */
  public List<PaidHours> toList() {
    List<PaidHours> all = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      all.add(
          new PaidHours(
              starts[i], ends[i], Fixed.of(amounts[i]), withPlaces ? places.get(i) : null));
    }
    return all;
  }

  @Override
  public void close() throws OutputFailure {
    rows.close();
  }
}
