package nl.oogst.release;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The output folder with its releases. A run begins, which keeps other runs out, writes in a
 * staging folder, and publishes in one step; until then, and after a crash at any moment, the
 * release that was current still is.
 *
 * <pre>
 *   current.json                names the current release; written last
 *   releases/&lt;id&gt;/              immutable: public/, restricted/, manifest.json
 *   keys/                       owner-only
 *   .staging-…, .lock           of the run that is busy
 * </pre>
 */
public final class ReleaseStore {
  private static final int ID_DIGITS = 12;
  static final String STAGING = ".staging-";

  /** A release that was published, and the SHA-256 of its manifest. */
  public record Published(String releaseId, String manifestSha256) {
    public Published {
      requireNonNull(releaseId, "releaseId");
      requireNonNull(manifestSha256, "manifestSha256");
    }
  }

  private final Path out;
  private final Origin origin;

  /** The releases in a folder. */
  public ReleaseStore(Path out) {
    this(requireNonNull(out, "out").toAbsolutePath().normalize(), null);
  }

  private ReleaseStore(Path out, Origin origin) {
    this.out = out;
    this.origin = origin;
  }

  /**
   * The releases in an object store, with their copy here as output folder.
   *
   * @throws nl.oogst.store.StoreFailure when they cannot be seen
   */
  public static ReleaseStore of(Origin origin) throws IOException {
    origin.refresh();
    return new ReleaseStore(origin.copy(), origin);
  }

  /** Where the releases really are, when not in the output folder. */
  public Optional<Origin> origin() {
    return Optional.ofNullable(origin);
  }

  /** Has a part of a release in its folder; in an output folder it is there already. */
  public void fetch(String releaseId, Part part) throws OutputFailure {
    if (origin != null) {
      for (var release : published()) {
        if (release.releaseId().equals(releaseId)) {
          tell(release, () -> origin.fetch(release, part));
        }
      }
    }
  }

  /** Has in its folder what is there of a release now, be it right or wrong. */
  public void fetchAgain(Published release) throws OutputFailure {
    if (origin != null) {
      tell(release, () -> origin.fetchAgain(release));
    }
  }

  /**
   * Has at hand what a new release is judged with: the figures of those before it, and all of the
   * one that it is compared with.
   *
   * @param previous SHA-256 of that one's manifest, or null
   */
  public void fetchEarlier(String previous) throws OutputFailure {
    for (var release : releases()) {
      var whole = release.manifestSha256().equals(previous);
      fetch(release.releaseId(), whole ? Part.WHOLE : Part.FIGURES);
    }
  }

  private interface Fetching {
    void go() throws IOException;
  }

  private void tell(Published release, Fetching fetching) throws OutputFailure {
    try {
      fetching.go();
    } catch (IOException e) {
      throw OutputFailure.of("fetch the release", releaseFolder(release.releaseId()), e);
    }
  }

  /** Makes a release current, here and where it really is. */
  void point(CurrentPointer next) throws IOException {
    if (origin != null) {
      origin.point(next);
    }
    next.write(out);
  }

  /** The output folder. */
  public Path folder() {
    return out;
  }

  /** Where a release is, or would be. */
  public Path releaseFolder(String releaseId) {
    return out.resolve("releases").resolve(releaseId);
  }

  /**
   * The id of a release: its as-of date and twelve hexadecimal digits of what it is made from.
   *
   * @param asOf ISO date
   * @param digest SHA-256 in hexadecimal over deliveries, schemas, profiles and program
   */
  public static String releaseId(String asOf, String digest) {
    var hex = digest.toLowerCase(Locale.ROOT);
    if (!hex.matches("[0-9a-f]{12,}") || !asOf.matches("\\d{4}-\\d{2}-\\d{2}")) {
      throw new IllegalArgumentException(
          "found as-of date " + asOf + " and digest " + digest + "; expected ISO and hexadecimal");
    }
    return asOf + "-" + hex.substring(0, ID_DIGITS);
  }

  /**
   * The release that is current; empty when none was published. Does not look at its files.
   *
   * @throws OutputFailure when {@code current.json} is not readable
   */
  public Optional<Published> current() throws OutputFailure {
    return CurrentPointer.load(out).map(CurrentPointer::current);
  }

  /** What is said about releases after they were published. */
  public Marks marks() throws OutputFailure {
    return Marks.load(out);
  }

  /** Writes down what is said about releases, here and where they really are. */
  void mark(Marks next) throws IOException {
    if (origin != null) {
      origin.mark(next);
    }
    next.write(out);
  }

  /** Every file of a release that is there, as a path from it with {@code /}. */
  List<String> files(String releaseId) throws IOException {
    return origin == null
        ? List.copyOf(ReleaseFiles.list(releaseFolder(releaseId)))
        : origin.files(releaseId);
  }

  /** Removes a release, here and where it really is. */
  void remove(String releaseId) throws IOException {
    if (origin != null) {
      origin.remove(releaseId);
    }
    remove(releaseFolder(releaseId));
  }

  /** Removes the restricted records of a release, here and where it really is. */
  void erase(String releaseId) throws IOException {
    if (origin != null) {
      origin.erase(releaseId);
    }
    var records = releaseFolder(releaseId).resolve("restricted");
    if (Files.isDirectory(records)) {
      remove(records);
    }
  }

  /** A folder goes in one step, so that a killed removal leaves no half release. */
  private void remove(Path folder) throws IOException {
    var aside = out.resolve(STAGING + "removed");
    ReleaseFiles.delete(aside);
    Files.move(folder, aside, StandardCopyOption.ATOMIC_MOVE);
    ReleaseFiles.forceFolder(folder.getParent());
    ReleaseFiles.delete(aside);
  }

  /**
   * Keeps runs out while releases are written, moved or removed, and cleans up after killed ones.
   */
  Held hold() throws IOException {
    var held = Held.take(this, origin);
    var clean = false;
    try {
      if (origin != null) {
        origin.refresh();
        origin.removeLeftovers();
      }
      removeLeftovers();
      clean = true;
      return held;
    } finally {
      if (!clean) {
        held.letGo();
      }
    }
  }

  /** Every release that was ever published, in order of first publication. */
  public List<Published> published() throws OutputFailure {
    return CurrentPointer.load(out).map(CurrentPointer::published).orElse(List.of());
  }

  /** Every release that was published and is still there, in order of first publication. */
  public List<Published> releases() throws OutputFailure {
    return published().stream()
        .filter(release -> Files.isDirectory(releaseFolder(release.releaseId())))
        .toList();
  }

  /**
   * Whether a release is as it was published: what is wrong, a line each.
   *
   * @return empty when every byte is in place
   */
  public List<String> verify(Published release) throws OutputFailure {
    var folder = releaseFolder(release.releaseId());
    try {
      var manifest = folder.resolve(Manifest.NAME);
      if (!Files.isRegularFile(manifest)) {
        return List.of(Manifest.NAME + ": is missing");
      }
      if (!ReleaseFiles.sha256(manifest).equals(release.manifestSha256())) {
        return List.of(Manifest.NAME + ": its content was changed (SHA-256 differs)");
      }
    } catch (IOException e) {
      throw OutputFailure.of("read the release", folder, e);
    }
    var problems = Manifest.load(folder).verify(folder);
    if (marks().erased(release.releaseId())) {
      problems.removeIf(ReleaseStore::ofErasedRecords);
    }
    return problems;
  }

  private static boolean ofErasedRecords(String problem) {
    return problem.startsWith("restricted/") && problem.endsWith(": is missing");
  }

  /**
   * Starts a run: makes the output folder where it is missing, keeps other runs out, removes what a
   * killed run left, and gives an empty staging folder. Close it in any case.
   *
   * @throws OutputFailure when another run is busy (at once), or the folder cannot be written
   */
  public Staging begin() throws OutputFailure {
    Held held = null;
    var begun = false;
    try {
      Files.createDirectories(out);
      held = hold();
      Files.createDirectories(out.resolve("releases"));
      var staging = Staging.create(this, held);
      begun = true;
      return staging;
    } catch (IOException e) {
      throw OutputFailure.of("write to the output folder", out, e);
    } finally {
      if (!begun && held != null) {
        held.letGo();
      }
    }
  }

  private void removeLeftovers() throws IOException {
    try (var found = Files.newDirectoryStream(out, STAGING + "*")) {
      for (var leftover : found) {
        ReleaseFiles.delete(leftover);
      }
    }
    ReleaseFiles.removeUnfinished(out.resolve(CurrentPointer.NAME));
  }
}
