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

  /**
   * The figures of all persons, and those of some as they are in it; null for a world of its own.
   */
  private final Measured all;

  private final World some;

  World(Rules rules, Frame frame) {
    this(rules, frame, null, null);
  }

  /**
   * A world in which only some persons are otherwise.
   *
   * @param all figures with everyone as they are
   * @param some as they are, those who are added to this world
   */
  World(Rules rules, Frame frame, Measured all, World some) {
    this.all = all;
    this.some = some;
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
        cells.get(i).openMany();
      }
    }
    persons
        .computeIfAbsent(record.person(), p -> new ArrayList<>())
        .add(record.with(record.state(), List.of()).engagement(asOf));
  }

  /** The figures before protection, by data set. */
  Map<String, Table> figures(Map<String, DataSetSchema> dataSets) {
    addPersons();
    var figures = new TreeMap<String, Table>();
    for (int i = 0; i < measures.size(); i++) {
      var schema = dataSets.get(measures.get(i).dataSet());
      var rows = new ArrayList<Object[]>();
      for (var row : measures.get(i).rows(whole(i), schema)) {
        rows.add(Exact.row(row, schema));
      }
      figures.put(schema.name(), Table.of(rows, schema));
    }
    return figures;
  }

  private Cells whole(int measure) {
    if (all == null) {
      return cells.get(measure);
    }
    some.addPersons();
    return measures
        .get(measure)
        .empty()
        .merge(all.cells().get(measures.get(measure).dataSet()))
        .without(some.cells.get(measure))
        .merge(cells.get(measure));
  }

  private void addPersons() {
    persons.forEach(
        (id, engagements) -> {
          var person = new Person(id, number++, engagements);
          for (int i = 0; i < measures.size(); i++) {
            if (!measures.get(i).dataSet().equals(HOURS)) {
              measures.get(i).add(person, cells.get(i));
              cells.get(i).openMany();
            }
          }
        });
    persons.clear();
  }
}
