package nl.oogst.protect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.oogst.protect.LinearSystem.Relation;

/**
 * What started and ended in a period against what was active at its ends. A job that ends on the
 * last day of a period is active on it, and one that vanished never ended: the change in active
 * jobs is what started less what ended only where that holds everywhere.
 */
final class Flows {
  private static final double EPSILON = 1e-6;

  private final List<Flow> flows = new ArrayList<>();

  private Flows() {}

  /**
   * One flow. Unknowns of one row; {@code then} is what was active a period earlier, -1 for
   * nothing.
   */
  record Flow(int row, int started, int ended, int active, int then) {
    private double rest(LinearSystem system) {
      double before = then < 0 ? 0 : system.exact(then);
      return system.exact(active) - before - system.exact(started) + system.exact(ended);
    }

    private double tooMany(LinearSystem system) {
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

  /** The flows of a data set that has the three measures, by their place among the unknowns. */
  static Flows of(
      TableCells table, Periods periods, int[][] unknowns, int started, int ended, int active) {
    Flows flows = new Flows();
    for (Periods.Series rows : periods.series()) {
      Map<String, Integer> before = new HashMap<>();
      for (int i = 0; i < rows.size(); i++) {
        int row = rows.row(i);
        Integer previous = before.put(table.periodType(row), row);
        int[] now = unknowns[row];
        int then = previous == null ? -1 : unknowns[previous][active];
        if (now[started] >= 0 && now[ended] >= 0 && now[active] >= 0) {
          flows.flows.add(new Flow(row, now[started], now[ended], now[active], then));
        }
      }
    }
    return flows;
  }

  List<Flow> all() {
    return flows;
  }

  boolean holdExactly(LinearSystem system) {
    return flows.stream().allMatch(flow -> Math.abs(flow.rest(system)) < EPSILON);
  }

  boolean holdAtMost(LinearSystem system) {
    return flows.stream().allMatch(flow -> flow.tooMany(system) < EPSILON);
  }
}
