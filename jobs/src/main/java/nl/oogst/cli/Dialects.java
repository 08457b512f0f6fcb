package nl.oogst.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import nl.oogst.read.DialectHint;
import nl.oogst.run.WrongUse;

/** The dialects that a user gives: one for all files, or a file of its own for each. */
final class Dialects {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final DialectHint one;
  private final Path folder;

  private Dialects(DialectHint one, Path folder) {
    this.one = one;
    this.folder = folder;
  }

  /**
   * Reads {@code --dialect}; the files of {@code --dialects} are read when they are needed.
   *
   * @throws WrongUse when both are given, or what is given is no dialect
   */
  static Dialects of(String json, Path folder) throws IOException {
    if (json != null && folder != null) {
      throw new WrongUse("Give --dialect or --dialects, not both.");
    }
    if (folder != null && !Files.isDirectory(folder)) {
      throw new WrongUse("The folder '" + folder + "' of --dialects does not exist.");
    }
    return new Dialects(json == null ? null : parse("--dialect", text(json)), folder);
  }

  private static String text(String given) throws IOException {
    if (given.strip().startsWith("{")) {
      return given;
    }
    Path file = Path.of(given);
    if (!Files.isRegularFile(file)) {
      throw new WrongUse(
          "--dialect is neither a JSON object { … } nor a file that exists: '" + given + "'.");
    }
    return Files.readString(file);
  }

  private static DialectHint parse(String place, String json) {
    try {
      JsonNode node = JSON.readTree(json);
      return DialectHint.parse(node);
    } catch (JsonProcessingException e) {
      throw new WrongUse(place + " is no valid JSON: " + e.getOriginalMessage());
    } catch (IllegalArgumentException e) {
      throw new WrongUse(place + ": " + e.getMessage());
    }
  }

  /**
   * What is known of the dialects in a file: by its own name, or that of the file around it. Null
   * where nothing is known.
   *
   * @throws WrongUse when the file with the dialect holds none
   */
  Function<String, DialectHint> of(Path file) {
    if (folder == null) {
      return name -> one;
    }
    return name -> {
      DialectHint inner = read(name.substring(name.lastIndexOf('/') + 1));
      return inner == null ? read(file.getFileName().toString()) : inner;
    };
  }

  private DialectHint read(String name) {
    Path json = folder.resolve(name + ".json");
    try {
      return Files.isRegularFile(json) ? parse(json.toString(), Files.readString(json)) : null;
    } catch (IOException e) {
      throw new WrongUse(json + " cannot be read.");
    }
  }
}
