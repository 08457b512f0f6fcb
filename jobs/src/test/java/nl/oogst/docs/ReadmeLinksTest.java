package nl.oogst.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents point at is there. */
class ReadmeLinksTest {
  private static final List<String> DOCUMENTS =
      List.of(
          "README.md",
          "docs/definitions.md",
          "docs/restricted-data-sets.md",
          "schemas/README.md",
          "sample-data/README.md");

  @Test
  void everyRelativeLinkLeadsSomewhere() {
    for (String document : DOCUMENTS) {
      Readme readme = Readme.load(document);
      var folder = Readme.ROOT.resolve(document).getParent();
      for (String link : readme.links()) {
        if (link.startsWith("#")) {
          assertThat(readme.anchors()).as(document).contains(link.substring(1));
        } else if (!link.contains("://")) {
          String file = link.replaceFirst("#.*", "");
          assertThat(folder.resolve(file)).as("%s links to it", document).exists();
        }
      }
    }
  }

  @Test
  void everyPathOfTheRepositoryExists() {
    List<String> tops = List.of("jobs/", "schemas/", "sample-data/", "scripts/", "docs/");
    for (String document : List.of("README.md", "docs/definitions.md")) {
      for (String code : Readme.load(document).codes()) {
        if (tops.stream().anyMatch(code::startsWith)) {
          String path = code.replaceFirst(" .*", "");
          assertThat(Readme.ROOT.resolve(path)).as("%s names it", document).exists();
        }
      }
    }
  }

  private static final String MAIN = "jobs/src/main/java/nl/oogst/";

  private static boolean declaresOptions(Path file) {
    return file.toString().matches(".*(?:Command|Options?)\\.java");
  }

  @Test
  void everyOptionExists() throws IOException {
    StringBuilder known =
        new StringBuilder(
            Files.readString(Readme.ROOT.resolve(MAIN + "sample/GenerateSample.java")));
    try (Stream<Path> all = Files.list(Readme.ROOT.resolve(MAIN + "cli"))) {
      for (Path command : all.filter(ReadmeLinksTest::declaresOptions).toList()) {
        known.append(Files.readString(command));
      }
    }
    for (String code : Readme.load().codes()) {
      for (String word : code.split("[ ,]+", -1)) {
        if (word.startsWith("--")) {
          assertThat(known.toString()).contains('"' + word + '"');
        }
      }
    }
  }

  @Test
  void theCommandsOfTheFirstScreenAreThere() {
    assertThat(Readme.load().text()).contains("    scripts/oogst run ", "    ./mvnw verify ");
    assertThat(Readme.ROOT.resolve("scripts/oogst")).isExecutable();
    assertThat(Readme.ROOT.resolve("mvnw")).isExecutable();
  }
}
