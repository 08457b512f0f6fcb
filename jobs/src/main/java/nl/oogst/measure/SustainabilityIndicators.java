package nl.oogst.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
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

  private static final String RETENTION = "retention";

  /** An indicator with what its rows say about it. */
  private enum Indicator {
    WERKBEHOUD_12M(Figure.Kind.PROPORTION, 1, "share", "share of persons, Wilson interval"),
    ZELFDE_BAAN_12M(Figure.Kind.PROPORTION, 1, "share", "share of persons, Wilson interval"),
    STARTERS_12M(Figure.Kind.PROPORTION, 1, "share", "share of persons, Wilson interval"),
    PERMANENT_HOURS_SHARE(Figure.Kind.SHARE, 0, "share", "share of contract hours"),
    HOURS_GROWTH_12M(Figure.Kind.MEAN, 1, "hours a week", "mean over jobs");

    private final Figure.Kind kind;
    private final int observedAfter;
    private final String unit;
    private final String method;

    Indicator(Figure.Kind kind, int observedAfter, String unit, String method) {
      this.kind = kind;
      this.observedAfter = observedAfter;
      this.unit = unit;
      this.method = method;
    }

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A job with the slices it belongs to. */
  private record SlicedJob(Engagement job, List<Slice> slices) {}

  private final Frame frame;

  public SustainabilityIndicators(Frame frame) {
    this.frame = frame;
  }

  @Override
  public String dataSet() {
    return "sustainability_indicators";
  }

  @Override
  public Cells empty() {
    return new Cells(frame.years() * PARTS);
  }

  @Override
  public void add(Person person, Cells cells) {
    List<Engagement> jobs = person.jobs();
    if (jobs.isEmpty()) {
      return;
    }
    List<SlicedJob> sliced = new ArrayList<>();
    for (Engagement job : jobs) {
      Slice[] slices = frame.slices(job);
      sliced.add(new SlicedJob(job, List.of(slices)));
      for (Slice slice : slices) {
        cells.row(slice);
      }
    }
    for (int year = frame.first().getYear(); year <= frame.asOf().getYear(); year++) {
      keptWork(person, year, sliced, cells);
      permanentHours(person, year, sliced, cells);
    }
    Set<List<Object>> seen = new HashSet<>();
    for (SlicedJob job : sliced) {
      for (Slice slice : job.slices()) {
        if (seen.add(List.of(job.job().jobId(), slice))) {
          retention(person, job.job(), slice, cells);
          hoursGrowth(person, job.job(), slice, cells);
        }
      }
    }
  }

  private Amount at(Cells cells, Slice slice, Indicator indicator, int cohort, int part) {
    Amount[] row = cells.row(slice.with(indicator.code()));
    return Cells.at(row, (cohort - frame.first().getYear()) * PARTS + part);
  }

  private static boolean worksInThirdQuarter(Engagement job, int year) {
    return job.state().startDate() <= Days.of(year, 9, 30)
        && job.placement().knownActiveUntil() >= Days.of(year, 7, 1);
  }

  /** Persons at work in the third quarter: who works a year later, who in the same job. */
  private void keptWork(Person person, int year, List<SlicedJob> jobs, Cells cells) {
    Map<Slice, Set<String>> jobsNow = new LinkedHashMap<>();
    for (SlicedJob job : jobs) {
      if (worksInThirdQuarter(job.job(), year)) {
        for (Slice slice : job.slices()) {
          jobsNow.computeIfAbsent(slice, s -> new HashSet<>()).add(job.job().jobId());
        }
      }
    }
    if (jobsNow.isEmpty()) {
      return;
    }
    Set<String> jobsLater = new HashSet<>();
    for (SlicedJob job : jobs) {
      if (worksInThirdQuarter(job.job(), year + 1)) {
        jobsLater.add(job.job().jobId());
      }
    }
    boolean judged = !jobsLater.isEmpty() || knownUntil(person) >= Days.of(year + 1, 9, 30);
    int firstStart = jobs.stream().mapToInt(j -> j.job().state().startDate()).min().orElseThrow();
    boolean starter = firstStart >= Days.of(year - 1, 10, 1) && firstStart <= Days.of(year, 9, 30);
    jobsNow.forEach(
        (slice, its) -> {
          boolean same = its.stream().anyMatch(jobsLater::contains);
          boolean works = !jobsLater.isEmpty();
          judge(person, at(cells, slice, Indicator.WERKBEHOUD_12M, year), judged, works);
          judge(person, at(cells, slice, Indicator.ZELFDE_BAAN_12M, year), judged, same);
          if (starter) {
            judge(person, at(cells, slice, Indicator.STARTERS_12M, year), judged, works);
          }
        });
  }

  /** The parts of an indicator in a cell, by their number. */
  private IntFunction<Amount> at(Cells cells, Slice slice, Indicator indicator, int cohort) {
    return part -> at(cells, slice, indicator, cohort, part);
  }

  private static void judge(Person person, IntFunction<Amount> parts, boolean judged, boolean yes) {
    if (!judged) {
      parts.apply(NOT_JUDGED).addPerson(person);
      return;
    }
    parts.apply(JUDGED).addPerson(person);
    parts.apply(COUNT).addPerson(person);
    if (yes) {
      parts.apply(YES).addPerson(person);
    }
  }

  private static int knownUntil(Person person) {
    return person.engagements().stream()
        .mapToInt(e -> e.placement().knownUntil())
        .max()
        .orElse(Days.NONE);
  }

  /** Contract hours in permanent jobs among those of all jobs active on 30 September. */
  private void permanentHours(Person person, int year, List<SlicedJob> jobs, Cells cells) {
    int day = Days.of(year, 9, 30);
    if (day > Days.of(frame.asOf())) {
      return;
    }
    for (SlicedJob sliced : jobs) {
      Engagement job = sliced.job();
      long hours = job.state().hoursPerWeek();
      if (!job.placement().activeOn(day) || hours == Fixed.NONE) {
        continue;
      }
      boolean known = job.placement().knownActiveUntil() >= day;
      int k = job.jobRecords();
      for (Slice slice : sliced.slices()) {
        var parts = at(cells, slice, Indicator.PERMANENT_HOURS_SHARE, year);
        if (!known) {
          parts.apply(NOT_JUDGED).addOne(person, k);
          continue;
        }
        parts.apply(JUDGED).add(person, hours, k);
        parts.apply(COUNT).addOne(person, k);
        if (job.state().contractForm().equals("permanent")) {
          parts.apply(YES).add(person, hours, k);
        }
      }
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

  private void hoursGrowth(Person person, Engagement job, Slice slice, Cells cells) {
    ResolvedPlacement placement = job.placement();
    LocalDate start = Days.date(placement.state().startDate());
    if (!inFrame(start.getYear())) {
      return;
    }
    int later = Days.of(start.plusMonths(12));
    boolean running = placement.knownActiveUntil() >= later;
    Observation first = firstFrom(placement.observations(), Days.of(start));
    Observation second = firstFrom(placement.observations(), later);
    var parts = at(cells, slice, Indicator.HOURS_GROWTH_12M, start.getYear());
    if (!running) {
      if (!placement.finished() && placement.activeOn(later)) {
        parts.apply(NOT_JUDGED).addOne(person, 1);
      }
      return;
    }
    if (first == null || second == null || first.peildatum() >= later) {
      parts.apply(NOT_JUDGED).addOne(person, 1);
      return;
    }
    parts.apply(JUDGED).addOne(person, 1);
    parts.apply(COUNT).addOne(person, 1);
    parts.apply(YES).add(person, second.hoursPerWeek() - first.hoursPerWeek(), 1);
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
    Amount[] nothing = new Amount[frame.years() * PARTS];
    for (Slice slice : amounts.keySet()) {
      if (slice.keys() > 0) {
        continue;
      }
      for (Indicator indicator : Indicator.values()) {
        Amount[] parts = amounts.getOrDefault(slice.with(indicator.code()), nothing);
        cohorts(
            indicator.observedAfter,
            (cohort, period) -> all.add(row(rows, slice, period, indicator, cohort, parts)));
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
    int at = (cohort - frame.first().getYear()) * PARTS;
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
