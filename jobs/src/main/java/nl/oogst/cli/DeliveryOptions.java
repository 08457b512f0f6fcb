package nl.oogst.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import picocli.CommandLine.Option;

/** Which deliveries are read. */
final class DeliveryOptions {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The data root with register/ and deliveries/ (default: sample-data).")
  private Path data;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      converter = DateOption.class,
      description = "Only deliveries dated on or before it (default: the newest delivery's date).")
  private LocalDate asOf;

  Path root() {
    return Home.find().orDefault(data, "sample-data");
  }

  /** Null for the date of the newest delivery. */
  LocalDate asOf() {
    return asOf;
  }
}
