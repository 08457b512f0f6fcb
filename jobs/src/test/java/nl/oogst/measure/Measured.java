package nl.oogst.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.oogst.model.DataSetSchema;
import nl.oogst.model.Period;
import nl.oogst.model.Proeftuin;
import nl.oogst.resolve.ResolvedPlacement;

/** A data set measured over a few persons, with its cells before protection. */
final class Measured {
  static final Path SCHEMAS = Path.of(System.getProperty("oogst.root", ".."), "schemas");

  private final List<Object[]> figures;
  private final DataSetSchema schema;

  private Measured(List<Object[]> figures, DataSetSchema schema) {
    this.figures = figures;
    this.schema = schema;
  }

  static Measured of(Measure measure, Person... persons) {
    Cells cells = measure.empty();
    for (Person person : persons) {
      measure.add(person, cells);
    }
    DataSetSchema schema = schema(measure.dataSet());
    return new Measured(measure.rows(cells, schema), schema);
  }

  static Measured rows(List<Object[]> figures, String dataSet) {
    return new Measured(figures, schema(dataSet));
  }

  static DataSetSchema schema(String dataSet) {
    return DataSetSchema.load(SCHEMAS.resolve("datasets").resolve(dataSet + ".json"));
  }

  static Frame frame(String first, String asOf, Proeftuin... register) {
    List<Breakdown> breakdowns = new ArrayList<>();
    for (String name :
        List.of("all", "organisation", "proeftuin", "contract_form", "organisation+target_group")) {
      breakdowns.add(Breakdown.parse(name));
    }
    LocalDate from = LocalDate.parse(first);
    LocalDate until = LocalDate.parse(asOf);
    Map<Period, Frame.Coverage> coverage = new TreeMap<>();
    Period.covering(from, until).forEach(p -> coverage.put(p, new Frame.Coverage(1, 1)));
    return new Frame(until, from, breakdowns, Map.of(), coverage);
  }

  static Proeftuin proeftuin(String id, String organisation, String from, String to, String eur) {
    return new Proeftuin(
        id,
        id,
        organisation,
        null,
        "new_tender",
        "1",
        LocalDate.parse(from),
        to == null ? null : LocalDate.parse(to),
        null,
        eur == null ? null : new java.math.BigDecimal(eur));
  }

  /** A person of these placements, each a job of its own. */
  static Person person(String id, ResolvedPlacement... placements) {
    return new Person(
        id,
        id.hashCode() * 0x9E3779B97F4A7C15L,
        Arrays.stream(placements).map(Measured::own).toList());
  }

  static Engagement own(ResolvedPlacement placement) {
    return new Engagement(
        placement, placement.proeftuin() + "/" + placement.state().placementId(), 1);
  }

  /** A person whose placements are all records of one job. */
  static Person oneJob(String id, ResolvedPlacement... records) {
    return new Person(
        id,
        id.hashCode() * 0x9E3779B97F4A7C15L,
        Arrays.stream(records)
            .map(r -> new Engagement(r, "job of " + id, records.length))
            .toList());
  }

  /** The only row of a period with these values, given as column=value; breakdown is all. */
  Map<String, Object> row(String period, String... keys) {
    Map<String, String> wanted = new HashMap<>(Map.of("breakdown", "all"));
    for (String key : keys) {
      wanted.put(key.substring(0, key.indexOf('=')), key.substring(key.indexOf('=') + 1));
    }
    wanted.put("period", period);
    List<Map<String, Object>> found = new ArrayList<>();
    for (Object[] figure : figures) {
      Map<String, Object> row = named(Exact.row(figure, schema));
      if (wanted.entrySet().stream()
          .allMatch(w -> w.getValue().equals(String.valueOf(row.get(w.getKey()))))) {
        found.add(row);
      }
    }
    assertThat(found).as("rows with %s", wanted).hasSize(1);
    return found.get(0);
  }

  private Map<String, Object> named(Object[] row) {
    Map<String, Object> named = new HashMap<>();
    for (int i = 0; i < row.length; i++) {
      named.put(schema.columns().get(i).name(), row[i]);
    }
    return named;
  }

  Object value(String column, String period, String... keys) {
    return row(period, keys).get(column);
  }

  int size() {
    return figures.size();
  }

  /** The distinct values of a column. */
  List<Object> distinct(String column) {
    return figures.stream().map(row -> row[schema.indexOf(column)]).distinct().toList();
  }
}
