package nl.oogst.release.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The official schemas and shapes, which lie beside the project and not in it. */
public final class Standards {
  private Standards() {}

  /** A file of them; without it the test is skipped, or fails in continuous integration. */
  public static Path file(String name) {
    var root = Path.of(System.getProperty("oogst.root", "..")).toAbsolutePath().normalize();
    var file = root.resolve("../shared/standards/" + name);
    if (!Files.exists(file)) {
      file = root.resolve("../../shared/standards/" + name);
    }
    var there = Files.exists(file);
    assertThat(there || !"true".equals(System.getenv("CI")))
        .as("%s, which continuous integration must have", name)
        .isTrue();
    assumeTrue(there, name + " is not here, so nothing was compared with it");
    return file;
  }

  /** What a JSON Schema (draft 7) has against a document. */
  public static List<String> problems(String schema, JsonNode document) throws IOException {
    var factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7);
    return factory.getSchema(Files.readString(file(schema))).validate(document).stream()
        .map(Object::toString)
        .toList();
  }
}
