package nl.oogst.measure;

import java.util.List;
import nl.oogst.model.DataSetSchema;
import nl.oogst.model.Period;

/** Makes rows of a public data set, in the order of its columns. */
final class Rows {
  private final DataSetSchema schema;
  private final Frame frame;

  Rows(DataSetSchema schema, Frame frame) {
    this.schema = schema;
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
    Object[] row = new Object[schema.columns().size()];
    set(row, "period_type", period.type());
    set(row, "period", period.toString());
    set(row, "period_start", period.start());
    set(row, "period_end", period.end());
    Frame.Coverage coverage = frame.coverage().get(period);
    set(row, "provisional", coverage != null && coverage.provisional());
    set(row, "coverage", coverage == null ? null : coverage.share());
    return row;
  }

  Object get(Object[] row, String column) {
    return row[schema.indexOf(column)];
  }

  void set(Object[] row, String column, Object value) {
    row[schema.indexOf(column)] = value;
  }
}
