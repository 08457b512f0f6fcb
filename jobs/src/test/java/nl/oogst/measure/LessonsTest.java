package nl.oogst.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import nl.oogst.model.Days;
import nl.oogst.model.Proeftuin;
import nl.oogst.resolve.PlacementOf;
import org.junit.jupiter.api.Test;

/**
 * What counts for a lesson, and what follows from it; {@link PublishedLessonsTest} has the rest.
 */
class LessonsTest {
  private final LessonWorld world = new LessonWorld();

  @Test
  void everyPracticeStandsBesideEveryOutcomeAlsoWhenNothingCanBeSaid() {
    world.pilot("alone");
    var rows = world.rows();
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
      world.pilot("p" + p);
      boolean with = p < 5;
      if (with) {
        world.use("p" + p, "network", "2020-01-01", null);
      }
      for (int i = 0; i < 40; i++) {
        boolean lasts = i < (with ? 34 : 20) + p % 3;
        world.job("p" + p, "j" + i, "2021-03-01", lasts ? "2023-06-30" : "2021-06-30");
      }
    }
    var row = world.row("network", "retention_12m");
    assertThat(row)
        .containsEntry("evidence", "supported")
        .containsEntry("next_step", "share_the_lesson");
    assertThat((Double) row.get("value_with")).isEqualTo(0.87, within(0.02));
    assertThat((Double) row.get("value_without")).isEqualTo(0.53, within(0.02));
    assertThat((Double) row.get("ci_low")).isPositive();
    assertThat((Double) row.get("leave_one_out_low")).isPositive();
    assertThat((Double) row.get("p_value")).isEqualTo(2.0 / 252, within(1e-12));
    assertThat(row).containsEntry("pilots_with", 5L).containsEntry("placements_with", 200.0);
    assertThat(world.row("doe_sessions", "retention_12m"))
        .containsEntry("next_step", "record_practice");
  }

  @Test
  void jobsFromBeforeAPracticeWasTakenUpCountOnNeitherSide() {
    world.pilot("late");
    world.use("late", "network", "2020-07-01", null);
    world.job("late", "before", "2020-06-30", null);
    world.job("late", "after", "2020-07-01", null);
    world.pilot("never");
    world.job("never", "one", "2020-06-30", null);
    var row = world.row("network", "retention_6m");
    assertThat(row).containsEntry("placements_with", 1.0).containsEntry("placements_without", 1.0);
    assertThat(row).containsEntry("persons_with", 1.0);
    assertThat(row).containsEntry("pilots_with", 1L).containsEntry("pilots_without", 1L);
  }

  @Test
  void aJobThatTwoProeftuinenReportCountsInBothAndItsPersonOnce() {
    world.pilot("a");
    world.pilot("b");
    world.use("a", "network", "2020-01-01", null);
    world.use("b", "network", "2020-01-01", null);
    world.persons.add(
        Measured.oneJob(
            "x",
            LessonWorld.placement("a", "1", "2021-01-01", null),
            LessonWorld.placement("b", "9", "2021-01-01", null)));
    var row = world.row("network", "counted_ground_share");
    assertThat(row).containsEntry("placements_with", 2.0).containsEntry("persons_with", 1.0);
  }

  @Test
  void aPersonIsJudgedOnceOnWorkRetainedFromTheFirstThirdQuarter() {
    world.threeAgainstThree();
    for (int i = 0; i < 6; i++) {
      // two jobs of one person: only the first third quarter counts, and later work elsewhere
      world.persons.add(
          Measured.person(
              "k" + i,
              LessonWorld.placement("p" + i, "x", "2021-01-01", "2021-08-31"),
              LessonWorld.placement("p" + (i + 1) % 6, "y", "2022-08-01", null)));
    }
    var row = world.row("network", "werkbehoud_12m");
    // k0, k1, k2 and k5 work on the side with, three of them twice; all six pilots judge two
    assertThat(row).containsEntry("at_risk_with", 4.0).containsEntry("at_risk_without", 4.0);
    assertThat((Double) row.get("value_with"))
        .as("all of them, on the logit scale")
        .isGreaterThan(0.6);
  }

  @Test
  void theFirstJobIsTheFirstThatBeganOnOrAfterTheStart() {
    world.threeAgainstThree();
    for (int i = 0; i < 6; i++) {
      world.job("p" + i, "older", "2019-06-01", null);
      world.job("p" + i, "first", i < 3 ? "2020-01-11" : "2020-04-10", null);
      world.job("p" + i, "second", "2021-01-01", null);
    }
    var row = world.row("network", "days_to_first_job");
    assertThat((Double) row.get("value_with")).isEqualTo(10, within(1e-6));
    assertThat((Double) row.get("value_without")).isEqualTo(100, within(1e-6));
    assertThat((Double) row.get("difference")).isEqualTo(-90, within(1e-6));
  }

  @Test
  void whoTookAPracticeUpWhileWaitingDidNotBeginWithIt() {
    world.threeAgainstThree();
    world.pilot("late");
    world.use("late", "network", "2020-02-01", null);
    world.job("late", "first", "2021-01-01", null);
    var began = world.row("network", "days_to_first_job");
    var stands = world.row("network", "retention_6m");
    assertThat(began).containsEntry("pilots_without", 1L).containsEntry("pilots_with", 0L);
    assertThat(stands).containsEntry("pilots_without", 0L).containsEntry("pilots_with", 1L);
  }

  @Test
  void jobsPerMillionCountTheContractValueForTheTimeOnThisSide() {
    for (int i = 0; i < 6; i++) {
      world.register.add(
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
        world.job("p" + i, "j" + j, "2022-0" + (1 + j) + "-01", null);
      }
      world.job("p" + i, "early", "2020-06-01", null);
    }
    for (int i = 0; i < 3; i++) {
      world.use("p" + i, "network", "2021-01-01", null);
    }
    var row = world.row("network", "jobs_per_million_eur");
    double with = 8 / (2 * 1095.0 / 1461);
    assertThat((Double) row.get("value_with")).isEqualTo(with, within(1e-9));
    assertThat((Double) row.get("value_without")).isEqualTo(9 / 2.0, within(1e-9));
  }

  @Test
  void hoursAndGroundsOfJobsMakeTheirShares() {
    world.threeAgainstThree();
    for (int i = 0; i < 6; i++) {
      boolean with = i < 3;
      world.person(
          PlacementOf.id("a").form(with ? "permanent" : "temporary").hours("30").ground("wajong"),
          i);
      world.person(
          PlacementOf.id("b").form("temporary").hours("10").ground(with ? "wajong" : "none"), i);
      world.person(PlacementOf.id("c").form("permanent").hours("20").ground("unknown"), i);
      world.person(PlacementOf.id("d").form("temporary").hours(null).ground("none"), i);
    }
    var hours = world.row("network", "permanent_hours_share");
    assertThat((Double) hours.get("value_with")).isEqualTo(50 / 60.0, within(1e-3));
    assertThat((Double) hours.get("value_without")).isEqualTo(20 / 60.0, within(1e-3));
    var grounds = world.row("network", "counted_ground_share");
    assertThat((Double) grounds.get("value_with")).isEqualTo(2 / 3.0, within(1e-9));
    assertThat((Double) grounds.get("value_without")).isEqualTo(1 / 3.0, within(1e-9));
  }

  @Test
  void internshipsAreNoJobs() {
    world.pilot("p");
    world.persons.add(
        Measured.person("x", LessonWorld.resolved("p", PlacementOf.id("1").form("internship"))));
    assertThat(world.row("network", "retention_6m")).containsEntry("placements_without", 0.0);
  }

  @Test
  void whatHelpsNextFollowsFromWhatIsMissing() {
    world.threeAgainstThree();
    assertThat(world.row("network", "retention_12m")).containsEntry("next_step", "follow_longer");
    assertThat(world.row("network", "jobs_per_million_eur"))
        .containsEntry("next_step", "record_contract_value");
    assertThat(world.row("network", "permanent_hours_share"))
        .containsEntry("next_step", "record_hours");
    assertThat(world.row("network", "counted_ground_share"))
        .containsEntry("next_step", "record_register_ground");
    world.uses.add(new PracticeUse("p0", "doe_sessions", PlacementOf.day("2020-01-01"), Days.NONE));
    assertThat(world.row("doe_sessions", "retention_12m"))
        .containsEntry("next_step", "more_pilots_with");
    world.register.forEach(p -> world.use(p.id(), "online_platform", "2020-01-01", null));
    assertThat(world.row("online_platform", "retention_12m"))
        .containsEntry("next_step", "more_pilots_without");
    assertThat(LessonWorld.SCHEMAS.codelist("lesson_next_steps").code("more_pilots_without"))
        .isPresent();
  }

  @Test
  void theVoicesStandBesideTheFigures() {
    world.voices = Map.of("network", new Lessons.Voices(5, 3, 2, 1, 2));
    world.pilot("p");
    assertThat(world.row("network", "retention_6m"))
        .containsEntry("notes", 5L)
        .containsEntry("proeftuinen_with_notes", 3L)
        .containsEntry("challenges", 1L);
    assertThat(world.row("doe_sessions", "retention_6m")).containsEntry("notes", 0L);
  }

  @Test
  void orderPartsAndCoresDoNotMatter() {
    world.randomWorld(7);
    var all = world.rows();
    Collections.shuffle(world.persons, new Random(1));
    assertThat(world.rows(3)).isEqualTo(all);
    var one = new ForkJoinPool(1);
    try {
      assertThat(one.submit(() -> world.rows()).join()).isEqualTo(all);
    } finally {
      one.shutdown();
    }
  }
}
