package nl.oogst.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.oogst.model.Column;
import nl.oogst.model.DataSetSchema;

/**
 * What the footer of a Parquet file tells about its data set, as keys and values that DuckDB shows
 * with {@code parquet_kv_metadata}: the whole declaration as a Table Schema under {@code
 * oogst.schema}, and for each column its texts under keys of its own.
 */
public final class Footer {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Footer() {}

  /** The key of a column's code labels: a JSON object from code to label, given by the caller. */
  public static String labelsKey(String column) {
    return key(column, "labels");
  }

  /**
   * The declaration as a Table Schema (Frictionless Data Package v2), with the project's own keys
   * beside those of the standard.
   */
  public static ObjectNode tableSchema(DataSetSchema schema) {
    var root = JsonNodeFactory.instance.objectNode();
    root.put("$schema", "https://datapackage.org/profiles/2.0/tableschema.json");
    root.put("name", schema.name());
    root.put("version", schema.version());
    root.put("title", schema.title());
    root.put("title_en", schema.titleEn());
    root.put("description", schema.description());
    root.put("description_en", schema.descriptionEn());
    var sort = root.putArray("sort");
    schema.sort().forEach(sort::add);
    var fields = root.putArray("fields");
    schema.columns().forEach(column -> fields.add(field(column)));
    return root;
  }

  private static ObjectNode field(Column column) {
    var field = JsonNodeFactory.instance.objectNode();
    field.put("name", column.name());
    field.put("type", column.type().code());
    field.put("title", column.title());
    field.put("title_en", column.titleEn());
    field.put("description", column.description());
    field.put("description_en", column.descriptionEn());
    putIfThere(field, "unit", column.unit());
    putIfThere(field, "codelist", column.codelist());
    putIfThere(field, "role", column.role() == null ? null : column.role().code());
    putIfThere(field, "rounding", column.rounding());
    if (column.required() || !column.values().isEmpty()) {
      var constraints = field.putObject("constraints");
      if (column.required()) {
        constraints.put("required", true);
      }
      if (!column.values().isEmpty()) {
        var values = constraints.putArray("enum");
        column.values().forEach(values::add);
      }
    }
    return field;
  }

  static SortedMap<String, String> of(DataSetSchema schema, Map<String, String> extra) {
    var footer = new TreeMap<String, String>();
    try {
      footer.put("oogst.schema", JSON.writeValueAsString(tableSchema(schema)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the declaration of " + schema.name(), e);
    }
    footer.put("oogst.dataset", schema.name());
    footer.put("oogst.version", schema.version());
    for (var column : schema.columns()) {
      footer.put(key(column.name(), "title"), column.title());
      footer.put(key(column.name(), "title_en"), column.titleEn());
      footer.put(key(column.name(), "description"), column.description());
      footer.put(key(column.name(), "description_en"), column.descriptionEn());
      if (column.unit() != null) {
        footer.put(key(column.name(), "unit"), column.unit());
      }
    }
    for (var entry : extra.entrySet()) {
      if (footer.putIfAbsent(entry.getKey(), entry.getValue()) != null) {
        throw new IllegalArgumentException(
            "the footer of " + schema.name() + " already has the key " + entry.getKey());
      }
    }
    return footer;
  }

  private static String key(String column, String what) {
    return "oogst.column." + column + "." + what;
  }

  private static void putIfThere(ObjectNode node, String key, String value) {
    if (value != null) {
      node.put(key, value);
    }
  }
}
