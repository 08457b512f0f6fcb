package nl.oogst.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.oogst.measure.Cells;
import nl.oogst.measure.Counting;
import nl.oogst.measure.Exact;
import nl.oogst.measure.FromCounts;
import nl.oogst.model.DataSetSchema;
import nl.oogst.model.Days;
import nl.oogst.protect.GateTable;
import nl.oogst.protect.ProtectedCounts;
import nl.oogst.protect.Protection;
import nl.oogst.release.Beside;
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
  private final Map<String, Supplier<List<Object[]>>> exact = new TreeMap<>();
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
    tables.addAll(collected.entrySet().parallelStream().map(this::protect).toList());
    collected.clear();
    for (GateTable table : tables) {
      // the gate leaves exact figures as they are, so that they are written while it judges
      put(table.schema(), table.exact());
      writeExact(table.schema());
    }
    for (GateTable table : gate.pass(tables, known, definitions.disclosure(), staging)) {
      open.put(table.schema().name(), table.published());
      writeOpen(table.schema());
    }
  }

  private GateTable protect(Map.Entry<String, List<Object[]>> rows) {
    DataSetSchema schema = definitions.dataSet(rows.getKey());
    List<Object[]> sorted = sorted(rows.getValue(), schema);
    return new GateTable(
        schema,
        sorted.stream().map(row -> protection.row(row, schema)).toList(),
        sorted.stream().map(row -> Exact.row(row, schema)).toList());
  }

  /** Writes a data set that is computed from counts that no cells are behind. */
  void writeFromCounts(String dataSet, Function<Counting, List<Object[]>> rows) throws IOException {
    DataSetSchema schema = definitions.dataSet(dataSet);
    put(schema, sorted(rows.apply(Counting.EXACT), schema));
    open.put(dataSet, sorted(rows.apply(new ProtectedCounts(definitions.disclosure())), schema));
    writeExact(schema);
    writeOpen(schema);
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
    Map<String, Supplier<List<Object[]>>> known = new TreeMap<>(exact);
    exact.put(dataSet, beside.run(() -> sorted(rows.apply(made(known)), schema)));
    writeExact(schema);
    open.put(dataSet, sorted(rows.apply(open), schema));
    writeOpen(schema);
  }

  private static Map<String, List<Object[]>> made(Map<String, Supplier<List<Object[]>>> rows) {
    Map<String, List<Object[]>> made = new TreeMap<>();
    rows.forEach((name, one) -> made.put(name, one.get()));
    return made;
  }

  private void put(DataSetSchema schema, List<Object[]> rows) {
    exact.put(schema.name(), () -> rows);
  }

  private void writeExact(DataSetSchema schema) throws IOException {
    Path file = staging.path("restricted/unprotected/" + schema.name() + ".parquet");
    write(file, schema.in(DataSetSchema.Zone.RESTRICTED), exact.get(schema.name()));
  }

  private void writeOpen(DataSetSchema schema) throws IOException {
    Path file = staging.path("public/" + schema.name() + ".parquet");
    List<Object[]> rows = open.get(schema.name());
    write(file, schema, () -> rows);
    written.add(new Outcome.DataSet(schema.name(), file, rows.size()));
  }

  /** Writes a data set that no person is behind. */
  void writeOpen(String dataSet, List<Object[]> rows) throws IOException {
    DataSetSchema schema = definitions.dataSet(dataSet);
    open.put(dataSet, sorted(rows, schema));
    put(schema, open.get(dataSet));
    writeOpen(schema);
  }

  private static List<Object[]> sorted(List<Object[]> rows, DataSetSchema schema) {
    for (Object[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        if (row[i] instanceof java.time.LocalDate date) {
          row[i] = Days.of(date);
        }
      }
    }
    return rows.stream().sorted(new RowOrder(schema)).toList();
  }

  private void write(Path file, DataSetSchema schema, Supplier<List<Object[]>> made)
      throws IOException {
    beside.run(
        () -> {
          List<Object[]> rows = made.get();
          try (ParquetSetWriter writer =
              ParquetSetWriter.open(file, schema, Labels.footer(schema, definitions.schemas()))) {
            for (Object[] row : rows) {
              writer.write(row);
            }
          }
          staging.rows(file, rows.size());
          return null;
        });
  }
}
