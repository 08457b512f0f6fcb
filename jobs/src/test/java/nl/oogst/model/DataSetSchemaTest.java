package nl.oogst.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataSetSchemaTest {
  private static final String GOOD =
      """
      {"name": "jobs", "version": "1.2.0", "zone": "public",
       "title": "Banen", "title_en": "Jobs", "description": "Wat er is.", "description_en": "What.",
       "sort": ["period"],
       "fields": [
         {"name": "period", "type": "string", "title": "Periode", "title_en": "Period",
          "description": "d", "description_en": "d", "role": "period",
          "constraints": {"required": true, "enum": ["2024", "2025"]}},
         {"name": "jobs_active", "type": "integer", "title": "Banen", "title_en": "Jobs",
          "description": "d", "description_en": "d", "role": "measure", "rounding": "count",
          "unit": "banen"}]}
      """;

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void place() {
    file = folder.resolve("jobs.json");
  }

  @Test
  void everyPartOfADeclarationIsRead() throws IOException {
    Files.writeString(file, GOOD);

    var schema = DataSetSchema.load(file);

    assertThat(schema.zone()).isEqualTo(DataSetSchema.Zone.PUBLIC);
    assertThat(schema.sort()).containsExactly("period");
    assertThat(schema.indexOf("jobs_active")).isEqualTo(1);
    assertThat(schema.columns().get(0).required()).isTrue();
    assertThat(schema.columns().get(0).values()).containsExactly("2024", "2025");
    assertThat(schema.withRole(Column.Role.MEASURE))
        .singleElement()
        .satisfies(
            column -> {
              assertThat(column.type()).isEqualTo(ColumnType.INTEGER);
              assertThat(column.rounding()).isEqualTo("count");
              assertThat(column.unit()).isEqualTo("banen");
              assertThat(column.codelist()).isNull();
            });
    assertThat(DataSetSchema.loadAll(folder)).containsOnlyKeys("jobs");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "public"       | "secret"  | zone: found "secret"; expected one of public, restricted
          "1.2.0"        | "1.2"     | version: found "1.2"; expected three numbers
          "integer"      | "int"     | fields[1].type: found "int"; expected one of string, integer,
          ["period"]     | ["perio"] | sort[0]: found "perio"; expected a field of this data set
          "unit"         | "units"   | fields[1].units: is not a key that belongs here
          "enum"         | "enums"   | fields[0].constraints.enums: is not a key that belongs here
          "jobs_active"  | "period"  | fields[1].name: the field "period" stands there twice
          "name": "jobs" | "name": "job" | name: found "job"; expected the name of the file
          "title_en": "Jobs", "d | "d | title_en: is missing; expected a text
          true           | "yes"     | fields[0].constraints.required: expected true or false
          "version"      | "name"    | not readable as JSON
          """)
  void aMistakeNamesFileAndPlace(String good, String wrong, String message) throws IOException {
    Files.writeString(file, GOOD.replace(good, wrong));

    assertThatThrownBy(() -> DataSetSchema.load(file))
        .isInstanceOf(SchemaMistake.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining(message);
  }

  @Test
  void everyDataSetOfTheRepositoryIsDeclaredWell() {
    var ours = Path.of(System.getProperty("oogst.root", ".."), "schemas/datasets");
    assumeThat(ours).exists();

    assertThat(DataSetSchema.loadAll(ours)).containsKeys("jobs_realised", "placements");
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatThrownBy(() -> DataSetSchema.load(file)).hasMessage(file + ": there is no such file");
    assertThatThrownBy(() -> DataSetSchema.loadAll(folder.resolve("absent")))
        .isInstanceOf(SchemaMistake.class)
        .hasMessageContaining("the folder of data sets cannot be read");
  }
}
