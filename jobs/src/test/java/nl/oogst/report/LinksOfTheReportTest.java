package nl.oogst.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.oogst.cli.Main;
import nl.oogst.docs.SampleHarvest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the report every page that belongs to it can be reached, and from each page the report. */
@ExtendWith(SampleHarvest.Shared.class)
class LinksOfTheReportTest {
  private static final Path ROOT = Path.of(System.getProperty("oogst.root", ".."));
  private static final int PAGES = 1 + 17 + 28;

  /** The file that a link leads to, and the place in it. */
  private static final Pattern LINK = Pattern.compile("<a [^>]*href=\"([^\"#]*)(?:#([^\"]*))?\"");

  private static SampleHarvest sample;
  @TempDir private Path folder;

  @BeforeAll
  static void find(SampleHarvest harvest) {
    sample = harvest;
  }

  @Test
  void inTheReleaseEveryLinkLeadsSomewhere() throws IOException {
    Path open = sample.release().resolve("public");
    everyLinkLeadsSomewhere(
        open,
        open.resolve("report/leerrapportage-2025.html"),
        open.resolve("report/paginas-2025/index.html"),
        open.resolve("data-dictionary.html"));
  }

  @ParameterizedTest
  @CsvSource({
    "nl, leerrapportage-2025.html, paginas-2025/index.html, data-dictionary.html",
    "en, learning-report-2025.html, pages-2025/index.html, data-dictionary.en.html"
  })
  void soItIsInAFolderOfItsOwn(String lang, String report, String index, String dictionary)
      throws IOException {
    Main.execute(
        "report",
        "--lang=" + lang,
        "--schemas=" + ROOT.resolve("schemas"),
        "--out=" + sample.out(),
        "--to=" + folder);
    everyLinkLeadsSomewhere(
        folder, folder.resolve(report), folder.resolve(index), folder.resolve(dictionary));
  }

  private static void everyLinkLeadsSomewhere(Path root, Path report, Path index, Path dictionary)
      throws IOException {
    Map<Path, Set<Path>> links = links(root);
    assertThat(links.get(report)).as("the report leads to").contains(index, dictionary);
    assertThat(links.get(index)).as("the index leads to").contains(report).hasSize(PAGES);
    Set<Path> pages = links.get(index);
    pages.remove(report);
    for (Path page : pages) {
      assertThat(links.get(page)).as("%s leads back to", page).contains(report, index);
    }
  }

  /** Of every page below a folder the other pages that it leads to, each of which is there. */
  private static Map<Path, Set<Path>> links(Path root) throws IOException {
    Map<Path, Set<Path>> links = new TreeMap<>();
    for (Path page : pages(root)) {
      Set<Path> targets = new TreeSet<>();
      for (MatchResult link : LINK.matcher(Files.readString(page)).results().toList()) {
        String file = link.group(1);
        if (!file.contains("://")) {
          Path target = page.resolveSibling(file.isEmpty() ? page.getFileName().toString() : file);
          assertThat(target.normalize())
              .as("%s leads to it", page)
              .isRegularFile()
              .startsWith(root);
          if (link.group(2) != null) {
            assertThat(Files.readString(target))
                .as("%s leads to it", page)
                .contains("id=\"" + link.group(2) + "\"");
          }
          if (!file.isEmpty()) {
            targets.add(target.normalize());
          }
        }
      }
      links.put(page, targets);
    }
    return links;
  }

  private static List<Path> pages(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(file -> file.toString().endsWith(".html")).toList();
    }
  }
}
