package nl.oogst.release;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import nl.oogst.release.ReleaseStore.Published;
import nl.oogst.store.ObjectStore;
import nl.oogst.store.StoreFailure;

/**
 * Releases that lie in an object store, and the output folder on this machine that is a copy of
 * what commands need of them. The store has the last word: the copy may be thrown away at any time.
 *
 * <p>The objects have the names of the files. A store knows no rename, so the act of publishing is
 * the one conditional write of {@code current.json}: it succeeds only where the pointer is still
 * the one this run began with. What no pointer names is no release.
 */
public final class Origin {
  private static final String RELEASES = "releases/";
  private static final String RECORDS = "restricted/";

  /** How long what no pointer names stays: longer than any upload takes. */
  static final Duration UNNAMED_STAYS = Duration.ofDays(1);

  private final ObjectStore store;
  private final Path copy;
  private final NavigableMap<String, ObjectStore.Found> listed = new TreeMap<>();
  private final GuardedObject pointer;
  private final GuardedObject marks;

  /**
   * Releases elsewhere.
   *
   * @param copy a folder on this machine, for its owner only
   */
  public Origin(ObjectStore store, Path copy) {
    this.store = requireNonNull(store, "store");
    this.copy = copy.toAbsolutePath().normalize();
    this.pointer = new GuardedObject(store, CurrentPointer.NAME);
    this.marks = new GuardedObject(store, Marks.NAME);
  }

  /** The copy on this machine. */
  Path copy() {
    return copy;
  }

  @Override
  public String toString() {
    return store.location().toString();
  }

  /** Brings what tells which releases there are: the pointer, the marks and the manifests. */
  void refresh() throws IOException {
    Owner.createFolders(copy);
    pointer.bring(copy.resolve(CurrentPointer.NAME));
    marks.bring(copy.resolve(Marks.NAME));
    listed.clear();
    store.list(RELEASES).forEach(found -> listed.put(found.key(), found));
    for (var release : published()) {
      refresh(release);
    }
  }

  private List<Published> published() throws OutputFailure {
    return CurrentPointer.load(copy).map(CurrentPointer::published).orElse(List.of());
  }

  private void refresh(Published release) throws IOException {
    var folder = folder(release.releaseId());
    var manifest = listed.get(key(release.releaseId(), Manifest.NAME));
    if (manifest == null) {
      ReleaseFiles.delete(folder); // it was removed
      return;
    }
    var file = folder.resolve(Manifest.NAME);
    if (!Files.exists(file) || !ReleaseFiles.sha256(file).equals(release.manifestSha256())) {
      StoredFiles.fetch(store, new TreeMap<>(java.util.Map.of(file, manifest)));
      Files.setLastModifiedTime(file, FileTime.from(manifest.modified()));
    }
    var restricted = folder.resolve("restricted");
    if (Marks.load(copy).erased(release.releaseId())
        || below(key(release.releaseId(), RECORDS)).isEmpty()) {
      ReleaseFiles.delete(restricted); // it was erased, and so it must be here
    } else {
      Owner.createFolders(restricted);
    }
  }

  private NavigableMap<String, ObjectStore.Found> below(String prefix) {
    return listed.subMap(prefix, true, prefix + Character.MAX_VALUE, false);
  }

  private Path folder(String releaseId) {
    return copy.resolve("releases").resolve(releaseId);
  }

  private static String key(String releaseId, String path) {
    return RELEASES + releaseId + "/" + path;
  }

  /**
   * Has a part of a release at hand; each file is checked against the manifest as it comes in.
   *
   * @throws OutputFailure when it is not there as it was published
   */
  void fetch(Published release, Part part) throws IOException {
    var folder = folder(release.releaseId());
    var file = folder.resolve(Manifest.NAME);
    if (!Files.exists(file)) {
      return;
    }
    if (!ReleaseFiles.sha256(file).equals(release.manifestSha256())) {
      throw OutputFailure.damaged(named(release), "its manifest was changed (SHA-256 differs)");
    }
    var erased = !Files.isDirectory(folder.resolve("restricted"));
    var expected = new TreeMap<Path, Manifest.Entry>();
    var wanted = new TreeMap<Path, ObjectStore.Found>();
    for (var entry : Manifest.load(folder).files()) {
      var target = target(folder, entry.path());
      var goes = part.has(entry.path()) && !(erased && entry.path().startsWith(RECORDS));
      if (goes && !(Files.exists(target) && Files.size(target) == entry.bytes())) {
        var found = listed.get(key(release.releaseId(), entry.path()));
        if (found == null) {
          throw OutputFailure.damaged(named(release), entry.path() + " is missing");
        }
        wanted.put(target, found);
        expected.put(target, entry);
      }
    }
    StoredFiles.fetch(store, wanted);
    for (var entry : expected.entrySet()) {
      if (!ReleaseFiles.sha256(entry.getKey()).equals(entry.getValue().sha256())) {
        Files.delete(entry.getKey());
        throw OutputFailure.damaged(
            named(release), entry.getValue().path() + " was changed (SHA-256 differs)");
      }
    }
  }

  /** Fetches all of a release as it is there now, also what should not be there. */
  void fetchAgain(Published release) throws IOException {
    var folder = folder(release.releaseId());
    var there = new TreeMap<Path, ObjectStore.Found>();
    var prefix = key(release.releaseId(), "");
    for (var found : below(prefix).values()) {
      there.put(target(folder, found.key().substring(prefix.length())), found);
    }
    StoredFiles.fetch(store, there);
    for (var file : StoredFiles.list(folder).values()) {
      if (!there.containsKey(file)) {
        Files.delete(file);
      }
    }
  }

  private Path named(Published release) {
    return folder(release.releaseId());
  }

  /** No object may name a file outside of its release. */
  private Path target(Path folder, String path) throws OutputFailure {
    if (!nl.oogst.store.Location.isPath(path)) {
      throw OutputFailure.damaged(folder, "it holds an object that can be no file: " + path);
    }
    return folder.resolve(path);
  }

  /** Keeps other runs out, on this machine and elsewhere. */
  StoreLock lock() throws IOException {
    return StoreLock.take(store);
  }

  /**
   * Removes what no pointer names: here at once; there, where a run that is asleep might still want
   * it, when it is a day old. And records that were to be erased when something came in between.
   * Only for who has the lock.
   */
  void removeLeftovers() throws IOException {
    var named = new HashSet<String>();
    var said = Marks.load(copy);
    for (var release : published()) {
      if (listed.containsKey(key(release.releaseId(), Manifest.NAME))) {
        named.add(release.releaseId());
        if (said.erased(release.releaseId())) {
          erase(release.releaseId());
        }
      }
    }
    if (Files.isDirectory(copy.resolve("releases"))) {
      try (var folders = Files.newDirectoryStream(copy.resolve("releases"))) {
        for (var folder : folders) {
          if (!named.contains(folder.getFileName().toString())) {
            ReleaseFiles.delete(folder);
          }
        }
      }
    }
    var old = StoreLock.now(store).minus(UNNAMED_STAYS);
    for (var found : List.copyOf(listed.values())) {
      var id = found.key().substring(RELEASES.length()).split("/", 2)[0];
      if (!named.contains(id) && found.modified().isBefore(old)) {
        delete(found.key());
      }
    }
  }

  private void delete(String key) throws StoreFailure {
    store.delete(key);
    listed.remove(key);
  }

  /** The files of a release, as paths from it. */
  List<String> files(String releaseId) {
    var prefix = key(releaseId, "");
    return below(prefix).keySet().stream().map(key -> key.substring(prefix.length())).toList();
  }

  /**
   * Removes a release, its manifest first: without that it is none, and what is left when something
   * comes in between goes with a later run.
   */
  void remove(String releaseId) throws StoreFailure {
    var manifest = key(releaseId, Manifest.NAME);
    var all = List.copyOf(below(key(releaseId, "")).keySet());
    delete(manifest);
    for (var key : all) {
      if (!key.equals(manifest)) {
        delete(key);
      }
    }
  }

  /** Removes the restricted records of a release, of which the marks say so already. */
  void erase(String releaseId) throws StoreFailure {
    for (var key : List.copyOf(below(key(releaseId, RECORDS)).keySet())) {
      delete(key);
    }
  }

  /**
   * Writes down what is said about releases, if nobody else did since it was read.
   *
   * @throws OutputFailure when somebody did
   */
  void mark(Marks next) throws IOException {
    try {
      marks.replace(
          next.toJson(),
          e -> said(e, "It is not known whether the mark was written; run the command again."));
    } catch (StoreFailure e) {
      if (!e.changed()) {
        throw e;
      }
      throw new OutputFailure(
          "Another command marked releases in "
              + this
              + " at the same moment. Nothing was changed by this one; run it again.",
          e);
    }
  }

  private static OutputFailure said(StoreFailure failure, String what) {
    return OutputFailure.uncertain(failure.getMessage() + " " + what, failure);
  }

  /** Writes a release file by file, its manifest last; nothing names it yet. */
  void upload(Path folder, Manifest manifest, byte[] json) throws IOException {
    var prefix = key(manifest.releaseId(), "");
    var files = new TreeMap<Path, Manifest.Entry>();
    manifest.files().forEach(entry -> files.put(folder.resolve(entry.path()), entry));
    ReleaseFiles.each(
        files.keySet(),
        file -> store.put(prefix + files.get(file).path(), file, files.get(file).sha256()));
    var names = new HashSet<String>();
    manifest.files().forEach(entry -> names.add(prefix + entry.path()));
    for (var found : store.list(prefix)) {
      if (!names.remove(found.key()) && !found.key().equals(prefix + Manifest.NAME)) {
        store.delete(found.key()); // of an upload that was killed
      }
    }
    if (!names.isEmpty()) {
      throw new OutputFailure(
          "Objects that were just written are not in "
              + store.location().of(prefix)
              + ". Choose a store that shows at once what it holds.");
    }
    store.put(prefix + Manifest.NAME, folder.resolve(Manifest.NAME), ReleaseFiles.sha256(json));
  }

  /**
   * Makes what a pointer says so, if the pointer is still the one that was read at the start.
   *
   * @throws OutputFailure when another run published meanwhile, whose release stays current
   */
  void point(CurrentPointer next) throws IOException {
    try {
      pointer.replace(
          next.toJson(),
          e ->
              said(
                  e,
                  "It is not known whether release "
                      + next.current().releaseId()
                      + " became current; run again: a run that finds it current says so."));
    } catch (StoreFailure e) {
      if (!e.changed()) {
        throw e;
      }
      throw new OutputFailure(
          "Another run published to "
              + this
              + " while this one was busy. Its release stays current, and nothing of this one is"
              + " published. Run again: what is new is then compared with that one.",
          e);
    }
  }

  /** Writes the files of a folder beside the releases, such as a report. */
  public void put(String key, Path folder) throws IOException {
    ReleaseFiles.each(
        StoredFiles.list(folder).values(),
        file -> {
          var path = folder.relativize(file).toString().replace('\\', '/');
          store.put(key + "/" + path, file, ReleaseFiles.sha256(file));
        });
  }
}
