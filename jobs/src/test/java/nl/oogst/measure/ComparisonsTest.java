package nl.oogst.measure;

import static nl.oogst.measure.ComparedUnits.AS_OF;
import static nl.oogst.measure.ComparedUnits.ROUNDED;
import static nl.oogst.measure.ComparedUnits.crowd;
import static nl.oogst.measure.ComparedUnits.job;
import static nl.oogst.measure.ComparedUnits.one;
import static nl.oogst.measure.ComparedUnits.rows;
import static nl.oogst.measure.ComparedUnits.seen;
import static nl.oogst.measure.ComparedUnits.twice;
import static nl.oogst.measure.Measured.oneJob;
import static nl.oogst.measure.Measured.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.oogst.resolve.PlacementOf;
import nl.oogst.resolve.ResolvedPlacement;
import org.junit.jupiter.api.Test;

/** Who counts in a unit, and with which outcome (methods page, section 2). */
class ComparisonsTest {
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
}
