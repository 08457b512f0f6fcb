package nl.oogst.measure;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.oogst.model.DataSetSchema;
import nl.oogst.stats.Wilson;

/** Rows as they are before protection, for the restricted zone. */
public final class Exact {
  private static final double LEVEL = 0.95;

  private Exact() {}

  /** The row with its figures as exact numbers; {@code disclosure} stays empty. */
  public static Object[] row(Object[] row, DataSetSchema schema) {
    Object[] exact = row.clone();
    for (int i = 0; i < row.length; i++) {
      if (row[i] instanceof Figure.Sum sum) {
        exact[i] = sum.value();
      } else if (row[i] instanceof Figure.Ratio ratio) {
        ratio(exact, i, ratio, schema);
      } else if (row[i] instanceof Figure.Retention retention) {
        estimate(exact, i, retention.estimate(), schema);
      } else if (row[i] instanceof Figure.Incidence incidence) {
        estimate(exact, i, incidence.estimate(), schema);
      } else if (row[i] instanceof Figure.Stated stated) {
        exact[i] = stated.value();
      } else if (row[i] instanceof Figure.Compared compared) {
        exact[i] = compared.value();
      } else if (row[i] instanceof Figure.Counts counts) {
        SortedMap<String, Long> numbers = new TreeMap<>();
        counts.byCode().forEach((code, sum) -> numbers.put(code, (long) sum.value()));
        exact[i] = numbers;
      } else if (row[i] instanceof Figure.Fulfilment fulfilment) {
        exact[i] =
            fulfilment.target() == null || fulfilment.target() == 0
                ? null
                : (Object) (fulfilment.realised().value() / fulfilment.target());
      }
    }
    return exact;
  }

  private static void estimate(
      Object[] row, int at, Optional<Figure.Interval> estimate, DataSetSchema schema) {
    row[at] = estimate.map(Figure.Interval::value).orElse(null);
    bounds(
        row,
        schema,
        estimate.map(Figure.Interval::low).orElse(null),
        estimate.map(Figure.Interval::high).orElse(null));
  }

  private static void ratio(Object[] row, int at, Figure.Ratio ratio, DataSetSchema schema) {
    double of = ratio.denominator().value();
    row[at] = of == 0 ? null : (Object) (ratio.numerator().value() / of);
    if (ratio.kind() == Figure.Kind.PROPORTION) {
      Optional<nl.oogst.stats.Interval> interval =
          Wilson.interval(ratio.numerator().value(), of, LEVEL);
      bounds(
          row,
          schema,
          interval.map(nl.oogst.stats.Interval::low).orElse(null),
          interval.map(nl.oogst.stats.Interval::high).orElse(null));
    }
  }

  private static void bounds(Object[] row, DataSetSchema schema, Double low, Double high) {
    row[schema.indexOf("ci_low")] = low;
    row[schema.indexOf("ci_high")] = high;
  }
}
