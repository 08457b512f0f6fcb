package nl.oogst.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.oogst.model.Column;
import nl.oogst.model.ColumnPlaces;
import nl.oogst.model.DataSetSchema;
import nl.oogst.model.Days;
import nl.oogst.model.Period;
import nl.oogst.stats.Interval;
import nl.oogst.stats.Trend;

/**
 * Series of published figures with what may be said of their direction (methods page, section 3).
 *
 * <p>A series is made of the rows of another data set as a zone sees them: the public series, its
 * change and its verdict come from rounded figures only, so that they tell nothing that those do
 * not; those of the restricted zone come from exact ones.
 */
public final class Trends {
  private static final String ORGANISATION = "organisation";

  /** Differences of decimals such as 0.75 − 0.73 are made decimals again. */
  private static final double DECIMALS = 1e12;

  private final TrendRules rules;
  private final ColumnPlaces places;
  private final List<Object[]> rows = new ArrayList<>();
  private final Map<Period, Dates> dates = new HashMap<>();

  /** A period as its rows have it, made once. */
  private record Dates(String name, Integer start, Integer end) {
    static Dates of(Period period) {
      return new Dates(period.toString(), Days.of(period.start()), Days.of(period.end()));
    }
  }

  /**
   * One figure of one cell over time.
   *
   * @param dimensions what the cell is broken down by, then the further keys of its data set
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by its own equals
  private record Key(String metric, String periodType, String breakdown, String[] dimensions) {

    Key with(int dimension, String value) {
      String[] other = dimensions.clone();
      other[dimension] = value;
      return new Key(metric, periodType, breakdown, other);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key that
          && metric.equals(that.metric)
          && periodType.equals(that.periodType)
          && breakdown.equals(that.breakdown)
          && Arrays.equals(dimensions, that.dimensions);
    }

    @Override
    public int hashCode() {
      return (Arrays.hashCode(dimensions) * 31 + metric.hashCode()) * 31 + breakdown.hashCode();
    }
  }

  /**
   * A figure at one time, as its row has it.
   *
   * @param value null when it does not exist or may not be shown
   */
  private record Point(
      Double value,
      String limit,
      String unit,
      boolean provisional,
      Double coverage,
      String disclosure) {

    /** Whether the value itself is there, not only a limit to it. */
    boolean known() {
      return value != null && limit == null;
    }

    /** Both together; null when either is. */
    Point plus(Point other) {
      Double sum = value == null || other.value == null ? null : (Double) (value + other.value);
      String both = other.value == null ? other.disclosure : disclosure;
      return new Point(sum, limit, unit, provisional, coverage, both);
    }
  }

  public Trends(TrendRules rules, DataSetSchema schema) {
    this.rules = rules;
    this.places = new ColumnPlaces(schema);
  }

  /**
   * The rows of the data set: each series with its fit repeated on every row.
   *
   * @param dataSets the rows of other data sets as one zone sees them, by name
   * @param schemas of those data sets
   */
  public List<Object[]> rows(
      Map<String, List<Object[]>> dataSets, Map<String, DataSetSchema> schemas) {
    for (TrendRules.Source source : rules.sources()) {
      DataSetSchema from = schemas.get(source.dataSet());
      Map<Key, SortedMap<Period, Point>> series = new LinkedHashMap<>();
      List<String> dimensions = dimensions(source);
      SourceRows reader = new SourceRows(source, from, dimensions);
      for (Object[] row : dataSets.getOrDefault(source.dataSet(), List.of())) {
        reader.read(row, series);
      }
      if (source.addsUp()) {
        addSuccessors(series, dimensions.indexOf(ORGANISATION));
      }
      int[] at = dimensions.stream().mapToInt(places::of).toArray();
      series.forEach((key, points) -> add(source, key, at, points));
    }
    return rows;
  }

  private static List<String> dimensions(TrendRules.Source source) {
    List<String> dimensions = new ArrayList<>();
    for (Dimension dimension : Dimension.values()) {
      dimensions.add(dimension.column());
    }
    dimensions.addAll(source.keys());
    return dimensions;
  }

  /** Reads the points of one data set. */
  private static final class SourceRows {
    private final TrendRules.Source source;
    private final DataSetSchema from;
    private final List<String> dimensions;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, Period> periods = new HashMap<>();

    SourceRows(TrendRules.Source source, DataSetSchema from, List<String> dimensions) {
      this.source = source;
      this.from = from;
      this.dimensions = dimensions;
      for (int i = 0; i < from.columns().size(); i++) {
        places.put(from.columns().get(i).name(), i);
      }
    }

    private Object at(Object[] row, String column) {
      Integer place = places.get(column);
      return place == null ? null : row[place];
    }

    void read(Object[] row, Map<Key, SortedMap<Period, Point>> series) {
      String breakdown = (String) at(row, "breakdown");
      String periodType = (String) at(row, "period_type");
      if (breakdown.indexOf('+') >= 0 || !source.periodTypes().contains(periodType)) {
        return;
      }
      String[] cell = new String[dimensions.size()];
      for (int i = 0; i < cell.length; i++) {
        cell[i] = (String) at(row, dimensions.get(i));
      }
      Period period =
          periods.computeIfAbsent(
              (String) at(row, "period"), name -> Period.parse(name).orElseThrow());
      if (source.metricColumn() == null) {
        for (String metric : source.metrics()) {
          if (exists(metric, cell)) {
            Key key = new Key(metric, periodType, breakdown, cell);
            put(series, key, period, point(row, metric, unit(metric)));
          }
        }
      } else {
        String metric = (String) at(row, source.metricColumn());
        Key key = new Key(metric, periodType, breakdown, cell);
        put(series, key, period, point(row, source.valueColumn(), (String) at(row, "unit")));
      }
    }

    private boolean exists(String metric, String[] cell) {
      Map.Entry<String, String> without = source.without().get(metric);
      int place = without == null ? -1 : dimensions.indexOf(without.getKey());
      return place < 0 || !without.getValue().equals(cell[place]);
    }

    private String unit(String metric) {
      Column column = from.columns().get(places.get(metric));
      return column.unit();
    }

    private Point point(Object[] row, String column, String unit) {
      Double value = (Double) at(row, column);
      String disclosure = (String) at(row, "disclosure");
      return new Point(
          value,
          (String) at(row, "value_limit"),
          unit,
          (boolean) at(row, "provisional"),
          (Double) at(row, "coverage"),
          value != null && "withheld".equals(disclosure) ? "rounded" : disclosure);
    }

    private static void put(
        Map<Key, SortedMap<Period, Point>> series, Key key, Period period, Point point) {
      series.computeIfAbsent(key, k -> new TreeMap<>()).put(period, point);
    }
  }

  /** The sum over the parts of each reorganised ministry of which two parts or more occur. */
  private void addSuccessors(Map<Key, SortedMap<Period, Point>> series, int organisation) {
    Map<Key, SortedMap<Period, Point>> sums = new LinkedHashMap<>();
    for (List<String> parts : rules.successors()) {
      String name = String.join("+", parts);
      Map<Key, Integer> found = new LinkedHashMap<>();
      series.forEach(
          (key, points) -> {
            if (key.breakdown().equals(ORGANISATION)
                && parts.contains(key.dimensions()[organisation])) {
              Key whole = key.with(organisation, name);
              found.merge(whole, 1, Integer::sum);
              SortedMap<Period, Point> sum = sums.computeIfAbsent(whole, k -> new TreeMap<>());
              points.forEach((period, point) -> sum.merge(period, point, Point::plus));
            }
          });
      found.forEach(
          (key, occurring) -> {
            if (occurring < 2) {
              sums.remove(key);
            }
          });
    }
    series.putAll(sums);
  }

  private void add(TrendRules.Source source, Key key, int[] at, SortedMap<Period, Point> points) {
    Object[] same = same(source, key, at, trend(key, points));
    points.forEach((period, point) -> rows.add(row(same, period, points)));
  }

  /** The verdict on the final periods that have a value. */
  private static Trend trend(Key key, SortedMap<Period, Point> points) {
    List<Period> fitted = new ArrayList<>();
    points.forEach(
        (period, point) -> {
          if (fits(point)) {
            fitted.add(period);
          }
        });
    double[] values = fitted.stream().mapToDouble(p -> points.get(p).value()).toArray();
    return key.periodType().equals("quarter")
        ? Trend.ofQuarters(
            fitted.stream().mapToInt(p -> p.year() * 4 + p.quarter() - 1).toArray(), values)
        : Trend.ofYears(fitted.stream().mapToInt(Period::year).toArray(), values);
  }

  private static boolean fits(Point point) {
    return point.value() != null && !point.provisional();
  }

  /** What all rows of a series share: what it is about, and its fit. */
  private Object[] same(TrendRules.Source source, Key key, int[] at, Trend trend) {
    Object[] row = new Object[places.width()];
    set(row, "data_set", source.dataSet());
    set(row, "metric", key.metric());
    set(row, "period_type", key.periodType());
    set(row, "breakdown", key.breakdown());
    for (int i = 0; i < at.length; i++) {
      row[at[i]] = key.dimensions()[i];
    }
    set(row, "points", (long) trend.points());
    set(row, "direction", trend.direction().code());
    if (trend.direction() != Trend.Direction.TOO_SHORT) {
      set(row, "slope_per_year", decimal(trend.slopePerYear().orElseThrow()));
      set(row, "slope_low", decimal(trend.interval().map(Interval::low).orElseThrow()));
      set(row, "slope_high", decimal(trend.interval().map(Interval::high).orElseThrow()));
      set(row, "p_value", trend.p().orElseThrow());
      set(row, "method", trend.seasonal() ? "seasonal_mann_kendall" : "mann_kendall");
    }
    return row;
  }

  private Object[] row(Object[] same, Period period, SortedMap<Period, Point> points) {
    Point point = points.get(period);
    Point before = points.get(new Period(period.year() - 1, period.quarter()));
    Object[] row = same.clone();
    Dates dates = this.dates.computeIfAbsent(period, Dates::of);
    set(row, "period", dates.name());
    set(row, "period_start", dates.start());
    set(row, "period_end", dates.end());
    set(row, "unit", point.unit());
    set(row, "value", point.value());
    set(row, "value_limit", point.limit());
    set(row, "change_year_on_year", change(point, before));
    set(row, "provisional", point.provisional());
    set(row, "coverage", point.coverage());
    set(row, "in_fit", fits(point));
    set(row, "disclosure", point.disclosure());
    return row;
  }

  /** The difference with the same period a year before; null when either is not known. */
  private static Double change(Point point, Point before) {
    return point.known() && before != null && before.known()
        ? (Double) decimal(point.value() - before.value())
        : null;
  }

  private static double decimal(double value) {
    double scaled = value * DECIMALS;
    return Math.abs(scaled) < Long.MAX_VALUE ? Math.rint(scaled) / DECIMALS + 0.0 : value;
  }

  private void set(Object[] row, String column, Object value) {
    row[places.of(column)] = value;
  }
}
