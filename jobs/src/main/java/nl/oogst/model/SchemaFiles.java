package nl.oogst.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Reads the files of {@code schemas/} and says where a mistake is. */
final class SchemaFiles {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final CSVFormat CSV =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
  private static final Set<String> CODE_COLUMNS =
      Set.of("code", "label_nl", "label_en", "synonyms", "valid_from", "valid_to");

  private final Path root;

  SchemaFiles(Path root) {
    this.root = root;
    if (!Files.isDirectory(root)) {
      throw new SchemaMistake(root.toString(), "this folder with the schemas does not exist");
    }
  }

  Map<String, CodeList> codelists() {
    Map<String, CodeList> lists = new TreeMap<>();
    for (Path file : files("codelists", ".csv")) {
      String name = stem(file);
      List<Code> codes = new ArrayList<>();
      for (CSVRecord row : csv(file)) {
        codes.add(code("codelists/" + name + ".csv line " + (row.getRecordNumber() + 1), row));
      }
      lists.put(name, new CodeList(name, codes));
    }
    return lists;
  }

  private static Code code(String place, CSVRecord row) {
    Map<String, String> extra = new HashMap<>();
    row.toMap()
        .forEach(
            (column, value) -> {
              if (!CODE_COLUMNS.contains(column) && !value.isEmpty()) {
                extra.put(column, value);
              }
            });
    return new Code(
        cell(place, row, "code"),
        new Text(cell(place, row, "label_nl"), cell(place, row, "label_en")),
        synonyms(optional(row, "synonyms")),
        date(place, optional(row, "valid_from")),
        date(place, optional(row, "valid_to")),
        extra);
  }

  private static List<String> synonyms(String cell) {
    return Arrays.stream(cell.split("\\|", -1))
        .map(String::strip)
        .filter(s -> !s.isEmpty())
        .toList();
  }

  private static LocalDate date(String place, String cell) {
    try {
      return cell.isEmpty() ? null : LocalDate.parse(cell);
    } catch (DateTimeParseException e) {
      throw new SchemaMistake(place, "'" + cell + "' is no date; expected yyyy-MM-dd");
    }
  }

  EntitySchema entity(String name, Map<String, CodeList> codelists) {
    String place = "entities/" + name + ".json";
    JsonNode json = json(root.resolve(place));
    List<Field> fields = new ArrayList<>();
    Map<String, String> headers = new HashMap<>();
    for (JsonNode node : json.path("fields")) {
      Field field = field(place, node);
      if (field.type() == FieldType.CODE && !codelists.containsKey(field.codelist())) {
        throw new SchemaMistake(
            place, field.name() + " names the code list '" + field.codelist() + "', unknown");
      }
      fields.add(field);
      headersOf(field)
          .forEach(
              header -> {
                String other = headers.putIfAbsent(Folding.fold(header), field.name());
                if (other != null && !other.equals(field.name())) {
                  throw new SchemaMistake(
                      place,
                      "'" + header + "' leads to two fields, " + other + " and " + field.name());
                }
              });
    }
    List<String> key = new ArrayList<>();
    json.path("key").forEach(part -> key.add(part.asText()));
    return new EntitySchema(
        name, text(place, json, "title"), text(place, json, "description"), key, fields);
  }

  private static Stream<String> headersOf(Field field) {
    return Stream.concat(
        Stream.of(field.name(), field.label().nl(), field.label().en()), field.synonyms().stream());
  }

  private static Field field(String place, JsonNode node) {
    String name = string(place, node, "name");
    String at = place + " field " + name;
    List<String> synonyms = new ArrayList<>();
    node.path("synonyms").forEach(synonym -> synonyms.add(synonym.asText()));
    return new Field(
        name,
        type(at, string(at, node, "type")),
        node.path("required").asBoolean(false),
        node.path("person").asBoolean(false),
        node.path("link").asBoolean(false),
        node.path("freetext").asBoolean(false),
        node.path("codelist").asText(null),
        text(at, node, "label"),
        text(at, node, "description"),
        node.path("unit").asText(null),
        synonyms);
  }

  private static FieldType type(String place, String type) {
    for (FieldType known : FieldType.values()) {
      if (known.name().toLowerCase(Locale.ROOT).equals(type)) {
        return known;
      }
    }
    throw new SchemaMistake(
        place, "the type '" + type + "' is unknown; known: " + Arrays.toString(FieldType.values()));
  }

  Map<IssueCode, IssueText> issues() {
    Map<IssueCode, IssueText> texts = new EnumMap<>(IssueCode.class);
    for (CSVRecord row : csv(root.resolve("issues.csv"))) {
      String place = "issues.csv line " + (row.getRecordNumber() + 1);
      IssueCode code = issueCode(place, cell(place, row, "code"));
      IssueText text =
          new IssueText(
              code,
              optional(row, "fields"),
              both(place, row, "explanation"),
              both(place, row, "remedy"),
              both(place, row, "treatment"));
      if (texts.put(code, text) != null) {
        throw new SchemaMistake(place, "the code '" + code.code() + "' stands twice");
      }
    }
    for (IssueCode code : IssueCode.values()) {
      if (!texts.containsKey(code)) {
        throw new SchemaMistake("issues.csv", "the code '" + code.code() + "' is missing");
      }
    }
    return texts;
  }

  private static IssueCode issueCode(String place, String code) {
    for (IssueCode known : IssueCode.values()) {
      if (known.code().equals(code)) {
        return known;
      }
    }
    throw new SchemaMistake(place, "the issue code '" + code + "' is unknown to this program");
  }

  Map<String, JsonNode> rules() {
    Map<String, JsonNode> rules = new TreeMap<>();
    for (Path file : files("rules", ".json")) {
      rules.put(stem(file), json(file));
    }
    return rules;
  }

  private List<Path> files(String folder, String suffix) {
    Path path = root.resolve(folder);
    try (Stream<Path> all = Files.list(path)) {
      return all.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
    } catch (IOException e) {
      throw new SchemaMistake(path.toString(), "this folder cannot be read");
    }
  }

  private static String stem(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.lastIndexOf('.'));
  }

  private JsonNode json(Path file) {
    try {
      return JSON.readTree(file.toFile());
    } catch (JsonProcessingException e) {
      throw new SchemaMistake(
          root.relativize(file) + " line " + e.getLocation().getLineNr(),
          "this is no valid JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new SchemaMistake(file.toString(), "this file cannot be read");
    }
  }

  private List<CSVRecord> csv(Path file) {
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return CSV.parse(reader).getRecords();
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      throw new SchemaMistake(file.toString(), "this file cannot be read as CSV in UTF-8");
    }
  }

  private static Text text(String place, JsonNode node, String key) {
    JsonNode text = node.path(key);
    return new Text(string(place + " " + key, text, "nl"), string(place + " " + key, text, "en"));
  }

  private static Text both(String place, CSVRecord row, String column) {
    return new Text(cell(place, row, column + "_nl"), cell(place, row, column + "_en"));
  }

  private static String string(String place, JsonNode node, String key) {
    String value = node.path(key).asText("");
    if (value.isEmpty()) {
      throw new SchemaMistake(place, "'" + key + "' is missing or empty");
    }
    return value;
  }

  private static String optional(CSVRecord row, String column) {
    return row.isSet(column) ? row.get(column).strip() : "";
  }

  private static String cell(String place, CSVRecord row, String column) {
    String value = optional(row, column);
    if (value.isEmpty()) {
      throw new SchemaMistake(place, "the column '" + column + "' is missing or empty");
    }
    return value;
  }
}
