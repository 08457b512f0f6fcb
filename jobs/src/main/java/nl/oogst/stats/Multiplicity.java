package nl.oogst.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * p-values adjusted for how many were looked at, shown or not. A missing p stays missing and is not
 * counted.
 */
public enum Multiplicity {
  /** False discovery rate (Benjamini and Hochberg, JRSS B 57, 1995); Oogst's q. */
  BENJAMINI_HOCHBERG(Step.UP) {
    @Override
    double factor(int rank, int n) {
      return (double) n / rank;
    }
  },
  /** False discovery rate under any dependence (Benjamini and Yekutieli, 2001). */
  BENJAMINI_YEKUTIELI(Step.UP) {
    @Override
    double factor(int rank, int n) {
      return IntStream.rangeClosed(1, n).mapToDouble(i -> 1.0 / i).sum() * n / rank;
    }
  },
  /** Family-wise error rate (Holm, 1979). */
  HOLM(Step.DOWN) {
    @Override
    double factor(int rank, int n) {
      return n - rank + 1.0;
    }
  },
  /** Family-wise error rate for independent tests (Hochberg, 1988). */
  HOCHBERG(Step.UP) {
    @Override
    double factor(int rank, int n) {
      return n - rank + 1.0;
    }
  },
  /** Family-wise error rate. */
  BONFERRONI(Step.NONE) {
    @Override
    double factor(int rank, int n) {
      return n;
    }
  };

  private enum Step {
    UP,
    DOWN,
    NONE
  }

  private final Step step;

  Multiplicity(Step step) {
    this.step = step;
  }

  /** What the p-value of ascending rank {@code rank} (from 1) of {@code n} is multiplied by. */
  abstract double factor(int rank, int n);

  /**
   * The adjusted p-values, in the order of the input.
   *
   * @throws IllegalArgumentException when a p-value is not between 0 and 1
   */
  public List<OptionalDouble> adjust(List<OptionalDouble> p) {
    int[] order =
        IntStream.range(0, p.size())
            .filter(i -> p.get(i).isPresent())
            .boxed()
            .sorted(Comparator.comparingDouble(i -> p.get(i).getAsDouble()))
            .mapToInt(Integer::intValue)
            .toArray();
    int n = order.length;
    double[] adjusted = new double[n];
    for (int i = 0; i < n; i++) {
      double value = p.get(order[i]).getAsDouble();
      if (!(value >= 0 && value <= 1)) {
        throw new IllegalArgumentException("a p-value lies between 0 and 1, not " + value);
      }
      adjusted[i] = Math.min(1, value * factor(i + 1, n));
    }
    switch (step) {
      case UP -> {
        for (int i = n - 2; i >= 0; i--) {
          adjusted[i] = Math.min(adjusted[i], adjusted[i + 1]);
        }
      }
      case DOWN -> {
        for (int i = 1; i < n; i++) {
          adjusted[i] = Math.max(adjusted[i], adjusted[i - 1]);
        }
      }
      case NONE -> {}
    }
    var result = new OptionalDouble[p.size()];
    Arrays.fill(result, OptionalDouble.empty());
    for (int i = 0; i < n; i++) {
      result[order[i]] = OptionalDouble.of(adjusted[i]);
    }
    return List.of(result);
  }
}
