package nl.oogst.cli;

import java.io.IOException;
import java.nio.file.Path;
import nl.oogst.release.Origin;
import nl.oogst.release.ReleaseStore;
import nl.oogst.store.Location;
import nl.oogst.store.Stores;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where the releases are, and copies of those that lie elsewhere. */
final class ReleasesOption implements Place.Named {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = {
        "The output folder with releases/: a folder, or s3a://bucket/prefix",
        "(default: harvest)."
      })
  private String out;

  @Mixin private WorkOption work;

  private Place place;

  /** How a user names it. */
  String name() {
    return elsewhere() ? out : named().toString();
  }

  /** Where copies are kept of what lies in an object store. */
  WorkOption work() {
    return work;
  }

  /** Whether it lies in an object store. */
  boolean elsewhere() {
    return Location.is(out);
  }

  private Path named() {
    return Home.find().orDefault(out == null ? null : Path.of(out), "harvest");
  }

  /** The output folder on this machine; of releases in an object store, their copy. */
  Path folder() throws IOException {
    if (!elsewhere()) {
      return named();
    }
    if (place == null) {
      place = work.of(Location.parse(out), "out");
    }
    return place.copy();
  }

  /** The releases, as they are now. */
  ReleaseStore store() throws IOException {
    Path folder = folder();
    return place == null
        ? new ReleaseStore(folder)
        : ReleaseStore.of(new Origin(Stores.open(place.location()), folder));
  }

  @Override
  public String said(String message) {
    return place == null ? message : place.said(message);
  }
}
