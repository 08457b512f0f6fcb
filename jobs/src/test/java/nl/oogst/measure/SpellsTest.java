package nl.oogst.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import nl.oogst.stats.KaplanMeier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole calendar months, then days (methods page, section 1). */
class SpellsTest {

  @ParameterizedTest
  @CsvSource({
    "2023-01-01,2023-01-01,0,0",
    "2023-01-01,2023-01-31,0,30",
    "2023-01-01,2023-02-01,1,0",
    "2023-01-15,2024-01-14,11,30",
    "2023-01-15,2024-01-15,12,0",
    // 31 January + 1 month is the last day of February
    "2023-01-31,2023-02-27,0,27",
    "2023-01-31,2023-02-28,1,0",
    "2023-01-31,2023-03-01,1,1",
    "2024-01-31,2024-02-28,0,28",
    "2024-01-31,2024-02-29,1,0",
    "2023-01-31,2023-03-31,2,0",
    "2024-02-29,2025-02-28,12,0"
  })
  void timeIsWholeMonthsThenDays(LocalDate start, LocalDate until, int months, int days) {
    assertThat(SpellTime.between(start, until)).isEqualTo(SpellTime.horizon(months) + days);
  }

  @Property(tries = 500, seed = "24")
  void aLaterDayIsNeverAShorterTime(
      @ForAll @IntRange(min = 18_000, max = 20_000) int start,
      @ForAll @IntRange(max = 1_500) int length) {
    LocalDate from = LocalDate.ofEpochDay(start);
    LocalDate until = from.plusDays(length);

    assertThat(SpellTime.between(from, until.plusDays(1)))
        .isGreaterThan(SpellTime.between(from, until));
  }

  @Property(tries = 200, seed = "1958")
  void retentionIsThatOfAllTimesHoweverLong(@ForAll long seed) {
    Random random = new Random(seed);
    int jobs = 1 + random.nextInt(40);
    double[] times = new double[jobs];
    boolean[] ended = new boolean[jobs];
    Spells[] halves = {new Spells(), new Spells()};
    for (int i = 0; i < jobs; i++) {
      LocalDate start = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(365));
      int time =
          SpellTime.between(start, start.plusDays(random.nextInt(1 + random.nextInt(1_500))));
      times[i] = time;
      ended[i] = random.nextBoolean();
      halves[i % 2].add(new Person("p" + i, i, List.of()), time, ended[i] ? 0 : -1);
    }
    halves[0].merge(halves[1]);
    KaplanMeier curve = KaplanMeier.ofObservations(times, ended);

    for (int h = 0; h < SpellTime.HORIZONS.length; h++) {
      int horizon = SpellTime.horizon(SpellTime.HORIZONS[h]);
      Figure.Retention retention = halves[0].curve().retentions().get(h);
      assertThat(retention.estimate().map(Figure.Interval::value))
          .isEqualTo(curve.at(horizon).map(KaplanMeier.Estimate::survival));
      assertThat(retention.atRisk().value()).isEqualTo(curve.atRisk(horizon));
      assertThat(retention.jobs().value()).isEqualTo(jobs);
    }
  }

  @Property(tries = 500, seed = "12")
  void aHorizonIsReachedOnTheSameDayOfALaterMonth(
      @ForAll @IntRange(min = 18_000, max = 20_000) int start,
      @ForAll @IntRange(min = 1, max = 30) int months) {
    LocalDate from = LocalDate.ofEpochDay(start);

    assertThat(SpellTime.between(from, from.plusMonths(months)))
        .isEqualTo(SpellTime.horizon(months));
    assertThat(SpellTime.between(from, from.plusMonths(months).minusDays(1)))
        .isLessThan(SpellTime.horizon(months));
  }
}
