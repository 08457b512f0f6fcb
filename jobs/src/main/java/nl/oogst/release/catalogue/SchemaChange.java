package nl.oogst.release.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import nl.oogst.model.DataSetSchema;
import nl.oogst.model.SchemaMistake;
import nl.oogst.release.Footer;
import nl.oogst.release.OutputFailure;

/**
 * Whether the declarations of data sets may follow on those of an earlier release: a change needs a
 * higher version. A column removed, renamed, of another type, newly required or with fewer values
 * asks for a major one, a column added or a value added for a minor one, another text for a patch.
 */
public final class SchemaChange {
  private static final String UNPROTECTED = "unprotected-";

  /** What a change asks of the version, the least first. */
  private enum Weight {
    NONE,
    PATCH,
    MINOR,
    MAJOR
  }

  private record Version(int major, int minor, int patch) {
    static Version parse(String text) {
      var parts = text.split("\\.", -1);
      return new Version(
          Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }

    Weight riseTo(Version later) {
      if (later.major != major) {
        return later.major > major ? Weight.MAJOR : Weight.NONE;
      }
      if (later.minor != minor) {
        return later.minor > minor ? Weight.MINOR : Weight.NONE;
      }
      return later.patch > patch ? Weight.PATCH : Weight.NONE;
    }

    Version raised(Weight weight) {
      return switch (weight) {
        case NONE -> this;
        case PATCH -> new Version(major, minor, patch + 1);
        case MINOR -> new Version(major, minor + 1, 0);
        case MAJOR -> new Version(major + 1, 0, 0);
      };
    }

    @Override
    public String toString() {
      return major + "." + minor + "." + patch;
    }
  }

  private SchemaChange() {}

  /**
   * Compares declarations with those of an earlier release, as its {@code datapackage.json} has
   * them. A data set that is new, or no longer there, is no change of a data set.
   *
   * @throws SchemaMistake naming the first data set whose version must be raised, and why
   */
  public static void check(Path release, SortedMap<String, DataSetSchema> now)
      throws OutputFailure {
    for (var zone : List.of("public", "restricted")) {
      var file = release.resolve(zone).resolve("datapackage.json");
      if (Files.exists(file)) {
        compare(file, now);
      }
    }
  }

  private static void compare(Path file, SortedMap<String, DataSetSchema> now)
      throws OutputFailure {
    JsonNode root;
    try {
      root = new ObjectMapper().readTree(Files.readAllBytes(file));
    } catch (IOException e) {
      throw OutputFailure.of("read", file, e);
    }
    for (var resource : root.path("resources")) {
      var name = resource.path("name").asText();
      var schema = now.get(name);
      if (schema != null && !name.startsWith(UNPROTECTED)) {
        find(resource.path("schema"), Footer.tableSchema(schema))
            .ifPresent(
                why -> {
                  throw new SchemaMistake("datasets/" + name + ".json", why);
                });
      }
    }
  }

  /** Why the version is too low, or nothing. */
  static Optional<String> find(JsonNode before, JsonNode now) {
    var reasons = new LinkedHashMap<String, Weight>();
    compare(before, now, reasons);
    var heaviest = reasons.values().stream().max(Weight::compareTo).orElse(Weight.NONE);
    var from = Version.parse(before.path("version").asText());
    var to = Version.parse(now.path("version").asText());
    var back = !from.equals(to) && from.riseTo(to) == Weight.NONE;
    if (!back && from.riseTo(to).compareTo(heaviest) >= 0) {
      return Optional.empty();
    }
    if (back) {
      return Optional.of(
          "the version went back from " + from + " to " + to + "; expected at least " + from);
    }
    var why =
        reasons.entrySet().stream()
            .filter(reason -> reason.getValue() == heaviest)
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseThrow();
    return Optional.of(
        why
            + " since the current release (version "
            + from
            + "); raise 'version' to "
            + from.raised(heaviest)
            + " or higher");
  }

  private static void compare(JsonNode before, JsonNode now, Map<String, Weight> reasons) {
    var old = fields(before);
    var current = fields(now);
    for (var name : old.keySet()) {
      if (current.containsKey(name)) {
        column(name, old.get(name), current.get(name), reasons);
      } else {
        reasons.put("column '" + name + "' is gone", Weight.MAJOR);
      }
    }
    for (var name : current.keySet()) {
      if (!old.containsKey(name)) {
        reasons.put("column '" + name + "' was added", Weight.MINOR);
      }
    }
    var kept = new ArrayList<>(current.keySet());
    kept.retainAll(old.keySet());
    var was = new ArrayList<>(old.keySet());
    was.retainAll(current.keySet());
    if (!kept.equals(was)) {
      reasons.put("the order of the columns changed", Weight.MINOR);
    }
    if (!before.path("sort").equals(now.path("sort"))) {
      reasons.put("the order of the rows changed", Weight.MINOR);
    }
    for (var key : List.of("title", "title_en", "description", "description_en")) {
      if (!before.path(key).equals(now.path(key))) {
        reasons.put("the text '" + key + "' changed", Weight.PATCH);
      }
    }
  }

  private static void column(
      String name, JsonNode before, JsonNode now, Map<String, Weight> reasons) {
    for (var key : List.of("type", "unit", "codelist", "rounding")) {
      if (!before.path(key).equals(now.path(key))) {
        reasons.put("'" + key + "' of column '" + name + "' changed", Weight.MAJOR);
      }
    }
    var required = "required";
    if (before.at("/constraints/" + required).asBoolean()
        != now.at("/constraints/" + required).asBoolean()) {
      reasons.put("whether column '" + name + "' is required changed", Weight.MAJOR);
    }
    var was = values(before);
    var are = values(now);
    if (!was.equals(are)) {
      // where any value was allowed a list is a restriction, and the other way round a widening
      var widened = !was.isEmpty() && (are.isEmpty() || are.containsAll(was));
      reasons.put(
          "the values of column '" + name + "' changed", widened ? Weight.MINOR : Weight.MAJOR);
    }
    for (var key : List.of("title", "title_en", "description", "description_en", "role")) {
      if (!before.path(key).equals(now.path(key))) {
        reasons.put("'" + key + "' of column '" + name + "' changed", Weight.PATCH);
      }
    }
  }

  private static List<String> values(JsonNode field) {
    var values = new ArrayList<String>();
    field.at("/constraints/enum").forEach(value -> values.add(value.asText()));
    return values;
  }

  private static Map<String, JsonNode> fields(JsonNode schema) {
    var fields = new LinkedHashMap<String, JsonNode>();
    schema.path("fields").forEach(field -> fields.put(field.path("name").asText(), field));
    return fields;
  }
}
