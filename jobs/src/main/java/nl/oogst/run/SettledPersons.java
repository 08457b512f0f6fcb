package nl.oogst.run;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.oogst.measure.Person;
import scala.Tuple2;

/**
 * Sets apart, in one task, what persons add to whom nothing more can happen until their proeftuin
 * delivers again: their sums are kept, with the placements of everybody else of that proeftuin, and
 * a later run adds up only those others. Persons with placements in several proeftuinen are always
 * among the others.
 *
 * <p>A proeftuin at a time is in memory, since persons come sorted by proeftuin.
 */
final class SettledPersons {
  /** Sums of the settled, of the measure whose place in the list stands behind it. */
  static final char SUMS = 'C';

  /** A placement of others, with the group of its person behind it. */
  static final char OTHERS = 'E';

  /** Linked persons wait until the end; with more of them than this a proeftuin is not kept. */
  private static final int MOST_LINKED = 16 << 20;

  private static final int PACKED_AT_A_TIME = 500;

  /**
   * Whose sums are kept, and where.
   *
   * @param folder of what is kept
   * @param names of the folders of proeftuinen in it; of others nothing is kept
   * @param unsettled the first day on which anything may still happen
   */
  record Keeping(String folder, Map<String, String> names, int unsettled) implements Serializable {
    static final Keeping NOTHING = new Keeping("", Map.of(), 0);
  }

  /** A file with sums, or others, of a proeftuin. */
  record Part(String proeftuin, KeptPart file) implements Serializable {}

  private final Keeping keeping;
  private final String attempt;
  private final PersonTask.AllCells all;
  private final PersonTask task;
  private final List<Part> parts = new ArrayList<>();
  private final Set<String> spoiled = new HashSet<>();
  private final Map<String, List<Tuple2<String, byte[]>>> linked = new HashMap<>();
  private final List<Tuple2<String, byte[]>> others = new ArrayList<>();
  private long linkedBytes;
  private String proeftuin;
  private PersonTask.AllCells settled;
  private KeptPart.Writer writer;

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
    String alone = persons.get(0).proeftuin();
    for (Person person : persons) {
      alone = alone != null && alone.equals(person.proeftuin()) ? alone : null;
    }
    if (alone == null) {
      group.values().forEach(placement -> linked(group.key(), placement));
      return all;
    }
    if (!keeping.names().containsKey(alone)) {
      return all;
    }
    if (!alone.equals(proeftuin)) {
      finishOne();
      proeftuin = alone;
      settled = task.empty();
      writer = writer(alone, parts.size());
    }
    for (Person person : persons) {
      if (!person.settled(keeping.unsettled())) {
        group.values().forEach(placement -> other(group.key(), placement));
        return all;
      }
    }
    return settled;
  }

  private KeptPart.Writer writer(String of, int number) {
    String name = keeping.names().get(of) + "/figures-" + attempt + "-" + number;
    return new KeptPart.Writer(Path.of(keeping.folder()), name);
  }

  private void other(String group, byte[] placement) {
    others.add(new Tuple2<>(OTHERS + group, placement));
    if (others.size() >= PACKED_AT_A_TIME) {
      pack(others, writer);
    }
  }

  private static void pack(List<Tuple2<String, byte[]>> pairs, KeptPart.Writer writer) {
    new Packs(pairs.iterator()).forEachRemaining(writer::pack);
    pairs.clear();
  }

  private void linked(String group, byte[] placement) {
    String of = PersonTask.proeftuin(placement);
    if (!keeping.names().containsKey(of) || spoiled.contains(of)) {
      return;
    }
    linkedBytes += placement.length;
    if (linkedBytes > MOST_LINKED) {
      linked.clear();
      spoiled.addAll(keeping.names().keySet());
      return;
    }
    linked.computeIfAbsent(of, p -> new ArrayList<>()).add(new Tuple2<>(OTHERS + group, placement));
  }

  private void finishOne() {
    if (proeftuin == null) {
      return;
    }
    pack(others, writer);
    List<byte[]> sums = settled.toBytes();
    for (int i = 0; i < sums.size(); i++) {
      writer.pack(Packs.one(SUMS + Integer.toString(i), sums.get(i)));
    }
    KeptPart file = writer.finish();
    if (file == null) {
      spoiled.add(proeftuin);
      all.merge(sums);
    } else {
      parts.add(new Part(proeftuin, file));
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
        (of, placements) -> {
          KeptPart.Writer own = writer(of, parts.size());
          pack(placements, own);
          KeptPart file = own.finish();
          if (file == null) {
            spoiled.add(of);
          } else {
            parts.add(new Part(of, file));
          }
        });
    return parts;
  }

  /** The proeftuinen of which not all could be kept. */
  Set<String> spoiled() {
    return spoiled;
  }
}
