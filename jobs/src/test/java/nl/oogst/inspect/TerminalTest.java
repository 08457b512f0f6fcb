package nl.oogst.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import nl.oogst.model.Schemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerminalTest {
  private static final Schemas SCHEMAS =
      Schemas.load(Path.of(System.getProperty("oogst.root", "..")).resolve("schemas"));

  @TempDir private Path folder;

  private String text(Terminal terminal) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("p.csv"),
            """
            Plaatsingsnummer;Een kolom met een heel lange naam die nergens bij hoort, echt waar;Uren
            P-1;\u001b[31mrood;7
            """);
    StringWriter out = new StringWriter();
    FileView view =
        new FileInspector(SCHEMAS, 3, 3).inspect(file, "p\u001b[2J.csv", null, name -> null);
    new TextView(SCHEMAS, terminal, new PrintWriter(out)).print(view);
    return out.toString();
  }

  @Test
  void nothingGoesBeyondTheWidthOfTheTerminal() throws Exception {
    assertThat(text(new Terminal(72, false)).lines())
        .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(72));
    assertThat(text(Terminal.NONE)).contains("heel lange naam die nergens bij hoort, echt waar");
  }

  @Test
  void coloursAreForATerminalThatWantsThem() throws Exception {
    assertThat(text(new Terminal(80, true))).contains("\u001b[1m");
    assertThat(text(new Terminal(80, false))).doesNotContain("\u001b");
    assertThat(Terminal.of(null, Map.of())).isEqualTo(Terminal.NONE);
    assertThat(Terminal.of("", Map.of())).isEqualTo(Terminal.NONE);
    assertThat(Terminal.of("100", Map.of())).isEqualTo(new Terminal(100, true));
    assertThat(Terminal.of("100", Map.of("NO_COLOR", "1"))).isEqualTo(new Terminal(100, false));
    assertThat(Terminal.of("100", Map.of("NO_COLOR", ""))).isEqualTo(new Terminal(100, true));
    assertThat(Terminal.of("100", Map.of("TERM", "dumb"))).isEqualTo(new Terminal(100, false));
    assertThat(Terminal.of("20", Map.of()).width()).isEqualTo(60);
    assertThat(Terminal.of("veel", Map.of()).width()).isEqualTo(80);
  }

  /** A file's name or header must not steer the terminal of who looks at it. */
  @Test
  void whatAFileHoldsDoesNotSteerTheTerminal() throws Exception {
    assertThat(text(Terminal.NONE)).contains("p [2J.csv").doesNotContain("\u001b");
  }
}
