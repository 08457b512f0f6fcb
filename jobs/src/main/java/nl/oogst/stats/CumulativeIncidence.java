package nl.oogst.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Cumulative incidence of competing end reasons (Aalen and Johansen, Scandinavian Journal of
 * Statistics 5, 1978): {@code F_j(t) = Σ S(s−)·d_j(s)/n(s)} over times s up to t, so that {@code Σ
 * F_j + S = 1}. Moving to a regular job is one end, being dismissed another; one curve of "still in
 * the job" hides which.
 *
 * <p>Variance of the multinomial kind (Gaynor et al., JASA 88, 1993): {@code Σ_s [Σ_k a_k²·λ_k −
 * (Σ_k a_k·λ_k)²]/n} with {@code λ_k = d_k/n} and {@code a_k = S(s−)·1[k=j] − (F_j(t) −
 * F_j(s))/(1−λ)}; for S it is Greenwood's. Immutable.
 */
public final class CumulativeIncidence {

  private final KaplanMeier anyEnd;
  private final double[][] shares;
  private final double[][] incidence;

  /** Share that ended for one reason, with its standard error. */
  public record Incidence(double share, double standardError) {

    /**
     * The interval {@code 1 − (1−F)^exp(±z·se/((1−F)·ln(1−F)))}, which without competing ends is
     * that of the Kaplan–Meier curve (Kalbfleisch and Prentice, 2002, section 8.2); absent when the
     * share is 0 or 1.
     */
    public Optional<Interval> interval(double level) {
      double z = Normal.z(level);
      if (!(share > 0 && share < 1)) {
        return Optional.empty();
      }
      double relative = standardError / (1 - share);
      var rest = IntervalScale.LOG_LOG.interval(1 - share, relative * relative, z);
      return Optional.of(new Interval(1 - rest.high(), 1 - rest.low()));
    }
  }

  /**
   * The curves at one time.
   *
   * @param still share that has not ended, with its interval
   * @param causes per reason, in the order of the input
   */
  public record Estimate(KaplanMeier.Estimate still, List<Incidence> causes) {

    public Estimate {
      causes = List.copyOf(causes);
    }
  }

  private CumulativeIncidence(KaplanMeier anyEnd, double[][] shares, double[][] incidence) {
    this.anyEnd = anyEnd;
    this.shares = shares;
    this.incidence = incidence;
  }

  /**
   * From a histogram.
   *
   * @param time distinct times, strictly ascending, not negative
   * @param events per end reason the weight of the ends at each time
   * @param censored weight of the censorings at each time
   * @throws IllegalArgumentException when lengths differ, times do not ascend, or a weight is
   *     negative or not finite
   */
  public static CumulativeIncidence of(double[] time, List<double[]> events, double[] censored) {
    double[] any = new double[time.length];
    for (double[] cause : events) {
      if (cause.length != time.length) {
        throw new IllegalArgumentException(
            "times and ends differ in number: " + time.length + ", " + cause.length);
      }
      for (int i = 0; i < any.length; i++) {
        if (!(cause[i] >= 0)) {
          throw new IllegalArgumentException("a weight is not negative, not " + cause[i]);
        }
        any[i] += cause[i];
      }
    }
    var curve = KaplanMeier.of(time, any, censored);
    var table = curve.table();
    int[] places = new int[table.size()];
    for (int row = 0; row < places.length; row++) {
      places[row] = Arrays.binarySearch(time, table.time(row));
    }
    double[][] shares = new double[events.size()][table.size()];
    double[][] incidence = new double[events.size()][table.size()];
    for (int cause = 0; cause < shares.length; cause++) {
      double sum = 0;
      for (int row = 0; row < table.size(); row++) {
        double ended = events.get(cause)[places[row]];
        shares[cause][row] = ended / table.atRisk(row);
        sum += before(curve, row) * shares[cause][row];
        incidence[cause][row] = sum;
      }
    }
    return new CumulativeIncidence(curve, shares, incidence);
  }

  /** The curves at {@code time}; absent when nobody was followed up to it. */
  public Optional<Estimate> at(double time) {
    return anyEnd.at(time).map(still -> new Estimate(still, causesAt(anyEnd.table().rowAt(time))));
  }

  private List<Incidence> causesAt(int row) {
    var causes = new ArrayList<Incidence>();
    for (int cause = 0; cause < shares.length; cause++) {
      causes.add(
          row < 0
              ? new Incidence(0, 0)
              : new Incidence(incidence[cause][row], Math.sqrt(variance(cause, row))));
    }
    return causes;
  }

  private double variance(int cause, int last) {
    var table = anyEnd.table();
    double sum = 0;
    for (int row = 0; row <= last; row++) {
      double later = incidence[cause][last] - incidence[cause][row];
      double fall = later == 0 ? 0 : later * table.atRisk(row) / table.survivors(row);
      double squares = 0;
      double mean = 0;
      for (int k = 0; k < shares.length; k++) {
        double a = (k == cause ? before(anyEnd, row) : 0) - fall;
        squares += a * a * shares[k][row];
        mean += a * shares[k][row];
      }
      sum += (squares - mean * mean) / table.atRisk(row);
    }
    return Math.max(0, sum);
  }

  private static double before(KaplanMeier curve, int row) {
    return row == 0 ? 1 : curve.survival(row - 1);
  }
}
