package nl.oogst.run;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import nl.oogst.model.DeliveredFile;
import nl.oogst.release.Owner;
import nl.oogst.resolve.ByteReader;
import nl.oogst.resolve.ByteWriter;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The SHA-256 of delivered files. What an earlier run found is taken again for a file that nobody
 * touched since, so that a month does not read all that was delivered before only to know that it
 * is what it was.
 *
 * <p>Untouched is a file at the same path with the same number on its file system, size, time of
 * its last change, and time of the last change of anything about it (ctime), which is set by the
 * system and by no program. Two changes may share a time where a clock is coarse: only what had
 * been at rest for a while when it was read is remembered. Where there are no such times, every
 * file is read.
 */
final class FileDigests {
  private static final Duration AT_REST = Duration.ofMinutes(1);
  private static final String ATTRIBUTES = "unix:size,ino,lastModifiedTime,ctime";
  private static final int FORM = 1;
  private static final int DIGEST = 32;

  private final Path file;
  private final Map<String, Known> known;
  private final Map<String, Known> now = new ConcurrentSkipListMap<>();

  /** What tells whether a file was touched; times in nanoseconds. */
  private record State(long size, long number, long modified, long changed) {
    /** Now, or null where the file system does not tell. */
    static State of(Path path) {
      try {
        Map<String, Object> all = Files.readAttributes(path, ATTRIBUTES);
        return new State(
            (long) all.get("size"),
            (long) all.get("ino"),
            ((FileTime) all.get("lastModifiedTime")).to(TimeUnit.NANOSECONDS),
            ((FileTime) all.get("ctime")).to(TimeUnit.NANOSECONDS));
      } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
        return null;
      }
    }

    boolean atRest(Instant when) {
      long before = FileTime.from(when.minus(AT_REST)).to(TimeUnit.NANOSECONDS);
      return modified < before && changed < before;
    }
  }

  private record Known(State state, String sha256) {}

  private FileDigests(Path file, Map<String, Known> known) {
    this.file = file;
    this.known = known;
  }

  /** Remembers nothing. */
  static FileDigests none() {
    return new FileDigests(null, Map.of());
  }

  /** Those that earlier runs of an output folder remember. */
  static FileDigests of(Path out) {
    Path file = out.resolve("state").resolve("read").resolve("digests");
    return new FileDigests(file, read(file));
  }

  /** The files with the SHA-256 of their content; null for one that cannot be read. */
  List<DeliveredFile> hash(List<DeliveredFile> files) {
    return files.parallelStream()
        .map(
            one ->
                new DeliveredFile(
                    one.index(),
                    one.delivery(),
                    one.name(),
                    one.path(),
                    one.bytes(),
                    one.modified(),
                    sha256(Path.of(one.path()), Instant.now())))
        .toList();
  }

  /**
   * The SHA-256 of a file, or null when it cannot be read.
   *
   * @param when what time it is
   */
  String sha256(Path path, Instant when) {
    State state = State.of(path);
    Known before = known.get(path.toString());
    if (state != null && before != null && before.state().equals(state)) {
      now.put(path.toString(), before);
      return before.sha256();
    }
    String sha256 = Digests.sha256(path);
    if (sha256 != null && state != null && state.atRest(when) && state.equals(State.of(path))) {
      now.put(path.toString(), new Known(state, sha256));
    }
    return sha256;
  }

  /** Remembers those that were asked for, for the next run. To be asked under the lock. */
  void keep() {
    if (file == null || now.equals(known)) {
      return;
    }
    ByteWriter out = new ByteWriter().putByte(FORM);
    now.forEach(
        (path, one) -> {
          State state = one.state();
          out.putText(path).putLong(state.size()).putLong(state.number());
          out.putLong(state.modified()).putLong(state.changed()).putText(one.sha256());
        });
    byte[] bytes = out.toBytes();
    try {
      Owner.createFolders(file.getParent());
      Path part = file.resolveSibling(file.getFileName() + Kept.PART);
      Files.deleteIfExists(part);
      try (OutputStream to = Channels.newOutputStream(Owner.createFile(part))) {
        to.write(DigestUtils.sha256(bytes));
        to.write(bytes);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      // the next run reads the files once more
    }
  }

  private static Map<String, Known> read(Path file) {
    Map<String, Known> known = new TreeMap<>();
    byte[] all;
    try {
      all = Files.readAllBytes(file);
    } catch (IOException e) {
      return known;
    }
    byte[] bytes = Arrays.copyOfRange(all, Math.min(DIGEST, all.length), all.length);
    ByteReader in = new ByteReader(bytes);
    if (!MessageDigest.isEqual(DigestUtils.sha256(bytes), Arrays.copyOf(all, DIGEST))
        || in.readByte() != FORM) {
      return known;
    }
    while (in.hasMore()) {
      String path = in.readText();
      State state = new State(in.readLong(), in.readLong(), in.readLong(), in.readLong());
      known.put(path, new Known(state, in.readText()));
    }
    return known;
  }
}
