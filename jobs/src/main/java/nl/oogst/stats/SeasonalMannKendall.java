package nl.oogst.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The seasonal Mann–Kendall test and slope (Hirsch, Slack and Smith, Water Resources Research 18,
 * 1982): only equal seasons are compared, so that a fourth quarter that jumps every year is no
 * trend. S and its variance are summed over the seasons, the slope is the median of all slopes
 * within seasons.
 *
 * @param n number of values
 * @param s summed over the seasons
 * @param variance summed over the seasons, which are taken as independent
 * @param z with continuity correction; 0 when S is 0
 * @param p two-sided, from z; 1 when all values of each season are equal
 * @param slope value per cycle (a year, when seasons are quarters)
 * @param interval of the slope, at the ranks described at {@link SenSlope}
 */
public record SeasonalMannKendall(
    int n, long s, double variance, double z, double p, double slope, Interval interval) {

  /**
   * The test.
   *
   * @param seasons seasons in a cycle: 4 for quarters
   * @param position place of each value on the time axis, counted in seasons from any origin;
   *     strictly ascending, gaps where a value is missing
   * @param value one for each position
   * @return absent when no season has two values
   */
  public static Optional<SeasonalMannKendall> of(
      int seasons, int[] position, double[] value, double level) {
    if (position.length != value.length) {
      throw new IllegalArgumentException(
          "positions and values differ in number: " + position.length + ", " + value.length);
    }
    double quantile = Normal.z(level);
    long s = 0;
    double variance = 0;
    List<Double> slopes = new ArrayList<>();
    for (int season = 0; season < seasons; season++) {
      int[] same = sameSeason(position, season, seasons);
      double[] values = Arrays.stream(same).mapToDouble(i -> value[i]).toArray();
      var test = MannKendall.of(values);
      if (test.isPresent()) {
        s += test.get().s();
        variance += test.get().variance();
      }
      for (int j = 1; j < same.length; j++) {
        for (int i = 0; i < j; i++) {
          int cycles = (position[same[j]] - position[same[i]]) / seasons;
          slopes.add((values[j] - values[i]) / cycles);
        }
      }
    }
    if (slopes.isEmpty()) {
      return Optional.empty();
    }
    double[] sorted = slopes.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    double z = variance > 0 ? MannKendall.z(s, variance) : 0;
    double half = quantile * Math.sqrt(variance);
    return Optional.of(
        new SeasonalMannKendall(
            value.length,
            s,
            variance,
            z,
            Normal.twoSided(z),
            SenSlope.median(sorted),
            SenSlope.interval(sorted, half, SenSlope.Rank.NEAREST)));
  }

  private static int[] sameSeason(int[] position, int season, int seasons) {
    var found = new ArrayList<Integer>();
    for (int i = 0; i < position.length; i++) {
      if (i > 0 && position[i - 1] >= position[i]) {
        throw new IllegalArgumentException(
            "positions must ascend strictly: " + position[i - 1] + " before " + position[i]);
      }
      if (Math.floorMod(position[i], seasons) == season) {
        found.add(i);
      }
    }
    return found.stream().mapToInt(Integer::intValue).toArray();
  }
}
