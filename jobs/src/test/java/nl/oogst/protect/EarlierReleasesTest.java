package nl.oogst.protect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import nl.oogst.protect.GateReport.Block;
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

  /** Figures by ministry and group, of which some changed, were left out or are rounded anew. */
  private static GateTable random(Random random) {
    GateTables rows = GateTables.table("2024");
    for (String period : List.of("2024", "2024-Q1", "2024-Q2")) {
      rows.in(period);
      double all = 0;
      for (String ministry : List.of("BZK", "SZW", "VWS")) {
        double total = 0;
        for (String group : List.of("wajong", "wsw", "wia").subList(0, 2 + random.nextInt(2))) {
          double count = random.nextInt(5);
          total += count;
          double shown = count == 0 ? 0 : 5 * random.nextInt(2);
          rows.row("organisation+target_group", ministry, group, count, shown);
        }
        all += total;
        rows.row("organisation", ministry, null, total, 5 * Math.ceil(total / 5));
      }
      rows.row("all", null, null, all, 5 * Math.floor(all / 5));
    }
    return rows.table();
  }

  @Test
  void whatWasToldIsHeardAsIfItHadBeenRead() throws IOException {
    for (int seed = 0; seed < 40; seed++) {
      Random random = new Random(seed);
      List<GateTable> tables = new ArrayList<>();
      int releases = 2 + random.nextInt(6);
      for (int i = 0; i <= releases; i++) {
        tables.add(i > 0 && random.nextInt(3) == 0 ? tables.get(i - 1) : random(random));
      }
      Gate read = new Gate(GateTables.RULES);
      Gate heard = new Gate(GateTables.RULES);
      int fromBytes = random.nextInt(releases + 1);
      for (int i = 0; i < releases; i++) {
        List<Block> leftOut =
            random.nextInt(4) > 0
                ? List.of()
                : List.of(new Block("jobs_realised", "jobs_started", "organisation", "" + i));
        read.earlier("r" + i, List.of(tables.get(i)), leftOut);
        if (i < fromBytes) {
          heard.earlier("r" + i, told(read));
        } else {
          heard.earlier("r" + i, List.of(tables.get(i)), leftOut);
        }
        assertThat(Held.by(heard)).isEqualTo(Held.by(read));
      }
      assertThat(heard.leftOutBefore()).isEqualTo(read.leftOutBefore());
      assertThat(heard.attack().changes()).isEqualTo(read.attack().changes());
      List<GateTable> now = List.of(tables.get(releases));
      assertThat(heard.copy().judge(now)).isEqualTo(read.copy().judge(now));
      assertThat(new Coarsening(heard.copy()).apply(now).report())
          .isEqualTo(new Coarsening(read.copy()).apply(now).report());
      heard.judge(now);
      read.judge(now);
      for (int i = 0; i < read.attack().system().size(); i++) {
        assertThat(heard.attack().cell(i)).isEqualTo(read.attack().cell(i));
        assertThat(heard.attack().system().width(i)).isEqualTo(read.attack().system().width(i));
      }
    }
  }

  private static DataInputStream told(Gate gate) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    gate.tell(new DataOutputStream(bytes));
    return new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
  }
}
