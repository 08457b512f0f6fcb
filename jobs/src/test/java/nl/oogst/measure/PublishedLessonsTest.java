package nl.oogst.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What of the figures of a lesson is published. */
class PublishedLessonsTest {
  private final LessonWorld world = new LessonWorld();

  @Test
  void fewPersonsOnASideShowNoFigures() {
    world.threeAgainstThree();
    for (int i = 0; i < 6; i++) {
      for (int j = 0; j < 4; j++) {
        world.job("p" + i, "j" + j, "2020-02-01", j == 0 ? "2020-05-31" : null);
      }
    }
    var row = world.published("network", "retention_12m");
    for (String figure :
        List.of(
            "value_with",
            "difference",
            "ci_low",
            "leave_one_out_low",
            "prediction_high",
            "p_value",
            "q_value")) {
      assertThat(row.get(figure)).as(figure).isNull();
    }
    assertThat(row).containsEntry("disclosure", "withheld");
    assertThat((Double) row.get("placements_with") % 5).isZero();
    assertThat(world.row("network", "retention_12m").get("difference")).isNotNull();
  }

  @Test
  void smallProeftuinenMakeCoarseStepsAndLargeOnesFineSteps() {
    world.randomWorld(12);
    var coarse = world.published("network", "retention_12m");
    assertThat(coarse).containsEntry("disclosure", "rounded");
    assertThat(inSteps(coarse.get("difference"), 20)).isTrue();
    assertThat(inSteps(coarse.get("value_with"), 20)).isTrue();
    world.persons.clear();
    world.randomWorld(120);
    var fine = world.published("network", "retention_12m");
    assertThat(inSteps(fine.get("value_with"), 100)).isTrue();
    assertThat(inSteps(fine.get("value_with"), 20) && inSteps(fine.get("ci_low"), 20)).isFalse();
    assertThat(inSteps(fine.get("leave_one_out_low"), 20)).as("leans on one").isTrue();
    assertThat((Double) fine.get("p_value")).isPositive();
    assertThat((Double) fine.get("p_value"))
        .isGreaterThanOrEqualTo((Double) world.row("network", "retention_12m").get("p_value"));
  }

  private static boolean inSteps(Object value, int stepsInOne) {
    double steps = (Double) value * stepsInOne;
    return Math.abs(steps - Math.rint(steps)) < 1e-9;
  }
}
