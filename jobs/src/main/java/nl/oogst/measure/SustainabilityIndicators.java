package nl.oogst.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.oogst.model.DataSetSchema;
import nl.oogst.model.Days;
import nl.oogst.model.Fixed;
import nl.oogst.resolve.ResolvedPlacement;
import nl.oogst.resolve.ResolvedPlacement.Observation;

/**
 * Whether work lasts (contract, section 5 rule 6), from known time only. Werkbehoud, zelfde baan
 * and starters follow the definitions of UWV's yearly study "Duurzaamheid van werk binnen de
 * banenafspraak"; retention is Kaplan–Meier; the others are the product's own.
 */
public final class SustainabilityIndicators implements Measure {
  private static final long serialVersionUID = 1L;
  static final int YES = 0;
  static final int JUDGED = 1;
  static final int NOT_JUDGED = 2;
  static final int COUNT = 3;
  private static final int PARTS = 4;
  private static final int INDICATORS = SustainabilityIndicator.values().length;
  private static final int YEAR = 12;

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
  private final int asOf;
  private final ThirdQuarters thirdQuarters;

  public SustainabilityIndicators(Frame frame) {
    this.frame = frame;
    this.slicer = new Slicer(frame);
    this.firstYear = frame.first().getYear();
    this.years = frame.years();
    this.asOf = Days.of(frame.asOf());
    this.thirdQuarters = new ThirdQuarters(firstYear, years);
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
    int firstStarted = Math.floorDiv(Months.of(firstStart(jobs)), 12);
    for (int year = Math.max(firstYear, firstStarted); year < firstYear + years; year++) {
      keptWork(person, year, jobs, slices);
      permanentHours(person, year, slices);
    }
    for (SliceJobs slice : slices) {
      Set<String> seen = new HashSet<>();
      for (Engagement job : slice.jobs) {
        if (slice.jobs.size() == 1 || seen.add(job.jobId())) {
          retention(person, job, slice.slice, cells);
          hoursGrowth(person, job, slice.row);
          movedToPermanent(person, job, slice.row);
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

  private Amount at(Amount[] row, SustainabilityIndicator indicator, int cohort, int part) {
    return Cells.at(row, index(indicator, cohort, part));
  }

  private int index(SustainabilityIndicator indicator, int cohort, int part) {
    return ((cohort - firstYear) * INDICATORS + indicator.place()) * PARTS + part;
  }

  /** Persons at work in the third quarter: who works a year later, who in the same job. */
  private void keptWork(
      Person person, int year, List<Engagement> jobs, Collection<SliceJobs> slices) {
    if (!thirdQuarters.works(jobs, year)) {
      return;
    }
    Set<String> jobsLater = new HashSet<>();
    for (Engagement job : jobs) {
      if (thirdQuarters.works(job, year + 1)) {
        jobsLater.add(job.jobId());
      }
    }
    boolean works = !jobsLater.isEmpty();
    boolean judged = works || person.knownUntil() >= thirdQuarters.lastDay(year + 1);
    int firstStart = firstStart(jobs);
    boolean starter =
        firstStart > thirdQuarters.lastDay(year - 1) && firstStart <= thirdQuarters.lastDay(year);
    for (SliceJobs slice : slices) {
      boolean now = false;
      boolean same = false;
      for (Engagement job : slice.jobs) {
        if (thirdQuarters.works(job, year)) {
          now = true;
          same |= jobsLater.contains(job.jobId());
        }
      }
      if (now) {
        judge(person, slice.row, SustainabilityIndicator.WERKBEHOUD_12M, year, judged, works);
        judge(person, slice.row, SustainabilityIndicator.ZELFDE_BAAN_12M, year, judged, same);
        if (starter) {
          judge(person, slice.row, SustainabilityIndicator.STARTERS_12M, year, judged, works);
        }
      }
    }
  }

  private void judge(
      Person person,
      Amount[] row,
      SustainabilityIndicator indicator,
      int cohort,
      boolean judged,
      boolean yes) {
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

  private static int firstStart(List<Engagement> jobs) {
    int first = Days.FOREVER;
    for (Engagement job : jobs) {
      first = Math.min(first, job.state().startDate());
    }
    return first;
  }

  /** Contract hours in permanent jobs among those of all jobs active on 30 September. */
  private void permanentHours(Person person, int year, Collection<SliceJobs> slices) {
    int day = thirdQuarters.lastDay(year);
    if (day > asOf) {
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
    SustainabilityIndicator indicator = SustainabilityIndicator.PERMANENT_HOURS_SHARE;
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
    Spells spells = cells.spells(slice.with(Integer.toString(start.getYear())));
    spells.add(person, SpellTime.between(start, Days.date(until)), placement.finished() ? 0 : -1);
    for (int h = 0; h < SpellTime.HORIZONS.length; h++) {
      spells.judge(person, h, KnownWork.lasted(placement, SpellTime.HORIZONS[h]));
    }
  }

  private void hoursGrowth(Person person, Engagement job, Amount[] row) {
    ResolvedPlacement placement = job.placement();
    LocalDate start = Days.date(placement.state().startDate());
    if (!inFrame(start.getYear())) {
      return;
    }
    int later = Days.of(start.plusMonths(12));
    boolean running = placement.knownActiveUntil() >= later;
    Observation first = KnownWork.firstWithHours(placement.observations(), Days.of(start));
    Observation second = KnownWork.firstWithHours(placement.observations(), later);
    SustainabilityIndicator indicator = SustainabilityIndicator.HOURS_GROWTH_12M;
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

  /** Jobs not permanent when first seen: which of them are so twelve months after their start. */
  private void movedToPermanent(Person person, Engagement job, Amount[] row) {
    int cohort = Days.date(job.state().startDate()).getYear();
    if (!inFrame(cohort)) {
      return;
    }
    SustainabilityIndicator indicator = SustainabilityIndicator.MOVED_TO_PERMANENT_12M;
    switch (KnownWork.becamePermanent(job.placement(), YEAR)) {
      case YES -> {
        judged(person, row, indicator, cohort);
        at(row, indicator, cohort, YES).addOne(person, 1);
      }
      case NO -> judged(person, row, indicator, cohort);
      case UNKNOWN -> at(row, indicator, cohort, NOT_JUDGED).addOne(person, 1);
      case OUTSIDE -> {}
    }
  }

  private void judged(Person person, Amount[] row, SustainabilityIndicator indicator, int cohort) {
    at(row, indicator, cohort, JUDGED).addOne(person, 1);
    at(row, indicator, cohort, COUNT).addOne(person, 1);
  }

  @Override
  public List<Object[]> rows(Cells cells, DataSetSchema schema) {
    return new SustainabilityRows(frame, new Rows(schema, frame), this::index).of(cells);
  }
}
