package nl.oogst.measure;

import static nl.oogst.measure.Measured.frame;
import static nl.oogst.measure.Measured.oneJob;
import static nl.oogst.measure.Measured.person;
import static nl.oogst.measure.Measured.proeftuin;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.oogst.resolve.Deliveries;
import nl.oogst.resolve.PlacementOf;
import nl.oogst.resolve.ResolvedPlacement;
import org.junit.jupiter.api.Test;

/** Contract sections 4 and 5 rule 8. */
class ObligationsTest {
  private static final String AS_OF = "2024-12-31";
  private static final String SCHEME = "valuation_scheme=utrecht_new";

  private static Measured measure(Person... persons) {
    return measure(AS_OF, persons);
  }

  private static Measured measure(String asOf, Person... persons) {
    return Measured.of(
        new Obligations(
            frame("2023-01-01", asOf),
            List.of(
                proeftuin("a", "BZK", "2023-01-01", "2023-12-31", "40000"),
                proeftuin("b", "IenW", "2023-01-01", null, "10000"),
                proeftuin("c", "Fin", "2023-01-01", null, null))),
        persons);
  }

  private static ResolvedPlacement seen(String proeftuin, PlacementOf placement) {
    return placement.seen(proeftuin, AS_OF, AS_OF);
  }

  private static PlacementOf of(String from, String eur, String scheme) {
    return PlacementOf.id("p").from(from).value(eur, scheme);
  }

  @Test
  void valuesOfPlacementsAreSummedInTheYearTheyStartedIn() {
    Measured measured =
        measure(
            person("1", seen("a", of("2023-01-01", "12000", "utrecht_new"))),
            person("2", seen("a", of("2023-12-31", "8000", "utrecht_new"))),
            person("3", seen("b", of("2024-01-01", "5000", "utrecht_new"))));
    String scheme = "valuation_scheme=utrecht_new";

    assertThat(measured.value("realised_eur", "2023", scheme)).isEqualTo(20_000.0);
    assertThat(measured.value("realised_eur", "2024", scheme)).isEqualTo(5_000.0);
    assertThat(measured.value("obligation_eur", "2023", scheme)).isEqualTo(50_000.0);
    assertThat(measured.value("fulfilment", "2023", scheme)).isEqualTo(0.4);
    // proeftuin a ended with 2023
    assertThat(measured.value("obligation_eur", "2024", scheme)).isEqualTo(10_000.0);
    assertThat(measured.value("fulfilment", "2024", scheme)).isEqualTo(0.5);
  }

  @Test
  void whatIsStillToStartOrNeverDidIsNotRealised() {
    ResolvedPlacement vanished =
        Deliveries.of("a")
            .snapshot("2024-02-01")
            .shows(of("2024-03-01", "3000", "utrecht_new"))
            .snapshot("2024-06-30")
            .resolve("2024-06-30")
            .placement();
    ResolvedPlacement planned =
        of("2024-09-01", "8000", "utrecht_new").seen("a", "2024-06-30", "2024-06-30");
    Measured measured =
        measure(
            "2024-06-30",
            person("1", seen("a", of("2024-01-01", "12000", "utrecht_new"))),
            person("2", vanished),
            person("3", planned));

    assertThat(measured.value("realised_eur", "2024", SCHEME)).isEqualTo(12_000.0);
  }

  @Test
  void eurosOfDifferentSchemesAreNeverAdded() {
    Measured measured =
        measure(
            person("1", seen("a", of("2023-01-01", "12000", "utrecht_new"))),
            person("2", seen("a", of("2023-01-01", "8000", "rijnvicus"))));

    assertThat(measured.value("realised_eur", "2023", "valuation_scheme=utrecht_new"))
        .isEqualTo(12_000.0);
    assertThat(measured.value("realised_eur", "2023", "valuation_scheme=rijnvicus"))
        .isEqualTo(8_000.0);
    assertThat(measured.distinct("valuation_scheme"))
        .filteredOn(scheme -> scheme != null)
        .containsExactlyInAnyOrder("utrecht_new", "rijnvicus");
  }

  @Test
  void withoutAnObligationThereIsNoneAndNoFulfilment() {
    Measured measured = measure(person("1", seen("c", of("2023-01-01", "12000", "utrecht_new"))));
    String[] c = {"breakdown=proeftuin", "proeftuin=c"};

    assertThat(measured.value("obligation_eur", "2023", c)).isNull();
    assertThat(measured.value("fulfilment", "2023", c)).isNull();
    assertThat(measured.value("realised_eur", "2023", c)).isEqualTo(12_000.0);
  }

  @Test
  void theRecordsOfAJobCountTheirValuesByHalf() {
    Measured measured =
        measure(
            oneJob(
                "1",
                seen("a", of("2023-01-01", "12000", "utrecht_new")),
                seen("b", of("2023-01-01", "10000", "utrecht_new"))));

    assertThat(measured.value("realised_eur", "2023", SCHEME)).isEqualTo(11_000.0);
  }

  @Test
  void internshipsHaveAValueToo() {
    // a placement started, though no job: social return values it
    Measured measured =
        measure(person("1", seen("a", of("2023-01-01", "4000", "utrecht_new").form("internship"))));

    assertThat(measured.value("realised_eur", "2023", SCHEME)).isEqualTo(4_000.0);
  }

  @Test
  void thereAreRowsForAllOrganisationAndProeftuinOnly() {
    Measured measured = measure(person("1", seen("a", of("2023-01-01", "12000", "utrecht_new"))));

    assertThat(measured.distinct("breakdown"))
        .containsExactlyInAnyOrder("all", "organisation", "proeftuin");
    // two years, three breakdowns: a with its value, b with its obligation alone
    assertThat(measured.size()).isEqualTo(2 * 3 * 2);
  }

  @Test
  void anObligationWithoutAnyValueIsARowOfItsOwn() {
    Measured measured = measure();

    assertThat(measured.distinct("valuation_scheme")).containsOnlyNulls();
    assertThat(measured.value("obligation_eur", "2023")).isEqualTo(50_000.0);
    assertThat(measured.value("realised_eur", "2023")).isNull();
    assertThat(measured.value("fulfilment", "2023")).isNull();
  }

  @Test
  void anObligationBelongsToTheOrganisationOfItsProeftuinSoThatPartsAddUp() {
    // proeftuin a of BZK placed somebody at IenW
    Measured measured =
        measure(
            person("1", seen("a", of("2023-01-01", "12000", "utrecht_new").organisation("IenW"))));
    String[] bzk = {"breakdown=organisation", "organisation=BZK"};
    String[] ienw = {"breakdown=organisation", "organisation=IenW", SCHEME};

    assertThat(measured.value("obligation_eur", "2023", SCHEME)).isEqualTo(40_000.0);
    assertThat(measured.value("obligation_eur", "2023", bzk)).isEqualTo(40_000.0);
    assertThat(measured.value("realised_eur", "2023", bzk)).isEqualTo(0.0);
    assertThat(measured.value("obligation_eur", "2023", ienw)).isNull();
    assertThat(measured.value("realised_eur", "2023", ienw)).isEqualTo(12_000.0);
  }
}
