package nl.oogst.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import nl.oogst.model.Code;
import nl.oogst.model.CodeList;
import nl.oogst.model.DataSetSchema;
import nl.oogst.model.Period;
import nl.oogst.model.SchemaMistake;
import nl.oogst.model.Schemas;
import org.junit.jupiter.api.Test;

/** What is said of the direction of series (methods page, section 3). */
class TrendsTest {
  private static final Schemas ALL = Schemas.load(Measured.SCHEMAS);
  private static final CodeList ORGANISATIONS = ALL.codelist("organisations");
  private static final TrendRules RULES = TrendRules.read(ALL.rules("trends"), ORGANISATIONS);

  private final Map<String, List<Object[]>> dataSets = new HashMap<>();

  private TrendsTest row(String dataSet, Period period, Map<String, Object> values) {
    DataSetSchema schema = Measured.schema(dataSet);
    Object[] row = new Object[schema.columns().size()];
    Map<String, Object> all = new HashMap<>();
    all.put("period_type", period.type());
    all.put("period", period.toString());
    all.put("breakdown", "all");
    all.put("provisional", false);
    all.putAll(values);
    all.forEach((column, value) -> row[schema.indexOf(column)] = value);
    dataSets.computeIfAbsent(dataSet, d -> new ArrayList<>()).add(row);
    return this;
  }

  private TrendsTest jobs(int quarters, IntToDoubleFunction active) {
    for (int i = 0; i < quarters; i++) {
      row("jobs_realised", quarter(i), Map.of("jobs_active", active.applyAsDouble(i)));
    }
    return this;
  }

  private static Period quarter(int i) {
    return new Period(2019 + i / 4, i % 4 + 1);
  }

  private Map<String, Object> at(String metric, Period period, String... keys) {
    List<Map<String, Object>> found = new ArrayList<>();
    for (Map<String, Object> row : rows()) {
      boolean same =
          row.get("metric").equals(metric) && row.get("period").equals(period.toString());
      for (String key : keys) {
        String[] parts = key.split("=", 2);
        same &= parts[1].equals(String.valueOf(row.get(parts[0])));
      }
      if (same) {
        found.add(row);
      }
    }
    assertThat(found).as("%s %s", metric, period).hasSize(1);
    return found.get(0);
  }

  private List<Map<String, Object>> rows() {
    DataSetSchema schema = Measured.schema("trends");
    List<Map<String, Object>> named = new ArrayList<>();
    for (Object[] row :
        new Trends(RULES, schema)
            .rows(dataSets, DataSetSchema.loadAll(Measured.SCHEMAS.resolve("datasets")))) {
      Map<String, Object> values = new HashMap<>();
      for (int i = 0; i < row.length; i++) {
        values.put(schema.columns().get(i).name(), row[i]);
      }
      named.add(values);
    }
    return named;
  }

  @Test
  void eachRowHasItsValueAndTheFitOfItsSeries() {
    jobs(12, i -> 100 + 5 * i);

    assertThat(at("jobs_active", quarter(0)))
        .containsEntry("data_set", "jobs_realised")
        .containsEntry("value", 100.0)
        .containsEntry("unit", "jobs")
        .containsEntry("change_year_on_year", null)
        .containsEntry("slope_per_year", 20.0)
        .containsEntry("slope_low", 20.0)
        .containsEntry("slope_high", 20.0)
        .containsEntry("method", "seasonal_mann_kendall")
        .containsEntry("direction", "rising")
        .containsEntry("points", 12L);
    assertThat(at("jobs_active", quarter(11)))
        .containsEntry("value", 155.0)
        .containsEntry("change_year_on_year", 20.0)
        .containsEntry("slope_per_year", 20.0);
  }

  @Test
  void aFourthQuarterThatJumpsEachYearIsNoGrowth() {
    jobs(16, i -> i % 4 == 3 ? 400 : 100);

    assertThat(at("jobs_active", quarter(15)))
        .containsEntry("change_year_on_year", 0.0)
        .containsEntry("slope_per_year", 0.0)
        .containsEntry("p_value", 1.0)
        .containsEntry("direction", "no_clear_trend");
  }

  @Test
  void provisionalQuartersAreShownAndLeftOutOfTheFit() {
    jobs(12, i -> 100);
    for (int i = 12; i < 16; i++) {
      row("jobs_realised", quarter(i), Map.of("jobs_active", 900.0, "provisional", true));
    }

    assertThat(at("jobs_active", quarter(15)))
        .containsEntry("value", 900.0)
        .containsEntry("provisional", true)
        .containsEntry("in_fit", false)
        .containsEntry("change_year_on_year", 800.0)
        .containsEntry("points", 12L)
        .containsEntry("direction", "no_clear_trend");
  }

  @Test
  void aQuarterWithoutAValueKeepsItsPlaceOnTheTimeAxis() {
    // a slope of 4 a year; squeezed together it would be steeper
    for (int i = 0; i < 11; i++) {
      Map<String, Object> values = new HashMap<>();
      boolean missing = i == 3 || i == 4 || i == 5;
      values.put("jobs_active", missing ? null : (Object) (double) (10 + i));
      values.put("disclosure", missing ? "withheld" : "rounded");
      row("jobs_realised", quarter(i), values);
    }

    assertThat(at("jobs_active", quarter(4)))
        .containsEntry("value", null)
        .containsEntry("in_fit", false)
        .containsEntry("disclosure", "withheld")
        .containsEntry("slope_per_year", 4.0)
        .containsEntry("method", "mann_kendall")
        .containsEntry("points", 8L);
    assertThat(at("jobs_active", quarter(8))).containsEntry("change_year_on_year", null);
  }

  @Test
  void nothingIsSaidOfFewerThanEightPoints() {
    jobs(7, i -> 10 * i);

    assertThat(at("jobs_active", quarter(6)))
        .containsEntry("direction", "too_short")
        .containsEntry("points", 7L)
        .containsEntry("slope_per_year", null)
        .containsEntry("p_value", null)
        .containsEntry("method", null)
        .containsEntry("change_year_on_year", 40.0);
  }

  @Test
  void aSeriesInOneYearlyStepsIsJudgedByTheYear() {
    for (int year = 2015; year < 2024; year++) {
      Map<String, Object> values =
          Map.of(
              "indicator", "werkbehoud_12m", "value", 0.9 - 0.02 * (year - 2015), "unit", "share");
      row("sustainability_indicators", Period.year(year), values);
    }

    assertThat(at("werkbehoud_12m", Period.year(2023)))
        .containsEntry("direction", "falling")
        .containsEntry("slope_per_year", -0.02)
        .containsEntry("change_year_on_year", -0.02)
        .containsEntry("unit", "share")
        .containsEntry("method", "mann_kendall");
  }

  @Test
  void aLimitIsNoValueToCompare() {
    Map<String, Object> limit = Map.of("indicator", "starters_12m", "value", 0.95, "unit", "share");
    Map<String, Object> above = new HashMap<>(limit);
    above.put("value_limit", ">");
    row("sustainability_indicators", Period.year(2021), above);
    row("sustainability_indicators", Period.year(2022), limit);

    assertThat(at("starters_12m", Period.year(2021))).containsEntry("value_limit", ">");
    assertThat(at("starters_12m", Period.year(2022))).containsEntry("change_year_on_year", null);
  }

  @Test
  void theSeriesOfAReorganisedMinistryIsTheSumOfItsParts() {
    for (int i = 0; i < 12; i++) {
      ministry(i, "LNV", i < 8 ? 20.0 : 0.0);
      ministry(i, "LVVN", i < 8 ? 0.0 : 20.0);
      ministry(i, "EZK", 5.0);
    }

    assertThat(at("jobs_active", quarter(8), "organisation=LNV+LVVN"))
        .containsEntry("breakdown", "organisation")
        .containsEntry("value", 20.0)
        .containsEntry("direction", "no_clear_trend");
    assertThat(at("jobs_active", quarter(8), "organisation=LNV")).containsEntry("value", 0.0);
    assertThat(rows())
        .as("of EZK nothing came after it yet")
        .noneMatch(row -> "EZK+EZ+KGG".equals(row.get("organisation")));
  }

  private void ministry(int i, String organisation, double active) {
    row(
        "jobs_realised",
        quarter(i),
        Map.of("breakdown", "organisation", "organisation", organisation, "jobs_active", active));
  }

  @Test
  void aSumWithAWithheldPartIsWithheld() {
    row(
        "jobs_realised",
        quarter(0),
        Map.of("breakdown", "organisation", "organisation", "LNV", "disclosure", "withheld"));
    ministry(0, "LVVN", 10.0);

    assertThat(at("jobs_active", quarter(0), "organisation=LNV+LVVN"))
        .containsEntry("value", null)
        .containsEntry("disclosure", "withheld");
  }

  @Test
  void sharesOfMinistriesAreNotAddedUp() {
    for (String organisation : List.of("LNV", "LVVN")) {
      Map<String, Object> values =
          Map.of(
              "breakdown",
              "organisation",
              "organisation",
              organisation,
              "indicator",
              "werkbehoud_12m",
              "value",
              0.8);
      row("sustainability_indicators", Period.year(2022), values);
    }

    assertThat(rows()).extracting(row -> row.get("organisation")).containsOnly("LNV", "LVVN");
  }

  @Test
  void onlyTheTotalAndBreakdownsByOneColumnBecomeSeriesAndOnlyByQuarter() {
    row("jobs_realised", quarter(0), Map.of("breakdown", "organisation+target_group"));
    row("jobs_realised", Period.year(2019), Map.of());
    assertThat(rows()).isEmpty();
  }

  @Test
  void whatDoesNotCountHasNoSeriesOfBanen() {
    for (String countsFor : List.of("none", "market")) {
      row("banenafspraak_contributions", quarter(0), Map.of("counts_for", countsFor));
    }

    assertThat(rows())
        .filteredOn(row -> row.get("metric").equals("banen"))
        .extracting(row -> row.get("counts_for"))
        .containsExactly("market");
    assertThat(rows()).hasSize(2 * 3 - 1);
  }

  @Test
  void everyMeasureOfTheDataSetsOfFiguresIsInTheRules() {
    for (TrendRules.Source source : RULES.sources()) {
      if (source.metricColumn() == null) {
        assertThat(source.metrics())
            .containsExactlyElementsOf(
                Measured.schema(source.dataSet())
                    .withRole(nl.oogst.model.Column.Role.MEASURE)
                    .stream()
                    .map(nl.oogst.model.Column::name)
                    .filter(name -> !name.startsWith("persons_"))
                    .toList());
      }
    }
  }

  @Test
  void everySuccessorOfTheCodeListHasASeries() {
    for (Code code : ORGANISATIONS.codes()) {
      String before = code.extra().getOrDefault("predecessor", "");
      if (!before.isEmpty()) {
        assertThat(RULES.successors())
            .as("%s came from %s", code.code(), before)
            .anyMatch(parts -> parts.contains(code.code()) && parts.contains(before));
      }
    }
  }

  @Test
  void aPartThatIsNoMinistryIsAMistakeInTheRules() throws IOException {
    JsonNode wrong =
        new ObjectMapper()
            .readTree(
                """
                {"series": [{"data_set": "jobs_realised", "metrics": ["fte"]}],
                 "successors": [{"parts": ["LNV", "LVNV"]}]}
                """);
    assertThatThrownBy(() -> TrendRules.read(wrong, ORGANISATIONS))
        .isInstanceOf(SchemaMistake.class)
        .hasMessageContaining("rules/trends.json")
        .hasMessageContaining("LVNV");
  }
}
