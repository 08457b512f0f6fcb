package nl.oogst.measure;

import static nl.oogst.measure.Measured.frame;
import static nl.oogst.measure.Measured.oneJob;
import static nl.oogst.measure.Measured.person;
import static org.assertj.core.api.Assertions.assertThat;

import nl.oogst.resolve.Deliveries;
import nl.oogst.resolve.PlacementOf;
import nl.oogst.resolve.ResolvedPlacement;
import org.junit.jupiter.api.Test;

/** Contract section 5 rule 6. */
class SustainabilityIndicatorsTest {
  private static final String AS_OF = "2024-12-31";

  private static Measured measure(Person... persons) {
    return Measured.of(new SustainabilityIndicators(frame("2021-01-01", AS_OF)), persons);
  }

  private static PlacementOf job(String from, String to) {
    return PlacementOf.id("p").from(from).to(to);
  }

  /** In a proeftuin that delivered to the end of 2024. */
  private static ResolvedPlacement seen(PlacementOf placement) {
    return placement.seen("a", AS_OF, AS_OF);
  }

  /** Open, in a proeftuin whose newest delivery is of this day. */
  private static ResolvedPlacement lastSeen(PlacementOf placement, String peildatum) {
    return placement.seen("b", peildatum, AS_OF);
  }

  private static Object of(Measured measured, String indicator, String column, int cohort) {
    return measured.value(
        column, Integer.toString(cohort + 1), "indicator=" + indicator, "cohort=" + cohort);
  }

  private static void assertShare(
      Measured measured, String indicator, Object value, double n, double notJudged) {
    assertThat(of(measured, indicator, "value", 2023)).as(indicator).isEqualTo(value);
    assertThat(of(measured, indicator, "n", 2023)).as("n of %s", indicator).isEqualTo(n);
    assertThat(of(measured, indicator, "not_judged", 2023))
        .as("not judged of %s", indicator)
        .isEqualTo(notJudged);
  }

  @Test
  void whoStaysInTheJobKeepsWorkAndTheSameJob() {
    Measured measured = measure(person("x", seen(job("2022-01-01", null))));

    assertShare(measured, "werkbehoud_12m", 1.0, 1, 0);
    assertShare(measured, "zelfde_baan_12m", 1.0, 1, 0);
  }

  @Test
  void whoWorksElsewhereAfterAGapKeepsWorkButNotTheJob() {
    Measured measured =
        measure(
            person(
                "x",
                // works on the first day of the third quarter, and again on the last a year later
                seen(job("2022-01-01", "2023-07-01")),
                seen(PlacementOf.id("q").from("2024-09-30"))));

    assertShare(measured, "werkbehoud_12m", 1.0, 1, 0);
    assertShare(measured, "zelfde_baan_12m", 0.0, 1, 0);
  }

  @Test
  void workOutsideTheThirdQuartersDoesNotCount() {
    Measured left =
        measure(
            person(
                "x",
                seen(job("2022-01-01", "2024-06-30")),
                seen(PlacementOf.id("q").from("2024-10-01"))));
    assertShare(left, "werkbehoud_12m", 0.0, 1, 0);

    Measured never = measure(person("x", seen(job("2022-01-01", "2023-06-30"))));
    assertShare(never, "werkbehoud_12m", null, 0, 0);
  }

  @Test
  void anInternshipIsNoWork() {
    Measured measured =
        measure(
            person(
                "x",
                seen(job("2022-01-01", "2023-08-31")),
                seen(PlacementOf.id("q").from("2024-01-01").form("internship"))));

    assertShare(measured, "werkbehoud_12m", 0.0, 1, 0);
  }

  @Test
  void whoIsNotObservedToTheEndOfTheLaterQuarterIsNotJudged() {
    assertShare(
        measure(person("x", lastSeen(job("2022-01-01", null), "2024-06-30"))),
        "werkbehoud_12m",
        null,
        0,
        1);
  }

  @Test
  void whoIsSeenWorkingInTheLaterQuarterIsJudgedThoughNotObservedToItsEnd() {
    Measured measured = measure(person("x", lastSeen(job("2022-01-01", null), "2024-07-01")));

    assertShare(measured, "werkbehoud_12m", 1.0, 1, 0);
    assertShare(measured, "zelfde_baan_12m", 1.0, 1, 0);
  }

  @Test
  void theLatestKnowledgeOverAllPlacementsDecides() {
    // the job in b is known to August 2023 only; a knows the person to the end of 2024
    Measured measured =
        measure(
            person(
                "x",
                lastSeen(job("2022-01-01", null), "2023-08-31"),
                seen(PlacementOf.id("q").from("2022-01-01").to("2022-02-01").form("internship"))));

    assertShare(measured, "werkbehoud_12m", 0.0, 1, 0);
  }

  @Test
  void aPlannedEndIsNotKnown() {
    Measured measured =
        measure(person("x", lastSeen(job("2022-01-01", "2024-12-31"), "2024-06-30")));

    assertShare(measured, "werkbehoud_12m", null, 0, 1);
  }

  @Test
  void aShareHasItsWilsonInterval() {
    // 1 of 1: from 1 / (1 + 1.959964^2) to 1
    Measured measured = measure(person("x", seen(job("2022-01-01", null))));

    assertThat((double) of(measured, "werkbehoud_12m", "ci_low", 2023))
        .isCloseTo(1 / (1 + 1.959963984540054 * 1.959963984540054), within(1e-12));
    assertThat(of(measured, "werkbehoud_12m", "ci_high", 2023)).isEqualTo(1.0);
  }

  private static org.assertj.core.data.Offset<Double> within(double offset) {
    return org.assertj.core.data.Offset.offset(offset);
  }

  @Test
  void startersFirstStartedInTheFourQuartersUpToTheThirdOfTheYear() {
    Measured measured =
        measure(
            person("day before", seen(job("2022-09-30", null))),
            person("first day", seen(job("2022-10-01", null))),
            person("last day", seen(job("2023-09-30", "2023-12-31"))),
            person(
                "second job",
                seen(job("2021-01-01", "2021-12-31")),
                seen(PlacementOf.id("q").from("2023-01-01"))),
            person("unseen", lastSeen(job("2023-01-01", null), "2023-09-30")));

    assertShare(measured, "starters_12m", 0.5, 2, 1);
    assertShare(measured, "werkbehoud_12m", 0.75, 4, 1);
  }

  @Test
  void inABreakdownAnyJobAnywhereIsWorkKept() {
    Measured measured =
        measure(
            person(
                "x",
                seen(job("2022-01-01", "2023-12-31")),
                seen(PlacementOf.id("q").from("2024-01-01").organisation("IenW"))));
    String[] bzk = {
      "indicator=werkbehoud_12m", "cohort=2023", "breakdown=organisation", "organisation=BZK"
    };

    assertThat(measured.value("value", "2024", bzk)).isEqualTo(1.0);
  }

  @Test
  void aJobInTwoProeftuinenIsTheSameJobInBoth() {
    Measured measured =
        measure(
            oneJob(
                "x",
                seen(job("2022-01-01", "2023-12-31")),
                lastSeen(job("2023-06-01", null), AS_OF)));

    assertShare(measured, "zelfde_baan_12m", 1.0, 1, 0);
  }

  @Test
  void retentionIsKaplanMeierOverTheJobsOfAStartYear() {
    Measured measured =
        measure(
            // ended on start + 3 months - 1 day: an event at 3 months
            person("1", seen(job("2023-01-01", "2023-03-31"))),
            // an event at 3 months and a day
            person("2", seen(job("2023-01-01", "2023-04-01"))),
            // censored at 22 months
            person("3", seen(job("2023-02-01", null))),
            // censored at 3 months exactly: 31 January + 3 months is 30 April, at risk on it
            person("4", lastSeen(job("2023-01-31", null), "2023-04-30")),
            person("other year", seen(job("2022-01-01", "2022-01-02"))));

    // at 3 months one of four ends: 3/4; a day later one of the two still followed: 3/8
    assertRetention(measured, 3, 0.75, 4.0);
    assertRetention(measured, 6, 0.375, 1.0);
    assertRetention(measured, 12, 0.375, 1.0);
    assertThat(measured.value("n", "2024", "indicator=retention_12m", "cohort=2023"))
        .isEqualTo(4.0);
  }

  private static void assertRetention(Measured measured, int months, Object value, double atRisk) {
    String[] row = {"indicator=retention_" + months + "m", "cohort=2023"};
    assertThat(measured.value("value", "2024", row)).as("%d months", months).isEqualTo(value);
    assertThat(measured.value("at_risk", "2024", row)).isEqualTo(atRisk);
  }

  @Test
  void thereIsNoRetentionWhereNobodyWasFollowedToTheHorizon() {
    Measured measured = measure(person("x", seen(job("2022-06-01", "2022-09-30"))));
    String[] row = {"indicator=retention_6m", "cohort=2022"};

    assertThat(measured.value("value", "2023", row)).isNull();
    assertThat(measured.value("at_risk", "2023", row)).isEqualTo(0.0);
  }

  @Test
  void aJobInKProeftuinenIsOneSpell() {
    Measured measured =
        measure(
            oneJob("x", seen(job("2023-01-01", null)), lastSeen(job("2023-01-01", null), AS_OF)));

    assertThat(measured.value("n", "2024", "indicator=retention_3m", "cohort=2023")).isEqualTo(1.0);
  }

  @Test
  void theShareOfPermanentHoursIsOfJobsActiveOn30September() {
    Measured measured =
        measure(
            person("1", seen(job("2023-01-01", "2023-09-30").form("permanent").hours("20"))),
            person("2", seen(job("2023-09-30", null).hours("30"))),
            person("too late", seen(job("2023-10-01", null).form("permanent").hours("40"))),
            person("too early", seen(job("2023-01-01", "2023-09-29").form("permanent"))),
            person("intern", seen(job("2023-01-01", null).form("internship"))),
            person("not known", lastSeen(job("2023-01-01", null), "2023-08-31")));
    String[] row = {"indicator=permanent_hours_share", "cohort=2023"};

    assertThat(measured.value("value", "2023", row)).isEqualTo(0.4);
    assertThat(measured.value("n", "2023", row)).isEqualTo(2.0);
    assertThat(measured.value("not_judged", "2023", row)).isEqualTo(1.0);
  }

  private static ResolvedPlacement observed(
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
  void hoursGrowIsTheMeanChangeOfJobsSeenAtTheStartAndStillRunningTwelveMonthsLater() {
    PlacementOf up = job("2023-01-01", null);
    PlacementOf down = PlacementOf.id("q").from("2023-03-01");
    Measured measured =
        measure(
            person("1", observed(up.hours("20"), "2023-03-31", copy("24"), "2024-03-31")),
            person(
                "2",
                observed(down.hours("32"), "2023-03-31", copy("31", "2023-03-01"), "2024-06-30")),
            person("ended", seen(job("2023-01-01", "2023-12-31"))),
            person("seen once", lastSeen(job("2023-01-01", null), "2023-06-30")));
    String[] row = {"indicator=hours_growth_12m", "cohort=2023"};

    assertThat(measured.value("value", "2024", row)).isEqualTo(1.5);
    assertThat(measured.value("n", "2024", row)).isEqualTo(2.0);
    assertThat(measured.value("not_judged", "2024", row)).isEqualTo(1.0);
  }

  private static PlacementOf copy(String hours) {
    return copy(hours, "2023-01-01");
  }

  private static PlacementOf copy(String hours, String from) {
    return job(from, null).hours(hours);
  }
}
