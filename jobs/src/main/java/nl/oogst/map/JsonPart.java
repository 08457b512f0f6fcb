package nl.oogst.map;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.oogst.model.SchemaMistake;

/** A part of a profile that knows its place, so that every mistake can name it. */
record JsonPart(String place, JsonNode node) {

  SchemaMistake mistake(String problem) {
    return new SchemaMistake(place, problem);
  }

  JsonPart object(Set<String> known) {
    if (!node.isObject()) {
      throw mistake("expected an object { … }, found " + shown());
    }
    node.fieldNames()
        .forEachRemaining(
            key -> {
              if (!known.contains(key)) {
                throw mistake(
                    "the key '"
                        + key
                        + "' is unknown; known: "
                        + String.join(", ", new TreeSet<>(known)));
              }
            });
    return this;
  }

  JsonPart at(String key) {
    return new JsonPart(place + " " + key, node.path(key));
  }

  boolean missing() {
    return node.isMissingNode();
  }

  boolean isNull() {
    return node.isNull();
  }

  boolean isText() {
    return node.isTextual();
  }

  String text() {
    if (!node.isTextual() || node.textValue().isBlank()) {
      throw mistake("expected a text, found " + shown());
    }
    return node.textValue();
  }

  /** A text that may be empty, or null when the key is absent. */
  String optionalText() {
    if (missing()) {
      return null;
    }
    if (!node.isTextual()) {
      throw mistake("expected a text, found " + shown());
    }
    return node.textValue();
  }

  /** Text, number or truth value, as text. */
  String scalar() {
    if (!node.isValueNode() || node.isNull() || node.asText().isBlank()) {
      throw mistake("expected a value, found " + shown());
    }
    return node.asText();
  }

  List<JsonPart> list() {
    if (!node.isArray()) {
      throw mistake("expected a list [ … ], found " + shown());
    }
    List<JsonPart> parts = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      parts.add(new JsonPart(place + "[" + (i + 1) + "]", node.get(i)));
    }
    return parts;
  }

  /** The members of an object with free keys; empty when it is absent. */
  Map<String, JsonPart> members() {
    Map<String, JsonPart> members = new LinkedHashMap<>();
    if (missing()) {
      return members;
    }
    if (!node.isObject()) {
      throw mistake("expected an object { … }, found " + shown());
    }
    node.fieldNames()
        .forEachRemaining(
            key -> members.put(key, new JsonPart(place + " '" + key + "'", node.get(key))));
    return members;
  }

  String shown() {
    if (missing()) {
      return "nothing";
    }
    String json = node.toString();
    return json.length() > 60 ? json.substring(0, 60) + "…" : json;
  }
}
