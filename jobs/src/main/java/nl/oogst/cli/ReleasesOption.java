package nl.oogst.cli;

import java.io.IOException;
import java.nio.file.Path;
import nl.oogst.release.Origin;
import nl.oogst.release.ReleaseStore;
import nl.oogst.store.Location;
import nl.oogst.store.Stores;
import picocli.CommandLine.Option;

/** Where the releases are. */
final class ReleasesOption implements Place.Named {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = {
        "The output folder with releases/: a folder, or s3a://bucket/prefix",
        "(default: harvest)."
      })
  private String out;

  private Place place;

  /** How a user names it. */
  String name() {
    return elsewhere() ? out : folder().toString();
  }

  /** Whether it lies in an object store. */
  boolean elsewhere() {
    return Location.is(out);
  }

  private Path folder() {
    return Home.find().orDefault(out == null ? null : Path.of(out), "harvest");
  }

  /** The output folder on this machine; of releases in an object store, their copy. */
  Path folder(WorkOption work) throws IOException {
    if (!elsewhere()) {
      return folder();
    }
    if (place == null) {
      place = work.of(Location.parse(out), "out");
    }
    return place.copy();
  }

  /** The releases, as they are now. */
  ReleaseStore store(WorkOption work) throws IOException {
    Path folder = folder(work);
    return place == null
        ? new ReleaseStore(folder)
        : ReleaseStore.of(new Origin(Stores.open(place.location()), folder));
  }

  @Override
  public String said(String message) {
    return place == null ? message : place.said(message);
  }
}
