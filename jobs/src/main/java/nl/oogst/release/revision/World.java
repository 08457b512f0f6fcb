package nl.oogst.release.revision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.oogst.measure.Cells;
import nl.oogst.measure.Engagement;
import nl.oogst.measure.Exact;
import nl.oogst.measure.Frame;
import nl.oogst.measure.Measure;
import nl.oogst.measure.Person;
import nl.oogst.model.DataSetSchema;
import nl.oogst.model.Days;
import nl.oogst.release.records.ReleasedRecord;

/** Records as they might have been, and the figures that they add up to. */
final class World {
  private static final String HOURS = "banenafspraak_contributions";

  private final int asOf;
  private final List<Measure> measures;
  private final List<Cells> cells = new ArrayList<>();
  private final Map<String, List<Engagement>> persons = new HashMap<>();

  /** Sums tell persons apart by their record key; any numbers will do, since nothing is rounded. */
  private long number;

  World(Rules rules, Frame frame) {
    this.asOf = Days.of(frame.asOf());
    this.measures = rules.measures(frame);
    measures.forEach(measure -> cells.add(measure.empty()));
  }

  /**
   * Adds a record. Hours are added up at once, since no sum of hours asks whose they are; what asks
   * for persons waits until all their records are there.
   */
  void add(ReleasedRecord record) {
    for (int i = 0; i < measures.size(); i++) {
      if (measures.get(i).dataSet().equals(HOURS)) {
        var alone = new Person(record.key(), number++, List.of(record.engagement(asOf)));
        measures.get(i).add(alone, cells.get(i));
      }
    }
    persons
        .computeIfAbsent(record.person(), p -> new ArrayList<>())
        .add(record.with(record.state(), List.of()).engagement(asOf));
  }

  /** The figures before protection, by data set. */
  Map<String, Table> figures(Map<String, DataSetSchema> dataSets) {
    persons.forEach(
        (id, engagements) -> {
          var person = new Person(id, number++, engagements);
          for (int i = 0; i < measures.size(); i++) {
            if (!measures.get(i).dataSet().equals(HOURS)) {
              measures.get(i).add(person, cells.get(i));
            }
          }
        });
    var figures = new TreeMap<String, Table>();
    for (int i = 0; i < measures.size(); i++) {
      var schema = dataSets.get(measures.get(i).dataSet());
      var rows = new ArrayList<Object[]>();
      for (var row : measures.get(i).rows(cells.get(i), schema)) {
        rows.add(Exact.row(row, schema));
      }
      figures.put(schema.name(), Table.of(rows, schema));
    }
    return figures;
  }
}
