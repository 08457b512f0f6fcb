package nl.oogst.release.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import nl.oogst.model.Text;

/** JSON with keys in the order in which they are put, the same on every platform. */
final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** Indented, with LF; Jackson's own printer ends lines as the platform does. */
  static String pretty(JsonNode node) {
    return node.toPrettyString().replace("\r\n", "\n") + "\n";
  }

  static String line(JsonNode node) {
    try {
      return MAPPER.writeValueAsString(node) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Both languages as JSON-LD has them. */
  static void texts(ObjectNode node, String key, Text text) {
    var list = node.putArray(key);
    list.addObject().put("@language", "nl").put("@value", text.nl());
    list.addObject().put("@language", "en").put("@value", text.en());
  }
}
