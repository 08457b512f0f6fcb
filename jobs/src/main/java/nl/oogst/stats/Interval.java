package nl.oogst.stats;

/**
 * A confidence (or prediction) interval.
 *
 * @param low lower limit, never {@code NaN}
 * @param high upper limit, at least {@code low}
 */
public record Interval(double low, double high) {

  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException("not an interval: low " + low + ", high " + high);
    }
  }

  /** Whether {@code value} lies in the interval, limits included. */
  public boolean contains(double value) {
    return low <= value && value <= high;
  }

  /** An interval cut to [0, 1], for shares. */
  static Interval ofShare(double low, double high) {
    return new Interval(Math.min(1, Math.max(0, low)), Math.max(0, Math.min(1, high)));
  }
}
