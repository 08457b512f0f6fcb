package nl.oogst.measure;

import java.util.Locale;

/** An indicator that is added up by cohort year, with what its rows say about it. */
enum SustainabilityIndicator {
  WERKBEHOUD_12M(0, Figure.Kind.PROPORTION, 1, "share", "share of persons, Wilson interval"),
  ZELFDE_BAAN_12M(1, Figure.Kind.PROPORTION, 1, "share", "share of persons, Wilson interval"),
  STARTERS_12M(2, Figure.Kind.PROPORTION, 1, "share", "share of persons, Wilson interval"),
  PERMANENT_HOURS_SHARE(3, Figure.Kind.SHARE, 0, "share", "share of contract hours"),
  HOURS_GROWTH_12M(4, Figure.Kind.MEAN, 1, "hours a week", "mean over jobs"),
  MOVED_TO_PERMANENT_12M(5, Figure.Kind.PROPORTION, 1, "share", "share of jobs, Wilson interval");

  private final int place;
  private final Figure.Kind kind;
  private final int observedAfter;
  private final String unit;
  private final String method;

  SustainabilityIndicator(
      int place, Figure.Kind kind, int observedAfter, String unit, String method) {
    this.place = place;
    this.kind = kind;
    this.observedAfter = observedAfter;
    this.unit = unit;
    this.method = method;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its place among the amounts of a slice. */
  int place() {
    return place;
  }

  Figure.Kind kind() {
    return kind;
  }

  /** Years between the cohort and the period in which the outcome is observed. */
  int observedAfter() {
    return observedAfter;
  }

  String unit() {
    return unit;
  }

  String method() {
    return method;
  }
}
