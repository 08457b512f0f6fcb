package nl.oogst.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import nl.oogst.measure.LessonComparisons.Compared;
import nl.oogst.model.DataSetSchema;
import nl.oogst.stats.Evidence;
import nl.oogst.stats.Interval;
import nl.oogst.stats.PracticeComparison;

/** Comparisons as rows of the data set {@code lessons}, with figures yet to be protected. */
final class LessonRows {
  private final Frame frame;
  private final LessonRules rules;
  private final SortedMap<Slice, Amount[]> cells;
  private final Map<String, Lessons.Voices> voices;
  private final DataSetSchema schema;

  LessonRows(
      Frame frame,
      LessonRules rules,
      Cells cells,
      Map<String, Lessons.Voices> voices,
      DataSetSchema schema) {
    this.frame = frame;
    this.rules = rules;
    this.cells = cells.rows();
    this.voices = voices;
    this.schema = schema;
  }

  List<Object[]> rows(List<Compared> comparisons) {
    List<Object[]> rows = new ArrayList<>();
    comparisons.forEach(compared -> rows.add(row(compared)));
    return rows;
  }

  private Object[] row(Compared compared) {
    Object[] row = new Object[schema.columns().size()];
    LessonOutcome outcome = compared.outcome();
    set(row, "practice", compared.practice());
    set(row, "practice_kind", rules.kinds().get(compared.practice()));
    set(row, "outcome", outcome.code());
    set(row, "period_start", frame.first());
    set(row, "period_end", frame.asOf());
    set(row, "pilots_with", (long) compared.pilotsWith());
    set(row, "pilots_without", (long) compared.pilotsWithout());
    for (boolean with : new boolean[] {true, false}) {
      String side = with ? "with" : "without";
      set(row, "placements_" + side, figure(compared, with, Lessons.JOBS));
      set(row, "persons_" + side, figure(compared, with, Lessons.PERSONS));
      set(row, "at_risk_" + side, atRisk(compared, with));
    }
    set(
        row,
        "unit",
        outcome.isShare()
            ? "share"
            : outcome.steps().equals("days") ? "days" : "jobs per million euro");
    compared.comparison().ifPresent(found -> figures(row, compared, found));
    set(row, "comparisons", (long) compared.adjustedOver());
    set(row, "evidence", compared.evidence().code());
    set(row, "next_step", compared.nextStep());
    voices(row, voices.getOrDefault(compared.practice(), Lessons.Voices.NONE));
    return row;
  }

  private void figures(Object[] row, Compared compared, PracticeComparison found) {
    LessonRules.Steps steps = rules.steps().get(compared.outcome().steps());
    boolean open =
        compared.leastAtRisk() >= rules.openPilot()
            && compared.outcome() != LessonOutcome.DAYS_TO_FIRST_JOB;
    double step = open ? steps.fine() : steps.coarse();
    level(row, compared, "value_with", found.expectedWith(), step);
    level(row, compared, "value_without", found.expectedWithout(), step);
    change(row, compared, "difference", found.shareDifference(), step);
    change(row, compared, "ci_low", found.shareInterval().low(), step);
    change(row, compared, "ci_high", found.shareInterval().high(), step);
    Interval prediction = found.prediction();
    level(row, compared, "prediction_low", prediction.low(), step);
    level(row, compared, "prediction_high", prediction.high(), step);
    found
        .leaveOneOut()
        .ifPresent(
            range -> {
              change(row, compared, "leave_one_out_low", range.low(), steps.coarse());
              change(row, compared, "leave_one_out_high", range.high(), steps.coarse());
            });
    probability(row, compared, "p_value", found.permutation().twoSided());
    compared.q().ifPresent(q -> probability(row, compared, "q_value", q));
    if (compared.evidence() != Evidence.TOO_FEW_PILOTS) {
      set(row, "sign_stable", found.signStable());
    }
  }

  /** A share or mean itself: at its ends a share is a bound, as all published shares are. */
  private void level(Object[] row, Compared compared, String column, double value, double step) {
    Figure.Shown as = compared.outcome().isShare() ? Figure.Shown.SHARE : Figure.Shown.NUMBER;
    set(row, column, figure(compared, value, step, as));
  }

  private void change(Object[] row, Compared compared, String column, double value, double step) {
    set(row, column, figure(compared, value, step, Figure.Shown.NUMBER));
  }

  private void probability(Object[] row, Compared compared, String column, double value) {
    set(row, column, figure(compared, value, rules.probabilityStep(), Figure.Shown.PROBABILITY));
  }

  private Figure.Compared figure(Compared compared, double value, double step, Figure.Shown as) {
    int pilots =
        compared.outcome() == LessonOutcome.DAYS_TO_FIRST_JOB
            ? rules.pilotsOfDurations()
            : rules.pilotsShown();
    boolean enough = Math.min(compared.pilotsWith(), compared.pilotsWithout()) >= pilots;
    return new Figure.Compared(
        value, step, as, enough, atRisk(compared, true), atRisk(compared, false));
  }

  private Figure.Sum atRisk(Compared compared, boolean with) {
    int place =
        switch (compared.outcome()) {
          case RETENTION_6M -> Lessons.AT_RISK_6;
          case RETENTION_12M -> Lessons.AT_RISK_12;
          case WERKBEHOUD_12M -> Lessons.JUDGED;
          default -> Lessons.JOBS;
        };
    return figure(compared, with, place);
  }

  private Figure.Sum figure(Compared compared, boolean with, int place) {
    Amount[] amounts = cells.get(Lessons.side(compared.practice(), with));
    return amounts == null ? Figure.Sum.NOTHING : Cells.figure(amounts, place);
  }

  private void voices(Object[] row, Lessons.Voices said) {
    set(row, "notes", said.notes());
    set(row, "proeftuinen_with_notes", said.proeftuinen());
    set(row, "insights", said.insights());
    set(row, "challenges", said.challenges());
    set(row, "tips", said.tips());
  }

  private void set(Object[] row, String column, Object value) {
    row[schema.indexOf(column)] = value;
  }
}
