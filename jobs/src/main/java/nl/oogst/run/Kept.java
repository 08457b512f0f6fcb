package nl.oogst.run;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.oogst.map.Profile;
import nl.oogst.model.DeliveredFile;
import nl.oogst.model.Delivery;
import nl.oogst.release.Owner;

/**
 * What files yielded when they were read, kept by content so that a later run need not read them
 * again: the SHA-256 of the file and of all that reading depends on (its name, the profile of the
 * proeftuin, fields, code lists and rules, the link key, the program). It lies in {@code
 * <out>/state/read}, for its owner only, and may be removed at any time; only the run that has the
 * lock of the output folder touches it.
 *
 * <p>Of refused deliveries nothing stays. What none of the last runs used goes.
 */
final class Kept implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Ends the names of files that are being written. */
  static final String PART = ".part";

  /** Raised whenever what is kept is written in another form. */
  private static final String FORM = "2";

  private static final int RUNS = 3;
  private static final String USED = "used-";

  /** Of the definitions, those that say nothing about how a delivery is read. */
  private static final Set<String> NOT_READ = Set.of("datasets", "profiles", "reference");

  private final String folder;
  private final String common;
  private final Map<String, String> profiles;
  private final boolean room;

  private Kept(Path folder, String common, Map<String, String> profiles, boolean room) {
    this.folder = folder.toString();
    this.common = common;
    this.profiles = profiles;
    this.room = room;
  }

  /**
   * What is kept for runs like this one.
   *
   * @param linkKey hexadecimal, or null
   */
  static Kept of(Settings settings, Definitions definitions, Inbox inbox, String linkKey) {
    String common =
        Digests.of(
            FORM,
            settings.programVersion(),
            Digests.ofProgram(),
            Runtime.version().toString(),
            Digests.ofFolder(settings.schemas(), NOT_READ),
            Digests.of(String.valueOf(linkKey)));
    Map<String, String> profiles = new HashMap<>();
    for (Profile profile : definitions.profiles().all()) {
      Path file = settings.profiles().resolve(profile.proeftuin() + ".json");
      profiles.put(profile.proeftuin(), Digests.ofFile(file));
    }
    Path folder = settings.out().resolve("state").resolve("read").toAbsolutePath();
    return new Kept(folder, common, profiles, room(settings.out(), inbox));
  }

  /** A release must never lack the room that this takes. */
  private static boolean room(Path out, Inbox inbox) {
    try {
      return Files.getFileStore(out).getUsableSpace() > 3 * inbox.bytes() + (256L << 20);
    } catch (IOException e) {
      return false;
    }
  }

  /** What is kept of a file or a part of one, or would be. */
  KeptFile entry(Delivery delivery, ReadUnit unit) {
    return entry(key(delivery, unit));
  }

  /** What is kept of a file, or would be. */
  KeptFile entry(Delivery delivery, DeliveredFile file) {
    return entry(key(delivery, file));
  }

  private KeptFile entry(String key) {
    return new KeptFile(Path.of(folder, key.substring(0, 2), key), room);
  }

  /** Whether there is room to keep anything. */
  boolean room() {
    return room;
  }

  /** Whether a file seems to be kept as a whole. */
  boolean has(Delivery delivery, DeliveredFile file) {
    return Files.exists(entry(delivery, file).path());
  }

  /** Of all that reading a file depends on. */
  String key(Delivery delivery, DeliveredFile file) {
    String profile = profiles.getOrDefault(delivery.proeftuin(), "none");
    return Digests.of(common, profile, file.name(), file.sha256());
  }

  private String key(Delivery delivery, ReadUnit unit) {
    String whole = key(delivery, unit.file());
    return unit.part() == null ? whole : Digests.of(whole, unit.part().toString());
  }

  /** Notes what this run used, and removes what neither it nor the runs just before it did. */
  void prune(Inbox inbox, Set<Integer> refused, CutFiles cut) {
    Set<String> used = new TreeSet<>();
    for (DeliveredFile file : inbox.files()) {
      if (!refused.contains(file.delivery())) {
        for (ReadUnit unit : cut.units(file)) {
          used.add(key(inbox.deliveries().get(file.delivery()), unit));
        }
      }
    }
    try {
      Owner.createFolders(Path.of(folder));
      prune(used);
    } catch (IOException e) {
      // what stays too long is in nobody's way; the next run tries again
    }
  }

  private void prune(Set<String> used) throws IOException {
    Set<String> stay = new HashSet<>(used);
    for (int run = 1; run < RUNS; run++) {
      Path list = Path.of(folder, USED + run);
      if (Files.exists(list)) {
        stay.addAll(Files.readAllLines(list));
      }
    }
    for (Path entry : entries()) {
      if (!stay.contains(entry.getFileName().toString())) {
        Files.delete(entry);
      }
    }
    for (int run = RUNS - 1; run > 1; run--) {
      Path list = Path.of(folder, USED + (run - 1));
      if (Files.exists(list)) {
        Files.move(list, Path.of(folder, USED + run), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    try (OutputStream list =
        Channels.newOutputStream(Owner.createFile(Path.of(folder, USED + 1)))) {
      list.write(String.join("\n", used).getBytes(StandardCharsets.UTF_8));
    }
  }

  private List<Path> entries() throws IOException {
    try (Stream<Path> walk = Files.walk(Path.of(folder), 2)) {
      return walk.filter(
              path -> Files.isRegularFile(path) && !path.getParent().equals(Path.of(folder)))
          .toList();
    }
  }
}
