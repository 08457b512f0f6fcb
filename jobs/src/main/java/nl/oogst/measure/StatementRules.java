package nl.oogst.measure;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serializable;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.oogst.model.DataSetSchema;
import nl.oogst.model.SchemaMistake;
import nl.oogst.model.Schemas;

/**
 * What stated counts are held against: {@code schemas/rules/statements.json}.
 *
 * @param measures by stated measure
 * @param roundNumbers what people round to
 */
public record StatementRules(Map<String, Counted> measures, Set<Integer> roundNumbers)
    implements Serializable {
  private static final String PLACE = "rules/statements.json";

  /**
   * A figure counted from records.
   *
   * @param rounding the kind of base that it is rounded to
   * @param otherwise another figure that may have been meant, or null
   * @param onePart whether parts may not be added, so that there must be only one
   */
  public record Counted(
      String dataSet, String metric, String rounding, String otherwise, boolean onePart)
      implements Serializable {}

  /**
   * Reads and judges the rule book.
   *
   * @throws SchemaMistake when it names a measure, data set or column that does not exist
   */
  public static StatementRules read(Schemas schemas, Map<String, DataSetSchema> dataSets) {
    JsonNode rules = schemas.rules("statements");
    Map<String, Counted> measures = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : rules.path("measures").properties()) {
      JsonNode node = entry.getValue();
      Counted counted =
          new Counted(
              node.path("data_set").asText(),
              node.path("metric").asText(),
              node.path("rounding").asText(),
              node.path("otherwise").asText(null),
              node.path("one_part").asBoolean(false));
      DataSetSchema schema = dataSets.get(counted.dataSet());
      boolean known =
          schemas.codelist("statement_measures").code(entry.getKey()).isPresent()
              && schema != null
              && schema.columns().stream().anyMatch(c -> c.name().equals(counted.metric()));
      if (!known) {
        throw new SchemaMistake(
            PLACE, "'" + entry.getKey() + "' is no measure, or its data set and metric not known");
      }
      measures.put(entry.getKey(), counted);
    }
    Set<Integer> round = new TreeSet<>();
    rules.path("round_numbers").forEach(number -> round.add(number.asInt()));
    return new StatementRules(measures, round);
  }
}
