package nl.oogst.run;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.oogst.measure.Engagement;
import nl.oogst.measure.Person;
import nl.oogst.resolve.ByteWriter;
import nl.oogst.resolve.ResolvedCodec;
import scala.Tuple2;

/**
 * Sets apart, in one task, what persons add to whom nothing more can happen until their proeftuin
 * delivers again: their sums are kept, with the placements of everybody else of that proeftuin, and
 * a later run adds up only those others. Who is linked, whether to another proeftuin or within one,
 * is always among the others, so that their links may come and go; who is linked only later is
 * found by {@link LinkedPersons}.
 *
 * <p>One {@link PersonBuckets part} of a proeftuin at a time is in memory, since persons come
 * sorted by them.
 */
final class SettledPersons {
  /** Sums of the settled, of the measure whose place in the list stands behind it. */
  static final char SUMS = 'C';

  /** Record keys of the settled. */
  static final char SETTLED = 'D';

  /** A placement of others, as it was resolved. */
  static final char OTHERS = 'E';

  /** The part of placements whose persons may be in any. */
  static final int ANY = -1;

  private static final int PACKED_AT_A_TIME = 500;

  private static final int KEYS_AT_A_TIME = 64 << 10;

  /**
   * Whose sums are kept, and where.
   *
   * @param folder of what is kept
   * @param names of the folders of proeftuinen in it; of others nothing is kept
   * @param buckets the parts of these proeftuinen that are kept
   * @param unsettled the first day on which anything may still happen
   */
  record Keeping(
      String folder, Map<String, String> names, PersonBuckets.Some buckets, int unsettled)
      implements Serializable {
    static final Keeping NOTHING =
        new Keeping("", Map.of(), new PersonBuckets.Some(new PersonBuckets(Map.of())), 0);
  }

  /**
   * A file with sums, or others, of a proeftuin.
   *
   * @param bucket whose, or {@link #ANY}
   */
  record Part(String proeftuin, int bucket, KeptPart file) implements Serializable {}

  private final Keeping keeping;
  private final String attempt;
  private final PersonTask.AllCells all;
  private final PersonTask task;
  private final List<Part> parts = new ArrayList<>();
  private final Set<String> spoiled = new HashSet<>();
  private final Map<String, Others> linked = new TreeMap<>();
  private ByteWriter keys = new ByteWriter();
  private String proeftuin;
  private int bucket;
  private PersonTask.AllCells settled;
  private Others others;
  private int begun;

  /** Placements on their way to a file. */
  private static final class Others {
    final KeptPart.Writer writer;
    private final List<Tuple2<String, byte[]>> waiting = new ArrayList<>();

    Others(KeptPart.Writer writer) {
      this.writer = writer;
    }

    void add(byte[] placement) {
      waiting.add(new Tuple2<>(String.valueOf(OTHERS), placement));
      if (waiting.size() >= PACKED_AT_A_TIME) {
        pack();
      }
    }

    void pack() {
      new Packs(waiting.iterator()).forEachRemaining(writer::pack);
      waiting.clear();
    }
  }

  /**
   * Nobody yet.
   *
   * @param attempt a name that no other attempt of any task has
   * @param all the sums of everybody else
   */
  SettledPersons(Keeping keeping, String attempt, PersonTask task, PersonTask.AllCells all) {
    this.keeping = keeping;
    this.attempt = attempt;
    this.task = task;
    this.all = all;
  }

  /** The sums that those of a group are added to. */
  PersonTask.AllCells of(SortedGroups.Group group, List<Person> persons) {
    if (keeping.names().isEmpty()) {
      return all;
    }
    if (!alone(persons)) {
      group.values().forEach(placement -> linked(PersonTask.resolved(placement)));
      return all;
    }
    if (!keeping.buckets().contains(group.key())) {
      return all;
    }
    begin(PersonBuckets.proeftuin(group.key()), keeping.buckets().all().of(group.key()));
    Person person = persons.get(0);
    if (person.settled(keeping.unsettled())) {
      settled(person.recordKey());
      return settled;
    }
    group.values().forEach(placement -> others.add(PersonTask.resolved(placement)));
    return all;
  }

  /** Whether all is of one number of one proeftuin. */
  private static boolean alone(List<Person> persons) {
    if (persons.size() > 1) {
      return false;
    }
    Engagement first = persons.get(0).engagements().get(0);
    for (Engagement each : persons.get(0).engagements()) {
      if (!each.placement().proeftuin().equals(first.placement().proeftuin())
          || !each.state().personId().equals(first.state().personId())) {
        return false;
      }
    }
    return true;
  }

  private void begin(String of, int number) {
    if (of.equals(proeftuin) && number == bucket) {
      return;
    }
    finishOne();
    proeftuin = of;
    bucket = number;
    settled = task.empty();
    others = others(of);
  }

  private Others others(String of) {
    String name = keeping.names().get(of) + "/figures-" + attempt + "-" + begun++;
    return new Others(new KeptPart.Writer(Path.of(keeping.folder()), name));
  }

  private void settled(long recordKey) {
    keys.putLong(recordKey);
    if (keys.size() >= KEYS_AT_A_TIME) {
      packKeys();
    }
  }

  private void packKeys() {
    others.writer.pack(Packs.one(String.valueOf(SETTLED), keys.toBytes()));
    keys = new ByteWriter();
  }

  private void linked(byte[] placement) {
    ResolvedCodec.Ids ids = ResolvedCodec.readIds(placement);
    if (keeping.buckets().contains(ids.own())) {
      linked.computeIfAbsent(ids.proeftuin(), this::others).add(placement);
    }
  }

  private void finishOne() {
    if (proeftuin == null) {
      return;
    }
    others.pack();
    packKeys();
    List<byte[]> sums = settled.toBytes();
    for (int i = 0; i < sums.size(); i++) {
      others.writer.pack(Packs.one(SUMS + Integer.toString(i), sums.get(i)));
    }
    KeptPart file = others.writer.finish();
    if (file == null) {
      spoiled.add(proeftuin);
      all.merge(sums);
    } else {
      parts.add(new Part(proeftuin, bucket, file));
    }
    proeftuin = null;
  }

  /**
   * The files that were written, once all persons have come. Those of proeftuinen that cannot be
   * kept hold sums that count in this run.
   */
  List<Part> finish() {
    finishOne();
    linked.forEach(
        (of, its) -> {
          its.pack();
          KeptPart file = its.writer.finish();
          if (file == null) {
            spoiled.add(of);
          } else {
            parts.add(new Part(of, ANY, file));
          }
        });
    return parts;
  }

  /** The proeftuinen of which not all could be kept. */
  Set<String> spoiled() {
    return spoiled;
  }
}
