package nl.oogst.protect;

import static java.util.Objects.requireNonNull;

/**
 * Shares, means and durations as they may be published (methods.md, section 5): from parts that
 * were rounded by cell key themselves, in coarse steps, and only where enough persons are behind
 * them.
 */
public final class ShareRounding {
  private final DisclosureRules rules;

  public ShareRounding(DisclosureRules rules) {
    this.rules = requireNonNull(rules, "rules");
  }

  /**
   * The share of two counts.
   *
   * @param numerator rounded by cell key
   * @param denominator rounded by cell key
   */
  public Share of(double numerator, double denominator) {
    return of(numerator, denominator, denominator);
  }

  /**
   * The share of two sums, such as hours, over a number of persons or jobs.
   *
   * @param numerator rounded by cell key
   * @param denominator rounded by cell key
   * @param count the persons or jobs behind the denominator, rounded by cell key
   */
  public Share of(double numerator, double denominator, double count) {
    if (count < rules.minDenominator() || !(denominator > 0)) {
      return Share.ABSENT;
    }
    return limited(numerator, denominator);
  }

  /**
   * The share of jobs still running at a fixed horizon.
   *
   * @param survival in [0, 1]; NaN when not estimable
   *     <p>A share in whole percents of jobs that are nearly known in number tells how many ended:
   *     90 % of 26 to 34 jobs means that three did. Where fewer ended than a base can hide, also
   *     where none did, only a bound is given that any of those numbers is above: with at least
   *     {@code r} at risk throughout and at most 4 ended, {@code S ≥ (1 − 1/r)^4}, which for {@code
   *     r > R − 5} is more than {@code 1 − 5/R}.
   * @param atRisk jobs at risk at the horizon, rounded by cell key
   * @param ended jobs that ended by then, exact
   */
  public Share retention(double survival, long atRisk, long ended) {
    if (atRisk < rules.minAtRisk() || Double.isNaN(survival)) {
      return Share.ABSENT;
    }
    var base = rules.base("count", "year");
    if (ended < base) {
      var steps = rules.shareSteps();
      var bound = Math.floor((1 - base / atRisk) * steps + 1e-9) / steps;
      return new Share(Share.Limit.ABOVE, Math.min(bound, rules.shareCeiling()));
    }
    return limited(survival, 1);
  }

  /**
   * A mean, rounded half up to a step.
   *
   * @param sum rounded by cell key
   * @param count rounded by cell key
   * @param step the distance between published means, such as 0.1 hours
   * @return null with too few persons
   */
  public Double mean(double sum, double count, double step) {
    if (count < rules.minDenominator()) {
      return null;
    }
    // by the number of steps in one: 3 / 10 is the double 0.3, 3 * 0.1 is not
    return step < 1
        ? Math.floor(sum / count * Math.rint(1 / step) + 0.5) / Math.rint(1 / step)
        : Math.floor(sum / count / step + 0.5) * step;
  }

  /**
   * A duration in whole months.
   *
   * @param months NaN when not estimable
   * @param atRisk jobs at risk
   * @return null with too few jobs
   */
  public Long months(double months, long atRisk) {
    if (atRisk < rules.minAtRisk() || Double.isNaN(months)) {
      return null;
    }
    return Math.round(months);
  }

  private Share limited(double numerator, double denominator) {
    // in whole steps, so that a share of exactly 5 % is not below it
    var steps = rules.shareSteps();
    if (numerator * steps < Math.rint(rules.shareFloor() * steps) * denominator) {
      return new Share(Share.Limit.BELOW, rules.shareFloor());
    }
    if (numerator * steps > Math.rint(rules.shareCeiling() * steps) * denominator) {
      return new Share(Share.Limit.ABOVE, rules.shareCeiling());
    }
    return new Share(Share.Limit.NONE, halfUp(numerator * steps, denominator) / steps);
  }

  /** The quotient to the nearest whole number, halves up; exact for whole parts. */
  private static double halfUp(double dividend, double divisor) {
    var rest = dividend % divisor;
    var whole = Math.rint((dividend - rest) / divisor);
    return 2 * rest >= divisor ? whole + 1 : whole;
  }
}
