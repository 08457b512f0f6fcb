package nl.oogst.measure;

import static nl.oogst.measure.Measured.frame;
import static nl.oogst.measure.Measured.proeftuin;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nl.oogst.model.Proeftuin;
import org.junit.jupiter.api.Test;

class DeliveryQualityTest {
  private static final Proeftuin A = proeftuin("a", "BZK", "2023-02-15", null, null);

  private static DeliveryQuality.Delivered came(String date) {
    return new DeliveryQuality.Delivered(
        "a",
        LocalDate.parse(date),
        false,
        Map.of("accepted", 7L, "quarantined", 2L),
        Map.of("vanished", 1L));
  }

  /** A proeftuin that delivers every quarter, a month at most after its end. */
  private static Measured measure(DeliveryQuality.Delivered... delivered) {
    return Measured.rows(
        new DeliveryQuality(
                frame("2023-01-01", "2024-03-31"),
                List.of(A),
                Map.of("a", new DeliveryQuality.Rhythm(3, 30)),
                Arrays.asList(delivered),
                cell -> 0)
            .rows(Measured.schema("deliveries")),
        "deliveries");
  }

  private static Object value(Measured measured, String column, String period) {
    return measured.value(column, period, "breakdown=proeftuin", "proeftuin=a");
  }

  @Test
  void aDeliveryIsExpectedForEachQuarterThatTheProeftuinRan() {
    Measured measured = measure();

    assertThat(value(measured, "expected", "2023-Q1")).isEqualTo(1L);
    assertThat(value(measured, "expected", "2023")).isEqualTo(4L);
    assertThat(value(measured, "expected", "2024-Q1")).isEqualTo(1L);
    assertThat(value(measured, "missing", "2023")).isEqualTo(4L);
    assertThat(value(measured, "completeness", "2023")).isEqualTo(0.0);
    // it may still come before the next one is due
    assertThat(value(measured, "missing", "2024-Q1")).isEqualTo(0L);
  }

  @Test
  void aDeliveryCountsForTheQuarterThatEndedOnOrBeforeIt() {
    // 31 March: the first quarter, in time; 5 August: the second, late; the third is missing
    Measured measured = measure(came("2023-03-31"), came("2023-08-05"));

    assertThat(value(measured, "late", "2023-Q1")).isEqualTo(0L);
    assertThat(value(measured, "missing", "2023-Q1")).isEqualTo(0L);
    assertThat(value(measured, "late", "2023-Q2")).isEqualTo(1L);
    assertThat(value(measured, "missing", "2023-Q3")).isEqualTo(1L);
    assertThat(value(measured, "completeness", "2023")).isEqualTo(0.5);
  }

  @Test
  void thirtyDaysAreInTimeAndThirtyOneAreNot() {
    assertThat(value(measure(came("2023-04-30")), "late", "2023-Q1")).isEqualTo(0L);
    assertThat(value(measure(came("2023-05-01")), "late", "2023-Q1")).isEqualTo(1L);
  }

  @Test
  void rowsAndIssuesAreCountedInThePeriodOfTheDelivery() {
    Measured measured = measure(came("2023-03-31"), came("2023-06-30"));

    assertThat(value(measured, "delivered", "2023-Q1")).isEqualTo(1L);
    assertThat(value(measured, "rows_accepted", "2023")).isEqualTo(14.0);
    assertThat(value(measured, "rows_quarantined", "2023-Q2")).isEqualTo(2.0);
    assertThat(value(measured, "rows_superseded", "2023")).isEqualTo(0.0);
    assertThat(value(measured, "issues", "2023")).isEqualTo(Map.of("vanished", 2L));
  }

  @Test
  void aRefusedDeliveryIsNoDelivery() {
    Measured measured =
        measure(
            new DeliveryQuality.Delivered(
                "a", LocalDate.parse("2023-03-31"), true, Map.of(), Map.of()));

    assertThat(value(measured, "delivered", "2023-Q1")).isEqualTo(0L);
    assertThat(value(measured, "refused", "2023-Q1")).isEqualTo(1L);
    assertThat(value(measured, "missing", "2023-Q1")).isEqualTo(1L);
  }
}
