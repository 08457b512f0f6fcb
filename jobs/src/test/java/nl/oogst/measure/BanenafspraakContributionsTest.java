package nl.oogst.measure;

import static nl.oogst.measure.Measured.frame;
import static nl.oogst.measure.Measured.oneJob;
import static nl.oogst.measure.Measured.person;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import nl.oogst.resolve.Deliveries;
import nl.oogst.resolve.PlacementOf;
import nl.oogst.resolve.ResolvedPlacement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contract section 5 rule 5. */
class BanenafspraakContributionsTest {
  private static final String AS_OF = "2023-12-31";

  private static Measured measure(Person... persons) {
    try {
      BanenRules rules =
          new BanenRules(
              new ObjectMapper()
                  .readTree(Measured.SCHEMAS.resolve("rules/banenafspraak.json").toFile()));
      return Measured.of(
          new BanenafspraakContributions(frame("2023-01-01", AS_OF), rules), persons);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static PlacementOf job() {
    return PlacementOf.id("p").ground("participatiewet").hours(null);
  }

  /** A job with hours paid in one period, nothing estimated. */
  private static ResolvedPlacement paid(PlacementOf job, String from, String to, String hours) {
    return Deliveries.of("a")
        .snapshot(AS_OF)
        .shows(job)
        .paid(from, to, hours)
        .resolve(AS_OF)
        .placement();
  }

  private static ResolvedPlacement paid(PlacementOf job) {
    return paid(job, "2023-02-01", "2023-02-28", "100");
  }

  private static List<Object> countsFor(PlacementOf job) {
    return measure(person("x", paid(job))).distinct("counts_for");
  }

  @ParameterizedTest
  @CsvSource({
    "participatiewet,market", "praktijkroute,market", "wajong,market", "vso_pro,market",
    "wiw_id,market", "study_limitation,market", "own_request,market", "wsw,none",
    "beschut_werk,none", "none,none", "unknown,none"
  })
  void allGroundsCountButThree(String ground, String countsFor) {
    assertThat(countsFor(job().ground(ground))).containsExactly(countsFor);
  }

  @Test
  void withoutAGroundNothingCounts() {
    assertThat(countsFor(job().ground(null))).containsExactly("none");
  }

  @ParameterizedTest
  @CsvSource({
    "rijk_employment,rijk,none",
    "rijk_hiring,sector_government,sector_government",
    "supplier,market,none",
    "indirect,market,none"
  })
  void hoursCountForWhomTheAttributionSaysAndWswOnlyWhereHired(
      String attribution, String countsFor, String wsw) {
    assertThat(countsFor(job().attribution(attribution))).containsExactly(countsFor);
    assertThat(countsFor(job().attribution(attribution).ground("wsw"))).containsExactly(wsw);
  }

  @Test
  void internshipsAndWorkExperienceCountForNobody() {
    assertThat(countsFor(job().form("internship"))).containsExactly("none");
    assertThat(countsFor(job().form("work_experience"))).containsExactly("none");
  }

  @ParameterizedTest
  @CsvSource({
    "2023-02-28,,market",
    "2023-03-01,,none",
    ",2023-02-01,market",
    ",2023-01-31,none",
    "2023-02-10,2023-02-10,market",
    ",,market"
  })
  void oneDayInTheRegisterMakesTheWholePayPeriodCount(String from, String to, String countsFor) {
    Measured measured = measure(person("x", paid(job().registered(from, to))));

    assertThat(measured.value("paid_hours", "2023-Q1", "counts_for=" + countsFor)).isEqualTo(100.0);
    assertThat(measured.distinct("counts_for")).containsExactly(countsFor);
  }

  @Test
  void forEstimatesThePayPeriodIsTheMonth() {
    // 7 hours a week is an hour a day; registered from 20 March: January and February do not count
    ResolvedPlacement placement =
        job().hours("7").to("2023-03-31").registered("2023-03-20", null).seen("a", AS_OF, AS_OF);
    Measured measured = measure(person("x", placement));

    assertThat(measured.value("estimated_hours", "2023-Q1", "counts_for=market")).isEqualTo(31.0);
    assertThat(measured.value("estimated_hours", "2023-Q1", "counts_for=none")).isEqualTo(59.0);
    assertThat(measured.value("paid_hours", "2023-Q1", "counts_for=market")).isEqualTo(0.0);
  }

  @Test
  void aBaanIs1331HoursAYearAndAQuarterOfThatAQuarter() {
    Measured measured = measure(person("x", paid(job(), "2023-01-01", "2023-03-31", "1331")));

    assertThat(measured.value("banen", "2023")).isEqualTo(1.0);
    assertThat(measured.value("banen", "2023-Q1")).isEqualTo(4.0);
    assertThat(measured.value("banen", "2023-Q2")).isEqualTo(0.0);
  }

  @Test
  void banenIncludeBothPaidAndEstimatedHours() {
    // paid 301.75 in January; 1 hour a day estimated to 3 March: 28 + 3; 332.75 together
    ResolvedPlacement placement =
        paid(job().hours("7").to("2023-03-03"), "2023-01-01", "2023-01-31", "301.75");
    Measured measured = measure(person("x", placement));

    assertThat(measured.value("paid_hours", "2023-Q1")).isEqualTo(301.75);
    assertThat(measured.value("estimated_hours", "2023-Q1")).isEqualTo(31.0);
    assertThat(measured.value("banen", "2023-Q1")).isEqualTo(1.0);
  }

  @Test
  void whatDoesNotCountHasNoBanen() {
    Measured measured = measure(person("x", paid(job().ground("beschut_werk"))));

    assertThat(measured.value("banen", "2023-Q1", "counts_for=none")).isNull();
    assertThat(measured.value("banen", "2023", "counts_for=none")).isNull();
  }

  @Test
  void aCorrectionMayMakeAQuarterNegative() {
    ResolvedPlacement placement =
        Deliveries.of("a")
            .snapshot(AS_OF)
            .shows(job())
            .paid("2023-02-01", "2023-02-28", "100")
            .paid("2023-04-01", "2023-04-30", "-20")
            .resolve(AS_OF)
            .placement();
    Measured measured = measure(person("x", placement));

    assertThat(measured.value("paid_hours", "2023-Q2")).isEqualTo(-20.0);
    assertThat(measured.value("paid_hours", "2023")).isEqualTo(80.0);
  }

  @Test
  void theQuartersOfAYearAddUpToTheYear() {
    Measured measured = measure(person("x", paid(job(), "2023-01-01", "2023-12-31", "1000")));
    double quarters = 0;
    for (int q = 1; q <= 4; q++) {
      quarters += (double) measured.value("paid_hours", "2023-Q" + q);
    }

    assertThat(quarters).isEqualTo((double) measured.value("paid_hours", "2023")).isEqualTo(1000);
  }

  @Test
  void eachOfTwoRecordsOfAJobWeighsHalfWithItsOwnValues() {
    ResolvedPlacement a = paid(job().organisation("BZK"));
    ResolvedPlacement b =
        Deliveries.of("b")
            .snapshot(AS_OF)
            .shows(job().organisation("IenW"))
            .paid("2023-02-01", "2023-02-28", "60")
            .resolve(AS_OF)
            .placement();
    Measured measured = measure(oneJob("x", a, b));

    assertThat(measured.value("paid_hours", "2023")).isEqualTo(80.0);
    assertThat(measured.value("paid_hours", "2023", "breakdown=organisation", "organisation=BZK"))
        .isEqualTo(50.0);
    assertThat(measured.value("paid_hours", "2023", "breakdown=organisation", "organisation=IenW"))
        .isEqualTo(30.0);
  }
}
