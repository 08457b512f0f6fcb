package nl.oogst.measure;

import static nl.oogst.measure.ComparedUnits.ROUNDED;
import static nl.oogst.measure.ComparedUnits.SCHEMA;
import static nl.oogst.measure.ComparedUnits.crowd;
import static nl.oogst.measure.ComparedUnits.one;
import static nl.oogst.measure.ComparedUnits.rows;
import static nl.oogst.measure.ComparedUnits.seen;
import static nl.oogst.measure.Measured.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.oogst.resolve.PlacementOf;
import nl.oogst.stats.Funnel;
import org.junit.jupiter.api.Test;

/** Units beside each other, never in an order (methods page, section 2). */
class ComparisonRowsTest {
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
