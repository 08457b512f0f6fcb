package nl.oogst.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.oogst.model.DataSetSchema;
import nl.oogst.stats.BetaBinomial;
import nl.oogst.stats.DirectStandardisation;
import nl.oogst.stats.DirectStandardisation.Stratum;
import nl.oogst.stats.Funnel;
import nl.oogst.stats.Interval;
import nl.oogst.stats.Wilson;

/**
 * The rows of {@code comparisons} from counts as a zone knows them: a funnel with exact limits and
 * over-dispersion, the share standardised for target-group mix, and the share drawn towards the
 * common one (methods page, section 2). Never a ranking: rows stand in the order of names.
 */
final class ComparisonRows {
  private static final double LEVEL = 0.95;
  private static final double TWO_SIDED_95 = 1.959963984540054;
  private static final double TWO_SIDED_998 = 3.090232306167813;
  private static final double DECIMALS = 1e6;

  private final Comparisons comparisons;
  private final Frame frame;
  private final ComparisonRules rules;
  private final DataSetSchema schema;
  private final Counting counting;
  private final Map<String, Integer> places = new LinkedHashMap<>();

  ComparisonRows(
      Comparisons comparisons,
      Frame frame,
      ComparisonRules rules,
      DataSetSchema schema,
      Counting counting) {
    this.comparisons = comparisons;
    this.frame = frame;
    this.rules = rules;
    this.schema = schema;
    this.counting = counting;
    for (int i = 0; i < schema.columns().size(); i++) {
      places.put(schema.columns().get(i).name(), i);
    }
  }

  /**
   * A unit with its counts.
   *
   * @param judged how many there are, or null when that may not be shown
   * @param n the same, or 0 when that or the events may not be shown
   * @param strata in the order of the rules
   * @param enough whether there are enough to take part, and all of it may be shown
   */
  private record Unit(
      String name,
      Double judged,
      int n,
      int events,
      Double notJudged,
      List<int[]> strata,
      boolean enough) {}

  List<Object[]> of(Cells cells) {
    Map<Integer, Map<String, Amount[]>> kinds = new TreeMap<>();
    cells
        .rows()
        .forEach(
            (unit, row) ->
                kinds
                    .computeIfAbsent(unit.breakdown(), kind -> new LinkedHashMap<>())
                    .put(unit.value(0), row));
    List<ComparisonOutcome> outcomes = new ArrayList<>(List.of(ComparisonOutcome.values()));
    outcomes.sort(Comparator.comparing(ComparisonOutcome::code));
    List<Object[]> rows = new ArrayList<>();
    kinds.forEach(
        (kind, units) -> {
          for (ComparisonOutcome outcome : outcomes) {
            add(Comparisons.UNITS.get(kind), outcome, units(outcome, units), rows);
          }
        });
    return rows;
  }

  /** The units in which anybody is counted for an outcome. */
  private List<Unit> units(ComparisonOutcome outcome, Map<String, Amount[]> all) {
    int at = comparisons.index(outcome, 0);
    List<Unit> units = new ArrayList<>();
    all.forEach(
        (name, row) -> {
          if (row[at + Comparisons.N] != null || row[at + Comparisons.NOT_JUDGED] != null) {
            units.add(unit(name, outcome, row));
          }
        });
    return units;
  }

  private Unit unit(String name, ComparisonOutcome outcome, Amount[] row) {
    int at = comparisons.index(outcome, 0);
    int[] total = counts(row, at);
    List<int[]> strata = new ArrayList<>();
    for (int stratum = 0; stratum < rules.strata().size(); stratum++) {
      strata.add(counts(row, comparisons.index(outcome, stratum, 0)));
    }
    Double judged = counting.count(Cells.figure(row, at + Comparisons.N));
    Double notJudged = counting.count(Cells.figure(row, at + Comparisons.NOT_JUDGED));
    return new Unit(name, judged, total[0], total[1], notJudged, strata, total[0] >= rules.least());
  }

  /** How many there are and how many of them have the outcome; none when they may not be shown. */
  private int[] counts(Amount[] row, int at) {
    Double n = counting.count(Cells.figure(row, at + Comparisons.N));
    Double events = counting.count(Cells.figure(row, at + Comparisons.EVENTS));
    return n == null || events == null
        ? new int[2]
        : new int[] {n.intValue(), Math.min(n.intValue(), events.intValue())};
  }

  private void add(String kind, ComparisonOutcome outcome, List<Unit> units, List<Object[]> rows) {
    List<Unit> enough = units.stream().filter(Unit::enough).toList();
    int[] events = enough.stream().mapToInt(Unit::events).toArray();
    int[] n = enough.stream().mapToInt(Unit::n).toArray();
    Optional<Funnel> funnel = Funnel.of(events, n);
    Optional<BetaBinomial> spread =
        funnel.isEmpty() ? Optional.empty() : BetaBinomial.fit(events, n);
    long[] standard = new long[rules.strata().size()];
    for (Unit unit : units) {
      for (int s = 0; s < standard.length; s++) {
        standard[s] += unit.strata().get(s)[0];
      }
    }
    int point = 0;
    for (Unit unit : units) {
      Object[] row = start(kind, outcome, unit);
      set(row, "units", (long) enough.size());
      if (unit.enough()) {
        share(row, unit);
        if (funnel.isPresent()) {
          limits(row, funnel.get(), funnel.get().points().get(point));
          shrunken(row, unit, funnel.get(), spread);
        }
        standardised(row, unit, standard);
        point++;
      }
      if (row[places.get("position")] == null) {
        set(row, "position", unit.enough() ? "nothing_to_compare" : "too_few");
      }
      rows.add(row);
    }
  }

  private Object[] start(String kind, ComparisonOutcome outcome, Unit unit) {
    Object[] row = new Object[schema.columns().size()];
    set(row, "outcome", outcome.code());
    set(row, "level", outcome.level());
    set(row, "breakdown", kind);
    set(row, kind, unit.name());
    set(row, "period_start", frame.first());
    set(row, "period_end", frame.asOf());
    set(row, "n", unit.judged());
    set(row, "not_judged", unit.notJudged());
    set(row, "disclosure", counting.disclosure(unit.enough()));
    return row;
  }

  private void share(Object[] row, Unit unit) {
    Counting.Shown shown = counting.share(unit.events(), unit.n(), unit.n());
    set(row, "value", shown.value());
    set(row, "value_limit", shown.limit());
    if (shown.known()) {
      Wilson.interval(unit.events(), unit.n(), LEVEL)
          .ifPresent(interval -> setInterval(row, "ci", interval));
    }
  }

  private void limits(Object[] row, Funnel funnel, Funnel.Point point) {
    set(row, "common_share", counting.step(funnel.target()));
    set(row, "limit_95_low", counting.step(point.inner().low()));
    set(row, "limit_95_high", counting.step(point.inner().high()));
    set(row, "limit_998_low", counting.step(point.outer().low()));
    set(row, "limit_998_high", counting.step(point.outer().high()));
    set(row, "phi", decimal(funnel.phi()));
    set(row, "tau2", decimal(funnel.tau2()));
    double z = adjusted(funnel, point);
    if (row[places.get("value_limit")] == null) {
      set(row, "z", decimal(point.z()));
      set(row, "z_adjusted", decimal(z));
    }
    set(row, "position", position(z));
  }

  /**
   * The distance to the common share when the spread between all units is allowed for, and what
   * rounding of numerator and denominator adds to the variance of the share.
   */
  private double adjusted(Funnel funnel, Funnel.Point point) {
    double p = funnel.target();
    double n = point.n();
    double rounding = counting.variance() * (1 + p * p) / (n * n);
    return (point.share() - p) / Math.sqrt(p * (1 - p) / n + funnel.tau2() + rounding);
  }

  private static String position(double z) {
    String side = z > 0 ? "above_" : "below_";
    double distance = Math.abs(z);
    return distance > TWO_SIDED_998
        ? side + "998"
        : distance > TWO_SIDED_95 ? side + "95" : "within";
  }

  /** Where units differ no more than chance, the common share is all there is to say. */
  private void shrunken(Object[] row, Unit unit, Funnel funnel, Optional<BetaBinomial> spread) {
    if (spread.isEmpty()) {
      set(row, "shrunken", counting.step(funnel.target()));
      return;
    }
    BetaBinomial.Shrunken shrunken = spread.get().shrink(unit.events(), unit.n(), LEVEL);
    set(row, "shrunken", counting.share(shrunken.mean(), 1, unit.n()).value());
    setInterval(row, "shrunken", shrunken.interval());
  }

  private void standardised(Object[] row, Unit unit, long[] standard) {
    List<Stratum> strata = new ArrayList<>();
    for (int s = 0; s < standard.length; s++) {
      int[] counts = unit.strata().get(s);
      if (standard[s] > 0 && counts[0] < rules.leastStratum()) {
        set(row, "standardised_reason", "stratum_too_small");
        return;
      }
      strata.add(new Stratum(counts[1], counts[0], standard[s]));
    }
    DirectStandardisation.of(strata)
        .ifPresent(
            found -> {
              Counting.Shown shown = counting.share(found.standardised(), 1, unit.n());
              set(row, "standardised", shown.known() ? shown.value() : null);
              set(row, "standardised_reason", shown.known() ? null : "limit");
            });
  }

  private void setInterval(Object[] row, String name, Interval interval) {
    set(row, name + "_low", counting.step(interval.low()));
    set(row, name + "_high", counting.step(interval.high()));
  }

  private static double decimal(double value) {
    return Math.rint(value * DECIMALS) / DECIMALS + 0.0;
  }

  private void set(Object[] row, String column, Object value) {
    row[places.get(column)] = value;
  }
}
