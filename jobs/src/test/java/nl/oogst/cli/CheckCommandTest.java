package nl.oogst.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.oogst.run.DataRoot;
import nl.oogst.run.Ran;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a proeftuin runs before it delivers. */
class CheckCommandTest {
  @TempDir private Path folder;
  private DataRoot root;
  private Path pages;

  @BeforeEach
  void makeRoot() {
    root = new DataRoot(folder, "alfa", "beta");
    pages = folder.resolve("pages");
    root.file("alfa/2024-12-31/p.csv", DataRoot.placements("P1", "P2"));
    root.file("beta/2024-12-31/p.csv", DataRoot.placements("P1"));
  }

  private Ran check(String... more) {
    List<String> all = new ArrayList<>(List.of("check", "--data", root.data().toString()));
    all.addAll(List.of("--out", pages.toString()));
    all.addAll(List.of("--schemas", DataRoot.repository().resolve("schemas").toString()));
    all.addAll(List.of("--profiles", root.profiles().toString()));
    all.addAll(List.of(more));
    return Ran.command(root, all.toArray(String[]::new));
  }

  private static Map<String, String> files(Path folder) {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> list = Files.list(folder)) {
      for (Path file : list.toList()) {
        files.put(file.getFileName().toString(), Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  @Test
  void nothingToMendEndsWithZeroAndAPageForEach() {
    Ran ran = check();

    assertThat(ran.code()).as("%s%s", ran.out(), ran.err()).isZero();
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out().lines().filter(line -> line.startsWith("alfa ")))
        .singleElement()
        .asString()
        .contains(" 2 ", "2024-12-31 good", pages.resolve("alfa.html").toString());
    assertThat(ran.out()).contains("Checked 2 deliveries, 3 rows", "Nothing must change.");
    assertThat(files(pages))
        .containsOnlyKeys("alfa.csv", "alfa.html", "beta.csv", "beta.html", "index.html");
  }

  @Test
  void nothingIsPublished() {
    check();

    assertThat(root.out()).doesNotExist();
    assertThat(pages.resolve("releases")).doesNotExist();
  }

  @Test
  void aQuarantinedRowAboveToleranceEndsWithThree() {
    root.file("alfa/2024-12-31/p.csv", DataRoot.placements("P1") + "P2,,,,,,,,,,\n");

    Ran ran = check("alfa");

    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.out()).contains("to mend").doesNotContain("beta");
    assertThat(files(pages)).containsOnlyKeys("alfa.csv", "alfa.html");
    assertThat(files(pages).get("alfa.html")).contains("Een verplicht veld is leeg.");
  }

  @Test
  void aToleratedRowEndsWithZeroAndWithStrictWithThree() {
    root.file("alfa/2024-12-31/p.csv", DataRoot.placements("P1") + "P2,,,,,,,,,,\n");
    root.profile("alfa", "{\"proeftuin\":\"alfa\",\"tolerance\":0.6,\"tables\":[]}");

    assertThat(check("alfa").code()).isZero();
    assertThat(check("alfa", "--strict").code()).isEqualTo(3);
  }

  @Test
  void aRefusedDeliveryEndsWithThreeAndStandsFirst() {
    root.file("alfa/2025-01-31/p.json", "[".repeat(5000));

    Ran ran = check("alfa");

    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.out()).contains("2 (1 ref.)", "2025-01-31 refused", "1 delivery was refused");
    String page = files(pages).get("alfa.html");
    assertThat(page.indexOf("Geweigerde levering</h2>"))
        .isPositive()
        .isLessThan(page.indexOf("Levering van 31 december 2024</h2>"));
  }

  @Test
  void aWarningIsNothingToMend() {
    root.file("alfa/2024-12-31/p.csv", DataRoot.placements("P1", "P2").replace("temporary", "xyz"));

    Ran ran = check("alfa");

    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("2 to look at");
  }

  @Test
  void earlierDeliveriesAreComparedWith() {
    root.file("alfa/2024-06-30/p.csv", DataRoot.placements("P1", "P2", "P3"));
    root.file("alfa/2024-12-31/p.csv", DataRoot.placements("P1", "P2").replace(",,24", ",,50"));

    String page = check("alfa").code() == 0 ? files(pages).get("alfa.html") : "";

    assertThat(page)
        .contains("veel hoger of lager dan in de levering ervoor")
        .contains("staat niet meer in de nieuwste")
        .contains("Nog open van eerder");
  }

  @Test
  void onlyDeliveriesUpToADayWhenAsked() {
    root.file("alfa/2025-06-30/p.csv", DataRoot.placements("P1", "P2", "P3"));

    assertThat(check("alfa", "--as-of", "2024-12-31").out()).contains("Checked 1 delivery, 2 rows");
  }

  @Test
  void theSameDeliveriesGiveTheSameBytes() {
    root.file("alfa/2024-06-30/p.csv", DataRoot.placements("P3") + "P2,,,,,,,,,,\n");
    check();
    Map<String, String> first = files(pages);

    check();

    assertThat(files(pages)).isEqualTo(first);
  }

  @Test
  void anUnknownProeftuinIsWrongUse() {
    assertThat(check("gamma").message(2)).contains("'gamma'", "deliveries");
  }

  @Test
  void aFolderThatCannotBeWrittenIsSaidInOneLine() throws IOException {
    Files.writeString(pages, "a file stands here");

    Ran ran = check();

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).contains(pages.toString()).doesNotContain("Exception");
    assertThat(pages).isRegularFile();
  }

  @Test
  void aPageThatCannotBeReplacedStaysAsItWas() throws IOException {
    check("alfa");
    Files.delete(pages.resolve("alfa.html"));
    Files.createDirectories(pages.resolve("alfa.html/in the way"));

    Ran ran = check("alfa");

    assertThat(ran.code()).isEqualTo(1);
    try (Stream<Path> list = Files.list(pages)) {
      assertThat(list.map(file -> file.getFileName().toString()))
          .as("nothing half written is left")
          .containsOnly("alfa.html", "alfa.csv");
    }
  }

  @Test
  void quietSaysNothingAndTheLogIsOneObjectALine() {
    assertThat(check("--quiet").out() + check("--quiet").err()).isEmpty();
    Ran logged = check("--json-log");
    assertThat(logged.out()).isEmpty();
    assertThat(logged.err().lines().filter(line -> line.contains("\"must_change\":0"))).hasSize(2);
    assertThat(logged.err().lines()).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
  }

  @Test
  void noBsnAndNoOtherPersonalValueStandsOnAnyPage() {
    String bsn = "123456782";
    root.file("alfa/2025-01-31/p.csv", DataRoot.placements("P1", "P2").replace("K-P1", bsn));
    root.file(
        "beta/2025-01-31/p.csv",
        DataRoot.placements("P1", "P2")
            .replace("hours_per_week\n", "hours_per_week,register_from\n")
            .replace(",,24\n", ",,jan.jansen@example.nl,24\n")
            .replace("K-P1", "\"geheim nummer"));

    check();

    for (String page : files(pages).values()) {
      assertThat(page).doesNotContain(bsn, "jan.jansen", "geheim nummer");
    }
    assertThat(files(pages).get("alfa.html")).contains("burgerservicenummer gevonden", "person_id");
  }
}
