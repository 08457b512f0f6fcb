package nl.oogst.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import nl.oogst.measure.Cells;
import nl.oogst.measure.Counting;
import nl.oogst.measure.Exact;
import nl.oogst.measure.FromCounts;
import nl.oogst.model.DataSetSchema;
import nl.oogst.model.Days;
import nl.oogst.protect.GateTable;
import nl.oogst.protect.ProtectedCounts;
import nl.oogst.protect.Protection;
import nl.oogst.release.ParquetSetWriter;
import nl.oogst.release.Staging;

/** Writes the public data sets: protected for everyone, exact for the restricted zone. */
final class PublicSets {
  private final Definitions definitions;
  private final Staging staging;
  private final Protection protection;
  private final GateStep gate;
  private final Beside beside;
  private final Map<String, List<Object[]>> collected = new TreeMap<>();
  private final List<GateTable> counted = new ArrayList<>();
  private final Map<String, List<Object[]>> exact = new TreeMap<>();
  private final Map<String, List<Object[]>> open = new TreeMap<>();
  private final List<Outcome.DataSet> written = new ArrayList<>();

  /**
   * @param beside where the files are written while the next data set is made
   */
  PublicSets(Definitions definitions, Staging staging, GateStep gate, Beside beside) {
    this.gate = gate;
    this.beside = beside;
    this.definitions = definitions;
    this.staging = staging;
    this.protection = new Protection(definitions.disclosure());
  }

  List<Outcome.DataSet> written() {
    return written;
  }

  /** Adds rows to a data set of figures. */
  void collect(String dataSet, List<Object[]> rows) {
    collected.computeIfAbsent(dataSet, name -> new ArrayList<>()).addAll(rows);
  }

  /** Adds a data set that is computed from counts: exact ones, and rounded ones in public. */
  void collect(FromCounts measure, Cells cells) {
    DataSetSchema schema = definitions.dataSet(measure.dataSet());
    ProtectedCounts rounded = new ProtectedCounts(definitions.disclosure());
    counted.add(
        new GateTable(
            schema,
            sorted(measure.rows(cells, schema, rounded), schema),
            sorted(measure.rows(cells, schema, Counting.EXACT), schema)));
  }

  /**
   * Protects what was collected, puts it before the gate and writes what the gate lets through.
   *
   * @param known what the gate takes as known besides; is not written
   */
  void writeCollected(GateTable known) throws IOException {
    gate.begin();
    List<GateTable> tables = new ArrayList<>(counted);
    counted.clear();
    for (Map.Entry<String, List<Object[]>> entry : collected.entrySet()) {
      DataSetSchema schema = definitions.dataSet(entry.getKey());
      List<Object[]> sorted = sorted(entry.getValue(), schema);
      tables.add(
          new GateTable(
              schema,
              sorted.stream().map(row -> protection.row(row, schema)).toList(),
              sorted.stream().map(row -> Exact.row(row, schema)).toList()));
    }
    collected.clear();
    for (GateTable table : gate.pass(tables, known, definitions.disclosure(), staging)) {
      exact.put(table.schema().name(), table.exact());
      open.put(table.schema().name(), table.published());
      writeBoth(table.schema());
    }
  }

  /** Writes a data set that is computed from counts that no cells are behind. */
  void writeFromCounts(String dataSet, Function<Counting, List<Object[]>> rows) throws IOException {
    DataSetSchema schema = definitions.dataSet(dataSet);
    exact.put(dataSet, sorted(rows.apply(Counting.EXACT), schema));
    open.put(dataSet, sorted(rows.apply(new ProtectedCounts(definitions.disclosure())), schema));
    writeBoth(schema);
  }

  /**
   * Writes a data set that is computed from other ones: the public rows from public rows only, so
   * that they tell nothing new, and the exact rows from exact ones.
   *
   * @param rows from the rows of the data sets of figures as one zone sees them, by name
   */
  void writeDerived(String dataSet, Function<Map<String, List<Object[]>>, List<Object[]>> rows)
      throws IOException {
    DataSetSchema schema = definitions.dataSet(dataSet);
    exact.put(dataSet, sorted(rows.apply(exact), schema));
    open.put(dataSet, sorted(rows.apply(open), schema));
    writeBoth(schema);
  }

  private void writeBoth(DataSetSchema schema) throws IOException {
    String file = schema.name() + ".parquet";
    write(
        staging.path("restricted/unprotected/" + file),
        schema.in(DataSetSchema.Zone.RESTRICTED),
        exact.get(schema.name()));
    written.add(write(staging.path("public/" + file), schema, open.get(schema.name())));
  }

  /** Writes a data set that no person is behind. */
  void writeOpen(String dataSet, List<Object[]> rows) throws IOException {
    DataSetSchema schema = definitions.dataSet(dataSet);
    open.put(dataSet, sorted(rows, schema));
    exact.put(dataSet, open.get(dataSet));
    written.add(write(staging.path("public/" + dataSet + ".parquet"), schema, open.get(dataSet)));
  }

  private static List<Object[]> sorted(List<Object[]> rows, DataSetSchema schema) {
    for (Object[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        if (row[i] instanceof java.time.LocalDate date) {
          row[i] = Days.of(date);
        }
      }
    }
    int[] places = schema.sortPlaces();
    return rows.stream()
        .map(row -> Map.entry(RowCodec.sortKey(places, row), row))
        .sorted(Comparator.comparing(Map.Entry::getKey))
        .map(Map.Entry::getValue)
        .toList();
  }

  private Outcome.DataSet write(Path file, DataSetSchema schema, List<Object[]> rows)
      throws IOException {
    beside.run(
        () -> {
          try (ParquetSetWriter writer =
              ParquetSetWriter.open(file, schema, Labels.footer(schema, definitions.schemas()))) {
            for (Object[] row : rows) {
              writer.write(row);
            }
          }
          return null;
        });
    staging.rows(file, rows.size());
    return new Outcome.DataSet(schema.name(), file, rows.size());
  }
}
