package nl.oogst.release;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One run at a time for one output folder. The lock is one of the operating system on {@code
 * .lock}, which ends with its process however that ends; the file stays, and a file left behind by
 * a killed run locks nothing. Who holds it stands in {@code .lock.holder}, for the message only.
 */
final class RunLock implements Closeable {
  /**
   * Folders locked by this process. Closing any channel on a file gives up all locks that the
   * process has on it (POSIX), so a second run must be refused before it opens the file.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel channel;
  private final FileLock lock;

  private RunLock(Path folder, FileChannel channel, FileLock lock) {
    this.folder = folder;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Takes the lock, or refuses at once.
   *
   * @param folder an existing folder
   */
  static RunLock take(Path folder) throws IOException {
    var real = folder.toRealPath();
    if (!HELD.add(real)) {
      throw busy(real);
    }
    FileChannel channel = null;
    var taken = false;
    try {
      channel =
          FileChannel.open(
              real.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      var lock = channel.tryLock();
      if (lock == null) {
        throw busy(real);
      }
      Files.writeString(holder(real), me());
      taken = true;
      return new RunLock(real, channel, lock);
    } catch (OverlappingFileLockException e) {
      throw busy(real);
    } finally {
      if (!taken) {
        if (channel != null) {
          channel.close();
        }
        HELD.remove(real);
      }
    }
  }

  @Override
  public void close() throws IOException {
    if (!channel.isOpen()) {
      return;
    }
    try (channel) {
      Files.deleteIfExists(holder(folder));
      lock.release();
    } finally {
      HELD.remove(folder);
    }
  }

  private static OutputFailure busy(Path folder) {
    return new OutputFailure(
        "Another run is writing to "
            + folder
            + " ("
            + who(folder)
            + "). Wait until it is done, or choose another folder with --out.");
  }

  private static String who(Path folder) {
    try {
      var text = Files.readString(holder(folder)).strip();
      return text.isEmpty() ? "it does not say who" : text;
    } catch (IOException e) {
      return "it does not say who";
    }
  }

  private static Path holder(Path folder) {
    return folder.resolve(".lock.holder");
  }

  private static String me() {
    var process = ProcessHandle.current();
    var start = process.info().startInstant().map(at -> ", started " + at).orElse("");
    return "process " + process.pid() + " on " + host() + start + "\n";
  }

  /** From what is at hand: asking the network for a name can take seconds. */
  private static String host() {
    for (var variable : List.of("HOSTNAME", "COMPUTERNAME")) {
      var name = System.getenv(variable);
      if (name != null && !name.isBlank()) {
        return name;
      }
    }
    try {
      return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
    } catch (IOException e) {
      return "an unnamed host";
    }
  }
}
