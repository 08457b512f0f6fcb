package nl.oogst.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.oogst.model.DataSetSchema;
import nl.oogst.release.OutputFailure;
import nl.oogst.release.Part;
import nl.oogst.release.ReleaseStore;
import nl.oogst.release.revision.ComparedRelease;
import nl.oogst.release.revision.Revision;
import nl.oogst.release.revision.Revisions;
import nl.oogst.release.revision.Rules;

/** What can be asked of published releases: which there are, and what changed between two. */
public final class Releases {
  private static final String RESTRICTED = "restricted";

  private Releases() {}

  /**
   * The release that a text names: its id, the beginning of one, {@code current}, or null for that.
   *
   * @throws WrongUse when no release or more than one is meant
   */
  public static String find(ReleaseStore store, String text) throws IOException {
    if (text == null || text.equals("current")) {
      return store
          .current()
          .map(ReleaseStore.Published::releaseId)
          .orElseThrow(
              () -> new WrongUse("There is no release in " + store.folder() + " yet. Run first."));
    }
    List<String> known = new ArrayList<>();
    for (ReleaseStore.Published release : store.releases()) {
      known.add(release.releaseId());
    }
    List<String> meant =
        known.contains(text)
            ? List.of(text)
            : known.stream().filter(id -> id.startsWith(text)).toList();
    if (meant.size() == 1) {
      return meant.get(0);
    }
    throw new WrongUse(
        meant.isEmpty()
            ? "There is no release '"
                + text
                + "' in "
                + store.folder()
                + ". 'oogst releases' shows which there are."
            : "'" + text + "' could be " + String.join(" or ", meant) + ". Give more of its name.");
  }

  /**
   * What changed between two releases.
   *
   * @param exact whether the figures are those before protection, with their parts
   */
  public record Difference(
      String from, String to, boolean exact, List<Revision> revisions, String note) {}

  /** Compares two releases, before protection where their records may be read. */
  public static Difference difference(
      ReleaseStore store, String from, String to, Path schemas, Path profiles, boolean published)
      throws IOException {
    Definitions definitions = definitions(schemas, profiles);
    fetch(store, from, published);
    fetch(store, to, published);
    ComparedRelease before = ComparedRelease.of(store.releaseFolder(from));
    ComparedRelease after = ComparedRelease.of(store.releaseFolder(to));
    Revisions revisions = new Revisions(before, after, definitions.dataSets());
    if (published) {
      return new Difference(from, to, false, revisions.published(), null);
    }
    for (ComparedRelease release : List.of(before, after)) {
      if (!mayRead(release.folder())) {
        return new Difference(
            from,
            to,
            false,
            revisions.published(),
            "Causes are left out: the records of "
                + release.id()
                + " are not there for this user.");
      }
    }
    Rules rules = rules(after.folder(), definitions);
    return new Difference(from, to, true, revisions.exact(rules), null);
  }

  /** Records that this user may not read there are left out, as those in a folder are. */
  private static void fetch(ReleaseStore store, String id, boolean published) throws IOException {
    store.fetch(id, Part.PUBLIC);
    try {
      store.fetch(id, published ? Part.PUBLIC : Part.WHOLE);
    } catch (OutputFailure e) {
      if (!e.refused()) {
        throw e;
      }
    }
  }

  /** Whether the restricted zone of a release is there and open to this user. */
  static boolean mayRead(Path release) {
    Path zone = release.resolve(RESTRICTED);
    return Files.isDirectory(zone)
        && Files.isReadable(zone)
        && Files.isExecutable(zone)
        && Files.isReadable(zone.resolve("placements.parquet"));
  }

  /** The rules by which a release can be added up again; null without its register. */
  static Rules rules(Path release, Definitions definitions) {
    Path register = release.resolve(Revising.REGISTER);
    return Files.exists(register)
        ? Revising.rules(
            definitions, Register.read(register.getParent(), definitions.schemas()).proeftuinen())
        : null;
  }

  static Definitions definitions(Path schemas, Path profiles) {
    return Definitions.load(
        new Settings(null, null, schemas, profiles, null, null, null, null, false, ""));
  }

  /** The declarations of data sets, by name. */
  public static Map<String, DataSetSchema> dataSets(Path schemas) {
    return DataSetSchema.loadAll(schemas.resolve("datasets"));
  }
}
