package nl.oogst.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.oogst.model.Period;

/** The rows of {@code sustainability_indicators}: each slice, indicator and cohort. */
final class SustainabilityRows {
  private static final String SHARE = "share";

  private final Frame frame;
  private final Rows rows;
  private final Place place;

  /** Where the parts of an indicator stand among the amounts of a slice. */
  interface Place {
    int of(SustainabilityIndicator indicator, int cohort, int part);
  }

  private interface CohortSink {
    void cohort(int cohort, Period period);
  }

  SustainabilityRows(Frame frame, Rows rows, Place place) {
    this.frame = frame;
    this.rows = rows;
    this.place = place;
  }

  List<Object[]> of(Cells cells) {
    Map<Slice, Amount[]> amounts = cells.rows();
    Map<Slice, Spells> spells = cells.allSpells();
    Map<Slice, Spells.Curve> curves =
        spells.entrySet().parallelStream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().curve()));
    Spells nobody = new Spells();
    Spells.Curve ofNobody = nobody.curve();
    List<Object[]> all = new ArrayList<>();
    for (Map.Entry<Slice, Amount[]> entry : amounts.entrySet()) {
      Slice slice = entry.getKey();
      for (SustainabilityIndicator indicator : SustainabilityIndicator.values()) {
        cohorts(
            indicator.observedAfter(),
            (cohort, period) -> all.add(row(slice, period, indicator, cohort, entry.getValue())));
      }
      for (int h = 0; h < SpellTime.HORIZONS.length; h++) {
        int horizon = h;
        cohorts(
            (SpellTime.HORIZONS[h] + 11) / 12,
            (cohort, period) -> {
              Slice key = slice.with(Integer.toString(cohort));
              Spells.Curve curve = curves.getOrDefault(key, ofNobody);
              all.add(retention(slice, period, cohort, horizon, curve));
              Spells its = spells.getOrDefault(key, nobody);
              all.add(oldEnough(slice, period, cohort, horizon, its));
            });
      }
    }
    return all;
  }

  private void cohorts(int observedAfter, CohortSink sink) {
    for (int year = frame.first().getYear();
        year + observedAfter <= frame.asOf().getYear();
        year++) {
      sink.cohort(year, Period.year(year + observedAfter));
    }
  }

  private Object[] row(
      Slice slice, Period period, SustainabilityIndicator indicator, int cohort, Amount[] parts) {
    Figure.Sum count = figure(parts, indicator, cohort, SustainabilityIndicators.COUNT);
    Object[] row = start(slice, period, indicator.code(), cohort, count);
    rows.set(
        row, "not_judged", figure(parts, indicator, cohort, SustainabilityIndicators.NOT_JUDGED));
    rows.set(
        row,
        "value",
        new Figure.Ratio(
            indicator.kind(),
            figure(parts, indicator, cohort, SustainabilityIndicators.YES),
            figure(parts, indicator, cohort, SustainabilityIndicators.JUDGED),
            count));
    rows.set(row, "unit", indicator.unit());
    rows.set(row, "method", indicator.method());
    return row;
  }

  private Figure.Sum figure(
      Amount[] parts, SustainabilityIndicator indicator, int cohort, int part) {
    return Cells.figure(parts, place.of(indicator, cohort, part));
  }

  private Object[] start(
      Slice slice, Period period, String indicator, int cohort, Figure.Sum count) {
    Object[] row = rows.start(period, slice);
    rows.set(row, "indicator", indicator);
    rows.set(row, "cohort", (long) cohort);
    rows.set(row, "n", count);
    return row;
  }

  private Object[] retention(
      Slice slice, Period period, int cohort, int horizon, Spells.Curve curve) {
    Figure.Retention retention = curve.retentions().get(horizon);
    Object[] row = start(slice, period, retentionCode(horizon), cohort, retention.jobs());
    rows.set(row, "not_judged", Figure.Sum.NOTHING);
    rows.set(row, "at_risk", retention.atRisk());
    rows.set(row, "value", retention);
    rows.set(row, "unit", SHARE);
    rows.set(row, "method", curve.method());
    return row;
  }

  /** Only the jobs that are old enough: a large difference with the curve is a data problem. */
  private Object[] oldEnough(Slice slice, Period period, int cohort, int horizon, Spells spells) {
    Figure.Sum count = spells.oldEnough(horizon);
    String code = retentionCode(horizon) + "_eligible";
    Object[] row = start(slice, period, code, cohort, count);
    rows.set(row, "not_judged", spells.notOldEnough(horizon));
    rows.set(
        row,
        "value",
        new Figure.Ratio(Figure.Kind.PROPORTION, spells.lasted(horizon), count, count));
    rows.set(row, "unit", SHARE);
    rows.set(row, "method", "share of the jobs old enough, Wilson interval");
    return row;
  }

  private static String retentionCode(int horizon) {
    return "retention_" + SpellTime.HORIZONS[horizon] + "m";
  }
}
