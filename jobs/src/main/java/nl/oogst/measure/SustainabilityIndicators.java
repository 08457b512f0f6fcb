package nl.oogst.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nl.oogst.model.DataSetSchema;
import nl.oogst.model.Days;
import nl.oogst.model.Fixed;
import nl.oogst.model.Period;
import nl.oogst.resolve.ResolvedPlacement;
import nl.oogst.resolve.ResolvedPlacement.Observation;

/**
 * Whether work lasts (contract, section 5 rule 6), from known time only. Werkbehoud, zelfde baan
 * and starters follow the definitions of UWV's yearly study "Duurzaamheid van werk binnen de
 * banenafspraak"; retention is Kaplan–Meier; the others are the product's own.
 */
public final class SustainabilityIndicators implements Measure {
  private static final long serialVersionUID = 1L;
  private static final int YES = 0;
  private static final int JUDGED = 1;
  private static final int NOT_JUDGED = 2;
  private static final int COUNT = 3;
  private static final int PARTS = 4;
  private static final int INDICATORS = 5;

  private static final String RETENTION = "retention";

  /** An indicator with what its rows say about it. */
  private enum Indicator {
    WERKBEHOUD_12M(0, Figure.Kind.PROPORTION, 1, "share", "share of persons, Wilson interval"),
    ZELFDE_BAAN_12M(1, Figure.Kind.PROPORTION, 1, "share", "share of persons, Wilson interval"),
    STARTERS_12M(2, Figure.Kind.PROPORTION, 1, "share", "share of persons, Wilson interval"),
    PERMANENT_HOURS_SHARE(3, Figure.Kind.SHARE, 0, "share", "share of contract hours"),
    HOURS_GROWTH_12M(4, Figure.Kind.MEAN, 1, "hours a week", "mean over jobs");

    private final int place;
    private final Figure.Kind kind;
    private final int observedAfter;
    private final String unit;
    private final String method;

    Indicator(int place, Figure.Kind kind, int observedAfter, String unit, String method) {
      this.place = place;
      this.kind = kind;
      this.observedAfter = observedAfter;
      this.unit = unit;
      this.method = method;
    }

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A slice with its row and the jobs that a person has in it. */
  private static final class SliceJobs {
    private final Slice slice;
    private final Amount[] row;
    private final List<Engagement> jobs = new ArrayList<>();

    SliceJobs(Slice slice, Amount[] row) {
      this.slice = slice;
      this.row = row;
    }
  }

  private final Frame frame;
  private final Slicer slicer;
  private final int firstYear;
  private final int years;

  public SustainabilityIndicators(Frame frame) {
    this.frame = frame;
    this.slicer = new Slicer(frame);
    this.firstYear = frame.first().getYear();
    this.years = frame.years();
  }

  @Override
  public String dataSet() {
    return "sustainability_indicators";
  }

  @Override
  public Cells empty() {
    return new Cells(years * INDICATORS * PARTS);
  }

  @Override
  public void add(Person person, Cells cells) {
    List<Engagement> jobs = person.jobs();
    if (jobs.isEmpty()) {
      return;
    }
    Collection<SliceJobs> slices = bySlice(person, jobs, cells);
    int first = firstYear;
    for (Engagement job : jobs) {
      first = Math.min(first, Days.date(job.state().startDate()).getYear());
    }
    for (int year = Math.max(first, firstYear); year < firstYear + years; year++) {
      keptWork(person, year, jobs, slices);
      permanentHours(person, year, slices);
    }
    for (SliceJobs slice : slices) {
      Set<String> seen = new HashSet<>();
      for (Engagement job : slice.jobs) {
        if (slice.jobs.size() == 1 || seen.add(job.jobId())) {
          retention(person, job, slice.slice, cells);
          hoursGrowth(person, job, slice.row);
        }
      }
    }
  }

  private Collection<SliceJobs> bySlice(Person person, List<Engagement> jobs, Cells cells) {
    Map<Slice, SliceJobs> slices = new LinkedHashMap<>();
    for (Engagement job : jobs) {
      for (Slice slice : slicer.slices(person, job)) {
        slices.computeIfAbsent(slice, s -> new SliceJobs(s, cells.row(s))).jobs.add(job);
      }
    }
    return slices.values();
  }

  private Amount at(Amount[] row, Indicator indicator, int cohort, int part) {
    return Cells.at(row, index(indicator, cohort, part));
  }

  private int index(Indicator indicator, int cohort, int part) {
    return ((cohort - firstYear) * INDICATORS + indicator.place) * PARTS + part;
  }

  private static boolean worksInThirdQuarter(Engagement job, int year) {
    return job.state().startDate() <= Days.of(year, 9, 30)
        && job.placement().knownActiveUntil() >= Days.of(year, 7, 1);
  }

  /** Persons at work in the third quarter: who works a year later, who in the same job. */
  private void keptWork(
      Person person, int year, List<Engagement> jobs, Collection<SliceJobs> slices) {
    if (jobs.stream().noneMatch(job -> worksInThirdQuarter(job, year))) {
      return;
    }
    Set<String> jobsLater = new HashSet<>();
    for (Engagement job : jobs) {
      if (worksInThirdQuarter(job, year + 1)) {
        jobsLater.add(job.jobId());
      }
    }
    boolean works = !jobsLater.isEmpty();
    boolean judged = works || knownUntil(person) >= Days.of(year + 1, 9, 30);
    int firstStart = jobs.stream().mapToInt(job -> job.state().startDate()).min().orElseThrow();
    boolean starter = firstStart >= Days.of(year - 1, 10, 1) && firstStart <= Days.of(year, 9, 30);
    for (SliceJobs slice : slices) {
      boolean now = false;
      boolean same = false;
      for (Engagement job : slice.jobs) {
        if (worksInThirdQuarter(job, year)) {
          now = true;
          same |= jobsLater.contains(job.jobId());
        }
      }
      if (now) {
        judge(person, slice.row, Indicator.WERKBEHOUD_12M, year, judged, works);
        judge(person, slice.row, Indicator.ZELFDE_BAAN_12M, year, judged, same);
        if (starter) {
          judge(person, slice.row, Indicator.STARTERS_12M, year, judged, works);
        }
      }
    }
  }

  private void judge(
      Person person, Amount[] row, Indicator indicator, int cohort, boolean judged, boolean yes) {
    if (!judged) {
      at(row, indicator, cohort, NOT_JUDGED).addPerson(person);
      return;
    }
    at(row, indicator, cohort, JUDGED).addPerson(person);
    at(row, indicator, cohort, COUNT).addPerson(person);
    if (yes) {
      at(row, indicator, cohort, YES).addPerson(person);
    }
  }

  private static int knownUntil(Person person) {
    return person.engagements().stream()
        .mapToInt(e -> e.placement().knownUntil())
        .max()
        .orElse(Days.NONE);
  }

  /** Contract hours in permanent jobs among those of all jobs active on 30 September. */
  private void permanentHours(Person person, int year, Collection<SliceJobs> slices) {
    int day = Days.of(year, 9, 30);
    if (day > Days.of(frame.asOf())) {
      return;
    }
    for (SliceJobs slice : slices) {
      for (Engagement job : slice.jobs) {
        if (job.placement().activeOn(day) && job.state().hoursPerWeek() != Fixed.NONE) {
          permanentHours(person, year, day, job, slice.row);
        }
      }
    }
  }

  private void permanentHours(Person person, int year, int day, Engagement job, Amount[] row) {
    Indicator indicator = Indicator.PERMANENT_HOURS_SHARE;
    long hours = job.state().hoursPerWeek();
    int k = job.jobRecords();
    if (job.placement().knownActiveUntil() < day) {
      at(row, indicator, year, NOT_JUDGED).addOne(person, k);
      return;
    }
    at(row, indicator, year, JUDGED).add(person, hours, k);
    at(row, indicator, year, COUNT).addOne(person, k);
    if (job.state().contractForm().equals("permanent")) {
      at(row, indicator, year, YES).add(person, hours, k);
    }
  }

  private boolean inFrame(int year) {
    return frame.year(year) >= 0;
  }

  private void retention(Person person, Engagement job, Slice slice, Cells cells) {
    ResolvedPlacement placement = job.placement();
    LocalDate start = Days.date(placement.state().startDate());
    int until =
        placement.finished() ? placement.state().endDate() + 1 : placement.knownActiveUntil();
    if (!inFrame(start.getYear()) || until < placement.state().startDate()) {
      return;
    }
    cells
        .spells(slice.with(Integer.toString(start.getYear())))
        .add(person, Spells.time(start, Days.date(until)), placement.finished());
  }

  private void hoursGrowth(Person person, Engagement job, Amount[] row) {
    ResolvedPlacement placement = job.placement();
    LocalDate start = Days.date(placement.state().startDate());
    if (!inFrame(start.getYear())) {
      return;
    }
    int later = Days.of(start.plusMonths(12));
    boolean running = placement.knownActiveUntil() >= later;
    Observation first = firstFrom(placement.observations(), Days.of(start));
    Observation second = firstFrom(placement.observations(), later);
    Indicator indicator = Indicator.HOURS_GROWTH_12M;
    int cohort = start.getYear();
    if (!running) {
      if (!placement.finished() && placement.activeOn(later)) {
        at(row, indicator, cohort, NOT_JUDGED).addOne(person, 1);
      }
      return;
    }
    if (first == null || second == null || first.peildatum() >= later) {
      at(row, indicator, cohort, NOT_JUDGED).addOne(person, 1);
      return;
    }
    at(row, indicator, cohort, JUDGED).addOne(person, 1);
    at(row, indicator, cohort, COUNT).addOne(person, 1);
    at(row, indicator, cohort, YES).add(person, second.hoursPerWeek() - first.hoursPerWeek(), 1);
  }

  /** The first delivery on or after a day that shows contract hours. */
  private static Observation firstFrom(List<Observation> observations, int day) {
    Observation first = null;
    for (Observation seen : observations) {
      boolean candidate = seen.peildatum() >= day && seen.hoursPerWeek() != Fixed.NONE;
      if (candidate && (first == null || seen.peildatum() < first.peildatum())) {
        first = seen;
      }
    }
    return first;
  }

  @Override
  public List<Object[]> rows(Cells cells, DataSetSchema schema) {
    Rows rows = new Rows(schema, frame);
    Map<Slice, Amount[]> amounts = cells.rows();
    Map<Slice, Spells> spells = cells.allSpells();
    List<Object[]> all = new ArrayList<>();
    for (Map.Entry<Slice, Amount[]> entry : amounts.entrySet()) {
      Slice slice = entry.getKey();
      for (Indicator indicator : Indicator.values()) {
        cohorts(
            indicator.observedAfter,
            (cohort, period) ->
                all.add(row(rows, slice, period, indicator, cohort, entry.getValue())));
      }
      for (int h = 0; h < Spells.HORIZONS.length; h++) {
        int horizon = h;
        int after = (Spells.HORIZONS[h] + 11) / 12;
        cohorts(
            after,
            (cohort, period) ->
                all.add(
                    retentionRow(
                        rows,
                        slice,
                        period,
                        cohort,
                        horizon,
                        spells.getOrDefault(slice.with(Integer.toString(cohort)), new Spells()))));
      }
    }
    return all;
  }

  private interface CohortSink {
    void cohort(int cohort, Period period);
  }

  private void cohorts(int observedAfter, CohortSink sink) {
    for (int year = frame.first().getYear();
        year + observedAfter <= frame.asOf().getYear();
        year++) {
      sink.cohort(year, Period.year(year + observedAfter));
    }
  }

  private Object[] row(
      Rows rows, Slice slice, Period period, Indicator indicator, int cohort, Amount[] parts) {
    int at = index(indicator, cohort, 0);
    Figure.Sum count = Cells.figure(parts, at + COUNT);
    Object[] row = rows.start(period, slice);
    rows.set(row, "indicator", indicator.code());
    rows.set(row, "cohort", (long) cohort);
    rows.set(row, "n", count);
    rows.set(row, "not_judged", Cells.figure(parts, at + NOT_JUDGED));
    rows.set(
        row,
        "value",
        new Figure.Ratio(
            indicator.kind,
            Cells.figure(parts, at + YES),
            Cells.figure(parts, at + JUDGED),
            count));
    rows.set(row, "unit", indicator.unit);
    rows.set(row, "method", indicator.method);
    return row;
  }

  private static Object[] retentionRow(
      Rows rows, Slice slice, Period period, int cohort, int horizon, Spells spells) {
    Figure.Retention retention = spells.retention(horizon);
    Object[] row = rows.start(period, slice);
    rows.set(row, "indicator", RETENTION + "_" + Spells.HORIZONS[horizon] + "m");
    rows.set(row, "cohort", (long) cohort);
    rows.set(row, "n", retention.jobs());
    rows.set(row, "not_judged", Figure.Sum.NOTHING);
    rows.set(row, "at_risk", retention.atRisk());
    rows.set(row, "value", retention);
    rows.set(row, "unit", "share");
    rows.set(row, "method", "Kaplan–Meier, log-log interval");
    return row;
  }
}
