package nl.oogst.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.oogst.model.Column;
import nl.oogst.model.ColumnType;
import nl.oogst.model.DataSetSchema;
import nl.oogst.release.explain.Explanation;
import nl.oogst.run.DataRoot;
import nl.oogst.run.Explaining;
import nl.oogst.run.Ran;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From every figure of a small world back to what was delivered. */
class ExplainTest {
  private static final String COLUMNS =
      "placement_id,person_id,contract_id,organisation,supplier,attribution,contract_form,"
          + "target_group,register_ground,start_date,end_date,hours_per_week,value_eur,"
          + "valuation_scheme\n";

  @TempDir private static Path folder;
  private static ExplainedRun run;

  /** Three proeftuinen share a job, a person has two jobs, one is an internship, hours are paid. */
  @BeforeAll
  static void harvest() {
    DataRoot root = new DataRoot(folder, "alfa", "beta", "gamma");
    root.file(
        "alfa/2024-04-01/p.csv",
        COLUMNS
            + placement("A1", "K1", "C1", "BZK", "temporary", "2024-01-15", "", 24)
            + placement("A2", "K1", "C2", "BZK", "permanent", "2024-02-01", "", 12)
            + placement("A3", "K3", "C3", "SZW", "internship", "2024-02-01", "2024-03-31", 30));
    root.file(
        "alfa/2024-07-01/p.csv",
        COLUMNS
            + placement("A1", "K1", "C1", "BZK", "temporary", "2024-01-15", "2024-05-31", 20)
            + placement("A2", "K1", "C2", "BZK", "permanent", "2024-02-01", "", 12)
            + placement("A3", "K3", "C3", "SZW", "internship", "2024-02-01", "2024-03-31", 30)
            + placement("A4", "K4", "CX", "BZK", "temporary", "2024-03-01", "", 32));
    root.file(
        "alfa/2024-07-01/u.csv",
        DataRoot.HOURS
            + "A1,2024-01-15,2024-02-11,90.5\nA1,2024-03-01,2024-03-31,101\n"
            + "A4,2024-03-25,2024-04-21,120\n");
    for (String other : List.of("beta", "gamma")) {
      root.file(
          other + "/2024-07-01/p.csv",
          COLUMNS + placement("X9", "P9", "CX", "BZK", "temporary", "2024-03-01", "", 32));
    }
    run = ExplainedRun.of(root);
  }

  private static String placement(
      String id,
      String person,
      String contract,
      String organisation,
      String form,
      String start,
      String end,
      int hours) {
    return String.join(
            ",",
            id,
            person,
            contract,
            organisation,
            "Schoon BV",
            "supplier",
            form,
            "wajong",
            "wajong",
            start,
            end,
            Integer.toString(hours),
            "1500",
            "utrecht_new")
        + "\n";
  }

  @ParameterizedTest
  @ValueSource(strings = {"jobs_realised", "banenafspraak_contributions", "obligations"})
  void whatIsListedMakesTheUnprotectedFigureInEveryCell(String dataSet) throws IOException {
    DataSetSchema schema = ExplainedRun.schema(dataSet);
    List<String> measures =
        schema.withRole(Column.Role.MEASURE).stream()
            .filter(c -> c.rounding() != null && !c.name().startsWith("ci_"))
            .map(Column::name)
            .toList();
    Explaining explaining = run.explaining(dataSet);
    int seen = 0;
    for (Object[] row : run.exact(dataSet)) {
      for (String measure : measures) {
        Object exact = row[schema.indexOf(measure)];
        Map<String, String> keys = new TreeMap<>(Map.of("measure", measure));
        for (Column column : schema.columns()) {
          Object value = row[schema.indexOf(column.name())];
          boolean key =
              column.role() == Column.Role.PERIOD || column.role() == Column.Role.DIMENSION;
          if (key && column.type() != ColumnType.DATE && value != null) {
            keys.put(column.name(), value.toString());
          }
        }
        Explanation it = explaining.explain(keys).explanation();
        BigDecimal expected = exact == null ? BigDecimal.ZERO : BigDecimal.valueOf((Double) exact);
        assertThat(it.sum().setScale(6, RoundingMode.HALF_EVEN))
            .as("%s", keys)
            .isEqualByComparingTo(expected.setScale(6, RoundingMode.HALF_EVEN));
        assertThat(it.addsUp()).isTrue();
        seen += it.contributions().isEmpty() ? 0 : 1;
      }
    }
    assertThat(seen).as("cells with something behind them").isGreaterThan(5);
  }

  @Test
  void aFigureLeadsToPlacementsLinesJoinsAndCorrections() {
    Ran it =
        run.explain("jobs_realised", "period=2024-Q2", "organisation=BZK", "measure=jobs_active");
    assertThat(it.code()).as(it.err()).isZero();
    assertThat(it.out())
        .contains("jobs_realised, 2024-Q2, organisation=BZK: jobs_active")
        .contains("unprotected  2  (restricted: do not pass it on)")
        .contains("rounded by cell key")
        .contains("Jobs active on the last day")
        .contains("A2, alfa/2024-07-01/p.csv:3")
        .contains("0.333333  2024-03-01")
        .contains("1/3")
        .contains("alfa A4 = beta X9 (rule b: the same contract")
        .contains("Together 2, exactly the unprotected figure.");
  }

  @Test
  void whatALaterDeliveryToldOtherwiseIsShown() {
    Ran it = run.explain("jobs_realised", "period=2024-Q1", "breakdown=all", "measure=fte");
    assertThat(it.out())
        .contains("alfa A1: hours_per_week 24 -> 20 in 2024-07-01")
        .contains("alfa A1: end_date - -> 2024-05-31 in 2024-07-01");
  }

  @Test
  void aPersonWithTwoJobsCountsOnceAndBothAreListed() throws IOException {
    Ran it =
        run.explain(
            "jobs_realised", "period=2024-Q1", "proeftuin=alfa", "measure=persons", "--json");
    JsonNode json = new ObjectMapper().readTree(it.out());
    assertThat(json.path("adds_up").asBoolean()).isTrue();
    assertThat(json.path("contributions"))
        .extracting(one -> one.path("placement_id").asText() + " " + one.path("amount").asInt())
        .containsExactly("A1 1", "A2 0", "A4 1");
  }

  @Test
  void hoursLeadToTheLinesOfThePayPeriods() {
    Ran it =
        run.explain(
            "banenafspraak_contributions",
            "period=2024-Q1",
            "breakdown=all",
            "counts_for=market",
            "measure=paid_hours");
    assertThat(it.code()).as(it.err()).isZero();
    assertThat(it.out())
        .contains("2024-01-15 to 2024-02-11: 90.5 paid hours, alfa/2024-07-01/u.csv:2")
        .contains("exactly the unprotected figure");
  }

  @Test
  void aCellThatIsNotThereIsSaidWithWhatIs() {
    assertThat(run.explain("jobs_realised", "period=2031", "measure=fte").message(2))
        .contains("no such cell")
        .contains("2024-Q1");
    assertThat(run.explain("jobs_realised", "period=2024").message(2)).contains("jobs_active");
    assertThat(run.explain("jobs_realised", "measure=fte").message(2)).contains("period=…: 2024");
    assertThat(run.explain("jobs_realised", "colour=red", "measure=fte").message(2))
        .contains("colour");
    assertThat(run.explain("comparisons", "measure=n").message(2))
        .contains("cannot be explained")
        .contains("jobs_realised");
    assertThat(run.explain("obligations", "period=2024", "measure=obligation_eur").message(2))
        .contains("realised_eur");
  }

  @Test
  void withoutTheRestrictedRecordsNothingIsExplained() throws IOException {
    Path restricted = run.ran().release().resolve("restricted");
    Path aside = folder.resolve("aside");
    Files.move(restricted, aside);
    try {
      assertThat(run.explain("jobs_realised", "period=2024", "measure=fte").message(2))
          .contains("needs the restricted records");
    } finally {
      Files.move(aside, restricted);
    }
  }
}
