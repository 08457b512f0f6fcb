package nl.oogst.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the definitions are. */
final class SchemasOption {
  @Option(names = "--schemas", paramLabel = "DIR", description = "Definitions (default: schemas).")
  private Path schemas;

  Path folder() {
    return Home.find().orDefault(schemas, "schemas");
  }
}
