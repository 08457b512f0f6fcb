package nl.oogst.stats;

import java.util.Optional;

/**
 * Mean time in the job up to a horizon: the area under the Kaplan–Meier curve. Variance {@code Σ
 * A²·d/(n(n−d))}, A being the area from the event to the horizon (Klein and Moeschberger, Survival
 * Analysis, 2003, section 4.5).
 *
 * @param mean in the unit of the curve's times
 * @param standardError in the same unit
 */
public record RestrictedMean(double mean, double standardError) {

  /**
   * The mean up to {@code horizon}; absent when the curve is not known up to it, that is when
   * follow-up stops earlier while some still survive.
   *
   * @throws IllegalArgumentException when {@code horizon} is not more than 0
   */
  public static Optional<RestrictedMean> of(KaplanMeier curve, double horizon) {
    if (!(horizon > 0 && horizon < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("a horizon is finite and more than 0, not " + horizon);
    }
    var table = curve.table();
    int last = table.rowAt(horizon);
    boolean known = last >= 0 && curve.survival(last) == 0;
    if (curve.atRisk(horizon) <= 0 && !known) {
      return Optional.empty();
    }
    double area = 0;
    double variance = 0;
    double end = horizon;
    for (int row = last; row >= 0; row--) {
      area += curve.survival(row) * (end - table.time(row));
      end = table.time(row);
      if (table.survivors(row) > 0) {
        variance += area * area * table.events(row) / (table.atRisk(row) * table.survivors(row));
      }
    }
    return Optional.of(new RestrictedMean(area + end, Math.sqrt(variance)));
  }
}
