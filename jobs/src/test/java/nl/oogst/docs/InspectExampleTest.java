package nl.oogst.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.oogst.cli.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file that the README inspects is shown exactly as the README shows it. */
class InspectExampleTest {
  @TempDir private Path folder;

  @Test
  void theExampleIsTrueToTheLetter() throws IOException {
    Readme readme = Readme.load();
    String example =
        readme.blocks("text").stream()
            .filter(block -> block.startsWith("plaatsingen.csv"))
            .findFirst()
            .orElseThrow();
    Path file = folder.resolve("plaatsingen.csv");
    Files.writeString(
        file,
        readme.blocks("csv").stream()
            .filter(block -> block.startsWith("Overzicht"))
            .findFirst()
            .orElseThrow());
    assertThat(inspect(file).strip()).isEqualTo(example.strip());
  }

  private static String inspect(Path file) {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      int code =
          Main.execute(
              "inspect", "--schemas", Readme.ROOT.resolve("schemas").toString(), file.toString());
      assertThat(code).isZero();
    } finally {
      System.setOut(before);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }
}
