package nl.oogst.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the releases are. */
final class ReleasesOption {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The output folder with releases/ (default: harvest).")
  private Path out;

  Path folder() {
    return Home.find().orDefault(out, "harvest");
  }
}
