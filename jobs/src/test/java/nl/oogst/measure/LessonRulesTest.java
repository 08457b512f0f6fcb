package nl.oogst.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import nl.oogst.model.Code;
import nl.oogst.model.SchemaMistake;
import nl.oogst.model.Schemas;
import nl.oogst.stats.Evidence;
import org.junit.jupiter.api.Test;

class LessonRulesTest {
  private final Schemas schemas = Schemas.load(Measured.SCHEMAS);
  private final ObjectNode rules = schemas.rules("lessons").deepCopy();

  @Test
  void theThresholdsAreThoseOfTheMethodsPage() {
    assertThat(read().evidence()).isEqualTo(new Evidence.Thresholds(4, 100, 20, 3, 0.10, 3, 0.10));
    assertThat(read().practices()).hasSize(30);
    assertThat(read().kinds()).containsEntry("network", "support");
  }

  @Test
  void aMistakeNamesItsPlace() {
    ((ObjectNode) rules.at("/evidence/supported")).put("q", 1.5);
    assertThatThrownBy(this::read)
        .isInstanceOf(SchemaMistake.class)
        .hasMessageContaining("rules/lessons.json")
        .hasMessageContaining("evidence.supported.q");
  }

  @Test
  void aMissingNumberIsAMistake() {
    ((ObjectNode) rules.at("/shown")).remove("pilots");
    assertThatThrownBy(this::read).hasMessageContaining("'shown.pilots' is missing");
  }

  @Test
  void halfAProeftuinIsAMistake() {
    ((ObjectNode) rules.at("/evidence/indication")).put("pilots", 2.5);
    assertThatThrownBy(this::read).hasMessageContaining("expected a whole number");
  }

  @Test
  void coarseStepsAreNotFinerThanFineOnes() {
    ((ObjectNode) rules.at("/steps/share")).put("coarse", 0.001);
    assertThatThrownBy(this::read).hasMessageContaining("steps.share.coarse");
  }

  @Test
  void theListOfOutcomesIsWhatCanBeComputed() {
    assertThatThrownBy(
            () ->
                LessonRules.read(
                    rules, schemas.codelist("practices"), schemas.codelist("computed_indicators")))
        .isInstanceOf(SchemaMistake.class)
        .hasMessageContaining("lesson_outcomes.csv");
  }

  @Test
  void everyVerdictHasItsLabel() {
    for (Evidence evidence : Evidence.values()) {
      assertThat(schemas.codelist("evidence").code(evidence.code())).isPresent();
    }
    List<Code> steps = new java.util.ArrayList<>();
    schemas.codelist("lesson_next_steps").codes().forEach(steps::add);
    assertThat(steps).hasSize(12);
  }

  private LessonRules read() {
    return LessonRules.read(
        rules, schemas.codelist("practices"), schemas.codelist("lesson_outcomes"));
  }
}
