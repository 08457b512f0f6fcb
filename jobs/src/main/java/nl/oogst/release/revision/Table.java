package nl.oogst.release.revision;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import nl.oogst.model.Column;
import nl.oogst.model.ColumnType;
import nl.oogst.model.DataSetSchema;
import nl.oogst.model.Days;
import nl.oogst.release.OutputFailure;
import nl.oogst.release.ParquetSetReader;

/** The figures of a data set by the cell they are about. */
final class Table {
  private static final String PERIOD = "period";

  /** The cells of a data set that names no such columns cannot be compared. */
  private static final Set<String> NEEDED = Set.of("period_type", PERIOD, "breakdown");

  private final DataSetSchema schema;
  private final List<String> keys;
  private final int[] keyPlaces;
  private final int period;
  private final List<String> measures;
  private final int[] measurePlaces;
  private final Map<String, Object[]> rows = new HashMap<>();
  private final Set<String> periods = new HashSet<>();

  private Table(DataSetSchema schema) {
    this.schema = schema;
    this.keys = keys(schema);
    this.keyPlaces = keys.stream().mapToInt(schema::indexOf).toArray();
    this.period = schema.indexOf(PERIOD);
    this.measures =
        schema.withRole(Column.Role.MEASURE).stream()
            .filter(c -> c.type() == ColumnType.NUMBER || c.type() == ColumnType.INTEGER)
            .map(Column::name)
            .toList();
    this.measurePlaces = measures.stream().mapToInt(schema::indexOf).toArray();
  }

  /** Whether the rows of a data set are cells of figures. */
  static boolean comparable(DataSetSchema schema) {
    var columns = schema.columns().stream().map(Column::name).toList();
    return schema.zone() == DataSetSchema.Zone.PUBLIC
        && columns.containsAll(NEEDED)
        && !schema.name().equals(Revisions.DATA_SET);
  }

  private static List<String> keys(DataSetSchema schema) {
    return schema.columns().stream()
        .filter(c -> c.role() != Column.Role.MEASURE && c.role() != Column.Role.QUALITY)
        .filter(c -> c.type() == ColumnType.STRING || c.type() == ColumnType.INTEGER)
        .map(Column::name)
        .toList();
  }

  /** Reads the figures of a release; without the file there are none. */
  static Table read(Path file, DataSetSchema schema) throws OutputFailure {
    var table = new Table(schema);
    if (!Files.exists(file)) {
      return table;
    }
    try (var reader = ParquetSetReader.open(file)) {
      var places = schema.columns().stream().mapToInt(c -> reader.indexOf(c.name())).toArray();
      for (var row = reader.next(); row != null; row = reader.next()) {
        var cells = new Object[places.length];
        for (int i = 0; i < cells.length; i++) {
          cells[i] = places[i] < 0 ? null : row[places[i]];
        }
        table.put(cells);
      }
    }
    return table;
  }

  /** Figures as they were just added up. */
  static Table of(List<Object[]> exact, DataSetSchema schema) {
    var table = new Table(schema);
    exact.forEach(table::put);
    return table;
  }

  private void put(Object[] row) {
    var key = new StringBuilder();
    for (int place : keyPlaces) {
      var value = row[place];
      key.append(value == null ? "" : value).append('\u0001');
    }
    rows.put(key.toString(), row);
    periods.add(period(row));
  }

  private String period(Object[] row) {
    return String.valueOf(row[period]);
  }

  List<String> measures() {
    return measures;
  }

  /** The row of a cell; null when it does not exist. */
  Object[] row(String key) {
    return rows.get(key);
  }

  boolean covers(Object[] row) {
    return periods.contains(period(row));
  }

  /**
   * A figure of a row; null when it does not exist, or the row does not.
   *
   * @param measure its place among the {@link #measures()}
   */
  Double figure(Object[] row, int measure) {
    var value = row == null ? null : row[measurePlaces[measure]];
    return value == null ? null : (Double) ((Number) value).doubleValue();
  }

  /** The first day of the earliest period, or a day without end. */
  int firstDay() {
    return firstDay(row -> true);
  }

  /** The first day of the earliest quarter, or a day without end. */
  int firstQuarter() {
    int type = schema.indexOf("period_type");
    return firstDay(row -> "quarter".equals(row[type]));
  }

  private int firstDay(Predicate<Object[]> which) {
    int at = schema.indexOf("period_start");
    return rows.values().stream()
        .filter(which)
        .filter(row -> row[at] != null)
        .mapToInt(row -> (Integer) row[at])
        .min()
        .orElse(Days.FOREVER);
  }

  /** Column by column what a cell is about, the columns that all data sets share left out. */
  String furtherKeys(Object[] row, Set<String> shared) {
    var parts = new ArrayList<String>();
    for (int i = 0; i < keyPlaces.length; i++) {
      var value = row[keyPlaces[i]];
      if (value != null && !shared.contains(keys.get(i))) {
        parts.add(keys.get(i) + "=" + value);
      }
    }
    return parts.isEmpty() ? null : String.join(", ", parts);
  }

  /** The cells with another figure than in another table of the same data set, in order. */
  List<String> differing(Table other) {
    var keys = new ArrayList<String>();
    rows.forEach(
        (key, row) -> {
          if (differ(row, other.rows.get(key))) {
            keys.add(key);
          }
        });
    other.rows.keySet().stream().filter(key -> !rows.containsKey(key)).forEach(keys::add);
    keys.sort(null);
    return keys;
  }

  private boolean differ(Object[] row, Object[] other) {
    for (int place : measurePlaces) {
      if (other == null || !Objects.equals(row[place], other[place])) {
        return true;
      }
    }
    return false;
  }
}
