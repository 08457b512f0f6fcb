package nl.oogst.run;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import nl.oogst.protect.DisclosureRules;
import nl.oogst.protect.Gate;
import nl.oogst.release.OutputFailure;
import nl.oogst.release.ReleaseStore.Published;

/**
 * What earlier releases told the gate, so that a run need not read all of their figures again. It
 * lies in {@code <out>/state/gate}, a file for each release, for its owner only, and may be removed
 * at any time; only the run that has the lock of the output folder touches it.
 *
 * <p>A file is named after the releases up to its own, in their order: of each its name, its
 * manifest, and the content of every file that the gate would read now, by their SHA-256. So the
 * gate never knows less than it would without: where anything of a release is otherwise than it
 * was, that release and those after it are read themselves, with whatever failure that brings.
 */
final class KeptGate {
  /** Raised whenever what is kept is written in another form. */
  private static final String FORM = "1";

  private static final int QUICK = 1;

  private final Path folder;
  private final boolean room;

  private KeptGate(Path folder, boolean room) {
    this.folder = folder;
    this.room = room;
  }

  /**
   * What is kept in an output folder.
   *
   * @param room whether anything may be added to it
   */
  static KeptGate of(Path out, boolean room) {
    return new KeptGate(out.resolve("state").resolve("gate").toAbsolutePath(), room);
  }

  /** An earlier release and where it lies. */
  record Earlier(Published release, Path folder) {}

  /** A gate that knows some releases, the earliest first, as if it had read all of them. */
  Gate knowing(List<Earlier> releases, DisclosureRules rules) throws OutputFailure {
    List<Path> files = files(releases, rules);
    int whole = 0;
    while (whole < files.size() && new KeptFile(files.get(whole), false).whole()) {
      whole++;
    }
    Gate gate = new Gate(rules);
    try {
      for (int i = 0; i < whole; i++) {
        add(releases.get(i), files.get(i), gate);
      }
    } catch (IOException | RuntimeException e) {
      // not what this program wrote, though its digest is right
      gate = new Gate(rules);
      whole = 0;
    }
    for (int i = whole; i < releases.size(); i++) {
      read(releases.get(i), gate);
      if (room && i < files.size()) {
        keep(files.get(i), gate);
      }
    }
    new KeptFolder(folder).removeAllBut(new HashSet<>(files));
    return gate;
  }

  /** Reads a release itself. */
  static void read(Earlier earlier, Gate gate) throws OutputFailure {
    gate.earlier(
        earlier.release().releaseId(),
        ReleasedTables.read(earlier.folder()),
        ReleasedTables.coarsened(earlier.folder()));
  }

  private static void add(Earlier earlier, Path file, Gate gate) throws IOException {
    try (DataInputStream in =
        new DataInputStream(
            new BufferedInputStream(
                new ZstdInputStream(new BufferedInputStream(Files.newInputStream(file)))))) {
      gate.earlier(earlier.release().releaseId(), in);
    }
  }

  private static void keep(Path file, Gate gate) {
    Path part = file.resolveSibling(file.getFileName() + Kept.PART);
    try {
      Files.deleteIfExists(part);
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (DataOutputStream out = new DataOutputStream(new ZstdOutputStream(packed, QUICK))) {
        gate.tell(out);
      }
      Unfinished written = new Unfinished(part);
      written.write(packed::writeTo);
      written.write(out -> out.write(written.sha256()));
      if (written.finish()) {
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      // not kept: the next run reads the release again
    }
  }

  /** Where it is kept of each release; none from the first on of which a file cannot be read. */
  private List<Path> files(List<Earlier> releases, DisclosureRules rules) throws OutputFailure {
    List<List<Path>> read = new ArrayList<>();
    for (Earlier one : releases) {
      read.add(ReleasedTables.files(one.folder()));
    }
    List<List<String>> digests =
        read.parallelStream().map(all -> all.stream().map(Digests::sha256).toList()).toList();
    List<Path> files = new ArrayList<>();
    String key = Digests.of(FORM, Digests.ofProgram(), rules.toString());
    for (int i = 0; i < releases.size() && !digests.get(i).contains(null); i++) {
      Published release = releases.get(i).release();
      List<String> parts = new ArrayList<>(List.of(key, release.releaseId()));
      parts.add(release.manifestSha256());
      for (int j = 0; j < read.get(i).size(); j++) {
        parts.add(releases.get(i).folder().relativize(read.get(i).get(j)).toString());
        parts.add(digests.get(i).get(j));
      }
      key = Digests.of(parts.toArray(String[]::new));
      files.add(folder.resolve(key));
    }
    return files;
  }
}
