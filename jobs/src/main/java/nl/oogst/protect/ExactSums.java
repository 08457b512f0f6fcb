package nl.oogst.protect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Whether exact figures add up as they must: parts to their whole, quarters to their year. Persons
 * and shares are left out: one person can be in several parts.
 */
public final class ExactSums {
  private static final double EPSILON = 1e-6;

  /** In a year these are as at its end; the others add up over its quarters. */
  private static final Set<String> AT_THE_END = Set.of("jobs_active", "fte", "other_placements");

  private static final Set<String> ADDING =
      Set.of(
          "jobs_started",
          "jobs_ended",
          "jobs_active",
          "fte",
          "other_placements",
          "paid_hours",
          "estimated_hours",
          "banen",
          "realised_eur");

  private final TableCells table;
  private final List<String> problems = new ArrayList<>();
  private long checked;

  private ExactSums(TableCells table) {
    this.table = table;
  }

  /** How many sums were looked at, and those that are wrong, a line each without values. */
  public record Result(long checked, List<String> problems) {}

  /** Checks one data set; one without sums has none. */
  public static Result check(GateTable table, DisclosureRules rules) {
    if (!TableCells.fits(table.schema(), rules.bases().keySet())) {
      return new Result(0, List.of());
    }
    ExactSums sums = new ExactSums(new TableCells(table, rules.bases().keySet()));
    for (TableCells.Measure measure : sums.table.measures()) {
      if (ADDING.contains(measure.name())) {
        sums.breakdowns(measure);
        if (!measure.name().equals("banen")) {
          sums.quarters(measure);
        }
      }
    }
    return new Result(sums.checked, sums.problems);
  }

  private void breakdowns(TableCells.Measure measure) {
    for (String coarser : table.byBreakdown().keySet()) {
      Map<Long, Integer> wholes = new HashMap<>();
      for (int row : table.byBreakdown().get(coarser)) {
        wholes.put(table.within(row, coarser), row);
      }
      for (String finer : table.byBreakdown().keySet()) {
        if (table.refines(finer, coarser)) {
          Map<Long, Double> sums = new HashMap<>();
          for (int row : table.byBreakdown().get(finer)) {
            sums.merge(table.within(row, coarser), exact(measure, row), Double::sum);
          }
          for (Map.Entry<Long, Integer> whole : wholes.entrySet()) {
            Double sum = sums.get(whole.getKey());
            if (sum != null) {
              compare(measure, whole.getValue(), sum, "its parts by " + finer);
            }
          }
        }
      }
    }
  }

  private void quarters(TableCells.Measure measure) {
    Map<Long, TreeMap<String, Integer>> series = new HashMap<>();
    for (int row = 0; row < table.rows(); row++) {
      series.computeIfAbsent(table.cell(row), c -> new TreeMap<>()).put(table.period(row), row);
    }
    for (TreeMap<String, Integer> rows : series.values()) {
      for (Map.Entry<String, Integer> year : rows.entrySet()) {
        var quarters = rows.subMap(year.getKey() + "-", year.getKey() + "-Z");
        if (table.periodType(year.getValue()).equals("year") && !quarters.isEmpty()) {
          double sum =
              AT_THE_END.contains(measure.name())
                  ? exact(measure, quarters.get(quarters.lastKey()))
                  : quarters.values().stream().mapToDouble(row -> exact(measure, row)).sum();
          compare(measure, year.getValue(), sum, "its quarters");
        }
      }
    }
  }

  private double exact(TableCells.Measure measure, int row) {
    Double exact = measure.of(table.exact(row));
    return exact == null ? 0 : exact;
  }

  private void compare(TableCells.Measure measure, int row, double sum, String parts) {
    checked++;
    double whole = exact(measure, row);
    if (Math.abs(whole - sum) > EPSILON * Math.max(1, Math.abs(whole))) {
      problems.add(
          "%s %s in %s, %s: is not what %s make"
              .formatted(
                  table.schema().name(),
                  measure.name(),
                  table.period(row),
                  table.words(row).isEmpty() ? "total" : table.words(row),
                  parts));
    }
  }
}
