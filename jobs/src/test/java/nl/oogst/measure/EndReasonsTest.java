package nl.oogst.measure;

import static nl.oogst.measure.Measured.frame;
import static nl.oogst.measure.Measured.oneJob;
import static nl.oogst.measure.Measured.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import nl.oogst.model.Schemas;
import nl.oogst.resolve.PlacementOf;
import nl.oogst.resolve.ResolvedPlacement;
import org.junit.jupiter.api.Test;

/** Cumulative incidence by end reason (methods page, section 1). */
class EndReasonsTest {
  private static final String AS_OF = "2024-12-31";

  private static Measured measure(Person... persons) {
    Schemas schemas = Schemas.load(Measured.SCHEMAS);
    return Measured.of(
        new EndReasons(frame("2021-01-01", AS_OF), schemas.codelist("end_reasons")), persons);
  }

  private static ResolvedPlacement job(String from, String to, String reason) {
    return PlacementOf.id("p").from(from).to(to).reason(reason).seen("a", AS_OF, AS_OF);
  }

  private static Object of(Measured measured, String reason, int months, String column) {
    return measured.value(
        column,
        Integer.toString(2022 + months / 12),
        "end_reason=" + reason,
        "months=" + months,
        "cohort=2022");
  }

  /** One ends after a month, one is followed for five, one ends after six, one goes on. */
  private static Person[] four() {
    return new Person[] {
      person("1", job("2022-01-01", "2022-01-31", "resigned")),
      person("2", PlacementOf.id("p").from("2022-01-01").seen("b", "2022-06-01", AS_OF)),
      person("3", job("2022-01-01", "2022-06-30", "regular_job")),
      person("4", job("2022-01-01", null, null))
    };
  }

  @Test
  void theShareByReasonAllowsForJobsThatWereNotFollowedToTheEnd() {
    Measured measured = measure(four());

    // resigned: 1 of 4; then 3 at risk, one leaves, and of 2 one finds a regular job: 3/4 × 1/2
    assertThat((double) of(measured, "resigned", 12, "value")).isCloseTo(0.25, within(1e-12));
    assertThat((double) of(measured, "regular_job", 12, "value")).isCloseTo(0.375, within(1e-12));
    assertThat(of(measured, "illness", 12, "value")).isEqualTo(0.0);
    assertThat(of(measured, "regular_job", 12, "n")).isEqualTo(4.0);
    assertThat(of(measured, "regular_job", 12, "ended")).isEqualTo(1.0);
    assertThat(of(measured, "regular_job", 12, "at_risk")).isEqualTo(1.0);
  }

  @Test
  void aRegularJobIsASuccessAndOtherEndsAreNot() {
    Measured measured = measure(four());

    assertThat(of(measured, "regular_job", 12, "success")).isEqualTo(true);
    assertThat(of(measured, "resigned", 12, "success")).isEqualTo(false);
  }

  @Test
  void reasonsAndTheShareStillRunningAddUpToOne() {
    Measured retention =
        Measured.of(new SustainabilityIndicators(frame("2021-01-01", AS_OF)), four());
    Measured measured = measure(four());
    double sum = 0;
    for (Object reason : measured.distinct("end_reason")) {
      sum += (double) of(measured, (String) reason, 12, "value");
    }

    assertThat(
            sum
                + (double)
                    retention.value("value", "2023", "indicator=retention_12m", "cohort=2022"))
        .isCloseTo(1, within(1e-12));
  }

  @Test
  void anEndOnTheLastDayBeforeTheHorizonIsWithinIt() {
    Measured measured =
        measure(
            person("1", job("2022-01-01", "2022-12-31", "dismissed")),
            person("2", job("2022-01-01", "2023-01-01", "dismissed")),
            person("3", job("2022-01-01", null, null)));

    assertThat((double) of(measured, "dismissed", 12, "value")).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(of(measured, "dismissed", 12, "ended")).isEqualTo(1.0);
    assertThat((double) of(measured, "dismissed", 24, "value")).isCloseTo(2 / 3.0, within(1e-12));
  }

  @Test
  void anEndWithoutAReasonIsUnknown() {
    Measured measured =
        measure(
            person("1", job("2022-01-01", "2022-05-31", null)),
            person("2", job("2022-01-01", null, null)));

    assertThat((double) of(measured, "unknown", 12, "value")).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void aPlannedEndIsNotKnown() {
    PlacementOf planned =
        PlacementOf.id("p").from("2022-01-01").to("2022-09-30").reason("resigned");
    Measured measured =
        measure(
            person("1", planned.seen("a", "2022-06-30", AS_OF)),
            person("2", job("2022-01-01", null, null)));

    assertThat(of(measured, "resigned", 12, "value")).isEqualTo(0.0);
    assertThat(of(measured, "resigned", 12, "n")).isEqualTo(2.0);
  }

  @Test
  void aJobInTwoProeftuinenEndsOnceAndOnceInEach() {
    Person both =
        oneJob(
            "x",
            job("2022-01-01", "2022-05-31", "resigned"),
            PlacementOf.id("q")
                .from("2022-01-01")
                .to("2022-05-31")
                .reason("resigned")
                .seen("b", AS_OF, AS_OF));
    Measured measured = measure(both, person("4", job("2022-01-01", null, null)));

    assertThat(of(measured, "resigned", 12, "n")).isEqualTo(2.0);
    assertThat(
            measured.value(
                "ended",
                "2023",
                "end_reason=resigned",
                "months=12",
                "cohort=2022",
                "breakdown=proeftuin",
                "proeftuin=b"))
        .isEqualTo(1.0);
  }

  @Test
  void onlyTheTotalAndBreakdownsByOneColumnAreGiven() {
    assertThat(measure(four()).distinct("breakdown"))
        .containsExactlyInAnyOrder("all", "organisation", "proeftuin", "contract_form");
  }

  @Test
  void nothingIsSaidWhereNobodyWasFollowedSoLong() {
    Measured measured = measure(person("1", job("2022-01-01", "2022-05-31", "resigned")));

    assertThat(of(measured, "resigned", 12, "value")).isNull();
    assertThat(of(measured, "resigned", 12, "ended")).isEqualTo(1.0);
  }
}
