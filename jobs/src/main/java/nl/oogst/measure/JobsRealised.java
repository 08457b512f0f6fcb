package nl.oogst.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.oogst.model.DataSetSchema;
import nl.oogst.model.Days;
import nl.oogst.model.Fixed;
import nl.oogst.model.Period;
import nl.oogst.resolve.ResolvedPlacement;

/**
 * Jobs started, ended and active, the persons in them, their contract hours in fte of 36 hours, and
 * placements that are no jobs (contract, section 5 rules 1, 3 and 4).
 */
public final class JobsRealised implements Measure {
  private static final long serialVersionUID = 1L;
  private static final double FULL_WEEK = 36;

  private static final int STARTED = 0;
  private static final int ENDED = 1;
  private static final int ACTIVE = 2;
  private static final int PERSONS = 3;
  private static final int WEEKLY_HOURS = 4;
  private static final int OTHER = 5;

  /** What jobs in k proeftuinen count less than k records: (k − 1)/k for each record started. */
  private static final int SHARED = 6;

  /** Person numbers beyond the first of a person: counted apart when no link is taken. */
  private static final int APART = 7;

  /** Persons beyond the first of those who may be one: counted together when every link is. */
  private static final int TOGETHER = 8;

  private static final int MEASURES = 9;

  private final Frame frame;
  private final Slicer slicer;
  private final List<Period> periods;

  /** The first and last day of each period, asked for once for every job. */
  private final int[] firstDays;

  private final int[] lastDays;

  public JobsRealised(Frame frame) {
    this.frame = frame;
    this.slicer = new Slicer(frame);
    this.periods = List.copyOf(frame.periods());
    this.firstDays = periods.stream().mapToInt(p -> Days.of(p.start())).toArray();
    this.lastDays = periods.stream().mapToInt(frame::lastDay).toArray();
  }

  @Override
  public String dataSet() {
    return "jobs_realised";
  }

  @Override
  public Cells empty() {
    return new Cells(periods.size() * MEASURES);
  }

  @Override
  public int place(int then, LocalDate asOf) {
    return frame.place(then / MEASURES, asOf) * MEASURES + then % MEASURES;
  }

  @Override
  public void add(Person person, Cells cells) {
    for (Engagement engagement : person.engagements()) {
      List<Slice> slices = slicer.slices(person, engagement);
      Amount[][] rows = new Amount[slices.size()][];
      for (int i = 0; i < rows.length; i++) {
        rows[i] = cells.row(slices.get(i));
      }
      ResolvedPlacement placement = engagement.placement();
      for (int p = 0; p < periods.size(); p++) {
        int first = firstDays[p];
        int last = lastDays[p];
        if (activeIn(placement, first, last)) {
          for (Amount[] row : rows) {
            add(person, engagement, row, p * MEASURES, first, last);
          }
        }
      }
    }
    addBeyondFirst(person, JobsRealised::number, APART, person.jobs(), cells);
  }

  @Override
  public void addPossiblyOne(List<Person> persons, Cells cells) {
    Map<Engagement, String> personOf = new HashMap<>();
    List<Engagement> jobs = new ArrayList<>();
    for (Person person : persons) {
      for (Engagement job : person.jobs()) {
        personOf.put(job, person.id());
        jobs.add(job);
      }
    }
    addBeyondFirst(persons.get(0), personOf::get, TOGETHER, jobs, cells);
  }

  /** The number that a proeftuin knows a person by. */
  private static String number(Engagement job) {
    return job.placement().proeftuin() + "/" + job.state().personId();
  }

  /** Of each cell and period the names of those with a job in it, beyond the first. */
  private void addBeyondFirst(
      Person person,
      Function<Engagement, String> name,
      int measure,
      List<Engagement> jobs,
      Cells cells) {
    if (jobs.size() < 2 || jobs.stream().map(name).distinct().count() < 2) {
      return;
    }
    Map<Slice, List<Engagement>> bySlice = new LinkedHashMap<>();
    for (Engagement job : jobs) {
      for (Slice slice : slicer.each(job)) {
        bySlice.computeIfAbsent(slice, s -> new ArrayList<>()).add(job);
      }
    }
    bySlice.forEach(
        (slice, its) -> {
          for (int p = 0; p < periods.size(); p++) {
            int first = firstDays[p];
            int last = lastDays[p];
            long names =
                its.stream()
                    .filter(job -> activeIn(job.placement(), first, last))
                    .map(name)
                    .distinct()
                    .count();
            if (names > 1) {
              Cells.at(cells.row(slice), p * MEASURES + measure)
                  .add(person, (names - 1) * Fixed.ONE, 1);
            }
          }
        });
  }

  /**
   * On any day of the period; what vanished before it was to start never was, and never started.
   */
  private static boolean activeIn(ResolvedPlacement placement, int first, int last) {
    int from = Math.max(first, placement.state().startDate());
    return from <= Math.min(last, placement.activeUntil());
  }

  /** Adds what an engagement that touches a period contributes to a cell of it. */
  private static void add(
      Person person, Engagement engagement, Amount[] row, int at, int first, int last) {
    ResolvedPlacement placement = engagement.placement();
    int k = engagement.jobRecords();
    boolean atEnd = placement.activeOn(last);
    if (!engagement.isJob()) {
      if (atEnd) {
        Cells.at(row, at + OTHER).addOne(person, k);
      }
      return;
    }
    Cells.at(row, at + PERSONS).addPerson(person);
    if (placement.state().startDate() >= first) {
      Cells.at(row, at + STARTED).addOne(person, k);
      if (k > 1) {
        Cells.at(row, at + SHARED).add(person, (k - 1) * Fixed.ONE, k);
      }
    }
    int end = placement.state().endDate();
    if (end != Days.NONE && end <= last) {
      Cells.at(row, at + ENDED).addOne(person, k);
    }
    if (atEnd) {
      Cells.at(row, at + ACTIVE).addOne(person, k);
      if (placement.state().hoursPerWeek() != Fixed.NONE) {
        Cells.at(row, at + WEEKLY_HOURS).add(person, placement.state().hoursPerWeek(), k);
      }
    }
  }

  /** The records that started, each in full, by proeftuin and period. */
  public void unweighted(Cells cells, CountedFigures counted) {
    for (Map.Entry<Slice, Amount[]> entry : cells.rows().entrySet()) {
      if (frame.breakdowns().get(entry.getKey().breakdown()).name().equals("proeftuin")) {
        for (int p = 0; p < periods.size(); p++) {
          Figure.Sum weighed = Cells.figure(entry.getValue(), p * MEASURES + STARTED);
          Figure.Sum shared = Cells.figure(entry.getValue(), p * MEASURES + SHARED);
          Figure.Sum records =
              new Figure.Sum(
                  weighed.value() + shared.value(), weighed.cellKey(), 1, weighed.persons());
          counted.put(
              entry.getKey().value(0),
              periods.get(p),
              dataSet(),
              "jobs_started" + CountedFigures.UNWEIGHTED,
              records);
        }
      }
    }
  }

  @Override
  public List<Object[]> rows(Cells cells, DataSetSchema schema) {
    Rows rows = new Rows(schema, frame);
    List<Object[]> all = new ArrayList<>();
    for (Map.Entry<Slice, Amount[]> entry : cells.rows().entrySet()) {
      for (int p = 0; p < periods.size(); p++) {
        Object[] row = rows.start(periods.get(p), entry.getKey());
        int at = p * MEASURES;
        rows.set(row, "jobs_started", Cells.figure(entry.getValue(), at + STARTED));
        rows.set(row, "jobs_ended", Cells.figure(entry.getValue(), at + ENDED));
        rows.set(row, "jobs_active", Cells.figure(entry.getValue(), at + ACTIVE));
        Figure.Sum persons = Cells.figure(entry.getValue(), at + PERSONS);
        rows.set(row, "persons", persons);
        double together = Cells.figure(entry.getValue(), at + TOGETHER).value();
        rows.set(row, "persons_low", persons.moved(-together));
        double apart = Cells.figure(entry.getValue(), at + APART).value();
        rows.set(row, "persons_high", persons.moved(apart));
        rows.set(row, "fte", Cells.figure(entry.getValue(), at + WEEKLY_HOURS, FULL_WEEK));
        rows.set(row, "other_placements", Cells.figure(entry.getValue(), at + OTHER));
        all.add(row);
      }
    }
    return all;
  }
}
