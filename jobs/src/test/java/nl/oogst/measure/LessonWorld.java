package nl.oogst.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.oogst.model.DataSetSchema;
import nl.oogst.model.Proeftuin;
import nl.oogst.model.Schemas;
import nl.oogst.protect.DisclosureRules;
import nl.oogst.protect.Protection;
import nl.oogst.resolve.PlacementOf;
import nl.oogst.resolve.ResolvedPlacement;

/** A world of proeftuinen, practices and jobs for tests of lessons, and the lessons of it. */
final class LessonWorld {
  private static final String AS_OF = "2024-01-31";
  static final Schemas SCHEMAS = Schemas.load(Measured.SCHEMAS);
  private static final DataSetSchema SCHEMA = Measured.schema("lessons");
  static final LessonRules RULES =
      LessonRules.read(
          SCHEMAS.rules("lessons"),
          SCHEMAS.codelist("practices"),
          SCHEMAS.codelist("lesson_outcomes"));

  final List<Proeftuin> register = new ArrayList<>();
  final List<PracticeUse> uses = new ArrayList<>();
  final List<Person> persons = new ArrayList<>();
  Map<String, Lessons.Voices> voices = Map.of();

  /** Ten proeftuinen, half of them with a practice, jobs of random length. */
  void randomWorld(int jobs) {
    var random = new Random(3);
    register.clear();
    uses.clear();
    for (int p = 0; p < 10; p++) {
      pilot("p" + p);
      if (p % 2 == 0) {
        use("p" + p, "network", "2020-01-01", null);
      }
      for (int i = 0; i < jobs; i++) {
        LocalDate start = LocalDate.of(2020, 3, 1).plusDays(random.nextInt(600));
        LocalDate end = start.plusDays(30 + random.nextInt(p % 2 == 0 ? 1100 : 900));
        job("p" + p, "j" + i, start.toString(), end.toString());
      }
    }
  }

  void threeAgainstThree() {
    for (int i = 0; i < 6; i++) {
      pilot("p" + i);
      if (i < 3) {
        use("p" + i, "network", "2020-01-01", null);
      }
    }
  }

  void pilot(String id) {
    register.add(Measured.proeftuin(id, "BZK", "2020-01-01", null, null));
  }

  void use(String pilot, String practice, String from, String to) {
    uses.add(new PracticeUse(pilot, practice, PlacementOf.day(from), PlacementOf.day(to)));
  }

  void person(PlacementOf placement, int pilot) {
    ResolvedPlacement known = resolved("p" + pilot, placement);
    persons.add(Measured.person("p" + pilot + known.state().placementId(), known));
  }

  void job(String pilot, String id, String from, String to) {
    persons.add(Measured.person(pilot + "/" + id, placement(pilot, id, from, to)));
  }

  static ResolvedPlacement placement(String pilot, String id, String from, String to) {
    return resolved(pilot, PlacementOf.id(id).from(from).to(to));
  }

  static ResolvedPlacement resolved(String pilot, PlacementOf placement) {
    return placement.seen(pilot, AS_OF, AS_OF);
  }

  Map<String, Object> row(String practice, String outcome) {
    return find(rows(), practice, outcome);
  }

  Map<String, Object> published(String practice, String outcome) {
    var protection =
        new Protection(DisclosureRules.load(Measured.SCHEMAS.resolve("rules/disclosure.json")));
    return find(
        figures(1).stream().map(row -> named(protection.row(row, SCHEMA))).toList(),
        practice,
        outcome);
  }

  private static Map<String, Object> find(
      List<Map<String, Object>> rows, String practice, String outcome) {
    return rows.stream()
        .filter(r -> r.get("practice").equals(practice) && r.get("outcome").equals(outcome))
        .findFirst()
        .orElseThrow();
  }

  List<Map<String, Object>> rows() {
    return rows(1);
  }

  List<Map<String, Object>> rows(int parts) {
    return figures(parts).stream().map(row -> named(Exact.row(row, SCHEMA))).toList();
  }

  private List<Object[]> figures(int parts) {
    Frame frame = Measured.frame("2020-01-01", AS_OF);
    Lessons lessons =
        new Lessons(
            frame, new BanenRules(SCHEMAS.rules("banenafspraak")), RULES, register, uses, voices);
    Cells all = lessons.empty();
    for (int part = 0; part < parts; part++) {
      Cells cells = lessons.empty();
      for (int i = part; i < persons.size(); i += parts) {
        lessons.add(persons.get(i), cells);
      }
      all = all.merge(cells);
    }
    return lessons.rows(all, SCHEMA);
  }

  private static Map<String, Object> named(Object[] row) {
    Map<String, Object> named = new HashMap<>();
    for (int i = 0; i < row.length; i++) {
      named.put(SCHEMA.columns().get(i).name(), row[i]);
    }
    return named;
  }
}
