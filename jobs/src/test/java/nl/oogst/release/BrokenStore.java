package nl.oogst.release;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import nl.oogst.store.Location;
import nl.oogst.store.ObjectStore;
import nl.oogst.store.StoreFailure;

/** A store whose connections break while an object is read. */
record BrokenStore(ObjectStore store, AtomicInteger times) implements ObjectStore {

  BrokenStore(ObjectStore store, int times) {
    this(store, new AtomicInteger(times));
  }

  @Override
  public Location location() {
    return store.location();
  }

  @Override
  public List<Found> list(String prefix) throws StoreFailure {
    return store.list(prefix);
  }

  @Override
  public Optional<Content> read(String key) throws StoreFailure {
    return store.read(key);
  }

  @Override
  public InputStream open(Found found) throws StoreFailure {
    return new FilterInputStream(store.open(found)) {
      @Override
      public int read(byte[] to, int from, int most) throws IOException {
        int read = super.read(to, from, 1);
        if (read > 0 && times.getAndDecrement() > 0) {
          throw new IOException("connection reset");
        }
        return read;
      }
    };
  }

  @Override
  public void put(String key, Path file, String sha256) throws StoreFailure {
    store.put(key, file, sha256);
  }

  @Override
  public String put(String key, byte[] content, String expected) throws StoreFailure {
    return store.put(key, content, expected);
  }

  @Override
  public void delete(String key) throws StoreFailure {
    store.delete(key);
  }
}
