package nl.oogst.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * The Kaplan–Meier curve {@code S(t) = Π (1 − d/n)} over event times up to t, with Greenwood's
 * variance {@code (S·√G)²}, {@code G = Σ d/(n(n−d))} (Kaplan and Meier, JASA 53, 1958; Greenwood,
 * 1926). At equal times events precede censorings. Immutable.
 *
 * <p>An event at exactly t has happened at t: a job that ended on its last day before the horizon
 * did not reach the horizon.
 */
public final class KaplanMeier {

  private static final double DEFAULT_LEVEL = 0.95;
  private static final double QUANTILE_TOLERANCE = 1e-12;

  private final RiskTable table;
  private final double[] survival;
  private final double[] greenwood;
  private final IntervalScale scale;
  private final double level;

  /**
   * The curve at one time.
   *
   * @param time in the unit of the input
   * @param survival share still running after {@code time}, 0 to 1
   * @param standardError Greenwood's; absent when survival is 0
   * @param interval absent when survival is 0 or there were no events yet
   * @param atRisk weight of those followed up to and including {@code time}, more than 0
   */
  public record Estimate(
      double time,
      double survival,
      OptionalDouble standardError,
      Optional<Interval> interval,
      double atRisk) {

    /**
     * The estimate on the complementary log-log scale, {@code y = ln(−ln S)}, {@code v = G/(ln
     * S)²}; absent when survival is 0 or 1.
     */
    public Optional<EffectSize> logLog() {
      if (standardError.isEmpty() || survival >= 1) {
        return Optional.empty();
      }
      double log = Math.log(survival);
      double relative = standardError.getAsDouble() / survival;
      return Optional.of(new EffectSize(Math.log(-log), relative * relative / (log * log)));
    }

    /**
     * The estimate on the logit scale, {@code y = ln(S/(1−S))}, {@code v = G/(1−S)²}; when survival
     * is 0 or 1, that of all or none of those at risk, with 0.5 added to both.
     */
    public EffectSize logit() {
      if (standardError.isEmpty() || survival >= 1) {
        return EffectSize.logit(survival * atRisk, atRisk);
      }
      double relative = standardError.getAsDouble() / survival;
      double ended = 1 - survival;
      return new EffectSize(Math.log(survival / ended), relative * relative / (ended * ended));
    }
  }

  private KaplanMeier(
      RiskTable table, double[] survival, double[] greenwood, IntervalScale scale, double level) {
    this.table = table;
    this.survival = survival;
    this.greenwood = greenwood;
    this.scale = scale;
    this.level = level;
  }

  /**
   * A curve with 95 % log-log intervals from a histogram.
   *
   * @param time distinct times, strictly ascending, not negative
   * @param events weight of the events at each time (fractions are allowed)
   * @param censored weight of the censorings at each time
   * @throws IllegalArgumentException when the arrays differ in length, times do not ascend, or a
   *     weight is negative or not finite
   */
  public static KaplanMeier of(double[] time, double[] events, double[] censored) {
    return of(RiskTable.ofHistogram(time, events, censored));
  }

  /** As {@link #of(double[], double[], double[])}, with whole counts. */
  public static KaplanMeier of(double[] time, long[] events, long[] censored) {
    return of(
        time,
        Arrays.stream(events).asDoubleStream().toArray(),
        Arrays.stream(censored).asDoubleStream().toArray());
  }

  /**
   * A curve from single observations in any order.
   *
   * @param time follow-up of each observation
   * @param event true when it ended in the event, false when it was censored
   */
  public static KaplanMeier ofObservations(double[] time, boolean[] event) {
    if (time.length != event.length) {
      throw new IllegalArgumentException(
          "times and events differ in number: " + time.length + ", " + event.length);
    }
    var histogram = new TreeMap<Double, double[]>();
    for (int i = 0; i < time.length; i++) {
      histogram.computeIfAbsent(time[i], t -> new double[2])[event[i] ? 0 : 1]++;
    }
    return of(
        histogram.keySet().stream().mapToDouble(Double::doubleValue).toArray(),
        histogram.values().stream().mapToDouble(w -> w[0]).toArray(),
        histogram.values().stream().mapToDouble(w -> w[1]).toArray());
  }

  /**
   * A curve from observations that came into view later than their start, for instance jobs that
   * were already running when a proeftuin began to record (left truncation).
   *
   * @param entry time from which the observation was in view; it is at risk after it
   * @param exit end of follow-up, later than {@code entry}
   * @param event true when it ended in the event
   */
  public static KaplanMeier ofDelayedEntry(double[] entry, double[] exit, boolean[] event) {
    return of(RiskTable.ofDelayedEntry(entry, exit, event));
  }

  private static KaplanMeier of(RiskTable table) {
    double[] survival = new double[table.size()];
    double[] greenwood = new double[table.size()];
    double s = 1;
    double g = 0;
    for (int i = 0; i < table.size(); i++) {
      double d = table.events(i);
      if (d > 0) {
        double n = table.atRisk(i);
        double survivors = table.survivors(i);
        s *= survivors / n;
        g += d / (n * survivors);
      }
      survival[i] = s;
      greenwood[i] = g;
    }
    return new KaplanMeier(table, survival, greenwood, IntervalScale.LOG_LOG, DEFAULT_LEVEL);
  }

  /** The same curve with other intervals. */
  public KaplanMeier withInterval(IntervalScale newScale, double newLevel) {
    Normal.z(newLevel);
    return new KaplanMeier(table, survival, greenwood, newScale, newLevel);
  }

  /**
   * The estimate at {@code time}; absent when nobody was followed up to it, so that the last value
   * is never carried on.
   */
  public Optional<Estimate> at(double time) {
    double atRisk = atRisk(time);
    if (atRisk <= 0) {
      return Optional.empty();
    }
    int row = table.rowAt(time);
    return Optional.of(
        row < 0
            ? new Estimate(time, 1, OptionalDouble.of(0), Optional.empty(), atRisk)
            : estimate(time, row, atRisk));
  }

  /** The weight of those followed up to and including {@code time}. */
  public double atRisk(double time) {
    return table.atRiskAt(time);
  }

  /** The weight of all events. */
  public double events() {
    return table.allEvents();
  }

  /** The last time anyone was followed to; absent for an empty curve. */
  public OptionalDouble lastTime() {
    return table.size() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(table.time(table.size() - 1));
  }

  /** The estimates at every time of the input where somebody is at risk. */
  public List<Estimate> estimates() {
    var all = new ArrayList<Estimate>();
    for (int i = 0; i < table.size(); i++) {
      if (table.atRisk(i) > 0) {
        all.add(estimate(table.time(i), i, table.atRisk(i)));
      }
    }
    return List.copyOf(all);
  }

  /** {@link #quantile} at 0.5. */
  public OptionalDouble median() {
    return quantile(0.5);
  }

  /**
   * The smallest time by which a share {@code p} has had the event, {@code S(t) ≤ 1 − p}; where the
   * curve lies at exactly {@code 1 − p}, the midpoint of that stretch. Absent when the curve does
   * not come down that far.
   *
   * @param p strictly between 0 and 1
   */
  public OptionalDouble quantile(double p) {
    return crossing(survival, 1 - requireShare(p));
  }

  /**
   * The times at which the lower and the upper limit of the curve come down to {@code 1 − p}
   * (Brookmeyer and Crowley, Biometrics 38, 1982): low absent or high absent when that limit does
   * not.
   */
  public QuantileLimits quantileLimits(double p) {
    double target = 1 - requireShare(p);
    double[] low = new double[table.size()];
    double[] high = new double[table.size()];
    for (int i = 0; i < low.length; i++) {
      var interval = interval(i);
      low[i] = interval.map(Interval::low).orElse(1.0);
      high[i] = interval.map(Interval::high).orElse(1.0);
    }
    return new QuantileLimits(crossing(low, target), crossing(high, target));
  }

  /** Limits of a quantile; each may be absent on its own. */
  public record QuantileLimits(OptionalDouble low, OptionalDouble high) {}

  RiskTable table() {
    return table;
  }

  double survival(int row) {
    return survival[row];
  }

  private Estimate estimate(double time, int row, double atRisk) {
    double s = survival[row];
    var error = s > 0 ? OptionalDouble.of(s * Math.sqrt(greenwood[row])) : OptionalDouble.empty();
    return new Estimate(time, s, error, interval(row), atRisk);
  }

  private Optional<Interval> interval(int row) {
    double s = survival[row];
    return s > 0 && s < 1
        ? Optional.of(scale.interval(s, greenwood[row], Normal.z(level)))
        : Optional.empty();
  }

  /**
   * Where the step function {@code y} comes down to {@code target}. A limit, unlike the curve, may
   * rise again: then it is the time of the value nearest below the target, as in R's survival.
   */
  private OptionalDouble crossing(double[] y, double target) {
    int row = -1;
    for (int i = 0; i < y.length; i++) {
      if (y[i] <= target + QUANTILE_TOLERANCE && (row < 0 || y[i] > y[row])) {
        row = i;
      }
    }
    if (row < 0) {
      return OptionalDouble.empty();
    }
    int end = row;
    if (y[row] >= target - QUANTILE_TOLERANCE) {
      do {
        end++;
      } while (end < y.length - 1 && y[end] >= target - QUANTILE_TOLERANCE);
    }
    return OptionalDouble.of((table.time(row) + table.time(Math.min(end, y.length - 1))) / 2);
  }

  private static double requireShare(double p) {
    if (!(p > 0 && p < 1)) {
      throw new IllegalArgumentException("a quantile lies between 0 and 1, not " + p);
    }
    return p;
  }
}
