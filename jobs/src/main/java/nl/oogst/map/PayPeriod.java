package nl.oogst.map;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A column such as "Periode" or "Maand", which gives both the first and the last day. */
final class PayPeriod {
  private final String entity;
  private final String start;
  private final String end;
  private final HeaderWords words;
  private final Set<List<String>> headers = new HashSet<>();

  /**
   * @param rules {@code pay_period} of {@code schemas/rules/headers.json}
   */
  PayPeriod(JsonNode rules, HeaderWords words) {
    this.entity = rules.path("entity").asText();
    this.start = rules.path("gives").path(0).asText();
    this.end = rules.path("gives").path(1).asText();
    this.words = words;
    rules.path("headers").forEach(header -> headers.add(key(header.asText())));
  }

  private List<String> key(String header) {
    HeaderWords.Parsed parsed = words.parse(header);
    return parsed.outside();
  }

  String entity() {
    return entity;
  }

  String start() {
    return start;
  }

  String end() {
    return end;
  }

  boolean isNamedBy(String header) {
    return headers.contains(key(header));
  }
}
