package nl.oogst.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.oogst.model.DeliveredFile;

/**
 * How the work is split. What a small run costs is starting tasks; what a large one costs is the
 * longest of them.
 *
 * @param reading number of tasks that read
 * @param shuffle number of parts in which placements and persons are sorted
 * @param measuring number of tasks that add up persons: few, since what each hands in is as large
 *     for some persons as for many
 */
record Partitions(int reading, int shuffle, int measuring) {
  private static final long BYTES_A_TASK = 64L << 20;
  private static final long SMALL = 32L << 20;

  /** What is kept lies packed, some eight times smaller than the rows that it is made of. */
  private static final int PACKED = 8;

  /**
   * How the work of a run is split.
   *
   * @param passed deliveries that are not read, since what they come to is known
   * @param kept the bytes in which what is known lies packed
   */
  static Partitions of(Inbox inbox, Set<Integer> passed, long kept, int cores) {
    if (!bulk(inbox)) {
      return new Partitions(cores, cores, cores);
    }
    long bytes = PACKED * kept;
    for (DeliveredFile file : inbox.files()) {
      bytes += passed.contains(file.delivery()) ? 0 : file.bytes();
    }
    int tasks = (int) Math.min(10_000, Math.max(cores * 4L, bytes / BYTES_A_TASK));
    return new Partitions(tasks, tasks, cores * 4);
  }

  /** Whether moving the data costs more than starting does. */
  static boolean bulk(Inbox inbox) {
    return inbox.bytes() >= SMALL;
  }

  /**
   * What each reading task reads. The files of a proeftuin stay together while they fit one task,
   * since what they show of one placement then travels as one record.
   */
  List<List<ReadUnit>> units(Inbox inbox, Set<Integer> refused, CutFiles cut) {
    Map<String, List<ReadUnit>> units = new TreeMap<>();
    Map<String, Long> bytes = new TreeMap<>();
    inbox.files().stream()
        .filter(file -> !refused.contains(file.delivery()))
        .forEach(file -> bytes.merge(proeftuin(inbox, file), file.bytes(), Long::sum));
    for (DeliveredFile file : inbox.files()) {
      if (!refused.contains(file.delivery())) {
        String proeftuin = proeftuin(inbox, file);
        boolean together = bytes.get(proeftuin) <= BYTES_A_TASK;
        for (ReadUnit unit : cut.units(file)) {
          int part = unit.part() == null ? 0 : unit.part().number();
          String alone = proeftuin + "/" + file.index() + "/" + part;
          units.computeIfAbsent(together ? proeftuin : alone, u -> new ArrayList<>()).add(unit);
        }
      }
    }
    List<List<ReadUnit>> tasks = new ArrayList<>();
    List<Long> load = new ArrayList<>();
    for (int i = 0; i < Math.min(reading, Math.max(1, units.size())); i++) {
      tasks.add(new ArrayList<>());
      load.add(0L);
    }
    units.values().stream()
        .sorted(Comparator.comparingLong(Partitions::size).reversed())
        .forEach(
            unit -> {
              int least = load.indexOf(load.stream().min(Comparator.naturalOrder()).orElseThrow());
              tasks.get(least).addAll(unit);
              load.set(least, load.get(least) + size(unit) + 1);
            });
    return tasks;
  }

  private static String proeftuin(Inbox inbox, DeliveredFile file) {
    return inbox.deliveries().get(file.delivery()).proeftuin();
  }

  private static long size(List<ReadUnit> units) {
    return units.stream().mapToLong(ReadUnit::bytes).sum();
  }
}
