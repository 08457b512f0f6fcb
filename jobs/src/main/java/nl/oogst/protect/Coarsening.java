package nl.oogst.protect;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import nl.oogst.model.Column;
import nl.oogst.model.DataSetSchema;
import nl.oogst.protect.GateReport.Block;
import nl.oogst.protect.GateReport.Leak;

/**
 * The last part of protection, before the gate: where rounded figures still leak, leaves out one
 * measure for a whole breakdown in one period, so that what is missing does not point at the cell
 * that leaked, and tries again. What was left out once stays out. The gate then judges what is left
 * as it judges any release.
 */
public final class Coarsening {
  private static final int MOST_BLOCKS = 40;
  private static final String ALL = "all";

  /** Kinds of figures that are worked out from others in their row. */
  private static final Set<String> FROM_FIGURES = Set.of("share", "derived");

  /**
   * The data sets as the gate shall judge them.
   *
   * @param report what was seen on the way; what still leaks is in it
   */
  public record Coarsened(List<GateTable> tables, GateReport report) {}

  private final Gate gate;
  private final Attack attack;

  /** Works with what a gate knows of earlier releases; that gate judges no release itself. */
  public Coarsening(Gate gate) {
    this.gate = requireNonNull(gate, "gate");
    this.attack = gate.attack();
  }

  /** Leaves out what leaks, as far as it can; without a leak the data sets stay as they are. */
  public Coarsened apply(List<GateTable> tables) {
    SortedSet<Block> blocks = new TreeSet<>(gate.leftOutBefore());
    attack.add(withhold(tables, blocks));
    double[][] bounds = attack.system().copyOfBounds();
    List<Leak> leaks;
    while (true) {
      propagate(bounds, blocks);
      leaks = gate.leaks();
      Optional<Block> block = leaks.isEmpty() ? Optional.empty() : finest(blocks);
      if (block.isEmpty() || blocks.size() - gate.leftOutBefore().size() >= MOST_BLOCKS) {
        break;
      }
      blocks.add(block.get());
    }
    SortedSet<Block> own = new TreeSet<>(blocks);
    own.removeIf(block -> tables.stream().noneMatch(t -> has(t, block)));
    List<GateTable> published = withhold(tables, own);
    GateReport report = gate.report(leaks, List.copyOf(own));
    attack.system().restore(bounds);
    attack.last().forEach(placed -> loosen(placed, blocks));
    return new Coarsened(published, report);
  }

  private static boolean has(GateTable table, Block block) {
    if (!table.schema().name().equals(block.dataSet())) {
      return false;
    }
    TableCells cells = new TableCells(table, Set.of());
    return IntStream.range(0, cells.rows()).anyMatch(r -> cells.period(r).equals(block.period()));
  }

  private void propagate(double[][] bounds, Collection<Block> blocks) {
    attack.system().restore(bounds);
    attack.last().forEach(placed -> loosen(placed, blocks));
    gate.propagate();
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
                && attack.release(unknown) == release) {
              attack.system().bounds(unknown, -LinearSystem.UNBOUNDED, LinearSystem.UNBOUNDED);
            }
          }
        }
      }
    }
  }

  /** The block of the finest breakdown among the figures that leak; most leaks first. */
  private Optional<Block> finest(Collection<Block> known) {
    Map<Block, Integer> counts = new HashMap<>();
    for (int i = 0; i < attack.system().size(); i++) {
      if (gate.leaks(i)) {
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
    IntPredicate isNow = i -> attack.release(i) == attack.releases() - 1;
    if (isNow.test(leak)) {
      return IntStream.of(leak);
    }
    return Arrays.stream(gate.propagation().relationsOf(leak))
        .flatMap(relation -> Arrays.stream(attack.system().relations().get(relation).unknowns()))
        .filter(isNow);
  }

  private Block block(int unknown) {
    Attack.Cell cell = attack.cell(unknown);
    return new Block(cell.dataSet(), cell.measure(), cell.breakdown(), cell.period());
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
    TableCells cells = new TableCells(table, Set.of());
    List<Object[]> rows = new ArrayList<>(table.published());
    for (int r = 0; r < rows.size(); r++) {
      for (Block block : blocks) {
        if (cells.breakdown(r).equals(block.breakdown())
            && cells.period(r).equals(block.period())) {
          rows.set(r, withhold(rows.get(r), schema, block.measure()));
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
      Column column = schema.columns().get(i);
      boolean tells =
          FROM_FIGURES.contains(String.valueOf(column.rounding()))
              || column.name().equals("value_limit");
      if (tells && !column.required()) {
        less[i] = null;
      }
    }
    less[schema.indexOf("disclosure")] = "withheld";
    return less;
  }
}
