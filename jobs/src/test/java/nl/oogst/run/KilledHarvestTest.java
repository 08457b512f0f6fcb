package nl.oogst.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import nl.oogst.release.ReleaseStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run killed at any moment leaves a whole release current, and the next run succeeds. */
class KilledHarvestTest {
  /** More of them, now and then: {@code -Doogst.kills=100}. */
  private static final int KILLS = Integer.getInteger("oogst.kills", 8);

  /** What a run says, in order; each kill comes soon after one of these. */
  private static final List<String> MOMENTS =
      List.of(
          "files found", "reading", "resolving", "linking", "measuring", "writing", "publishing");

  @TempDir private Path folder;

  @Test
  void aKilledRunLeavesAWholeReleaseAndTheNextOneSucceeds() throws Exception {
    DataRoot root = new DataRoot(folder, "alfa");
    root.file("alfa/2024-12-31/p.csv", DataRoot.placements("A1"));
    assertThat(Ran.harvest(root, "--quiet").code()).isZero();
    ReleaseStore store = new ReleaseStore(root.out());
    ReleaseStore.Published before = store.current().orElseThrow();
    Random random = new Random(7);
    int finished = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      root.file("alfa/2024-12-31/more" + kill + ".csv", DataRoot.placements("B" + kill));
      String moment = MOMENTS.get(kill % MOMENTS.size());
      finished += runUntil(root, moment, random.nextInt(120));

      ReleaseStore.Published current = store.current().orElseThrow();
      assertThat(store.verify(current)).as("killed after '%s'", moment).isEmpty();
      assertThat(store.releases()).allSatisfy(one -> assertThat(store.verify(one)).isEmpty());
      if (!moment.equals("publishing")) {
        assertThat(current).isEqualTo(before);
      }
      before = current;
    }
    assertThat(finished).as("runs that were not killed in time").isLessThan(KILLS / 2);

    Ran next = Ran.harvest(root, "--quiet");
    assertThat(next.code()).as(next.err()).isZero();
    assertThat(store.verify(store.current().orElseThrow())).isEmpty();
    assertThat(next.rows("count(*)", "restricted/placements", ""))
        .containsExactly(String.valueOf(1 + KILLS));
    try (Stream<Path> left = Files.list(root.out())) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder(".lock", "current.json", "keys", "releases");
    }
  }

  @Test
  void aSecondRunIsRefusedAtOnceAndLeavesTheFirstAlone() throws IOException {
    DataRoot root = new DataRoot(folder, "alfa");
    root.file("alfa/2024-12-31/p.csv", DataRoot.placements("A1"));
    StringBuilder said = new StringBuilder();
    Outcome first =
        Harvest.run(
            root.settings("local[1]"),
            line -> {
              if (line.equals("resolving")) {
                Ran second = Ran.harvest(root, "--quiet");
                assertThat(second.code()).isEqualTo(1);
                said.append(second.err());
              }
            });
    assertThat(said.toString())
        .contains("Another run is writing to", root.out().toRealPath().toString())
        .contains("process " + ProcessHandle.current().pid())
        .contains("Wait until it is done, or choose another folder with --out.")
        .doesNotContain("Exception");
    assertThat(first.kind()).isEqualTo(Outcome.Kind.PUBLISHED);
    ReleaseStore store = new ReleaseStore(root.out());
    assertThat(store.verify(store.current().orElseThrow())).isEmpty();
  }

  @Test
  void tooLittleMemoryIsSaidBeforeAnythingIsRead() throws Exception {
    DataRoot root = new DataRoot(folder, "alfa");
    root.file("alfa/2024-12-31/p.csv", DataRoot.placements("A1"));
    Path errors = folder.resolve("errors.txt");
    int code = Child.run(errors.toFile(), List.of("-Xmx64m"), root.arguments());
    assertThat(code).isEqualTo(2);
    assertThat(errors)
        .content()
        .startsWith("oogst: Java may use 6")
        .contains("MB of memory", "OOGST_JAVA_OPTS=-Xmx1g")
        .hasLineCount(1);
    assertThat(root.out()).doesNotExist();
  }

  /** Kills some milliseconds after a run says something; 1 when it was done before that. */
  private static int runUntil(DataRoot root, String moment, int millis) throws Exception {
    Process process = Child.builder(List.of(), root.arguments()).start();
    try (BufferedReader lines = process.errorReader()) {
      String line = lines.readLine();
      while (line != null && !line.contains(moment)) {
        line = lines.readLine();
      }
      assertThat(line).as("said before it ended: %s", moment).isNotNull();
      Thread.sleep(millis);
      boolean done = !process.isAlive();
      process.toHandle().destroyForcibly();
      process.waitFor();
      return done ? 1 : 0;
    }
  }
}
