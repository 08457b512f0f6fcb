package nl.oogst.map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.oogst.model.SchemaMistake;
import nl.oogst.model.Schemas;

/** Reads one profile and refuses whatever is wrong in it, before any delivery is opened. */
final class ProfileReader {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final Path file;
  private final String place;
  private final Schemas schemas;

  ProfileReader(Path file, Schemas schemas) {
    this.file = file;
    this.place = "profiles/" + file.getFileName();
    this.schemas = schemas;
  }

  /**
   * Reads the file.
   *
   * @param named whether it must be called after its proeftuin
   */
  Profile read(boolean named) {
    JsonPart root =
        new JsonPart(place, json()).object(Set.of("proeftuin", "tolerance", "rhythm", "tables"));
    String proeftuin = root.at("proeftuin").text();
    if (named && !file.getFileName().toString().equals(proeftuin + ".json")) {
      throw root.at("proeftuin")
          .mistake("'" + proeftuin + "' is not the name of the file; expected " + stem());
    }
    List<TableRule> tables = new ArrayList<>();
    if (!root.at("tables").missing()) {
      for (JsonPart table : root.at("tables").list()) {
        tables.add(new TableRuleReader(table, schemas).read());
      }
    }
    return new Profile(proeftuin, tolerance(root.at("tolerance")), rhythm(root), tables);
  }

  private String stem() {
    String name = file.getFileName().toString();
    return "'" + name.substring(0, name.length() - ".json".length()) + "'";
  }

  private JsonNode json() {
    try {
      return JSON.readTree(file.toFile());
    } catch (JsonProcessingException e) {
      throw new SchemaMistake(
          place + (e.getLocation() == null ? "" : " line " + e.getLocation().getLineNr()),
          "this is no valid JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new SchemaMistake(place, "this file cannot be read");
    }
  }

  private static Double tolerance(JsonPart part) {
    if (part.missing()) {
      return null;
    }
    double value = part.node().isNumber() ? part.node().doubleValue() : -1;
    if (!(value >= 0 && value <= 1)) {
      throw part.mistake("expected a share between 0 and 1, found " + part.shown());
    }
    return value;
  }

  private static Rhythm rhythm(JsonPart root) {
    JsonPart part = root.at("rhythm");
    return part.missing() ? null : oneOf(part, Rhythm.values());
  }

  /** The constant whose lower-case name stands there. */
  static <E extends Enum<E>> E oneOf(JsonPart part, E[] known) {
    String text = part.text();
    for (E one : known) {
      if (one.name().toLowerCase(Locale.ROOT).equals(text)) {
        return one;
      }
    }
    throw part.mistake(
        "'"
            + text
            + "' is unknown; known: "
            + String.join(
                ", ", Arrays.stream(known).map(e -> e.name().toLowerCase(Locale.ROOT)).toList()));
  }
}
