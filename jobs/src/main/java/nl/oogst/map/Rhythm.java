package nl.oogst.map;

/** How often a proeftuin delivers. */
public enum Rhythm {
  MONTH(1),
  QUARTER(3),
  HALF_YEAR(6),
  YEAR(12);

  private final int months;

  Rhythm(int months) {
    this.months = months;
  }

  /** Calendar months between two deliveries. */
  public int months() {
    return months;
  }
}
