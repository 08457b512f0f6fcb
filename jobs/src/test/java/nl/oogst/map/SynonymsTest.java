package nl.oogst.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import nl.oogst.model.EntitySchema;
import nl.oogst.model.Field;
import nl.oogst.model.Folding;
import nl.oogst.model.Schemas;
import org.junit.jupiter.api.Test;

/** The lists of headers that lead to a field without a profile. */
class SynonymsTest {
  private static final Schemas SCHEMAS =
      Schemas.load(Path.of(System.getProperty("oogst.root", "..")).resolve("schemas"));

  @Test
  void everyFieldHasAtLeastEightBesideItsNameAndLabels() {
    for (EntitySchema entity : SCHEMAS.entities()) {
      for (Field field : entity.fields()) {
        Set<String> synonyms = new HashSet<>();
        field.synonyms().forEach(synonym -> synonyms.add(Folding.fold(synonym)));
        synonyms.remove(Folding.fold(field.name()));
        synonyms.remove(Folding.fold(field.label().nl()));
        synonyms.remove(Folding.fold(field.label().en()));
        assertThat(synonyms)
            .as("%s.%s", entity.name(), field.name())
            .hasSizeGreaterThanOrEqualTo(8);
      }
    }
  }

  /** It would become a person number, or a link that never fits. */
  @Test
  void aColumnWithWholeNamesIsNoField() {
    for (String header : new String[] {"Naam", "Kandidaat", "Naam kandidaat", "Deelnemer"}) {
      for (EntitySchema entity : SCHEMAS.entities()) {
        Headers names = new Headers(entity, new HeaderWords(SCHEMAS.rules("headers")), null);
        assertThat(names.find(header)).as("%s in %s", header, entity.name()).isEmpty();
      }
    }
  }
}
