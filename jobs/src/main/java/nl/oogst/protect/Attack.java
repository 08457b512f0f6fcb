package nl.oogst.protect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
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

  /**
   * Where a figure stands.
   *
   * @param release the first release that has it
   * @param words what its row is about beside period and breakdown
   */
  record Cell(
      int release,
      String dataSet,
      String measure,
      boolean isCount,
      String period,
      String breakdown,
      String words) {}

  /** A data set of the release that was added last, with the unknown of each row and measure. */
  @SuppressWarnings("ArrayRecordComponent") // compared by identity or by its own equals
  record Placed(TableCells table, int[][] unknowns) {}

  private final DisclosureRules rules;
  private final LinearSystem system;
  private final CellList cells;

  /** The newest unknown of each cell. */
  private final LongIntMap newest;

  /** The relation about the same in the release that has it last, as a place in the list. */
  private final LongIntMap lastRelations;

  /** Of a figure that changed its unknown before; the unknown of the change comes after its own. */
  private final LongIntMap changes;

  private final Map<String, Kind> kinds = new HashMap<>();

  /** A kind of relation: its name as a number, and how many there are. */
  private static final class Kind {
    private final long hash;
    private int relations;

    Kind(String name) {
      this.hash = TableCells.hash(name);
    }

    Kind(Kind other) {
      this.hash = other.hash;
      this.relations = other.relations;
    }
  }

  private List<Placed> last = List.of();
  private int releases;

  Attack(DisclosureRules rules) {
    this.rules = rules;
    system = new LinearSystem();
    cells = new CellList();
    newest = new LongIntMap();
    lastRelations = new LongIntMap();
    changes = new LongIntMap();
  }

  private Attack(Attack other) {
    rules = other.rules;
    system = other.system.copy();
    cells = other.cells.copy();
    newest = other.newest.copy();
    lastRelations = other.lastRelations.copy();
    changes = other.changes.copy();
    other.kinds.forEach((name, kind) -> kinds.put(name, new Kind(kind)));
    last = other.last;
    releases = other.releases;
  }

  /** What is known so far, to go on from apart. */
  Attack copy() {
    return new Attack(this);
  }

  LinearSystem system() {
    return system;
  }

  /** Where an unknown stands; of a change where the changed figure stands. */
  Cell cell(int unknown) {
    return cells.get(unknown);
  }

  /** The first release that has an unknown. */
  int release(int unknown) {
    return cells.release(unknown);
  }

  /** Of how many rows, each counted once for all releases, is held what they are about. */
  int rows() {
    return cells.abouts();
  }

  boolean isChange(int unknown) {
    return Double.isNaN(system.base(unknown));
  }

  int changes() {
    return changes.size();
  }

  SortedMap<String, Integer> relationsByKind() {
    SortedMap<String, Integer> relations = new TreeMap<>();
    kinds.forEach((name, kind) -> relations.put(name, kind.relations));
    return relations;
  }

  List<Placed> last() {
    return last;
  }

  int releases() {
    return releases;
  }

  /** How much was known at a moment. */
  record Known(int unknowns, int relations, int rows, int figures) {}

  Known known() {
    return new Known(system.size(), system.relations().size(), cells.abouts(), cells.figures());
  }

  /** Writes what was told by the release since, for one to whom all before it was told. */
  void tell(Known before, DataOutput out) throws IOException {
    system.tell(before.unknowns(), out);
    system.relations().tell(before.relations(), out);
    cells.tell(before.unknowns(), before.rows(), before.figures(), out);
    newest.tell((place, unknown) -> unknown >= before.unknowns(), out);
    lastRelations.tell((about, relation) -> relation >= before.relations(), out);
    changes.tell((unknown, earlier) -> unknown >= before.unknowns(), out);
    out.writeInt(kinds.size());
    for (var kind : kinds.entrySet()) {
      out.writeUTF(kind.getKey());
      out.writeInt(kind.getValue().relations);
    }
  }

  /** Adds a release by what another one told of it; earlier ones first. */
  void hear(DataInput in) throws IOException {
    system.hear(in);
    system.relations().hear(in);
    cells.hear(in);
    newest.hear(in);
    lastRelations.hear(in);
    changes.hear(in);
    for (int left = in.readInt(); left > 0; left--) {
      kind(in.readUTF()).relations = in.readInt();
    }
    last = List.of();
    releases++;
  }

  /** Lets go of the data sets of the release that was added last, but not of what they told. */
  void forgetLast() {
    last = List.of();
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
    for (int m = 0; m < table.measures().size(); m++) {
      TableCells.Measure measure = table.measures().get(m);
      boolean negative = anyNegative(table, measure);
      String type = null;
      double base = 0;
      for (int r = 0; r < table.rows(); r++) {
        if (!table.periodType(r).equals(type)) {
          type = table.periodType(r);
          base = rules.base(measure.kind(), type);
        }
        unknowns[r][m] = unknown(table, r, m, negative, base);
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

  private int unknown(TableCells table, int row, int m, boolean negative, double base) {
    TableCells.Measure measure = table.measures().get(m);
    Double exact = measure.of(table.exact(row));
    if (exact == null || !table.aboutPersons(row, measure)) {
      return -1;
    }
    Double published = measure.of(table.published(row));
    long place = TableCells.mix(table.key(row), measure.hash());
    int before = newest.get(place);
    if (before >= 0
        && system.exact(before) == exact
        && (published == null || published.equals(cells.published(before)))) {
      return before;
    }
    boolean whole = measure.kind().equals(COUNT) && Math.rint(exact) == exact;
    int unknown = system.unknown(exact, whole, base);
    cells.add(releases, table, row, measure, published);
    bound(unknown, published, base, whole ? 1 : 0, negative);
    newest.put(place, unknown);
    if (before >= 0 && system.exact(before) == exact) {
      // rounded anew, such as after two persons turned out to be one: both roundings hold
      system.relate(LinearSystem.Relation.sum(new int[] {before}, unknown));
      kind("rounded anew").relations++;
    } else if (before >= 0 && whole && system.whole(before)) {
      change(before, unknown);
    }
    return unknown;
  }

  private Kind kind(String name) {
    return kinds.computeIfAbsent(name, Kind::new);
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
    cells.repeat(after);
    changes.put(after, before);
    system.relate(
        new LinearSystem.Relation(
            new int[] {after, before, difference}, new double[] {1, -1, -1}, 0, 0));
    kind("change of a figure").relations++;
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
    int added = system.relations().size() - 1;
    Kind its = kind(kind);
    its.relations++;
    if (relation.least() != relation.most()) {
      return;
    }
    int before = lastRelations.put(TableCells.mix(about, its.hash), added);
    if (before >= 0) {
      LinearSystem.Relation difference = difference(system.relations().get(before), relation);
      if (difference.unknowns().length > 0 && system.relate(difference)) {
        kind("between releases").relations++;
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
      int earlier = changes.get(unknown);
      Double factor = factors.get(unknown);
      if (earlier != LongIntMap.NONE && factor != null && factors.containsKey(earlier)) {
        factors.merge(unknown + 1, factor, Double::sum); // the change
        factors.merge(earlier, factor, Double::sum);
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
