package nl.oogst.measure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.oogst.measure.KnownWork.Outcome;
import nl.oogst.model.DataSetSchema;
import nl.oogst.model.Days;
import nl.oogst.model.Proeftuin;
import nl.oogst.resolve.ResolvedPlacement;

/**
 * Organisations, categories, routes and proeftuinen beside each other on the main outcomes: counts
 * of jobs or persons by unit, outcome and stratum, from known time only. Each job counts once in a
 * unit, and so does each person, so that observations are independent; what is said of them is in
 * {@link ComparisonRows}.
 */
public final class Comparisons implements FromCounts {
  private static final long serialVersionUID = 1L;
  static final int N = 0;
  static final int EVENTS = 1;
  static final int NOT_JUDGED = 2;
  private static final int PARTS = 3;

  /** Stands for all strata together; no stratum has this name. */
  static final String ALL = "";

  static final List<String> UNITS = List.of("organisation", "category", "route", "proeftuin");
  private static final int YEAR = 12;

  private final Frame frame;
  private final BanenRules banen;
  private final ComparisonRules rules;
  private final Map<String, String> categories = new HashMap<>();

  public Comparisons(
      Frame frame, List<Proeftuin> register, BanenRules banen, ComparisonRules rules) {
    this.frame = frame;
    this.banen = banen;
    this.rules = rules;
    for (Proeftuin proeftuin : register) {
      if (proeftuin.category() != null) {
        categories.put(proeftuin.id(), proeftuin.category());
      }
    }
  }

  @Override
  public String dataSet() {
    return "comparisons";
  }

  @Override
  public Cells empty() {
    return new Cells(PARTS);
  }

  @Override
  public void add(Person person, Cells cells) {
    List<Engagement> jobs = person.jobs();
    if (jobs.isEmpty()) {
      return;
    }
    for (int kind = 0; kind < UNITS.size(); kind++) {
      Map<String, List<Engagement>> units = new LinkedHashMap<>();
      for (Engagement job : jobs) {
        units.computeIfAbsent(unit(kind, job), u -> new ArrayList<>()).add(job);
      }
      for (Map.Entry<String, List<Engagement>> unit : units.entrySet()) {
        new Tally(person, jobs, new Slice(kind, new String[] {unit.getKey()}), cells)
            .add(unit.getValue());
      }
    }
  }

  private String unit(int kind, Engagement job) {
    String unit =
        switch (UNITS.get(kind)) {
          case "organisation" -> job.state().organisation();
          case "category" -> categories.get(job.placement().proeftuin());
          case "route" -> job.state().route();
          default -> job.placement().proeftuin();
        };
    return unit == null ? Frame.UNKNOWN : unit;
  }

  /** What one person adds to one unit. */
  private final class Tally {
    private final Person person;
    private final List<Engagement> allJobs;
    private final Slice unit;
    private final Cells cells;

    Tally(Person person, List<Engagement> allJobs, Slice unit, Cells cells) {
      this.person = person;
      this.allJobs = allJobs;
      this.unit = unit;
      this.cells = cells;
    }

    void add(List<Engagement> jobs) {
      Set<String> seen = new HashSet<>();
      for (Engagement job : jobs) {
        if (seen.add(job.jobId())) {
          job(job);
        }
      }
      keptWork(jobs);
    }

    private void job(Engagement job) {
      ResolvedPlacement placement = job.placement();
      count(ComparisonOutcome.RETENTION_12M, job, KnownWork.lasted(placement, YEAR));
      String form = job.state().contractForm();
      Outcome permanent = Outcome.of(form.equals("permanent"));
      count(
          ComparisonOutcome.PERMANENT_JOBS,
          job,
          form.equals(Frame.UNKNOWN) ? Outcome.UNKNOWN : permanent);
      int start = job.state().startDate();
      String countsFor = banen.countsFor(job, start, start, Days.date(start).getYear());
      count(ComparisonOutcome.COUNTED_GROUND, job, Outcome.of(!countsFor.equals(BanenRules.NONE)));
      count(ComparisonOutcome.REGULAR_JOB_END, job, regularJobEnd(job));
      count(
          ComparisonOutcome.MOVED_TO_PERMANENT_12M,
          job,
          KnownWork.becamePermanent(placement, YEAR));
    }

    private Outcome regularJobEnd(Engagement job) {
      if (!job.placement().finished()) {
        return Outcome.OUTSIDE;
      }
      String reason = job.state().endReason();
      return reason == null || reason.equals(Frame.UNKNOWN)
          ? Outcome.UNKNOWN
          : Outcome.of(reason.equals("regular_job"));
    }

    /** The first year with work in its third quarter: whether there was work a year later. */
    private void keptWork(List<Engagement> jobs) {
      for (int year = frame.first().getYear(); year < frame.asOf().getYear(); year++) {
        for (Engagement job : jobs) {
          if (KnownWork.inThirdQuarter(job, year)) {
            int next = year + 1;
            boolean later = allJobs.stream().anyMatch(j -> KnownWork.inThirdQuarter(j, next));
            boolean judged = KnownWork.judged(person, year, later);
            count(
                ComparisonOutcome.WERKBEHOUD_12M,
                job,
                judged ? Outcome.of(later) : Outcome.UNKNOWN);
            return;
          }
        }
      }
    }

    /** Counts in the unit and in the stratum of the job. */
    private void count(ComparisonOutcome what, Engagement job, Outcome outcome) {
      if (outcome != Outcome.OUTSIDE) {
        String group = job.state().targetGroup();
        String stratum = rules.strataOf().getOrDefault(group == null ? Frame.UNKNOWN : group, ALL);
        count(cells.row(unit.with(what.code(), ALL)), outcome);
        count(cells.row(unit.with(what.code(), stratum)), outcome);
      }
    }

    private void count(Amount[] row, Outcome outcome) {
      Cells.at(row, outcome == Outcome.UNKNOWN ? NOT_JUDGED : N).addOne(person, 1);
      if (outcome == Outcome.YES) {
        Cells.at(row, EVENTS).addOne(person, 1);
      }
    }
  }

  @Override
  public List<Object[]> rows(Cells cells, DataSetSchema schema, Counting counting) {
    return new ComparisonRows(frame, rules, schema, counting).of(cells);
  }
}
