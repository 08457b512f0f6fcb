package nl.oogst.measure;

import static nl.oogst.measure.Measured.frame;
import static nl.oogst.measure.Measured.proeftuin;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import nl.oogst.model.Fixed;
import nl.oogst.model.Item;
import nl.oogst.model.Period;
import nl.oogst.model.Schemas;
import org.junit.jupiter.api.Test;

/** Delivered indicators are put together as the code list of indicators says. */
class DeliveredIndicatorsTest {
  private static final Schemas SCHEMAS = Schemas.load(Measured.SCHEMAS);
  private static final String PERIOD = "2023-Q1";
  private static final double NOT_GIVEN = Double.NaN;

  private final List<DeliveredIndicators.Delivered> delivered = new ArrayList<>();

  private DeliveredIndicatorsTest with(
      String proeftuin, String indicator, double value, double numerator, double denominator) {
    delivered.add(
        new DeliveredIndicators.Delivered(
            proeftuin,
            new Item.Indicator(
                indicator,
                Period.parse(PERIOD).orElseThrow(),
                fixed(value),
                fixed(numerator),
                fixed(denominator))));
    return this;
  }

  private static long fixed(double number) {
    return Double.isNaN(number) ? Fixed.NONE : Math.round(number * Fixed.ONE);
  }

  private Measured measure() {
    return Measured.rows(
        new DeliveredIndicators(
                frame("2023-01-01", "2023-06-30"),
                List.of(
                    proeftuin("a", "BZK", "2023-01-01", null, null),
                    proeftuin("b", "BZK", "2023-01-01", null, null),
                    proeftuin("c", "IenW", "2023-01-01", null, null)),
                SCHEMAS.codelist("indicators"),
                cell -> 0)
            .rows(delivered, Measured.schema("sustainability_indicators")),
        "sustainability_indicators");
  }

  @Test
  void aRatioIsTheSumOfNumeratorsOverTheSumOfDenominators() {
    // 3 of 4 and 10 of 46: 13 of 50, not the mean of the two shares
    Measured measured =
        with("a", "share_permanent", NOT_GIVEN, 3, 4)
            .with("b", "share_permanent", NOT_GIVEN, 10, 46)
            .measure();

    assertThat(measured.value("value", PERIOD)).isEqualTo(0.26);
    assertThat(measured.value("n", PERIOD)).isEqualTo(50.0);
    assertThat(measured.value("method", PERIOD)).isEqualTo("ratio of delivered parts");
  }

  @Test
  void withoutAllPartsARatioIsTheMeanOfWhatWasDelivered() {
    Measured measured =
        with("a", "share_permanent", 0.5, NOT_GIVEN, 4)
            .with("b", "share_permanent", NOT_GIVEN, 10, 40)
            .measure();

    assertThat(measured.value("value", PERIOD)).isEqualTo(0.375);
    assertThat(measured.value("n", PERIOD)).isEqualTo(2.0);
  }

  @Test
  void aMeanIsOverProeftuinenFromTheirValuesOrTheirParts() {
    // 4 hours a person; 30 hours for 10 persons
    Measured measured =
        with("a", "guidance_hours_per_person", 4, NOT_GIVEN, NOT_GIVEN)
            .with("c", "guidance_hours_per_person", NOT_GIVEN, 30, 10)
            .measure();

    assertThat(measured.value("value", PERIOD)).isEqualTo(3.5);
    assertThat(measured.value("value", PERIOD, "breakdown=organisation", "organisation=IenW"))
        .isEqualTo(3.0);
  }

  @Test
  void aSumIsOverProeftuinen() {
    Measured measured =
        with("a", "guides_trained", 4, NOT_GIVEN, NOT_GIVEN)
            .with("b", "guides_trained", 3, NOT_GIVEN, NOT_GIVEN)
            .measure();

    assertThat(measured.value("value", PERIOD)).isEqualTo(7.0);
  }

  @Test
  void aPeriodWithoutADeliveredValueHasARowWithoutAValue() {
    Measured measured = with("a", "guides_trained", 4, NOT_GIVEN, NOT_GIVEN).measure();

    assertThat(measured.value("value", "2023-Q2")).isNull();
    assertThat(measured.value("n", "2023-Q2")).isEqualTo(0.0);
  }
}
