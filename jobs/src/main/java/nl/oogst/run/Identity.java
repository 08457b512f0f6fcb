package nl.oogst.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import nl.oogst.release.Keys;
import nl.oogst.release.Manifest;
import nl.oogst.release.OutputFailure;
import nl.oogst.release.ReleaseStore;
import nl.oogst.release.Staging;

/**
 * What a release is derived from, and so its name: the same source gives the same release, byte for
 * byte. In an output folder that has releases already, these belong to it: the gate judges with
 * them, and revisions are told since one of them. A first release is named by its input alone.
 */
final class Identity {
  private static final String MANIFEST = "manifest.json";
  private static final String EARLIER = "earlier";
  private static final String PREVIOUS = "previous";
  private static final List<String> INPUT = List.of("deliveries", "schemas", "profiles", "keys");

  private final ReleaseStore store;
  private final String asOf;
  private final String programVersion;
  private final Map<String, String> input;

  private Identity(
      ReleaseStore store, String asOf, String programVersion, Map<String, String> input) {
    this.store = store;
    this.asOf = asOf;
    this.programVersion = programVersion;
    this.input = input;
  }

  /** The source of the release that this input makes in this output folder. */
  static Staging.Source of(
      ReleaseStore store, Inbox inbox, Settings settings, String linkKey, Keys.Key key)
      throws OutputFailure {
    TreeMap<String, String> input = new TreeMap<>();
    input.put("deliveries", inbox.digest());
    input.put("schemas", Digests.ofFolder(settings.schemas()));
    input.put("profiles", Digests.ofFolder(settings.profiles()));
    String disclosure = HexFormat.of().formatHex(key.bytes());
    input.put("keys", Digests.of("keys", String.valueOf(linkKey), disclosure));
    input.put("register", Digests.ofFolder(settings.data().resolve("register")));
    return new Identity(store, inbox.asOf().toString(), settings.programVersion(), input).source();
  }

  /**
   * The source without deliveries that changed while they were read: another one, so that the
   * release is not taken for that of the whole input.
   */
  static Staging.Source without(List<String> changed, Staging.Source source) {
    if (changed.isEmpty()) {
      return source;
    }
    TreeMap<String, String> digests = new TreeMap<>(source.digests());
    List<String> parts = new ArrayList<>(changed);
    parts.add(digests.get("deliveries"));
    digests.put("deliveries", Digests.of(parts.toArray(String[]::new)));
    parts.add(source.releaseId());
    String id = ReleaseStore.releaseId(source.asOf(), Digests.of(parts.toArray(String[]::new)));
    return new Staging.Source(id, source.asOf(), source.programVersion(), digests);
  }

  /** The release that revisions of a release are told since. */
  static Optional<Path> previous(ReleaseStore store, Staging.Source source) throws OutputFailure {
    String sha256 = source.digests().get(PREVIOUS);
    return store.published().stream()
        .filter(one -> one.manifestSha256().equals(sha256))
        .map(one -> store.releaseFolder(one.releaseId()))
        .filter(folder -> Files.exists(folder.resolve(MANIFEST)))
        .findFirst();
  }

  /** One that was published from this input is it, whatever was published since. */
  private Staging.Source source() throws OutputFailure {
    List<ReleaseStore.Published> earlier = new ArrayList<>();
    for (ReleaseStore.Published known : store.releases()) {
      Optional<Staging.Source> same =
          known.releaseId().startsWith(asOf) ? same(known, earlier) : Optional.empty();
      if (same.isPresent()) {
        return same.get();
      }
      earlier.add(known);
    }
    return named(earlier, store.current().filter(this::isThere).orElse(null));
  }

  private boolean isThere(ReleaseStore.Published release) {
    return Files.exists(store.releaseFolder(release.releaseId()).resolve(MANIFEST));
  }

  /** By its manifest; of a damaged one by its name, which is worked out again. */
  private Optional<Staging.Source> same(
      ReleaseStore.Published known, List<ReleaseStore.Published> earlier) {
    try {
      Manifest manifest = Manifest.load(store.releaseFolder(known.releaseId()));
      boolean same =
          manifest.asOf().equals(asOf)
              && manifest.programVersion().equals(programVersion)
              && INPUT.stream()
                  .allMatch(name -> Objects.equals(manifest.digests().get(name), input.get(name)));
      return same
          ? Optional.of(
              new Staging.Source(known.releaseId(), asOf, programVersion, manifest.digests()))
          : Optional.empty();
    } catch (OutputFailure damaged) {
      List<ReleaseStore.Published> before = new ArrayList<>(earlier);
      before.add(null);
      return before.stream()
          .map(previous -> named(earlier, previous))
          .filter(source -> source.releaseId().equals(known.releaseId()))
          .findFirst();
    }
  }

  private Staging.Source named(
      List<ReleaseStore.Published> earlier, ReleaseStore.Published previous) {
    TreeMap<String, String> digests = new TreeMap<>(input);
    List<String> parts = new ArrayList<>();
    parts.add(programVersion);
    INPUT.forEach(name -> parts.add(input.get(name)));
    if (!earlier.isEmpty()) {
      digests.put(EARLIER, digest(earlier));
      parts.add(digests.get(EARLIER));
    }
    if (previous != null) {
      digests.put(PREVIOUS, previous.manifestSha256());
      parts.add(previous.manifestSha256());
    }
    String id = ReleaseStore.releaseId(asOf, Digests.of(parts.toArray(String[]::new)));
    return new Staging.Source(id, asOf, programVersion, digests);
  }

  /** What the gate can read of them, too: of an erased release it knows no exact figure. */
  private String digest(List<ReleaseStore.Published> earlier) {
    List<String> parts = new ArrayList<>();
    for (ReleaseStore.Published one : earlier) {
      parts.add(one.releaseId());
      parts.add(one.manifestSha256());
      Path records = store.releaseFolder(one.releaseId()).resolve("restricted");
      parts.add(String.valueOf(Files.isDirectory(records)));
    }
    return Digests.of(parts.toArray(String[]::new));
  }
}
