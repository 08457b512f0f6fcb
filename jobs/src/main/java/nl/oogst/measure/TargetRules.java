package nl.oogst.measure;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import nl.oogst.model.SchemaMistake;

/** Which targets and realised figures are of one kind: {@code schemas/rules/targets.json}. */
public record TargetRules(List<Alike> alike) implements Serializable {
  private static final String PLACE = "rules/targets.json";

  /**
   * One kind of figure.
   *
   * @param own what the proeftuinen themselves count of the same kind, or null
   */
  public record Alike(String indicator, String scope, String counting, Own own)
      implements Serializable {}

  /** A column of {@code banenafspraak_contributions} in the rows of one attribution. */
  public record Own(String metric, String attribution, String countsFor) implements Serializable {}

  /**
   * Reads and judges the rule book.
   *
   * @throws SchemaMistake when an entry does not say what it is about, or why it is like with like
   */
  public static TargetRules read(JsonNode rules) {
    List<Alike> alike = new ArrayList<>();
    for (JsonNode node : rules.path("alike")) {
      JsonNode own = node.path("own");
      text(node, "why");
      alike.add(
          new Alike(
              text(node, "indicator"),
              text(node, "scope"),
              text(node, "counting"),
              own.isMissingNode()
                  ? null
                  : new Own(
                      text(own, "metric"), text(own, "attribution"), text(own, "counts_for"))));
    }
    return new TargetRules(List.copyOf(alike));
  }

  private static String text(JsonNode node, String key) {
    String text = node.path(key).asText("");
    if (text.isEmpty()) {
      throw new SchemaMistake(PLACE, "each of 'alike' needs a text for '" + key + "'");
    }
    return text;
  }
}
