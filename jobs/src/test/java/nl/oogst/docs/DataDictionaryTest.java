package nl.oogst.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.oogst.model.Column;
import nl.oogst.model.DataSetSchema;
import nl.oogst.model.Schemas;
import nl.oogst.release.catalogue.DataDictionary;
import nl.oogst.release.catalogue.DataDictionary.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The dictionary in the repository says what the declarations say. */
class DataDictionaryTest {
  private static final Path ROOT = Path.of(System.getProperty("oogst.root", ".."));

  @Test
  void everyColumnThatCanBeNullSaysWhen() {
    List<String> silent = new ArrayList<>();
    for (DataSetSchema set : DataSetSchema.loadAll(ROOT.resolve("schemas/datasets")).values()) {
      for (Column column : set.columns()) {
        boolean told =
            column.description().toLowerCase(Locale.ROOT).contains("leeg")
                && column
                    .descriptionEn()
                    .toLowerCase(Locale.ROOT)
                    .matches(".*\\b(null|empty)\\b.*");
        if (!column.required() && !told) {
          silent.add(set.name() + "." + column.name());
        }
      }
    }
    assertThat(silent).as("what a null means, in Dutch (Leeg: …) and English (Null: …)").isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"EN,data-dictionary.md", "NL,data-dictionary.nl.md"})
  void theCheckedInDictionaryIsUpToDate(Language language, String file) throws IOException {
    var schemas = ROOT.resolve("schemas");
    var dictionary =
        new DataDictionary(
            DataSetSchema.loadAll(schemas.resolve("datasets")).values(), Schemas.load(schemas));
    var made = dictionary.markdown(language);
    var checkedIn = ROOT.resolve("docs").resolve(file);
    var fresh = ROOT.resolve("jobs/target").resolve(file);
    Files.createDirectories(fresh.getParent());
    Files.writeString(fresh, made);

    var same = Files.exists(checkedIn) && Files.readString(checkedIn).equals(made);
    assertThat(same)
        .as("docs/%s is up to date; if not: cp jobs/target/%s docs/", file, file)
        .isTrue();
  }
}
