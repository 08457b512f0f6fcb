package nl.oogst.protect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import nl.oogst.model.DataSetSchema;
import nl.oogst.protect.GateReport.Block;
import nl.oogst.protect.GateReport.Leak;

/**
 * The last step before publishing: works out what an attacker can learn from the figures of this
 * and all earlier releases (methods page, section 5). A figure that can be known exactly is a leak.
 *
 * <p>Where it may, the gate coarsens: it leaves out one measure for a whole breakdown in one
 * period, so that what is missing does not point at the cell that leaked, and judges again. What
 * was left out once stays out.
 */
public final class Gate {
  private static final int MOST_BLOCKS = 40;
  private static final int MOST_POSSIBLE = 9;
  private static final int SMALL = 4;

  /** Bounds this near are worth a linear program. */
  private static final int NEAR = 1;

  /** An amount known within this share of itself counts as known. */
  private static final double KNOWN_AMOUNT = 0.1;

  private static final String ALL = "all";

  /** The data sets as they may be published, and what the gate says about them. */
  public record Judgement(List<GateTable> tables, GateReport report) {}

  private final DisclosureRules rules;
  private final Attack attack;
  private final List<String> earlier = new ArrayList<>();
  private final SortedSet<Block> before = new TreeSet<>();
  private Propagation propagation;
  private long looks;
  private long programs;

  public Gate(DisclosureRules rules) {
    this.rules = rules;
    this.attack = new Attack(rules);
  }

  /**
   * Adds an earlier release; the earliest first.
   *
   * @param coarsened what it left out
   */
  public void earlier(String releaseId, List<GateTable> tables, Collection<Block> coarsened) {
    earlier.add(releaseId);
    before.addAll(coarsened);
    attack.add(tables);
  }

  /** Judges a release as it stands, such as one that was published. */
  public GateReport judge(List<GateTable> tables) {
    attack.add(tables);
    propagate(attack.system().copyOfBounds(), new TreeSet<>());
    return report(leaks(), List.of());
  }

  /** Judges a release and leaves out what leaks, as far as it can. */
  public Judgement coarsen(List<GateTable> tables) {
    SortedSet<Block> blocks = new TreeSet<>(before);
    attack.add(withhold(tables, blocks));
    double[][] bounds = attack.system().copyOfBounds();
    List<Leak> leaks;
    while (true) {
      propagate(bounds, blocks);
      leaks = leaks();
      Optional<Block> block = leaks.isEmpty() ? Optional.empty() : finest(blocks);
      if (block.isEmpty() || blocks.size() - before.size() >= MOST_BLOCKS) {
        break;
      }
      blocks.add(block.get());
    }
    SortedSet<Block> own = new TreeSet<>(blocks);
    own.removeIf(block -> tables.stream().noneMatch(t -> has(t, block)));
    List<GateTable> published = withhold(tables, own);
    GateReport report = report(leaks, List.copyOf(own));
    attack.system().restore(bounds);
    attack.last().forEach(placed -> loosen(placed, blocks));
    return new Judgement(published, report);
  }

  /** The release that was judged last is published: to the next one it is an earlier one. */
  public void published(String releaseId, GateReport report) {
    earlier.add(releaseId);
    before.addAll(report.coarsened());
  }

  private static boolean has(GateTable table, Block block) {
    if (!table.schema().name().equals(block.dataSet())) {
      return false;
    }
    int period = table.schema().indexOf("period");
    return table.published().stream().anyMatch(row -> row[period].equals(block.period()));
  }

  private void propagate(double[][] bounds, Collection<Block> blocks) {
    LinearSystem system = attack.system();
    system.restore(bounds);
    for (Attack.Placed placed : attack.last()) {
      loosen(placed, blocks);
    }
    propagation = new Propagation(system);
    looks += propagation.run();
    LocalProgram program = new LocalProgram(system, propagation);
    for (int i = 0; i < system.size(); i++) {
      if (system.whole(i) && system.exact(i) != 0 && isNear(system.width(i))) {
        program.tighten(i);
        programs += 2;
      }
    }
  }

  private static boolean isNear(double width) {
    return width > 0 && width <= NEAR;
  }

  /** Figures that are left out are bound by nothing, unless an earlier release has them. */
  private void loosen(Attack.Placed placed, Collection<Block> blocks) {
    TableCells table = placed.table();
    int release = attack.releases() - 1;
    for (Block block : blocks) {
      if (!block.dataSet().equals(table.schema().name())) {
        continue;
      }
      for (int m = 0; m < table.measures().size(); m++) {
        if (table.measures().get(m).name().equals(block.measure())) {
          for (int row : table.byBreakdown().getOrDefault(block.breakdown(), List.of())) {
            int unknown = placed.unknowns()[row][m];
            if (unknown >= 0
                && table.period(row).equals(block.period())
                && attack.cell(unknown).release() == release) {
              attack.system().bounds(unknown, -LinearSystem.UNBOUNDED, LinearSystem.UNBOUNDED);
            }
          }
        }
      }
    }
  }

  private List<Leak> leaks() {
    List<Leak> leaks = new ArrayList<>();
    for (int i = 0; i < attack.system().size(); i++) {
      if (leaks(i)) {
        leaks.add(leak(i));
      }
    }
    return leaks;
  }

  /** That a count is zero may be known; what is there may not. */
  private boolean leaks(int unknown) {
    LinearSystem system = attack.system();
    double exact = Math.abs(system.exact(unknown));
    if (contradicts(unknown)) {
      return true;
    }
    if (exact == 0) {
      return false;
    }
    if (system.whole(unknown)) {
      return system.width(unknown) == 0;
    }
    return exact < system.base(unknown) && system.width(unknown) < KNOWN_AMOUNT * exact;
  }

  /** A figure outside of its own bounds: the published figures do not belong to the exact ones. */
  private boolean contradicts(int unknown) {
    LinearSystem system = attack.system();
    double allowed = 1e-6 * Math.max(1, Math.abs(system.exact(unknown)));
    return system.exact(unknown) < system.low(unknown) - allowed
        || system.exact(unknown) > system.high(unknown) + allowed;
  }

  private Leak leak(int unknown) {
    Attack.Cell cell = attack.cell(unknown);
    TableCells table = cell.table();
    String what =
        attack.isChange(unknown) ? "change" : cell.measure().isCount() ? "count" : "amount";
    if (contradicts(unknown)) {
      what = "contradiction";
    }
    return new Leak(
        what,
        table.schema().name(),
        cell.measure().name(),
        table.period(cell.row()),
        table.breakdown(cell.row()),
        table.words(cell.row()));
  }

  /** The block of the finest breakdown among the figures that leak; most leaks first. */
  private Optional<Block> finest(Collection<Block> known) {
    Map<Block, Integer> counts = new HashMap<>();
    for (int i = 0; i < attack.system().size(); i++) {
      if (leaks(i)) {
        causes(i)
            .mapToObj(this::block)
            .distinct()
            .filter(block -> !known.contains(block) && !block.breakdown().equals(ALL))
            .forEach(block -> counts.merge(block, 1, Integer::sum));
      }
    }
    return counts.keySet().stream()
        .min(
            Comparator.comparingInt((Block b) -> -b.breakdown().split("\\+", -1).length)
                .thenComparing(b -> -counts.get(b))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** A figure of this release itself; of an earlier one, what this release says around it. */
  private IntStream causes(int leak) {
    IntPredicate isNow = i -> attack.cell(i).release() == attack.releases() - 1;
    if (isNow.test(leak)) {
      return IntStream.of(leak);
    }
    return Arrays.stream(propagation.relationsOf(leak))
        .flatMap(relation -> Arrays.stream(attack.system().relations().get(relation).unknowns()))
        .filter(isNow);
  }

  private Block block(int unknown) {
    Attack.Cell cell = attack.cell(unknown);
    return new Block(
        cell.table().schema().name(),
        cell.measure().name(),
        cell.table().breakdown(cell.row()),
        cell.table().period(cell.row()));
  }

  private static List<GateTable> withhold(List<GateTable> tables, Collection<Block> blocks) {
    List<GateTable> all = new ArrayList<>();
    for (GateTable table : tables) {
      List<Block> own =
          blocks.stream().filter(b -> b.dataSet().equals(table.schema().name())).toList();
      all.add(own.isEmpty() ? table : withhold(table, own));
    }
    return all;
  }

  private static GateTable withhold(GateTable table, List<Block> blocks) {
    DataSetSchema schema = table.schema();
    int breakdown = schema.indexOf("breakdown");
    int period = schema.indexOf("period");
    List<Object[]> rows = new ArrayList<>(table.published());
    for (int r = 0; r < rows.size(); r++) {
      for (Block block : blocks) {
        Object[] row = rows.get(r);
        if (row[breakdown].equals(block.breakdown()) && row[period].equals(block.period())) {
          rows.set(r, withhold(row, schema, block.measure()));
        }
      }
    }
    return new GateTable(schema, rows, table.exact());
  }

  /** Shares of a row go with what is left out: they tell of it. */
  private static Object[] withhold(Object[] row, DataSetSchema schema, String measure) {
    Object[] less = row.clone();
    int dot = measure.indexOf('.');
    int at = schema.indexOf(dot < 0 ? measure : measure.substring(0, dot));
    if (less[at] == null) {
      return less;
    }
    less[at] = null;
    for (int i = 0; i < less.length; i++) {
      if ("share".equals(schema.columns().get(i).rounding())
          || schema.columns().get(i).name().equals("value_limit")) {
        less[i] = null;
      }
    }
    less[schema.indexOf("disclosure")] = "withheld";
    return less;
  }

  private GateReport report(List<Leak> leaks, List<Block> coarsened) {
    LinearSystem system = attack.system();
    long[] possible = new long[MOST_POSSIBLE];
    for (int i = 0; i < system.size(); i++) {
      if (system.whole(i) && system.exact(i) >= 1 && system.exact(i) <= SMALL) {
        possible[(int) Math.max(0, Math.min(MOST_POSSIBLE - 1, system.width(i)))]++;
      }
    }
    return new GateReport(
        earlier,
        system.size(),
        attack.relationsByKind(),
        looks,
        programs,
        Arrays.stream(possible).boxed().toList(),
        leaks,
        coarsened,
        Groups.inOneCategory(attack.last(), system, rules));
  }
}
