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

  static final List<String> UNITS = List.of("organisation", "category", "route", "proeftuin");
  private static final int YEAR = 12;

  private final Frame frame;
  private final BanenRules banen;
  private final ComparisonRules rules;
  private final Map<String, String> categories = new HashMap<>();
  private final Map<String, Integer> strata = new HashMap<>();

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
    rules
        .strataOf()
        .forEach((group, stratum) -> strata.put(group, rules.strata().indexOf(stratum)));
  }

  @Override
  public String dataSet() {
    return "comparisons";
  }

  @Override
  public Cells empty() {
    return new Cells(ComparisonOutcome.values().length * (rules.strata().size() + 1) * PARTS);
  }

  /** The place in the row of a unit of what is counted in all strata together. */
  int index(ComparisonOutcome outcome, int part) {
    return outcome.place() * (rules.strata().size() + 1) * PARTS + part;
  }

  /** The place of what is counted in one stratum, by its place in the rules. */
  int index(ComparisonOutcome outcome, int stratum, int part) {
    return index(outcome, (stratum + 1) * PARTS + part);
  }

  @Override
  public String basis(String proeftuin) {
    return String.valueOf(categories.get(proeftuin));
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
        Amount[] row = cells.row(new Slice(kind, new String[] {unit.getKey()}));
        new Tally(person, jobs, row).add(unit.getValue());
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
    private final Amount[] row;

    Tally(Person person, List<Engagement> allJobs, Amount[] row) {
      this.person = person;
      this.allJobs = allJobs;
      this.row = row;
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
        count(index(what, 0), outcome);
        String group = job.state().targetGroup();
        Integer stratum = strata.get(group == null ? Frame.UNKNOWN : group);
        if (stratum != null) {
          count(index(what, stratum, 0), outcome);
        }
      }
    }

    private void count(int at, Outcome outcome) {
      Cells.at(row, at + (outcome == Outcome.UNKNOWN ? NOT_JUDGED : N)).addOne(person, 1);
      if (outcome == Outcome.YES) {
        Cells.at(row, at + EVENTS).addOne(person, 1);
      }
    }
  }

  @Override
  public List<Object[]> rows(Cells cells, DataSetSchema schema, Counting counting) {
    return new ComparisonRows(this, frame, rules, schema, counting).of(cells);
  }
}
