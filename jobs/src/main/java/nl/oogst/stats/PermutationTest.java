package nl.oogst.stats;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Would the pilots with a practice differ this much from the others if the practice meant nothing?
 * The labels are dealt out anew over the pilots: in every possible way when there are few enough,
 * else in seeded random ways (Fisher, The Design of Experiments, 1935; Phipson and Smyth, 2010, for
 * {@code p = (1 + #≥)/(1 + B)}).
 *
 * @param statistic of the labels as they are
 * @param twoSided share of arrangements with at least this absolute statistic
 * @param oneSided share of arrangements with at least this statistic
 * @param arrangements looked at, the real one included
 * @param exact whether that was all of them
 */
public record PermutationTest(
    double statistic, double twoSided, double oneSided, long arrangements, boolean exact) {

  /** Up to this many arrangements all of them are looked at. */
  public static final long EXACT_UP_TO = 200_000;

  /** Random arrangements beyond that. */
  public static final int DRAWS = 99_999;

  /** Equal but for rounding. */
  private static final double TIE = 1e-10;

  /**
   * The test with the difference of the two means of the outcomes, pilots counting equally.
   *
   * @param outcome one per pilot
   * @param practice which pilots have the practice
   * @param seed for the random arrangements, derived from content
   * @return absent when one side is empty
   */
  public static Optional<PermutationTest> ofMeans(double[] outcome, boolean[] practice, long seed) {
    if (outcome.length != practice.length) {
      throw new IllegalArgumentException(
          "outcomes and labels differ in number: " + outcome.length + ", " + practice.length);
    }
    double[] equal = new double[outcome.length];
    Arrays.fill(equal, 1);
    return ofWeightedMeans(outcome, equal, practice, seed);
  }

  /**
   * The test with the difference of the two weighted means: each proeftuin keeps its weight
   * wherever it is dealt, so that small ones, whose outcomes vary most by chance, do not drown the
   * others.
   *
   * @param weight one per pilot, above 0, not derived from the labels
   */
  public static Optional<PermutationTest> ofWeightedMeans(
      double[] outcome, double[] weight, boolean[] practice, long seed) {
    if (outcome.length != practice.length || weight.length != practice.length) {
      throw new IllegalArgumentException(
          "outcomes, weights and labels differ in number: "
              + outcome.length
              + ", "
              + weight.length
              + ", "
              + practice.length);
    }
    int with = count(practice);
    boolean empty = with == 0 || with == practice.length;
    double[] weighted = new double[outcome.length];
    for (int i = 0; i < weighted.length; i++) {
      weighted[i] = outcome[i] * weight[i];
    }
    if (empty || arrangements(practice.length, with) <= EXACT_UP_TO) {
      return of(practice, labels -> difference(weighted, weight, labels), seed, EXACT_UP_TO, DRAWS);
    }
    return Optional.of(drawnMeans(weighted, weight, practice, seed));
  }

  /** As drawing whole arrangements, but only of the smaller side, which decides the difference. */
  private static PermutationTest drawnMeans(
      double[] weighted, double[] weight, boolean[] practice, long seed) {
    int n = weight.length;
    int with = count(practice);
    boolean drawWith = 2 * with <= n;
    int size = drawWith ? with : n - with;
    double allWeighted = Arrays.stream(weighted).sum();
    double allWeight = Arrays.stream(weight).sum();
    double observed = difference(weighted, weight, practice);
    var tally = new Tally(observed);
    tally.add(observed);
    int[] dealt = new int[n];
    for (int i = 0; i < n; i++) {
      dealt[i] = i;
    }
    var random = new SplittableRandom(seed);
    for (int draw = 0; draw < DRAWS; draw++) {
      double sum = 0;
      double mass = 0;
      for (int i = 0; i < size; i++) {
        // a place from i on; of 2^32 numbers each gets as many but for one
        int j = i + (int) ((Integer.toUnsignedLong(random.nextInt()) * (n - i)) >>> 32);
        int drawn = dealt[j];
        dealt[j] = dealt[i];
        dealt[i] = drawn;
        sum += weighted[drawn];
        mass += weight[drawn];
      }
      double difference = sum / mass - (allWeighted - sum) / (allWeight - mass);
      tally.add(drawWith ? difference : -difference);
    }
    return tally.result(false);
  }

  /**
   * The test with any statistic of the labels.
   *
   * @param exactUpTo largest number of arrangements to go through completely
   * @param draws random arrangements beyond that
   */
  public static Optional<PermutationTest> of(
      boolean[] practice,
      ToDoubleFunction<boolean[]> statistic,
      long seed,
      long exactUpTo,
      int draws) {
    int with = count(practice);
    if (with == 0 || with == practice.length) {
      return Optional.empty();
    }
    double observed = statistic.applyAsDouble(practice.clone());
    boolean exact = arrangements(practice.length, with) <= exactUpTo;
    var tally = new Tally(observed);
    if (exact) {
      everyArrangement(practice.length, with, labels -> tally.add(statistic.applyAsDouble(labels)));
    } else {
      tally.add(observed);
      drawArrangements(practice, seed, draws, labels -> tally.add(statistic.applyAsDouble(labels)));
    }
    return Optional.of(tally.result(exact));
  }

  /**
   * The smallest two-sided p that any outcome could give: tells beforehand that, say, one pilot of
   * four can never convince.
   */
  public static double smallestP(int pilots, int with) {
    if (with < 1 || with >= pilots) {
      throw new IllegalArgumentException("not two sides: " + with + " of " + pilots);
    }
    return (2 * with == pilots ? 2.0 : 1.0) / arrangements(pilots, with);
  }

  /** {@code pilots} over {@code with}. */
  static double arrangements(int pilots, int with) {
    double ways = 1;
    for (int i = 1; i <= Math.min(with, pilots - with); i++) {
      ways = Math.rint(ways * (pilots - i + 1) / i);
    }
    return ways;
  }

  private static double difference(double[] weighted, double[] weight, boolean[] labels) {
    double with = 0;
    double without = 0;
    double massWith = 0;
    double massWithout = 0;
    for (int i = 0; i < labels.length; i++) {
      if (labels[i]) {
        with += weighted[i];
        massWith += weight[i];
      } else {
        without += weighted[i];
        massWithout += weight[i];
      }
    }
    return with / massWith - without / massWithout;
  }

  private static int count(boolean[] labels) {
    int count = 0;
    for (boolean label : labels) {
      count += label ? 1 : 0;
    }
    return count;
  }

  private static void everyArrangement(int n, int with, Visitor visitor) {
    int[] chosen = new int[with];
    for (int i = 0; i < with; i++) {
      chosen[i] = i;
    }
    boolean[] labels = new boolean[n];
    while (true) {
      Arrays.fill(labels, false);
      for (int c : chosen) {
        labels[c] = true;
      }
      visitor.visit(labels);
      int i = with - 1;
      while (i >= 0 && chosen[i] == n - with + i) {
        i--;
      }
      if (i < 0) {
        return;
      }
      chosen[i]++;
      for (int j = i + 1; j < with; j++) {
        chosen[j] = chosen[j - 1] + 1;
      }
    }
  }

  private static void drawArrangements(boolean[] practice, long seed, int draws, Visitor visitor) {
    var random = new Random(seed);
    boolean[] labels = practice.clone();
    for (int draw = 0; draw < draws; draw++) {
      for (int i = labels.length - 1; i > 0; i--) {
        int j = random.nextInt(i + 1);
        boolean swapped = labels[i];
        labels[i] = labels[j];
        labels[j] = swapped;
      }
      visitor.visit(labels);
    }
  }

  private interface Visitor {
    void visit(boolean[] labels);
  }

  private static final class Tally {
    private final double observed;
    private final double slack;
    private long all;
    private long atLeast;
    private long atLeastAbsolute;

    Tally(double observed) {
      this.observed = observed;
      this.slack = TIE * (1 + Math.abs(observed));
    }

    void add(double statistic) {
      all++;
      atLeast += statistic >= observed - slack ? 1 : 0;
      atLeastAbsolute += Math.abs(statistic) >= Math.abs(observed) - slack ? 1 : 0;
    }

    PermutationTest result(boolean exact) {
      return new PermutationTest(
          observed, (double) atLeastAbsolute / all, (double) atLeast / all, all, exact);
    }
  }
}
