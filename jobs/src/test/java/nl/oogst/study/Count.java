package nl.oogst.study;

/** One count of one release, by name; made once and looked up often. */
final class Count {
  private final int release;
  private final String measure;
  private final String period;
  private final String breakdown;
  private final String slice;
  private final String name;

  Count(int release, String measure, String period, String breakdown, String slice) {
    this.release = release;
    this.measure = measure;
    this.period = period;
    this.breakdown = breakdown;
    this.slice = slice;
    this.name = release + "|" + measure + "|" + period + "|" + breakdown + "|" + slice;
  }

  int release() {
    return release;
  }

  String measure() {
    return measure;
  }

  String period() {
    return period;
  }

  String breakdown() {
    return breakdown;
  }

  String slice() {
    return slice;
  }

  /** All of it in one text, which no other count has. */
  String name() {
    return name;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Count that && name.equals(that.name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }
}
