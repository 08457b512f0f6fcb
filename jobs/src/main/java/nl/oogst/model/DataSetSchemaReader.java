package nl.oogst.model;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads and judges one file of {@code schemas/datasets}; every mistake names its place. */
final class DataSetSchemaReader {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
  private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+");
  private static final Set<String> KEYS =
      Set.of(
          "name",
          "version",
          "zone",
          "title",
          "title_en",
          "description",
          "description_en",
          "sort",
          "fields");
  private static final Set<String> FIELD_KEYS =
      Set.of(
          "name",
          "type",
          "title",
          "title_en",
          "description",
          "description_en",
          "unit",
          "codelist",
          "role",
          "rounding",
          "constraints");
  private static final Set<String> CONSTRAINT_KEYS = Set.of("required", "enum");

  private final Path file;

  DataSetSchemaReader(Path file) {
    this.file = file;
  }

  static List<Path> filesIn(Path folder) {
    try (var list = Files.list(folder)) {
      return list.filter(f -> f.getFileName().toString().endsWith(".json")).sorted().toList();
    } catch (IOException e) {
      throw new SchemaMistake(folder, "", "the folder of data sets cannot be read");
    }
  }

  DataSetSchema read() {
    var root = parse();
    onlyKeys(root, "", KEYS);
    var name = name(root, "");
    if (!file.getFileName().toString().equals(name + ".json")) {
      throw mistake("name", "found \"" + name + "\"; expected the name of the file");
    }
    var version = text(root, "", "version");
    if (!VERSION.matcher(version).matches()) {
      throw mistake("version", "found \"" + version + "\"; expected three numbers, such as 1.0.0");
    }
    var columns = columns(root);
    return new DataSetSchema(
        name,
        version,
        oneOf(root, "", "zone", DataSetSchema.Zone.values(), DataSetSchema.Zone::code),
        text(root, "", "title"),
        text(root, "", "title_en"),
        text(root, "", "description"),
        text(root, "", "description_en"),
        sort(root, columns),
        columns);
  }

  private JsonNode parse() {
    try {
      var root = JSON.readTree(Files.readAllBytes(file));
      if (!root.isObject()) {
        throw mistake("", "expected a JSON object");
      }
      return root;
    } catch (NoSuchFileException e) {
      throw mistake("", "there is no such file");
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      var place = at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr();
      throw mistake(place, "not readable as JSON (" + e.getOriginalMessage() + ")");
    } catch (IOException e) {
      throw mistake("", "cannot be read (" + e.getMessage() + ")");
    }
  }

  private List<Column> columns(JsonNode root) {
    var fields = root.path("fields");
    if (!fields.isArray() || fields.isEmpty()) {
      throw mistake("fields", "expected a list of at least one field");
    }
    var columns = new ArrayList<Column>();
    var seen = new HashSet<String>();
    for (int i = 0; i < fields.size(); i++) {
      var at = "fields[" + i + "]";
      var column = column(fields.get(i), at);
      if (!seen.add(column.name())) {
        throw mistake(at + ".name", "the field \"" + column.name() + "\" stands there twice");
      }
      columns.add(column);
    }
    return columns;
  }

  private Column column(JsonNode field, String at) {
    if (!field.isObject()) {
      throw mistake(at, "expected an object");
    }
    onlyKeys(field, at, FIELD_KEYS);
    var constraints = field.path("constraints");
    if (!constraints.isMissingNode() && !constraints.isObject()) {
      throw mistake(at + ".constraints", "expected an object");
    }
    onlyKeys(constraints, at + ".constraints", CONSTRAINT_KEYS);
    var required = constraints.path("required");
    if (!required.isMissingNode() && !required.isBoolean()) {
      throw mistake(at + ".constraints.required", "expected true or false");
    }
    return new Column(
        name(field, at),
        oneOf(field, at, "type", ColumnType.values(), ColumnType::code),
        text(field, at, "title"),
        text(field, at, "title_en"),
        text(field, at, "description"),
        text(field, at, "description_en"),
        optionalText(field, at, "unit"),
        optionalText(field, at, "codelist"),
        field.has("role")
            ? oneOf(field, at, "role", Column.Role.values(), Column.Role::code)
            : null,
        optionalText(field, at, "rounding"),
        required.booleanValue(),
        texts(constraints.path("enum"), at + ".constraints.enum"));
  }

  private List<String> sort(JsonNode root, List<Column> columns) {
    var sort = texts(root.path("sort"), "sort");
    var known = new HashSet<String>();
    columns.forEach(column -> known.add(column.name()));
    for (int i = 0; i < sort.size(); i++) {
      if (!known.remove(sort.get(i))) {
        throw mistake(
            "sort[" + i + "]",
            "found \"" + sort.get(i) + "\"; expected a field of this data set, named once");
      }
    }
    return sort;
  }

  private List<String> texts(JsonNode list, String at) {
    if (list.isMissingNode()) {
      return List.of();
    }
    if (!list.isArray()) {
      throw mistake(at, "expected a list of texts");
    }
    var found = new ArrayList<String>();
    for (int i = 0; i < list.size(); i++) {
      if (!list.get(i).isTextual()) {
        throw mistake(at + "[" + i + "]", "expected a text");
      }
      found.add(list.get(i).textValue());
    }
    return found;
  }

  private String name(JsonNode node, String at) {
    var name = text(node, at, "name");
    if (!NAME.matcher(name).matches()) {
      throw mistake(
          under(at, "name"),
          "found \"" + name + "\"; expected small letters, digits and _, a letter first");
    }
    return name;
  }

  private String text(JsonNode node, String at, String key) {
    var value = optionalText(node, at, key);
    if (value == null) {
      throw mistake(under(at, key), "is missing; expected a text");
    }
    return value;
  }

  private String optionalText(JsonNode node, String at, String key) {
    var value = node.path(key);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isTextual() || value.textValue().isBlank()) {
      throw mistake(under(at, key), "expected a text that is not empty");
    }
    return value.textValue();
  }

  private <E extends Enum<E>> E oneOf(
      JsonNode node, String at, String key, E[] values, Function<E, String> code) {
    var found = text(node, at, key);
    var known = new ArrayList<String>();
    for (var value : values) {
      if (code.apply(value).equals(found)) {
        return value;
      }
      known.add(code.apply(value));
    }
    throw mistake(
        under(at, key), "found \"" + found + "\"; expected one of " + String.join(", ", known));
  }

  private void onlyKeys(JsonNode node, String at, Set<String> known) {
    var names = node.fieldNames();
    while (names.hasNext()) {
      var key = names.next();
      if (!known.contains(key)) {
        throw mistake(under(at, key), "is not a key that belongs here");
      }
    }
  }

  private static String under(String at, String key) {
    return at.isEmpty() ? key : at + "." + key;
  }

  private SchemaMistake mistake(String place, String problem) {
    return new SchemaMistake(file, place, problem);
  }
}
