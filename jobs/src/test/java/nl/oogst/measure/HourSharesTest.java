package nl.oogst.measure;

import static nl.oogst.resolve.PlacementOf.day;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import nl.oogst.model.Days;
import nl.oogst.model.Period;
import nl.oogst.resolve.Deliveries;
import nl.oogst.resolve.PlacementOf;
import nl.oogst.resolve.ResolvedPlacement;
import org.junit.jupiter.api.Test;

/** Contract section 5 rule 5, the hours. */
class HourSharesTest {

  private static Period period(int quarter) {
    return new Period(Math.floorDiv(quarter, 4), Math.floorMod(quarter, 4) + 1);
  }

  private static Map<String, Long> hours(ResolvedPlacement placement, String asOf) {
    Map<String, Long> hours = new TreeMap<>();
    HourShares.share(
        placement,
        day(asOf),
        (from, to, quarter, amount, estimated) ->
            hours.merge((estimated ? "estimated " : "paid ") + period(quarter), amount, Long::sum));
    return hours;
  }

  @Test
  void paidHoursAreSharedEvenlyOverAllCalendarDaysOfThePayPeriod() {
    // 16 March to 14 April: 30 days, 16 of them in the first quarter; 90 hours are 3 a day
    ResolvedPlacement placement =
        Deliveries.of("a")
            .snapshot("2023-06-30")
            .shows(PlacementOf.id("p").from("2023-03-20").to("2023-04-10"))
            .paid("2023-03-16", "2023-04-14", "90")
            .resolve("2023-06-30")
            .placement();

    assertThat(hours(placement, "2023-06-30"))
        .containsExactlyEntriesOf(
            new TreeMap<>(Map.of("paid 2023-Q1", 48_000_000L, "paid 2023-Q2", 42_000_000L)));
  }

  @Test
  void monthsThatNoPayPeriodTouchesAreEstimatedFromActiveDays() {
    // January: 17 active days from the 15th, 36 x 17 / 7 = 87.428571; March: 36 x 31 / 7 =
    // 159.428571; February is paid
    ResolvedPlacement placement =
        Deliveries.of("a")
            .snapshot("2023-03-31")
            .shows(PlacementOf.id("p").from("2023-01-15").hours("36"))
            .paid("2023-02-01", "2023-02-28", "100")
            .resolve("2023-03-31")
            .placement();

    assertThat(hours(placement, "2023-03-31"))
        .containsEntry("paid 2023-Q1", 100_000_000L)
        .containsEntry("estimated 2023-Q1", 87_428_571L + 159_428_571L);
  }

  @Test
  void aMonthThatAPayPeriodTouchesWithOneDayIsNotEstimated() {
    // four weeks from 27 March touch March and April: only February and May are estimated
    ResolvedPlacement placement =
        Deliveries.of("a")
            .snapshot("2023-05-31")
            .shows(PlacementOf.id("p").from("2023-02-01").to("2023-05-07").hours("35"))
            .paid("2023-03-27", "2023-04-23", "140")
            .resolve("2023-05-31")
            .placement();

    assertThat(hours(placement, "2023-05-31"))
        .containsEntry("estimated 2023-Q1", 28 * 5 * 1_000_000L)
        .containsEntry("estimated 2023-Q2", 7 * 5 * 1_000_000L);
  }

  @Test
  void anOpenPlacementIsEstimatedToTheAsOfDateAndAVanishedOneToWhereItWasLastShown() {
    PlacementOf job = PlacementOf.id("p").from("2023-04-01").hours("7");
    ResolvedPlacement open = job.seen("a", "2023-04-30", "2023-05-10");
    ResolvedPlacement vanished =
        Deliveries.of("a")
            .snapshot("2023-04-20")
            .shows(job)
            .snapshot("2023-05-10")
            .resolve("2023-05-10")
            .placement();

    assertThat(hours(open, "2023-05-10")).containsEntry("estimated 2023-Q2", 40_000_000L);
    assertThat(hours(vanished, "2023-05-10")).containsEntry("estimated 2023-Q2", 20_000_000L);
  }

  @Test
  void nothingIsEstimatedAfterTheAsOfDateEvenWhereTheEndIsPlanned() {
    ResolvedPlacement planned =
        PlacementOf.id("p")
            .from("2023-04-01")
            .to("2023-06-30")
            .hours("7")
            .seen("a", "2023-05-10", "2023-05-10");

    assertThat(hours(planned, "2023-05-10")).containsEntry("estimated 2023-Q2", 40_000_000L);
  }

  @Test
  void withoutContractHoursNothingIsEstimated() {
    assertThat(
            hours(
                PlacementOf.id("p").hours(null).seen("a", "2023-03-31", "2023-03-31"),
                "2023-03-31"))
        .isEmpty();
  }

  @Property(tries = 300, seed = "332")
  void theSharesOfAPayPeriodAddUpToItsHours(
      @ForAll @IntRange(min = 18_000, max = 20_000) int start,
      @ForAll @IntRange(max = 800) int length,
      @ForAll @LongRange(min = -3_000_000_000L, max = 3_000_000_000L) long hours) {
    long[] total = new long[1];
    ResolvedPlacement placement =
        Deliveries.of("a")
            .snapshot("2026-12-31")
            .shows(PlacementOf.id("p").hours(null))
            .paid(
                Days.date(start).toString(),
                Days.date(start + length).toString(),
                java.math.BigDecimal.valueOf(hours, 6).toPlainString())
            .resolve("2026-12-31")
            .placement();
    HourShares.share(
        placement, day("2026-12-31"), (from, to, quarter, part, estimated) -> total[0] += part);

    assertThat(total[0]).isEqualTo(hours);
  }
}
