package nl.oogst.measure;

import static nl.oogst.measure.Measured.frame;
import static nl.oogst.measure.Measured.person;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.oogst.model.DataSetSchema;
import nl.oogst.model.Proeftuin;
import nl.oogst.model.Schemas;
import nl.oogst.protect.DisclosureRules;
import nl.oogst.protect.ProtectedCounts;
import nl.oogst.resolve.Deliveries;
import nl.oogst.resolve.PlacementOf;
import nl.oogst.resolve.ResolvedPlacement;

/** Units with their persons, as tests of comparisons ask for them. */
final class ComparedUnits {
  static final String AS_OF = "2024-12-31";
  private static final Schemas ALL = Schemas.load(Measured.SCHEMAS);
  private static final ComparisonRules RULES = ComparisonRules.read(ALL);
  static final DataSetSchema SCHEMA = Measured.schema("comparisons");
  static final Counting ROUNDED =
      new ProtectedCounts(DisclosureRules.load(Measured.SCHEMAS.resolve("rules/disclosure.json")));

  private ComparedUnits() {}

  private static Comparisons measure() {
    Proeftuin a = Measured.proeftuin("a", "BZK", "2021-01-01", null, null);
    return new Comparisons(
        frame("2021-01-01", AS_OF), List.of(a), new BanenRules(ALL.rules("banenafspraak")), RULES);
  }

  static List<Map<String, Object>> rows(Counting counting, Person... persons) {
    Comparisons measure = measure();
    Cells cells = measure.empty();
    for (Person person : persons) {
      measure.add(person, cells);
    }
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Object[] row : measure.rows(cells, SCHEMA, counting)) {
      Map<String, Object> named = new HashMap<>();
      for (int i = 0; i < row.length; i++) {
        named.put(SCHEMA.columns().get(i).name(), row[i]);
      }
      rows.add(named);
    }
    return rows;
  }

  static Map<String, Object> one(
      List<Map<String, Object>> rows, String outcome, String breakdown, String unit) {
    List<Map<String, Object>> found =
        rows.stream()
            .filter(r -> r.get("outcome").equals(outcome) && r.get("breakdown").equals(breakdown))
            .filter(r -> unit.equals(r.get(breakdown)))
            .toList();
    assertThat(found).as("%s of %s", outcome, unit).hasSize(1);
    return found.get(0);
  }

  static PlacementOf job(String from, String to) {
    return PlacementOf.id("p").from(from).to(to);
  }

  static ResolvedPlacement seen(PlacementOf placement) {
    return placement.seen("a", AS_OF, AS_OF);
  }

  /** Persons who left their temporary job, without a counted ground, after a month. */
  static Person[] crowd(int size) {
    Person[] crowd = new Person[size];
    for (int i = 0; i < size; i++) {
      PlacementOf placement =
          PlacementOf.id("c" + i).from("2022-08-01").to("2022-09-01").reason("dismissed");
      crowd[i] = person("crowd " + i, twice(placement, "2022-12-31", placement, AS_OF));
    }
    return crowd;
  }

  static ResolvedPlacement twice(
      PlacementOf before, String first, PlacementOf after, String second) {
    return Deliveries.of("a")
        .snapshot(first)
        .shows(before)
        .snapshot(second)
        .shows(after)
        .resolve(AS_OF)
        .placement();
  }
}
