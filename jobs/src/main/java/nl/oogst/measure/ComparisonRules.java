package nl.oogst.measure;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.oogst.model.Code;
import nl.oogst.model.CodeList;
import nl.oogst.model.SchemaMistake;
import nl.oogst.model.Schemas;

/**
 * How units are compared: {@code schemas/rules/comparisons.json}.
 *
 * @param least jobs or persons below which nothing is said of a unit
 * @param leastStratum jobs or persons below which a stratum is too small to standardise over
 * @param strataOf the stratum of each target group
 * @param strata in order
 */
public record ComparisonRules(
    int least, int leastStratum, Map<String, String> strataOf, List<String> strata)
    implements Serializable {
  private static final String PLACE = "rules/comparisons.json";

  /**
   * Reads and judges the rule book.
   *
   * @throws SchemaMistake when a target group stands in no stratum or two, or an outcome is unknown
   */
  public static ComparisonRules read(Schemas schemas) {
    JsonNode rules = schemas.rules("comparisons");
    Map<String, String> strataOf = new HashMap<>();
    List<String> strata = new ArrayList<>();
    rules
        .path("strata")
        .properties()
        .forEach(
            stratum -> {
              strata.add(stratum.getKey());
              for (JsonNode group : stratum.getValue()) {
                if (strataOf.put(group.asText(), stratum.getKey()) != null) {
                  throw new SchemaMistake(PLACE, "'" + group.asText() + "' is in two strata");
                }
              }
            });
    for (Code group : schemas.codelist("target_groups").codes()) {
      if (!strataOf.containsKey(group.code())) {
        throw new SchemaMistake(PLACE, "the target group '" + group.code() + "' is in no stratum");
      }
    }
    CodeList outcomes = schemas.codelist("comparison_outcomes");
    for (ComparisonOutcome outcome : ComparisonOutcome.values()) {
      if (outcomes.code(outcome.code()).isEmpty()) {
        throw new SchemaMistake(
            "codelists/comparison_outcomes.csv", "'" + outcome.code() + "' is missing");
      }
    }
    return new ComparisonRules(
        atLeastTwo(rules, "least"),
        atLeastTwo(rules, "least_stratum"),
        Map.copyOf(strataOf),
        List.copyOf(strata));
  }

  private static int atLeastTwo(JsonNode rules, String key) {
    int number = rules.path(key).asInt();
    if (number < 2) {
      throw new SchemaMistake(PLACE, "'" + key + "' must be a whole number of 2 or more");
    }
    return number;
  }
}
