package nl.oogst.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import nl.oogst.model.CodeList;
import nl.oogst.model.DataSetSchema;
import nl.oogst.model.Fixed;
import nl.oogst.model.Item;
import nl.oogst.model.Period;
import nl.oogst.model.Proeftuin;

/**
 * Indicators as the proeftuinen measured them, put together as {@code codelists/indicators.csv}
 * says: ratios from their parts, others as mean or sum over proeftuinen.
 */
public final class DeliveredIndicators {

  /** An indicator that a proeftuin delivered. */
  public record Delivered(String proeftuin, Item.Indicator indicator) {}

  private static final int FEWEST_PROEFTUINEN = 3;

  private final Frame frame;
  private final Map<String, Proeftuin> register = new TreeMap<>();
  private final CodeList codes;
  private final ToLongFunction<String> keys;

  /**
   * Indicators of a run.
   *
   * @param keys a rounding key for a text that names a cell and its count
   */
  public DeliveredIndicators(
      Frame frame, List<Proeftuin> register, CodeList codes, ToLongFunction<String> keys) {
    this.frame = frame;
    register.forEach(p -> this.register.put(p.id(), p));
    this.codes = codes;
    this.keys = keys;
  }

  /** A row for each indicator, slice with it, and period of the kind it was delivered for. */
  public List<Object[]> rows(List<Delivered> delivered, DataSetSchema schema) {
    SortedMap<Slice, Map<Period, List<Delivered>>> cells = new TreeMap<>();
    for (Delivered one : delivered) {
      for (Slice slice : slices(one)) {
        cells
            .computeIfAbsent(slice, s -> new TreeMap<>())
            .computeIfAbsent(one.indicator().period(), p -> new ArrayList<>())
            .add(one);
      }
    }
    Rows rows = new Rows(schema, frame);
    List<Object[]> all = new ArrayList<>();
    cells.forEach(
        (slice, byPeriod) -> {
          TreeSet<String> types = new TreeSet<>();
          byPeriod.keySet().forEach(period -> types.add(period.type()));
          for (Period period : frame.periods()) {
            if (types.contains(period.type())) {
              all.add(row(rows, slice, period, byPeriod.getOrDefault(period, List.of())));
            }
          }
        });
    return all;
  }

  private List<Slice> slices(Delivered one) {
    List<Slice> slices = new ArrayList<>();
    Proeftuin proeftuin = register.get(one.proeftuin());
    for (int i = 0; i < frame.breakdowns().size(); i++) {
      String[] values =
          switch (frame.breakdowns().get(i).name()) {
            case "all" -> new String[] {};
            case "organisation" -> new String[] {proeftuin.organisation()};
            case "proeftuin" -> new String[] {proeftuin.id()};
            case "phase" ->
                new String[] {proeftuin.phase() == null ? Frame.UNKNOWN : proeftuin.phase()};
            default -> null;
          };
      if (values != null) {
        slices.add(new Slice(i, values, one.indicator().indicator()));
      }
    }
    return slices;
  }

  private Object[] row(Rows rows, Slice slice, Period period, List<Delivered> its) {
    String code = slice.key(0);
    Object[] row = rows.start(period, slice);
    String aggregation = codes.code(code).map(c -> c.extra().get("aggregation")).orElse("mean");
    String unit = codes.code(code).map(c -> c.extra().get("unit")).orElse(null);
    String cell = slice.breakdown() + "/" + String.join("/", names(slice)) + "/" + period;
    List<Item.Indicator> values = its.stream().map(Delivered::indicator).toList();
    boolean parts =
        aggregation.equals("ratio")
            && !values.isEmpty()
            && values.stream()
                .allMatch(v -> v.numerator() != Fixed.NONE && v.denominator() != Fixed.NONE);
    rows.set(row, "indicator", code);
    rows.set(row, "unit", unit);
    rows.set(row, "not_judged", Figure.Sum.NOTHING);
    rows.set(
        row,
        "method",
        parts ? "ratio of delivered parts" : aggregation + " of what proeftuinen delivered");
    if (parts) {
      Figure.Sum numerator = sum(cell + "/n", values.stream().mapToLong(Item.Indicator::numerator));
      Figure.Sum denominator =
          sum(cell + "/d", values.stream().mapToLong(Item.Indicator::denominator));
      rows.set(row, "n", denominator);
      rows.set(
          row,
          "value",
          new Figure.Ratio(Figure.Kind.PROPORTION, numerator, denominator, denominator));
    } else {
      List<Double> numbers =
          values.stream()
              .map(DeliveredIndicators::number)
              .filter(number -> number != null)
              .toList();
      long proeftuinen = its.stream().map(Delivered::proeftuin).distinct().count();
      rows.set(row, "n", (double) proeftuinen);
      double total = numbers.stream().sorted().mapToDouble(Double::doubleValue).sum();
      double value = aggregation.equals("sum") ? total : total / numbers.size();
      rows.set(
          row,
          "value",
          numbers.isEmpty() ? null : new Figure.Stated(value, proeftuinen >= FEWEST_PROEFTUINEN));
    }
    return row;
  }

  /** The value as delivered, else that of its parts; null when they make none. */
  private static Double number(Item.Indicator indicator) {
    if (indicator.value() != Fixed.NONE) {
      return Fixed.toDouble(indicator.value());
    }
    boolean parts = indicator.numerator() != Fixed.NONE && indicator.denominator() != Fixed.NONE;
    return parts && indicator.denominator() != 0
        ? (Double) (indicator.numerator() / (double) indicator.denominator())
        : null;
  }

  private static List<String> names(Slice slice) {
    List<String> names = new ArrayList<>(slice.values());
    names.add(slice.key(0));
    return names;
  }

  private Figure.Sum sum(String cell, LongStream fixed) {
    double total = fixed.filter(v -> v != Fixed.NONE).sum() / (double) Fixed.ONE;
    return new Figure.Sum(total, keys.applyAsLong("indicators/" + cell + "/" + total), 1, 0);
  }
}
