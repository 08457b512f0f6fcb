package nl.oogst.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The figures of a world worked out by hand, to the cells of every data set. */
@ExtendWith(SmallWorldHarvest.Shared.class)
class SmallWorldFiguresTest {
  private static SmallWorldHarvest world;

  @BeforeAll
  static void harvest(SmallWorldHarvest harvest) {
    world = harvest;
  }

  // ---- jobs_realised

  @ParameterizedTest
  @CsvSource({
    // period, started, ended, active, persons, contract hours, other placements
    "2023-Q1,2,0,2,2,52,0", // a1 (32, its newest record) and b1
    "2023-Q2,1,0,3,3,76,1", // a2; a3 is an internship
    "2023-Q3,2,1,5,5,144,1", // a4, g1; a2 ends on the last day and is still active on it
    "2023-Q4,2,1,6,6,158,1", // a5 with b5, g2; b1 ends on the last day
    "2024-Q1,2,1,5,6,143,0", // a6, a8 with b8 (27 together); a4 vanished, g2 ends, so does a3
    "2024-Q2,0,0,5,5,143,0", // the end of a6 is planned
    "2023,7,2,6,7,158,1",
    "2024,2,1,5,6,143,0"
  })
  void jobsRealisedOfEveryPeriod(
      String period,
      double started,
      double ended,
      double active,
      double persons,
      double hours,
      double other) {
    String where = "breakdown = 'all' AND period = '" + period + "'";
    Path jobs = world.exact("jobs_realised");

    assertThat(world.number(jobs, "jobs_started", where)).isEqualTo(started);
    assertThat(world.number(jobs, "jobs_ended", where)).isEqualTo(ended);
    assertThat(world.number(jobs, "jobs_active", where)).isEqualTo(active);
    assertThat(world.number(jobs, "persons", where)).isEqualTo(persons);
    assertThat(world.number(jobs, "fte", where)).isCloseTo(hours / 36, within(1e-12));
    assertThat(world.number(jobs, "other_placements", where)).isEqualTo(other);
  }

  @Test
  void eachRecordOfAJobCountsHalfWithItsOwnOrganisation() {
    // BZK: a1 and half of a5; IenW: a4, b1 and half of b5; Fin: g1, g2
    assertThat(
            world.rows(
                world.exact("jobs_realised"),
                "organisation, jobs_active, persons",
                "WHERE breakdown = 'organisation' AND period = '2023-Q4' ORDER BY 1"))
        .containsExactly("BZK 1.5 2.0", "Fin 2.0 2.0", "IenW 2.5 3.0");
  }

  @Test
  void aPeriodIsProvisionalWhereARunningProeftuinHasNotDelivered() {
    // to the end of 2024-Q2 alfa and beta delivered, gamma and epsilon did not; no year-end yet
    assertThat(
            world.rows(
                world.exact("jobs_realised"),
                "period, provisional, round(coverage, 3)",
                "WHERE breakdown = 'all' AND period IN ('2023-Q1', '2024-Q1', '2024-Q2', '2023',"
                    + " '2024') ORDER BY period_type, period"))
        .containsExactly(
            "2023-Q1 false 1.0",
            "2024-Q1 false 1.0",
            "2024-Q2 true 0.5",
            "2023 false 1.0",
            "2024 true 0.0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jobs_started", "jobs_ended", "jobs_active", "fte", "other_placements"})
  void beforeProtectionTotalsEqualTheSumOfTheirParts(String measure) {
    assertThat(
            world.rows(
                world.exact("jobs_realised"),
                "period, breakdown",
                "AS r GROUP BY period, breakdown HAVING abs(sum("
                    + measure
                    + ") - (SELECT "
                    + measure
                    + " FROM '"
                    + world.exact("jobs_realised")
                    + "' AS t WHERE t.breakdown = 'all' AND t.period = r.period)) > 1e-9"))
        .isEmpty();
  }

  @Test
  void aBreakdownHasARowForEachValueInEachOfTheEightPeriods() {
    assertThat(
            world.rows(
                world.exact("jobs_realised"),
                "breakdown, count(*)",
                "GROUP BY breakdown ORDER BY breakdown"))
        .containsExactly(
            "all 8",
            "attribution 32",
            "contract_form 32",
            "organisation 24",
            "organisation+attribution 40",
            "organisation+target_group 56",
            "phase 24",
            "proeftuin 24",
            "route 32",
            "target_group 32");
  }

  // ---- banenafspraak_contributions

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // period | attribution | counts for | paid | estimated: weekly hours x days / 7
        "2023-Q1 | supplier        | market            | 400 | 0",
        // wsw counts where hired: February and March
        "2023-Q1 | rijk_hiring     | sector_government | 0   | 20 * 59 / 7",
        "2023-Q3 | rijk_employment | rijk              | 0   | 36 * 92 / 7",
        // a1 from April and a2; internship a3 and a4 without ground below
        "2023-Q2 | supplier        | market            | 0   | (32 * 91 + 24 * 91) / 7",
        "2023-Q2 | supplier        | none              | 0   | 20 * 61 / 7",
        // 16 of 30 days of the pay period of a1 lie in December, which is not estimated
        "2023-Q4 | supplier        | market            | 48  | (32 * 61 + 20 * 92) / 7",
        // a6 is in the register from 15 February: all of February and March, not January
        "2024-Q1 | supplier        | market            | 42  | (32 * 60 + 20 * 91 + 28 * 60) / 7",
        // a6 in January, a3 in January, half of a8 and of b8
        "2024-Q1 | supplier        | none              | 0   | (28*31 + 20*31 + 18*60 + 9*31) / 7",
        "2024-Q1 | indirect        | none              | 0   | 18 * 60 / 7",
        "2024-Q2 | supplier        | market            | 0   | (32 + 20 + 28) * 91 / 7",
        "2023    | rijk_employment | rijk              | 0   | 36 * 184 / 7"
      })
  void hoursAndBanen(
      String period, String attribution, String countsFor, double paid, String estimated) {
    String where =
        String.format(
            "breakdown = 'all' AND period = '%s' AND attribution = '%s' AND counts_for = '%s'",
            period, attribution, countsFor);
    double expected =
        Double.parseDouble(world.query("SELECT CAST((" + estimated + ") AS DOUBLE)").get(0));
    Path banen = world.exact("banenafspraak_contributions");

    assertThat(world.number(banen, "paid_hours", where)).isEqualTo(paid);
    assertThat(world.number(banen, "estimated_hours", where)).isCloseTo(expected, within(1e-4));
    if (countsFor.equals("none")) {
      assertThat(world.rows(banen, "banen", "WHERE " + where)).containsExactly("null");
    } else {
      double one = period.contains("Q") ? 332.75 : 1331;
      assertThat(world.number(banen, "banen", where))
          .isCloseTo((paid + expected) / one, within(1e-6));
    }
  }

  // ---- sustainability_indicators

  @ParameterizedTest
  @CsvSource({
    // nobody is known to 30 September 2024, nor seen working in that quarter
    "werkbehoud_12m,2024,0,5,null",
    "zelfde_baan_12m,2024,0,5,null",
    // a1 and g1 have 68 of the 144 hours on 30 September 2023
    "permanent_hours_share,2023,5,0,0.4722222222222222",
    // only a1 still runs after twelve months: from 36 to 32
    "hours_growth_12m,2024,1,0,-4.0",
    // seven jobs: g2 ends at 5 months (6/7), a2 at 6 months (4/5), b1 at 11 months (1/2)
    "retention_3m,2024,7,0,1.0",
    "retention_6m,2024,7,0,0.6857142857142857",
    "retention_12m,2024,7,0,0.34285714285714286"
  })
  void indicatorsOfTheCohortOf2023(
      String indicator, String period, double n, double notJudged, String value) {
    List<String> row =
        world.rows(
            world.exact("sustainability_indicators"),
            "period, n, not_judged, value",
            "WHERE breakdown = 'all' AND cohort = 2023 AND indicator = '" + indicator + "'");
    assertThat(row).hasSize(1);
    String[] cells = row.get(0).split(" ", -1);

    assertThat(cells[0]).isEqualTo(period);
    assertThat(Double.parseDouble(cells[1])).isEqualTo(n);
    assertThat(Double.parseDouble(cells[2])).isEqualTo(notJudged);
    if (value.equals("null")) {
      assertThat(cells[3]).isEqualTo("null");
    } else {
      assertThat(Double.parseDouble(cells[3])).isCloseTo(Double.parseDouble(value), within(1e-12));
    }
  }

  // ---- obligations, deliveries

  @Test
  void obligationsStandBesideTheValueOfPlacementsStarted() {
    assertThat(
            world.rows(
                world.exact("obligations"),
                "period, valuation_scheme, obligation_eur, realised_eur, fulfilment",
                "WHERE breakdown = 'all' ORDER BY period"))
        .containsExactly(
            "2023 utrecht_new 50000.0 10000.0 0.2", "2024 utrecht_new 50000.0 0.0 0.0");
  }

  @Test
  void deliveriesAreCountedWhereTheirDateFalls() {
    assertThat(
            world.rows(
                world.exact("deliveries"),
                "proeftuin, delivered, rows_accepted, rows_superseded, rows_quarantined",
                "WHERE period = '2023-Q4' ORDER BY 1"))
        .containsExactly(
            "alfa 1 1.0 4.0 1.0",
            "beta 1 0.0 2.0 0.0",
            "epsilon 0 0.0 0.0 0.0",
            "gamma 1 1.0 1.0 0.0");
  }
}
