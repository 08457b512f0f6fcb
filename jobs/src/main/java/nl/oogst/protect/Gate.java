package nl.oogst.protect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.oogst.protect.GateReport.Block;
import nl.oogst.protect.GateReport.Leak;

/**
 * The last step before publishing: works out what an attacker can learn from the figures of this
 * and all earlier releases (methods page, section 5). A figure that can be known exactly is a leak,
 * and a leak stops the release. The gate changes nothing; what may be left out so that it finds no
 * leak is for {@link Coarsening}, before it.
 */
public final class Gate {
  private static final int MOST_POSSIBLE = 9;
  private static final int SMALL = 4;

  /** Bounds this near are worth a linear program. */
  private static final int NEAR = 1;

  /** An amount known within this share of itself counts as known. */
  private static final double KNOWN_AMOUNT = 0.1;

  private final DisclosureRules rules;
  private final Attack attack;
  private final List<String> earlier = new ArrayList<>();
  private final SortedSet<Block> before = new TreeSet<>();
  private Attack.Known beforeLast;
  private List<Block> leftOutByLast = List.of();
  private Propagation propagation;
  private long looks;
  private long programs;

  public Gate(DisclosureRules rules) {
    this(rules, new Attack(rules));
  }

  private Gate(DisclosureRules rules, Attack attack) {
    this.rules = rules;
    this.attack = attack;
  }

  /** A gate that knows the same releases; each judges on its own. */
  public Gate copy() {
    Gate copy = new Gate(rules, attack.copy());
    copy.earlier.addAll(earlier);
    copy.before.addAll(before);
    return copy;
  }

  /**
   * Adds an earlier release; the earliest first. What it told is kept, its data sets are not.
   *
   * @param coarsened what it left out
   */
  public void earlier(String releaseId, List<GateTable> tables, Collection<Block> coarsened) {
    beforeLast = attack.known();
    leftOutByLast = List.copyOf(coarsened);
    earlier.add(releaseId);
    before.addAll(coarsened);
    attack.add(tables);
    attack.forgetLast();
  }

  /**
   * Writes what the earlier release told that was added last, before anything is judged: for {@link
   * #earlier(String, DataInput)} of a gate that knows the same releases before it.
   */
  public void tell(DataOutput out) throws IOException {
    out.writeInt(leftOutByLast.size());
    for (Block block : leftOutByLast) {
      out.writeUTF(block.dataSet());
      out.writeUTF(block.measure());
      out.writeUTF(block.breakdown());
      out.writeUTF(block.period());
    }
    attack.tell(beforeLast, out);
  }

  /**
   * Adds an earlier release by what was written of it. After a failure this gate knows part of it
   * only, and is of no use.
   */
  public void earlier(String releaseId, DataInput told) throws IOException {
    earlier.add(releaseId);
    for (int left = told.readInt(); left > 0; left--) {
      before.add(new Block(told.readUTF(), told.readUTF(), told.readUTF(), told.readUTF()));
    }
    attack.hear(told);
  }

  /** Judges a release as it stands. */
  public GateReport judge(List<GateTable> tables) {
    return judge(tables, List.of());
  }

  /**
   * Judges a release as it stands.
   *
   * @param coarsened what it leaves out, for the report
   */
  public GateReport judge(List<GateTable> tables, List<Block> coarsened) {
    attack.add(tables);
    propagate();
    return report(leaks(), coarsened);
  }

  /** The release that was judged last is published: to the next one it is an earlier one. */
  public void published(String releaseId, GateReport report) {
    earlier.add(releaseId);
    before.addAll(report.coarsened());
  }

  Attack attack() {
    return attack;
  }

  /** What earlier releases left out. */
  SortedSet<Block> leftOutBefore() {
    return before;
  }

  Propagation propagation() {
    return propagation;
  }

  /** Tightens the bounds until nothing moves. */
  void propagate() {
    LinearSystem system = attack.system();
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

  List<Leak> leaks() {
    List<Leak> leaks = new ArrayList<>();
    for (int i = 0; i < attack.system().size(); i++) {
      if (leaks(i)) {
        leaks.add(leak(i));
      }
    }
    return leaks;
  }

  /** That a count is zero may be known; what is there may not. */
  boolean leaks(int unknown) {
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
    String what = attack.isChange(unknown) ? "change" : cell.isCount() ? "count" : "amount";
    if (contradicts(unknown)) {
      what = "contradiction";
    }
    return new Leak(
        what, cell.dataSet(), cell.measure(), cell.period(), cell.breakdown(), cell.words());
  }

  GateReport report(List<Leak> leaks, List<Block> coarsened) {
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
