package nl.oogst.measure;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import nl.oogst.resolve.ByteReader;
import nl.oogst.resolve.ByteWriter;
import nl.oogst.stats.Bootstrap;
import nl.oogst.stats.Interval;
import nl.oogst.stats.KaplanMeier;

/**
 * The jobs of persons who have several in one cohort. They are not independent, which makes
 * ordinary intervals too narrow; with more than 1.1 jobs a person, persons are drawn with all their
 * jobs (methods page, section 1).
 *
 * <p>A job is a number: its place in time, doubled, plus one when it ended.
 */
final class PersonsSeveralJobs implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final double MANY_JOBS = 1.1;
  private static final int DRAWS = 999;

  /** More drawing than this, in persons, would take long and change little. */
  private static final int MOST_DRAWN = 4_000_000;

  private static final int FEWEST_DRAWS = 199;

  /** With more persons of several jobs than this, only their numbers are kept. */
  private static final int MOST_KEPT = 4_096;

  private List<int[]> kept = new ArrayList<>();
  private long persons;
  private long jobs;
  private long squares;

  private transient long current;
  private transient int[] ofCurrent;

  /** Adds a job; persons come one after another. */
  void add(Person person, int job) {
    jobs++;
    if (persons == 0 || current != person.recordKey() || ofCurrent == null) {
      current = person.recordKey();
      ofCurrent = new int[] {job};
      persons++;
      squares++;
      return;
    }
    squares += 2L * ofCurrent.length + 1;
    boolean second = ofCurrent.length == 1;
    ofCurrent = Arrays.copyOf(ofCurrent, ofCurrent.length + 1);
    ofCurrent[ofCurrent.length - 1] = job;
    if (kept != null && second) {
      kept.add(ofCurrent);
    } else if (kept != null) {
      kept.set(kept.size() - 1, ofCurrent);
    }
    dropTooMany();
  }

  void merge(PersonsSeveralJobs other) {
    persons += other.persons;
    jobs += other.jobs;
    squares += other.squares;
    ofCurrent = null;
    if (kept != null && other.kept != null) {
      kept.addAll(other.kept);
    } else {
      kept = null;
    }
    dropTooMany();
  }

  void write(ByteWriter out) {
    out.putLong(persons).putLong(jobs).putLong(squares).putLong(kept == null ? -1 : kept.size());
    if (kept != null) {
      for (int[] one : kept) {
        out.putLong(one.length);
        for (int job : one) {
          out.putLong(job);
        }
      }
    }
  }

  /** Adds what {@link #write} wrote. */
  void merge(ByteReader in) {
    PersonsSeveralJobs other = new PersonsSeveralJobs();
    other.persons = in.readLong();
    other.jobs = in.readLong();
    other.squares = in.readLong();
    int size = in.readInt();
    if (size < 0) {
      other.kept = null;
    }
    for (int n = 0; n < size; n++) {
      int[] one = new int[in.readInt()];
      for (int i = 0; i < one.length; i++) {
        one[i] = in.readInt();
      }
      other.kept.add(one);
    }
    merge(other);
  }

  /** Takes some of the persons away; those of too many to keep are not known apart after it. */
  void without(PersonsSeveralJobs other) {
    persons -= other.persons;
    jobs -= other.jobs;
    squares -= other.squares;
    ofCurrent = null;
    if (kept == null || other.kept == null) {
      return;
    }
    Map<String, Integer> gone = new HashMap<>();
    other.kept.forEach(one -> gone.merge(sorted(one), 1, Integer::sum));
    List<int[]> left = new ArrayList<>();
    for (int[] one : kept) {
      Integer times = gone.get(sorted(one));
      if (times == null || times == 0) {
        left.add(one);
      } else {
        gone.put(sorted(one), times - 1);
      }
    }
    kept = left;
  }

  private static String sorted(int[] one) {
    int[] sorted = one.clone();
    Arrays.sort(sorted);
    return Arrays.toString(sorted);
  }

  private void dropTooMany() {
    if (kept != null && kept.size() > MOST_KEPT) {
      kept = null;
    }
  }

  /** Whether there are so many jobs to a person that intervals must allow for it. */
  boolean matter(Figure.Sum all) {
    return all.persons() > 1 && all.value() > MANY_JOBS * all.persons();
  }

  /**
   * By how much the variance is larger at most, when the jobs of one person end alike: {@code Σ m²
   * / Σ m} for persons with m jobs (Kish 1965).
   */
  double designEffect() {
    return jobs == 0 ? 1 : squares / (double) jobs;
  }

  /** How the intervals came about. */
  String method() {
    return (kept == null ? "log-log interval widened" : "person bootstrap")
        + " (over 1.1 jobs a person)";
  }

  /** Intervals of the share still running at each horizon. */
  List<Optional<Interval>> intervals(Spells spells, double level) {
    int[][] byPerson = kept == null ? null : byPerson(spells);
    List<Optional<Interval>> intervals = new ArrayList<>();
    for (int months : SpellTime.HORIZONS) {
      int time = SpellTime.horizon(months);
      intervals.add(byPerson == null ? widened(spells, time) : drawn(byPerson, time, level));
    }
    return intervals;
  }

  /** The jobs of each person, in an order that rests on them alone. */
  private int[][] byPerson(Spells spells) {
    List<int[]> all = new ArrayList<>();
    int[] ofOthers = new int[SpellTime.PLACES * 2];
    for (int place = 0; place < SpellTime.PLACES; place++) {
      ofOthers[place * 2] = spells.running(place);
      ofOthers[place * 2 + 1] = spells.ended(0, place);
    }
    for (int[] jobsOfOne : kept) {
      int[] sorted = jobsOfOne.clone();
      Arrays.sort(sorted);
      all.add(sorted);
      for (int job : sorted) {
        ofOthers[job]--;
      }
    }
    for (int job = 0; job < ofOthers.length; job++) {
      for (int i = 0; i < ofOthers[job]; i++) {
        all.add(new int[] {job});
      }
    }
    all.sort(Arrays::compare);
    return all.toArray(int[][]::new);
  }

  private static Optional<Interval> drawn(int[][] byPerson, int time, double level) {
    long seed = 17;
    for (int[] jobsOfOne : byPerson) {
      for (int job : jobsOfOne) {
        seed = seed * 0x9E3779B97F4A7C15L + job;
      }
      seed ^= seed >>> 31;
    }
    int draws = Math.max(FEWEST_DRAWS, Math.min(DRAWS, MOST_DRAWN / byPerson.length));
    int[] kinds =
        Arrays.stream(byPerson).flatMapToInt(Arrays::stream).sorted().distinct().toArray();
    int[][] places =
        Arrays.stream(byPerson)
            .map(own -> Arrays.stream(own).map(job -> Arrays.binarySearch(kinds, job)).toArray())
            .toArray(int[][]::new);
    return Bootstrap.interval(
        places.length, times -> stillRunning(kinds, places, times, time), seed, draws, level);
  }

  /** As Kaplan–Meier has it, without its tables: a thousand draws are made of it. */
  private static OptionalDouble stillRunning(int[] kinds, int[][] byPerson, int[] times, int time) {
    int[] jobs = new int[kinds.length];
    long atRisk = 0;
    for (int i = 0; i < times.length; i++) {
      if (times[i] > 0) {
        for (int kind : byPerson[i]) {
          jobs[kind] += times[i];
          atRisk += times[i];
        }
      }
    }
    double share = 1;
    for (int i = 0; i < kinds.length && SpellTime.at(kinds[i] / 2) <= time; ) {
      int place = kinds[i] / 2;
      long ended = 0;
      long running = 0;
      for (; i < kinds.length && kinds[i] / 2 == place; i++) {
        if (kinds[i] % 2 == 1) {
          ended = jobs[i];
        } else {
          running = jobs[i];
        }
      }
      if (ended > 0) {
        share *= (atRisk - ended) / (double) atRisk;
      }
      if (SpellTime.at(place) == time) {
        return atRisk == 0 ? OptionalDouble.empty() : OptionalDouble.of(share);
      }
      atRisk -= ended + running;
    }
    return atRisk == 0 ? OptionalDouble.empty() : OptionalDouble.of(share);
  }

  private Optional<Interval> widened(Spells spells, int time) {
    double[] at = new double[SpellTime.PLACES];
    double[] ended = new double[at.length];
    double[] running = new double[at.length];
    for (int place = 0; place < at.length; place++) {
      at[place] = place;
      // fewer independent jobs with the same curve
      ended[place] = spells.ended(0, place) / designEffect();
      running[place] = spells.running(place) / designEffect();
    }
    int horizon = time / 100 * DayCounts.DAYS_A_MONTH;
    return KaplanMeier.of(at, ended, running).at(horizon).flatMap(KaplanMeier.Estimate::interval);
  }
}
