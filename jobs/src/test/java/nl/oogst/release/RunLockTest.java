package nl.oogst.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two hosts on one share that carries no locks between them: files are all they see. */
class RunLockTest {
  private static final String ELSEWHERE = "process 7 on druif, started 2025-01-31T10:15:30Z\n";
  private static final String ID = ReleaseStore.releaseId("2025-01-31", "0123456789ab");

  @TempDir Path out;
  private Path holder;
  private ReleaseStore store;

  @BeforeEach
  void start() {
    holder = out.resolve(".lock.holder");
    store = new ReleaseStore(out);
  }

  private void silentFor(Duration time) throws IOException {
    var now = Files.getLastModifiedTime(holder).toInstant();
    Files.setLastModifiedTime(holder, FileTime.from(now.minus(time)));
  }

  @Test
  void aRunOnAnotherHostKeepsThisOneOutWithoutAnyLock() throws IOException {
    Files.writeString(holder, ELSEWHERE);
    silentFor(Duration.ofSeconds(50));

    assertThatThrownBy(store::begin)
        .isInstanceOf(OutputFailure.class)
        .hasMessageContaining("Another run is writing to " + out.toRealPath())
        .hasMessageContaining("(process 7 on druif, started 2025-01-31T10:15:30Z)")
        .hasMessageContaining("Wait until it is done, or choose another folder with --out.")
        .hasMessageContaining("at once on its own host, after a minute on another");
    assertThat(holder).hasContent(ELSEWHERE.strip());
    try (Stream<Path> left = Files.list(out)) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder(".lock", ".lock.holder");
    }
  }

  @Test
  void whatAHostThatWentDownLeftIsTakenOverAfterAMinute() throws IOException {
    Files.writeString(holder, ELSEWHERE);
    silentFor(Duration.ofSeconds(61));
    Files.createDirectories(out.resolve(".staging-7/restricted"));

    try (var staging = store.begin()) {
      assertThat(Files.readString(holder)).contains("process " + ProcessHandle.current().pid());
      assertThat(out.resolve(".staging-7")).doesNotExist();
      assertThat(staging.publicFolder()).isEmptyDirectory();
    }
    assertThat(holder).doesNotExist();
  }

  @Test
  void whatThisHostLeftIsTakenOverAtOnce() throws IOException {
    String mine;
    try (var staging = store.begin()) {
      assertThat(staging.publicFolder()).isDirectory();
      mine = Files.readString(holder);
    }
    Files.writeString(holder, mine.replaceFirst("process \\d+", "process 7"));
    try (var staging = store.begin()) {
      assertThat(staging.publicFolder()).isDirectory();
    }
  }

  @Test
  void theHolderGivesSignsOfLife() throws Exception {
    try (var staging = store.begin()) {
      assertThat(staging.publicFolder()).isDirectory();
      var words = Files.readString(holder);
      silentFor(Duration.ofSeconds(100));
      var old = Files.getLastModifiedTime(holder);
      for (int i = 0; i < 150 && Files.getLastModifiedTime(holder).equals(old); i++) {
        Thread.sleep(100);
      }
      assertThat(Files.getLastModifiedTime(holder)).isGreaterThan(old);
      assertThat(holder).hasContent(words.strip());
    }
  }

  @Test
  void whoWasTakenOverPublishesNothing() throws IOException {
    try (var staging = store.begin()) {
      try (var file = staging.create("public/x.txt")) {
        file.write('x');
      }
      Files.writeString(holder, ELSEWHERE);

      assertThatThrownBy(() -> staging.publish(ReleaseStoreTest.source(ID)))
          .isInstanceOf(OutputFailure.class)
          .hasMessageContaining("Another run took over")
          .hasMessageContaining("druif");
    }
    assertThat(store.current()).isEmpty();
    assertThat(out.resolve("releases")).isEmptyDirectory();
    assertThat(holder).as("of the other one").hasContent(ELSEWHERE.strip());
  }
}
