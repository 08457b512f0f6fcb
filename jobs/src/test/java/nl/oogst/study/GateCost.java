package nl.oogst.study;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import nl.oogst.model.DataSetSchema;
import nl.oogst.protect.CellKeyRounding;
import nl.oogst.protect.DisclosureRules;
import nl.oogst.protect.Gate;
import nl.oogst.protect.GateReport;
import nl.oogst.protect.GateTable;

/**
 * What the gate costs for more and more cells: rows of jobs realised by organisation and target
 * group over more and more years. Prints processor time, which other work on the machine disturbs
 * least.
 */
public final class GateCost {
  private static final int ORGANISATIONS = 14;
  private static final int GROUPS = 10;
  private static final String[] MEASURES = {"jobs_started", "jobs_ended", "jobs_active", "persons"};

  private final DataSetSchema schema;
  private final DisclosureRules rules;

  private GateCost(Path schemas) {
    rules = DisclosureRules.load(schemas.resolve("rules/disclosure.json"));
    schema = DataSetSchema.load(schemas.resolve("datasets/jobs_realised.json"));
  }

  public static void main(String[] arguments) {
    GateCost cost = new GateCost(Path.of(System.getProperty("oogst.root", ".")).resolve("schemas"));
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    cost.measure(10_000);
    for (int cells : new int[] {1_000, 10_000, 100_000, 1_000_000}) {
      double[] best = cost.measure(cells);
      out.printf(
          Locale.ROOT,
          "%,d cells, %,d relations: %.3f s, %.1f microseconds a cell%n",
          (long) best[1],
          (long) best[2],
          best[0],
          best[0] / best[1] * 1e6);
    }
  }

  /** Seconds of the processor, cells and relations; the best of three. */
  double[] measure(int cells) {
    GateTable table = table(cells);
    double best = Double.MAX_VALUE;
    GateReport report = null;
    for (int i = 0; i < 3; i++) {
      long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      report = new Gate(rules).judge(List.of(table));
      long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
      best = Math.min(best, took / 1e9);
    }
    int relations = report.relations().values().stream().mapToInt(Integer::intValue).sum();
    return new double[] {best, table.published().size() * (double) MEASURES.length, relations};
  }

  /** A table of about so many cells; the figures add up as they should. */
  private GateTable table(int cells) {
    int organisations = Math.max(1, Math.min(ORGANISATIONS, cells / 220));
    int rowsAPeriod = 1 + organisations + GROUPS + organisations * GROUPS;
    int years = Math.max(1, Math.round(cells / (float) (MEASURES.length * rowsAPeriod * 5)));
    Random random = new Random(cells);
    List<Object[]> published = new ArrayList<>();
    List<Object[]> exact = new ArrayList<>();
    for (int year = 0; year < years; year++) {
      double[][][] sums = new double[organisations][GROUPS][MEASURES.length];
      for (int quarter = 1; quarter <= 5; quarter++) {
        boolean whole = quarter == 5;
        String name = String.format(Locale.ROOT, "%04d", 2000 + year);
        String period = whole ? name : name + "-Q" + quarter;
        double[][][] figures = new double[organisations][GROUPS][MEASURES.length];
        for (int o = 0; o < organisations; o++) {
          for (int g = 0; g < GROUPS; g++) {
            for (int m = 0; m < MEASURES.length; m++) {
              double figure = random.nextInt(4) == 0 ? random.nextInt(12) : random.nextInt(2);
              sums[o][g][m] += whole ? 0 : figure;
              figures[o][g][m] = whole ? sums[o][g][m] : figure;
            }
          }
        }
        rows(period, figures, random, published, exact);
      }
    }
    return new GateTable(schema, published, exact);
  }

  private void rows(
      String period,
      double[][][] figures,
      Random random,
      List<Object[]> published,
      List<Object[]> exact) {
    double[] all = new double[MEASURES.length];
    double[][] byGroup = new double[GROUPS][MEASURES.length];
    for (int o = 0; o < figures.length; o++) {
      double[] sum = new double[MEASURES.length];
      for (int g = 0; g < GROUPS; g++) {
        for (int m = 0; m < MEASURES.length; m++) {
          sum[m] += figures[o][g][m];
          byGroup[g][m] += figures[o][g][m];
          all[m] += figures[o][g][m];
        }
        add(period, "organisation+target_group", o, g, figures[o][g], random, published, exact);
      }
      add(period, "organisation", o, -1, sum, random, published, exact);
    }
    for (int g = 0; g < GROUPS; g++) {
      add(period, "target_group", -1, g, byGroup[g], random, published, exact);
    }
    add(period, "all", -1, -1, all, random, published, exact);
  }

  private void add(
      String period,
      String breakdown,
      int organisation,
      int group,
      double[] figures,
      Random random,
      List<Object[]> published,
      List<Object[]> exact) {
    Object[] row = new Object[schema.columns().size()];
    row[schema.indexOf("period_type")] = period.length() == 4 ? "year" : "quarter";
    row[schema.indexOf("period")] = period;
    row[schema.indexOf("breakdown")] = breakdown;
    row[schema.indexOf("organisation")] = organisation < 0 ? null : "organisation " + organisation;
    row[schema.indexOf("target_group")] = group < 0 ? null : "group " + group;
    row[schema.indexOf("disclosure")] = "rounded";
    Object[] shown = row.clone();
    for (int m = 0; m < MEASURES.length; m++) {
      row[schema.indexOf(MEASURES[m])] = figures[m];
      shown[schema.indexOf(MEASURES[m])] =
          CellKeyRounding.round(
              figures[m],
              rules.base("count", (String) shown[schema.indexOf("period_type")]),
              random.nextLong());
    }
    exact.add(row);
    published.add(shown);
  }
}
