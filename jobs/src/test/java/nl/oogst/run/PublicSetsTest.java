package nl.oogst.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.oogst.model.DataSetSchema;
import nl.oogst.model.Days;
import nl.oogst.protect.GateTable;
import nl.oogst.release.Beside;
import nl.oogst.release.OutputFailure;
import nl.oogst.release.ReleaseStore;
import nl.oogst.release.Staging;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Exact figures are written while the gate judges. Whichever of the two fails, the run stops,
 * nothing is published, and nothing goes on behind its back.
 */
class PublicSetsTest {
  private static final String JOBS = "jobs_realised";
  private static final String EXACT = "restricted/unprotected/" + JOBS + ".parquet";
  private static final long PATIENCE = 30_000;

  @TempDir private Path folder;
  private DataRoot root;

  @BeforeEach
  void aRoot() {
    root = DataRoot.ofThreeJobs(folder);
  }

  /** The first of the exact files, the last of them, and the last file of all. */
  @ParameterizedTest
  @ValueSource(
      strings = {EXACT, "restricted/unprotected/targets.parquet", "public/targets.parquet"})
  void aFileThatCannotBeWrittenStopsTheRun(String file) throws Exception {
    Consumer<String> inTheWay =
        line -> {
          if (line.equals("protecting")) {
            putInTheWay(file);
          }
        };
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    assertThatThrownBy(() -> Harvest.run(root.settings("local[1]"), inTheWay))
        .isInstanceOf(OutputFailure.class)
        .hasMessageContaining(Path.of(file).getFileName().toString());
    nothingIsLeft(before);

    assertThat(Ran.harvest(root).code()).as("with nothing in the way").isZero();
  }

  @Test
  void whatGoesWrongAtTheGateStopsTheRunThoughFilesAreBeingWritten() throws Exception {
    IllegalStateException wrong = new IllegalStateException("at the gate");
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    assertThatThrownBy(
            () ->
                Harvest.run(
                    root.settings("local[1]"),
                    line -> {
                      if (line.startsWith("gate: ")) {
                        throw wrong;
                      }
                    }))
        .isSameAs(wrong);
    nothingIsLeft(before);
  }

  private void putInTheWay(String file) {
    try (Stream<Path> found = Files.list(root.out())) {
      Path staging =
          found
              .filter(path -> path.getFileName().toString().startsWith(".staging"))
              .findAny()
              .get();
      Files.createDirectories(staging.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** No release, no folder of one under construction, and no thread that was not there before. */
  private void nothingIsLeft(Set<Thread> before) throws Exception {
    assertThat(root.out().resolve("current.json")).doesNotExist();
    assertThat(root.out().resolve("releases")).isEmptyDirectory();
    assertThat(root.out().toFile().list()).noneMatch(name -> name.startsWith(".staging"));
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (!before.contains(thread) && thread.getName().startsWith("pool-")) {
        thread.join(PATIENCE);
        assertThat(thread.isAlive()).as(thread.getName()).isFalse();
      }
    }
  }

  /** A run in which the one thread that writes does not come to it before it may. */
  private final class Held implements AutoCloseable {
    private final CountDownLatch mayWrite = new CountDownLatch(1);
    private final Beside beside = Beside.threads(1);
    private final Staging staging;
    private final PublicSets sets;

    Held() throws IOException {
      Definitions definitions = Definitions.load(root.settings("local[1]"));
      ReleaseStore store = new ReleaseStore(root.out());
      staging = store.begin();
      beside.run(
          () -> {
            mayWrite.await();
            return null;
          });
      KeptGate kept = KeptGate.of(store.folder(), true);
      GateStep gate = new GateStep(store, "2024-12-31-000000000000", true, kept, line -> {});
      sets = new PublicSets(definitions, staging, gate, beside);
      DataSetSchema schema = definitions.dataSet(JOBS);
      Object[] row = new Object[schema.columns().size()];
      row[schema.indexOf("period_type")] = "year";
      row[schema.indexOf("period")] = "2024";
      row[schema.indexOf("period_start")] = Days.of(java.time.LocalDate.of(2024, 1, 1));
      row[schema.indexOf("period_end")] = Days.of(java.time.LocalDate.of(2024, 12, 31));
      row[schema.indexOf("breakdown")] = "all";
      row[schema.indexOf("provisional")] = false;
      sets.collect(JOBS, List.<Object[]>of(row));
    }

    GateTable nothingKnown() {
      return new GateTable(GateStepTest.ones().schema(), List.of(), List.of());
    }

    Path exact() throws IOException {
      return staging.path(EXACT);
    }

    /** Ends as a run does: whatever was begun, then the folder. */
    @Override
    public void close() throws IOException {
      mayWrite.countDown();
      beside.close();
      staging.close();
    }
  }

  @Test
  void whenTheGateStopsTheReleaseWhatWasBegunIsFinishedBeforeTheFolderGoes() throws Exception {
    try (Held run = new Held()) {
      assertThatThrownBy(() -> run.sets.writeCollected(GateStepTest.ones()))
          .isInstanceOf(LeakFound.class);
      assertThat(run.exact()).as("the gate waited for no file").doesNotExist();

      run.mayWrite.countDown();
      run.beside.close();
      assertThat(Ran.query("SELECT period FROM '" + run.exact() + "'")).containsExactly("2024");
      assertThat(run.staging.publicFolder()).isEmptyDirectory();
    }
    assertThat(root.out().toFile().list()).noneMatch(name -> name.startsWith(".staging"));
  }

  @Test
  void aFailureAfterTheGateLetAllThroughIsStillMet() throws Exception {
    try (Held run = new Held()) {
      Files.createDirectory(run.exact());
      run.sets.writeCollected(run.nothingKnown());

      run.mayWrite.countDown();
      assertThatThrownBy(run.beside::finish)
          .isInstanceOf(OutputFailure.class)
          .hasMessageContaining(JOBS);
    }
  }
}
