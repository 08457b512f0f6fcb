package nl.oogst.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import nl.oogst.cli.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows of a check is what a check of the sample prints. */
class CheckReadmeTest {
  @TempDir private Path folder;

  @Test
  void theCheckEndsAsShown() {
    List<String> shown =
        Readme.load().blocks("text").stream()
            .filter(block -> block.startsWith("Proeftuin "))
            .findFirst()
            .orElseThrow()
            .lines()
            .toList();
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    int code;
    try {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      code =
          Main.execute(
              "check",
              "def-schoonmaak",
              "fin-ict-beheer",
              "jenv-opvanglocaties",
              "--data=" + Readme.ROOT.resolve("sample-data"),
              "--schemas=" + Readme.ROOT.resolve("schemas"),
              "--profiles=" + Readme.ROOT.resolve("schemas/profiles"),
              "--out=" + folder);
    } finally {
      System.setOut(before);
    }

    assertThat(code).isEqualTo(3);
    assertThat(timeless(printed.toString(StandardCharsets.UTF_8)).lines().skip(1).toList())
        .isEqualTo(timeless(String.join("\n", shown)).lines().toList());
  }

  private String timeless(String text) {
    return text.replace(folder.toString(), "harvest/feedback")
        .replaceAll("in [0-9]+\\.[0-9] s\\.", "in some time.");
  }
}
