package nl.oogst.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Function;
import nl.oogst.store.ObjectStore;
import nl.oogst.store.StoreFailure;

/** A small object that is replaced only while it is still the one that was read. */
final class GuardedObject {
  private final ObjectStore store;
  private final String key;
  private String etag;

  GuardedObject(ObjectStore store, String key) {
    this.store = store;
    this.key = key;
  }

  /** Brings it to a file as it is there; without one there, there is none here. */
  void bring(Path file) throws IOException {
    var found = store.read(key);
    if (found.isEmpty()) {
      Files.deleteIfExists(file);
      etag = null;
      return;
    }
    StoredFiles.write(file, found.get().bytes());
    etag = found.get().etag();
  }

  /**
   * Replaces it, if nobody else did since it was brought.
   *
   * @param uncertain what is said when the store tells neither that it was nor that it was not
   * @throws StoreFailure {@link StoreFailure.Kind#CHANGED} when somebody did
   */
  void replace(byte[] content, Function<StoreFailure, OutputFailure> uncertain) throws IOException {
    try {
      etag = store.put(key, content, etag);
    } catch (StoreFailure e) {
      if (e.kind() == StoreFailure.Kind.CONFIGURATION) {
        throw e;
      }
      etag = replaced(content, e, uncertain);
    }
  }

  /** The write may have come through although its answer did not. */
  private String replaced(
      byte[] content, StoreFailure failure, Function<StoreFailure, OutputFailure> uncertain)
      throws IOException {
    ObjectStore.Content found;
    try {
      found = store.read(key).orElseThrow(() -> failure);
    } catch (StoreFailure e) {
      throw uncertain.apply(e);
    }
    if (!Arrays.equals(found.bytes(), content)) {
      throw failure;
    }
    return found.etag();
  }
}
