package nl.oogst.protect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Gathers what an attacker knows from all releases: for each exact figure about persons the bounds
 * that the rounding rule gives away, and the relations between figures. The attacker is taken to
 * know more than is likely: which figures are whole, which relations hold everywhere, and which
 * figures did not change from one release to the next.
 */
final class Attack {
  private static final String COUNT = "count";

  /** Where a figure stands: the first release that has it, and its row and measure there. */
  record Cell(int release, TableCells table, int row, TableCells.Measure measure) {}

  /** A data set of the release that was added last, with the unknown of each row and measure. */
  @SuppressWarnings("ArrayRecordComponent") // compared by identity or by its own equals
  record Placed(TableCells table, int[][] unknowns) {}

  private final DisclosureRules rules;
  private final LinearSystem system = new LinearSystem();
  private final List<Cell> cells = new ArrayList<>();

  /** The newest unknown of a cell, and what was published of it. */
  private record Newest(int unknown, Double published) {}

  private final Map<Long, Newest> newest = new HashMap<>();
  private final Map<Long, LinearSystem.Relation> lastRelations = new HashMap<>();

  /** For a figure that changed: its unknown before, and the unknown of the change. */
  private record Change(int before, int difference) {}

  private final Map<Integer, Change> changes = new TreeMap<>();
  private final SortedMap<String, Integer> relationsByKind = new TreeMap<>();
  private List<Placed> last = List.of();
  private int releases;

  Attack(DisclosureRules rules) {
    this.rules = rules;
  }

  LinearSystem system() {
    return system;
  }

  /** Where an unknown stands; of a change where the changed figure stands. */
  Cell cell(int unknown) {
    return cells.get(unknown);
  }

  boolean isChange(int unknown) {
    return Double.isNaN(system.base(unknown));
  }

  int changes() {
    return changes.size();
  }

  SortedMap<String, Integer> relationsByKind() {
    return relationsByKind;
  }

  List<Placed> last() {
    return last;
  }

  int releases() {
    return releases;
  }

  /** Adds a release; earlier ones first. */
  void add(List<GateTable> tables) {
    List<Placed> placed = new ArrayList<>();
    for (GateTable table : tables) {
      if (TableCells.fits(table.schema(), rules.bases().keySet())) {
        placed.add(add(new TableCells(table, rules.bases().keySet())));
      }
    }
    new AcrossSets(placed, tables, system, this::relate).addAll();
    last = placed;
    releases++;
  }

  private Placed add(TableCells table) {
    int[][] unknowns = new int[table.rows()][table.measures().size()];
    long name = TableCells.hash(table.schema().name());
    for (int m = 0; m < table.measures().size(); m++) {
      TableCells.Measure measure = table.measures().get(m);
      boolean negative = anyNegative(table, measure);
      for (int r = 0; r < table.rows(); r++) {
        long key = TableCells.mix(name ^ table.cell(r), table.periodKey(r));
        unknowns[r][m] = unknown(table, r, measure, negative, key);
      }
    }
    new Relations(table, unknowns, system, this::relate).addAll();
    return new Placed(table, unknowns);
  }

  private static boolean anyNegative(TableCells table, TableCells.Measure measure) {
    for (int r = 0; r < table.rows(); r++) {
      Double exact = measure.of(table.exact(r));
      if (exact != null && exact < 0) {
        return true;
      }
    }
    return false;
  }

  private int unknown(
      TableCells table, int row, TableCells.Measure measure, boolean negative, long key) {
    Double exact = measure.of(table.exact(row));
    if (exact == null || !table.aboutPersons(row, measure)) {
      return -1;
    }
    Double published = measure.of(table.published(row));
    long place = TableCells.mix(key, measure.hash());
    Newest before = newest.get(place);
    if (before != null
        && system.exact(before.unknown()) == exact
        && (published == null || published.equals(before.published()))) {
      return before.unknown();
    }
    double base = rules.base(measure.kind(), table.periodType(row));
    boolean whole = measure.kind().equals(COUNT) && Math.rint(exact) == exact;
    int unknown = system.unknown(exact, whole, base);
    cells.add(new Cell(releases, table, row, measure));
    bound(unknown, published, base, whole ? 1 : 0, negative);
    newest.put(place, new Newest(unknown, published));
    if (before != null && system.exact(before.unknown()) == exact) {
      // rounded anew, such as after two persons turned out to be one: both roundings hold
      system.relate(LinearSystem.Relation.sum(new int[] {before.unknown()}, unknown));
      relationsByKind.merge("rounded anew", 1, Integer::sum);
    } else if (before != null && whole && system.whole(before.unknown())) {
      change(before.unknown(), unknown);
    }
    return unknown;
  }

  /**
   * What the rule gives away: the figure is less than a base from what is published, and what is
   * not zero was not zero before.
   */
  private void bound(int unknown, Double published, double base, double step, boolean negative) {
    if (published == null) {
      system.bounds(unknown, negative ? -LinearSystem.UNBOUNDED : 0, LinearSystem.UNBOUNDED);
      return;
    }
    double least = published - base + step;
    double most = published + base - step;
    if (published > 0) {
      least = Math.max(least, step);
    } else if (published < 0) {
      most = Math.min(most, -step);
    } else if (!negative) {
      least = 0;
    }
    system.bounds(unknown, least, most);
  }

  private void change(int before, int after) {
    int difference = system.unknown(system.exact(after) - system.exact(before), true, Double.NaN);
    system.bounds(difference, -LinearSystem.UNBOUNDED, LinearSystem.UNBOUNDED);
    cells.add(cells.get(after));
    changes.put(after, new Change(before, difference));
    system.relate(
        new LinearSystem.Relation(
            new int[] {after, before, difference}, new double[] {1, -1, -1}, 0, 0));
    relationsByKind.merge("change of a figure", 1, Integer::sum);
  }

  /**
   * Adds a relation, and its difference with the same relation of the release before, in which what
   * did not change cancels out.
   *
   * @param about equal for the same relation in every release
   */
  private void relate(String kind, long about, LinearSystem.Relation relation) {
    if (!system.relate(relation)) {
      return;
    }
    relationsByKind.merge(kind, 1, Integer::sum);
    if (relation.least() != relation.most()) {
      return;
    }
    LinearSystem.Relation before =
        lastRelations.put(TableCells.mix(about, TableCells.hash(kind)), relation);
    if (before != null) {
      LinearSystem.Relation difference = difference(before, relation);
      if (difference.unknowns().length > 0 && system.relate(difference)) {
        relationsByKind.merge("between releases", 1, Integer::sum);
      }
    }
  }

  private LinearSystem.Relation difference(
      LinearSystem.Relation before, LinearSystem.Relation now) {
    Map<Integer, Double> factors = new TreeMap<>();
    for (int i = 0; i < now.unknowns().length; i++) {
      factors.merge(now.unknowns()[i], now.factors()[i], Double::sum);
    }
    for (int i = 0; i < before.unknowns().length; i++) {
      factors.merge(before.unknowns()[i], -before.factors()[i], Double::sum);
    }
    for (int unknown : now.unknowns()) {
      Change change = changes.get(unknown);
      Double factor = factors.get(unknown);
      if (change != null && factor != null && factors.containsKey(change.before())) {
        factors.merge(change.difference(), factor, Double::sum);
        factors.merge(change.before(), factor, Double::sum);
        factors.remove(unknown);
      }
    }
    factors.values().removeIf(factor -> Math.abs(factor) < 1e-9);
    return new LinearSystem.Relation(
        factors.keySet().stream().mapToInt(Integer::intValue).toArray(),
        factors.values().stream().mapToDouble(Double::doubleValue).toArray(),
        now.least() - before.least(),
        now.most() - before.most());
  }
}
