package nl.oogst.measure;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.oogst.resolve.ByteReader;
import nl.oogst.resolve.ByteWriter;
import nl.oogst.stats.CumulativeIncidence;
import nl.oogst.stats.KaplanMeier;

/**
 * How long the jobs of a cohort ran and how they ended, as a histogram of whole calendar months and
 * days, from which the share still running at the fixed horizons follows (methods page, section 1).
 * What happens after the last horizon bears on none of them.
 */
final class Spells implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final double LEVEL = 0.95;

  private final DayCounts[] ended;
  private final DayCounts running = new DayCounts(SpellTime.PLACES);
  private final Amount jobs = new Amount();
  private final Amount[] atRisk = new Amount[SpellTime.HORIZONS.length];
  private final Amount[] oldEnough = new Amount[SpellTime.HORIZONS.length];
  private final Amount[] notOldEnough = new Amount[SpellTime.HORIZONS.length];
  private final Amount[] lasted = new Amount[SpellTime.HORIZONS.length];
  private final Amount[] endedFor;
  private final PersonsSeveralJobs several = new PersonsSeveralJobs();

  /** Spells of which it is not told apart why they ended. */
  Spells() {
    this(1);
  }

  /**
   * No jobs yet.
   *
   * @param causes how many ways of ending are told apart
   */
  Spells(int causes) {
    this.ended = new DayCounts[causes];
    this.endedFor = new Amount[causes == 1 ? 0 : causes * SpellTime.HORIZONS.length];
  }

  /**
   * Adds a job.
   *
   * @param time to the first day not worked, or to the last day known
   * @param cause how it is known to have ended, from 0; negative when it is not
   */
  void add(Person person, int time, int cause) {
    int place = Math.min(SpellTime.place(time), SpellTime.PLACES - 1);
    boolean hasEnded = cause >= 0;
    if (hasEnded) {
      ended(cause).add(place);
    } else {
      running.add(place);
    }
    several.add(person, place * 2 + (hasEnded ? 1 : 0));
    jobs.addOne(person, 1);
    for (int h = 0; h < SpellTime.HORIZONS.length; h++) {
      if (time >= SpellTime.horizon(SpellTime.HORIZONS[h])) {
        Cells.at(atRisk, h).addOne(person, 1);
      }
      if (hasEnded && endedFor.length > 0 && time <= SpellTime.horizon(SpellTime.HORIZONS[h])) {
        Cells.at(endedFor, cause * SpellTime.HORIZONS.length + h).addOne(person, 1);
      }
    }
  }

  private DayCounts ended(int cause) {
    if (ended[cause] == null) {
      ended[cause] = new DayCounts(SpellTime.PLACES);
    }
    return ended[cause];
  }

  /** Counts whether a job was still running at a horizon, by its place, if that is known. */
  void judge(Person person, int horizon, KnownWork.Outcome outcome) {
    Amount[] counts = outcome == KnownWork.Outcome.UNKNOWN ? notOldEnough : oldEnough;
    Cells.at(counts, horizon).addOne(person, 1);
    if (outcome == KnownWork.Outcome.YES) {
      Cells.at(lasted, horizon).addOne(person, 1);
    }
  }

  void merge(Spells other) {
    for (int cause = 0; cause < ended.length; cause++) {
      if (other.ended[cause] != null) {
        ended(cause).merge(other.ended[cause]);
      }
    }
    running.merge(other.running);
    several.merge(other.several);
    jobs.merge(other.jobs);
    merge(atRisk, other.atRisk);
    merge(oldEnough, other.oldEnough);
    merge(notOldEnough, other.notOldEnough);
    merge(lasted, other.lasted);
    merge(endedFor, other.endedFor);
  }

  void write(ByteWriter out) {
    for (DayCounts cause : ended) {
      out.putByte(cause == null ? 0 : 1);
      if (cause != null) {
        cause.write(out);
      }
    }
    running.write(out);
    several.write(out);
    jobs.write(out);
    for (Amount[] amounts : amounts()) {
      Amount.write(amounts, out);
    }
  }

  /** Adds what {@link #write} wrote of spells of which as many causes are told apart. */
  void merge(ByteReader in) {
    for (int cause = 0; cause < ended.length; cause++) {
      if (in.readByte() == 1) {
        ended(cause).merge(in);
      }
    }
    running.merge(in);
    several.merge(in);
    jobs.merge(Amount.read(in));
    for (Amount[] amounts : amounts()) {
      Amount.merge(in, place -> place, amounts);
    }
  }

  private List<Amount[]> amounts() {
    return List.of(atRisk, oldEnough, notOldEnough, lasted, endedFor);
  }

  private static void merge(Amount[] ours, Amount[] theirs) {
    for (int i = 0; i < ours.length; i++) {
      if (theirs[i] != null) {
        Cells.at(ours, i).merge(theirs[i]);
      }
    }
  }

  /** Takes the jobs of some of the persons away. */
  void without(Spells other) {
    for (int cause = 0; cause < ended.length; cause++) {
      if (other.ended[cause] != null) {
        ended(cause).without(other.ended[cause]);
      }
    }
    running.without(other.running);
    several.without(other.several);
    jobs.without(other.jobs);
    without(atRisk, other.atRisk);
    without(oldEnough, other.oldEnough);
    without(notOldEnough, other.notOldEnough);
    without(lasted, other.lasted);
    without(endedFor, other.endedFor);
  }

  private static void without(Amount[] ours, Amount[] theirs) {
    for (int i = 0; i < ours.length; i++) {
      if (theirs[i] != null) {
        Cells.at(ours, i).without(theirs[i]);
      }
    }
  }

  Figure.Sum jobs() {
    return jobs.figure();
  }

  Figure.Sum atRisk(int horizon) {
    return Cells.figure(atRisk, horizon);
  }

  /** Jobs followed long enough for a horizon, by its place. */
  Figure.Sum oldEnough(int horizon) {
    return Cells.figure(oldEnough, horizon);
  }

  Figure.Sum notOldEnough(int horizon) {
    return Cells.figure(notOldEnough, horizon);
  }

  /** Of the jobs that are old enough those still running at the horizon. */
  Figure.Sum lasted(int horizon) {
    return Cells.figure(lasted, horizon);
  }

  private int[] places() {
    return IntStream.range(0, SpellTime.PLACES)
        .filter(p -> running.at(p) + allEnded(p) > 0)
        .toArray();
  }

  private int allEnded(int place) {
    int sum = 0;
    for (DayCounts cause : ended) {
      sum += cause == null ? 0 : cause.at(place);
    }
    return sum;
  }

  /**
   * The shares still running at each of {@link SpellTime#HORIZONS}.
   *
   * @param method how shares and intervals were computed
   */
  record Curve(List<Figure.Retention> retentions, String method) {}

  /** The curve with its intervals. */
  Curve curve() {
    KaplanMeier curve = kaplanMeier();
    boolean resample = several.matter(jobs.figure());
    List<Optional<nl.oogst.stats.Interval>> drawn =
        resample ? several.intervals(this, LEVEL) : List.of();
    List<Figure.Retention> retentions = new ArrayList<>();
    for (int h = 0; h < SpellTime.HORIZONS.length; h++) {
      int horizon = h;
      Optional<Figure.Interval> estimate =
          curve
              .at(SpellTime.horizon(SpellTime.HORIZONS[h]))
              .map(at -> interval(at, resample ? drawn.get(horizon) : at.interval()));
      retentions.add(new Figure.Retention(estimate, jobs.figure(), atRisk(h), endedBy(h)));
    }
    String interval = resample ? several.method() : "log-log interval";
    return new Curve(retentions, "Kaplan–Meier, " + interval);
  }

  private long endedBy(int horizon) {
    return Arrays.stream(places())
        .filter(place -> SpellTime.at(place) <= SpellTime.horizon(SpellTime.HORIZONS[horizon]))
        .mapToLong(this::allEnded)
        .sum();
  }

  private KaplanMeier kaplanMeier() {
    int[] places = places();
    return KaplanMeier.of(
        Arrays.stream(places).mapToDouble(SpellTime::at).toArray(),
        Arrays.stream(places).mapToDouble(this::allEnded).toArray(),
        Arrays.stream(places).mapToDouble(running::at).toArray());
  }

  /**
   * The curve at a number of months; empty when nobody was followed so far.
   *
   * @param months at most the last of {@link SpellTime#HORIZONS}
   */
  Optional<KaplanMeier.Estimate> estimate(int months) {
    return kaplanMeier().at(SpellTime.horizon(months));
  }

  int running(int place) {
    return running.at(place);
  }

  int ended(int cause, int place) {
    return ended[cause] == null ? 0 : ended[cause].at(place);
  }

  private static Figure.Interval interval(
      KaplanMeier.Estimate estimate, Optional<nl.oogst.stats.Interval> bounds) {
    return new Figure.Interval(
        estimate.survival(),
        bounds.map(nl.oogst.stats.Interval::low).orElse(null),
        bounds.map(nl.oogst.stats.Interval::high).orElse(null));
  }

  /**
   * How many jobs ended in each way by a horizon, by its place, in order of the ways (Aalen and
   * Johansen); intervals are widened where persons have several jobs.
   */
  List<Figure.Incidence> incidences(int horizon) {
    int[] places = places();
    List<double[]> events = new ArrayList<>();
    for (int cause = 0; cause < ended.length; cause++) {
      int way = cause;
      events.add(Arrays.stream(places).mapToDouble(p -> ended(way, p)).toArray());
    }
    Optional<CumulativeIncidence.Estimate> estimate =
        CumulativeIncidence.of(
                Arrays.stream(places).mapToDouble(SpellTime::at).toArray(),
                events,
                Arrays.stream(places).mapToDouble(running::at).toArray())
            .at(SpellTime.horizon(SpellTime.HORIZONS[horizon]));
    double widening = Math.sqrt(several.matter(jobs.figure()) ? several.designEffect() : 1);
    List<Figure.Incidence> all = new ArrayList<>();
    for (int cause = 0; cause < ended.length; cause++) {
      int way = cause;
      Figure.Sum counted = Cells.figure(endedFor, cause * SpellTime.HORIZONS.length + horizon);
      all.add(
          new Figure.Incidence(
              estimate.map(e -> interval(e.causes().get(way), widening)), counted, jobs.figure()));
    }
    return all;
  }

  private static Figure.Interval interval(
      CumulativeIncidence.Incidence incidence, double widening) {
    Optional<nl.oogst.stats.Interval> bounds =
        new CumulativeIncidence.Incidence(incidence.share(), incidence.standardError() * widening)
            .interval(LEVEL);
    return new Figure.Interval(
        incidence.share(),
        bounds.map(nl.oogst.stats.Interval::low).orElse(null),
        bounds.map(nl.oogst.stats.Interval::high).orElse(null));
  }

  /** Whether intervals allow for persons with several jobs. */
  boolean severalJobsMatter() {
    return several.matter(jobs.figure());
  }
}
