package nl.oogst.measure;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.oogst.model.SchemaMistake;

/**
 * One of the fixed ways to break figures down; none of them is possible beside the list in {@code
 * schemas/rules/breakdowns.json}.
 *
 * @param name {@code all}, or the dimensions joined by {@code +}
 */
public record Breakdown(String name, List<Dimension> dimensions) implements Serializable {

  /** The breakdowns of the rule book, in its order. */
  public static List<Breakdown> list(JsonNode rules) {
    List<Breakdown> breakdowns = new ArrayList<>();
    rules.path("breakdowns").forEach(name -> breakdowns.add(parse(name.asText())));
    if (breakdowns.isEmpty()) {
      throw new SchemaMistake("rules/breakdowns.json", "'breakdowns' lists nothing");
    }
    return breakdowns;
  }

  static Breakdown parse(String name) {
    List<Dimension> dimensions = new ArrayList<>();
    if (!name.equals("all")) {
      for (String part : name.split("\\+", -1)) {
        dimensions.add(dimension(name, part));
      }
    }
    return new Breakdown(name, List.copyOf(dimensions));
  }

  private static Dimension dimension(String name, String part) {
    return Arrays.stream(Dimension.values())
        .filter(d -> d.column().equals(part))
        .findFirst()
        .orElseThrow(
            () ->
                new SchemaMistake(
                    "rules/breakdowns.json",
                    "'" + name + "' names the dimension '" + part + "', which is unknown"));
  }
}
