package nl.oogst.release;

import java.io.Closeable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.oogst.store.ObjectStore;
import nl.oogst.store.StoreFailure;

/**
 * One run at a time for one place in an object store, whatever machine it is on: an object that is
 * written only where there is none. Its holder writes it anew every minute. One that was silent for
 * five minutes, or whose process on this machine has ended, left it behind: it is taken over, by a
 * write that succeeds for one only. All times are those of the store.
 *
 * <p>It saves work and keeps runs from cleaning up after each other. That the right release is
 * current does not rest on it, but on the conditional write of the pointer.
 */
final class StoreLock implements Closeable {
  static final String KEY = "run.lock";
  private static final String NOW = KEY + ".now";
  private static final String NO_ETAG = "\"00000000000000000000000000000000\"";
  private static final Pattern PROCESS =
      Pattern.compile("^process (\\d+) on (.+?)(, started .*)?$");

  /** How long a holder may be silent. */
  static final Duration SILENCE = Duration.ofMinutes(5);

  private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(60);

  private final ObjectStore store;
  private final String me;
  private final Thread alive;
  private String etag;
  private long beat;
  private boolean lost;

  private StoreLock(ObjectStore store, String me, String etag) {
    this.store = store;
    this.me = me;
    this.etag = etag;
    this.alive = new Thread(this::signsOfLife, "oogst-store-lock");
    alive.setDaemon(true);
  }

  /**
   * Takes the lock, or refuses at once.
   *
   * @throws StoreFailure when the store does not hold to conditions: then nothing would keep two
   *     runs apart
   */
  static StoreLock take(ObjectStore store) throws OutputFailure, StoreFailure {
    var me = Host.process() + "\nrun " + UUID.randomUUID() + "\n";
    String etag;
    try {
      etag = store.put(KEY, content(me, 0), null);
    } catch (StoreFailure e) {
      etag = takeOver(store, me, e);
    }
    refusesWhatItShould(store, me, null);
    refusesWhatItShould(store, me, NO_ETAG);
    var lock = new StoreLock(store, me, etag);
    lock.alive.start();
    return lock;
  }

  private static byte[] content(String me, long beat) {
    return (me + "sign of life " + beat + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static String takeOver(ObjectStore store, String me, StoreFailure refused)
      throws OutputFailure, StoreFailure {
    if (!refused.changed()) {
      throw refused;
    }
    var held = store.read(KEY).orElseThrow(() -> refused);
    if (Arrays.equals(held.bytes(), content(me, 0))) {
      return held.etag(); // the answer to the first attempt was lost on its way
    }
    var who = new String(held.bytes(), StandardCharsets.UTF_8).lines().findFirst().orElse("");
    if (!ended(who) && !silent(store)) {
      throw busy(store, who);
    }
    try {
      return store.put(KEY, content(me, 0), held.etag());
    } catch (StoreFailure e) {
      if (e.changed()) {
        throw busy(store, who);
      }
      throw e;
    }
  }

  private static OutputFailure busy(ObjectStore store, String who) {
    return new OutputFailure(
        "Another run is writing to "
            + store.location()
            + " ("
            + (who.isBlank() ? "it does not say who" : who)
            + "). Wait until it is done. One that was ended is in nobody's way after "
            + SILENCE.toMinutes()
            + " minutes; at once when you remove "
            + store.location().of(KEY)
            + ".");
  }

  /** Whether the holder was a process of this machine that is no longer there. */
  private static boolean ended(String who) {
    var process = PROCESS.matcher(who);
    return process.matches()
        && process.group(2).equals(Host.name())
        && ProcessHandle.of(Long.parseLong(process.group(1)))
            .filter(running -> Host.process(running).equals(who))
            .isEmpty();
  }

  private static boolean silent(ObjectStore store) throws StoreFailure {
    var now = now(store);
    var last =
        store.list(KEY).stream()
            .filter(found -> found.key().equals(KEY))
            .map(ObjectStore.Found::modified)
            .findFirst();
    return last.isEmpty() || Duration.between(last.get(), now).compareTo(SILENCE) > 0;
  }

  /** What time it is by the clock of the store: that of an object which was just written. */
  static Instant now(ObjectStore store) throws StoreFailure {
    var key = NOW + "." + UUID.randomUUID();
    store.put(key, new byte[] {'\n'}, null);
    try {
      for (var found : store.list(key)) {
        return found.modified();
      }
    } finally {
      store.delete(key);
    }
    throw new StoreFailure(
        StoreFailure.Kind.CONFIGURATION,
        store.location()
            + " does not show an object that was just written. Choose a store that shows at once"
            + " what it holds.");
  }

  /** A store that knows no conditions writes whatever is asked. */
  private static void refusesWhatItShould(ObjectStore store, String me, String expected)
      throws StoreFailure {
    try {
      store.put(KEY, content(me, 0), expected);
    } catch (StoreFailure e) {
      if (e.changed()) {
        return;
      }
      throw e;
    }
    store.delete(KEY);
    throw new StoreFailure(
        StoreFailure.Kind.CONFIGURATION,
        "The store of "
            + store.location()
            + " takes no notice of "
            + (expected == null ? "If-None-Match" : "If-Match")
            + ", so two runs could overwrite each other. Choose a store that knows conditional"
            + " writes.");
  }

  /**
   * Makes sure that nobody took the place over, which another machine does when this one was silent
   * for too long, such as one that slept.
   *
   * @throws OutputFailure when somebody did
   */
  synchronized void stillHeld() throws OutputFailure, StoreFailure {
    if (!lost) {
      try {
        etag = store.put(KEY, content(me, beat + 1), etag);
        beat++;
      } catch (StoreFailure e) {
        if (!e.changed()) {
          throw e;
        }
        lost = !isMine();
      }
    }
    if (lost) {
      throw new OutputFailure(
          "Another run took over "
              + store.location()
              + " while this one was silent. Run again when it is done.");
    }
  }

  /** The answer to an earlier sign of life may have been lost on its way. */
  private boolean isMine() throws StoreFailure {
    var held = store.read(KEY);
    if (held.isEmpty() || !new String(held.get().bytes(), StandardCharsets.UTF_8).startsWith(me)) {
      return false;
    }
    etag = held.get().etag();
    return true;
  }

  private void signsOfLife() {
    try {
      while (true) {
        Thread.sleep(SIGN_OF_LIFE.toMillis());
        try {
          stillHeld();
        } catch (StoreFailure e) {
          // the next one may come through; publishing asks again
        }
      }
    } catch (InterruptedException | OutputFailure e) {
      // the run is done, or lost the place: then publishing says so
    }
  }

  @Override
  public synchronized void close() {
    alive.interrupt();
    try {
      if (!lost && isMine()) {
        store.delete(KEY);
      }
    } catch (StoreFailure e) {
      // it is taken over when it was silent for long enough
    }
  }
}
