package nl.oogst.protect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/**
 * An attacker who subtracts published tables from one another: what is left of cells that are
 * hidden below 5, and of cells rounded by key. Cells of the input are numbered from 1 in its order,
 * three groups and their total in each of three releases.
 */
class ReleaseDifferencingTest {
  private static final List<CSVRecord> INPUT = SdcTables.read("release_differencing_input.csv");

  /** What an attacker knows a cell to lie between. */
  private record Interval(long low, long high) {}

  @Test
  void hidingBelowAThresholdIsUndoneAsTheOracleSays() {
    attack("threshold_only", "published_threshold5", false);
  }

  @Test
  void complementaryHidingLeavesTheIntervalsOfTheOracle() {
    attack("complementary_per_release", "published_after_complementary", false);
  }

  @Test
  void knowingThatCountsOnlyGrowNarrowsThemAsTheOracleSays() {
    attack("complementary_per_release", "published_after_complementary", true);
  }

  private static void attack(String scheme, String column, boolean monotone) {
    var attacker = monotone ? "knows_cumulative_is_monotone" : "independent";
    var cells = new long[INPUT.size()];
    for (int i = 0; i < cells.length; i++) {
      var published = INPUT.get(i).get(column);
      cells[i] = published.isEmpty() ? -1 : Long.parseLong(published);
    }
    var intervals = bounds(cells, monotone);
    var asked =
        SdcTables.read("release_differencing_expected_intervals.csv").stream()
            .filter(row -> row.get("scheme").equals(scheme) && row.get("attacker").equals(attacker))
            .toList();

    assertThat(asked).isNotEmpty();
    for (var row : asked) {
      assertThat(intervals.get(Integer.parseInt(row.get("i")) - 1))
          .as(row.toString())
          .isEqualTo(new Interval(Long.parseLong(row.get("low")), Long.parseLong(row.get("high"))));
    }
  }

  /** Propagates bounds until nothing moves: groups add up, and if monotone only grow. */
  private static List<Interval> bounds(long[] cells, boolean monotone) {
    var low = new long[cells.length];
    var high = new long[cells.length];
    for (int i = 0; i < cells.length; i++) {
      low[i] = Math.max(cells[i], 0);
      high[i] = cells[i] < 0 ? Long.MAX_VALUE / 8 : cells[i];
    }
    for (int round = 0; round < 10; round++) {
      for (int total = 3; total < cells.length; total += 4) {
        for (int i = total - 3; i < total; i++) {
          var othersLow = low[total - 3] + low[total - 2] + low[total - 1] - low[i];
          var othersHigh = high[total - 3] + high[total - 2] + high[total - 1] - high[i];
          high[i] = Math.min(high[i], high[total] - othersLow);
          low[i] = Math.max(low[i], low[total] - othersHigh);
        }
      }
      for (int i = 4; monotone && i < cells.length; i++) {
        low[i] = Math.max(low[i], low[i - 4]);
        high[i - 4] = Math.min(high[i - 4], high[i]);
      }
    }
    var found = new ArrayList<Interval>();
    for (int i = 0; i < cells.length; i++) {
      found.add(new Interval(low[i], high[i]));
    }
    return found;
  }

  @Test
  void roundingByKeyLeavesNoSmallCellAndNoSmallChangeKnown() {
    for (int world = 0; world < 50; world++) {
      var keys = new RecordKeys(new byte[] {(byte) (world + 1)});
      var published = new long[INPUT.size()];
      for (int i = 0; i < published.length; i++) {
        published[i] = CellKeyRounding.round(truth(i), 5, cellKey(keys, i));
      }
      for (var group : List.of(1, 2)) {
        for (int release = 0; release < 3; release++) {
          var cell = release * 4 + group;
          if (truth(cell) < 5) {
            assertThat(possible(published, cell, x -> true))
                .contains(truth(cell))
                .hasSizeGreaterThan(1);
          }
        }
        assertThat(possibleChanges(published, group)).hasSizeGreaterThan(1);
      }
    }
  }

  private static long truth(int cell) {
    return Long.parseLong(INPUT.get(cell).get("true"));
  }

  /** The persons of a group are the first of it in every release; a total has them all. */
  private static long cellKey(RecordKeys keys, int cell) {
    var group = cell % 4;
    var sum = 0L;
    for (int g = 0; g < 3; g++) {
      for (int p = 0; (group == g || group == 3) && p < truth(cell - group + g); p++) {
        sum += keys.of("group" + g + "/person" + p);
      }
    }
    return sum;
  }

  /** Every true value that the published figures of its release leave open, sums included. */
  private static List<Long> possible(long[] published, int cell, Predicate<Long> also) {
    var total = cell - cell % 4 + 3;
    var found = new ArrayList<Long>();
    for (long x = 0; x < 60; x++) {
      if (!within(published[cell], x) || !also.test(x)) {
        continue;
      }
      var low = x;
      var high = x;
      for (int i = total - 3; i < total; i++) {
        if (i != cell) {
          low += Math.max(0, published[i] - 4);
          high += published[i] + (published[i] == 0 ? 0 : 4);
        }
      }
      if (low <= published[total] + 4 && high >= published[total] - 4) {
        found.add(x);
      }
    }
    return found;
  }

  private static List<Long> possibleChanges(long[] published, int group) {
    var changes = new ArrayList<Long>();
    for (var before : possible(published, group, x -> true)) {
      for (var after : possible(published, group + 4, x -> x >= before)) {
        if (!changes.contains(after - before)) {
          changes.add(after - before);
        }
      }
    }
    return changes;
  }

  private static boolean within(long published, long x) {
    return Math.abs(published - x) < 5;
  }
}
