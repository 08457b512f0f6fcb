package nl.oogst.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledRunTest {
  /** More of them, now and then: {@code -Doogst.kills=100}. */
  private static final int KILLS = Integer.getInteger("oogst.kills", 15);

  @TempDir Path folder;

  @Test
  void aRunKilledAtAnyMomentLeavesAWholeReleaseCurrent() throws Exception {
    var out = folder.resolve("harvest");
    var store = new ReleaseStore(out);
    var random = new Random(20250131);
    var last = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      var told = runUntilKilled(out, last, 5 + random.nextInt(120));
      assertThat(told).isGreaterThanOrEqualTo(last);

      var current = store.current().orElseThrow();
      assertThat(store.verify(current)).as("after kill %d", kill).isEmpty();
      // what was said to be published is, and at most the next one is current already
      assertThat(current.releaseId()).isIn(KillTarget.id(told), KillTarget.id(told + 1));
      assertThat(store.releases()).allSatisfy(known -> assertThat(store.verify(known)).isEmpty());
      last = told;
    }
    try (var next = store.begin()) {
      assertThat(next.publicFolder()).isEmptyDirectory();
    }
    try (var left = Files.list(out)) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder(".lock", "current.json", "releases");
    }
  }

  @Test
  void aSecondProcessIsRefusedAtOnce() throws Exception {
    var out = folder.resolve("harvest");
    try (var staging = new ReleaseStore(out).begin()) {
      var errors = folder.resolve("errors.txt");
      var process = start(out, 0).redirectError(errors.toFile()).start();

      assertThat(process.waitFor()).isEqualTo(1);
      assertThat(errors)
          .content()
          .contains("Another run is writing to")
          .contains("process " + ProcessHandle.current().pid());
      assertThat(staging.publicFolder()).isDirectory();
    }
  }

  /** Kills once the first release was published, some milliseconds later; the last one told. */
  private static int runUntilKilled(Path out, int from, int millis) throws Exception {
    var process = start(out, from).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    var told = -1;
    try (var lines = process.inputReader()) {
      var line = lines.readLine();
      var killer =
          new Thread(
              () -> {
                try {
                  Thread.sleep(millis);
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
                // through its handle, which leaves open what was told so far
                process.toHandle().destroyForcibly();
              });
      killer.start();
      while (line != null) {
        told = Integer.parseInt(line);
        line = lines.readLine();
      }
      killer.join();
    }
    process.waitFor();
    return told;
  }

  private static ProcessBuilder start(Path out, int from) throws URISyntaxException, IOException {
    var classPath = new TreeSet<String>();
    for (var type :
        new Class<?>[] {
          ReleaseStore.class,
          KillTarget.class,
          ObjectMapper.class,
          JsonParser.class,
          JsonProperty.class
        }) {
      classPath.add(
          Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString());
    }
    return new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-Xmx64m",
        "-cp",
        String.join(File.pathSeparator, classPath),
        KillTarget.class.getName(),
        out.toString(),
        Integer.toString(from));
  }
}
