package nl.oogst.release.explain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.oogst.measure.Engagement;
import nl.oogst.measure.Exact;
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
   * What each placement of a person adds, the ones before it in the list being there already.
   *
   * @param records all of one person, in order
   */
  List<BigDecimal> of(List<ReleasedRecord> records) {
    var amounts = new ArrayList<BigDecimal>();
    var so = new ArrayList<Engagement>();
    var before = BigDecimal.ZERO;
    for (var record : records) {
      so.add(record.engagement(asOf));
      var now = figure(new Person(record.person(), 0, List.copyOf(so)));
      amounts.add(now.subtract(before));
      before = now;
    }
    return amounts;
  }

  private BigDecimal figure(Person person) {
    var cells = measure.empty();
    measure.add(person, cells);
    for (var row : measure.rows(cells, schema)) {
      if (isMeant(row)) {
        return Amounts.of(Exact.row(row, schema)[column]);
      }
    }
    return BigDecimal.ZERO;
  }

  private boolean isMeant(Object[] row) {
    for (var key : cell.entrySet()) {
      if (!key.getValue().equals(row[schema.indexOf(key.getKey())])) {
        return false;
      }
    }
    return true;
  }
}
