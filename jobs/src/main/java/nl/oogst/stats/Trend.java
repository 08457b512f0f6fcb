package nl.oogst.stats;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The verdict on a series by quarter or year: Sen's slope with a 95 % interval and Mann–Kendall;
 * for quarters seasonal from three years on, because the fourth quarter jumps every December.
 *
 * @param points quarters or years with a value
 * @param seasonal whether equal quarters were compared
 * @param slopePerYear absent under {@link #FEWEST} points
 * @param interval of the slope
 * @param p two-sided
 */
public record Trend(
    Direction direction,
    int points,
    boolean seasonal,
    OptionalDouble slopePerYear,
    Optional<Interval> interval,
    OptionalDouble p) {

  /** Points below which no verdict is given. */
  public static final int FEWEST = 8;

  private static final int QUARTERS = 4;
  private static final int SEASONAL_YEARS = 3;
  private static final double LEVEL = 0.95;
  private static final double SIGNIFICANT = 0.05;

  /** Which way a series goes. */
  public enum Direction {
    RISING("rising"),
    FALLING("falling"),
    NO_CLEAR_TREND("no_clear_trend"),
    TOO_SHORT("too_short");

    private final String code;

    Direction(String code) {
      this.code = code;
    }

    /** The readable code in published tables. */
    public String code() {
      return code;
    }
  }

  /**
   * The trend of final (not provisional) quarters.
   *
   * @param quarter quarters counted from any first quarter of a year, strictly ascending; a missing
   *     quarter is left out and keeps its place
   * @param value one for each quarter
   * @throws IllegalArgumentException when quarters do not ascend or a value is not finite
   */
  public static Trend ofQuarters(int[] quarter, double[] value) {
    if (value.length < FEWEST) {
      return tooShort(value.length);
    }
    if (everySeasonHas(quarter, SEASONAL_YEARS)) {
      var test = SeasonalMannKendall.of(QUARTERS, quarter, value, LEVEL).orElseThrow();
      return verdict(value.length, true, test.s(), test.p(), test.slope(), test.interval());
    }
    return unseasonal(
        Arrays.stream(quarter).mapToDouble(q -> (double) q / QUARTERS).toArray(), value);
  }

  /**
   * The trend of final (not provisional) years.
   *
   * @param year strictly ascending; a missing year is left out and keeps its place
   * @param value one for each year
   * @throws IllegalArgumentException when years do not ascend or a value is not finite
   */
  public static Trend ofYears(int[] year, double[] value) {
    return value.length < FEWEST
        ? tooShort(value.length)
        : unseasonal(Arrays.stream(year).asDoubleStream().toArray(), value);
  }

  private static Trend unseasonal(double[] years, double[] value) {
    var test = MannKendall.of(value).orElseThrow();
    var slope = SenSlope.of(years, value, LEVEL, SenSlope.Rank.NEAREST).orElseThrow();
    return verdict(value.length, false, test.s(), test.p(), slope.slope(), slope.interval());
  }

  private static Trend tooShort(int points) {
    return new Trend(
        Direction.TOO_SHORT,
        points,
        false,
        OptionalDouble.empty(),
        Optional.empty(),
        OptionalDouble.empty());
  }

  private static Trend verdict(
      int points, boolean seasonal, long s, double p, double slope, Interval interval) {
    var direction =
        p >= SIGNIFICANT ? Direction.NO_CLEAR_TREND : s > 0 ? Direction.RISING : Direction.FALLING;
    return new Trend(
        direction,
        points,
        seasonal,
        OptionalDouble.of(slope),
        Optional.of(interval),
        OptionalDouble.of(p));
  }

  private static boolean everySeasonHas(int[] quarter, int years) {
    int[] count = new int[QUARTERS];
    for (int q : quarter) {
      count[Math.floorMod(q, QUARTERS)]++;
    }
    return Arrays.stream(count).allMatch(c -> c >= years);
  }
}
