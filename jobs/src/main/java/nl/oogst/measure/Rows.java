package nl.oogst.measure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.oogst.model.ColumnPlaces;
import nl.oogst.model.DataSetSchema;
import nl.oogst.model.Days;
import nl.oogst.model.Period;

/** Makes rows of a public data set, in the order of its columns. */
final class Rows {
  private final ColumnPlaces places;
  private final Frame frame;

  /** What the rows of a period share; copied for each of them. */
  private final Map<Period, Object[]> starts = new HashMap<>();

  Rows(DataSetSchema schema, Frame frame) {
    this.places = new ColumnPlaces(schema);
    this.frame = frame;
  }

  /** A row with the columns that all data sets share. */
  Object[] start(Period period, Slice slice) {
    Object[] row = start(period);
    Breakdown breakdown = frame.breakdowns().get(slice.breakdown());
    set(row, "breakdown", breakdown.name());
    List<Dimension> dimensions = breakdown.dimensions();
    for (int i = 0; i < dimensions.size(); i++) {
      set(row, dimensions.get(i).column(), slice.value(i));
    }
    return row;
  }

  /** A row with the columns of the period. */
  Object[] start(Period period) {
    return starts.computeIfAbsent(period, this::ofPeriod).clone();
  }

  private Object[] ofPeriod(Period period) {
    Object[] row = new Object[places.width()];
    set(row, "period_type", period.type());
    set(row, "period", period.toString());
    set(row, "period_start", Days.of(period.start()));
    set(row, "period_end", Days.of(period.end()));
    Frame.Coverage coverage = frame.coverage().get(period);
    set(row, "provisional", coverage != null && coverage.provisional());
    set(row, "coverage", coverage == null ? null : coverage.share());
    return row;
  }

  Object get(Object[] row, String column) {
    return row[places.of(column)];
  }

  void set(Object[] row, String column, Object value) {
    row[places.of(column)] = value;
  }
}
