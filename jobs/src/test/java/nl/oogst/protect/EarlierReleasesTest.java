package nl.oogst.protect;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the gate holds of earlier releases does not grow with them, but with what they changed. */
class EarlierReleasesTest {
  private static final int MANY = 24;

  /** What a gate holds: unknowns, relations, and rows in words. */
  private record Held(int unknowns, int relations, int rows) {
    static Held by(Gate gate) {
      Attack attack = gate.attack();
      assertThat(attack.last()).as("data sets of an earlier release").isEmpty();
      return new Held(attack.system().size(), attack.system().relations().size(), attack.rows());
    }
  }

  private static GateTable release(double wajong, double shown) {
    return GateTables.table("2024-Q1")
        .row("organisation", "BZK", null, 9 + wajong, 10)
        .row("organisation+target_group", "BZK", "wajong", wajong, shown)
        .row("organisation+target_group", "BZK", "wsw", 4, 5)
        .row("organisation+target_group", "BZK", "wia", 5, 5)
        .table();
  }

  private static Gate knows(int releases) {
    Gate gate = new Gate(GateTables.RULES);
    for (int i = 0; i < releases; i++) {
      gate.earlier("release " + i, List.of(release(2, 5)), List.of());
    }
    return gate;
  }

  @Test
  void manyEqualReleasesAreHeldAsOne() {
    Held one = Held.by(knows(1));
    assertThat(one.unknowns()).isEqualTo(4);
    assertThat(one.rows()).isEqualTo(4);
    assertThat(one.relations()).isPositive();
    assertThat(Held.by(knows(MANY))).isEqualTo(one);
  }

  @Test
  void aReleaseAddsWhatItChanges() {
    Gate gate = knows(MANY);
    Held before = Held.by(gate);
    gate.earlier("next", List.of(release(3, 5)), List.of());
    Held after = Held.by(gate);
    // the cell and its total: each a figure and a change
    assertThat(after.unknowns() - before.unknowns()).isEqualTo(4);
    assertThat(after.rows()).isEqualTo(before.rows());
  }

  @Test
  void theDataSetsOfAnEarlierReleaseAreLetGo() throws Exception {
    Gate gate = new Gate(GateTables.RULES);
    WeakReference<GateTable> table = add(gate);
    for (int i = 0; i < 50 && table.get() != null; i++) {
      System.gc();
      Thread.sleep(20);
    }
    assertThat(table.get()).isNull();
    assertThat(gate.judge(List.of(release(2, 5))).earlier()).containsExactly("first");
  }

  private static WeakReference<GateTable> add(Gate gate) {
    GateTable table = release(2, 5);
    gate.earlier("first", List.of(table), List.of());
    return new WeakReference<>(table);
  }

  @Test
  void aCopyJudgesAsTheGateItWasCopiedFrom() {
    GateTable leaks = release(3, 0);
    GateReport expected = knows(2).judge(List.of(leaks));
    Gate known = knows(2);
    Held held = Held.by(known);
    assertThat(known.copy().judge(List.of(leaks))).isEqualTo(expected);
    assertThat(new Coarsening(known.copy()).apply(List.of(leaks)).report().earlier())
        .isEqualTo(expected.earlier());
    assertThat(Held.by(known)).as("the gate itself learnt nothing").isEqualTo(held);
    assertThat(known.judge(List.of(leaks))).isEqualTo(expected);
  }
}
