package nl.oogst.cli;

import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where the definitions and the source profiles are. */
final class DefinitionOptions {
  @Option(
      names = "--profiles",
      paramLabel = "DIR",
      description = "Source profiles (default: schemas/profiles).")
  private Path profiles;

  @Mixin private SchemasOption schemas;

  Path profiles() {
    return Home.find().orDefault(profiles, "schemas/profiles");
  }

  Path schemas() {
    return schemas.folder();
  }
}
