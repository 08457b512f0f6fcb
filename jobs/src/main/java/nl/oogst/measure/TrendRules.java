package nl.oogst.measure;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.oogst.model.CodeList;
import nl.oogst.model.SchemaMistake;

/**
 * Which figures become series, and which ministries follow each other: {@code
 * schemas/rules/trends.json}.
 *
 * @param successors the parts of each series of a ministry that was reorganised
 */
public record TrendRules(List<Source> sources, List<List<String>> successors)
    implements Serializable {
  private static final String PLACE = "rules/trends.json";

  /**
   * A data set of figures.
   *
   * @param metrics its columns that become series; empty when {@code metricColumn} names the metric
   * @param metricColumn the column that names the metric, or null
   * @param valueColumn the column with its value, or null
   * @param keys columns beside the breakdown that tell series apart
   * @param addsUp whether the sum over two ministries is the figure of both
   * @param without by metric the key and value of series that do not exist
   */
  public record Source(
      String dataSet,
      Set<String> periodTypes,
      List<String> metrics,
      String metricColumn,
      String valueColumn,
      List<String> keys,
      boolean addsUp,
      Map<String, Map.Entry<String, String>> without)
      implements Serializable {}

  /**
   * Reads and judges the rule book.
   *
   * @throws SchemaMistake when it lists nothing or names a ministry that is no code
   */
  public static TrendRules read(JsonNode rules, CodeList organisations) {
    List<Source> sources = new ArrayList<>();
    rules.path("series").forEach(node -> sources.add(source(node)));
    if (sources.isEmpty()) {
      throw new SchemaMistake(PLACE, "'series' lists nothing");
    }
    List<List<String>> successors = new ArrayList<>();
    for (JsonNode node : rules.path("successors")) {
      List<String> parts = texts(node.path("parts"));
      for (String part : parts) {
        if (organisations.code(part).isEmpty()) {
          throw new SchemaMistake(
              PLACE, "'successors' names '" + part + "', which is no code of organisations.csv");
        }
      }
      if (parts.size() < 2) {
        throw new SchemaMistake(PLACE, "'successors' needs two parts or more in each series");
      }
      successors.add(parts);
    }
    return new TrendRules(List.copyOf(sources), List.copyOf(successors));
  }

  private static Source source(JsonNode node) {
    List<String> metrics = texts(node.path("metrics"));
    String metricColumn = node.path("metric_column").asText(null);
    String dataSet = node.path("data_set").asText("");
    if (dataSet.isEmpty() || metrics.isEmpty() == (metricColumn == null)) {
      throw new SchemaMistake(
          PLACE, "each of 'series' needs a 'data_set' and either 'metrics' or 'metric_column'");
    }
    Map<String, Map.Entry<String, String>> without = new HashMap<>();
    node.path("without")
        .properties()
        .forEach(
            metric ->
                metric
                    .getValue()
                    .properties()
                    .forEach(
                        key ->
                            without.put(
                                metric.getKey(),
                                Map.entry(key.getKey(), key.getValue().asText()))));
    return new Source(
        dataSet,
        Set.copyOf(texts(node.path("period_types"))),
        metrics,
        metricColumn,
        node.path("value_column").asText(null),
        texts(node.path("keys")),
        node.path("adds_up").asBoolean(false),
        Map.copyOf(without));
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asText()));
    return List.copyOf(texts);
  }
}
