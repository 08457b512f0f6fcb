package nl.oogst.release;

import java.io.Closeable;
import java.io.IOException;

/**
 * The locks of who writes or removes releases: that of the output folder, and that of the place in
 * an object store where they really are.
 */
final class Held implements Closeable {
  private final RunLock here;
  private final StoreLock there;

  private Held(RunLock here, StoreLock there) {
    this.here = here;
    this.there = there;
  }

  /**
   * Takes them, or refuses at once.
   *
   * @param origin where the releases really are, or null
   */
  @SuppressWarnings("resource") // closed with the other one, or when there is no other one
  static Held take(ReleaseStore store, Origin origin) throws IOException {
    var here = RunLock.take(store.folder());
    StoreLock there = null;
    try {
      there = origin == null ? null : origin.lock();
    } finally {
      if (origin != null && there == null) {
        new Held(here, null).letGo();
      }
    }
    return new Held(here, there);
  }

  /**
   * Makes sure that nobody took over meanwhile.
   *
   * @throws OutputFailure when somebody did
   */
  void still() throws IOException {
    here.stillHeld();
    if (there != null) {
      there.stillHeld();
    }
  }

  /** Closes them when something else failed, which is what matters. */
  void letGo() {
    try {
      close();
    } catch (IOException e) {
      // the process ends soon, and the lock with it
    }
  }

  @Override
  public void close() throws IOException {
    try (here;
        there) {
      // the one there first, so that whoever waits here finds it free
    }
  }
}
