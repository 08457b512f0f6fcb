package nl.oogst.release;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * One run at a time for one output folder. The lock is one of the operating system on {@code
 * .lock}, which ends with its process however that ends; the file stays, and a file left behind by
 * a killed run locks nothing. Who holds it stands in {@code .lock.holder}.
 *
 * <p>Not every share carries locks from one host to another. So whoever holds the lock writes the
 * holder anew every few seconds, and a holder on another host that was written in the last minute
 * is respected, lock or no lock. An older one was left by a host that went down: it is taken over.
 * Both times are those of the share, so that it does not matter what the clocks of hosts say.
 */
final class RunLock implements Closeable {
  /**
   * Folders locked by this process. Closing any channel on a file gives up all locks that the
   * process has on it (POSIX), so a second run must be refused before it opens the file.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  /** How long a holder on another host may be silent. */
  static final Duration SILENCE = Duration.ofSeconds(60);

  private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(10);
  private static final Pattern HOST = Pattern.compile(" on (.+?)(, started .*)?$");

  private final Path folder;
  private final FileChannel channel;
  private final FileLock lock;
  private final String me;
  private final Thread alive;

  private RunLock(Path folder, FileChannel channel, FileLock lock, String me) {
    this.folder = folder;
    this.channel = channel;
    this.lock = lock;
    this.me = me;
    this.alive = new Thread(this::signsOfLife, "oogst-lock");
    alive.setDaemon(true);
    alive.start();
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
      leaveToOtherHost(real);
      var me = me();
      Files.writeString(holder(real), me);
      taken = true;
      return new RunLock(real, channel, lock, me);
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
    alive.interrupt();
    try (channel) {
      if (isMine()) {
        Files.deleteIfExists(holder(folder));
      }
      lock.release();
    } finally {
      HELD.remove(folder);
    }
  }

  /**
   * Makes sure that nobody took the folder over, which another host does when this one was silent
   * for too long, such as a machine that slept.
   *
   * @throws OutputFailure when somebody did
   */
  void stillHeld() throws OutputFailure {
    if (!isMine()) {
      throw new OutputFailure(
          "Another run took over "
              + folder
              + " ("
              + who(folder)
              + ") while this one was silent. Run again when it is done.");
    }
  }

  private boolean isMine() {
    try {
      return Files.readString(holder(folder)).equals(me);
    } catch (IOException e) {
      return false;
    }
  }

  /** Writes the holder anew, with the same words, so that the share gives it a new time. */
  private void signsOfLife() {
    try {
      while (true) {
        Thread.sleep(SIGN_OF_LIFE.toMillis());
        if (isMine()) {
          try (var file = FileChannel.open(holder(folder), StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap(me.getBytes(StandardCharsets.UTF_8)), 0);
          }
        }
      }
    } catch (InterruptedException | IOException e) {
      // the run is done, or cannot write there: then publishing says so
    }
  }

  /** Refuses when another host is at work; a holder that it left long ago stands in no way. */
  private static void leaveToOtherHost(Path folder) throws IOException {
    var host = HOST.matcher(who(folder));
    if (host.find() && !host.group(1).equals(Host.name()) && !silent(folder)) {
      throw busy(folder);
    }
  }

  private static boolean silent(Path folder) throws IOException {
    var probe = Files.createTempFile(folder, ".lock.", ".now");
    try {
      var now = Files.getLastModifiedTime(probe).toInstant();
      var last = Files.getLastModifiedTime(holder(folder)).toInstant();
      return Duration.between(last, now).compareTo(SILENCE) > 0;
    } catch (NoSuchFileException e) {
      return true;
    } finally {
      Files.deleteIfExists(probe);
    }
  }

  private static OutputFailure busy(Path folder) {
    return new OutputFailure(
        "Another run is writing to "
            + folder
            + " ("
            + who(folder)
            + "). Wait until it is done, or choose another folder with --out. A run that was ended is"
            + " in nobody's way: at once on its own host, after a minute on another.");
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
    return Host.process() + "\n";
  }
}
