package nl.oogst.study;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import nl.oogst.measure.Breakdown;
import nl.oogst.measure.Cells;
import nl.oogst.measure.Exact;
import nl.oogst.measure.Frame;
import nl.oogst.measure.JobsRealised;
import nl.oogst.measure.Person;
import nl.oogst.model.DataSetSchema;
import nl.oogst.model.Period;
import nl.oogst.model.Schemas;
import nl.oogst.protect.Coarsening;
import nl.oogst.protect.DisclosureRules;
import nl.oogst.protect.Gate;
import nl.oogst.protect.GateTable;
import nl.oogst.protect.Protection;

/**
 * Twelve monthly releases of many made-up worlds, protected as a run does it, and an attacker who
 * has them all. Counts what it works out exactly, with the gate and without.
 *
 * <p>Arguments: number of worlds, first seed, number of releases.
 */
public final class AttackerStudy {
  private static final int SMALL = 4;

  /**
   * What came of one world.
   *
   * @param cells counts published in all releases, zeros included
   * @param small counts of 1 to 4 among them, and changes of 1 to 4
   * @param found counts and changes that the attacker is right about, who was told nothing
   * @param foundTold the same, told which figures did not change
   * @param foundWithoutGate as told, had the gate let everything through
   * @param wrong claims that are not true; a sound attacker makes none
   * @param error sum of absolute errors of published counts, and how many are not zero
   * @param coarsened blocks left out in the last release
   */
  record World(
      long cells,
      long small,
      long found,
      long foundTold,
      long foundWithoutGate,
      long wrong,
      double error,
      double errorOfOthers,
      long others,
      long coarsened,
      long left,
      boolean stopped) {}

  private final DisclosureRules rules;
  private final DataSetSchema schema;
  private final List<Breakdown> breakdowns;
  private final Protection protection;

  AttackerStudy(Path schemas) {
    rules = DisclosureRules.load(schemas.resolve("rules/disclosure.json"));
    schema = DataSetSchema.load(schemas.resolve("datasets/jobs_realised.json"));
    breakdowns = Breakdown.list(Schemas.load(schemas).rules("breakdowns"));
    protection = new Protection(rules);
  }

  public static void main(String[] arguments) {
    int worlds = Integer.parseInt(arguments[0]);
    long first = Long.parseLong(arguments[1]);
    int releases = Integer.parseInt(arguments[2]);
    Path root = Path.of(System.getProperty("oogst.root", "."));
    AttackerStudy study = new AttackerStudy(root.resolve("schemas"));
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    List<World> all = new ArrayList<>();
    for (long seed = first; seed < first + worlds; seed++) {
      World world = study.world(seed, releases);
      all.add(world);
      out.printf(Locale.ROOT, "%d %s%n", seed, world);
    }
    out.println(summary(all));
  }

  static String summary(List<World> all) {
    long cells = all.stream().mapToLong(World::cells).sum();
    double error = all.stream().mapToDouble(World::error).sum();
    double others = all.stream().mapToDouble(World::errorOfOthers).sum();
    return String.format(
        Locale.ROOT,
        "worlds %d, counts %d, small counts and changes %d%n"
            + "found %d, told what did not change %d, without the gate %d in %d worlds, wrong %d%n"
            + "mean absolute error %.2f, of counts above zero %.2f%n"
            + "worlds coarsened %d, counts left out %.4f %%, worlds stopped %d%n",
        all.size(),
        cells,
        all.stream().mapToLong(World::small).sum(),
        all.stream().mapToLong(World::found).sum(),
        all.stream().mapToLong(World::foundTold).sum(),
        all.stream().mapToLong(World::foundWithoutGate).sum(),
        all.stream().filter(world -> world.foundWithoutGate() > 0).count(),
        all.stream().mapToLong(World::wrong).sum(),
        error / cells,
        others / all.stream().mapToLong(World::others).sum(),
        all.stream().filter(world -> world.coarsened() > 0).count(),
        100.0 * all.stream().mapToLong(World::left).sum() / cells,
        all.stream().filter(World::stopped).count());
  }

  World world(long seed, int releases) {
    PlacementWorld world = new PlacementWorld(seed);
    byte[] key = ("key of world " + seed).getBytes(StandardCharsets.UTF_8);
    List<GateTable> plain = new ArrayList<>();
    List<GateTable> published = new ArrayList<>();
    long coarsened = 0;
    boolean stopped = false;
    Gate gate = new Gate(rules);
    for (int r = 0; r < releases; r++) {
      LocalDate asOf =
          PlacementWorld.FIRST_RELEASE.withDayOfMonth(1).plusMonths(r + 1).minusDays(1);
      GateTable table = table(world, asOf, key);
      plain.add(table);
      Coarsening.Coarsened judgement = new Coarsening(gate).apply(List.of(table));
      coarsened = judgement.report().coarsened().size();
      if (!judgement.report().clean()) {
        stopped = true;
        break;
      }
      published.add(judgement.tables().get(0));
      gate.published("release " + r, judgement.report());
    }
    return attack(plain, published, coarsened, stopped);
  }

  private GateTable table(PlacementWorld world, LocalDate asOf, byte[] key) {
    Map<Period, Frame.Coverage> coverage = new TreeMap<>();
    Period.covering(PlacementWorld.FIRST, asOf)
        .forEach(period -> coverage.put(period, new Frame.Coverage(1, 1)));
    Frame frame = new Frame(asOf, PlacementWorld.FIRST, breakdowns, world.phases, coverage);
    JobsRealised measure = new JobsRealised(frame);
    Cells cells = measure.empty();
    for (Person person : world.persons(asOf, key)) {
      measure.add(person, cells);
    }
    List<Object[]> figures = measure.rows(cells, schema);
    return new GateTable(
        schema,
        figures.stream().map(row -> protection.row(row, schema)).toList(),
        figures.stream().map(row -> Exact.row(row, schema)).toList());
  }

  private World attack(
      List<GateTable> plain, List<GateTable> published, long coarsened, boolean stopped) {
    Truth truth = new Truth(published);
    List<Attacker.Claim> alone = truth.attack(published, false);
    List<Attacker.Claim> told = truth.attack(published, true);
    Truth all = new Truth(plain);
    List<Attacker.Claim> without = all.attack(plain, true);
    long wrong = truth.wrong(alone) + truth.wrong(told) + all.wrong(without);
    double error = 0;
    double errorOfOthers = 0;
    long others = 0;
    long left = 0;
    for (int r = 0; r < published.size(); r++) {
      for (Map.Entry<Count, Double> one : counts(r, published.get(r), false).entrySet()) {
        double exact = truth.of(one.getKey());
        if (one.getValue() == null) {
          left++;
          continue;
        }
        error += Math.abs(one.getValue() - exact);
        if (exact != 0) {
          others++;
          errorOfOthers += Math.abs(one.getValue() - exact);
        }
      }
    }
    return new World(
        truth.size(),
        truth.small(),
        truth.right(alone),
        truth.right(told),
        all.right(without),
        wrong,
        error,
        errorOfOthers,
        others,
        coarsened,
        left,
        stopped);
  }

  /** The counts of a table by name. */
  private Map<Count, Double> counts(int release, GateTable table, boolean exact) {
    Map<Count, Double> counts = new HashMap<>();
    List<Object[]> rows = exact ? table.exact() : table.published();
    for (Object[] row : rows) {
      String breakdown = (String) row[schema.indexOf("breakdown")];
      List<String> values = new ArrayList<>();
      if (!breakdown.equals("all")) {
        for (String dimension : breakdown.split("\\+", -1)) {
          values.add((String) row[schema.indexOf(dimension)]);
        }
      }
      for (String measure : Attacker.MEASURES) {
        counts.put(
            new Count(
                release,
                measure,
                (String) row[schema.indexOf("period")],
                breakdown,
                String.join("+", values)),
            (Double) row[schema.indexOf(measure)]);
      }
    }
    return counts;
  }

  /** What an attacker is after. */
  private final class Truth {
    private final Map<Count, Double> exact = new HashMap<>();

    Truth(List<GateTable> tables) {
      for (int r = 0; r < tables.size(); r++) {
        exact.putAll(counts(r, tables.get(r), true));
      }
    }

    long size() {
      return exact.size();
    }

    double of(Count count) {
      return exact.get(count);
    }

    private Double before(Count count) {
      return exact.get(
          new Count(
              count.release() - 1,
              count.measure(),
              count.period(),
              count.breakdown(),
              count.slice()));
    }

    /** Counts of 1 to 4, and counts that changed by 1 to 4 since the release before. */
    long small() {
      return exact.entrySet().stream()
          .filter(
              one -> {
                Double before = before(one.getKey());
                double change = before == null ? 0 : Math.abs(one.getValue() - before);
                return isSmall(one.getValue()) || isSmall(change);
              })
          .count();
    }

    private static boolean isSmall(double count) {
      return count >= 1 && count <= SMALL;
    }

    List<Attacker.Claim> attack(List<GateTable> tables, boolean told) {
      Attacker attacker = new Attacker();
      for (int r = 0; r < tables.size(); r++) {
        Map<Count, Double> counts = counts(r, tables.get(r), false);
        counts.forEach(
            (count, published) -> {
              if (told && exact.get(count).equals(before(count))) {
                attacker.isUnchanged(count);
              }
              attacker.see(count, published);
            });
      }
      return attacker.attack();
    }

    long right(List<Attacker.Claim> claims) {
      return claims.stream().filter(claim -> exact.get(claim.count()) == claim.value()).count();
    }

    long wrong(List<Attacker.Claim> claims) {
      return claims.size() - right(claims);
    }
  }
}
