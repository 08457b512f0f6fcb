package nl.oogst.protect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import nl.oogst.protect.LinearSystem.Relation;

/**
 * The relations between the figures of one data set of one release. What holds everywhere in the
 * exact figures is taken as known to the attacker: that parts add up, that quarters add up to their
 * year or that the year is its last quarter. Where parts do not add up, since a person can be in
 * several, the whole is at least each part and at most their sum.
 */
final class Relations {
  /** Takes relations with what kind they are and what they are about. */
  interface Sink {
    void add(String kind, long about, Relation relation);
  }

  private static final double EPSILON = 1e-6;

  /** More than anybody works in a week, in weeks of 36 hours. */
  private static final double MOST_FTE = 168 / 36.0;

  /** Within a row, the first is at most so many times the second, where that holds everywhere. */
  private record Within(String lesser, double times, String greater) {}

  private static final List<Within> WITHIN_A_ROW =
      List.of(
          new Within("jobs_active", 1, "persons"),
          new Within("jobs_started", 1, "persons"),
          new Within("jobs_ended", 1, "persons"),
          new Within("fte", MOST_FTE, "jobs_active"),
          new Within("at_risk", 1, "n"));

  private final TableCells table;
  private final int[][] unknowns;
  private final LinearSystem system;
  private final Sink sink;
  private final long name;

  Relations(TableCells table, int[][] unknowns, LinearSystem system, Sink sink) {
    this.table = table;
    this.unknowns = unknowns;
    this.system = system;
    this.sink = sink;
    this.name = TableCells.hash(table.schema().name());
  }

  void addAll() {
    for (String coarser : table.byBreakdown().keySet()) {
      for (String finer : table.byBreakdown().keySet()) {
        if (table.refines(finer, coarser)) {
          breakdown(finer, coarser);
        }
      }
    }
    Map<Long, NavigableMap<String, Integer>> series = series();
    quarters(series);
    flows(series);
    withinRows();
    banen();
  }

  /** A whole and its parts, as rows. */
  private record Group(int whole, List<Integer> parts) {}

  private void breakdown(String finer, String coarser) {
    Map<Long, Group> groups = new HashMap<>();
    for (int row : table.byBreakdown().get(coarser)) {
      groups.put(table.within(row, coarser), new Group(row, new ArrayList<>()));
    }
    for (int row : table.byBreakdown().get(finer)) {
      Group group = groups.get(table.within(row, coarser));
      if (group != null) {
        group.parts().add(row);
      }
    }
    groups.values().removeIf(group -> group.parts().isEmpty());
    partsAndWholes("parts of " + coarser, TableCells.hash(finer), groups.values());
  }

  private void partsAndWholes(String kind, long about, Iterable<Group> groups) {
    for (int m = 0; m < table.measures().size(); m++) {
      Set<Long> notAdding = new HashSet<>();
      Set<Long> notBounded = new HashSet<>();
      for (Group group : groups) {
        judge(group, m, notAdding, notBounded);
      }
      for (Group group : groups) {
        int whole = unknowns[group.whole()][m];
        int[] parts = parts(group, m);
        if (whole < 0 || parts == null) {
          continue;
        }
        long key = key(about, group.whole(), m);
        long family = table.family(group.whole());
        if (!notAdding.contains(family)) {
          sink.add(kind, key, Relation.sum(parts, whole));
        } else if (!notBounded.contains(family)) {
          between(kind, key, parts, whole);
        }
      }
    }
  }

  private void judge(Group group, int m, Set<Long> notAdding, Set<Long> notBounded) {
    int whole = unknowns[group.whole()][m];
    if (whole < 0) {
      return;
    }
    double sum = 0;
    double most = 0;
    for (int row : group.parts()) {
      double part = unknowns[row][m] < 0 ? 0 : system.exact(unknowns[row][m]);
      sum += part;
      most = Math.max(most, part);
    }
    double total = system.exact(whole);
    double allowed = EPSILON * Math.max(1, Math.abs(total));
    if (Math.abs(sum - total) > allowed) {
      notAdding.add(table.family(group.whole()));
    }
    if (most > total + allowed || sum < total - allowed) {
      notBounded.add(table.family(group.whole()));
    }
  }

  /** Null when one of the parts has no figure. */
  private int[] parts(Group group, int m) {
    int[] parts = new int[group.parts().size()];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = unknowns[group.parts().get(i)][m];
      if (parts[i] < 0) {
        return null;
      }
    }
    return parts;
  }

  /** At least each part and at most their sum. */
  private void between(String kind, long key, int[] parts, int whole) {
    Relation sum = Relation.sum(parts, whole);
    sink.add(
        kind, key, new Relation(sum.unknowns(), sum.factors(), 0, LinearSystem.UNBOUNDED * 1e3));
    for (int i = 0; i < parts.length; i++) {
      sink.add(kind, TableCells.mix(key, i), Relation.atMost(parts[i], 1, whole));
    }
  }

  private long key(long about, int row, int m) {
    long key = TableCells.mix(name ^ table.cell(row), table.periodKey(row));
    return TableCells.mix(key ^ about, table.measures().get(m).hash());
  }

  /** Rows by cell and period. */
  private Map<Long, NavigableMap<String, Integer>> series() {
    Map<Long, NavigableMap<String, Integer>> series = new HashMap<>();
    for (int r = 0; r < table.rows(); r++) {
      series.computeIfAbsent(table.cell(r), c -> new TreeMap<>()).put(table.period(r), r);
    }
    return series;
  }

  private void quarters(Map<Long, NavigableMap<String, Integer>> series) {
    List<Group> years = new ArrayList<>();
    for (NavigableMap<String, Integer> rows : series.values()) {
      rows.forEach(
          (period, row) -> {
            if (table.periodType(row).equals("year")) {
              var quarters = rows.subMap(period + "-", period + "-Z").values();
              if (!quarters.isEmpty()) {
                years.add(new Group(row, List.copyOf(quarters)));
              }
            }
          });
    }
    for (int m = 0; m < table.measures().size(); m++) {
      int measure = m;
      boolean isLast = years.stream().allMatch(year -> equalsLast(year, measure));
      if (isLast) {
        for (Group year : years) {
          int last = unknowns[year.parts().get(year.parts().size() - 1)][m];
          if (last >= 0 && unknowns[year.whole()][m] >= 0) {
            Relation same = Relation.sum(new int[] {last}, unknowns[year.whole()][m]);
            sink.add("quarters of a year", key(13, year.whole(), m), same);
          }
        }
      }
    }
    partsAndWholes("quarters of a year", 19, years);
  }

  private boolean equalsLast(Group year, int m) {
    int last = unknowns[year.parts().get(year.parts().size() - 1)][m];
    int whole = unknowns[year.whole()][m];
    return last < 0 || whole < 0 || Math.abs(system.exact(last) - system.exact(whole)) < EPSILON;
  }

  /**
   * What started and ended in a period against what was active at its ends. A job that ends on the
   * last day of a period is active on it, and one that vanished never ended: the change in active
   * jobs is what started less what ended only where that holds everywhere.
   */
  private void flows(Map<Long, NavigableMap<String, Integer>> series) {
    int started = measure("jobs_started");
    int ended = measure("jobs_ended");
    int active = measure("jobs_active");
    if (started < 0 || ended < 0 || active < 0) {
      return;
    }
    List<Flow> flows = new ArrayList<>();
    for (NavigableMap<String, Integer> rows : series.values()) {
      Map<String, Integer> before = new HashMap<>();
      for (int row : rows.values()) {
        Integer previous = before.put(table.periodType(row), row);
        int[] now = unknowns[row];
        int then = previous == null ? -1 : unknowns[previous][active];
        if (now[started] >= 0 && now[ended] >= 0 && now[active] >= 0) {
          flows.add(new Flow(row, now[started], now[ended], now[active], then));
        }
      }
    }
    boolean exactly = flows.stream().allMatch(flow -> Math.abs(flow.rest(system)) < EPSILON);
    boolean atMost = flows.stream().allMatch(flow -> flow.tooMany(system) < EPSILON);
    for (Flow flow : flows) {
      if (atMost) {
        sink.add("flow of jobs", key(29, flow.row(), 0), flow.atMost());
      }
      if (exactly) {
        sink.add("flow of jobs", key(23, flow.row(), 0), flow.exactly());
      }
    }
  }

  /** Unknowns of one row; {@code then} is what was active a period earlier, -1 for nothing. */
  private record Flow(int row, int started, int ended, int active, int then) {
    double rest(LinearSystem system) {
      double before = then < 0 ? 0 : system.exact(then);
      return system.exact(active) - before - system.exact(started) + system.exact(ended);
    }

    double tooMany(LinearSystem system) {
      double before = then < 0 ? 0 : system.exact(then);
      return system.exact(active) - before - system.exact(started);
    }

    Relation exactly() {
      return then < 0
          ? new Relation(new int[] {active, started, ended}, new double[] {1, -1, 1}, 0, 0)
          : new Relation(
              new int[] {active, started, ended, then}, new double[] {1, -1, 1, -1}, 0, 0);
    }

    /** Who is active was active before or has started since. */
    Relation atMost() {
      double least = -LinearSystem.UNBOUNDED * 1e3;
      return then < 0
          ? new Relation(new int[] {active, started}, new double[] {1, -1}, least, 0)
          : new Relation(new int[] {active, started, then}, new double[] {1, -1, -1}, least, 0);
    }
  }

  private int measure(String measure) {
    for (int m = 0; m < table.measures().size(); m++) {
      if (table.measures().get(m).name().equals(measure)) {
        return m;
      }
    }
    return -1;
  }

  private void withinRows() {
    for (Within within : WITHIN_A_ROW) {
      int lesser = measure(within.lesser());
      int greater = measure(within.greater());
      if (lesser >= 0 && greater >= 0 && holdsEverywhere(lesser, within.times(), greater)) {
        for (int r = 0; r < unknowns.length; r++) {
          if (unknowns[r][lesser] >= 0 && unknowns[r][greater] >= 0) {
            sink.add(
                "within a row",
                key(37, r, lesser),
                Relation.atMost(unknowns[r][lesser], within.times(), unknowns[r][greater]));
          }
        }
      }
    }
  }

  private boolean holdsEverywhere(int lesser, double times, int greater) {
    for (int[] row : unknowns) {
      if (row[lesser] >= 0
          && row[greater] >= 0
          && system.exact(row[lesser]) > times * system.exact(row[greater]) + EPSILON) {
        return false;
      }
    }
    return true;
  }

  /** Banen are the paid and the estimated hours together, divided by the hours of one. */
  private void banen() {
    int banen = measure("banen");
    int paid = measure("paid_hours");
    int estimated = measure("estimated_hours");
    if (banen < 0 || paid < 0 || estimated < 0) {
      return;
    }
    for (int r = 0; r < unknowns.length; r++) {
      if (unknowns[r][banen] >= 0 && system.exact(unknowns[r][banen]) != 0) {
        double hours = system.exact(unknowns[r][paid]) + system.exact(unknowns[r][estimated]);
        double each = hours / system.exact(unknowns[r][banen]);
        sink.add(
            "hours and banen",
            key(41, r, banen),
            new Relation(
                new int[] {unknowns[r][paid], unknowns[r][estimated], unknowns[r][banen]},
                new double[] {1, 1, -each},
                0,
                0));
      }
    }
  }
}
