package nl.oogst.stats;

import java.util.OptionalDouble;

/** What a comparison of pilots allows one to say of a practice. */
public enum Evidence {
  /** Enough pilots and persons, a small q, and no single pilot decides the sign. */
  SUPPORTED("supported"),
  /** Both the interval and the permutation see a difference, on fewer pilots. */
  INDICATION("indication"),
  /** One of the two sees a difference, but leaving a single pilot out turns its sign. */
  CONTRADICTORY("contradictory"),
  /** Enough pilots for an indication, and none. */
  NO_DIFFERENCE_SEEN("no_difference_seen"),
  /** Too few pilots on a side to see anything: it tells what to record next. */
  TOO_FEW_PILOTS("too_few_pilots");

  private final String code;

  Evidence(String code) {
    this.code = code;
  }

  /** The readable code in published tables. */
  public String code() {
    return code;
  }

  /**
   * The thresholds, which are data.
   *
   * @param supportedPilots pilots on each side, at least, for {@link #SUPPORTED}
   * @param supportedPersons persons on each side, at least
   * @param atRisk persons at risk at the horizon, at least, in
   * @param pilotsAtRisk so many pilots on each side
   * @param q adjusted p below which a difference is supported
   * @param indicationPilots pilots on each side, at least, for {@link #INDICATION}
   * @param p permutation p below which there is an indication
   */
  public record Thresholds(
      int supportedPilots,
      double supportedPersons,
      double atRisk,
      int pilotsAtRisk,
      double q,
      int indicationPilots,
      double p)
      implements java.io.Serializable {}

  /**
   * The verdict.
   *
   * @param q p of the permutation, adjusted over everything looked at in the run; missing is not
   *     small
   */
  public static Evidence of(PracticeComparison comparison, OptionalDouble q, Thresholds rule) {
    if (supported(comparison, q, rule)) {
      return SUPPORTED;
    }
    var with = comparison.with();
    var without = comparison.without();
    if (Math.min(with.pilots(), without.pilots()) < rule.indicationPilots()) {
      return TOO_FEW_PILOTS;
    }
    boolean interval = comparison.intervalExcludesZero();
    boolean permutation = comparison.permutation().twoSided() < rule.p();
    if (interval && permutation) {
      return INDICATION;
    }
    return (interval || permutation) && !comparison.signStable()
        ? CONTRADICTORY
        : NO_DIFFERENCE_SEEN;
  }

  private static boolean supported(
      PracticeComparison comparison, OptionalDouble q, Thresholds rule) {
    return enough(comparison.with(), rule)
        && enough(comparison.without(), rule)
        && q.orElse(1) < rule.q()
        && comparison.signStable();
  }

  private static boolean enough(PracticeComparison.Side side, Thresholds rule) {
    return side.pilots() >= rule.supportedPilots()
        && side.persons() >= rule.supportedPersons()
        && side.pilotsAtRisk(rule.atRisk()) >= rule.pilotsAtRisk();
  }
}
