package nl.oogst.release;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * Files and folders that only their owner may read, from their first byte on. The rights are asked
 * for at creation, where a umask can only take away, and set once more after, so that it takes away
 * nothing either. On a file system without such rights this is an ordinary file.
 */
public final class Owner {
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");

  private Owner() {}

  /** Makes the folder and those above it; the ones that are missing become owner-only. */
  public static void createFolders(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    var above = folder.toAbsolutePath().getParent();
    if (above != null && !Files.isDirectory(above)) {
      createFolders(above);
    }
    try {
      Files.createDirectory(folder, attributes(folder, FOLDER));
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(folder)) {
        throw e;
      }
    }
    close(folder);
  }

  /** A new file; one that exists is refused. */
  static FileChannel createFile(Path file) throws IOException {
    Set<OpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    var channel = FileChannel.open(file, options, attributes(file, FILE));
    close(file);
    return channel;
  }

  /** Takes every right of others away. */
  static void close(Path path) throws IOException {
    if (posix(path)) {
      var wanted = Files.isDirectory(path) ? FOLDER : FILE;
      if (!Files.getPosixFilePermissions(path).equals(wanted)) {
        Files.setPosixFilePermissions(path, wanted);
      }
    }
  }

  /** Whether someone else than the owner may do anything with it; false where nobody can tell. */
  static boolean openToOthers(Path path) throws IOException {
    if (!posix(path)) {
      return false;
    }
    var others = EnumSet.copyOf(Files.getPosixFilePermissions(path));
    others.removeAll(FOLDER);
    return !others.isEmpty();
  }

  private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> wanted) {
    return posix(path)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(wanted)}
        : new FileAttribute<?>[0];
  }

  private static boolean posix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
