package nl.oogst.measure;

import static nl.oogst.measure.Measured.frame;
import static nl.oogst.measure.Measured.oneJob;
import static nl.oogst.measure.Measured.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.oogst.model.DataSetSchema;
import nl.oogst.model.Proeftuin;
import nl.oogst.model.Schemas;
import nl.oogst.protect.DisclosureRules;
import nl.oogst.protect.ProtectedCounts;
import nl.oogst.resolve.Deliveries;
import nl.oogst.resolve.PlacementOf;
import nl.oogst.resolve.ResolvedPlacement;
import nl.oogst.stats.Funnel;
import org.junit.jupiter.api.Test;

/** Units beside each other, never in an order (methods page, section 2). */
class ComparisonsTest {
  private static final String AS_OF = "2024-12-31";
  private static final Schemas ALL = Schemas.load(Measured.SCHEMAS);
  private static final ComparisonRules RULES = ComparisonRules.read(ALL);
  private static final DataSetSchema SCHEMA = Measured.schema("comparisons");
  private static final Counting ROUNDED =
      new ProtectedCounts(DisclosureRules.load(Measured.SCHEMAS.resolve("rules/disclosure.json")));

  private static Comparisons measure() {
    Proeftuin a = Measured.proeftuin("a", "BZK", "2021-01-01", null, null);
    return new Comparisons(
        frame("2021-01-01", AS_OF), List.of(a), new BanenRules(ALL.rules("banenafspraak")), RULES);
  }

  private static List<Map<String, Object>> rows(Counting counting, Person... persons) {
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

  private static Map<String, Object> one(
      List<Map<String, Object>> rows, String outcome, String breakdown, String unit) {
    List<Map<String, Object>> found =
        rows.stream()
            .filter(r -> r.get("outcome").equals(outcome) && r.get("breakdown").equals(breakdown))
            .filter(r -> unit.equals(r.get(breakdown)))
            .toList();
    assertThat(found).as("%s of %s", outcome, unit).hasSize(1);
    return found.get(0);
  }

  private static PlacementOf job(String from, String to) {
    return PlacementOf.id("p").from(from).to(to);
  }

  private static ResolvedPlacement seen(PlacementOf placement) {
    return placement.seen("a", AS_OF, AS_OF);
  }

  private static void assertCounts(
      String outcome, double n, double events, double notJudged, Person... persons) {
    // a crowd of 20 without the outcome makes the unit large enough to show a share
    List<Person> all = new ArrayList<>(List.of(persons));
    Map<String, Object> before =
        one(rows(Counting.EXACT, crowd(20)), outcome, "organisation", "BZK");
    all.addAll(List.of(crowd(20)));
    Map<String, Object> row =
        one(rows(Counting.EXACT, all.toArray(new Person[0])), outcome, "organisation", "BZK");
    double crowdEvents = (double) before.get("value") * (double) before.get("n");
    assertThat((double) row.get("n") - (double) before.get("n")).as("n").isEqualTo(n);
    assertThat((double) row.get("value") * (double) row.get("n") - crowdEvents)
        .as("with the outcome")
        .isCloseTo(events, within(1e-9));
    assertThat(row).as("not judged").containsEntry("not_judged", notJudged);
  }

  /** Persons who left their temporary job, without a counted ground, after a month. */
  private static Person[] crowd(int size) {
    Person[] crowd = new Person[size];
    for (int i = 0; i < size; i++) {
      PlacementOf placement =
          PlacementOf.id("c" + i).from("2022-08-01").to("2022-09-01").reason("dismissed");
      crowd[i] = person("crowd " + i, twice(placement, "2022-12-31", placement, AS_OF));
    }
    return crowd;
  }

  @Test
  void retentionIsOfJobsFollowedTwelveMonths() {
    assertCounts(
        "retention_12m",
        3,
        2,
        1,
        person("stayed", seen(job("2022-01-01", null))),
        person("left on the day itself", seen(job("2022-01-01", "2023-01-01"))),
        person("left the day before", seen(job("2022-01-01", "2022-12-31"))),
        person("not followed so long", seen(job("2024-01-01", null))));
  }

  @Test
  void whatOnePersonCountsTooHeavilyInIsLeftOutAndNotSaidToBeNothing() {
    ResolvedPlacement[] six = new ResolvedPlacement[6];
    for (int i = 0; i < six.length; i++) {
      six[i] = seen(PlacementOf.id("h" + i).from("2022-01-01").to(null));
    }
    List<Person> all = new ArrayList<>(List.of(crowd(60)));
    all.add(person("six jobs", six));
    Map<String, Object> row =
        one(rows(ROUNDED, all.toArray(new Person[0])), "retention_12m", "organisation", "BZK");

    assertThat(row)
        .containsEntry("n", null)
        .containsEntry("value", null)
        .containsEntry("disclosure", "withheld")
        .containsEntry("position", "too_few");
    assertThat(
            one(
                rows(Counting.EXACT, all.toArray(new Person[0])),
                "retention_12m",
                "organisation",
                "BZK"))
        .containsEntry("n", 66.0);
  }

  @Test
  void aJobThatEndedEarlyButIsNotOldEnoughIsNotJudged() {
    // counting it would count failures before successes
    assertCounts("retention_12m", 0, 0, 1, person("x", seen(job("2024-03-01", "2024-04-01"))));
  }

  @Test
  void aJobInTwoProeftuinenIsOneJob() {
    assertCounts(
        "retention_12m",
        1,
        1,
        0,
        oneJob(
            "x", seen(job("2022-01-01", null)), job("2022-01-01", null).seen("b", AS_OF, AS_OF)));
  }

  @Test
  void eachPersonIsJudgedOnceInTheFirstYearWithWork() {
    assertCounts(
        "werkbehoud_12m",
        2,
        1,
        0,
        person("kept in all years", seen(job("2021-01-01", null))),
        person(
            "not the first", seen(job("2021-01-01", "2021-12-31")), seen(job("2023-01-01", null))));
  }

  @Test
  void workElsewhereIsWorkKept() {
    assertCounts(
        "werkbehoud_12m",
        1,
        1,
        0,
        person(
            "x",
            seen(job("2022-01-01", "2022-12-31")),
            seen(PlacementOf.id("q").from("2023-02-01").organisation("Fin"))));
  }

  @Test
  void contractsAndGroundsAreSharesOfAllJobs() {
    Person permanent = person("1", seen(job("2024-01-01", null).form("permanent")));
    Person unknown = person("2", seen(job("2024-01-01", null).form("unknown")));
    Person registered = person("3", seen(job("2024-01-01", null).ground("wajong")));
    Person later =
        person("4", seen(job("2024-01-01", null).ground("wajong").registered("2024-02-01", null)));

    assertCounts("permanent_jobs", 3, 1, 1, permanent, unknown, registered, later);
    assertCounts("counted_ground", 4, 1, 0, permanent, unknown, registered, later);
  }

  @Test
  void aRegularJobIsASuccessAmongEndsWithAReason() {
    assertCounts(
        "regular_job_end",
        2,
        1,
        2,
        person("1", seen(job("2022-01-01", "2022-05-31").reason("regular_job"))),
        person("2", seen(job("2022-01-01", "2022-05-31").reason("illness"))),
        person("3", seen(job("2022-01-01", "2022-05-31").reason("unknown"))),
        person("4", seen(job("2022-01-01", "2022-05-31"))),
        person("5", seen(job("2022-01-01", null))));
  }

  @Test
  void aJobMovedToPermanentWhenTheFirstDeliveryAfterTwelveMonthsShowsIt() {
    PlacementOf temporary = job("2022-01-01", null);
    PlacementOf permanent = job("2022-01-01", null).form("permanent");
    assertCounts(
        "moved_to_permanent_12m",
        3,
        1,
        1,
        person("moved", twice(temporary, "2022-06-30", permanent, "2023-06-30")),
        person("stayed temporary", twice(temporary, "2022-06-30", temporary, "2023-06-30")),
        person(
            "left", twice(temporary, "2022-06-30", job("2022-01-01", "2022-12-31"), "2023-06-30")),
        person("permanent from the first", twice(permanent, "2022-06-30", permanent, "2023-06-30")),
        person("not seen later", job("2022-01-01", null).seen("a", "2022-06-30", AS_OF)));
  }

  private static ResolvedPlacement twice(
      PlacementOf before, String first, PlacementOf after, String second) {
    return Deliveries.of("a")
        .snapshot(first)
        .shows(before)
        .snapshot(second)
        .shows(after)
        .resolve(AS_OF)
        .placement();
  }

  @Test
  void aUnitWithTooFewSaysSoAndNothingElse() {
    Map<String, Object> row =
        one(rows(Counting.EXACT, crowd(19)), "retention_12m", "proeftuin", "a");

    assertThat(row).containsEntry("position", "too_few").containsEntry("n", 19.0);
    assertThat(row).containsEntry("value", null).containsEntry("common_share", null);
  }

  @Test
  void whatTheRegisterOrRecordsDoNotSayIsUnknown() {
    List<Map<String, Object>> rows = rows(Counting.EXACT, crowd(20));

    assertThat(one(rows, "retention_12m", "category", "unknown")).containsEntry("n", 20.0);
    assertThat(one(rows, "retention_12m", "route", "unknown")).containsEntry("n", 20.0);
  }

  /** Units of persons who stay or leave, half of them with disability and half with a benefit. */
  private static Person[] units(int[] n, int[] stayed) {
    List<Person> all = new ArrayList<>();
    String[] names = {"AZ", "BZK", "Fin", "IenW", "OCW", "SZW", "VWS", "Def", "EZ", "BZ"};
    for (int unit = 0; unit < n.length; unit++) {
      for (int i = 0; i < n[unit]; i++) {
        PlacementOf placement =
            PlacementOf.id(unit + "-" + i)
                .from("2022-01-01")
                .to(i < stayed[unit] ? null : "2022-03-31")
                .organisation(names[unit])
                .group(i % 2 == 0 ? "wajong" : "ww");
        all.add(person(unit + "/" + i, seen(placement)));
      }
    }
    return all.toArray(new Person[0]);
  }

  @Test
  void theRowsAreThoseOfTheFunnelOverUnitsThatAreLargeEnough() {
    int[] n = {40, 60, 80, 5, 100};
    int[] stayed = {20, 50, 60, 1, 70};
    List<Map<String, Object>> rows = rows(Counting.EXACT, units(n, stayed));
    Funnel funnel =
        Funnel.of(new int[] {20, 50, 60, 70}, new int[] {40, 60, 80, 100}).orElseThrow();
    Map<String, Object> fin = one(rows, "retention_12m", "organisation", "Fin");

    assertThat(fin)
        .containsEntry("value", 0.75)
        .containsEntry("units", 4L)
        .containsEntry("common_share", funnel.target())
        .containsEntry("limit_998_low", funnel.points().get(2).outer().low())
        .containsEntry("limit_95_high", funnel.points().get(2).inner().high());
    assertThat((double) fin.get("z_adjusted"))
        .isCloseTo(funnel.points().get(2).zAdditive(), within(1e-6));
    assertThat(one(rows, "retention_12m", "organisation", "IenW"))
        .containsEntry("position", "too_few");
  }

  @Test
  void rowsStandByNameAndNotByOutcome() {
    List<Object> names =
        rows(Counting.EXACT, units(new int[] {40, 60, 80}, new int[] {1, 59, 30})).stream()
            .filter(row -> row.get("outcome").equals("retention_12m"))
            .map(row -> row.get("organisation"))
            .filter(name -> name != null)
            .toList();

    assertThat(names).containsExactly("AZ", "BZK", "Fin");
    assertThat(SCHEMA.sort()).doesNotContain("value", "z", "shrunken", "standardised");
    assertThat(SCHEMA.columns()).noneMatch(column -> column.name().contains("rank"));
  }

  @Test
  void aStratumWithTooFewIsToldAndNotDropped() {
    Map<String, Object> row =
        one(
            rows(Counting.EXACT, units(new int[] {40, 18}, new int[] {20, 9})),
            "retention_12m",
            "organisation",
            "AZ");
    assertThat(row).containsEntry("standardised_reason", null);

    // of 25 persons 12 are in one stratum; all others of that unit left it with 9
    Person[] few = units(new int[] {40, 40}, new int[] {20, 20});
    List<Person> without = new ArrayList<>();
    for (Person person : few) {
      boolean second = person.id().startsWith("1/");
      boolean benefit = person.jobs().get(0).state().targetGroup().equals("ww");
      if (!second || !benefit || Integer.parseInt(person.id().substring(2)) < 18) {
        without.add(person);
      }
    }
    assertThat(
            one(
                rows(Counting.EXACT, without.toArray(new Person[0])),
                "retention_12m",
                "organisation",
                "BZK"))
        .containsEntry("n", 29.0)
        .containsEntry("standardised", null)
        .containsEntry("standardised_reason", "stratum_too_small");
  }

  @Test
  void publicRowsAreMadeOfRoundedCountsOnly() {
    List<Map<String, Object>> rows =
        rows(ROUNDED, units(new int[] {43, 61, 88}, new int[] {21, 44, 61}));

    for (Map<String, Object> row : rows) {
      assertThat((double) row.get("n") % 5).isZero();
      assertThat((double) row.get("not_judged") % 5).isZero();
      assertThat(row.get("disclosure")).isIn("rounded", "withheld");
      for (String share : List.of("value", "ci_low", "common_share", "shrunken", "standardised")) {
        Double value = (Double) row.get(share);
        if (value != null) {
          assertThat(value * 100).as(share).isCloseTo(Math.rint(value * 100), within(1e-9));
        }
      }
    }
  }

  @Test
  void roundingAloneRarelyMakesAUnitSeemUnusual() {
    var random = new Random(28);
    int looked = 0;
    int unusual = 0;
    int beyond95 = 0;
    for (int world = 0; world < 60; world++) {
      int[] n = random.ints(10, 25, 120).toArray();
      int[] stayed = new int[n.length];
      for (int unit = 0; unit < n.length; unit++) {
        for (int i = 0; i < n[unit]; i++) {
          stayed[unit] += random.nextDouble() < 0.75 ? 1 : 0;
        }
      }
      for (Map<String, Object> row : rows(ROUNDED, world(world, n, stayed))) {
        if (row.get("outcome").equals("retention_12m")
            && row.get("breakdown").equals("organisation")) {
          String position = (String) row.get("position");
          looked += position.equals("too_few") ? 0 : 1;
          unusual += position.endsWith("998") ? 1 : 0;
          beyond95 += position.endsWith("_95") ? 1 : 0;
        }
      }
    }
    assertThat(looked).isGreaterThan(500);
    assertThat(unusual / (double) looked).isLessThan(0.01);
    assertThat(beyond95 / (double) looked).isLessThan(0.06);
  }

  /** As {@link #units}, with persons of their own in each world. */
  private static Person[] world(int world, int[] n, int[] stayed) {
    Person[] persons = units(n, stayed);
    for (int i = 0; i < persons.length; i++) {
      Person p = persons[i];
      persons[i] =
          new Person(p.id(), new Random(world * 1_000_003L + i).nextLong(), p.engagements());
    }
    return persons;
  }
}
