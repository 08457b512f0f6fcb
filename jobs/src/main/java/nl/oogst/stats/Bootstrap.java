package nl.oogst.stats;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.Function;

/**
 * The percentile bootstrap over persons (Efron, Annals of Statistics 7, 1979). Several jobs of one
 * person are not independent, so persons are drawn, each with all their jobs; taken when there are
 * more than 1.1 jobs to a person.
 */
public final class Bootstrap {

  /** Share of the draws in which the statistic may not exist. */
  private static final double MISSING = 0.05;

  private Bootstrap() {}

  /**
   * The interval of a statistic.
   *
   * @param persons number of persons
   * @param statistic of how often each person was drawn; empty when it does not exist. The array is
   *     reused: it must not be kept
   * @param seed derived from content
   * @param draws for instance 1,000
   * @return absent without persons, or when the statistic does not exist in 5 % of the draws
   */
  public static Optional<Interval> interval(
      int persons, Function<int[], OptionalDouble> statistic, long seed, int draws, double level) {
    Normal.z(level);
    var random = new Random(seed);
    double[] found = new double[draws];
    int n = 0;
    int[] times = new int[persons];
    for (int draw = 0; draw < draws && persons > 0; draw++) {
      Arrays.fill(times, 0);
      for (int i = 0; i < persons; i++) {
        times[random.nextInt(persons)]++;
      }
      var value = statistic.apply(times);
      if (value.isPresent()) {
        found[n++] = value.getAsDouble();
      }
    }
    if (n == 0 || n < draws * (1 - MISSING)) {
      return Optional.empty();
    }
    double[] sorted = Arrays.copyOf(found, n);
    Arrays.sort(sorted);
    double tail = (1 - level) / 2;
    return Optional.of(
        new Interval(Quantiles.type7(sorted, tail), Quantiles.type7(sorted, 1 - tail)));
  }
}
