package nl.oogst.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import nl.oogst.model.Days;
import nl.oogst.resolve.PlacementOf;
import org.junit.jupiter.api.Test;

class PracticeTimesTest {
  private static final String ROLLING = "2020-01-01";
  private static final String AS_OF = "2023-12-31";

  @Test
  void aProeftuinStandsWithThePracticeWhenItWasInForceForAtLeastHalfOfItsTime() {
    assertThat(timeline(use("2021-12-31", null)).with(0)).as("731 of 1461 days").isTrue();
    assertThat(timeline(use("2022-01-01", null)).with(0)).as("730 of 1461 days").isFalse();
    assertThat(timeline(use("2020-01-01", "2021-06-30")).with(0)).isFalse();
    assertThat(timeline(use("2020-01-01", "2022-06-30")).with(0)).isTrue();
    assertThat(timeline().with(0)).isFalse();
  }

  @Test
  void onlyJobsStartedWhileItsSideWasTrueCount() {
    var late = timeline(use("2021-03-01", null));
    assertThat(late.with(0)).isTrue();
    assertThat(counts(late, "2021-02-28")).isFalse();
    assertThat(counts(late, "2021-03-01")).isTrue();
    var stopped = timeline(use("2020-01-01", "2020-12-31"));
    assertThat(stopped.with(0)).isFalse();
    assertThat(counts(stopped, "2020-12-31")).isFalse();
    assertThat(counts(stopped, "2021-01-01")).isTrue();
  }

  @Test
  void registerAndDeliveryThatOverlapAreOneUse() {
    var both = timeline(use("2020-01-01", "2021-12-31"), use("2021-06-01", "2022-03-31"));
    assertThat(both.days(0, Integer.MAX_VALUE)).isEqualTo(821);
    assertThat(inForce(both, "2021-08-01")).isTrue();
    assertThat(inForce(both, "2022-03-31")).isTrue();
    assertThat(inForce(both, "2022-04-01")).isFalse();
  }

  @Test
  void timeBeforeTheStartAndAfterTheEndOfAProeftuinDoesNotWeigh() {
    var register = Measured.proeftuin("p", "BZK", ROLLING, "2020-12-31", null);
    var times =
        new PracticeTimes(
            List.of("network"),
            List.of(use("2010-01-01", "2020-06-29")),
            List.of(register),
            day(ROLLING),
            day(AS_OF));
    assertThat(times.of("p").days(Integer.MAX_VALUE)).isEqualTo(366);
    assertThat(times.of("p").days(0, Integer.MAX_VALUE)).isEqualTo(185);
    assertThat(times.of("p").with(0)).as("181 of 366 days").isFalse();
  }

  @Test
  void whoNeverSaidAnythingUsedNothing() {
    var times = times();
    assertThat(times.used(0)).isFalse();
    assertThat(times.of("p").with(0)).isFalse();
    assertThat(times.of("somebody else").counts(0, 0)).isTrue();
    assertThat(times(use("2020-01-01", null)).used(0)).isTrue();
  }

  @Property(tries = 300, seed = "11")
  void daysOnBothSidesAddUpAndEveryDayLiesInOneSegment(
      @ForAll @IntRange(min = -400, max = 1800) int from,
      @ForAll @IntRange(min = 0, max = 1500) int length,
      @ForAll @IntRange(min = -500, max = 2000) int look) {
    int start = day(ROLLING);
    var one = new PracticeUse("p", "network", start + from, start + from + length);
    var timeline = times(one).of("p");
    int day = start + look;
    boolean truth = day >= one.from() && day <= one.to();
    assertThat(timeline.inForce(timeline.segment(day), 0)).isEqualTo(truth);
    long in = 0;
    for (int d = start; d <= day(AS_OF); d++) {
      in += d >= one.from() && d <= one.to() ? 1 : 0;
    }
    long all = day(AS_OF) - start + 1L;
    assertThat(timeline.with(0)).isEqualTo(2 * in >= all);
    assertThat(timeline.days(0, Integer.MAX_VALUE)).isEqualTo(timeline.with(0) ? in : all - in);
  }

  private static boolean counts(PracticeTimes.Timeline timeline, String day) {
    return timeline.counts(timeline.segment(day(day)), 0);
  }

  private static boolean inForce(PracticeTimes.Timeline timeline, String day) {
    return timeline.inForce(timeline.segment(day(day)), 0);
  }

  private static PracticeTimes.Timeline timeline(PracticeUse... uses) {
    return times(uses).of("p");
  }

  private static PracticeTimes times(PracticeUse... uses) {
    return new PracticeTimes(
        List.of("network"),
        Arrays.asList(uses),
        List.of(Measured.proeftuin("p", "BZK", ROLLING, null, null)),
        day(ROLLING),
        day(AS_OF));
  }

  private static PracticeUse use(String from, String to) {
    return new PracticeUse("p", "network", day(from), to == null ? Days.NONE : day(to));
  }

  private static int day(String iso) {
    return PlacementOf.day(iso);
  }
}
