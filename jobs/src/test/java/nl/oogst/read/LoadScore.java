package nl.oogst.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * How well a file was loaded, in ten parts that are each 1 at best: that it was loaded at all, and
 * precision, recall and their F1 of the header, the records and the cells. Cells of a header and
 * cells of the table are compared as bags; records too, each as its cells run together.
 */
@SuppressWarnings("ArrayRecordComponent")
record LoadScore(double[] parts) {
  private static final String RUN_TOGETHER = "";

  static LoadScore of(List<List<String>> expected, List<List<String>> loaded) {
    double[] parts = new double[10];
    parts[0] = 1;
    if (expected.isEmpty()) {
      java.util.Arrays.fill(parts, 1);
      return new LoadScore(parts);
    }
    bags(parts, 1, expected.get(0), loaded.isEmpty() ? List.of() : loaded.get(0), s -> s);
    bags(
        parts,
        4,
        expected.subList(1, expected.size()),
        loaded.subList(Math.min(1, loaded.size()), loaded.size()),
        row -> String.join(RUN_TOGETHER, row));
    bags(parts, 7, flat(expected), flat(loaded), s -> s);
    return new LoadScore(parts);
  }

  /** A file that could not be loaded. */
  static LoadScore failed() {
    return new LoadScore(new double[10]);
  }

  double total() {
    double sum = 0;
    for (double part : parts) {
      sum += part;
    }
    return sum;
  }

  private static List<String> flat(List<List<String>> rows) {
    List<String> cells = new ArrayList<>();
    rows.forEach(cells::addAll);
    return cells;
  }

  private static <T> void bags(
      double[] parts, int at, List<T> expected, List<T> loaded, Function<T, String> text) {
    Map<String, Integer> bag = new HashMap<>();
    expected.forEach(e -> bag.merge(text.apply(e), 1, Integer::sum));
    int common = 0;
    for (T each : loaded) {
      Integer left = bag.computeIfPresent(text.apply(each), (k, n) -> n - 1);
      common += left != null && left >= 0 ? 1 : 0;
    }
    double precision = ratio(common, expected.size());
    double recall = expected.isEmpty() ? 1 : ratio(common, loaded.size());
    parts[at] = precision;
    parts[at + 1] = recall;
    parts[at + 2] = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }

  private static double ratio(int common, int of) {
    return of == 0 ? 1 : (double) common / of;
  }
}
