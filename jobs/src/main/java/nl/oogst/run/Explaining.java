package nl.oogst.run;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.oogst.measure.Dimension;
import nl.oogst.model.Column;
import nl.oogst.model.ColumnType;
import nl.oogst.model.DataSetSchema;
import nl.oogst.model.Days;
import nl.oogst.release.Manifest;
import nl.oogst.release.ParquetSetReader;
import nl.oogst.release.Part;
import nl.oogst.release.ReleaseStore;
import nl.oogst.release.explain.Explainer;
import nl.oogst.release.explain.Explanation;
import nl.oogst.release.revision.Rules;

/** Explains a figure of a published release: which one is meant, and what it was made from. */
public final class Explaining {
  private static final String EXACT = "restricted/unprotected";
  private static final String JOBS = "jobs_realised";
  private static final String BREAKDOWN = "breakdown";
  private static final String MEASURE = "measure";
  private static final String STATED = "of what proeftuinen delivered";
  private static final int SHOWN_VALUES = 12;

  private final Path release;
  private final String id;
  private final Path schemas;
  private final DataSetSchema schema;
  private final Rules rules;
  private final Rows exact;
  private final Rows open;

  /** Of all figures: those of jobs begin with the first placement. */
  private final int firstDay;

  private Explaining(
      Path release, String id, Path schemas, DataSetSchema schema, Rules rules, int firstDay)
      throws IOException {
    this.release = release;
    this.id = id;
    this.schemas = schemas;
    this.schema = schema;
    this.rules = rules;
    this.exact = Rows.read(release.resolve(EXACT), schema);
    this.open = Rows.read(release.resolve("public"), schema);
    this.firstDay = firstDay;
  }

  /** An explanation, and what to know when reading it. */
  public record Explained(Explanation explanation, List<String> notes) {}

  /**
   * Makes ready to explain figures of a data set.
   *
   * @throws WrongUse when its figures are no sums, or when the restricted records may not be read
   */
  public static Explaining of(
      ReleaseStore store, String id, String dataSet, Path schemas, Path profiles)
      throws IOException {
    Path release = store.releaseFolder(id);
    Definitions definitions = Releases.definitions(schemas, profiles);
    store.fetch(id, Part.WHOLE);
    if (!Releases.mayRead(release)) {
      throw new WrongUse(
          "Explaining needs the restricted records of "
              + id
              + ", which are not there for this user. Ask whoever keeps the output folder.");
    }
    Rules rules = Releases.rules(release, definitions);
    if (rules == null) {
      throw new WrongUse(
          "Release " + id + " was made before figures could be explained. Run again.");
    }
    DataSetSchema schema = definitions.dataSets().get(dataSet);
    if (schema == null || !Explainer.knows(dataSet, rules)) {
      throw new WrongUse(
          "'"
              + dataSet
              + "' cannot be explained; these can: "
              + definitions.dataSets().keySet().stream()
                  .filter(name -> Explainer.knows(name, rules))
                  .collect(Collectors.joining(", ")));
    }
    int firstDay = Rows.read(release.resolve(EXACT), definitions.dataSets().get(JOBS)).firstDay();
    return new Explaining(release, id, schemas, schema, rules, firstDay);
  }

  /**
   * Explains one figure.
   *
   * @param keys what names the cell, by column, and the figure under {@code measure}
   * @throws WrongUse when the figure is not there, not one, or no sum
   */
  public Explained explain(Map<String, String> keys) throws IOException {
    return new Explained(find(new TreeMap<>(keys)), notes());
  }

  private List<String> notes() throws IOException {
    List<String> notes = new ArrayList<>();
    String then = Manifest.load(release).digests().get("schemas");
    if (!Digests.ofFolder(schemas).equals(then)) {
      notes.add(
          "The definitions have changed since this release; it is explained by those of now.");
    }
    return notes;
  }

  private Explanation find(Map<String, String> keys) throws IOException {
    String measure = measure(keys.remove(MEASURE));
    for (String key : keys.keySet()) {
      if (!keyColumns().contains(key)) {
        throw new WrongUse(
            "'"
                + key
                + "' is no key of "
                + schema.name()
                + "; expected some of "
                + String.join(", ", keyColumns())
                + ", and measure");
      }
    }
    Object[] row = find(exact, keys);
    if (exact.cell(row, "method") instanceof String method && method.endsWith(STATED)) {
      throw new WrongUse(
          "This figure is what proeftuinen stated, with no placements behind it;"
              + " restricted/indicators has what each of them sent.");
    }
    Map<String, String> cell = cell(exact, row);
    Object[] shown =
        open.all().stream()
            .filter(other -> cell(open, other).equals(cell))
            .findFirst()
            .orElse(null);
    Column column = schema.columns().get(schema.indexOf(measure));
    LocalDate start = Days.date((Integer) exact.cell(row, "period_start"));
    LocalDate end = Days.date((Integer) exact.cell(row, "period_end"));
    int asOf = Days.of(LocalDate.parse(Manifest.load(release).asOf()));
    Explainer.Made made =
        new Explainer(release, schema, rules, asOf).made(cell, start, end, measure, firstDay);
    return new Explanation(
        id,
        schema.name(),
        cell,
        measure,
        column.descriptionEn(),
        column.unit(),
        shown == null ? null : number(open.cell(shown, measure)),
        shown == null ? null : (String) open.cell(shown, "disclosure"),
        exact.cell(row, measure) == null
            ? BigDecimal.ZERO
            : BigDecimal.valueOf(number(exact.cell(row, measure))),
        made.parts(),
        made.together());
  }

  private static Double number(Object value) {
    return value == null ? null : (Double) ((Number) value).doubleValue();
  }

  /** Sums over placements, and what is made of such sums; bounds of intervals are not. */
  private String measure(String given) {
    List<String> measures = new ArrayList<>();
    for (Column column : schema.withRole(Column.Role.MEASURE)) {
      if (column.type() == ColumnType.NUMBER
          && column.rounding() != null
          && !column.name().startsWith("ci_")) {
        measures.add(column.name());
      }
    }
    if (given == null || !measures.contains(given)) {
      throw new WrongUse(
          (given == null
                  ? "Say which figure, with measure=…"
                  : "'" + given + "' is no figure made of placements in " + schema.name())
              + "; there are "
              + String.join(", ", measures));
    }
    return given;
  }

  private List<String> keyColumns() {
    return schema.columns().stream()
        .filter(c -> c.role() != Column.Role.MEASURE && c.role() != Column.Role.QUALITY)
        .filter(c -> c.type() == ColumnType.STRING || c.type() == ColumnType.INTEGER)
        .map(Column::name)
        .toList();
  }

  private Map<String, String> cell(Rows rows, Object[] row) {
    Map<String, String> cell = new TreeMap<>();
    for (String column : keyColumns()) {
      Object value = rows.cell(row, column);
      if (value != null) {
        cell.put(column, value.toString());
      }
    }
    return cell;
  }

  /** The one row that is meant; without a breakdown the one that the given keys name. */
  private Object[] find(Rows rows, Map<String, String> keys) {
    List<Object[]> found =
        rows.all().stream()
            .filter(row -> cell(rows, row).entrySet().containsAll(keys.entrySet()))
            .toList();
    if (found.size() > 1 && !keys.containsKey(BREAKDOWN)) {
      String named =
          List.of(Dimension.values()).stream()
              .map(Dimension::column)
              .filter(keys::containsKey)
              .collect(Collectors.joining("+"));
      String breakdown = named.isEmpty() ? "all" : named;
      List<Object[]> narrower =
          found.stream().filter(row -> breakdown.equals(rows.cell(row, BREAKDOWN))).toList();
      found = narrower.isEmpty() ? found : narrower;
    }
    if (found.isEmpty()) {
      throw new WrongUse(
          "There is no such cell in " + schema.name() + " of " + id + nearest(rows, keys));
    }
    if (found.size() > 1) {
      throw new WrongUse(
          "That names " + found.size() + " cells; say also " + differing(rows, found));
    }
    return found.get(0);
  }

  /** The first given key whose value does not occur, with some that do. */
  private String nearest(Rows rows, Map<String, String> keys) {
    for (Map.Entry<String, String> key : keys.entrySet()) {
      Set<String> values = values(rows, rows.all(), key.getKey());
      if (!values.contains(key.getValue())) {
        return "; '" + key.getKey() + "' has " + some(values);
      }
    }
    return "; the keys do not occur together";
  }

  private String differing(Rows rows, List<Object[]> found) {
    return keyColumns().stream()
        .filter(column -> !column.equals("period_type"))
        .filter(column -> values(rows, found, column).size() > 1)
        .min(Comparator.comparingInt(column -> values(rows, found, column).size()))
        .map(column -> column + "=…: " + some(values(rows, found, column)))
        .orElse("which");
  }

  private static Set<String> values(Rows rows, List<Object[]> among, String column) {
    TreeSet<String> values = new TreeSet<>();
    for (Object[] row : among) {
      Object value = rows.cell(row, column);
      if (value != null) {
        values.add(value.toString());
      }
    }
    return values;
  }

  private static String some(Set<String> values) {
    return values.stream().limit(SHOWN_VALUES).collect(Collectors.joining(", "))
        + (values.size() > SHOWN_VALUES ? ", …" : "");
  }

  /** The rows of a data set in memory. */
  private record Rows(List<String> columns, List<Object[]> all) {
    static Rows read(Path folder, DataSetSchema schema) throws IOException {
      List<Object[]> all = new ArrayList<>();
      try (ParquetSetReader reader = ParquetSetReader.open(folder, schema.name(), null)) {
        for (Object[] row = reader.next(); row != null; row = reader.next()) {
          all.add(row);
        }
        return new Rows(reader.columns(), all);
      }
    }

    Object cell(Object[] row, String column) {
      int at = columns.indexOf(column);
      return at < 0 ? null : row[at];
    }

    int firstDay() {
      return all.stream()
          .mapToInt(row -> (Integer) cell(row, "period_start"))
          .min()
          .orElse(Days.FOREVER);
    }
  }
}
