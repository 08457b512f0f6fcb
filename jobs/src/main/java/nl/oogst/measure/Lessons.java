package nl.oogst.measure;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.oogst.model.DataSetSchema;
import nl.oogst.model.Days;
import nl.oogst.model.Fixed;
import nl.oogst.model.Proeftuin;
import nl.oogst.resolve.ResolvedPlacement;

/**
 * Which practices and forms of support went together with better outcomes (methods page, section
 * 4). Persons add to the outcomes of each proeftuin, apart for every stretch of time in which its
 * practices stayed the same; what follows is small and done in {@link LessonComparisons}.
 *
 * <p>A proeftuin answers for all its own records: a job that two proeftuinen report counts in full
 * in both.
 */
public final class Lessons implements Measure {
  private static final long serialVersionUID = 1L;

  static final int JOBS = 0;
  static final int PERSONS = 1;
  static final int AT_RISK_6 = 2;
  static final int AT_RISK_12 = 3;
  static final int JUDGED = 4;
  static final int KEPT = 5;
  static final int HOURS = 6;
  static final int HOURS_SQUARED = 7;
  static final int PERMANENT_HOURS = 8;
  static final int GROUND_KNOWN = 9;
  static final int GROUND_COUNTS = 10;
  static final int WIDTH = 11;

  /** Kinds of cell, in the place of a breakdown: of proeftuinen, and of sides of a practice. */
  private static final int OF_PILOT = 0;

  private static final int OF_SIDE = 1;

  private final Frame frame;
  private final BanenRules banen;
  private final LessonRules rules;
  private final List<Proeftuin> register;
  private final PracticeTimes times;
  private final Map<String, Voices> voices;

  /**
   * The cells that a job started in one stretch of time of a proeftuin adds to.
   *
   * @param each side one by one, for persons whose jobs lie in several stretches
   * @param bundle the sides in one, for all others: most persons have one job
   */
  private record Stretch(Slice pilot, List<Slice> each, List<Slice> bundle) {
    List<Slice> sides(Person person) {
      return person.jobs().size() == 1 ? bundle : each;
    }
  }

  private transient Map<String, Stretch[]> stretches;

  /**
   * Lessons of a run.
   *
   * @param uses of practices, from register and deliveries
   * @param voices what was written down about each practice, by its code
   */
  public Lessons(
      Frame frame,
      BanenRules banen,
      LessonRules rules,
      List<Proeftuin> register,
      List<PracticeUse> uses,
      Map<String, Voices> voices) {
    this.frame = frame;
    this.banen = banen;
    this.rules = rules;
    this.register = List.copyOf(register);
    this.times =
        new PracticeTimes(
            rules.practices(), uses, register, Days.of(frame.first()), Days.of(frame.asOf()));
    this.voices = Map.copyOf(voices);
  }

  @Override
  public String dataSet() {
    return "lessons";
  }

  @Override
  public Cells empty() {
    return new Cells(WIDTH);
  }

  /** The outcomes of a proeftuin in one stretch of time. */
  static Slice pilot(String proeftuin, int segment) {
    return new Slice(OF_PILOT, new String[] {proeftuin}, Integer.toString(segment));
  }

  /** Days that are known of a proeftuin. */
  static Slice days(String proeftuin, String what) {
    return new Slice(OF_PILOT, new String[] {proeftuin}, what);
  }

  /** The persons on one side of a practice. */
  static Slice side(String practice, boolean with) {
    return new Slice(OF_SIDE, new String[] {practice, with ? "with" : "without"});
  }

  @Override
  public String basis(String proeftuin) {
    return times.of(proeftuin).toString();
  }

  @Override
  public void add(Person person, Cells cells) {
    Map<String, List<Engagement>> byPilot = new LinkedHashMap<>();
    Set<String> seen = new HashSet<>();
    for (Engagement job : person.jobs()) {
      String pilot = job.placement().proeftuin();
      if (seen.add(pilot + "\u001f" + job.jobId())) {
        byPilot.computeIfAbsent(pilot, p -> new ArrayList<>(2)).add(job);
      }
    }
    byPilot.forEach(
        (pilot, jobs) -> {
          PracticeTimes.Timeline timeline = times.of(pilot);
          for (Engagement job : jobs) {
            add(person, pilot, timeline, job, cells);
          }
          keptWork(person, pilot, timeline, jobs, cells);
        });
  }

  private void add(
      Person person, String pilot, PracticeTimes.Timeline timeline, Engagement job, Cells cells) {
    ResolvedPlacement placement = job.placement();
    int start = placement.state().startDate();
    Stretch stretch = stretch(pilot, timeline.segment(start));
    Amount[] row = cells.row(stretch.pilot());
    Cells.at(row, JOBS).addOne(person, 1);
    hours(person, job, row);
    ground(person, job, row);
    int time = followed(placement);
    if (time >= 0) {
      cells.spells(stretch.pilot()).add(person, time, placement.finished() ? 0 : -1);
    }
    for (Slice side : stretch.sides(person)) {
      Amount[] persons = cells.row(side);
      Cells.at(persons, JOBS).addOne(person, 1);
      Cells.at(persons, PERSONS).addPerson(person);
      if (time >= SpellTime.horizon(6)) {
        Cells.at(persons, AT_RISK_6).addOne(person, 1);
      }
      if (time >= SpellTime.horizon(12)) {
        Cells.at(persons, AT_RISK_12).addOne(person, 1);
      }
    }
    if (start >= timeline.start()) {
      cells.days(days(pilot, "started")).add(start);
    }
    cells.days(days(pilot, "known")).add(Math.max(start, placement.knownUntil()));
  }

  /** The time a job was followed, or -1 when it never was. */
  private static int followed(ResolvedPlacement placement) {
    int start = placement.state().startDate();
    int until =
        placement.finished() ? placement.state().endDate() + 1 : placement.knownActiveUntil();
    return until < start ? -1 : SpellTime.between(Days.date(start), Days.date(until));
  }

  private static void hours(Person person, Engagement job, Amount[] row) {
    long hours = job.state().hoursPerWeek();
    if (hours == Fixed.NONE || hours <= 0) {
      return;
    }
    Cells.at(row, HOURS).add(person, hours, 1);
    Cells.at(row, HOURS_SQUARED).add(person, Math.round(hours / (double) Fixed.ONE * hours), 1);
    if (job.state().contractForm().equals("permanent")) {
      Cells.at(row, PERMANENT_HOURS).add(person, hours, 1);
    }
  }

  private void ground(Person person, Engagement job, Amount[] row) {
    String ground = job.state().registerGround();
    if (ground == null || ground.equals(Frame.UNKNOWN)) {
      return;
    }
    int start = job.state().startDate();
    Cells.at(row, GROUND_KNOWN).addOne(person, 1);
    String countsFor = banen.countsFor(job, start, start, Days.date(start).getYear());
    if (!countsFor.equals(BanenRules.NONE)) {
      Cells.at(row, GROUND_COUNTS).addOne(person, 1);
    }
  }

  /**
   * Work retained of a person in a proeftuin, counted once: from the first third quarter in which
   * the person worked there, under the practices of the job that began first.
   */
  private void keptWork(
      Person person,
      String pilot,
      PracticeTimes.Timeline timeline,
      List<Engagement> jobs,
      Cells cells) {
    int year = Integer.MAX_VALUE;
    for (Engagement job : jobs) {
      year = Math.min(year, firstThirdQuarter(job));
    }
    if (year == Integer.MAX_VALUE || year >= frame.asOf().getYear()) {
      return;
    }
    Engagement first = null;
    for (Engagement job : jobs) {
      boolean earlier = first == null || job.state().startDate() < first.state().startDate();
      if (worksInThirdQuarter(job, year) && earlier) {
        first = job;
      }
    }
    int next = year + 1;
    boolean works = person.jobs().stream().anyMatch(job -> worksInThirdQuarter(job, next));
    boolean followed =
        person.engagements().stream()
            .anyMatch(e -> e.placement().knownUntil() >= Days.of(next, 9, 30));
    if (!works && !followed) {
      return;
    }
    Stretch stretch = stretch(pilot, timeline.segment(first.state().startDate()));
    Cells.at(cells.row(stretch.pilot()), JUDGED).addPerson(person);
    if (works) {
      Cells.at(cells.row(stretch.pilot()), KEPT).addPerson(person);
    }
    for (Slice side : stretch.sides(person)) {
      Cells.at(cells.row(side), JUDGED).addPerson(person);
    }
  }

  /** The first year whose third quarter a job touches; the largest number when none. */
  private static int firstThirdQuarter(Engagement job) {
    int start = job.state().startDate();
    int year = Days.date(start).getYear();
    int first = start <= Days.of(year, 9, 30) ? year : year + 1;
    return worksInThirdQuarter(job, first) ? first : Integer.MAX_VALUE;
  }

  private static boolean worksInThirdQuarter(Engagement job, int year) {
    return job.state().startDate() <= Days.of(year, 9, 30)
        && job.placement().knownActiveUntil() >= Days.of(year, 7, 1);
  }

  private Stretch stretch(String pilot, int segment) {
    if (stretches == null) {
      stretches = new HashMap<>();
    }
    Stretch[] all = stretches.computeIfAbsent(pilot, p -> new Stretch[times.of(p).segments()]);
    if (all[segment] == null) {
      List<Slice> sides = new ArrayList<>();
      PracticeTimes.Timeline timeline = times.of(pilot);
      for (int p = 0; p < times.practices().size(); p++) {
        if (timeline.counts(segment, p)) {
          sides.add(side(times.practices().get(p), timeline.with(p)));
        }
      }
      String[] name = {pilot, Integer.toString(segment)};
      all[segment] =
          new Stretch(
              pilot(pilot, segment), List.copyOf(sides), List.of(Slice.bundle(name, sides)));
    }
    return all[segment];
  }

  @Override
  public List<Object[]> rows(Cells cells, DataSetSchema schema) {
    var comparisons = new LessonComparisons(times, rules, register, cells).all();
    return new LessonRows(frame, rules, cells, voices, schema).rows(comparisons);
  }

  /** What was written down about a practice, as far as it may be published. */
  public record Voices(long notes, long proeftuinen, long insights, long challenges, long tips)
      implements Serializable {
    static final Voices NONE = new Voices(0, 0, 0, 0, 0);
  }
}
