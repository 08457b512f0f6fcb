package nl.oogst.protect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.oogst.model.SchemaMistake;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisclosureRulesTest {
  static final String GOOD =
      """
      {"bases": {"count": 5, "fte": 5, "banen": 5, "hours": {"quarter": 2500, "year": 12500},
                 "eur": 25000},
       "minDenominator": 20, "shareStep": 0.01, "shareFloor": 0.05, "shareCeiling": 0.95,
       "minAtRisk": 20}
      """;

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void place() {
    file = folder.resolve("disclosure.json");
  }

  private DisclosureRules rules() throws IOException {
    Files.writeString(file, GOOD);
    return DisclosureRules.load(file);
  }

  @Test
  void aBaseBelongsToAKindAndAPeriod() throws IOException {
    var rules = rules();

    assertThat(rules.base("count", "year")).isEqualTo(5);
    assertThat(rules.base("hours", "quarter")).isEqualTo(2500);
    assertThat(rules.base("hours", "year")).isEqualTo(12_500);
    assertThatThrownBy(() -> rules.base("miles", "year"))
        .hasMessage("found rounding \"miles\"; expected one of banen, count, eur, fte, hours");
    assertThatThrownBy(() -> rules.base("hours", "month"))
        .hasMessage("found period type \"month\"; expected quarter or year");
  }

  @Test
  void aFigureIsWithheldWhenOnePersonAddsMoreThanTheBase() throws IOException {
    var rules = rules();

    assertThat(rules.withheld("hours", "quarter", 2500)).isFalse();
    assertThat(rules.withheld("hours", "quarter", 2500.5)).isTrue();
    assertThat(rules.withheld("hours", "quarter", -2600)).isTrue();
    assertThat(rules.withheld("hours", "year", 2600)).isFalse();
  }

  @Test
  void theRulesOfTheRepositoryHold() {
    var ours = Path.of(System.getProperty("oogst.root", ".."), "schemas/rules/disclosure.json");
    assumeThat(ours).exists();

    assertThat(DisclosureRules.load(ours).bases())
        .containsOnlyKeys("banen", "count", "eur", "fte", "hours", "weekly_change", "weekly_hours");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "count": 5           | "count": 2        | bases.count: found 2; expected at least 3
          "fte": 5             | "fte": 1          | bases.fte: found 1; expected at least 1.7,
          "banen": 5           | "banen": -1       | bases.banen: found -1; expected at least 2.4,
          "quarter": 2500      | "quarter": 500    | bases.hours.quarter: found 500; expected at le
          "year": 12500        | "years": 12500    | bases.hours.year: is missing; expected a number
          "eur": 25000         | "eur": "veel"     | bases.eur: is no number
          "eur": 25000         | "eur": 0          | bases.eur: found 0; expected above 0
          "minDenominator": 20 | "minDenominator": 1 | minDenominator: found 1; expected at least 2
          "shareStep": 0.01    | "shareStep": 0.03 | shareStep: found 0.03; expected 1 divided by
          "shareFloor": 0.05   | "shareFloor": 0.055 | shareFloor: found 0.055; expected a multiple
          "shareCeiling": 0.95 | "shareCeiling": 9 | shareCeiling: found 9; expected at least 0.5
          "minAtRisk"          | "minRisk"         | minRisk: is not a key that belongs here
          "bases"              | "base"            | base: is not a key that belongs here
          """)
  void aMistakeNamesFileAndKey(String good, String wrong, String message) throws IOException {
    Files.writeString(file, GOOD.replace(good, wrong));

    assertThatThrownBy(() -> DisclosureRules.load(file))
        .isInstanceOf(SchemaMistake.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining(message);
  }

  @Test
  void sharesAreWholePercentsWithOpenEnds() throws IOException {
    var shares = new ShareRounding(rules());

    assertThat(shares.of(10, 30).text()).isEqualTo("33 %");
    assertThat(shares.of(10, 30).fraction()).isEqualTo(0.33);
    assertThat(shares.of(25, 200).text()).isEqualTo("13 %");
    assertThat(shares.of(5, 100)).isEqualTo(new Share(Share.Limit.NONE, 0.05));
    assertThat(shares.of(5, 105)).isEqualTo(new Share(Share.Limit.BELOW, 0.05));
    assertThat(shares.of(5, 105).sign()).isEqualTo("<");
    assertThat(shares.of(100, 105).sign()).isEqualTo(">");
    assertThat(shares.of(5, 100).sign()).isNull();
    assertThat(shares.of(0, 20).text()).isEqualTo("<5 %");
    assertThat(shares.of(95, 100).text()).isEqualTo("95 %");
    assertThat(shares.of(57, 60).text()).isEqualTo("95 %");
    assertThat(shares.of(100, 105).text()).isEqualTo(">95 %");
    assertThat(shares.of(25, 20).text()).isEqualTo(">95 %");
    assertThat(shares.of(15, 15)).isEqualTo(Share.ABSENT);
    assertThat(shares.of(0, 0).present()).isFalse();
    assertThat(shares.of(5000, 10_000, 15).text()).isEmpty();
    assertThat(shares.of(5000, 10_000, 20).text()).isEqualTo("50 %");
    assertThat(shares.of(5000, 0, 20).present()).isFalse();
  }

  @Test
  void retentionMeansAndDurationsNeedTwenty() throws IOException {
    var shares = new ShareRounding(rules());

    assertThat(shares.retention(0.7349, 20, 8).text()).isEqualTo("73 %");
    assertThat(shares.retention(0.97, 200, 6).text()).isEqualTo(">95 %");
    assertThat(shares.retention(0.73, 19, 8).present()).isFalse();
    assertThat(shares.retention(Double.NaN, 50, 8).present()).isFalse();
    assertThat(shares.mean(30, 20, 0.1)).isEqualTo(1.5);
    assertThat(shares.mean(-35, 20, 0.1)).isEqualTo(-1.7);
    assertThat(shares.mean(5, 15, 0.1)).isNull();
    assertThat(shares.mean(130, 20, 5)).isEqualTo(5.0);
    assertThat(shares.months(13.6, 20)).isEqualTo(14);
    assertThat(shares.months(13.6, 19)).isNull();
    assertThat(shares.months(Double.NaN, 50)).isNull();
  }
}
