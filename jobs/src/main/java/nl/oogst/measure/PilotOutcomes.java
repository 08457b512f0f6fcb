package nl.oogst.measure;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import nl.oogst.model.Days;
import nl.oogst.model.Proeftuin;
import nl.oogst.stats.EffectSize;
import nl.oogst.stats.KaplanMeier;

/** The outcomes of one proeftuin on its side of one practice. Immutable. */
final class PilotOutcomes {
  private static final double MILLION = 1e6;

  /** A pilot's first day has no sampling error: proeftuinen then weigh alike. */
  private static final double MEASURED = 1e-6;

  /** Of the stretches of time that count, by place in {@link Lessons}. */
  private final Amount[] amounts;

  private final Spells spells;

  /** Millions of euro of contract value for the time on this side, or 0 if not known. */
  private final double exposure;

  /** From the start of the proeftuin, or -1 if not known. */
  private final int daysToFirstJob;

  private PilotOutcomes(Amount[] amounts, Spells spells, double exposure, int daysToFirstJob) {
    this.amounts = amounts;
    this.spells = spells;
    this.exposure = exposure;
    this.daysToFirstJob = daysToFirstJob;
  }

  /**
   * An outcome with its weight.
   *
   * @param effect on the scale of the outcome; empty for retention, whose scale all proeftuinen
   *     decide together
   * @param jobs or persons behind it
   * @param atRisk at the horizon, for outcomes without one the same as {@code jobs}
   */
  record Outcome(
      Optional<EffectSize> effect,
      Optional<KaplanMeier.Estimate> retention,
      double jobs,
      double atRisk) {}

  static PilotOutcomes of(
      Proeftuin pilot,
      PracticeTimes.Timeline timeline,
      int practice,
      SortedMap<Slice, Amount[]> rows,
      SortedMap<Slice, Spells> spells,
      Map<Slice, DayRange> days) {
    Amount[] amounts = new Amount[Lessons.WIDTH];
    Spells followed = new Spells();
    for (int s = 0; s < timeline.segments(); s++) {
      Slice slice = Lessons.pilot(pilot.id(), s);
      Amount[] row = rows.get(slice);
      if (row != null && timeline.counts(s, practice)) {
        for (int i = 0; i < row.length; i++) {
          if (row[i] != null) {
            Cells.at(amounts, i).merge(row[i]);
          }
        }
        if (spells.containsKey(slice)) {
          followed.merge(spells.get(slice));
        }
      }
    }
    return new PilotOutcomes(
        amounts, followed, exposure(pilot, timeline, practice, days), toFirstJob(pilot, days));
  }

  private static double exposure(
      Proeftuin pilot, PracticeTimes.Timeline timeline, int practice, Map<Slice, DayRange> days) {
    DayRange known = days.get(Lessons.days(pilot.id(), "known"));
    if (pilot.contractValueEur() == null || pilot.start() == null || known == null) {
      return 0;
    }
    long all = timeline.days(known.last());
    double value = pilot.contractValueEur().doubleValue() / MILLION;
    return all == 0 ? 0 : value * timeline.days(practice, known.last()) / all;
  }

  private static int toFirstJob(Proeftuin pilot, Map<Slice, DayRange> days) {
    DayRange started = days.get(Lessons.days(pilot.id(), "started"));
    LocalDate start = pilot.start();
    return started == null || start == null ? -1 : started.first() - Days.of(start);
  }

  /** The outcome; empty when this proeftuin has nothing to say about it. */
  Optional<Outcome> outcome(LessonOutcome outcome) {
    double jobs = value(Lessons.JOBS);
    return switch (outcome) {
      case RETENTION_6M, RETENTION_12M ->
          spells
              .estimate(outcome.horizon())
              .map(
                  e ->
                      new Outcome(
                          Optional.empty(), Optional.of(e), spells.jobs().value(), e.atRisk()));
      case WERKBEHOUD_12M -> share(value(Lessons.KEPT), value(Lessons.JUDGED));
      case JOBS_PER_MILLION_EUR ->
          exposure > 0 ? outcome(EffectSize.logRate(jobs, exposure), jobs) : Optional.empty();
      case DAYS_TO_FIRST_JOB ->
          daysToFirstJob < 0
              ? Optional.empty()
              : outcome(new EffectSize(Math.log(Math.max(1, daysToFirstJob)), MEASURED), jobs);
      case PERMANENT_HOURS_SHARE -> permanentHours();
      case COUNTED_GROUND_SHARE -> share(value(Lessons.GROUND_COUNTS), value(Lessons.GROUND_KNOWN));
    };
  }

  /** Hours are no independent draws: the share is as sure as (Σh)²/Σh² jobs make it (Kish). */
  private Optional<Outcome> permanentHours() {
    double hours = value(Lessons.HOURS);
    if (hours == 0) {
      return Optional.empty();
    }
    double jobs = hours * hours / value(Lessons.HOURS_SQUARED);
    double permanent = Math.min(jobs, value(Lessons.PERMANENT_HOURS) / hours * jobs);
    return outcome(EffectSize.logit(permanent, jobs), value(Lessons.JOBS));
  }

  private static Optional<Outcome> share(double yes, double of) {
    return of == 0 ? Optional.empty() : outcome(EffectSize.logit(yes, of), of);
  }

  private static Optional<Outcome> outcome(EffectSize effect, double persons) {
    return Optional.of(new Outcome(Optional.of(effect), Optional.empty(), persons, persons));
  }

  private double value(int place) {
    return amounts[place] == null ? 0 : amounts[place].figure().value();
  }
}
