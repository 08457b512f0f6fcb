package nl.oogst.report.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.oogst.browser.Axe;
import nl.oogst.browser.Chromium;
import nl.oogst.browser.Usable;
import nl.oogst.docs.SampleHarvest;
import nl.oogst.model.Schemas;
import nl.oogst.release.ReleaseStore;
import nl.oogst.report.Golden;
import nl.oogst.report.document.Document;
import nl.oogst.report.document.Language;
import nl.oogst.report.document.PlainText;
import nl.oogst.report.document.Table;
import nl.oogst.report.yearly.DataRow;
import nl.oogst.report.yearly.Edition;
import nl.oogst.report.yearly.PublicFolder;
import nl.oogst.report.yearly.ReportFiles;
import nl.oogst.run.EarlierReleases;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The pages of the sample, as a run writes them and as people open them. */
@ExtendWith(SampleHarvest.Shared.class)
class PagesOfTheSampleTest {
  private static final Path ROOT = Path.of(System.getProperty("oogst.root", ".."));
  private static final int YEAR = 2025;

  @TempDir private static Path folder;
  private static Path release;
  private static String id;
  private static ReleaseStore store;

  @BeforeAll
  static void find(SampleHarvest sample) throws IOException {
    release = sample.release();
    id = release.getFileName().toString();
    store = new ReleaseStore(sample.out());
  }

  private static Edition edition(Path publicFolder, Language language) throws IOException {
    return new ReportFiles(
            Schemas.load(ROOT.resolve("schemas")),
            publicFolder,
            EarlierReleases.source(store, id),
            ReportFiles.Place.RELEASE)
        .edition(YEAR, language);
  }

  private static Edition edition(Language language) throws IOException {
    return edition(release.resolve("public"), language);
  }

  private static Path pages(Language language) throws IOException {
    return new PageFiles(edition(language)).write(folder.resolve(language.tag())).getParent();
  }

  @ParameterizedTest
  @CsvSource({
    "NL,ministerie-bzk",
    "EN,ministry-bzk",
    "NL,proeftuin-szw-onderzoek",
    "EN,proeftuin-az-catering"
  })
  void theTextOfThePageIsAsItWasReviewed(Language language, String name) throws IOException {
    PageFiles pages = new PageFiles(edition(language));
    Subject subject =
        pages.subjects().stream()
            .filter(one -> one.file(language).equals(name + ".html"))
            .findFirst()
            .orElseThrow();
    String text = PlainText.of(pages.document(subject)).replace(id, "2026-01-15-…");
    Golden.holds("pages/" + name + "-" + YEAR + ".txt", text);
  }

  @Test
  void everyMinistryAndEveryProeftuinHasItsPage() throws IOException {
    List<String> proeftuinen =
        PublicFolder.tables(release.resolve("public")).rows("proeftuinen").stream()
            .map(row -> "proeftuin-" + row.text("proeftuin") + ".html")
            .toList();
    List<String> found = contents(pages(Language.NL)).keySet().stream().toList();
    assertThat(proeftuinen).hasSize(28);
    assertThat(found).containsAll(proeftuinen).contains("index.html", "ministerie-bzk.html");
    assertThat(found).filteredOn(name -> name.startsWith("ministerie-")).hasSize(17);
    assertThat(found).hasSize(1 + 17 + 28);
  }

  /** Also what no page says: that something lies in the restricted zone. */
  @Test
  void thePagesFollowFromThePublicFolderAlone() throws IOException {
    Path alone = folder.resolve("alone");
    Files.createDirectories(alone);
    try (Stream<Path> sets = Files.list(release.resolve("public"))) {
      for (Path set : sets.filter(file -> file.toString().endsWith(".parquet")).toList()) {
        Files.copy(set, alone.resolve(set.getFileName()));
      }
    }
    Path again =
        new PageFiles(edition(alone, Language.NL)).write(folder.resolve("again")).getParent();
    Map<String, String> ofTheRun = contents(release.resolve("public/report/paginas-" + YEAR));
    assertThat(contents(again)).isEqualTo(ofTheRun);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void pagesStandAloneAndTheIndexLeadsToEach(Language language) throws IOException {
    Map<String, String> contents = contents(pages(language));
    contents.forEach(
        (name, page) ->
            assertThat(page)
                .as(name)
                .doesNotContain("<script", "<link", "src=", "@import", "url(", "]("));
    assertThat(contents.get("index.html").split("href=\"(minist|proeftuin-)", -1))
        .hasSize(1 + 17 + 28);
  }

  @Test
  void everyCountIsAMultipleOfTheBase() throws IOException {
    PageFiles pages = new PageFiles(edition(Language.NL));
    int seen = 0;
    for (Subject subject : pages.subjects()) {
      for (Table table : pages.document(subject).tables()) {
        if (List.of("years", "groups", "banen").contains(table.id())) {
          for (List<Table.Cell> row : table.rows()) {
            for (Table.Cell cell : row) {
              if (cell.value() != null) {
                assertThat(cell.value() % 5).as(subject.name()).isZero();
                seen++;
              }
            }
          }
        }
      }
    }
    assertThat(seen).isGreaterThan(45 * 6 * 6);
  }

  @Test
  void theFiguresOfAPageAreItsOwn() throws IOException {
    PageFiles pages = new PageFiles(edition(Language.NL));
    List<DataRow> rows =
        PublicFolder.tables(release.resolve("public")).years("jobs_realised", "proeftuin");
    for (Subject subject : pages.subjects()) {
      if (!subject.isMinistry()) {
        DataRow own =
            rows.stream()
                .filter(row -> row.is("proeftuin", subject.code()) && row.is("period", "2025"))
                .findFirst()
                .orElseThrow();
        List<Table.Cell> last = last(pages.document(subject), "years");
        assertThat(last.get(0).shown()).isEqualTo("2025");
        assertThat(last.get(2).value()).isEqualTo(own.number("jobs_active"));
        assertThat(last.get(3).value()).isEqualTo(own.number("persons"));
      }
    }
  }

  private static List<Table.Cell> last(Document document, String id) {
    Table table =
        document.tables().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    return table.rows().get(table.rows().size() - 1);
  }

  @Test
  void anybodyCanUseThePagesInABrowser() throws Exception {
    assumeTrue(
        Chromium.find().isPresent(),
        "There is no Chromium on this machine, so the pages are not looked at in a browser.");
    Axe axe = new Axe();
    try (Chromium browser = Chromium.start()) {
      for (Path page : looked()) {
        Usable.axeFindsNothing(axe, browser, page);
        Usable.fitsTheScreen(browser, page);
        Usable.headingsGoDownOneStepAtATime(browser, page);
      }
    }
  }

  /** One of each kind: full, small, stopped, without a proeftuin, and the index. */
  private static List<Path> looked() throws IOException {
    Path dutch = pages(Language.NL);
    Path english = pages(Language.EN);
    return List.of(
        dutch.resolve("index.html"),
        dutch.resolve("ministerie-bzk.html"),
        english.resolve("ministry-kgg.html"),
        english.resolve("ministry-lnv.html"),
        dutch.resolve("proeftuin-bzk-ict-inhuur.html"),
        english.resolve("proeftuin-az-catering.html"),
        dutch.resolve("proeftuin-vws-communicatie.html"));
  }

  private static Map<String, String> contents(Path root) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> all = Files.list(root)) {
      for (Path file : all.toList()) {
        contents.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return contents;
  }
}
