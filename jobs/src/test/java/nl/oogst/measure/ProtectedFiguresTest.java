package nl.oogst.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import nl.oogst.model.DataSetSchema;
import nl.oogst.model.Period;
import nl.oogst.protect.DisclosureRules;
import nl.oogst.protect.Protection;
import org.junit.jupiter.api.Test;

/** Methods page, section 5: what becomes of each kind of figure. */
class ProtectedFiguresTest {
  /** A cell key of 0 always rounds up what is no multiple; one of -1, the largest, never does. */
  private static final long UP = 0;

  private static final long DOWN = -1;

  private static final Protection PROTECTION =
      new Protection(DisclosureRules.load(Measured.SCHEMAS.resolve("rules/disclosure.json")));

  private static Map<String, Object> protect(
      String dataSet, Period period, Map<String, Object> figures) {
    DataSetSchema schema = Measured.schema(dataSet);
    Frame frame = Measured.frame("2023-01-01", "2023-12-31");
    Rows rows = new Rows(schema, frame);
    Object[] row = rows.start(period, new Slice(0, new String[0]));
    figures.forEach((column, figure) -> rows.set(row, column, figure));
    Object[] publicRow = PROTECTION.row(row, schema);
    Map<String, Object> named = new HashMap<>();
    for (int i = 0; i < publicRow.length; i++) {
      named.put(schema.columns().get(i).name(), publicRow[i]);
    }
    return named;
  }

  private static Map<String, Object> quarter(String dataSet, String column, Object figure) {
    return protect(dataSet, new Period(2023, 1), Map.of(column, figure));
  }

  private static Figure.Sum sum(double value, long key) {
    return new Figure.Sum(value, key, 1, 1);
  }

  private static Object share(double numerator, double denominator, String column) {
    return share(Figure.Kind.PROPORTION, numerator, denominator, denominator).get(column);
  }

  private static Map<String, Object> share(
      Figure.Kind kind, double numerator, double denominator, double count) {
    return protect(
        "sustainability_indicators",
        Period.year(2023),
        Map.of(
            "value",
            new Figure.Ratio(
                kind, sum(numerator, DOWN), sum(denominator, DOWN), sum(count, DOWN))));
  }

  @Test
  void countsAndFteAreRoundedToFives() {
    assertThat(quarter("jobs_realised", "jobs_active", sum(7, UP)))
        .containsEntry("jobs_active", 10.0)
        .containsEntry("disclosure", "rounded");
    assertThat(quarter("jobs_realised", "jobs_active", sum(7, DOWN)))
        .containsEntry("jobs_active", 5.0);
    assertThat(quarter("jobs_realised", "fte", sum(12.25, UP))).containsEntry("fte", 15.0);
    assertThat(quarter("jobs_realised", "persons", sum(0, UP))).containsEntry("persons", 0.0);
    assertThat(quarter("jobs_realised", "persons", sum(5, UP))).containsEntry("persons", 5.0);
  }

  @Test
  void hoursAreRoundedTo2500AQuarterAnd12500AYear() {
    Map<String, Object> hours = Map.of("paid_hours", sum(13_000, UP));
    String dataSet = "banenafspraak_contributions";

    assertThat(protect(dataSet, new Period(2023, 1), hours)).containsEntry("paid_hours", 15_000.0);
    assertThat(protect(dataSet, Period.year(2023), hours)).containsEntry("paid_hours", 25_000.0);
  }

  @Test
  void aSumIsWithheldWhereOnePersonAddsMoreThanItsBase() {
    Figure.Sum tooLarge = new Figure.Sum(12, UP, 5.5, 3);

    assertThat(quarter("jobs_realised", "fte", tooLarge))
        .containsEntry("fte", null)
        .containsEntry("disclosure", "withheld");
  }

  @Test
  void aRowWithoutFiguresIsOpen() {
    assertThat(protect("jobs_realised", new Period(2023, 1), Map.of()))
        .containsEntry("disclosure", "open");
  }

  @Test
  void sharesAreWholePercentsOfRoundedParts() {
    // 13 of 43 become 10 of 40
    assertThat(share(13, 43, "value")).isEqualTo(0.25);
    assertThat(share(13, 43, "value_limit")).isNull();
    // 25 of 35: 71.43 %
    assertThat(share(25, 35, "value")).isEqualTo(0.71);
  }

  @Test
  void aShareNeedsTwentyInItsRoundedDenominator() {
    assertThat(share(5, 19, "value")).isNull();
    assertThat(share(5, 19, "disclosure")).isEqualTo("withheld");
    assertThat(share(5, 20, "value")).isEqualTo(0.25);
  }

  @Test
  void sharesAtTheEndsAreBoundsWithoutInterval() {
    assertThat(share(0, 50, "value")).isEqualTo(0.05);
    assertThat(share(0, 50, "value_limit")).isEqualTo("<");
    assertThat(share(50, 50, "value")).isEqualTo(0.95);
    assertThat(share(50, 50, "value_limit")).isEqualTo(">");
    assertThat(share(50, 50, "ci_low")).isNull();
    // 5 of 100 is exactly the floor, not below it
    assertThat(share(5, 100, "value")).isEqualTo(0.05);
    assertThat(share(5, 100, "value_limit")).isNull();
  }

  @Test
  void theIntervalOfAShareIsOfItsRoundedPartsInWholePercents() {
    // Wilson for 10 of 40: centre (0.25 + z²/80) / (1 + z²/40), 0.1419 to 0.4019
    assertThat(share(13, 43, "ci_low")).isEqualTo(0.14);
    assertThat(share(13, 43, "ci_high")).isEqualTo(0.4);
  }

  @Test
  void aShareOfHoursHasNoIntervalAndItsPartsAreRoundedToFifty() {
    // 330 of 640 hours become 300 of 600
    Map<String, Object> row = share(Figure.Kind.SHARE, 330, 640, 25);

    assertThat(row).containsEntry("value", 0.5).containsEntry("ci_low", null);
    assertThat(share(Figure.Kind.SHARE, 330, 640, 19)).containsEntry("value", null);
  }

  @Test
  void aMeanIsInTenthsAndMayBeNegative() {
    // 130 hours over 43 jobs become 100 over 40: 2.5
    assertThat(share(Figure.Kind.MEAN, 130, 43, 43)).containsEntry("value", 2.5);
    assertThat(share(Figure.Kind.MEAN, -130, 43, 43)).containsEntry("value", -2.5);
    assertThat(share(Figure.Kind.MEAN, 130, 19, 19))
        .containsEntry("value", null)
        .containsEntry("disclosure", "withheld");
  }

  private static Map<String, Object> retention(double value, double atRisk) {
    return retention(value, atRisk, 10);
  }

  private static Map<String, Object> retention(double value, double atRisk, long ended) {
    return protect(
        "sustainability_indicators",
        Period.year(2023),
        Map.of(
            "value",
            new Figure.Retention(
                Optional.of(new Figure.Interval(value, value - 0.1, value + 0.1)),
                sum(100, DOWN),
                sum(atRisk, DOWN),
                ended)));
  }

  @Test
  void howFewJobsEndedCannotBeReadFromRetention() {
    for (long ended = 0; ended < 5; ended++) {
      assertThat(retention(1 - ended / 30.0, 25, ended))
          .containsEntry("value", 0.8)
          .containsEntry("value_limit", ">")
          .containsEntry("ci_low", null)
          .containsEntry("disclosure", "rounded");
    }
    assertThat(retention(1 - 5 / 30.0, 25, 5)).containsEntry("value", 0.83);
    assertThat(retention(1 - 4 / 200.0, 196, 4)).containsEntry("value", 0.95);
  }

  @Test
  void retentionIsInWholePercentsWhereTwentyAreAtRisk() {
    assertThat(retention(0.756, 24))
        .containsEntry("value", 0.76)
        .containsEntry("ci_low", 0.66)
        .containsEntry("ci_high", 0.86);
    assertThat(retention(0.756, 19))
        .containsEntry("value", null)
        .containsEntry("ci_low", null)
        .containsEntry("disclosure", "withheld");
    assertThat(retention(0.99, 24))
        .containsEntry("value", 0.95)
        .containsEntry("value_limit", ">")
        .containsEntry("ci_low", null);
  }

  @Test
  void anIncidenceIsOfTheRoundedNumberOfJobsThatItComesDownTo() {
    // 0.31 of 43 jobs is 13.33: 10 of 40
    Figure.Incidence incidence =
        new Figure.Incidence(
            Optional.of(new Figure.Interval(0.31, 0.2, 0.45)), sum(12, DOWN), sum(43, DOWN));
    Map<String, Object> row = protect("end_reasons", Period.year(2023), Map.of("value", incidence));

    assertThat(row).containsEntry("value", 0.25).containsEntry("ci_low", 0.14);
    assertThat(row).containsEntry("disclosure", "rounded");
    // two jobs of forty may not be told from none
    assertThat(
            protect(
                "end_reasons",
                Period.year(2023),
                Map.of(
                    "value",
                    new Figure.Incidence(
                        Optional.of(new Figure.Interval(0.05, 0.01, 0.2)),
                        sum(2, DOWN),
                        sum(40, DOWN)))))
        .containsEntry("value", 0.05)
        .containsEntry("value_limit", "<")
        .containsEntry("ci_low", null);
  }

  @Test
  void issuesThatRoundToNothingAreLeftOut() {
    TreeMap<String, Figure.Sum> byCode = new TreeMap<>();
    byCode.put("vanished", sum(3, DOWN));
    byCode.put("hours_high", sum(3, UP));

    assertThat(quarter("deliveries", "issues", new Figure.Counts(byCode)))
        .containsEntry("issues", new TreeMap<>(Map.of("hours_high", 5L)));
  }

  @Test
  void fulfilmentIsComputedFromTheRoundedSum() {
    // 310,000 rounds to 400,000 of 1,000,000; one placement adds 50,000
    Figure.Sum realised = new Figure.Sum(310_000, UP, 50_000, 9);
    Map<String, Object> row =
        protect(
            "obligations",
            Period.year(2023),
            Map.of(
                "realised_eur",
                realised,
                "fulfilment",
                new Figure.Fulfilment(realised, 1_000_000.0)));

    assertThat(row).containsEntry("realised_eur", 400_000.0).containsEntry("fulfilment", 0.4);
  }

  @Test
  void fulfilmentOfAnObligationBelowFiveBasesIsLeftOut() {
    // 5 x 100,000: below it rounding alone can make the quotient anything
    Figure.Sum realised = new Figure.Sum(310_000, UP, 50_000, 9);
    Map<String, Object> row =
        protect(
            "obligations",
            Period.year(2023),
            Map.of(
                "realised_eur",
                realised,
                "fulfilment",
                new Figure.Fulfilment(realised, 499_999.0)));

    assertThat(row).containsEntry("realised_eur", 400_000.0).containsEntry("fulfilment", null);
  }

  @Test
  void retentionOfFewerThanTwentyJobsIsLeftOutEvenIfTwentySeemAtRisk() {
    // 16 jobs round down to 15, the same 16 at risk round up to 20
    Figure.Retention retention =
        new Figure.Retention(
            Optional.of(new Figure.Interval(0.5, 0.3, 0.7)), sum(16, DOWN), sum(16, UP), 8);
    Map<String, Object> row =
        protect("sustainability_indicators", Period.year(2023), Map.of("value", retention));

    assertThat(row).containsEntry("value", null).containsEntry("disclosure", "withheld");
  }

  @Property(tries = 500, seed = "5")
  void aPublicCountIsAMultipleWithinOneBaseAndZeroStaysZero(
      @ForAll @IntRange(max = 10_000) int count, @ForAll long key) {
    double published =
        (double) quarter("jobs_realised", "jobs_active", sum(count, key)).get("jobs_active");

    assertThat(published % 5).isZero();
    assertThat(Math.abs(published - count)).isLessThan(5);
    assertThat(count == 0 ? published : 0).isZero();
  }

  @Test
  void everyMeasureOfAPublicDataSetNamesItsKindOfBase() {
    for (String dataSet : List.of("jobs_realised", "banenafspraak_contributions")) {
      DataSetSchema schema = Measured.schema(dataSet);
      schema
          .withRole(nl.oogst.model.Column.Role.MEASURE)
          .forEach(column -> assertThat(column.rounding()).as(column.name()).isNotNull());
    }
  }
}
