package nl.oogst.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.oogst.model.DataSetSchema;
import nl.oogst.model.Period;

/**
 * Published targets beside what was realised of the same kind, with the distance, and what the
 * proeftuinen contributed to it. Total banen of the Rijk and extra banen of a sector have other
 * numerators and other targets and never meet.
 */
public final class Targets {
  private static final String FIGURES = "reference_figures";
  private static final String CONTRIBUTIONS = "banenafspraak_contributions";

  private final TargetRules rules;
  private final DataSetSchema schema;
  private final DataSetSchema figures;
  private final DataSetSchema contributions;

  public Targets(TargetRules rules, Map<String, DataSetSchema> schemas) {
    this.rules = rules;
    this.schema = schemas.get("targets");
    this.figures = schemas.get(FIGURES);
    this.contributions = schemas.get(CONTRIBUTIONS);
  }

  /** The figures of one kind and period. */
  private static final class Pair {
    private final List<Object[]> targets = new ArrayList<>();
    private final List<Object[]> realised = new ArrayList<>();
  }

  /** A row for each target that was published, from the rows of other data sets. */
  public List<Object[]> rows(Map<String, List<Object[]>> dataSets) {
    List<Object[]> rows = new ArrayList<>();
    for (TargetRules.Alike kind : rules.alike()) {
      Map<Period, Pair> pairs = new TreeMap<>();
      for (Object[] figure : dataSets.getOrDefault(FIGURES, List.of())) {
        if (is(figure, kind)) {
          Period period = Period.parse((String) of(figure, "period")).orElseThrow();
          Pair pair = pairs.computeIfAbsent(period, p -> new Pair());
          if ("target".equals(of(figure, "kind"))) {
            pair.targets.add(figure);
          } else if ("realised".equals(of(figure, "kind"))) {
            pair.realised.add(figure);
          }
        }
      }
      pairs.forEach(
          (period, pair) -> {
            if (!pair.targets.isEmpty()) {
              rows.add(row(kind, period, pair, dataSets.getOrDefault(CONTRIBUTIONS, List.of())));
            }
          });
    }
    return rows;
  }

  private boolean is(Object[] figure, TargetRules.Alike kind) {
    return kind.indicator().equals(of(figure, "indicator"))
        && kind.scope().equals(of(figure, "scope"))
        && kind.counting().equals(of(figure, "counting"));
  }

  private Object of(Object[] figure, String column) {
    return figure[figures.indexOf(column)];
  }

  private Object[] row(
      TargetRules.Alike kind, Period period, Pair pair, List<Object[]> contributed) {
    Object[] row = new Object[schema.columns().size()];
    set(row, "period_type", period.type());
    set(row, "period", period.toString());
    set(row, "period_start", period.start());
    set(row, "period_end", period.end());
    set(row, "indicator", kind.indicator());
    set(row, "scope", kind.scope());
    set(row, "counting", kind.counting());
    set(row, "unit", of(pair.targets.get(0), "unit"));
    Double target = one(row, "target", pair.targets);
    Double realised = one(row, "realised", pair.realised);
    if (target != null && realised != null) {
      set(row, "distance", realised - target);
      set(row, "share", target == 0 ? null : (Object) (realised / target));
    }
    set(
        row,
        "reason",
        pair.realised.isEmpty()
            ? "no_realised_figure"
            : target == null || realised == null ? "only_bounds" : "complete");
    set(row, "disclosure", "open");
    if (kind.own() != null) {
      contribute(row, kind.own(), period, contributed);
    }
    return row;
  }

  /** Where two figures are given, they are bounds of one that was not published. */
  private Double one(Object[] row, String name, List<Object[]> its) {
    if (its.size() != 1) {
      return null;
    }
    Object[] figure = its.get(0);
    set(row, name, of(figure, "value"));
    set(row, name + "_status", of(figure, "status"));
    set(row, name + "_figure", of(figure, "figure_id"));
    return (Double) of(figure, "value");
  }

  private void contribute(
      Object[] row, TargetRules.Own own, Period period, List<Object[]> contributed) {
    for (Object[] one : contributed) {
      boolean same =
          period.toString().equals(one[contributions.indexOf("period")])
              && "all".equals(one[contributions.indexOf("breakdown")])
              && own.attribution().equals(one[contributions.indexOf("attribution")])
              && own.countsFor().equals(one[contributions.indexOf("counts_for")]);
      if (same) {
        set(row, "contributed", one[contributions.indexOf(own.metric())]);
        set(row, "provisional", one[contributions.indexOf("provisional")]);
        set(row, "coverage", one[contributions.indexOf("coverage")]);
        set(row, "disclosure", one[contributions.indexOf("disclosure")]);
      }
    }
  }

  private void set(Object[] row, String column, Object value) {
    row[schema.indexOf(column)] = value;
  }
}
