package nl.oogst.measure;

import static nl.oogst.measure.Measured.frame;
import static nl.oogst.measure.Measured.oneJob;
import static nl.oogst.measure.Measured.person;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.oogst.resolve.Deliveries;
import nl.oogst.resolve.PlacementOf;
import nl.oogst.resolve.ResolvedPlacement;
import org.junit.jupiter.api.Test;

/** Contract section 5 rules 1, 3, 4 and 7. */
class JobsRealisedTest {
  private static final String AS_OF = "2023-08-15";

  private static Measured measure(Person... persons) {
    return Measured.of(new JobsRealised(frame("2023-01-10", AS_OF)), persons);
  }

  private static ResolvedPlacement seen(PlacementOf placement) {
    return placement.seen("a", AS_OF, AS_OF);
  }

  private static PlacementOf job(String from, String to) {
    return PlacementOf.id("p").from(from).to(to);
  }

  private static void assertCell(
      Measured measured, String period, double started, double ended, double active) {
    assertThat(measured.value("jobs_started", period)).as("started %s", period).isEqualTo(started);
    assertThat(measured.value("jobs_ended", period)).as("ended %s", period).isEqualTo(ended);
    assertThat(measured.value("jobs_active", period)).as("active %s", period).isEqualTo(active);
  }

  @Test
  void aJobStartsEndsAndIsActiveAtTheEndOfAPeriod() {
    Measured measured = measure(person("x", seen(job("2023-02-01", "2023-06-29"))));

    assertCell(measured, "2023-Q1", 1, 0, 1);
    // ended the day before the quarter did
    assertCell(measured, "2023-Q2", 0, 1, 0);
    assertCell(measured, "2023-Q3", 0, 0, 0);
    assertCell(measured, "2023", 1, 1, 0);
  }

  @Test
  void aJobIsActiveOnItsLastDay() {
    assertCell(measure(person("x", seen(job("2023-02-01", "2023-06-30")))), "2023-Q2", 0, 1, 1);
  }

  @Test
  void theRunningPeriodIsCountedAtTheAsOfDate() {
    Measured open = measure(person("x", seen(job("2023-08-15", null))));
    assertCell(open, "2023-Q3", 1, 0, 1);
    assertCell(open, "2023", 1, 0, 1);

    // an end planned after the as-of date has not happened
    Measured planned = measure(person("x", seen(job("2023-02-01", "2023-09-30"))));
    assertCell(planned, "2023-Q3", 0, 0, 1);
    assertCell(planned, "2023", 1, 0, 1);
  }

  @Test
  void aJobThatIsToStartHasNotStarted() {
    Measured measured =
        measure(
            person("x", seen(job("2023-02-01", null))), person("y", seen(job("2023-09-01", null))));

    assertCell(measured, "2023-Q3", 0, 0, 1);
    assertThat(measured.value("persons", "2023-Q3")).isEqualTo(1.0);
  }

  @Test
  void aVanishedJobIsActiveToWhereItWasLastShownAndNeverEnds() {
    ResolvedPlacement vanished =
        Deliveries.of("a")
            .snapshot("2023-03-31")
            .shows(job("2023-02-01", null))
            .snapshot("2023-06-30")
            .resolve(AS_OF)
            .placement();
    Measured measured = measure(person("x", vanished));

    assertCell(measured, "2023-Q1", 1, 0, 1);
    assertCell(measured, "2023-Q2", 0, 0, 0);
    assertThat(measured.value("persons", "2023-Q2")).isEqualTo(0.0);
  }

  @Test
  void aJobThatVanishedBeforeItWasToStartNeverStarted() {
    ResolvedPlacement vanished =
        Deliveries.of("a")
            .snapshot("2023-02-01")
            .shows(job("2023-03-01", null))
            .snapshot("2023-06-30")
            .resolve(AS_OF)
            .placement();
    Measured measured = measure(person("x", vanished));

    for (String period : List.of("2023-Q1", "2023-Q2", "2023")) {
      assertCell(measured, period, 0, 0, 0);
      assertThat(measured.value("persons", period)).as("persons %s", period).isEqualTo(0.0);
    }
  }

  @Test
  void aPersonCountsOnceOnAnyDayOfThePeriod() {
    Measured measured =
        measure(
            person(
                "x",
                seen(job("2023-01-10", "2023-04-01")),
                seen(PlacementOf.id("q").from("2023-05-01").organisation("IenW"))),
            person("y", seen(job("2023-04-02", null))));

    assertThat(measured.value("persons", "2023-Q1")).isEqualTo(1.0);
    assertThat(measured.value("persons", "2023-Q2")).isEqualTo(2.0);
    assertThat(measured.value("persons", "2023-Q3")).isEqualTo(2.0);
    String bzk = "organisation=BZK";
    assertThat(measured.value("persons", "2023-Q2", "breakdown=organisation", bzk)).isEqualTo(2.0);
    assertThat(measured.value("persons", "2023-Q3", "breakdown=organisation", bzk)).isEqualTo(1.0);
  }

  @Test
  void fteAreContractHoursOfActiveJobsBy36() {
    Measured measured =
        measure(
            person("x", seen(job("2023-01-10", null).hours("36"))),
            person("y", seen(job("2023-01-10", null).hours("24"))),
            person("z", seen(job("2023-01-10", "2023-05-01").hours("12"))));

    // 72 / 36 at the end of March, 60 / 36 at the end of June
    assertThat(measured.value("fte", "2023-Q1")).isEqualTo(2.0);
    assertThat((double) measured.value("fte", "2023-Q2")).isEqualTo(60.0 / 36);
  }

  @Test
  void internshipsAreOtherPlacementsAndNothingElse() {
    Measured measured = measure(person("x", seen(job("2023-02-01", null).form("internship"))));

    assertCell(measured, "2023-Q1", 0, 0, 0);
    assertThat(measured.value("persons", "2023-Q1")).isEqualTo(0.0);
    assertThat(measured.value("fte", "2023-Q1")).isEqualTo(0.0);
    assertThat(measured.value("other_placements", "2023-Q1")).isEqualTo(1.0);
  }

  @Test
  void theRecordsOfAJobWeighOneTogetherEachWithItsOwnValues() {
    Measured measured =
        measure(
            oneJob(
                "x",
                seen(job("2023-02-01", null).hours("36")),
                job("2023-04-01", "2023-06-30")
                    .hours("18")
                    .organisation("IenW")
                    .seen("b", AS_OF, AS_OF)));

    assertCell(measured, "2023-Q1", 0.5, 0, 0.5);
    assertCell(measured, "2023-Q2", 0.5, 0.5, 1);
    assertThat(measured.value("fte", "2023-Q2")).isEqualTo(0.75);
    assertThat(measured.value("persons", "2023-Q2")).isEqualTo(1.0);
    assertThat(measured.value("persons", "2023-Q2", "breakdown=organisation", "organisation=IenW"))
        .isEqualTo(1.0);
    assertThat(measured.value("jobs_active", "2023-Q2", "breakdown=proeftuin", "proeftuin=b"))
        .isEqualTo(0.5);
  }

  @Test
  void aBreakdownHasARowForEachValueInEveryPeriod() {
    Measured measured =
        measure(
            person("x", seen(job("2023-02-01", "2023-03-01"))),
            person("y", seen(job("2023-08-01", null).organisation("IenW").group("wajong"))));

    // 3 quarters and a year; all 1, organisation 2, proeftuin 1, contract_form 1, both 2 values
    assertThat(measured.size()).isEqualTo(4 * (1 + 2 + 1 + 1 + 2));
    String[] ienw = {"breakdown=organisation", "organisation=IenW"};
    assertThat(measured.value("jobs_active", "2023-Q1", ienw)).isEqualTo(0.0);
    assertThat(measured.value("organisation", "2023-Q1")).isNull();
  }

  @Test
  void partsAddUpToTheWhole() {
    Measured measured =
        measure(
            person("x", seen(job("2023-02-01", null))),
            person("y", seen(job("2023-02-01", null).organisation("IenW"))),
            oneJob(
                "z",
                seen(job("2023-02-01", null).organisation("Fin")),
                job("2023-02-01", null).seen("b", AS_OF, AS_OF),
                job("2023-02-01", null).organisation("IenW").seen("c", AS_OF, AS_OF)));
    double parts = 0;
    for (String organisation : new String[] {"BZK", "IenW", "Fin"}) {
      parts +=
          (double)
              measured.value(
                  "jobs_active",
                  "2023-Q1",
                  "breakdown=organisation",
                  "organisation=" + organisation);
    }

    assertThat(parts).isCloseTo(3.0, org.assertj.core.data.Offset.offset(1e-12));
    assertThat(measured.value("jobs_active", "2023-Q1")).isEqualTo(3.0);
  }

  private static void assertPersons(Measured measured, String period, double low, double high) {
    assertThat(measured.value("persons_low", period)).as("low %s", period).isEqualTo(low);
    assertThat(measured.value("persons_high", period)).as("high %s", period).isEqualTo(high);
  }

  @Test
  void aPersonKnownByTwoNumbersIsTwoAtMost() {
    Measured measured =
        measure(
            oneJob(
                "x",
                job("2023-02-01", "2023-05-31").person("1").seen("a", AS_OF, AS_OF),
                PlacementOf.id("q").person("2").from("2023-04-01").seen("b", AS_OF, AS_OF)),
            person("y", seen(job("2023-02-01", null))));

    assertThat(measured.value("persons", "2023-Q2")).isEqualTo(2.0);
    assertPersons(measured, "2023-Q1", 2, 2);
    assertPersons(measured, "2023-Q2", 2, 3);
    assertPersons(measured, "2023-Q3", 2, 2);
    assertThat(measured.value("persons_high", "2023-Q2", "breakdown=proeftuin", "proeftuin=a"))
        .as("in each proeftuin there is one number")
        .isEqualTo(2.0);
  }

  @Test
  void personsWhoMayBeOneAreOneAtLeast() {
    JobsRealised measure = new JobsRealised(frame("2023-01-10", AS_OF));
    Person one = person("x", seen(job("2023-02-01", "2023-06-30")));
    Person other = person("y", PlacementOf.id("q").from("2023-05-01").seen("b", AS_OF, AS_OF));
    Cells cells = measure.empty();
    measure.add(one, cells);
    measure.add(other, cells);
    measure.addPossiblyOne(List.of(one, other), cells);
    Measured measured =
        Measured.rows(measure.rows(cells, Measured.schema("jobs_realised")), "jobs_realised");

    assertThat(measured.value("persons", "2023-Q2")).isEqualTo(2.0);
    assertPersons(measured, "2023-Q1", 1, 1);
    assertPersons(measured, "2023-Q2", 1, 2);
    assertPersons(measured, "2023-Q3", 1, 1);
    assertThat(measured.value("persons_low", "2023-Q2", "breakdown=proeftuin", "proeftuin=a"))
        .isEqualTo(1.0);
  }
}
