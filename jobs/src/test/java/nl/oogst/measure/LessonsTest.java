package nl.oogst.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import nl.oogst.model.DataSetSchema;
import nl.oogst.model.Days;
import nl.oogst.model.Proeftuin;
import nl.oogst.model.Schemas;
import nl.oogst.protect.DisclosureRules;
import nl.oogst.protect.Protection;
import nl.oogst.resolve.PlacementOf;
import nl.oogst.resolve.ResolvedPlacement;
import org.junit.jupiter.api.Test;

class LessonsTest {
  private static final String AS_OF = "2024-01-31";
  private static final Schemas SCHEMAS = Schemas.load(Measured.SCHEMAS);
  private static final DataSetSchema SCHEMA = Measured.schema("lessons");
  private static final LessonRules RULES =
      LessonRules.read(
          SCHEMAS.rules("lessons"),
          SCHEMAS.codelist("practices"),
          SCHEMAS.codelist("lesson_outcomes"));

  private final List<Proeftuin> register = new ArrayList<>();
  private final List<PracticeUse> uses = new ArrayList<>();
  private final List<Person> persons = new ArrayList<>();
  private Map<String, Lessons.Voices> voices = Map.of();

  @Test
  void everyPracticeStandsBesideEveryOutcomeAlsoWhenNothingCanBeSaid() {
    pilot("alone");
    var rows = rows();
    assertThat(rows).hasSize(30 * 7);
    assertThat(rows).allSatisfy(row -> assertThat(row.get("evidence")).isEqualTo("too_few_pilots"));
    assertThat(rows)
        .allSatisfy(row -> assertThat(row.get("next_step")).isEqualTo("record_practice"));
    assertThat(rows)
        .allSatisfy(row -> assertThat(row.get("value_with")).as("no pilots, no figure").isNull());
  }

  @Test
  void jobsOfProeftuinenWithThePracticeThatLastLongerAreSeen() {
    for (int p = 0; p < 10; p++) {
      pilot("p" + p);
      boolean with = p < 5;
      if (with) {
        use("p" + p, "network", "2020-01-01", null);
      }
      for (int i = 0; i < 40; i++) {
        boolean lasts = i < (with ? 34 : 20) + p % 3;
        job("p" + p, "j" + i, "2021-03-01", lasts ? "2023-06-30" : "2021-06-30");
      }
    }
    var row = row("network", "retention_12m");
    assertThat(row)
        .containsEntry("evidence", "supported")
        .containsEntry("next_step", "share_the_lesson");
    assertThat((Double) row.get("value_with")).isEqualTo(0.87, within(0.02));
    assertThat((Double) row.get("value_without")).isEqualTo(0.53, within(0.02));
    assertThat((Double) row.get("ci_low")).isPositive();
    assertThat((Double) row.get("leave_one_out_low")).isPositive();
    assertThat((Double) row.get("p_value")).isEqualTo(2.0 / 252, within(1e-12));
    assertThat(row).containsEntry("pilots_with", 5L).containsEntry("placements_with", 200.0);
    assertThat(row("doe_sessions", "retention_12m")).containsEntry("next_step", "record_practice");
  }

  @Test
  void jobsFromBeforeAPracticeWasTakenUpCountOnNeitherSide() {
    pilot("late");
    use("late", "network", "2020-07-01", null);
    job("late", "before", "2020-06-30", null);
    job("late", "after", "2020-07-01", null);
    pilot("never");
    job("never", "one", "2020-06-30", null);
    var row = row("network", "retention_6m");
    assertThat(row).containsEntry("placements_with", 1.0).containsEntry("placements_without", 1.0);
    assertThat(row).containsEntry("persons_with", 1.0);
    assertThat(row).containsEntry("pilots_with", 1L).containsEntry("pilots_without", 1L);
  }

  @Test
  void aJobThatTwoProeftuinenReportCountsInBothAndItsPersonOnce() {
    pilot("a");
    pilot("b");
    use("a", "network", "2020-01-01", null);
    use("b", "network", "2020-01-01", null);
    persons.add(
        Measured.oneJob(
            "x", placement("a", "1", "2021-01-01", null), placement("b", "9", "2021-01-01", null)));
    var row = row("network", "counted_ground_share");
    assertThat(row).containsEntry("placements_with", 2.0).containsEntry("persons_with", 1.0);
  }

  @Test
  void aPersonIsJudgedOnceOnWorkRetainedFromTheFirstThirdQuarter() {
    threeAgainstThree();
    for (int i = 0; i < 6; i++) {
      // two jobs of one person: only the first third quarter counts, and later work elsewhere
      persons.add(
          Measured.person(
              "k" + i,
              placement("p" + i, "x", "2021-01-01", "2021-08-31"),
              placement("p" + (i + 1) % 6, "y", "2022-08-01", null)));
    }
    var row = row("network", "werkbehoud_12m");
    // k0, k1, k2 and k5 work on the side with, three of them twice; all six pilots judge two
    assertThat(row).containsEntry("at_risk_with", 4.0).containsEntry("at_risk_without", 4.0);
    assertThat((Double) row.get("value_with"))
        .as("all of them, on the logit scale")
        .isGreaterThan(0.6);
  }

  @Test
  void theFirstJobIsTheFirstThatBeganOnOrAfterTheStart() {
    threeAgainstThree();
    for (int i = 0; i < 6; i++) {
      job("p" + i, "older", "2019-06-01", null);
      job("p" + i, "first", i < 3 ? "2020-01-11" : "2020-04-10", null);
      job("p" + i, "second", "2021-01-01", null);
    }
    var row = row("network", "days_to_first_job");
    assertThat((Double) row.get("value_with")).isEqualTo(10, within(1e-6));
    assertThat((Double) row.get("value_without")).isEqualTo(100, within(1e-6));
    assertThat((Double) row.get("difference")).isEqualTo(-90, within(1e-6));
  }

  @Test
  void whoTookAPracticeUpWhileWaitingDidNotBeginWithIt() {
    threeAgainstThree();
    pilot("late");
    use("late", "network", "2020-02-01", null);
    job("late", "first", "2021-01-01", null);
    var began = row("network", "days_to_first_job");
    var stands = row("network", "retention_6m");
    assertThat(began).containsEntry("pilots_without", 1L).containsEntry("pilots_with", 0L);
    assertThat(stands).containsEntry("pilots_without", 0L).containsEntry("pilots_with", 1L);
  }

  @Test
  void jobsPerMillionCountTheContractValueForTheTimeOnThisSide() {
    for (int i = 0; i < 6; i++) {
      register.add(
          new Proeftuin(
              "p" + i,
              "p" + i,
              "BZK",
              null,
              null,
              "1",
              LocalDate.of(2020, 1, 1),
              LocalDate.of(2023, 12, 31),
              new BigDecimal("2000000"),
              null));
      for (int j = 0; j < 8; j++) {
        job("p" + i, "j" + j, "2022-0" + (1 + j) + "-01", null);
      }
      job("p" + i, "early", "2020-06-01", null);
    }
    for (int i = 0; i < 3; i++) {
      use("p" + i, "network", "2021-01-01", null);
    }
    var row = row("network", "jobs_per_million_eur");
    double with = 8 / (2 * 1095.0 / 1461);
    assertThat((Double) row.get("value_with")).isEqualTo(with, within(1e-9));
    assertThat((Double) row.get("value_without")).isEqualTo(9 / 2.0, within(1e-9));
  }

  @Test
  void hoursAndGroundsOfJobsMakeTheirShares() {
    threeAgainstThree();
    for (int i = 0; i < 6; i++) {
      boolean with = i < 3;
      person(
          PlacementOf.id("a").form(with ? "permanent" : "temporary").hours("30").ground("wajong"),
          i);
      person(PlacementOf.id("b").form("temporary").hours("10").ground(with ? "wajong" : "none"), i);
      person(PlacementOf.id("c").form("permanent").hours("20").ground("unknown"), i);
      person(PlacementOf.id("d").form("temporary").hours(null).ground("none"), i);
    }
    var hours = row("network", "permanent_hours_share");
    assertThat((Double) hours.get("value_with")).isEqualTo(50 / 60.0, within(1e-3));
    assertThat((Double) hours.get("value_without")).isEqualTo(20 / 60.0, within(1e-3));
    var grounds = row("network", "counted_ground_share");
    assertThat((Double) grounds.get("value_with")).isEqualTo(2 / 3.0, within(1e-9));
    assertThat((Double) grounds.get("value_without")).isEqualTo(1 / 3.0, within(1e-9));
  }

  @Test
  void internshipsAreNoJobs() {
    pilot("p");
    persons.add(Measured.person("x", resolved("p", PlacementOf.id("1").form("internship"))));
    assertThat(row("network", "retention_6m")).containsEntry("placements_without", 0.0);
  }

  @Test
  void whatHelpsNextFollowsFromWhatIsMissing() {
    threeAgainstThree();
    assertThat(row("network", "retention_12m")).containsEntry("next_step", "follow_longer");
    assertThat(row("network", "jobs_per_million_eur"))
        .containsEntry("next_step", "record_contract_value");
    assertThat(row("network", "permanent_hours_share")).containsEntry("next_step", "record_hours");
    assertThat(row("network", "counted_ground_share"))
        .containsEntry("next_step", "record_register_ground");
    uses.add(new PracticeUse("p0", "doe_sessions", PlacementOf.day("2020-01-01"), Days.NONE));
    assertThat(row("doe_sessions", "retention_12m")).containsEntry("next_step", "more_pilots_with");
    register.forEach(p -> use(p.id(), "online_platform", "2020-01-01", null));
    assertThat(row("online_platform", "retention_12m"))
        .containsEntry("next_step", "more_pilots_without");
    assertThat(SCHEMAS.codelist("lesson_next_steps").code("more_pilots_without")).isPresent();
  }

  @Test
  void theVoicesStandBesideTheFigures() {
    voices = Map.of("network", new Lessons.Voices(5, 3, 2, 1, 2));
    pilot("p");
    assertThat(row("network", "retention_6m"))
        .containsEntry("notes", 5L)
        .containsEntry("proeftuinen_with_notes", 3L)
        .containsEntry("challenges", 1L);
    assertThat(row("doe_sessions", "retention_6m")).containsEntry("notes", 0L);
  }

  @Test
  void orderPartsAndCoresDoNotMatter() {
    randomWorld(7);
    var all = rows();
    Collections.shuffle(persons, new Random(1));
    assertThat(rows(3)).isEqualTo(all);
    var one = new ForkJoinPool(1);
    try {
      assertThat(one.submit(() -> rows()).join()).isEqualTo(all);
    } finally {
      one.shutdown();
    }
  }

  @Test
  void fewPersonsOnASideShowNoFigures() {
    threeAgainstThree();
    for (int i = 0; i < 6; i++) {
      for (int j = 0; j < 4; j++) {
        job("p" + i, "j" + j, "2020-02-01", j == 0 ? "2020-05-31" : null);
      }
    }
    var row = published("network", "retention_12m");
    for (String figure :
        List.of(
            "value_with",
            "difference",
            "ci_low",
            "leave_one_out_low",
            "prediction_high",
            "p_value",
            "q_value")) {
      assertThat(row.get(figure)).as(figure).isNull();
    }
    assertThat(row).containsEntry("disclosure", "withheld");
    assertThat((Double) row.get("placements_with") % 5).isZero();
    assertThat(row("network", "retention_12m").get("difference")).isNotNull();
  }

  @Test
  void smallProeftuinenMakeCoarseStepsAndLargeOnesFineSteps() {
    randomWorld(12);
    var coarse = published("network", "retention_12m");
    assertThat(coarse).containsEntry("disclosure", "rounded");
    assertThat(inSteps(coarse.get("difference"), 20)).isTrue();
    assertThat(inSteps(coarse.get("value_with"), 20)).isTrue();
    persons.clear();
    randomWorld(120);
    var fine = published("network", "retention_12m");
    assertThat(inSteps(fine.get("value_with"), 100)).isTrue();
    assertThat(inSteps(fine.get("value_with"), 20) && inSteps(fine.get("ci_low"), 20)).isFalse();
    assertThat(inSteps(fine.get("leave_one_out_low"), 20)).as("leans on one").isTrue();
    assertThat((Double) fine.get("p_value")).isPositive();
    assertThat((Double) fine.get("p_value"))
        .isGreaterThanOrEqualTo((Double) row("network", "retention_12m").get("p_value"));
  }

  private static boolean inSteps(Object value, int stepsInOne) {
    double steps = (Double) value * stepsInOne;
    return Math.abs(steps - Math.rint(steps)) < 1e-9;
  }

  /** Ten proeftuinen, half of them with a practice, jobs of random length. */
  private void randomWorld(int jobs) {
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

  private void threeAgainstThree() {
    for (int i = 0; i < 6; i++) {
      pilot("p" + i);
      if (i < 3) {
        use("p" + i, "network", "2020-01-01", null);
      }
    }
  }

  private void pilot(String id) {
    register.add(Measured.proeftuin(id, "BZK", "2020-01-01", null, null));
  }

  private void use(String pilot, String practice, String from, String to) {
    uses.add(new PracticeUse(pilot, practice, PlacementOf.day(from), PlacementOf.day(to)));
  }

  private void person(PlacementOf placement, int pilot) {
    ResolvedPlacement known = resolved("p" + pilot, placement);
    persons.add(Measured.person("p" + pilot + known.state().placementId(), known));
  }

  private void job(String pilot, String id, String from, String to) {
    persons.add(Measured.person(pilot + "/" + id, placement(pilot, id, from, to)));
  }

  private static ResolvedPlacement placement(String pilot, String id, String from, String to) {
    return resolved(pilot, PlacementOf.id(id).from(from).to(to));
  }

  private static ResolvedPlacement resolved(String pilot, PlacementOf placement) {
    return placement.seen(pilot, AS_OF, AS_OF);
  }

  private Map<String, Object> row(String practice, String outcome) {
    return find(rows(), practice, outcome);
  }

  private Map<String, Object> published(String practice, String outcome) {
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

  private List<Map<String, Object>> rows() {
    return rows(1);
  }

  private List<Map<String, Object>> rows(int parts) {
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
