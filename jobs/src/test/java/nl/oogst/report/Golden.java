package nl.oogst.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts as they were reviewed, kept beside the tests, so that a change of them shows in review. */
public final class Golden {
  private static final Path ROOT =
      Path.of(System.getProperty("oogst.root", ".."))
          .resolve("jobs/src/test/resources/nl/oogst/report");

  private Golden() {}

  /** Compares a text; with -Doogst.golden=write it is written instead, to see what changed. */
  public static void holds(String name, String text) throws IOException {
    Path file = ROOT.resolve(name);
    if ("write".equals(System.getProperty("oogst.golden"))) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    }
    assertThat(text).isEqualTo(Files.readString(file));
  }
}
