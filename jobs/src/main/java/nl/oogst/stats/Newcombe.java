package nl.oogst.stats;

import java.util.Optional;

/** The interval for a difference of two shares. */
public final class Newcombe {

  /** A difference of two shares and its interval. */
  public record Difference(double value, Interval interval) {}

  private Newcombe() {}

  /**
   * The difference {@code p1 − p2} with Newcombe's method 10 (Newcombe, Statistics in Medicine 17,
   * 1998): {@code d − √((p1−l1)² + (u2−p2)²)} to {@code d + √((u1−p1)² + (p2−l2)²)}, l and u being
   * Wilson limits. Absent when either n is 0.
   */
  public static Optional<Difference> difference(
      double successes1, double n1, double successes2, double n2, double level) {
    var first = Wilson.interval(successes1, n1, level);
    var second = Wilson.interval(successes2, n2, level);
    if (first.isEmpty() || second.isEmpty()) {
      return Optional.empty();
    }
    double p1 = successes1 / n1;
    double p2 = successes2 / n2;
    double d = p1 - p2;
    double low = d - Math.hypot(p1 - first.get().low(), second.get().high() - p2);
    double high = d + Math.hypot(first.get().high() - p1, p2 - second.get().low());
    return Optional.of(new Difference(d, new Interval(Math.max(-1, low), Math.min(1, high))));
  }
}
