package nl.oogst.stats;

import java.util.Arrays;

/**
 * Who was at risk when: per distinct time the weight at risk just before it, of the events at it,
 * and of those still followed after it. Everything on survival starts here.
 */
final class RiskTable {

  /** Strictly ascending, finite, not negative. */
  private final double[] times;

  /** Weight followed up to and including the time; at equal times events precede censorings. */
  private final double[] atRisk;

  private final double[] events;

  /**
   * {@code atRisk − events}, kept apart so that a curve that ends in an event ends in exactly zero,
   * also when weights are fractions.
   */
  private final double[] survivors;

  private RiskTable(double[] times, double[] atRisk, double[] events, double[] survivors) {
    this.times = times;
    this.atRisk = atRisk;
    this.events = events;
    this.survivors = survivors;
  }

  /** From a histogram; times at which nothing happens are left out. */
  static RiskTable ofHistogram(double[] time, double[] events, double[] censored) {
    if (time.length != events.length || time.length != censored.length) {
      throw new IllegalArgumentException(
          "times, events and censorings differ in number: "
              + time.length
              + ", "
              + events.length
              + ", "
              + censored.length);
    }
    for (int i = 0; i < time.length; i++) {
      requireWeight(events[i]);
      requireWeight(censored[i]);
      requireTime(time[i]);
      if (i > 0 && !(time[i - 1] < time[i])) {
        throw new IllegalArgumentException(
            "times must ascend strictly: " + time[i - 1] + " before " + time[i]);
      }
    }
    double[] t = new double[time.length];
    double[] d = new double[time.length];
    double[] c = new double[time.length];
    int n = 0;
    for (int i = 0; i < time.length; i++) {
      if (events[i] > 0 || censored[i] > 0) {
        t[n] = time[i];
        d[n] = events[i];
        c[n++] = censored[i];
      }
    }
    double[] atRisk = new double[n];
    double[] survivors = new double[n];
    double later = 0;
    for (int i = n - 1; i >= 0; i--) {
      survivors[i] = c[i] + later;
      atRisk[i] = d[i] + survivors[i];
      later = atRisk[i];
    }
    return new RiskTable(Arrays.copyOf(t, n), atRisk, Arrays.copyOf(d, n), survivors);
  }

  /**
   * From single observations that each came under observation at {@code entry} (at risk only after
   * it) and left at {@code exit}. Entry times are rows too, so that the number at risk can be read
   * between exits.
   */
  static RiskTable ofDelayedEntry(double[] entry, double[] exit, boolean[] event) {
    if (entry.length != exit.length || entry.length != event.length) {
      throw new IllegalArgumentException(
          "entries, exits and events differ in number: "
              + entry.length
              + ", "
              + exit.length
              + ", "
              + event.length);
    }
    for (int i = 0; i < entry.length; i++) {
      requireTime(entry[i]);
      requireTime(exit[i]);
      if (!(entry[i] < exit[i])) {
        throw new IllegalArgumentException(
            "an entry precedes its exit: " + entry[i] + ", " + exit[i]);
      }
    }
    double[] entered = entry.clone();
    double[] left = exit.clone();
    Arrays.sort(entered);
    Arrays.sort(left);
    double first = entered.length == 0 ? 0 : entered[0];
    double[] times =
        Arrays.stream(new double[][] {entered, left})
            .flatMapToDouble(Arrays::stream)
            .filter(t -> t > first)
            .sorted()
            .distinct()
            .toArray();
    double[] atRisk = new double[times.length];
    double[] events = new double[times.length];
    for (int i = 0; i < exit.length; i++) {
      if (event[i]) {
        events[Arrays.binarySearch(times, exit[i])]++;
      }
    }
    double[] survivors = new double[times.length];
    int in = 0;
    int out = 0;
    for (int i = 0; i < times.length; i++) {
      while (in < entered.length && entered[in] < times[i]) {
        in++;
      }
      while (out < left.length && left[out] < times[i]) {
        out++;
      }
      atRisk[i] = in - out;
      survivors[i] = atRisk[i] - events[i];
    }
    return new RiskTable(times, atRisk, events, survivors);
  }

  int size() {
    return times.length;
  }

  double time(int row) {
    return times[row];
  }

  double atRisk(int row) {
    return atRisk[row];
  }

  double events(int row) {
    return events[row];
  }

  double survivors(int row) {
    return survivors[row];
  }

  double allEvents() {
    return Arrays.stream(events).sum();
  }

  /** The last row at or before {@code time}; -1 when there is none. */
  int rowAt(double time) {
    int found = Arrays.binarySearch(times, time);
    return found >= 0 ? found : -found - 2;
  }

  /** Weight followed up to and including {@code time}; 0 when nobody was. */
  double atRiskAt(double time) {
    int found = Arrays.binarySearch(times, time);
    int row = found >= 0 ? found : -found - 1;
    return row < times.length ? atRisk[row] : 0;
  }

  private static void requireTime(double time) {
    if (!(time >= 0 && time < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("a time is finite and not negative, not " + time);
    }
  }

  private static void requireWeight(double weight) {
    if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("a weight is finite and not negative, not " + weight);
    }
  }
}
