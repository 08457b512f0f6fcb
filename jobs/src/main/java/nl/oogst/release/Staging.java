package nl.oogst.release;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * A release while it is written, by the only run on its output folder. What is below {@code
 * restricted/} is for the owner only from its first byte. Closing without {@link #publish} leaves
 * no trace; closing gives the output folder free.
 */
public final class Staging implements Closeable {
  /** What publishing came to. */
  public enum Outcome {
    /** The release is new, and current now. */
    PUBLISHED,
    /** The same release was current already; nothing changed. */
    ALREADY_CURRENT,
    /** The same release was there already, whole, and is current now. */
    MADE_CURRENT,
    /** The same release was there but damaged; it was written anew and is current. */
    REPAIRED
  }

  /** What publishing came to, and the release as it stands. */
  public record Result(Outcome outcome, Path folder, Manifest manifest, String manifestSha256) {}

  /**
   * What a release is made from; goes into its manifest.
   *
   * @param asOf ISO date
   * @param digests SHA-256 by name
   */
  public record Source(
      String releaseId, String asOf, String programVersion, SortedMap<String, String> digests) {}

  private static final int BUFFER = 64 * 1024;

  private final ReleaseStore store;
  private final Held held;
  private final Path folder;
  private final SortedMap<String, Long> rows = new ConcurrentSkipListMap<>();

  /** Files that were asked for already; a finished file does not change. */
  private final Map<String, Manifest.Entry> known = new ConcurrentHashMap<>();

  private Staging(ReleaseStore store, Held held, Path folder) {
    this.store = store;
    this.held = held;
    this.folder = folder;
  }

  /** An empty one, for who holds the locks; it lets go of them when it is closed. */
  static Staging create(ReleaseStore store, Held held) throws IOException {
    var name = ReleaseStore.STAGING + ProcessHandle.current().pid();
    var folder = Files.createDirectory(store.folder().resolve(name));
    Files.createDirectory(folder.resolve("public"));
    Owner.createFolders(folder.resolve("restricted"));
    return new Staging(store, held, folder);
  }

  /** The public zone. */
  public Path publicFolder() {
    return folder.resolve("public");
  }

  /** The restricted zone, which only its owner can enter. */
  public Path restrictedFolder() {
    return folder.resolve("restricted");
  }

  /**
   * For what a run needs while it is busy, and removes before it publishes; it is not made here.
   */
  public Path scratchFolder() {
    return folder.resolve("scratch");
  }

  /** Takes a finished file of the scratch folder into the restricted zone, under its own name. */
  public Path adopt(Path finished) throws OutputFailure {
    var file = restrictedFolder().resolve(finished.getFileName());
    try {
      return Files.move(finished, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw OutputFailure.of("write", file, e);
    }
  }

  /**
   * The place for a file; the folders above it are made, owner-only in the restricted zone.
   *
   * @param path from the root of the release, such as {@code restricted/unprotected/jobs.parquet}
   * @throws IllegalArgumentException when it lies in neither zone
   */
  public Path path(String path) throws OutputFailure {
    var file = folder.resolve(path).normalize();
    try {
      if (file.startsWith(restrictedFolder())) {
        Owner.createFolders(file.getParent());
      } else if (file.startsWith(publicFolder())) {
        Files.createDirectories(file.getParent());
      } else {
        throw new IllegalArgumentException(
            "found " + path + "; expected a path below public/ or restricted/");
      }
    } catch (IOException e) {
      throw OutputFailure.of("make the folder", file.getParent(), e);
    }
    return file;
  }

  /**
   * A new file, owner-only in the restricted zone.
   *
   * @see #path
   */
  public OutputStream create(String path) throws OutputFailure {
    var file = path(path);
    try {
      return file.startsWith(restrictedFolder())
          ? new BufferedOutputStream(Channels.newOutputStream(Owner.createFile(file)), BUFFER)
          : new BufferedOutputStream(
              Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              BUFFER);
    } catch (IOException e) {
      throw OutputFailure.of("write", file, e);
    }
  }

  /** Notes how many rows a file of the release has; goes into the manifest. */
  public void rows(Path file, long count) {
    rows.put(pathOf(file), count);
  }

  /**
   * Makes a release current that was published before and is whole; another one is left alone. What
   * a release says about the one before it was decided when it was published, so it is not made
   * again.
   */
  public void makeCurrent(String releaseId) throws OutputFailure {
    var pointer = CurrentPointer.load(store.folder());
    if (pointer.isEmpty() || pointer.get().current().releaseId().equals(releaseId)) {
      return;
    }
    for (var known : pointer.get().published()) {
      if (known.releaseId().equals(releaseId)
          && Files.isDirectory(store.releaseFolder(releaseId))
          && whole(known)) {
        try {
          store.point(pointer.get().with(known));
        } catch (IOException e) {
          throw OutputFailure.of("make current", store.releaseFolder(releaseId), e);
        }
      }
    }
  }

  private boolean whole(ReleaseStore.Published release) throws OutputFailure {
    store.fetchAgain(release);
    return store.verify(release).isEmpty();
  }

  /** What the manifest will say of a file that is finished. */
  public Manifest.Entry entry(Path file) throws OutputFailure {
    try {
      return describe(file);
    } catch (IOException e) {
      throw OutputFailure.of("read", file, e);
    }
  }

  private Manifest.Entry describe(Path file) throws IOException {
    var path = pathOf(file);
    var entry = known.get(path);
    if (entry == null) {
      entry = new Manifest.Entry(path, Files.size(file), ReleaseFiles.sha256(file), rows.get(path));
      known.put(path, entry);
    }
    return entry;
  }

  /**
   * Makes the release durable and current. Where the same release is there already and whole,
   * nothing is written but, if need be, the pointer.
   *
   * @throws OutputFailure when the disk refuses, or when a whole release with this id holds other
   *     bytes; the release that was current still is
   */
  public Result publish(Source source) throws OutputFailure {
    var target = store.releaseFolder(source.releaseId());
    try {
      var manifest = describe(source);
      var json = manifest.toJson();
      var release = new ReleaseStore.Published(source.releaseId(), ReleaseFiles.sha256(json));
      held.still();
      var before = CurrentPointer.load(store.folder());
      var current = before.map(CurrentPointer::current).filter(release::equals).isPresent();
      var outcome = Outcome.PUBLISHED;
      if (Files.exists(target)) {
        outcome = meet(target, release, before.map(CurrentPointer::published).orElse(List.of()));
      }
      if (outcome == Outcome.PUBLISHED || outcome == Outcome.REPAIRED) {
        move(json, target);
      } else if (current) {
        return new Result(Outcome.ALREADY_CURRENT, target, manifest, release.manifestSha256());
      }
      if (store.origin().isPresent()) {
        store.origin().get().upload(target, manifest, json);
      }
      held.still();
      store.point(before.orElseGet(() -> new CurrentPointer(release, List.of())).with(release));
      return new Result(outcome, target, manifest, release.manifestSha256());
    } catch (IOException e) {
      throw OutputFailure.of("publish the release", target, e);
    }
  }

  private Manifest describe(Source source) throws IOException {
    var entries = new ConcurrentSkipListMap<String, Manifest.Entry>();
    var files = ReleaseFiles.list(folder).stream().map(folder::resolve).toList();
    ReleaseFiles.each(
        files,
        file -> {
          var entry = describe(file);
          entries.put(entry.path(), entry);
        });
    return new Manifest(
        source.releaseId(),
        source.asOf(),
        source.programVersion(),
        source.digests(),
        List.copyOf(entries.values()));
  }

  private String pathOf(Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  /** Decides about a folder that has the id of this release already. */
  private Outcome meet(
      Path target, ReleaseStore.Published release, List<ReleaseStore.Published> published)
      throws IOException {
    if (store.verify(release).isEmpty()) {
      return Outcome.MADE_CURRENT;
    }
    for (var known : published) {
      var sameId = known.releaseId().equals(release.releaseId());
      if (sameId && !known.equals(release) && store.verify(known).isEmpty()) {
        throw new OutputFailure(
            "The release "
                + target
                + " is already published with other content, and a release never changes. Keep it"
                + " and choose another folder with --out, or remove it to publish anew.");
      }
    }
    var wasPublished =
        published.stream().anyMatch(known -> known.releaseId().equals(release.releaseId()));
    return wasPublished ? Outcome.REPAIRED : Outcome.PUBLISHED;
  }

  private void move(byte[] manifest, Path target) throws IOException {
    closeRestricted();
    Files.write(folder.resolve(Manifest.NAME), manifest, StandardOpenOption.CREATE_NEW);
    ReleaseFiles.force(folder);
    if (Files.exists(target)) {
      // never published, or damaged: gone once nothing is left that can fail for want of space
      var aside = store.folder().resolve(ReleaseStore.STAGING + "replaced");
      ReleaseFiles.delete(aside);
      Files.move(target, aside, StandardCopyOption.ATOMIC_MOVE);
    }
    Files.move(folder, target, StandardCopyOption.ATOMIC_MOVE);
    ReleaseFiles.forceFolder(target.getParent());
    ReleaseFiles.forceFolder(store.folder());
  }

  /** Also what was written there by other means than {@link #create} is for its owner only. */
  private void closeRestricted() throws IOException {
    try (var paths = Files.walk(restrictedFolder())) {
      for (var path : (Iterable<Path>) paths::iterator) {
        Owner.close(path);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Removes what was not published and lets the next run in. */
  @Override
  public void close() throws OutputFailure {
    try (held) {
      ReleaseFiles.delete(folder);
      ReleaseFiles.delete(store.folder().resolve(ReleaseStore.STAGING + "replaced"));
    } catch (IOException e) {
      throw OutputFailure.of("clean up", folder, e);
    }
  }
}
