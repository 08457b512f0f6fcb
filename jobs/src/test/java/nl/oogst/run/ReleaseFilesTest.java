package nl.oogst.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.oogst.model.DataSetSchema;
import nl.oogst.release.OutputFailure;
import nl.oogst.release.ReleaseStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies in the output folder after a run of any outcome, and nothing else. */
class ReleaseFilesTest {
  private static final String[] AT_REST = {".lock", "current.json", "keys", "releases", "state"};

  private static final List<String> CATALOGUE =
      List.of(
          "manifest.json",
          "public/data-dictionary.en.html",
          "public/data-dictionary.html",
          "public/datapackage.json",
          "public/dcat.jsonld",
          "public/views.sql",
          "restricted/datapackage.json",
          "restricted/disclosure_audit.json",
          "restricted/lineage/openlineage.jsonl",
          "restricted/register/proeftuinen.csv");

  @TempDir private Path folder;

  @Test
  void eachDataSetIsOneSortedZstdFileOfItsOwnName() throws IOException {
    DataRoot root =
        new DataRoot(folder)
            .sample(
                false,
                "az-catering",
                "bz-vertalingen",
                "jenv-wasserij",
                "vws-communicatie",
                "bzk-ict-inhuur");
    String[] arguments = root.arguments("--quiet");
    arguments[10] = "local[4]";
    Ran ran = Ran.command(root, arguments);
    assertThat(ran.code()).as(ran.err()).isIn(0, 3);
    Map<String, DataSetSchema> schemas =
        DataSetSchema.loadAll(DataRoot.repository().resolve("schemas/datasets"));
    assertThat(names(ran.release()))
        .filteredOn(name -> name.startsWith("restricted/unprotected/"))
        .isNotEmpty()
        .allSatisfy(
            name ->
                assertThat(ran.release().resolve(name.replace("restricted/unprotected", "public")))
                    .exists());
    assertThat(names(ran.release()))
        .filteredOn(name -> !name.startsWith("restricted/unprotected/"))
        .filteredOn(name -> !name.startsWith("public/report/"))
        .as("one file a data set, the catalogue and the manifest")
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    schemas.values().stream().map(ReleaseFilesTest::fileName), CATALOGUE.stream())
                .toList());
    assertThat(names(ran.release()))
        .filteredOn(name -> name.startsWith("public/report/paginas-2025/"))
        .as("pages per ministry and per proeftuin")
        .contains("public/report/paginas-2025/index.html")
        .contains("public/report/paginas-2025/proeftuin-az-catering.html");
    assertThat(names(ran.release()))
        .filteredOn(name -> name.startsWith("public/report/") && !name.endsWith(".csv"))
        .filteredOn(name -> !name.contains("/paginas-"))
        .as("the report on the last whole year")
        .containsExactlyInAnyOrder(
            "public/report/leerrapportage-2025.html",
            "public/report/leerrapportage-2025.pdf",
            "public/report/leerrapportage-2025.xlsx");
    for (DataSetSchema schema : schemas.values()) {
      String file = "'" + ran.release().resolve(fileName(schema)) + "'";
      assertThat(
              Ran.query("SELECT DISTINCT compression FROM parquet_metadata(" + file + ")").stream())
          .as("%s: compression", schema.name())
          .allMatch(codec -> codec.equals("ZSTD"));
      sorted(file, schema);
    }
    assertThat(left(root.out())).containsExactlyInAnyOrder(AT_REST);
  }

  @Test
  void aFileInWhichNothingIsRecognisedIsToldThoughNothingFailed() {
    DataRoot root = new DataRoot(folder, "alfa");
    root.file("alfa/2024-12-31/p.csv", DataRoot.placements("A1"));
    root.file("alfa/2024-12-31/kleuren.csv", "kleur,vorm,maat\nrood,rond,3\nblauw,vierkant,4\n");
    Ran ran = Ran.harvest(root);
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out())
        .contains("1 delivery of 1 proeftuin,")
        .contains("alfa/2024-12-31: no table in kleuren.csv was recognised");
  }

  @Test
  void nothingIsLeftOfARunThatPublishedNothing() throws IOException {
    DataRoot root = new DataRoot(folder, "alfa");
    root.file("alfa/2024-12-31/p.csv", DataRoot.placements("A1"));
    assertThat(Ran.harvest(root, "--quiet").code()).isZero();
    List<String> before = published(root);

    root.file("alfa/2025-01-31/p.csv", DataRoot.placements("A1").replace("BZK", "XYZ"));
    Ran strict = Ran.harvest(root, "--strict", "--quiet");
    assertThat(strict.code()).isEqualTo(3);
    assertThat(strict.err())
        .contains("alfa/2025-01-31: 1 of 1 rows quarantined")
        .contains("Run without --strict to see why");
    assertThat(published(root)).isEqualTo(before);
    assertThat(left(root.out())).containsExactlyInAnyOrder(AT_REST);

    for (String moment : List.of("reading", "measuring", "writing")) {
      assertThatThrownBy(
              () ->
                  Harvest.run(
                      root.settings("local[1]"),
                      line -> {
                        if (line.equals(moment)) {
                          throw new IllegalStateException("as if something broke");
                        }
                      }))
          .isInstanceOf(IllegalStateException.class);
      assertThat(published(root)).as("failed while %s", moment).isEqualTo(before);
      assertThat(left(root.out())).containsExactlyInAnyOrder(AT_REST);
    }
    ReleaseStore store = new ReleaseStore(root.out());
    assertThat(store.verify(store.current().orElseThrow())).isEmpty();
  }

  @Test
  void aPointerThatCannotBeReplacedIsSaidAndTheNextRunPublishes() throws IOException {
    DataRoot root = new DataRoot(folder, "alfa");
    root.file("alfa/2024-12-31/p.csv", DataRoot.placements("A1"));
    assertThatThrownBy(
            () ->
                Harvest.run(
                    root.settings("local[1]"),
                    line -> {
                      if (line.startsWith("publishing")) {
                        inTheWay(root.out().resolve("current.json"));
                      }
                    }))
        .isInstanceOf(OutputFailure.class)
        .hasMessageContaining("current.json")
        .hasMessageEndingWith(".");
    assertThat(root.out().resolve("current.json")).isDirectory();
    Scratch.remove(root.out().resolve("current.json"));
    Ran next = Ran.harvest(root, "--quiet");
    assertThat(next.code()).as(next.err()).isZero();
    assertThat(left(root.out())).containsExactlyInAnyOrder(AT_REST);
  }

  @Test
  void rowsAboveTheToleranceAreSaidAndThoseBelowAreNot() {
    DataRoot root = new DataRoot(folder, "streng", "ruim", "krap");
    String nine = DataRoot.placements("P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8", "P9");
    String tenth = DataRoot.row("P10").replace("BZK", "XYZ");
    root.profile("ruim", "{\"proeftuin\":\"ruim\",\"tolerance\":0.1}");
    root.profile("krap", "{\"proeftuin\":\"krap\",\"tolerance\":0.09}");
    root.file("streng/2024-12-31/p.csv", nine);
    root.file("ruim/2024-12-31/p.csv", nine + tenth);
    Ran within = Ran.harvest(root, "--quiet");
    assertThat(within.code()).as(within.err()).isZero();
    assertThat(within.err()).isEmpty();
    assertThat(within.rows("count(*)", "restricted/quarantine", "")).containsExactly("1");

    root.file("streng/2024-12-31/p.csv", nine + tenth);
    root.file("krap/2024-12-31/p.csv", nine + tenth + "\nTotaal,10\n");
    Ran above = Ran.harvest(root, "--quiet");
    assertThat(above.code()).isEqualTo(3);
    assertThat(above.err().lines())
        .containsExactlyInAnyOrder(
            said("krap", "1 of 10 rows quarantined (10.00 %)", "9.00 %"),
            said("streng", "1 of 10 rows quarantined (10.00 %)", "0.00 %"));
    assertThat(above.rows("proeftuin", "restricted/quarantine", "ORDER BY 1"))
        .containsExactly("krap", "ruim", "streng");
  }

  private static String said(String proeftuin, String found, String tolerance) {
    return "oogst: "
        + proeftuin
        + "/2024-12-31: "
        + found
        + ", more than the tolerance of "
        + tolerance
        + ". restricted/issues says why; ask for a corrected delivery.";
  }

  private static String fileName(DataSetSchema schema) {
    return schema.zone().name().toLowerCase(Locale.ROOT) + "/" + schema.name() + ".parquet";
  }

  /** No row stands before the one it follows; names by their bytes, nothing first. */
  private static void sorted(String file, DataSetSchema schema) {
    String now =
        schema.sort().stream().map(ReleaseFilesTest::comparable).collect(Collectors.joining(", "));
    String order = "row(" + now + ")";
    List<String> wrong =
        Ran.query(
            "SELECT count(*) FROM (SELECT "
                + order
                + " AS here, lag("
                + order
                + ") OVER (ORDER BY file_row_number) AS before FROM read_parquet("
                + file
                + ", file_row_number = true)) WHERE before > here");
    assertThat(wrong).as("%s is sorted by %s", schema.name(), schema.sort()).containsExactly("0");
  }

  private static String comparable(String column) {
    return "\"" + column + "\" IS NOT NULL, \"" + column + "\"";
  }

  private static void inTheWay(Path path) {
    try {
      Files.createDirectories(path.resolve("in the way"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static List<String> names(Path folder) {
    return DataRoot.tree(folder).stream()
        .map(file -> folder.relativize(file).toString().replace('\\', '/'))
        .toList();
  }

  /** What is in the output folder but for what only makes the next run quicker. */
  private static List<String> published(DataRoot root) {
    return names(root.out()).stream().filter(name -> !name.startsWith("state/")).toList();
  }

  private static List<String> left(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(path -> path.getFileName().toString()).toList();
    }
  }
}
