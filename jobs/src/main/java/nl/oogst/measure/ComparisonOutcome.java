package nl.oogst.measure;

import java.util.Locale;

/**
 * The outcomes that units are compared on, as {@code codelists/comparison_outcomes.csv} has them.
 */
enum ComparisonOutcome {
  RETENTION_12M(0, "job"),
  WERKBEHOUD_12M(1, "person"),
  PERMANENT_JOBS(2, "job"),
  COUNTED_GROUND(3, "job"),
  REGULAR_JOB_END(4, "job"),
  MOVED_TO_PERMANENT_12M(5, "job");

  private final int place;
  private final String level;

  ComparisonOutcome(int place, String level) {
    this.place = place;
    this.level = level;
  }

  /** Its place among all outcomes, from 0. */
  int place() {
    return place;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether jobs are counted or persons. */
  String level() {
    return level;
  }
}
