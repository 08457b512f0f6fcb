package nl.oogst.stats;

/** Quantiles of a sample. */
final class Quantiles {

  private Quantiles() {}

  /** Linear between order statistics: R's default, type 7 (Hyndman and Fan, 1996). */
  static double type7(double[] sorted, double p) {
    double rank = (sorted.length - 1) * p;
    int below = (int) Math.floor(rank);
    return below + 1 >= sorted.length
        ? sorted[below]
        : sorted[below] + (rank - below) * (sorted[below + 1] - sorted[below]);
  }
}
