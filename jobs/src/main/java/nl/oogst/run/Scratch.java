package nl.oogst.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Removes what a run needed only while it was busy. */
final class Scratch {
  private Scratch() {}

  /** A folder of its own in the temporary folder of this machine; it does not exist yet. */
  static Path temporary() throws IOException {
    return Files.createTempDirectory("oogst").resolve("spark");
  }

  static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
