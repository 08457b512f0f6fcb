package nl.oogst.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
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

/** From shares back to the placements in their numerators and denominators. */
class ExplainSharesTest {
  private static final List<String> BREAKDOWNS = List.of("all", "organisation");
  private static final String COLUMNS =
      "placement_id,person_id,organisation,attribution,contract_form,target_group,start_date,"
          + "end_date,end_reason,hours_per_week,value_eur,valuation_scheme\n";

  @TempDir private static Path folder;
  private static ExplainedRun run;

  /** A person changes jobs and ministry, hours grow, a job becomes permanent, jobs end. */
  @BeforeAll
  static void harvest() {
    DataRoot root = new DataRoot(folder, "alfa", "beta");
    root.register(
        "proeftuin_id,name,organisation,category,phase,round,start_date,end_date,"
            + "contract_value_eur,obligation_eur\n"
            + "alfa,Alfa,BZK,Schoonmaak,running_contract,1,2022-01-01,,100000,5000\n"
            + "beta,Beta,SZW,Schoonmaak,running_contract,1,2022-01-01,,100000,5000\n");
    root.file(
        "alfa/2022-06-30/p.csv",
        COLUMNS
            + placement("A1", "K1", "BZK", "temporary", "2022-02-01", "", 20)
            + placement("A2", "K2", "BZK", "temporary", "2022-03-01", "", 24)
            + placement("A3", "K3", "SZW", "temporary", "2022-03-01", "", 32));
    root.file(
        "alfa/2023-03-31/p.csv",
        COLUMNS
            + placement("A1", "K1", "BZK", "temporary", "2022-02-01", "2022-11-30", 20)
            + placement("A2", "K2", "BZK", "permanent", "2022-03-01", "", 24)
            + placement("A3", "K3", "SZW", "temporary", "2022-03-01", "", 36)
            + placement("A4", "K1", "SZW", "permanent", "2022-12-01", "", 28));
    root.file(
        "alfa/2023-12-31/p.csv",
        COLUMNS
            + placement("A1", "K1", "BZK", "temporary", "2022-02-01", "2022-11-30", 20)
            + placement("A2", "K2", "BZK", "permanent", "2022-03-01", "", 24)
            + placement("A3", "K3", "SZW", "temporary", "2022-03-01", "2023-08-31", 36)
            + placement("A4", "K1", "SZW", "permanent", "2022-12-01", "", 28));
    root.file(
        "beta/2023-12-31/p.csv",
        COLUMNS
            + placement("B1", "P1", "SZW", "temporary", "2022-08-01", "2023-01-31", 18)
            + placement("B2", "P2", "BZK", "agency", "2022-09-01", "", 16));
    root.file(
        "alfa/2024-12-31/p.csv",
        COLUMNS
            + placement("A1", "K1", "BZK", "temporary", "2022-02-01", "2022-11-30", 20)
            + placement("A2", "K2", "BZK", "permanent", "2022-03-01", "", 30)
            + placement("A3", "K3", "SZW", "temporary", "2022-03-01", "2023-08-31", 36)
            + placement("A4", "K1", "SZW", "permanent", "2022-12-01", "", 32));
    run = ExplainedRun.of(root);
  }

  private static String placement(
      String id, String person, String ministry, String form, String start, String end, int hours) {
    return String.join(
            ",",
            id,
            person,
            ministry,
            "supplier",
            form,
            "wajong",
            start,
            end,
            end.isEmpty() ? "" : "regular_job",
            Integer.toString(hours),
            "1500",
            "utrecht_new")
        + "\n";
  }

  @ParameterizedTest
  @ValueSource(strings = {"sustainability_indicators", "end_reasons", "obligations"})
  void everyShareIsWhatItsPlacementsMake(String dataSet) throws IOException {
    DataSetSchema schema = ExplainedRun.schema(dataSet);
    Explaining explaining = run.explaining(dataSet);
    int shares = 0;
    int sums = 0;
    for (Object[] row : run.exact(dataSet)) {
      if (!BREAKDOWNS.contains(row[schema.indexOf("breakdown")])) {
        continue;
      }
      for (Column column : schema.withRole(Column.Role.MEASURE)) {
        Object exact = row[schema.indexOf(column.name())];
        if (column.rounding() == null || column.name().startsWith("ci_") || exact == null) {
          continue;
        }
        Map<String, String> keys = keys(schema, row);
        keys.put("measure", column.name());
        Explanation it = explaining.explain(keys).explanation();
        assertThat(it.addsUp()).as("%s: %s is %s", keys, exact, it.sum()).isTrue();
        boolean share = "share".equals(column.rounding());
        shares += share && it.isQuotient() ? 1 : 0;
        sums += share || it.contributions().isEmpty() ? 0 : 1;
        if (share && (Double) exact != 0) {
          assertThat(it.isQuotient()).as("%s", keys).isTrue();
        }
      }
    }
    assertThat(shares).as("shares with something behind them").isGreaterThan(2);
    assertThat(sums).as("sums with something behind them").isGreaterThan(2);
  }

  private static Map<String, String> keys(DataSetSchema schema, Object[] row) {
    Map<String, String> keys = new TreeMap<>();
    for (Column column : schema.columns()) {
      Object value = row[schema.indexOf(column.name())];
      boolean key = column.role() == Column.Role.PERIOD || column.role() == Column.Role.DIMENSION;
      boolean said = column.type() == ColumnType.STRING || column.type() == ColumnType.INTEGER;
      if (key && said && value != null) {
        keys.put(column.name(), value.toString());
      }
    }
    return keys;
  }

  @Test
  void aShareLeadsToItsNumeratorAndItsDenominator() throws IOException {
    String[] share = {
      "sustainability_indicators",
      "indicator=permanent_hours_share",
      "cohort=2023",
      "breakdown=all",
      "measure=value"
    };
    Ran it = run.explain(share);
    assertThat(it.code()).as(it.err()).isZero();
    assertThat(it.out())
        .contains("denominator: 78")
        .contains("numerator: 62")
        .contains("A2, alfa/2024-12-31/p.csv:3")
        .contains("Worked out again from these placements: 0.794872, exactly the unprotected");
    String[] json = java.util.Arrays.copyOf(share, share.length + 1);
    json[share.length] = "--json";
    JsonNode parts = new ObjectMapper().readTree(run.explain(json).out());
    assertThat(parts.path("adds_up").asBoolean()).isTrue();
    assertThat(parts.path("parts"))
        .extracting(part -> part.path("part").asText() + " " + part.path("sum").asInt())
        .containsExactly("denominator 78", "numerator 62");
    assertThat(parts.path("contributions"))
        .allSatisfy(one -> assertThat(one.path("part").asText()).isNotEmpty());
  }

  @Test
  void workElsewhereIsListedWithTheShareItDecides() {
    // K1 left BZK for SZW: in BZK's share of who still works a year later, for the job at SZW
    Ran it =
        run.explain(
            "sustainability_indicators",
            "indicator=werkbehoud_12m",
            "cohort=2022",
            "organisation=BZK",
            "measure=value");
    assertThat(it.code()).as(it.err()).isZero();
    assertThat(it.out()).contains("A4, alfa/2024-12-31/p.csv:5", "numerator: ", "denominator: ");
  }
}
