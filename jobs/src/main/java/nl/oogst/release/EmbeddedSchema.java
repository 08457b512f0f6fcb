package nl.oogst.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.oogst.model.Column;
import nl.oogst.model.ColumnType;
import nl.oogst.model.DataSetSchema;

/** The declaration of a data set as the footer of its own file has it, see {@link Footer}. */
public final class EmbeddedSchema {
  private EmbeddedSchema() {}

  /**
   * Reads it back.
   *
   * @param footer keys and values of a Parquet file
   * @throws IllegalArgumentException when there is none, or it is not readable
   */
  public static DataSetSchema of(Map<String, String> footer, DataSetSchema.Zone zone) {
    String json = footer.get("oogst.schema");
    if (json == null) {
      throw new IllegalArgumentException("its footer has no declaration of the data set");
    }
    try {
      JsonNode root = new ObjectMapper().readTree(json);
      List<String> sort = new ArrayList<>();
      root.path("sort").forEach(name -> sort.add(name.asText()));
      List<Column> columns = new ArrayList<>();
      root.path("fields").forEach(field -> columns.add(column(field)));
      return new DataSetSchema(
          text(root, "name"),
          text(root, "version"),
          zone,
          text(root, "title"),
          text(root, "title_en"),
          text(root, "description"),
          text(root, "description_en"),
          sort,
          columns);
    } catch (JsonProcessingException | NullPointerException e) {
      throw new IllegalArgumentException("the declaration in its footer is not readable", e);
    }
  }

  private static Column column(JsonNode field) {
    List<String> values = new ArrayList<>();
    field.path("constraints").path("enum").forEach(value -> values.add(value.asText()));
    return new Column(
        text(field, "name"),
        ColumnType.valueOf(text(field, "type").toUpperCase(Locale.ROOT)),
        text(field, "title"),
        text(field, "title_en"),
        text(field, "description"),
        text(field, "description_en"),
        text(field, "unit"),
        text(field, "codelist"),
        role(text(field, "role")),
        text(field, "rounding"),
        field.path("constraints").path("required").asBoolean(false),
        values);
  }

  private static Column.Role role(String code) {
    return code == null
        ? null
        : Arrays.stream(Column.Role.values())
            .filter(role -> role.code().equals(code))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("a column has the role " + code));
  }

  private static String text(JsonNode node, String key) {
    JsonNode value = node.get(key);
    return value == null || value.isNull() ? null : value.asText();
  }
}
