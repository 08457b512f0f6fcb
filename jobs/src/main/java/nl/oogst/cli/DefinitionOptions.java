package nl.oogst.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the definitions and the source profiles are. */
final class DefinitionOptions {
  @Option(
      names = "--profiles",
      paramLabel = "DIR",
      description = "Source profiles (default: schemas/profiles).")
  private Path profiles;

  @Option(names = "--schemas", paramLabel = "DIR", description = "Definitions (default: schemas).")
  private Path schemas;

  Path profiles() {
    return Home.find().orDefault(profiles, "schemas/profiles");
  }

  Path schemas() {
    return Home.find().orDefault(schemas, "schemas");
  }
}
