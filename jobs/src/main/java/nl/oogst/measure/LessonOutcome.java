package nl.oogst.measure;

import java.util.Locale;
import nl.oogst.stats.OutcomeScale;

/** What practices are compared on: the codes of {@code codelists/lesson_outcomes.csv}. */
enum LessonOutcome {
  RETENTION_6M(OutcomeScale.LOG_LOG, "share"),
  RETENTION_12M(OutcomeScale.LOG_LOG, "share"),
  WERKBEHOUD_12M(OutcomeScale.LOGIT, "share"),
  JOBS_PER_MILLION_EUR(OutcomeScale.LOG, "rate"),
  DAYS_TO_FIRST_JOB(OutcomeScale.LOG, "days"),
  PERMANENT_HOURS_SHARE(OutcomeScale.LOGIT, "share"),
  COUNTED_GROUND_SHARE(OutcomeScale.LOGIT, "share");

  private final OutcomeScale scale;
  private final String steps;

  LessonOutcome(OutcomeScale scale, String steps) {
    this.scale = scale;
    this.steps = steps;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The scale of analysis; retention leaves it when a proeftuin kept everybody or nobody. */
  OutcomeScale scale() {
    return scale;
  }

  /** Which steps of {@code rules/lessons.json} its figures are published in. */
  String steps() {
    return steps;
  }

  boolean isShare() {
    return steps.equals("share");
  }

  /** The months of a retention, or 0. */
  int horizon() {
    return switch (this) {
      case RETENTION_6M -> 6;
      case RETENTION_12M -> 12;
      default -> 0;
    };
  }
}
