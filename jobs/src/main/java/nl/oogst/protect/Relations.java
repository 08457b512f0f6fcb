package nl.oogst.protect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private final Map<Long, Integer> families = new HashMap<>();

  Relations(TableCells table, int[][] unknowns, LinearSystem system, Sink sink) {
    this.table = table;
    this.unknowns = unknowns;
    this.system = system;
    this.sink = sink;
  }

  void addAll() {
    for (String coarser : table.byBreakdown().keySet()) {
      for (String finer : table.byBreakdown().keySet()) {
        if (table.refines(finer, coarser)) {
          breakdown(finer, coarser);
        }
      }
    }
    Periods periods = new Periods(table);
    quarters(periods);
    flows(periods);
    withinRows();
    banen();
  }

  /** A whole and its parts, as rows; whatever is of one family adds up, or does not, together. */
  private static final class Group {
    private final int whole;
    private final int family;
    private int[] parts;
    private int size;

    Group(int whole, int family, int... parts) {
      this.whole = whole;
      this.family = family;
      this.parts = parts;
      this.size = parts.length;
    }

    void add(int part) {
      if (size == parts.length) {
        parts = Arrays.copyOf(parts, Math.max(4, 2 * size));
      }
      parts[size++] = part;
    }

    int last() {
      return parts[size - 1];
    }
  }

  private int family(int row) {
    return families.computeIfAbsent(table.family(row), key -> families.size());
  }

  private void breakdown(String finer, String coarser) {
    Map<Long, Group> groups = new HashMap<>();
    for (int row : table.byBreakdown().get(coarser)) {
      groups.put(table.within(row, coarser), new Group(row, family(row)));
    }
    for (int row : table.byBreakdown().get(finer)) {
      Group group = groups.get(table.within(row, coarser));
      if (group != null) {
        group.add(row);
      }
    }
    groups.values().removeIf(group -> group.size == 0);
    partsAndWholes("parts of " + coarser, TableCells.hash(finer), groups.values());
  }

  private void partsAndWholes(String kind, long about, Iterable<Group> groups) {
    for (int m = 0; m < table.measures().size(); m++) {
      boolean[] notAdding = new boolean[families.size()];
      boolean[] notBounded = new boolean[families.size()];
      for (Group group : groups) {
        judge(group, m, notAdding, notBounded);
      }
      for (Group group : groups) {
        int whole = unknowns[group.whole][m];
        int[] parts = parts(group, m);
        if (whole < 0 || parts == null) {
          continue;
        }
        long key = key(about, group.whole, m);
        if (!notAdding[group.family]) {
          sink.add(kind, key, Relation.sum(parts, whole));
        } else if (!notBounded[group.family]) {
          between(kind, key, parts, whole);
        }
      }
    }
  }

  private void judge(Group group, int m, boolean[] notAdding, boolean[] notBounded) {
    int whole = unknowns[group.whole][m];
    if (whole < 0) {
      return;
    }
    double sum = 0;
    double most = 0;
    for (int i = 0; i < group.size; i++) {
      int unknown = unknowns[group.parts[i]][m];
      double part = unknown < 0 ? 0 : system.exact(unknown);
      sum += part;
      most = Math.max(most, part);
    }
    double total = system.exact(whole);
    double allowed = EPSILON * Math.max(1, Math.abs(total));
    notAdding[group.family] |= Math.abs(sum - total) > allowed;
    notBounded[group.family] |= most > total + allowed || sum < total - allowed;
  }

  /** Null when one of the parts has no figure. */
  private int[] parts(Group group, int m) {
    int[] parts = new int[group.size];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = unknowns[group.parts[i]][m];
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
    return TableCells.mix(table.key(row) ^ about, table.measures().get(m).hash());
  }

  private void quarters(Periods periods) {
    List<Group> years = new ArrayList<>();
    for (Periods.Series rows : periods.series()) {
      for (int i = 0; i < rows.size(); i++) {
        int row = rows.row(i);
        if (table.periodType(row).equals("year")) {
          int[] quarters = rows.quarters(row);
          if (quarters.length > 0) {
            years.add(new Group(row, family(row), quarters));
          }
        }
      }
    }
    for (int m = 0; m < table.measures().size(); m++) {
      int measure = m;
      boolean isLast = years.stream().allMatch(year -> equalsLast(year, measure));
      if (isLast) {
        for (Group year : years) {
          int last = unknowns[year.last()][m];
          if (last >= 0 && unknowns[year.whole][m] >= 0) {
            Relation same = Relation.sum(new int[] {last}, unknowns[year.whole][m]);
            sink.add("quarters of a year", key(13, year.whole, m), same);
          }
        }
      }
    }
    partsAndWholes("quarters of a year", 19, years);
  }

  private boolean equalsLast(Group year, int m) {
    int last = unknowns[year.last()][m];
    int whole = unknowns[year.whole][m];
    return last < 0 || whole < 0 || Math.abs(system.exact(last) - system.exact(whole)) < EPSILON;
  }

  private void flows(Periods periods) {
    int started = measure("jobs_started");
    int ended = measure("jobs_ended");
    int active = measure("jobs_active");
    if (started < 0 || ended < 0 || active < 0) {
      return;
    }
    Flows flows = Flows.of(table, periods, unknowns, started, ended, active);
    boolean exactly = flows.holdExactly(system);
    boolean atMost = flows.holdAtMost(system);
    for (Flows.Flow flow : flows.all()) {
      if (atMost) {
        sink.add("flow of jobs", key(29, flow.row(), 0), flow.atMost());
      }
      if (exactly) {
        sink.add("flow of jobs", key(23, flow.row(), 0), flow.exactly());
      }
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
