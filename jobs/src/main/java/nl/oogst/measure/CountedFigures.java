package nl.oogst.measure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.oogst.model.DataSetSchema;
import nl.oogst.model.Period;

/** What was counted from the records of each proeftuin, to hold statements against. */
public final class CountedFigures {
  /** After the name of a metric: with each record of a job counting in full. */
  static final String UNWEIGHTED = "_unweighted";

  private record Key(String proeftuin, Period period, String dataSet, String metric) {}

  private final Map<Key, List<Figure.Sum>> figures = new HashMap<>();
  private final Set<String> proeftuinen = new HashSet<>();

  /** Adds the figures by proeftuin among the rows of a data set, before protection. */
  public void add(List<Object[]> rows, DataSetSchema schema, String metric) {
    int breakdown = schema.indexOf("breakdown");
    int proeftuin = schema.indexOf("proeftuin");
    int period = schema.indexOf("period");
    int at = schema.indexOf(metric);
    for (Object[] row : rows) {
      if ("proeftuin".equals(row[breakdown]) && row[at] instanceof Figure.Sum sum) {
        Period of = Period.parse((String) row[period]).orElseThrow();
        put((String) row[proeftuin], of, schema.name(), metric, sum);
      }
    }
  }

  void put(String proeftuin, Period period, String dataSet, String metric, Figure.Sum sum) {
    proeftuinen.add(proeftuin);
    figures
        .computeIfAbsent(new Key(proeftuin, period, dataSet, metric), k -> new ArrayList<>())
        .add(sum);
  }

  /** Whether the proeftuin delivered any placement. */
  boolean hasRecords(String proeftuin) {
    return proeftuinen.contains(proeftuin);
  }

  /** The parts of a figure; empty when nothing was counted for the period. */
  List<Figure.Sum> parts(String proeftuin, Period period, String dataSet, String metric) {
    return figures.getOrDefault(new Key(proeftuin, period, dataSet, metric), List.of());
  }
}
