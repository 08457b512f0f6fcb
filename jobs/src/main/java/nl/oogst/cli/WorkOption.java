package nl.oogst.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import nl.oogst.release.StoredFiles;
import nl.oogst.run.WrongUse;
import nl.oogst.store.Location;
import nl.oogst.store.Stores;
import picocli.CommandLine.Option;

/** Where copies of what lies in object stores are kept on this machine. */
final class WorkOption {
  @Option(
      names = "--work",
      paramLabel = "DIR",
      defaultValue = "${env:OOGST_WORK}",
      description = {
        "Where copies are kept of what lies in an object store, for their owner only",
        "(default: OOGST_WORK, else oogst in the user's cache folder)."
      })
  private Path work;

  /** The copy of a place; of the same bucket in another store it is another one. */
  Place of(Location location, String kind) {
    String name = StoredFiles.shortName(Stores.endpoint() + " " + location);
    return new Place(location, folder().resolve(location.bucket() + "-" + name).resolve(kind));
  }

  private Path folder() {
    Place.mustBeFolder("--work", work);
    if (work != null && !work.toString().isBlank()) {
      return work.toAbsolutePath().normalize();
    }
    String cache = System.getenv("XDG_CACHE_HOME");
    Path home = Path.of(System.getProperty("user.home", "?"));
    if (cache != null && Path.of(cache).isAbsolute()) {
      return Path.of(cache, "oogst");
    }
    if (!home.isAbsolute() || !Files.isDirectory(home)) {
      throw new WrongUse(
          "This account has no folder of its own. Name one for copies of what lies in the object"
              + " store, with --work or OOGST_WORK; only this account should be able to read it.");
    }
    return home.resolve(".cache").resolve("oogst");
  }

  /** On a cluster the machines read and write these copies. */
  void checkFor(String master) {
    if (!master.startsWith("local") && (work == null || work.toString().isBlank())) {
      throw new WrongUse(
          "On a cluster, name a folder with --work that every machine sees at the same path: copies"
              + " of what lies in the object store go there.");
    }
  }
}
