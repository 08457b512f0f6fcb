package nl.oogst.measure;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.oogst.stats.KaplanMeier;

/**
 * How long the jobs of a cohort ran, as a histogram of whole calendar months and days, from which
 * the share still running at the fixed horizons follows (methods page, section 1). What happens
 * after the last horizon bears on none of them.
 */
final class Spells implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int DAYS = 100;

  /** The horizons in months. */
  static final int[] HORIZONS = {3, 6, 12, 24};

  /** Days a month has at most after its last whole month: from none to 30. */
  private static final int DAYS_A_MONTH = 31;

  /** Jobs by time: a place for each day up to the last horizon, and one for all beyond it. */
  private final int[] ended = new int[place(horizon(HORIZONS[HORIZONS.length - 1])) + 2];

  private final int[] running = new int[ended.length];
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

  private static int place(int time) {
    return time / DAYS * DAYS_A_MONTH + time % DAYS;
  }

  /** The time at a place; beyond the last horizon, where it no longer matters, just after it. */
  private static int timeAt(int place) {
    return place / DAYS_A_MONTH * DAYS + place % DAYS_A_MONTH;
  }

  /**
   * Adds a job.
   *
   * @param time to the first day not worked, or to the last day known
   * @param hasEnded whether it is known to have ended
   */
  void add(Person person, int time, boolean hasEnded) {
    (hasEnded ? ended : running)[Math.min(place(time), ended.length - 1)]++;
    jobs.addOne(person, 1);
    for (int i = 0; i < HORIZONS.length; i++) {
      if (time >= horizon(HORIZONS[i])) {
        atRisk[i].addOne(person, 1);
      }
    }
  }

  void merge(Spells other) {
    for (int i = 0; i < ended.length; i++) {
      ended[i] += other.ended[i];
      running[i] += other.running[i];
    }
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

  /**
   * The curve at a number of months; empty when nobody was followed so far.
   *
   * @param months at most the last of {@link #HORIZONS}
   */
  private Optional<KaplanMeier.Estimate> estimate(int months) {
    int[] places =
        IntStream.range(0, ended.length).filter(i -> ended[i] + running[i] > 0).toArray();
    return KaplanMeier.of(
            Arrays.stream(places).mapToDouble(Spells::timeAt).toArray(),
            Arrays.stream(places).mapToDouble(i -> ended[i]).toArray(),
            Arrays.stream(places).mapToDouble(i -> running[i]).toArray())
        .at(horizon(months));
  }

  private static Figure.Interval interval(KaplanMeier.Estimate estimate) {
    return new Figure.Interval(
        estimate.survival(),
        estimate.interval().map(nl.oogst.stats.Interval::low).orElse(null),
        estimate.interval().map(nl.oogst.stats.Interval::high).orElse(null));
  }
}
