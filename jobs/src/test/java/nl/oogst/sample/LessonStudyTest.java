package nl.oogst.sample;

import static org.assertj.core.api.Assertions.assertThat;

import nl.oogst.sample.LessonWorlds.Lesson;
import org.junit.jupiter.api.Test;

/** The study of {@code docs/lessons.md} on a few of its worlds, at every build. */
class LessonStudyTest {
  private static final int WORLDS = 4;
  private static final LessonStudy.Tally TALLY = LessonStudy.run(1, WORLDS);

  @Test
  void thePlantedDifferenceIsAtLeastAnIndicationInEveryWorld() {
    assertThat(LessonStudy.TOUCHED)
        .allSatisfy(outcome -> assertThat(TALLY.power(outcome)).as(outcome).isEqualTo(1));
  }

  @Test
  void falseSupportStaysUnderTheStatedRate() {
    assertThat(TALLY.worlds).isEqualTo(WORLDS);
    assertThat(TALLY.nulls).isGreaterThan(WORLDS * 190);
    assertThat(TALLY.falseDiscoveryRate()).isLessThanOrEqualTo(0.10);
    assertThat(TALLY.nullIndications / (double) TALLY.nulls).isLessThan(0.06);
  }

  @Test
  void theWorldOfTheSampleHasOneSupportedPracticeOnly() {
    assertThat(new LessonWorlds().lessons(GenerateSample.SEED))
        .filteredOn(lesson -> lesson.evidence().equals("supported"))
        .extracting(Lesson::practice)
        .isNotEmpty()
        .containsOnly(Jobs.PLANTED_PRACTICE);
  }
}
