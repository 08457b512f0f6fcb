package nl.oogst.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.oogst.model.Delivery;
import nl.oogst.model.IssueCode;
import nl.oogst.resolve.ByteReader;
import nl.oogst.resolve.ByteWriter;
import nl.oogst.resolve.Origin;

/**
 * What was resolved of each proeftuin, kept by {@link KeptKeys everything that it depends on}; the
 * as-of date is not among that. Where a proeftuin delivered since, what its earlier deliveries came
 * to is gone on from. It lies in {@code <out>/state/resolved}, for its owner only, and may be
 * removed at any time; only the run that has the lock of the output folder touches it.
 *
 * <p>Of each proeftuin there is a folder with parts, and a file that names them and was written
 * last. What the run does not use goes when it ends well.
 */
final class KeptProeftuinen {
  /** Reasons to refuse a delivery that may be gone when it is read again, as it was. */
  private static final Set<String> PASSING =
      Set.of(IssueCode.FILE_CHANGED.code(), IssueCode.FILE_UNREADABLE.code());

  private final Path folder;
  private final Inbox inbox;
  private final Map<String, Origin> origins;
  private final Kept files;
  private final boolean room;
  private final KeptKeys keys;
  private final Map<String, KeptEntry> known = new TreeMap<>();
  private final Map<String, Begun> begun = new TreeMap<>();
  private final Map<String, KeptEntry> made = new TreeMap<>();

  /** What the first deliveries of a proeftuin came to. */
  private record Begun(KeptEntry entry, int deliveries) {}

  private KeptProeftuinen(Path folder, Inbox inbox, KeptKeys keys, Kept files) {
    this.folder = folder;
    this.inbox = inbox;
    this.origins = inbox.origins();
    this.keys = keys;
    this.files = files;
    this.room = files.room();
  }

  /** What earlier runs kept for one like this, each byte of it as it was written. */
  static KeptProeftuinen of(Settings settings, Inbox inbox, Kept kept) {
    Path folder = settings.out().resolve("state").resolve("resolved").toAbsolutePath();
    KeptKeys keys = new KeptKeys(settings, inbox, inbox.origins(), kept);
    KeptProeftuinen all = new KeptProeftuinen(folder, inbox, keys, kept);
    keys.proeftuinen().parallelStream().forEach(all::find);
    new KeptFolder(folder).removeUnnamed();
    return all;
  }

  /**
   * Looks for what all deliveries of a proeftuin came to, or else as many of the first as can be.
   */
  private void find(String proeftuin) {
    int all = keys.deliveries(proeftuin);
    for (int first = all; first > 0; first--) {
      KeptEntry entry = whole(keys.key(proeftuin, first));
      if (entry != null) {
        synchronized (this) {
          if (first == all) {
            known.put(proeftuin, entry);
          } else {
            begun.put(proeftuin, new Begun(entry, first));
          }
        }
        return;
      }
    }
  }

  private KeptEntry whole(String key) {
    KeptEntry entry = KeptEntry.read(folder.resolve(key).resolve(KeptEntry.FILE));
    return entry != null && entry.files().stream().allMatch(part -> part.whole(folder))
        ? entry
        : null;
  }

  /** What is kept of files. */
  Kept files() {
    return files;
  }

  /** The deliveries that need not be read, since what they came to is known. */
  Set<Integer> passed() {
    Set<Integer> passed = new HashSet<>();
    for (Delivery delivery : inbox.deliveries()) {
      KeptEntry entry = entry(delivery.index());
      if (entry != null && !entry.refused().contains(own(delivery.index()))) {
        passed.add(delivery.index());
      }
    }
    return passed;
  }

  /** What tells of a delivery; null when it must be read. */
  private KeptEntry entry(int delivery) {
    String proeftuin = inbox.deliveries().get(delivery).proeftuin();
    Begun first = begun.get(proeftuin);
    return first == null
        ? known.get(proeftuin)
        : own(delivery) < first.deliveries() ? first.entry() : null;
  }

  /** The number of a delivery within its proeftuin. */
  private int own(int delivery) {
    return delivery - origins.get(inbox.deliveries().get(delivery).proeftuin()).delivery();
  }

  /**
   * The parts to go on from, each with its proeftuin before it, as {@link BegunTask} takes them.
   */
  List<String> begun() {
    List<String> all = new ArrayList<>();
    begun.forEach(
        (proeftuin, first) ->
            first
                .entry()
                .parts()
                .forEach(part -> all.add(BegunTask.part(proeftuin, folder.resolve(part.file())))));
    return all;
  }

  /** In how many bytes lies packed what is known, of all deliveries of a proeftuin or the first. */
  long bytes() {
    return Stream.concat(known.values().stream(), begun.values().stream().map(Begun::entry))
        .flatMap(entry -> entry.parts().stream())
        .mapToLong(KeptPart::bytes)
        .sum();
  }

  /** The proeftuinen that need not be resolved. */
  Set<String> known() {
    return new HashSet<>(known.keySet());
  }

  /**
   * The parts of what is known.
   *
   * @param but proeftuinen that are left out
   */
  List<String> parts(Set<String> but) {
    List<String> all = new ArrayList<>();
    known.forEach(
        (proeftuin, entry) -> {
          if (!but.contains(proeftuin)) {
            entry.parts().forEach(part -> all.add(folder.resolve(part.file()).toString()));
          }
        });
    return all;
  }

  /** The files of a section that need not be written again; null when it must be. */
  List<Path> section(Sections.Section section) {
    KeptEntry entry = section.proeftuin() == null ? null : known.get(section.proeftuin());
    List<KeptPart> files = entry == null ? null : entry.sections().get(section.dataSet());
    return files == null ? null : files.stream().map(file -> folder.resolve(file.file())).toList();
  }

  /** Takes a section that was written. */
  void made(Sections.Section section, List<Path> files) {
    KeptEntry entry = section.proeftuin() == null ? null : renewed(section.proeftuin());
    if (entry == null) {
      return;
    }
    List<KeptPart> kept = new ArrayList<>();
    try {
      for (Path file : files) {
        String name = keys.key(section.proeftuin()) + "/" + file.getFileName();
        Path link = folder.resolve(name);
        Files.deleteIfExists(link);
        Files.createLink(link, file); // no bytes are moved, and the rights stay as they are
        kept.add(new KeptPart(name, Files.size(link), Digests.ofFile(link)));
      }
      entry.sections().put(section.dataSet(), kept);
    } catch (IOException | UnsupportedOperationException e) {
      // the next run writes it once more
    }
  }

  /** The folder that everything lies in. */
  Path folder() {
    return folder;
  }

  /** The folder of a proeftuin, below it. */
  String name(String proeftuin) {
    return keys.key(proeftuin);
  }

  /** Whether what this run makes of a proeftuin can be kept. */
  boolean keeps(String proeftuin) {
    return room && (known.containsKey(proeftuin) || made.containsKey(proeftuin));
  }

  /** All files that lie beside what is known of a proeftuin, by name. */
  SortedMap<String, List<Path>> beside(String proeftuin) {
    SortedMap<String, List<Path>> all = new TreeMap<>();
    KeptEntry entry = known.get(proeftuin);
    if (entry != null) {
      entry
          .sections()
          .forEach(
              (name, files) ->
                  all.put(name, files.stream().map(f -> folder.resolve(f.file())).toList()));
    }
    return all;
  }

  /**
   * Lays files beside what is kept of a proeftuin.
   *
   * @param replaced the names of what they take the place of
   * @param files in its folder
   */
  void keep(String proeftuin, Predicate<String> replaced, String name, List<KeptPart> files) {
    KeptEntry entry = renewed(proeftuin);
    if (entry != null) {
      entry.sections().keySet().removeIf(replaced);
      entry.sections().put(name, files);
    }
  }

  /** What is told of a proeftuin when this run ends well; null when nothing of it is kept. */
  private KeptEntry renewed(String proeftuin) {
    KeptEntry entry = known.get(proeftuin);
    return entry == null || !room
        ? made.get(proeftuin)
        : made.computeIfAbsent(proeftuin, p -> entry.copy());
  }

  /** The reports on the files that need not be read. */
  List<FileReport> reports() {
    Map<String, KeptEntry> entries = new TreeMap<>(known);
    begun.forEach((proeftuin, first) -> entries.put(proeftuin, first.entry()));
    List<FileReport> all = new ArrayList<>();
    entries.forEach(
        (proeftuin, entry) -> {
          Origin origin = origins.get(proeftuin);
          for (byte[] report : entry.reports()) {
            ByteReader in = new ByteReader(report);
            int file = in.readInt() + origin.file() / Names.INNER_FILES;
            all.add(FileReport.kept(file, in.readInt() + origin.delivery(), in));
          }
        });
    return all;
  }

  /** What resolves the others, and keeps what comes of them. */
  KeepTask task(Intake intake) {
    Map<String, String> anew = new TreeMap<>();
    if (room) {
      keys.proeftuinen().forEach(proeftuin -> anew.put(proeftuin, keys.key(proeftuin)));
      anew.keySet().removeAll(known.keySet());
      for (Refusal refusal : intake.refusals()) {
        if (PASSING.contains(refusal.code())) {
          anew.remove(inbox.deliveries().get(refusal.delivery()).proeftuin());
        }
      }
    }
    return new KeepTask(folder, anew);
  }

  /**
   * Takes the parts that tasks wrote. Nothing is written yet.
   *
   * @param parts as {@link KeepTask} named them, with nothing for one that could not be kept
   */
  void made(Intake intake, Map<String, List<KeptPart>> parts) {
    parts.forEach(
        (proeftuin, its) -> {
          if (!its.contains(null)) {
            its.sort(Comparator.comparing(KeptPart::file));
            KeptEntry entry = new KeptEntry();
            entry.parts().addAll(its);
            made.put(proeftuin, entry);
          }
        });
    for (int delivery : intake.refused()) {
      String proeftuin = inbox.deliveries().get(delivery).proeftuin();
      if (made.containsKey(proeftuin)) {
        made.get(proeftuin).refused().add(own(delivery));
      }
    }
    for (FileReport report : intake.reports()) {
      String proeftuin = inbox.deliveries().get(report.delivery()).proeftuin();
      if (made.containsKey(proeftuin) && !intake.refused().contains(report.delivery())) {
        Origin origin = origins.get(proeftuin);
        ByteWriter out = new ByteWriter();
        out.putLong(report.file() - origin.file() / Names.INNER_FILES);
        out.putLong(report.delivery() - origin.delivery());
        report.write(out);
        made.get(proeftuin).reports().add(out.toBytes());
      }
    }
  }

  /** Keeps what this run made, and removes what it did not use. */
  void finish() {
    made.forEach(
        (proeftuin, entry) -> {
          try {
            entry.write(folder.resolve(keys.key(proeftuin)));
          } catch (IOException e) {
            // the next run resolves it once more
          }
        });
    known.putAll(made);
    new KeptFolder(folder).removeAllBut(used());
  }

  private Set<Path> used() {
    Set<Path> used = new HashSet<>();
    known.forEach(
        (proeftuin, entry) -> {
          used.add(folder.resolve(keys.key(proeftuin)).resolve(KeptEntry.FILE));
          entry.files().forEach(part -> used.add(folder.resolve(part.file())));
        });
    return used;
  }
}
