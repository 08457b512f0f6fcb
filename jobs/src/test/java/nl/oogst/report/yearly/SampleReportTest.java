package nl.oogst.report.yearly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.oogst.browser.Axe;
import nl.oogst.browser.Chromium;
import nl.oogst.browser.Usable;
import nl.oogst.cli.Main;
import nl.oogst.docs.SampleHarvest;
import nl.oogst.model.Schemas;
import nl.oogst.release.ReleaseStore;
import nl.oogst.report.Golden;
import nl.oogst.report.chart.FunnelChart;
import nl.oogst.report.document.Document;
import nl.oogst.report.document.Language;
import nl.oogst.report.document.PlainText;
import nl.oogst.report.document.Table;
import nl.oogst.run.EarlierReleases;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** The report of the sample, from the run that makes it to the pages that people read. */
@ExtendWith(SampleHarvest.Shared.class)
class SampleReportTest {
  private static final Path ROOT = Path.of(System.getProperty("oogst.root", ".."));

  private static final List<String> DICTIONARIES =
      List.of("data-dictionary.html", "data-dictionary.en.html");

  private static final int YEAR = 2025;

  @TempDir private static Path folder;
  private static SampleHarvest sample;
  private static Path release;
  private static ReportFiles files;

  @BeforeAll
  static void reportOnTheSample(SampleHarvest harvest) throws IOException {
    sample = harvest;
    ReleaseStore store = new ReleaseStore(sample.out());
    String id = store.current().orElseThrow().releaseId();
    release = store.releaseFolder(id);
    files =
        new ReportFiles(
            Schemas.load(ROOT.resolve("schemas")),
            release.resolve("public"),
            EarlierReleases.source(store, id),
            ReportFiles.Place.ELSEWHERE);
    for (Language language : Language.values()) {
      files.write(YEAR, language, folder.resolve(language.tag()));
    }
  }

  private static Path page(Language language) {
    return folder.resolve(language.tag()).resolve(name(language) + ".html");
  }

  private static String name(Language language) {
    return language.pick("leerrapportage-", "learning-report-") + YEAR;
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void theTextOfTheReportIsAsItWasReviewed(Language language) throws IOException {
    String text =
        PlainText.of(files.document(YEAR, language))
            .replace(release.getFileName().toString(), "2026-01-15-…");
    Golden.holds("yearly/" + name(language) + ".txt", text);
  }

  @Test
  void everyRunWritesWhatTheCommandWrites() throws IOException {
    Map<String, byte[]> ofTheRun = contents(release.resolve("public/report"));
    int code =
        Main.execute(
            "report",
            "--year=" + YEAR,
            "--schemas=" + ROOT.resolve("schemas"),
            "--out=" + sample.out(),
            "--to=" + folder.resolve("again"));
    assertThat(code).isZero();
    Map<String, byte[]> again = contents(folder.resolve("again"));
    assertThat(ofTheRun)
        .containsKeys(
            "leerrapportage-2025.html", "leerrapportage-2025.pdf", "leerrapportage-2025.xlsx");
    assertThat(again.keySet()).containsAll(DICTIONARIES).containsAll(ofTheRun.keySet());
    assertThat(again).hasSize(ofTheRun.size() + DICTIONARIES.size());
    ofTheRun.forEach(
        (name, bytes) ->
            assertThat(again.get(name)).as(name).isEqualTo(withDictionaryBeside(name, bytes)));
    for (String dictionary : DICTIONARIES) {
      assertThat(again.get(dictionary))
          .as(dictionary)
          .isEqualTo(Files.readAllBytes(release.resolve("public").resolve(dictionary)));
    }
  }

  /**
   * A page as it is where the data dictionary lies beside it, not a folder above as in a release.
   */
  private static byte[] withDictionaryBeside(String name, byte[] page) {
    return name.endsWith(".html")
        ? new String(page, StandardCharsets.UTF_8)
            .replace("href=\"../data-dictionary", "href=\"data-dictionary")
            .getBytes(StandardCharsets.UTF_8)
        : page;
  }

  private static Map<String, byte[]> contents(Path root) throws IOException {
    Map<String, byte[]> contents = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        contents.put(root.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return contents;
  }

  @Test
  void theManifestVouchesForTheReport() throws IOException {
    assertThat(Files.readString(release.resolve("manifest.json")))
        .contains(
            "public/report/leerrapportage-2025.html", "public/report/leerrapportage-2025.pdf");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void thePageIsLightAndStandsAlone(Language language) throws IOException {
    String page = Files.readString(page(language));
    assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(2_000_000);
    assertThat(page).doesNotContain("<script", "<link", "src=", "@import", "url(");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void thePdfCanBeListenedTo(Language language) throws Exception {
    byte[] pdf =
        Files.readAllBytes(folder.resolve(language.tag()).resolve(name(language) + ".pdf"));
    VeraGreenfieldFoundryProvider.initialise();
    try (PDFAParser parser =
            Foundries.defaultInstance()
                .createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1);
        PDFAValidator validator =
            Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
      assertThat(
              validator.validate(parser).getTestAssertions().stream()
                  .filter(found -> found.getStatus() == TestAssertion.Status.FAILED)
                  .map(found -> found.getRuleId().getClause() + " " + found.getMessage())
                  .distinct())
          .isEmpty();
    }
  }

  @Test
  void anybodyCanUseThePageInABrowser() throws Exception {
    assumeTrue(
        Chromium.find().isPresent(),
        "There is no Chromium on this machine, so the report is not looked at in a browser.");
    Axe axe = new Axe();
    try (Chromium browser = Chromium.start()) {
      for (Language language : Language.values()) {
        Path page = page(language);
        Usable.axeFindsNothing(axe, browser, page);
        Usable.fitsTheScreen(browser, page);
        Usable.headingsGoDownOneStepAtATime(browser, page);
        Usable.everyPlaceIsThere(browser, page);
        outline(browser.open(page, Usable.DESK));
      }
    }
  }

  /** Landmarks, and what the keyboard meets first. */
  private static void outline(Chromium browser) throws IOException {
    for (String landmark : List.of("body > header", "nav", "main", "body > footer")) {
      assertThat(browser.evaluate("document.querySelectorAll('" + landmark + "').length").asInt())
          .as(landmark)
          .isEqualTo(1);
    }
    assertThat(
            browser
                .evaluate("document.querySelector('a, summary, [tabindex]').getAttribute('href')")
                .asText())
        .as("the keyboard can skip to the content first")
        .isEqualTo("#main");
    assertThat(
            browser
                .evaluate(
                    "[...document.querySelectorAll('.scroll')].filter(s => s.tabIndex < 0).length")
                .asInt())
        .as("wide tables that the keyboard cannot move")
        .isZero();
  }

  @Test
  void figuresAreThoseOfTheDataSets() throws SQLException {
    Document document = files.document(YEAR, Language.NL);
    assertThat(cells(document, "jobs-by-year", 1, 3, 4))
        .isEqualTo(
            rows(
                "jobs_realised",
                "period, jobs_started, jobs_active, persons",
                "period_type = 'year' AND breakdown = 'all' AND period BETWEEN '2018' AND '2025'"));
    assertThat(cells(document, "jobs-organisation", 4, 6))
        .containsExactlyInAnyOrderElementsOf(
            rows(
                "jobs_realised JOIN read_csv('"
                    + ROOT.resolve("schemas/codelists/organisations.csv")
                    + "', all_varchar = true) ON organisation = code",
                "label_nl, jobs_active, persons",
                "period = '2025' AND breakdown = 'organisation' AND (persons > 0 OR EXISTS (FROM"
                    + " jobs_realised b WHERE b.period = '2024' AND b.breakdown = 'organisation'"
                    + " AND b.organisation = jobs_realised.organisation AND b.persons > 0))"));
    assertThat(cells(document, "banen", 1, 2, 3))
        .isEqualTo(
            rows(
                "banenafspraak_contributions",
                "period, sum(banen) FILTER (counts_for = 'market'), sum(banen) FILTER (counts_for ="
                    + " 'sector_government'), sum(banen) FILTER (counts_for = 'rijk')",
                "period_type = 'year' AND breakdown = 'all' AND period BETWEEN '2020' AND '2025'"
                    + " GROUP BY period"));
  }

  /** Of each row of a table its name and some of its numbers. */
  private static List<String> cells(Document document, String table, int... columns) {
    Table found =
        document.tables().stream().filter(t -> t.id().equals(table)).findFirst().orElseThrow();
    List<String> rows = new ArrayList<>();
    for (List<Table.Cell> row : found.rows()) {
      StringBuilder line = new StringBuilder(row.get(0).shown());
      for (int column : columns) {
        line.append(' ').append(row.get(column).value());
      }
      rows.add(line.toString());
    }
    return rows;
  }

  private static List<String> rows(String from, String columns, String where) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      for (String set : List.of("jobs_realised", "banenafspraak_contributions")) {
        statement.execute(
            "CREATE VIEW " + set + " AS FROM '" + release + "/public/" + set + ".parquet'");
      }
      ResultSet result =
          statement.executeQuery(
              "SELECT " + columns + " FROM " + from + " WHERE " + where + " ORDER BY ALL");
      int width = result.getMetaData().getColumnCount();
      while (result.next()) {
        StringBuilder line = new StringBuilder(result.getString(1));
        for (int i = 2; i <= width; i++) {
          line.append(' ').append(result.getObject(i));
        }
        rows.add(line.toString());
      }
    }
    return rows;
  }

  /** Whoever is called different lies outside of the limits that are drawn, and nobody else. */
  @Test
  void theLimitsThatAreDrawnAreThoseThatAreJudgedBy() {
    int judged = 0;
    for (DataRow row : PublicFolder.tables(release.resolve("public")).rows("comparisons")) {
      if (row.number("z_adjusted") == null) {
        continue;
      }
      double n = row.orZero("n");
      List<FunnelChart.Unit> one = List.of(new FunnelChart.Unit("x", n, 0.5, false));
      FunnelChart.Limit limit =
          Compared.limits(one, row.orZero("common_share"), row.orZero("tau2"), 5).get(0);
      double share = row.orZero("value");
      boolean near =
          Math.min(Math.abs(share - limit.low95()), Math.abs(share - limit.high95())) < 0.012;
      if (!near) {
        assertThat(share < limit.low95() || share > limit.high95())
            .as("%s at %s", row.text("position"), n)
            .isEqualTo(!row.is("position", "within"));
        judged++;
      }
    }
    assertThat(judged).isGreaterThan(50);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void nothingClaimsACauseOrHoldsAPatternThatWasNotFilledIn(Language language) {
    String text = PlainText.of(files.document(YEAR, language));
    Matcher wrong =
        Pattern.compile(
                "leidt ertoe|doordat|veroorza|\\bnull\\b|NaN|\\bleads? to\\b|caused by|  \\.|\\.\\.")
            .matcher(text.replace("“leads to”", "").replace("“leidt tot”", ""));
    assertThat(wrong.find() ? wrong.group() : "").isEmpty();
  }
}
