package nl.oogst.release.revision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.oogst.measure.Cells;
import nl.oogst.measure.Engagement;
import nl.oogst.measure.Frame;
import nl.oogst.measure.Measure;
import nl.oogst.measure.Person;
import nl.oogst.model.Days;
import nl.oogst.release.records.ReleasedRecord;

/** Records as they might have been, and what they add up to. Worlds of other records merge. */
final class World {
  private static final String HOURS = "banenafspraak_contributions";

  private final int asOf;
  private final Measure ofHours;
  private final Cells hours;
  private final Map<String, List<Engagement>> persons = new HashMap<>();

  /** Sums tell persons apart by their record key; any numbers will do, since nothing is rounded. */
  private long number;

  private long ofPersons;

  World(Rules rules, Frame frame) {
    this.asOf = Days.of(frame.asOf());
    this.ofHours =
        rules.measures(frame).stream()
            .filter(measure -> measure.dataSet().equals(HOURS))
            .findFirst()
            .orElseThrow();
    this.hours = ofHours.empty();
  }

  /** Adds a record. */
  void add(ReleasedRecord record) {
    addHours(record.key(), record.engagement(asOf));
    addPerson(record);
  }

  /**
   * Adds only the hours of a record: at once, since no sum of hours asks whose they are.
   *
   * @param name of the record
   */
  void addHours(String name, Engagement engagement) {
    ofHours.add(new Person(name, number++, List.of(engagement)), hours);
    hours.openMany();
  }

  /** Adds a record but for its hours: what asks for persons waits until all records are there. */
  void addPerson(ReleasedRecord record) {
    ofPersons++;
    persons
        .computeIfAbsent(record.person(), p -> new ArrayList<>())
        .add(record.with(record.state(), List.of()).engagement(asOf));
  }

  /** Adds the records of a world that come after those of this one. */
  void merge(World other) {
    hours.merge(other.hours);
    number += other.number;
    ofPersons += other.ofPersons;
    other.persons.forEach(
        (person, its) -> persons.computeIfAbsent(person, p -> new ArrayList<>()).addAll(its));
  }

  /** How many records were added, for their hours and for their persons. */
  long added() {
    return number + ofPersons;
  }

  /** Leaves out of both who is the same in both. */
  static void leaveOutAlike(World one, World other) {
    one.persons
        .entrySet()
        .removeIf(person -> other.persons.remove(person.getKey(), person.getValue()));
  }

  /** Whether there is anything in it that a measure asks for. */
  boolean holds(Measure measure) {
    return measure.dataSet().equals(HOURS) ? number > 0 : !persons.isEmpty();
  }

  /** What a measure makes of it; several may ask at a time. */
  Cells cells(Measure measure) {
    if (measure.dataSet().equals(HOURS)) {
      return hours;
    }
    var cells = measure.empty();
    long key = 0;
    for (var person : persons.entrySet()) {
      measure.add(new Person(person.getKey(), key++, person.getValue()), cells);
      cells.openMany();
    }
    return cells;
  }
}
