package nl.oogst.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.oogst.release.ReleaseStore;
import nl.oogst.study.KillStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run killed at any moment leaves a whole release current, and the next run succeeds. */
class KilledHarvestTest {
  /** {@code scripts/study kills} has a hundred of them. */
  private static final int KILLS = Integer.getInteger("oogst.kills", 6);

  @TempDir private Path folder;

  @Test
  void aKilledRunLeavesAWholeReleaseAndTheNextOneSucceeds() throws Exception {
    Path schemas = DataRoot.repository().resolve("schemas");
    Path work = Files.createDirectory(folder.resolve("work"));
    KillStudy study = new KillStudy(work, schemas, Child.quick(folder));
    KillStudy.Result result =
        study.run(KILLS, new PrintStream(OutputStream.nullOutputStream(), true, UTF_8));
    assertThat(result.kills()).isEqualTo(KILLS);
    assertThat(result.publishing()).isEqualTo(KILLS / 2);
    assertThat(result.leftovers()).as("runs killed in their midst").isPositive();
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
}
