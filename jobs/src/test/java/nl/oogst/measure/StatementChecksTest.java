package nl.oogst.measure;

import static nl.oogst.measure.Measured.frame;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.oogst.model.DataSetSchema;
import nl.oogst.model.Fixed;
import nl.oogst.model.Item;
import nl.oogst.model.Period;
import nl.oogst.model.Proeftuin;
import nl.oogst.model.Schemas;
import nl.oogst.protect.DisclosureRules;
import nl.oogst.protect.ProtectedCounts;
import org.junit.jupiter.api.Test;

/** What is stated beside what is counted. */
class StatementChecksTest {
  private static final Schemas ALL = Schemas.load(Measured.SCHEMAS);
  private static final DataSetSchema SCHEMA = Measured.schema("statement_checks");
  private static final StatementRules RULES =
      StatementRules.read(ALL, DataSetSchema.loadAll(Measured.SCHEMAS.resolve("datasets")));
  private static final Counting ROUNDED =
      new ProtectedCounts(DisclosureRules.load(Measured.SCHEMAS.resolve("rules/disclosure.json")));
  private static final Period YEAR = Period.year(2023);
  private static final Proeftuin A = Measured.proeftuin("a", "BZK", "2021-01-01", null, null);
  private static final Proeftuin B = Measured.proeftuin("b", "BZK", "2021-01-01", null, null);

  private final CountedFigures counted = new CountedFigures();
  private final List<StatementChecks.Stated> statements = new ArrayList<>();
  private Set<String> quarantined = Set.of();

  private StatementChecksTest counted(Period period, String metric, double value) {
    counted.put("a", period, "jobs_realised", metric, new Figure.Sum(value, -1L, 1, (long) value));
    return this;
  }

  private StatementChecksTest stated(String proeftuin, String measure, String value) {
    return stated(proeftuin, measure, value, null);
  }

  private StatementChecksTest stated(
      String proeftuin, String measure, String value, String organisation) {
    long fixed = Fixed.of(new BigDecimal(value));
    statements.add(
        new StatementChecks.Stated(
            proeftuin,
            new Item.Statement(measure, YEAR, fixed, organisation, null, null, null, null)));
    return this;
  }

  private List<Map<String, Object>> rows(Counting counting, String breakdown) {
    StatementChecks checks =
        new StatementChecks(
            frame("2021-01-01", "2024-12-31"),
            List.of(A, B),
            RULES,
            ALL.codelist("statement_measures"),
            counted,
            quarantined,
            String::hashCode);
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Object[] row : checks.rows(statements, SCHEMA, counting)) {
      Map<String, Object> named = new HashMap<>();
      for (int i = 0; i < row.length; i++) {
        named.put(SCHEMA.columns().get(i).name(), row[i]);
      }
      if (named.get("breakdown").equals(breakdown)) {
        rows.add(named);
      }
    }
    return rows;
  }

  private Map<String, Object> only(Counting counting) {
    List<Map<String, Object>> rows = rows(counting, "proeftuin");
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  private Object explanation() {
    return only(Counting.EXACT).get("explanation");
  }

  @Test
  void bothStandSideBySideWithTheDifference() {
    counted(YEAR, "jobs_started", 10).stated("a", "jobs", "13");

    assertThat(only(Counting.EXACT))
        .containsEntry("stated", 13.0)
        .containsEntry("counted", 10.0)
        .containsEntry("difference", 3.0)
        .containsEntry("counted_metric", "jobs_started")
        .containsEntry("unit", "jobs")
        .containsEntry("explanation", "unexplained");
  }

  @Test
  void whatIsEqualAgrees() {
    counted(YEAR, "jobs_started", 13).stated("a", "jobs", "13");
    assertThat(explanation()).isEqualTo("agrees");
  }

  @Test
  void jobsThatCountOnceExplainADifferenceThatTheirRecordsFill() {
    counted(YEAR, "jobs_started", 11)
        .counted(YEAR, "jobs_started_unweighted", 13)
        .stated("a", "jobs", "13");
    assertThat(explanation()).isEqualTo("counted_once");
  }

  @Test
  void theNumberActiveMayHaveBeenMeant() {
    counted(YEAR, "jobs_started", 4).counted(YEAR, "jobs_active", 13).stated("a", "jobs", "13");
    assertThat(explanation()).isEqualTo("other_definition");
  }

  @Test
  void theYearBeforeMayHaveBeenMeant() {
    counted(YEAR, "jobs_started", 4)
        .counted(Period.year(2022), "jobs_started", 13)
        .stated("a", "jobs", "13");
    assertThat(explanation()).isEqualTo("other_period");
  }

  @Test
  void aRoundNumberIsCalledSoOnlyWhenItIsNear() {
    counted(YEAR, "persons", 46).stated("a", "persons", "50");
    assertThat(explanation()).isEqualTo("stated_rounded");

    statements.clear();
    stated("a", "persons", "60");
    assertThat(explanation()).isEqualTo("unexplained");
  }

  @Test
  void rowsInQuarantineExplainOnlyThatMoreWasStated() {
    quarantined = Set.of("a");
    counted(YEAR, "jobs_started", 10).stated("a", "jobs", "13");
    assertThat(explanation()).isEqualTo("quarantined_rows");

    statements.clear();
    stated("a", "jobs", "7");
    assertThat(explanation()).isEqualTo("unexplained");
  }

  @Test
  void aStatementOfAPartIsNotComparedWithTheWhole() {
    counted(YEAR, "jobs_started", 10).stated("a", "jobs", "10", "Fin");

    assertThat(only(Counting.EXACT))
        .containsEntry("explanation", "not_comparable")
        .containsEntry("counted", null)
        .containsEntry("organisation", "Fin");
  }

  @Test
  void eurosOfSeveralSchemesAreNotAddedUpToCompare() {
    Figure.Sum part = new Figure.Sum(50_000, 1, 10_000, 5);
    counted.put("a", YEAR, "obligations", "realised_eur", part);
    stated("a", "value_eur", "50000");
    assertThat(explanation()).isEqualTo("agrees");

    counted.put("a", YEAR, "obligations", "realised_eur", part);
    assertThat(explanation()).isEqualTo("not_comparable");
  }

  @Test
  void whatIsOnlyStatedStandsApartWithItsOwnCoverage() {
    counted(YEAR, "jobs_started", 10).stated("a", "jobs", "12").stated("b", "jobs", "30");

    assertThat(rows(Counting.EXACT, "proeftuin").get(1))
        .containsEntry("proeftuin", "b")
        .containsEntry("explanation", "only_stated")
        .containsEntry("counted", null);
    assertThat(rows(Counting.EXACT, "all").get(0))
        .containsEntry("stated", 12.0)
        .containsEntry("counted", 10.0)
        .containsEntry("stated_without_records", 30.0)
        .containsEntry("stating", 2L)
        .containsEntry("stating_without_records", 1L)
        .containsEntry("statement_coverage", 1.0);
  }

  @Test
  void inPublicAStatementIsRoundedWithTheKeyOfTheCount() {
    // a key of all ones never rounds up: 13 and 12 both become 10
    counted(YEAR, "jobs_started", 12).stated("a", "jobs", "13");

    assertThat(only(ROUNDED))
        .containsEntry("stated", 10.0)
        .containsEntry("counted", 10.0)
        .containsEntry("difference", 0.0)
        .containsEntry("explanation", "agrees")
        .containsEntry("disclosure", "rounded");
  }

  @Test
  void inPublicADifferenceOfOneBaseMayBeRounding() {
    counted(YEAR, "jobs_started", 14).stated("a", "jobs", "15");
    assertThat(only(ROUNDED))
        .containsEntry("difference", 5.0)
        .containsEntry("explanation", "within_rounding");
  }

  @Test
  void whatIsOfNoKindThatCanBeRoundedIsLeftOutInPublic() {
    counted(YEAR, "jobs_started", 14).stated("a", "other", "3");

    assertThat(only(ROUNDED)).containsEntry("stated", null).containsEntry("disclosure", "withheld");
    assertThat(only(Counting.EXACT)).containsEntry("stated", 3.0);
    assertThat(rows(Counting.EXACT, "all")).as("what cannot be compared is not added").isEmpty();
  }
}
