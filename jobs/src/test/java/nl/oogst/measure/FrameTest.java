package nl.oogst.measure;

import static nl.oogst.measure.Measured.frame;
import static nl.oogst.resolve.PlacementOf.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import nl.oogst.model.Period;
import nl.oogst.model.SchemaMistake;
import nl.oogst.resolve.PlacementOf;
import org.junit.jupiter.api.Test;

/** Contract section 5 rule 7. */
class FrameTest {

  @Test
  void periodsRunFromTheFirstStartToTheAsOfDate() {
    assertThat(frame("2022-11-05", "2023-07-01").periods())
        .extracting(Period::toString)
        .containsExactly("2022-Q4", "2023-Q1", "2023-Q2", "2023-Q3", "2022", "2023");
  }

  @Test
  void theFirstAndTheLastDayOfAPeriodBelongToIt() {
    Period quarter = new Period(2024, 1);

    assertThat(quarter.start()).isEqualTo(LocalDate.of(2024, 1, 1));
    assertThat(quarter.end()).isEqualTo(LocalDate.of(2024, 3, 31));
    assertThat(new Period(2024, 4).end()).isEqualTo(LocalDate.of(2024, 12, 31));
    assertThat(Period.quarterOf(LocalDate.of(2024, 3, 31))).isEqualTo(quarter);
    assertThat(Period.quarterOf(LocalDate.of(2024, 4, 1))).isEqualTo(new Period(2024, 2));
    assertThat(Period.year(2024).end()).isEqualTo(LocalDate.of(2024, 12, 31));
  }

  @Test
  void daysAndYearsFindTheirPlaceAmongThePeriods() {
    Frame frame = frame("2022-11-05", "2023-07-01");
    List<Period> periods = frame.periods();

    assertThat(periods.get(frame.quarterOf(day("2022-10-01")))).isEqualTo(new Period(2022, 4));
    assertThat(periods.get(frame.quarterOf(day("2023-09-30")))).isEqualTo(new Period(2023, 3));
    assertThat(frame.quarterOf(day("2022-09-30"))).isEqualTo(-1);
    assertThat(frame.quarterOf(day("2023-10-01"))).isEqualTo(-1);
    assertThat(periods.get(frame.year(2023))).isEqualTo(Period.year(2023));
    assertThat(frame.year(2021)).isEqualTo(-1);
    assertThat(frame.year(2024)).isEqualTo(-1);
  }

  @Test
  void theRunningPeriodEndsWithTheAsOfDate() {
    Frame frame = frame("2022-11-05", "2023-07-01");

    assertThat(frame.lastDay(new Period(2023, 3))).isEqualTo(day("2023-07-01"));
    assertThat(frame.lastDay(new Period(2023, 2))).isEqualTo(day("2023-06-30"));
    assertThat(frame.lastDay(Period.year(2023))).isEqualTo(day("2023-07-01"));
  }

  @Test
  void aPeriodIsProvisionalWhileARunningProeftuinHasNotDelivered() {
    assertThat(new Frame.Coverage(4, 3).provisional()).isTrue();
    assertThat(new Frame.Coverage(4, 3).share()).isEqualTo(0.75);
    assertThat(new Frame.Coverage(4, 4).provisional()).isFalse();
    assertThat(new Frame.Coverage(0, 0).provisional()).isFalse();
    assertThat(new Frame.Coverage(0, 0).share()).isNull();
  }

  @Test
  void whatIsNotFilledIsBrokenDownAsUnknown() {
    Frame frame =
        new Frame(
            LocalDate.of(2023, 3, 31),
            LocalDate.of(2023, 1, 1),
            List.of(Breakdown.parse("route"), Breakdown.parse("phase")),
            java.util.Map.of(),
            java.util.Map.of());
    Engagement engagement = Measured.own(PlacementOf.id("p").seen("a", "2023-03-31", "2023-03-31"));

    assertThat(frame.slice(0, engagement).values()).containsExactly("unknown");
    assertThat(frame.slice(1, engagement).values()).containsExactly("unknown");
  }

  @Test
  void anUnknownDimensionIsAMistakeOfTheRules() {
    assertThatThrownBy(() -> Breakdown.parse("organisation+colour"))
        .isInstanceOf(SchemaMistake.class)
        .hasMessageContaining("colour")
        .hasMessageContaining("rules/breakdowns.json");
  }
}
