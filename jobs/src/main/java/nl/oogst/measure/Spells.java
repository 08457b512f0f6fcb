package nl.oogst.measure;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.oogst.stats.KaplanMeier;

/**
 * How long the jobs of a cohort ran, as a histogram of whole calendar months and days, from which
 * the share still running at the fixed horizons follows (methods page, section 1).
 */
final class Spells implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int DAYS = 100;

  /** The horizons in months. */
  static final int[] HORIZONS = {3, 6, 12, 24};

  private final TreeMap<Integer, long[]> histogram = new TreeMap<>();
  private final Amount jobs = new Amount();
  private final Amount[] atRisk = {new Amount(), new Amount(), new Amount(), new Amount()};

  /**
   * The time from one day to another: whole calendar months, then days, in this order.
   *
   * @return months times 100 plus days, which sorts as the pair does
   */
  static int time(LocalDate start, LocalDate until) {
    int months =
        (until.getYear() - start.getYear()) * 12 + until.getMonthValue() - start.getMonthValue();
    if (start.plusMonths(months).isAfter(until)) {
      months--;
    }
    long days = until.toEpochDay() - start.plusMonths(months).toEpochDay();
    return months * DAYS + (int) days;
  }

  /** The time of a horizon. */
  static int horizon(int months) {
    return months * DAYS;
  }

  /**
   * Adds a job.
   *
   * @param time to the first day not worked, or to the last day known
   * @param ended whether it is known to have ended
   */
  void add(Person person, int time, boolean ended) {
    histogram.computeIfAbsent(time, t -> new long[2])[ended ? 0 : 1]++;
    jobs.addOne(person, 1);
    for (int i = 0; i < HORIZONS.length; i++) {
      if (time >= horizon(HORIZONS[i])) {
        atRisk[i].addOne(person, 1);
      }
    }
  }

  void merge(Spells other) {
    other.histogram.forEach(
        (time, theirs) -> {
          long[] ours = histogram.computeIfAbsent(time, t -> new long[2]);
          ours[0] += theirs[0];
          ours[1] += theirs[1];
        });
    jobs.merge(other.jobs);
    for (int i = 0; i < atRisk.length; i++) {
      atRisk[i].merge(other.atRisk[i]);
    }
  }

  /** The share still running at a horizon, by its place in {@link #HORIZONS}. */
  Figure.Retention retention(int horizon) {
    Optional<Figure.Interval> estimate = estimate(HORIZONS[horizon]).map(Spells::interval);
    return new Figure.Retention(estimate, jobs.figure(), atRisk[horizon].figure());
  }

  /** The jobs added. */
  Figure.Sum jobs() {
    return jobs.figure();
  }

  /** The curve at a number of months; empty when nobody was followed so far. */
  Optional<KaplanMeier.Estimate> estimate(int months) {
    double[] time = new double[histogram.size()];
    double[] ended = new double[histogram.size()];
    double[] censored = new double[histogram.size()];
    int i = 0;
    for (Map.Entry<Integer, long[]> entry : histogram.entrySet()) {
      time[i] = entry.getKey();
      ended[i] = entry.getValue()[0];
      censored[i++] = entry.getValue()[1];
    }
    return KaplanMeier.of(time, ended, censored).at(horizon(months));
  }

  private static Figure.Interval interval(KaplanMeier.Estimate estimate) {
    return new Figure.Interval(
        estimate.survival(),
        estimate.interval().map(nl.oogst.stats.Interval::low).orElse(null),
        estimate.interval().map(nl.oogst.stats.Interval::high).orElse(null));
  }
}
