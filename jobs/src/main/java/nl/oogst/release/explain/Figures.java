package nl.oogst.release.explain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.oogst.measure.Engagement;
import nl.oogst.measure.Exact;
import nl.oogst.measure.Figure;
import nl.oogst.measure.Frame;
import nl.oogst.measure.Measure;
import nl.oogst.measure.Person;
import nl.oogst.model.DataSetSchema;
import nl.oogst.model.Days;
import nl.oogst.release.records.ReleasedRecord;
import nl.oogst.release.revision.Rules;

/** What placements add to one figure, worked out by the measure that made it. */
final class Figures {
  private final DataSetSchema schema;
  private final Measure measure;
  private final Map<String, String> cell;
  private final int column;
  private final int asOf;

  Figures(
      DataSetSchema schema,
      Map<String, String> cell,
      String column,
      Rules rules,
      int asOf,
      int first) {
    this.schema = schema;
    this.cell = cell;
    this.column = schema.indexOf(column);
    this.asOf = asOf;
    var only =
        new Rules(
            rules.breakdowns().stream()
                .filter(breakdown -> breakdown.name().equals(cell.get("breakdown")))
                .toList(),
            rules.banen(),
            rules.endReasons(),
            rules.register());
    Frame frame = only.frame(asOf, first);
    this.measure =
        only.measures(frame).stream()
            .filter(one -> one.dataSet().equals(schema.name()))
            .findFirst()
            .orElseThrow();
  }

  /** Whether the figures of a data set can be taken apart. */
  static boolean known(String dataSet, Rules rules) {
    return rules.measures(rules.frame(Days.of(2024, 1, 1), Days.of(2024, 1, 1))).stream()
        .anyMatch(measure -> measure.dataSet().equals(dataSet));
  }

  /**
   * What each placement of a person adds to each part of the figure, the ones before it in the list
   * being there already. A sum has one part, without a name.
   *
   * @param records all of one person, in order
   */
  List<Map<String, BigDecimal>> of(List<ReleasedRecord> records) {
    List<Map<String, BigDecimal>> amounts = new ArrayList<>();
    var so = new ArrayList<Engagement>();
    Map<String, BigDecimal> before = Map.of();
    for (var record : records) {
      so.add(record.engagement(asOf));
      var now = parts(row(List.of(new Person(record.person(), 0, List.copyOf(so)))));
      var added = new TreeMap<String, BigDecimal>();
      for (var name : union(before, now)) {
        var rest = before.getOrDefault(name, BigDecimal.ZERO);
        added.put(name, now.getOrDefault(name, BigDecimal.ZERO).subtract(rest));
      }
      amounts.add(added);
      before = now;
    }
    return amounts;
  }

  /** The figure that all these persons together make; null when there is none. */
  BigDecimal together(Collection<List<ReleasedRecord>> persons) {
    var all = new ArrayList<Person>();
    for (var records : persons) {
      var engagements = records.stream().map(record -> record.engagement(asOf)).toList();
      all.add(new Person(records.get(0).person(), all.size(), engagements));
    }
    var row = row(all);
    var figure = row == null ? null : Exact.row(row, schema)[column];
    return figure == null ? null : Amounts.of(figure);
  }

  private static Set<String> union(Map<String, ?> one, Map<String, ?> other) {
    var names = new TreeSet<>(one.keySet());
    names.addAll(other.keySet());
    return names;
  }

  private Object[] row(List<Person> persons) {
    var cells = measure.empty();
    persons.forEach(person -> measure.add(person, cells));
    for (var row : measure.rows(cells, schema)) {
      if (isMeant(row)) {
        return row;
      }
    }
    return null;
  }

  private Map<String, BigDecimal> parts(Object[] row) {
    if (row == null) {
      return Map.of();
    }
    if (row[column] instanceof Figure.Ratio ratio) {
      return Map.of(
          "numerator",
          Amounts.of(ratio.numerator().value()),
          "denominator",
          Amounts.of(ratio.denominator().value()));
    }
    if (row[column] instanceof Figure.Retention retention) {
      return Map.of(
          "jobs followed",
          Amounts.of(retention.jobs().value()),
          "ended by the horizon",
          Amounts.of(retention.ended()),
          "at risk at the horizon",
          Amounts.of(retention.atRisk().value()));
    }
    if (row[column] instanceof Figure.Incidence incidence) {
      return Map.of(
          "jobs followed",
          Amounts.of(incidence.jobs().value()),
          "ended for this reason by the horizon",
          Amounts.of(incidence.ended().value()));
    }
    if (row[column] instanceof Figure.Fulfilment fulfilment) {
      return Map.of("realised_eur", Amounts.of(fulfilment.realised().value()));
    }
    return Map.of("", Amounts.of(Exact.row(row, schema)[column]));
  }

  private boolean isMeant(Object[] row) {
    for (var key : cell.entrySet()) {
      if (!key.getValue().equals(String.valueOf(row[schema.indexOf(key.getKey())]))) {
        return false;
      }
    }
    return true;
  }
}
