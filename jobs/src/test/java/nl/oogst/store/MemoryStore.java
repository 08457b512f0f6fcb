package nl.oogst.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.apache.commons.codec.digest.DigestUtils;

/** Objects in memory, with a clock and faults of its own. Views of it may be opened many times. */
public final class MemoryStore implements ObjectStore {
  private record Kept(Content content, Instant modified) {
    Kept(byte[] bytes, Instant modified) {
      this(new Content(bytes, '"' + DigestUtils.md5Hex(bytes) + '"'), modified);
    }

    byte[] bytes() {
      return content.bytes();
    }
  }

  /** Breaks, or lets something else happen first; whatever it throws reaches the caller. */
  public interface Before {
    void question(String doing, String key) throws StoreFailure;
  }

  private final TreeMap<String, Kept> objects = new TreeMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final Location location;
  private Instant now = Instant.parse("2025-02-01T00:00:00Z");
  private String ignored = "";
  private Before before = (doing, key) -> {};

  public MemoryStore(String location) {
    try {
      this.location = Location.parse(location);
    } catch (StoreFailure e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes no notice of a header any longer, as stores do that do not know it. */
  public void careless(String header) {
    ignored = header;
  }

  /** What happens before each question from now on. */
  public MemoryStore before(Before happens) {
    before = happens;
    return this;
  }

  public static StoreFailure away() {
    return new StoreFailure(StoreFailure.Kind.AWAY, "The store does not answer. Try again.");
  }

  public static StoreFailure denied(String what) {
    return new StoreFailure(StoreFailure.Kind.CONFIGURATION, "No permission to read " + what + ".");
  }

  public synchronized void pass(Duration time) {
    now = now.plus(time);
  }

  public synchronized List<String> keys() {
    return List.copyOf(objects.keySet());
  }

  public synchronized String text(String key) {
    return new String(objects.get(key).bytes(), StandardCharsets.UTF_8);
  }

  public synchronized byte[] bytes(String key) {
    return objects.get(key).bytes().clone();
  }

  public synchronized void set(String key, String text) {
    objects.put(key, new Kept(text.getBytes(StandardCharsets.UTF_8), now));
  }

  /** Every file below a folder, as objects. */
  public void setAll(Path folder) {
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        put(folder.relativize(file).toString(), file, "");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    asked.clear();
  }

  public synchronized void remove(Predicate<String> keys) {
    objects.keySet().removeIf(keys);
  }

  /** What was asked since the last time, such as {@code open register/proeftuinen.csv}. */
  public List<String> asked(String doing) {
    var these = asked.stream().filter(one -> one.startsWith(doing + " ")).sorted().toList();
    asked.clear();
    return these;
  }

  private void ask(String doing, String key) throws StoreFailure {
    asked.add(doing + " " + key);
    before.question(doing, key);
  }

  private static String etag(byte[] bytes) {
    return '"' + DigestUtils.md5Hex(bytes) + '"';
  }

  private StoreFailure changed(String key) {
    return new StoreFailure(
        StoreFailure.Kind.CHANGED, location.of(key) + " was changed or removed meanwhile.");
  }

  @Override
  public Location location() {
    return location;
  }

  @Override
  public List<Found> list(String prefix) throws StoreFailure {
    ask("list", prefix);
    synchronized (this) {
      var found = new ArrayList<Found>();
      objects.forEach(
          (key, kept) -> {
            if (key.startsWith(prefix)) {
              found.add(new Found(key, kept.bytes().length, etag(kept.bytes()), kept.modified()));
            }
          });
      return found;
    }
  }

  @Override
  public Optional<Content> read(String key) throws StoreFailure {
    ask("read", key);
    synchronized (this) {
      return Optional.ofNullable(objects.get(key))
          .map(kept -> new Content(kept.bytes(), etag(kept.bytes())));
    }
  }

  @Override
  public InputStream open(Found found) throws StoreFailure {
    ask("open", found.key());
    synchronized (this) {
      var kept = objects.get(found.key());
      if (kept == null || !etag(kept.bytes()).equals(found.etag())) {
        throw changed(found.key());
      }
      return new ByteArrayInputStream(kept.bytes());
    }
  }

  @Override
  public void put(String key, Path file, String sha256) throws StoreFailure {
    ask("put", key);
    try {
      var bytes = Files.readAllBytes(file);
      synchronized (this) {
        objects.put(key, new Kept(bytes, now));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String put(String key, byte[] content, String expected) throws StoreFailure {
    ask("point", key);
    synchronized (this) {
      var kept = objects.get(key);
      var is = kept == null ? null : etag(kept.bytes());
      var header = expected == null ? "If-None-Match" : "If-Match";
      if (!header.equals(ignored) && !java.util.Objects.equals(is, expected)) {
        throw changed(key);
      }
      objects.put(key, new Kept(content.clone(), now));
      return etag(content);
    }
  }

  @Override
  public void delete(String key) throws StoreFailure {
    ask("delete", key);
    synchronized (this) {
      objects.remove(key);
    }
  }
}
