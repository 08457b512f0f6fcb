package nl.oogst.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * One practice and one outcome over pilots: does the practice go together with a better outcome? It
 * never says that it leads to one.
 *
 * @param with the pilots with the practice
 * @param without the others
 * @param difference of the practice on the scale of analysis, by Hartung–Knapp
 * @param expectedWith share or mean expected with the practice
 * @param expectedWithout the same without
 * @param shareInterval 95 % interval of {@code expectedWith − expectedWithout}, from that of the
 *     difference, given {@code expectedWithout}; it excludes 0 when that does
 * @param prediction 95 % prediction interval of the share or mean of a new pilot with the practice
 * @param leaveOneOut smallest and largest {@code expectedWith − expectedWithout} when any one pilot
 *     is left out; absent when a side then is empty
 * @param permutation of the label over the pilots, with the difference of means weighted as in the
 *     model without the practice
 */
public record PracticeComparison(
    Side with,
    Side without,
    MetaRegression.Coefficient difference,
    double expectedWith,
    double expectedWithout,
    Interval shareInterval,
    Interval prediction,
    Optional<Interval> leaveOneOut,
    PermutationTest permutation) {

  private static final double LEVEL = 0.95;

  /**
   * One pilot.
   *
   * @param practice whether it has the practice
   * @param outcome on the scale of analysis
   * @param persons in the outcome
   * @param atRisk persons at risk at the horizon; for outcomes without one, {@code persons}
   */
  public record Pilot(boolean practice, EffectSize outcome, double persons, double atRisk) {}

  /**
   * One side.
   *
   * @param pilots number of pilots
   * @param persons in all of them
   * @param atRisk per pilot, at the horizon
   */
  public record Side(int pilots, double persons, List<Double> atRisk) {

    public Side {
      atRisk = List.copyOf(atRisk);
    }

    private static Side of(List<Pilot> pilots) {
      return new Side(
          pilots.size(),
          pilots.stream().mapToDouble(Pilot::persons).sum(),
          pilots.stream().map(Pilot::atRisk).toList());
    }

    /** Pilots with at least {@code enough} at risk at the horizon. */
    long pilotsAtRisk(double enough) {
      return atRisk.stream().filter(n -> n >= enough).count();
    }
  }

  /**
   * The comparison; absent when a side is empty or there are fewer than three pilots.
   *
   * @param seed for the permutation, derived from content
   */
  public static Optional<PracticeComparison> of(List<Pilot> pilots, OutcomeScale scale, long seed) {
    return regression(pilots).flatMap(model -> of(pilots, scale, model, seed));
  }

  private static Optional<PracticeComparison> of(
      List<Pilot> pilots, OutcomeScale scale, MetaRegression model, long seed) {
    boolean[] practice = new boolean[pilots.size()];
    double[] outcome = new double[pilots.size()];
    double[] weight = new double[pilots.size()];
    double spread = spread(pilots);
    for (int i = 0; i < practice.length; i++) {
      practice[i] = pilots.get(i).practice();
      outcome[i] = pilots.get(i).outcome().value();
      weight[i] = 1 / (pilots.get(i).outcome().variance() + spread);
    }
    var coefficient = model.coefficient(1, LEVEL);
    double base = model.expected(0);
    double without = scale.natural(base);
    var moved =
        scale.natural(
            new Interval(
                base + coefficient.interval().low(), base + coefficient.interval().high()));
    return PermutationTest.ofWeightedMeans(outcome, weight, practice, seed)
        .map(
            permutation ->
                new PracticeComparison(
                    Side.of(pilots.stream().filter(Pilot::practice).toList()),
                    Side.of(pilots.stream().filter(p -> !p.practice()).toList()),
                    coefficient,
                    scale.natural(model.expected(1)),
                    without,
                    new Interval(moved.low() - without, moved.high() - without),
                    scale.natural(model.prediction(1, LEVEL)),
                    leaveOneOut(pilots, scale),
                    permutation));
  }

  /** Expected with less expected without: percentage points when multiplied by 100. */
  public double shareDifference() {
    return expectedWith - expectedWithout;
  }

  /** Whether the sign of the difference stays the same when any one pilot is left out. */
  public boolean signStable() {
    return leaveOneOut.isPresent() && (leaveOneOut.get().low() > 0 || leaveOneOut.get().high() < 0);
  }

  /** Whether the 95 % interval of the difference excludes 0. */
  public boolean intervalExcludesZero() {
    return !difference.interval().contains(0);
  }

  /**
   * τ² of the model without the practice, so that weights do not follow from the labels: the
   * permutation then looks at the same pilots with the same weights in every arrangement.
   */
  private static double spread(List<Pilot> pilots) {
    return MetaRegression.mean(pilots.stream().map(Pilot::outcome).toList())
        .map(MetaRegression::tau2)
        .orElse(0.0);
  }

  private static Optional<Interval> leaveOneOut(List<Pilot> pilots, OutcomeScale scale) {
    var differences = DoubleStream.builder();
    for (int i = 0; i < pilots.size(); i++) {
      var others = new ArrayList<>(pilots);
      others.remove(i);
      var model = regression(others);
      if (model.isEmpty()) {
        return Optional.empty();
      }
      differences.add(
          scale.natural(model.get().expected(1)) - scale.natural(model.get().expected(0)));
    }
    var range = differences.build().summaryStatistics();
    return Optional.of(new Interval(range.getMin(), range.getMax()));
  }

  private static Optional<MetaRegression> regression(List<Pilot> pilots) {
    return MetaRegression.on(
        pilots.stream().map(Pilot::outcome).toList(),
        pilots.stream().mapToDouble(p -> p.practice() ? 1 : 0).toArray());
  }
}
