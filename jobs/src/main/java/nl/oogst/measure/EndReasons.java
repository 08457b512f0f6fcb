package nl.oogst.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.oogst.model.Code;
import nl.oogst.model.CodeList;
import nl.oogst.model.DataSetSchema;
import nl.oogst.model.Days;
import nl.oogst.model.Period;
import nl.oogst.resolve.ResolvedPlacement;

/**
 * How jobs ended within one and two years, by reason: cumulative incidence (Aalen–Johansen), from
 * known time only. A regular job is a success of another kind, which the share of jobs still
 * running hides. Together with that share the reasons add up to one.
 */
public final class EndReasons implements Measure {
  private static final long serialVersionUID = 1L;
  private static final int[] YEARS = {12, 24};
  private static final String SUCCESS = "regular_job";

  private final Frame frame;
  private final Slicer slicer;
  private final List<String> reasons = new ArrayList<>();

  public EndReasons(Frame frame, CodeList reasons) {
    this.frame = frame;
    this.slicer = new Slicer(frame, breakdown -> breakdown.dimensions().size() <= 1);
    for (Code reason : reasons.codes()) {
      this.reasons.add(reason.code());
    }
  }

  @Override
  public String dataSet() {
    return "end_reasons";
  }

  @Override
  public Cells empty() {
    return new Cells(0, reasons.size());
  }

  @Override
  public void add(Person person, Cells cells) {
    Set<Map.Entry<String, Slice>> seen = new HashSet<>();
    for (Engagement job : person.jobs()) {
      LocalDate start = Days.date(job.state().startDate());
      ResolvedPlacement placement = job.placement();
      int until =
          placement.finished() ? placement.state().endDate() + 1 : placement.knownActiveUntil();
      if (frame.year(start.getYear()) < 0 || until < placement.state().startDate()) {
        continue;
      }
      String cohort = Integer.toString(start.getYear());
      int cause = placement.finished() ? cause(job.state().endReason()) : -1;
      for (Slice slice : slicer.slices(person, job)) {
        if (job.jobRecords() == 1 || seen.add(Map.entry(job.jobId(), slice))) {
          cells
              .spells(slice.with(cohort))
              .add(person, SpellTime.between(start, Days.date(until)), cause);
        }
      }
    }
  }

  private int cause(String reason) {
    int cause = reason == null ? -1 : reasons.indexOf(reason);
    return cause < 0 ? reasons.indexOf(Frame.UNKNOWN) : cause;
  }

  @Override
  public List<Object[]> rows(Cells cells, DataSetSchema schema) {
    Map<Slice, Map<Integer, Spells>> cohorts = new TreeMap<>();
    cells
        .allSpells()
        .forEach(
            (slice, spells) ->
                cohorts
                    .computeIfAbsent(slice.with(), s -> new TreeMap<>())
                    .put(Integer.valueOf(slice.key(0)), spells));
    Rows rows = new Rows(schema, frame);
    List<Object[]> all = new ArrayList<>();
    Spells nobody = new Spells(reasons.size());
    for (Map.Entry<Slice, Map<Integer, Spells>> entry : cohorts.entrySet()) {
      for (int months : YEARS) {
        int last = frame.asOf().getYear() - months / YEARS[0];
        for (int cohort = frame.first().getYear(); cohort <= last; cohort++) {
          Spells spells = entry.getValue().getOrDefault(cohort, nobody);
          add(rows, entry.getKey(), cohort, months, spells, all);
        }
      }
    }
    return all;
  }

  private void add(
      Rows rows, Slice slice, int cohort, int months, Spells spells, List<Object[]> all) {
    int horizon = Arrays.binarySearch(SpellTime.HORIZONS, months);
    List<Figure.Incidence> incidences = spells.incidences(horizon);
    Period period = Period.year(cohort + months / YEARS[0]);
    String method =
        spells.severalJobsMatter()
            ? "Aalen–Johansen, interval widened (over 1.1 jobs a person)"
            : "Aalen–Johansen, log-log interval";
    for (int cause = 0; cause < reasons.size(); cause++) {
      Object[] row = rows.start(period, slice);
      rows.set(row, "cohort", (long) cohort);
      rows.set(row, "months", (long) months);
      rows.set(row, "end_reason", reasons.get(cause));
      rows.set(row, "success", reasons.get(cause).equals(SUCCESS));
      rows.set(row, "n", spells.jobs());
      rows.set(row, "at_risk", spells.atRisk(horizon));
      rows.set(row, "ended", incidences.get(cause).ended());
      rows.set(row, "value", incidences.get(cause));
      rows.set(row, "method", method);
      all.add(row);
    }
  }
}
