package nl.oogst.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a sheet as JSON, one record on a line: either an object around an array of nested records,
 * or JSON Lines.
 */
final class JsonForm {
  private static final ObjectMapper JSON = new ObjectMapper();

  private JsonForm() {}

  static Written wrapped(String name, Sheet sheet, String note, String day) {
    var out = new StringBuilder();
    out.append("{ \"toelichting\": ").append(quoted(note)).append(",\n");
    out.append("  \"peildatum\": ").append(quoted(day)).append(",\n");
    out.append("  ").append(quoted(sheet.name())).append(": [\n");
    var places = new ArrayList<Written.Place>();
    int line = 4;
    for (Row row : sheet.rows()) {
      places.addAll(Written.places(name, "", line, row));
      out.append("    ").append(text(object(sheet, row, true)));
      out.append(line - 3 < sheet.rows().size() ? ",\n" : "\n");
      line++;
    }
    out.append("  ] }\n");
    return new Written(name, out.toString().getBytes(StandardCharsets.UTF_8), places);
  }

  static Written lines(String name, Sheet sheet) {
    var out = new StringBuilder();
    var places = new ArrayList<Written.Place>();
    int line = 1;
    for (Row row : sheet.rows()) {
      places.addAll(Written.places(name, "", line, row));
      out.append(text(object(sheet, row, false))).append('\n');
      line++;
    }
    return new Written(name, out.toString().getBytes(StandardCharsets.UTF_8), places);
  }

  /** The place of a field in a nested record, as a JSON Pointer without its first slash. */
  static String path(String entity, String field, String header) {
    if (!entity.equals("placement")) {
      return header;
    }
    return switch (field) {
      case "person_id", "target_group" -> "deelnemer/" + header;
      case "register_ground", "register_from", "register_to" -> "deelnemer/register/" + header;
      case "supplier", "supplier_kvk", "contract_id" -> "order/" + header;
      default -> header;
    };
  }

  private static ObjectNode object(Sheet sheet, Row row, boolean nested) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < sheet.fields().size(); i++) {
      String field = sheet.fields().get(i);
      String header = sheet.headers().get(i);
      Cell cell = row.cell(field);
      String path = nested ? path(sheet.entity(), field, header) : header;
      ObjectNode target = object;
      List<String> steps = List.of(path.split("/", -1));
      for (String step : steps.subList(0, steps.size() - 1)) {
        target = target.withObjectProperty(step);
      }
      put(target, header, cell);
    }
    return object;
  }

  private static void put(ObjectNode target, String name, Cell cell) {
    if (cell.text().isEmpty()) {
      return; // systems leave out what is not known
    }
    if (cell.kind() == Cell.Kind.NUMBER) {
      target.put(name, new BigDecimal(cell.text()));
    } else {
      target.put(name, cell.text());
    }
  }

  private static String quoted(String text) {
    return text(JsonNodeFactory.instance.textNode(text));
  }

  private static String text(JsonNode node) {
    try {
      return JSON.writeValueAsString(node);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
