package nl.oogst.stats;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * The log-rank test that groups have the same curve (Mantel, 1966; Peto and Peto, 1972), with
 * strata when given: per event time the observed events of a group against those expected from its
 * share at risk, with the hypergeometric variance; {@code χ² = (O−E)' V⁻¹ (O−E)}.
 */
public final class LogRank {

  /** What an event time weighs. */
  public enum Weight {
    /** Every time equally. */
    LOG_RANK,
    /** The share still running just before the time, in all groups of the stratum together. */
    PETO_PETO
  }

  /** Weighted observed and expected events of a group, in the order of the input. */
  public record Group(double observed, double expected) {}

  /**
   * A result.
   *
   * @param chiSquared the test statistic
   * @param degreesOfFreedom groups with expected events, less one
   * @param p two-sided by nature
   */
  public record Result(List<Group> groups, double chiSquared, int degreesOfFreedom, double p) {

    public Result {
      groups = List.copyOf(groups);
    }
  }

  private final Weight weight;
  private final double[] observed;
  private final double[] expected;
  private final double[][] variance;

  private LogRank(Weight weight, int groups) {
    this.weight = weight;
    this.observed = new double[groups];
    this.expected = new double[groups];
    this.variance = new double[groups][groups];
  }

  /** Compares the curves of two or more groups; absent when there is nothing to compare. */
  public static Optional<Result> test(List<KaplanMeier> groups, Weight weight) {
    return stratified(List.of(groups), weight);
  }

  /**
   * Compares groups within strata.
   *
   * @param strata per stratum the curves of the same groups in the same order; a group without
   *     anybody in a stratum has an empty curve there
   */
  public static Optional<Result> stratified(List<List<KaplanMeier>> strata, Weight weight) {
    int groups = strata.isEmpty() ? 0 : strata.get(0).size();
    var test = new LogRank(weight, groups);
    for (var stratum : strata) {
      if (stratum.size() != groups) {
        throw new IllegalArgumentException(
            "every stratum has the same groups: " + groups + ", " + stratum.size());
      }
      test.add(stratum);
    }
    return test.result();
  }

  private void add(List<KaplanMeier> stratum) {
    double[] times =
        stratum.stream()
            .map(KaplanMeier::table)
            .flatMapToDouble(t -> IntStream.range(0, t.size()).mapToDouble(t::time))
            .sorted()
            .distinct()
            .toArray();
    double running = 1;
    double[] n = new double[observed.length];
    double[] d = new double[observed.length];
    for (double time : times) {
      for (int g = 0; g < n.length; g++) {
        var table = stratum.get(g).table();
        int row = table.rowAt(time);
        n[g] = table.atRiskAt(time);
        d[g] = row >= 0 && table.time(row) == time ? table.events(row) : 0;
      }
      double allAtRisk = Arrays.stream(n).sum();
      double allEvents = Arrays.stream(d).sum();
      if (allEvents > 0) {
        addTime(n, d, allAtRisk, allEvents, weight == Weight.LOG_RANK ? 1 : running);
        running *= (allAtRisk - allEvents) / allAtRisk;
      }
    }
  }

  private void addTime(double[] n, double[] d, double allAtRisk, double allEvents, double w) {
    double spread = allAtRisk > 1 ? allEvents * (allAtRisk - allEvents) / (allAtRisk - 1) : 0;
    for (int g = 0; g < n.length; g++) {
      double share = n[g] / allAtRisk;
      observed[g] += w * d[g];
      expected[g] += w * allEvents * share;
      for (int h = 0; h < n.length; h++) {
        double same = g == h ? share : 0;
        variance[g][h] += w * w * spread * (same - share * n[h] / allAtRisk);
      }
    }
  }

  private Optional<Result> result() {
    int[] compared = IntStream.range(0, expected.length).filter(g -> expected[g] > 0).toArray();
    int df = compared.length - 1;
    if (df < 1) {
      return Optional.empty();
    }
    double[] difference = new double[df];
    double[][] v = new double[df][df];
    for (int i = 0; i < df; i++) {
      difference[i] = observed[compared[i]] - expected[compared[i]];
      for (int j = 0; j < df; j++) {
        v[i][j] = variance[compared[i]][compared[j]];
      }
    }
    var groups =
        IntStream.range(0, expected.length)
            .mapToObj(g -> new Group(observed[g], expected[g]))
            .toList();
    return LinearAlgebra.inverse(v)
        .map(
            inverse -> {
              double chi = Math.max(0, LinearAlgebra.form(difference, inverse, difference));
              double p = ChiSquaredDistribution.of(df).survivalProbability(chi);
              return new Result(groups, chi, df, p);
            });
  }
}
