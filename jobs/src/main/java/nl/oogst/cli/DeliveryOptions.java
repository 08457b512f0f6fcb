package nl.oogst.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.Consumer;
import nl.oogst.run.InboxCopy;
import nl.oogst.store.Location;
import nl.oogst.store.Stores;
import picocli.CommandLine.Option;

/** Which deliveries are read. */
final class DeliveryOptions implements Place.Named {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = {
        "The data root with register/ and deliveries/: a folder, or s3a://bucket/prefix",
        "(default: sample-data)."
      })
  private String data;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      converter = DateOption.class,
      description = "Only deliveries dated on or before it (default: the newest delivery's date).")
  private LocalDate asOf;

  private Place place;

  /** How a user names the data root. */
  String name() {
    return Location.is(data) ? data : folder().toString();
  }

  private Path folder() {
    return Home.find().orDefault(data == null ? null : Path.of(data), "sample-data");
  }

  /** Whether it lies in an object store. */
  boolean elsewhere() {
    return Location.is(data);
  }

  /** The folder to read; of a data root in an object store a copy, as it is now. */
  Path root(WorkOption work, Consumer<String> progress) throws IOException {
    if (!elsewhere()) {
      return folder();
    }
    place = work.of(Location.parse(data), "data");
    InboxCopy.bring(Stores.open(place.location()), place.copy(), progress);
    return place.copy();
  }

  @Override
  public String said(String message) {
    return place == null ? message : place.said(message);
  }

  /** Null for the date of the newest delivery. */
  LocalDate asOf() {
    return asOf;
  }
}
