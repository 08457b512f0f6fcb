package nl.oogst.protect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.oogst.model.Column;
import nl.oogst.model.ColumnType;
import nl.oogst.model.DataSetSchema;

/**
 * A public data set seen as cells: which of its columns are figures, which say what a row is about,
 * and which rows are parts of which others. All of it follows from the declaration and the rows.
 */
final class TableCells {
  private static final String PERIOD = "period";
  private static final String BREAKDOWN = "breakdown";

  /** The period of figures that are about all time together; they have the bases of a year. */
  private static final String ALL_YEARS = "all years";

  private static final String YEAR = "year";

  /** How the method of an indicator ends that proeftuinen state without records behind it. */
  private static final String STATED = "of what proeftuinen delivered";

  /** A figure about persons: a column, or one code of a column of counts by code. */
  record Measure(String name, int column, String code, String kind, long hash) {
    Measure(String name, int column, String code, String kind) {
      this(name, column, code, kind, TableCells.hash(name));
    }

    boolean isCount() {
      return kind.equals("count");
    }

    /** The figure in a row; null where there is none. A code that is not there counts nothing. */
    Double of(Object[] row) {
      Object value = row[column];
      if (code != null) {
        Object count = value instanceof Map<?, ?> counts ? counts.get(code) : null;
        return count instanceof Number number ? (Double) number.doubleValue() : Double.valueOf(0);
      }
      return value instanceof Number number ? (Double) number.doubleValue() : null;
    }
  }

  private final GateTable table;
  private final List<Measure> measures = new ArrayList<>();
  private final int period;
  private final int periodType;
  private final int breakdown;
  private final int method;

  /** How the rows of a set without breakdowns are divided: by its keys. */
  private final String byKeys;

  /** Columns that say what a row is about beside period and breakdown. */
  private final int[] dimensions;

  /** Those of them that are filled whatever the breakdown, such as an indicator. */
  private final Set<Integer> always = new TreeSet<>();

  /** Of each row and dimension a number that stands for the value; 0 for none. */
  private final long[][] values;

  /** The names of those columns as one number. */
  private final long columns;

  private final long[] periods;
  private final long[] breakdowns;
  private final long[] cells;
  private final long[] keys;
  private final Map<String, List<Integer>> byBreakdown = new HashMap<>();
  private final Map<String, Set<Integer>> columnsOf = new HashMap<>();

  /** Of each breakdown the dimensions that place a row in one of its cells. */
  private final Map<String, boolean[]> placing = new HashMap<>();

  TableCells(GateTable table, Set<String> kinds) {
    this.table = table;
    DataSetSchema schema = table.schema();
    List<String> names = schema.columns().stream().map(Column::name).toList();
    this.period = names.indexOf(PERIOD);
    this.periodType = names.indexOf("period_type");
    this.breakdown = names.indexOf(BREAKDOWN);
    this.method = names.indexOf("method");
    this.byKeys =
        schema.withRole(Column.Role.KEY).stream()
            .map(Column::name)
            .collect(Collectors.joining("+"));
    List<Integer> about = new ArrayList<>();
    for (int i = 0; i < schema.columns().size(); i++) {
      Column column = schema.columns().get(i);
      boolean says = column.role() == Column.Role.DIMENSION || column.role() == Column.Role.KEY;
      if (says && i != breakdown) {
        about.add(i);
      } else if (column.role() == Column.Role.MEASURE
          && column.rounding() != null
          && kinds.contains(column.rounding())) {
        addMeasures(i, column);
      }
    }
    this.dimensions = about.stream().mapToInt(Integer::intValue).toArray();
    this.columns = hash(about.stream().map(names::get).collect(Collectors.joining("+")));
    this.values = new long[rows()][dimensions.length];
    this.periods = new long[rows()];
    this.breakdowns = new long[rows()];
    this.cells = new long[rows()];
    this.keys = new long[rows()];
    long set = hash(schema.name());
    Map<Object, Long> hashes = new HashMap<>();
    for (int r = 0; r < rows(); r++) {
      Object[] row = published(r);
      for (int d = 0; d < dimensions.length; d++) {
        Object value = row[dimensions[d]];
        values[r][d] = value == null ? 0 : hashes.computeIfAbsent(value, TableCells::hash);
      }
      breakdowns[r] = hashes.computeIfAbsent(breakdown(r), TableCells::hash);
      periods[r] = hashes.computeIfAbsent(period(r), TableCells::hash);
      cells[r] = cellBut(r, -1);
      keys[r] = mix(set ^ cells[r], periods[r]);
      byBreakdown.computeIfAbsent(breakdown(r), b -> new ArrayList<>()).add(r);
    }
    byBreakdown.forEach((name, rows) -> columnsOf.put(name, columns(name)));
    byBreakdown.forEach(this::findAlways);
    columnsOf.forEach((of, columns) -> placing.put(of, placing(columns)));
  }

  private boolean[] placing(Set<Integer> columns) {
    boolean[] placing = new boolean[dimensions.length];
    for (int d = 0; d < dimensions.length; d++) {
      placing[d] = always.contains(dimensions[d]) || columns.contains(dimensions[d]);
    }
    return placing;
  }

  /** Whether a data set has figures about persons that are rounded on their own. */
  static boolean fits(DataSetSchema schema, Set<String> kinds) {
    return schema.withRole(Column.Role.MEASURE).stream()
        .anyMatch(column -> column.rounding() != null && kinds.contains(column.rounding()));
  }

  private void addMeasures(int at, Column column) {
    if (column.type() != ColumnType.OBJECT) {
      measures.add(new Measure(column.name(), at, null, column.rounding()));
      return;
    }
    Set<String> codes = new TreeSet<>();
    for (Object[] row : table.exact()) {
      if (row[at] instanceof Map<?, ?> counts) {
        counts.keySet().forEach(code -> codes.add((String) code));
      }
    }
    codes.forEach(
        code -> measures.add(new Measure(column.name() + "." + code, at, code, column.rounding())));
  }

  private Set<Integer> columns(String name) {
    Set<Integer> columns = new TreeSet<>();
    if (!name.equals("all")) {
      for (String dimension : name.split("\\+", -1)) {
        columns.add(table.schema().indexOf(dimension));
      }
    }
    return columns;
  }

  private void findAlways(String name, List<Integer> rows) {
    for (int dimension : dimensions) {
      if (!columnsOf.get(name).contains(dimension)
          && rows.stream().anyMatch(r -> table.published().get(r)[dimension] != null)) {
        always.add(dimension);
      }
    }
  }

  DataSetSchema schema() {
    return table.schema();
  }

  List<Measure> measures() {
    return measures;
  }

  int rows() {
    return table.published().size();
  }

  Object[] published(int row) {
    return table.published().get(row);
  }

  Object[] exact(int row) {
    return table.exact().get(row);
  }

  String period(int row) {
    return period < 0 ? ALL_YEARS : (String) published(row)[period];
  }

  String periodType(int row) {
    return periodType < 0 ? YEAR : (String) published(row)[periodType];
  }

  String breakdown(int row) {
    return breakdown < 0 ? byKeys : (String) published(row)[breakdown];
  }

  Map<String, List<Integer>> byBreakdown() {
    return byBreakdown;
  }

  /** Whether each cell of one breakdown lies in one cell of the other. */
  boolean refines(String finer, String coarser) {
    return !finer.equals(coarser)
        && columnsOf.get(finer).size() > columnsOf.get(coarser).size()
        && columnsOf.get(finer).containsAll(columnsOf.get(coarser));
  }

  /** Whether a figure counts persons; {@code n} can also be the proeftuinen that state a value. */
  boolean aboutPersons(int row, Measure measure) {
    return method < 0
        || !measure.name().equals("n")
        || !(published(row)[method] instanceof String text)
        || !text.endsWith(STATED);
  }

  /** What a row is about but its period; equal in every release. */
  long cell(int row) {
    return cells[row];
  }

  /** What a row is about, its data set and period too; equal in every release. */
  long key(int row) {
    return keys[row];
  }

  /** Which columns say what a row is about, as one number. */
  long columns() {
    return columns;
  }

  /** What a row is about but one column and its period. */
  long cellBut(int row, int column) {
    long key = breakdowns[row];
    for (int d = 0; d < dimensions.length; d++) {
      key = mix(key, dimensions[d] == column ? 0 : values[row][d]);
    }
    return key;
  }

  /** The cell of a coarser breakdown that a row lies in, within its period. */
  long within(int row, String coarser) {
    long key = mix(31, periods[row]);
    boolean[] tells = placing.get(coarser);
    for (int d = 0; d < dimensions.length; d++) {
      if (tells[d]) {
        key = mix(key, values[row][d]);
      }
    }
    return key;
  }

  /** What kind of figure a row has, such as its indicator: the texts among what is always said. */
  long family(int row) {
    long key = 7;
    for (int d = 0; d < dimensions.length; d++) {
      if (always.contains(dimensions[d]) && published(row)[dimensions[d]] instanceof String) {
        key = mix(key, values[row][d]);
      }
    }
    return key;
  }

  /** In words, such as {@code organisation=AZ, target_group=wajong}; empty for the total. */
  String words(int row) {
    return wordsBut(row, -1);
  }

  String wordsBut(int row, int column) {
    StringBuilder words = new StringBuilder();
    for (int dimension : dimensions) {
      Object value = published(row)[dimension];
      if (value != null && dimension != column) {
        words.append(words.isEmpty() ? "" : ", ");
        words.append(schema().columns().get(dimension).name()).append('=').append(value);
      }
    }
    return words.toString();
  }

  /** Two numbers as one; alike ones end far apart (finaliser of MurmurHash3). */
  static long mix(long key, long value) {
    long mixed = (key * 31 + value) * 0xff51afd7ed558ccdL;
    mixed ^= mixed >>> 33;
    mixed *= 0xc4ceb9fe1a85ec53L;
    return mixed ^ (mixed >>> 29);
  }

  /** A value as a number (FNV-1a over its text). */
  static long hash(Object value) {
    String text = value.toString();
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }
}
