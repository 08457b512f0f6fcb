package nl.oogst.measure;

import java.util.Locale;

/**
 * The outcomes that units are compared on, as {@code codelists/comparison_outcomes.csv} has them.
 */
enum ComparisonOutcome {
  RETENTION_12M("job"),
  WERKBEHOUD_12M("person"),
  PERMANENT_JOBS("job"),
  COUNTED_GROUND("job"),
  REGULAR_JOB_END("job"),
  MOVED_TO_PERMANENT_12M("job");

  private final String level;

  ComparisonOutcome(String level) {
    this.level = level;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether jobs are counted or persons. */
  String level() {
    return level;
  }
}
