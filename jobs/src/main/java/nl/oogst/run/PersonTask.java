package nl.oogst.run;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.oogst.measure.Cells;
import nl.oogst.measure.Engagement;
import nl.oogst.measure.Measure;
import nl.oogst.measure.Person;
import nl.oogst.protect.RecordKeys;
import nl.oogst.resolve.ByteReader;
import nl.oogst.resolve.ByteWriter;
import nl.oogst.resolve.Identities;
import nl.oogst.resolve.ResolvedCodec;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import scala.Tuple2;

/** Adds up what the persons of one partition, sorted by person, contribute to all measures. */
final class PersonTask implements FlatMapFunction<Iterator<Tuple2<String, byte[]>>, byte[]> {
  private static final long serialVersionUID = 1L;

  private final List<Measure> measures;
  private final byte[] disclosureKey;
  private final int asOf;
  private final SettledPersons.Keeping keeping;

  /**
   * A task.
   *
   * @param asOf the last day on which an open placement counts as active
   * @param keeping whose sums are set apart
   */
  PersonTask(
      List<Measure> measures, byte[] disclosureKey, int asOf, SettledPersons.Keeping keeping) {
    this.asOf = asOf;
    this.keeping = keeping;
    this.measures = new ArrayList<>(measures);
    this.disclosureKey = disclosureKey.clone();
  }

  /** The cells of all measures, in order of the measures. */
  record AllCells(List<Cells> cells) implements Serializable {
    /** The cells of each measure as bytes. */
    List<byte[]> toBytes() {
      List<byte[]> all = new ArrayList<>();
      cells.forEach(its -> all.add(its.toBytes()));
      return all;
    }

    /** Adds cells of other persons, of the same run. */
    void merge(List<byte[]> others) {
      for (int i = 0; i < cells.size(); i++) {
        cells.get(i).merge(others.get(i), place -> place);
      }
    }
  }

  /**
   * What a task adds up to.
   *
   * @param cells of all whose sums are not set apart
   * @param parts with the sums that are
   * @param spoiled the proeftuinen of which not all could be kept
   */
  record Added(List<byte[]> cells, List<SettledPersons.Part> parts, Set<String> spoiled)
      implements Serializable {}

  AllCells empty() {
    List<Cells> cells = new ArrayList<>();
    measures.forEach(measure -> cells.add(measure.empty()));
    return new AllCells(cells);
  }

  @Override
  public Iterator<byte[]> call(Iterator<Tuple2<String, byte[]>> sorted) {
    AllCells all = empty();
    SettledPersons settled = new SettledPersons(keeping, attempt(), this, all);
    RecordKeys keys = new RecordKeys(disclosureKey);
    SortedGroups persons = new SortedGroups(sorted);
    while (persons.hasNext()) {
      SortedGroups.Group group = persons.next();
      List<Person> its = persons(group, keys);
      add(its, settled.of(group, its));
    }
    List<SettledPersons.Part> parts = settled.finish();
    Added added = new Added(all.toBytes(), new ArrayList<>(parts), settled.spoiled());
    return List.of(JavaBytes.write(added)).iterator();
  }

  private static String attempt() {
    TaskContext task = TaskContext.get();
    return task == null ? "0" : task.taskAttemptId() + "-" + System.nanoTime();
  }

  private void add(List<Person> possiblyOne, AllCells all) {
    for (int i = 0; i < measures.size(); i++) {
      Cells cells = all.cells().get(i);
      for (Person person : possiblyOne) {
        measures.get(i).add(person, cells);
      }
      if (possiblyOne.size() > 1) {
        measures.get(i).addPossiblyOne(possiblyOne, cells);
      }
      cells.openMany();
    }
  }

  /** The persons of a group, in order of their names; nearly always one. */
  private List<Person> persons(SortedGroups.Group group, RecordKeys keys) {
    Map<String, List<Engagement>> byPerson = new TreeMap<>();
    for (byte[] bytes : group.values()) {
      ByteReader in = new ByteReader(bytes);
      String person = in.readText();
      byPerson
          .computeIfAbsent(person == null ? group.key() : person, p -> new ArrayList<>())
          .add(read(in));
    }
    List<Person> persons = new ArrayList<>();
    byPerson.forEach(
        (name, engagements) -> persons.add(new Person(name, keys.of(name), engagements)));
    return persons;
  }

  /**
   * A resolved placement under the group of persons that may be one, with its person, if another
   * name, and its job.
   */
  static Tuple2<String, byte[]> keyed(byte[] resolved, Identities identities) {
    ResolvedCodec.Ids ids = ResolvedCodec.readIds(resolved);
    Identities.Job job = identities.job(ids.proeftuin(), ids.placementId());
    String person = identities.person(ids.proeftuin(), ids.personId());
    String group = identities.possible(ids.proeftuin(), ids.personId());
    byte[] value =
        new ByteWriter()
            .putText(person.equals(group) ? null : person)
            .putText(job.id())
            .putLong(job.records())
            .putBytes(resolved)
            .toBytes();
    return new Tuple2<>(group, value);
  }

  /** The resolved placement that was keyed. */
  static byte[] resolved(byte[] keyed) {
    ByteReader in = new ByteReader(keyed);
    in.readText();
    in.readText();
    in.readInt();
    return in.readRest();
  }

  private Engagement read(ByteReader in) {
    String job = in.readText();
    int records = in.readInt();
    return new Engagement(ResolvedCodec.read(in, asOf), job, records);
  }
}
