package nl.oogst.protect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.oogst.protect.LinearSystem.Relation;

/**
 * The relations between figures of different data sets of one release: whoever is compared in
 * {@code comparisons} or {@code lessons} has started in some year of {@code jobs_realised}. Which
 * proeftuinen use a practice is taken as known. A sum that holds in the exact figures is taken as
 * known too, row by row, though nobody can see in which rows it holds.
 */
final class AcrossSets {
  /** Without figures of its own: who uses which practice. */
  static final String PRACTICES = "practices";

  private static final String KIND = "between data sets";
  private static final String JOBS = "jobs_realised";
  private static final String COMPARISONS = "comparisons";
  private static final String LESSONS = "lessons";
  private static final String PROEFTUIN = "proeftuin";
  private static final String ALL = "all";
  private static final double EPSILON = 1e-6;

  private final Map<String, Attack.Placed> sets = new HashMap<>();
  private final Map<String, Set<String>> users = new TreeMap<>();
  private final LinearSystem system;
  private final Relations.Sink sink;

  /** By breakdown and value: what started in each year. */
  private final Map<String, List<Integer>> started = new TreeMap<>();

  private final Set<String> proeftuinen = new TreeSet<>();

  AcrossSets(
      List<Attack.Placed> placed,
      List<GateTable> tables,
      LinearSystem system,
      Relations.Sink sink) {
    this.system = system;
    this.sink = sink;
    placed.forEach(one -> sets.put(one.table().schema().name(), one));
    for (GateTable table : tables) {
      if (table.schema().name().equals(PRACTICES)) {
        int practice = table.schema().indexOf("practice");
        int proeftuin = table.schema().indexOf(PROEFTUIN);
        for (Object[] row : table.published()) {
          users
              .computeIfAbsent((String) row[practice], p -> new TreeSet<>())
              .add((String) row[proeftuin]);
        }
      }
    }
  }

  void addAll() {
    if (!sets.containsKey(JOBS)) {
      return;
    }
    gather(sets.get(JOBS));
    if (sets.containsKey(COMPARISONS)) {
      comparisons(sets.get(COMPARISONS));
    }
    if (sets.containsKey(LESSONS)) {
      lessons(sets.get(LESSONS));
    }
  }

  private void gather(Attack.Placed jobs) {
    TableCells table = jobs.table();
    int measure = measure(table, "jobs_started");
    for (int row = 0; row < table.rows(); row++) {
      if (measure >= 0 && table.periodType(row).equals("year")) {
        String breakdown = table.breakdown(row);
        String value = value(table, row, breakdown);
        started
            .computeIfAbsent(cell(breakdown, value), c -> new ArrayList<>())
            .add(jobs.unknowns()[row][measure]);
        if (breakdown.equals(PROEFTUIN)) {
          proeftuinen.add(value);
        }
      }
    }
  }

  private static String cell(String breakdown, String value) {
    return breakdown + "=" + value;
  }

  /** The value of a breakdown of one dimension. */
  private static String value(TableCells table, int row, String breakdown) {
    return breakdown.equals(ALL) || breakdown.contains("+")
        ? table.words(row)
        : String.valueOf(table.published(row)[table.schema().indexOf(breakdown)]);
  }

  private static int measure(TableCells table, String name) {
    for (int m = 0; m < table.measures().size(); m++) {
      if (table.measures().get(m).name().equals(name)) {
        return m;
      }
    }
    return -1;
  }

  /** Judged and not judged together are all that started, for outcomes that ask for no more. */
  private void comparisons(Attack.Placed placed) {
    TableCells table = placed.table();
    int judged = measure(table, "n");
    int not = measure(table, "not_judged");
    for (int row = 0; row < table.rows(); row++) {
      String breakdown = table.breakdown(row);
      List<Integer> whole = started.get(cell(breakdown, value(table, row, breakdown)));
      int[] figures = placed.unknowns()[row];
      relate(table, row, 43, List.of(figures[judged], figures[not]), whole);
    }
  }

  private void lessons(Attack.Placed placed) {
    TableCells table = placed.table();
    int with = measure(table, "placements_with");
    int without = measure(table, "placements_without");
    int practice = table.schema().indexOf("practice");
    for (int row = 0; row < table.rows(); row++) {
      int[] figures = placed.unknowns()[row];
      Set<String> using =
          users.getOrDefault(String.valueOf(table.published(row)[practice]), Set.of());
      Set<String> others = new TreeSet<>(proeftuinen);
      others.removeAll(using);
      relate(table, row, 47, List.of(figures[with]), of(using));
      relate(table, row, 53, List.of(figures[without]), of(others));
      relate(table, row, 59, List.of(figures[with], figures[without]), started.get(cell(ALL, "")));
    }
  }

  private List<Integer> of(Set<String> some) {
    List<Integer> all = new ArrayList<>();
    some.forEach(one -> all.addAll(started.getOrDefault(cell(PROEFTUIN, one), List.of())));
    return all;
  }

  /** Equal where that holds, at most where that holds; else nothing is known. */
  private void relate(
      TableCells table, int row, long about, List<Integer> parts, List<Integer> whole) {
    if (whole == null || whole.isEmpty() || whole.contains(-1) || parts.contains(-1)) {
      return;
    }
    int[] unknowns = new int[parts.size() + whole.size()];
    double[] factors = new double[unknowns.length];
    double rest = 0;
    for (int i = 0; i < unknowns.length; i++) {
      boolean part = i < parts.size();
      unknowns[i] = part ? parts.get(i) : whole.get(i - parts.size());
      factors[i] = part ? 1 : -1;
      rest += factors[i] * system.exact(unknowns[i]);
    }
    if (rest < EPSILON) {
      double least = rest > -EPSILON ? 0 : -LinearSystem.UNBOUNDED * 1e3;
      long key = TableCells.mix(TableCells.hash(table.schema().name()) ^ table.cell(row), about);
      sink.add(KIND, key, new Relation(unknowns, factors, least, 0));
    }
  }
}
