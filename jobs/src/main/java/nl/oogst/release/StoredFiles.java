package nl.oogst.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import nl.oogst.store.ObjectStore;
import nl.oogst.store.StoreFailure;

/** Copies of objects as files on this machine, for their owner only. */
public final class StoredFiles {
  private static final int BUFFER = 256 * 1024;
  private static final int ATTEMPTS = 3;

  /** Ends the names of files that are being fetched. */
  private static final String PART = ".part";

  private StoredFiles() {}

  /**
   * Fetches objects, several at a time. A file is replaced in one step, once all of it is there.
   *
   * @param wanted by the place where they go
   * @throws StoreFailure {@link StoreFailure.Kind#CHANGED} when one is no longer as it was listed
   */
  public static void fetch(ObjectStore store, Map<Path, ObjectStore.Found> wanted)
      throws IOException {
    for (var folder : folders(wanted.keySet())) {
      Owner.createFolders(folder);
    }
    ReleaseFiles.each(wanted.keySet(), file -> fetch(store, wanted.get(file), file));
  }

  private static Collection<Path> folders(Collection<Path> files) {
    var folders = new TreeSet<Path>();
    files.forEach(file -> folders.add(file.getParent()));
    return folders;
  }

  /** A connection that breaks half-way is tried again; what the store refuses is not. */
  private static void fetch(ObjectStore store, ObjectStore.Found found, Path to)
      throws IOException {
    var name = "." + Long.toHexString(ThreadLocalRandom.current().nextLong()) + PART;
    var part = to.resolveSibling(name);
    try {
      for (int attempt = 1; ; attempt++) {
        try {
          Files.deleteIfExists(part);
          if (copy(store, found, part) == found.bytes()) {
            break;
          }
          throw new IOException("fewer bytes than listed");
        } catch (StoreFailure e) {
          throw e;
        } catch (java.nio.file.FileSystemException e) {
          throw OutputFailure.of("write", to, e);
        } catch (IOException e) {
          if (attempt == ATTEMPTS) {
            throw new StoreFailure(
                StoreFailure.Kind.AWAY,
                "Could not read "
                    + store.location().of(found.key())
                    + ": it broke off half-way. Try again later.",
                e);
          }
        }
      }
      Files.move(part, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static long copy(ObjectStore store, ObjectStore.Found found, Path part)
      throws IOException {
    long bytes = 0;
    var buffer = new byte[BUFFER];
    try (var in = store.open(found);
        FileChannel out = Owner.createFile(part)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        var whole = ByteBuffer.wrap(buffer, 0, read);
        while (whole.hasRemaining()) {
          bytes += out.write(whole);
        }
      }
    }
    return bytes;
  }

  /** Replaces a small file in one step, for its owner only. */
  public static void write(Path file, byte[] content) throws IOException {
    Owner.createFolders(file.getParent());
    var name = "." + Long.toHexString(ThreadLocalRandom.current().nextLong()) + PART;
    var part = file.resolveSibling(name);
    try {
      try (var out = Owner.createFile(part)) {
        var whole = ByteBuffer.wrap(content);
        while (whole.hasRemaining()) {
          out.write(whole);
        }
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** Whether a file may be one that another command is fetching right now. */
  public static boolean busy(Path file) throws IOException {
    var name = file.getFileName().toString();
    return name.startsWith(".")
        && name.endsWith(PART)
        && Files.exists(file)
        && Files.getLastModifiedTime(file)
            .toInstant()
            .isAfter(java.time.Instant.now().minus(java.time.Duration.ofDays(1)));
  }

  /** Every file below a folder with its path from it, with {@code /}; none when it is not there. */
  public static Map<String, Path> list(Path folder) throws IOException {
    var found = new LinkedHashMap<String, Path>();
    if (Files.isDirectory(folder)) {
      for (var path : ReleaseFiles.list(folder)) {
        found.put(path, folder.resolve(path));
      }
    }
    return found;
  }

  /** Removes folders that hold nothing, but for the folder itself. */
  public static void removeEmpty(Path folder) throws IOException {
    try (var paths = Files.walk(folder)) {
      for (var path : paths.sorted((one, other) -> other.compareTo(one)).toList()) {
        if (!path.equals(folder) && Files.isDirectory(path)) {
          try (var inside = Files.newDirectoryStream(path)) {
            if (inside.iterator().hasNext()) {
              continue;
            }
          }
          Files.delete(path);
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  static String sha256(Path file) throws IOException {
    return ReleaseFiles.sha256(file);
  }

  /** A short name for something long: twelve hexadecimal digits. */
  public static String shortName(String text) {
    var digest = ReleaseFiles.sha256(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(HexFormat.of().parseHex(digest), 0, 6);
  }
}
