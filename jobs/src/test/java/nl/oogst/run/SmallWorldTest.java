package nl.oogst.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import nl.oogst.model.Column;
import nl.oogst.model.DataSetSchema;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A world worked out by hand, from the files of its deliveries to the records of a release and what
 * may be open of it; {@link SmallWorldFiguresTest} has its figures.
 */
@ExtendWith(SmallWorldHarvest.Shared.class)
class SmallWorldTest {
  private static final List<String> PUBLIC_FIGURES =
      List.of(
          "jobs_realised",
          "banenafspraak_contributions",
          "sustainability_indicators",
          "obligations",
          "deliveries");

  private static SmallWorldHarvest world;

  @BeforeAll
  static void harvest(SmallWorldHarvest harvest) {
    world = harvest;
  }

  // ---- the release

  @Test
  void theReleaseIsPublishedAndNamesItsAsOfDate() {
    assertThat(world.first().kind()).isEqualTo(Outcome.Kind.PUBLISHED);
    assertThat(world.first().releaseId()).startsWith("2024-06-30");
    assertThat(world.first().delivered()).isEqualTo(6);
    assertThat(world.first().proeftuinen()).isEqualTo(3);
  }

  @Test
  void aSecondRunSaysSoAndChangesNothing() {
    assertThat(world.second().kind()).isEqualTo(Outcome.Kind.ALREADY_CURRENT);
    assertThat(world.second().releaseId()).isEqualTo(world.first().releaseId());
    assertThat(world.second().exitCode()).isZero();
  }

  @Test
  void coresAndTheOrderInWhichFilesWereMadeChangeNoByte() throws Exception {
    assertThat(world.shuffled().releaseId()).isEqualTo(world.first().releaseId());
    SortedMap<String, byte[]> expected = SmallWorldHarvest.files(world.first().folder());
    SortedMap<String, byte[]> found = SmallWorldHarvest.files(world.shuffled().folder());
    assertThat(found.keySet()).isEqualTo(expected.keySet());
    expected.forEach((name, bytes) -> assertThat(found.get(name)).as(name).isEqualTo(bytes));
  }

  // ---- schemas

  @Test
  void everyFileHasExactlyTheColumnsOfItsSchema() {
    SortedMap<String, DataSetSchema> schemas =
        DataSetSchema.loadAll(world.root().settings("out", "").schemas().resolve("datasets"));
    assertThat(schemas).hasSizeGreaterThan(15);
    schemas.forEach(
        (name, schema) -> {
          if (schema.zone() == DataSetSchema.Zone.PUBLIC) {
            assertColumns(world.open(name), schema);
            if (PUBLIC_FIGURES.contains(name)) {
              assertColumns(world.exact(name), schema);
            }
          } else {
            assertColumns(world.restricted(name), schema);
          }
        });
  }

  private static void assertColumns(Path file, DataSetSchema schema) {
    List<String> declared =
        schema.columns().stream().map(c -> c.name() + " " + duckType(c)).toList();
    assertThat(world.rows(file, "*", "LIMIT 0")).isEmpty();
    List<String> written =
        world.query("SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM '" + file + "')");
    assertThat(written).as(file.getFileName().toString()).isEqualTo(declared);
  }

  private static String duckType(Column column) {
    return switch (column.type()) {
      case STRING -> "VARCHAR";
      case INTEGER -> "BIGINT";
      case NUMBER -> "DOUBLE";
      case BOOLEAN -> "BOOLEAN";
      case DATE -> "DATE";
      case OBJECT -> "MAP(VARCHAR, BIGINT)";
    };
  }

  @Test
  void rowsAreInTheOrderThatTheSchemaDeclares() {
    for (String dataSet : PUBLIC_FIGURES) {
      DataSetSchema schema =
          DataSetSchema.load(
              world.root().settings("out", "").schemas().resolve("datasets/" + dataSet + ".json"));
      String order =
          schema.sort().stream()
              .map(column -> "\"" + column + "\" NULLS FIRST")
              .reduce((a, b) -> a + ", " + b)
              .orElseThrow();
      assertThat(world.rows(world.open(dataSet), "* EXCLUDE (disclosure)", ""))
          .as(dataSet)
          .isEqualTo(
              world.rows(world.open(dataSet), "* EXCLUDE (disclosure)", "ORDER BY " + order));
    }
  }

  // ---- the ledger

  @Test
  void theLedgerAccountsForEveryRow() {
    assertThat(
            world.rows(
                world.restricted("ledger"),
                "proeftuin, delivery, file, entity, rows, accepted, superseded, duplicate,"
                    + " quarantined, not_a_record",
                ""))
        .containsExactlyInAnyOrder(
            "alfa 2023-12-31 placements.csv placement 8 1 4 1 1 1",
            "alfa 2024-06-30 lessons.csv lesson 2 2 0 0 0 0",
            "alfa 2024-06-30 paid_hours.csv paid_hours 3 2 0 0 1 0",
            "alfa 2024-06-30 placements.csv placement 6 6 0 0 0 0",
            "beta 2023-12-31 placements.csv placement 2 0 2 0 0 0",
            "beta 2024-06-30 placements.csv placement 3 3 0 0 0 0",
            "gamma 2023-12-31 placements.csv placement 2 1 1 0 0 0",
            "gamma 2024-03-31_mutaties placements.csv placement 1 1 0 0 0 0");
    assertThat(
            world.rows(
                world.restricted("ledger"),
                "*",
                "WHERE rows <> accepted + superseded + duplicate + quarantined + not_a_record"))
        .isEmpty();
    assertThat(world.first().rows()).containsEntry("rows", 27L).containsEntry("accepted", 16L);
  }

  // ---- restricted records

  @Test
  void placementsTellWhatIsKnownOfEach() {
    assertThat(
            world.rows(
                world.restricted("placements"),
                "placement_id, hours_per_week, known_until, vanished, is_job, job_records",
                "ORDER BY proeftuin, placement_id"))
        .containsExactly(
            "a1 32.0 2024-06-30 false true 1",
            "a2 24.0 2024-06-30 false true 1",
            "a3 20.0 2024-06-30 false false 1",
            "a4 32.0 2023-12-31 true true 1",
            "a5 20.0 2024-06-30 false true 2",
            "a6 28.0 2024-06-30 false true 1",
            "a8 36.0 2024-06-30 false true 2",
            "b1 20.0 2024-06-30 false true 1",
            "b5 20.0 2024-06-30 false true 2",
            "b8 18.0 2024-06-30 false true 2",
            "g1 36.0 2024-03-31 false true 1",
            "g2 18.0 2024-03-31 false true 1");
  }

  @Test
  void everyPairIsARowInLinks() {
    assertThat(world.rows(world.restricted("links"), "*", "ORDER BY placement_id_a"))
        .containsExactly("b alfa a5 beta b5 null", "a alfa a8 beta b8 A");
  }

  @Test
  void historyShowsOnlyWhatChanged() {
    assertThat(
            world.rows(
                world.restricted("placement_history"),
                "placement_id, peildatum, hours_per_week, end_date",
                "WHERE placement_id IN ('a1', 'a2', 'g2') ORDER BY placement_id, peildatum"))
        .containsExactly(
            "a1 2023-12-31 36.0 null",
            "a1 2024-06-30 32.0 null",
            "a2 2023-12-31 24.0 2023-09-30",
            "g2 2023-12-31 18.0 null",
            "g2 2024-03-31 18.0 2024-02-29");
  }

  @Test
  void issuesAndQuarantineNameFileLineAndField() {
    assertThat(
            world.rows(
                world.restricted("issues"),
                "delivery, file, line, code, severity",
                "WHERE severity = 'error' OR code IN ('vanished', 'duplicate_key')"
                    + " ORDER BY delivery, line, code"))
        .containsExactly(
            "2023-12-31 placements.csv 5 vanished warning",
            "2023-12-31 placements.csv 8 hours_out_of_range error",
            "2023-12-31 placements.csv 9 duplicate_key warning",
            "2024-06-30 paid_hours.csv 4 orphan_paid_hours error");
    assertThat(
            world.rows(world.restricted("quarantine"), "delivery, line, field, code", "ORDER BY 1"))
        .containsExactly(
            "2023-12-31 8 hours_per_week hours_out_of_range",
            "2024-06-30 4 placement_id orphan_paid_hours");
  }

  @Test
  void paidHoursAreThoseAccepted() {
    assertThat(
            world.rows(
                world.restricted("paid_hours"), "placement_id, period_start, hours", "ORDER BY 2"))
        .containsExactly("a1 2023-01-01 400.0", "a1 2023-12-16 90.0");
  }

  @Test
  void onlyLessonsMarkedPublishableAreOpen() {
    assertThat(world.rows(world.open("lesson_notes"), "lesson_id, text, disclosure", ""))
        .containsExactly("L1 Begin met een vaste begeleider open");
    assertThat(world.rows(world.restricted("lesson_records"), "lesson_id", "ORDER BY 1"))
        .containsExactly("L1", "L2");
  }

  // ---- the public zone

  @Test
  void referenceFiguresCarryTheirSource() {
    assertThat(world.rows(world.open("reference_figures"), "*", "")).isNotEmpty();
    assertThat(world.rows(world.open("reference_figures"), "*", "WHERE source IS NULL")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "jobs_realised,jobs_started,5,5",
    "jobs_realised,jobs_ended,5,5",
    "jobs_realised,jobs_active,5,5",
    "jobs_realised,persons,5,5",
    "jobs_realised,fte,5,5",
    "jobs_realised,other_placements,5,5",
    "banenafspraak_contributions,paid_hours,2500,12500",
    "banenafspraak_contributions,estimated_hours,2500,12500",
    "banenafspraak_contributions,banen,5,5",
    "sustainability_indicators,n,5,5",
    "sustainability_indicators,not_judged,5,5",
    "deliveries,rows_accepted,5,5",
    "obligations,realised_eur,250000,250000"
  })
  void publicFiguresAreMultiplesOfTheirBaseAndWithinOneOfTheExactFigure(
      String dataSet, String measure, long quarter, long year) {
    String base = "(CASE WHEN p.period_type = 'year' THEN " + year + " ELSE " + quarter + " END)";
    // rows of both files stand in the same order
    String pairs =
        "(SELECT row_number() OVER () AS i, * FROM '%s')".formatted(world.open(dataSet))
            + " AS p JOIN (SELECT row_number() OVER () AS i, * FROM '%s')"
                .formatted(world.exact(dataSet))
            + " AS e ON p.i = e.i";
    String wrong =
        String.format(
            "(p.%1$s IS NULL) <> (e.%1$s IS NULL) OR p.%1$s %% %2$s <> 0"
                + " OR abs(p.%1$s - e.%1$s) >= %2$s OR (e.%1$s = 0 AND p.%1$s <> 0)",
            measure, base);

    assertThat(world.query("SELECT count(*) FROM " + pairs + " WHERE p.period = e.period"))
        .isEqualTo(world.query("SELECT count(*) FROM '" + world.exact(dataSet) + "'"));
    assertThat(world.query("SELECT count(*) FROM " + pairs + " WHERE " + wrong))
        .containsExactly("0");
  }

  @Test
  void noShareIsPublishedOverFewerThanTwenty() {
    assertThat(
            world.rows(
                world.open("sustainability_indicators"),
                "*",
                "WHERE value IS NOT NULL OR ci_low IS NOT NULL"))
        .isEmpty();
  }

  @Test
  void noNameOfAPersonStandsInAnyOutput() throws Exception {
    for (String name : SmallWorldHarvest.files(world.first().folder()).keySet()) {
      Path file = world.first().folder().resolve(name);
      String text = name.endsWith(".parquet") ? world.rows(file, "*", "").toString() : text(file);
      assertThat(text).as(name).doesNotContain("Zonneveld").doesNotContain("1990-05-12");
      if (name.startsWith("public/") && name.endsWith(".parquet")) {
        assertThat(text).as(name).doesNotContain(" p1 ").doesNotContain("F-1");
      }
    }
  }

  /** What a person reads in a file, packed or not. */
  private static String text(Path file) throws IOException {
    String name = file.getFileName().toString();
    if (name.endsWith(".pdf")) {
      try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
        return new PDFTextStripper().getText(pdf);
      }
    }
    if (name.endsWith(".xlsx")) {
      StringBuilder text = new StringBuilder();
      try (ZipFile parts = new ZipFile(file.toFile())) {
        for (ZipEntry part : Collections.list(parts.entries())) {
          text.append(
              new String(parts.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8));
        }
      }
      return text.toString();
    }
    return Files.readString(file);
  }
}
