package nl.oogst.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.oogst.Folders;
import nl.oogst.release.ReleaseStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Full and read-only disks, input that goes away, clocks: a clear message, and nothing lost. */
class TroubleTest {
  @TempDir private Path folder;
  private DataRoot root;

  @BeforeEach
  void aRoot() {
    root = DataRoot.ofThreeJobs(folder);
  }

  private Ran harvest() {
    return Ran.harvest(root, "--quiet");
  }

  private ReleaseStore.Published published() throws IOException {
    Ran ran = harvest();
    assertThat(ran.code()).as(ran.err()).isZero();
    return new ReleaseStore(root.out()).current().orElseThrow();
  }

  /** The release that was current still is, whole, and nothing of the failed run is left. */
  private void nothingLost(ReleaseStore.Published before) throws IOException {
    ReleaseStore store = new ReleaseStore(root.out());
    assertThat(store.current()).contains(before);
    assertThat(store.verify(before)).isEmpty();
    try (Stream<Path> releases = Files.list(root.out().resolve("releases"))) {
      assertThat(releases).hasSize(store.published().size());
    }
    assertThat(root.out().toFile().list()).noneMatch(name -> name.startsWith(".staging"));
  }

  private static void failed(Ran ran, String... words) {
    assertThat(ran.code()).as(ran.err()).isEqualTo(1);
    assertThat(ran.err())
        .contains(words)
        .contains("Nothing was published; the release that was current still is.")
        .doesNotContain("Exception")
        .doesNotContain("\tat ");
    assertThat(ran.err().lines()).hasSize(2);
  }

  /** A file system in memory on the output folder; only for who may mount one. */
  private record Disk(Path at) implements Closeable {
    static Disk on(Path at) throws IOException {
      Files.createDirectories(at);
      Disk disk = new Disk(at);
      assumeTrue(
          run("mount", "-t", "tmpfs", "-o", "size=64m", "oogst-test", at.toString()),
          "this user may not mount a file system");
      return disk;
    }

    void remount(String options) {
      assertThat(run("mount", "-o", "remount," + options, at.toString())).isTrue();
    }

    long used() throws IOException {
      return Files.getFileStore(at).getTotalSpace() - Files.getFileStore(at).getUsableSpace();
    }

    @Override
    public void close() {
      assertThat(run("umount", at.toString())).isTrue();
    }

    private static boolean run(String... command) {
      try {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor()
            == 0;
      } catch (IOException e) {
        return false;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
  }

  @Test
  void aFullDiskIsSaidWhereverItRunsFullAndLosesNothing() throws IOException {
    try (Disk disk = Disk.on(root.out())) {
      long empty = disk.used();
      ReleaseStore.Published before = published();
      long release = disk.used() - empty;
      root.file("alfa/2025-01-31/p.csv", DataRoot.placements("A1", "A2", "A3"));
      // at the first byte, while Spark works, while data sets are written, at the last files
      for (double share : new double[] {0, 0.02, 0.3, 0.7, 0.95}) {
        long size = disk.used() + (long) (share * release);
        disk.remount(String.format(Locale.ROOT, "size=%dk", Math.max(4, size >> 10)));
        Ran full = harvest();
        assertThat(full.err()).as("at %s of a release", share).contains("the disk is full");
        failed(full, "the disk is full. Free some space, or choose another folder");
        disk.remount("size=64m");
        nothingLost(before);
      }
      assertThat(published()).isNotEqualTo(before);
      assertThat(Ran.command(root, verify()).code()).isZero();
    }
  }

  private String[] verify() {
    return new String[] {
      "verify",
      "--out",
      root.out().toString(),
      "--schemas",
      DataRoot.repository().resolve("schemas").toString()
    };
  }

  @Test
  void aReadOnlyOutputFolderIsSaidAndStaysAsItIs() throws IOException {
    try (Disk disk = Disk.on(root.out())) {
      ReleaseStore.Published before = published();
      root.file("alfa/2025-01-31/p.csv", DataRoot.placements("A1", "A2", "A3"));
      disk.remount("ro");
      failed(harvest(), "the file system is read-only. Choose another folder with --out.");
      nothingLost(before);
      assertThat(Ran.command(root, verify()).code()).as("reading needs no more").isZero();
      disk.remount("rw");
      assertThat(published()).isNotEqualTo(before);
    }
  }

  @Test
  void anOutputFolderWithoutRightsIsSaid() throws IOException {
    Files.createDirectories(root.out());
    Files.setPosixFilePermissions(root.out(), PosixFilePermissions.fromString("r-xr-xr-x"));
    assumeTrue(!Files.isWritable(root.out()), "this user may write everywhere");
    failed(harvest(), "no permission. Give this user the rights it needs there");
  }

  /** What a run comes to when something happens to its input once it said a word. */
  private Ran disturbed(String word, Consumer<Path> what, Path where) {
    List<String> err = new ArrayList<>();
    try {
      Outcome outcome =
          Harvest.run(
              root.settings("local[1]"),
              line -> {
                if (line.contains(word)) {
                  what.accept(where);
                }
              });
      err.addAll(outcome.attention());
      return new Ran(root, outcome.exitCode(), "", String.join("\n", err));
    } catch (IOException | RuntimeException e) {
      return new Ran(root, -1, "", e.getClass().getSimpleName() + ": " + e.getMessage());
    }
  }

  private static void remove(Path path) {
    try {
      Folders.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void grow(Path file) {
    try {
      Files.writeString(file, "\n", java.nio.file.StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aFileOrFolderThatVanishesIsRefusedAndCountsOnceItIsBack() throws IOException {
    Path delivery = root.path("alfa/2024-12-31");
    Path file = root.path("alfa/2024-12-31/p.csv");
    byte[] content = Files.readAllBytes(file);
    FileTime time = Files.getLastModifiedTime(file);
    for (Path gone : List.of(file, delivery)) {
      Ran ran = disturbed("files found", TroubleTest::remove, gone);
      assertThat(ran.code()).as(ran.err()).isEqualTo(3);
      assertThat(ran.err()).startsWith("alfa/2024-12-31: refused (file_changed, p.csv). ");
      assertThat(ran.rows("placement_id", "restricted/placements", "")).containsExactly("B1");
      Path without = ran.release();

      Files.createDirectories(delivery);
      Files.write(file, content);
      Files.setLastModifiedTime(file, time);
      Ran back = harvest();
      assertThat(back.code()).as(back.err()).isZero();
      assertThat(back.rows("count(*)", "restricted/placements", "")).containsExactly("3");
      assertThat(back.release()).as("not taken for the one without").isNotEqualTo(without);
      remove(root.out());
    }
  }

  @Test
  void whenAllDeliveriesVanishNothingTakesThePlaceOfAGoodRelease() throws IOException {
    ReleaseStore.Published before = published();
    root.file("beta/2025-03-31/p.csv", DataRoot.placements("B1", "B2"));
    remove(root.out().resolve("state")); // what was kept would not have to be read
    Ran ran = disturbed("files found", TroubleTest::remove, root.data().resolve("deliveries"));
    assertThat(ran.err()).startsWith("InputGone: Of the 3 deliveries in").contains("none could be");
    nothingLost(before);
  }

  @Test
  void aRegisterThatVanishesEndsTheRunWithItsName() throws IOException {
    ReleaseStore.Published before = published();
    root.file("alfa/2025-01-31/p.csv", DataRoot.placements("A1", "A2", "A3"));
    Path register = root.data().resolve("register");
    Ran ran = disturbed("measuring", TroubleTest::remove, register);
    assertThat(ran.err())
        .startsWith("OutputFailure: ")
        .contains("read", "proeftuinen.csv", "it is no longer there", "run again");
    nothingLost(before);
  }

  @Test
  void aRegisterThatChangesEndsTheRunWithItsName() throws IOException {
    ReleaseStore.Published before = published();
    root.file("alfa/2025-01-31/p.csv", DataRoot.placements("A1", "A2", "A3"));
    Path register = root.data().resolve("register/proeftuinen.csv");
    Ran ran = disturbed("measuring", TroubleTest::grow, register);
    assertThat(ran.err())
        .isEqualTo(
            "OutputFailure: Could not use %s: it changed during the run; run again."
                .formatted(register.getParent()));
    nothingLost(before);
  }

  @Test
  void clocksThatWereSetBackChangeNothing() throws IOException {
    Path key = Files.writeString(folder.resolve("key"), "0123456789abcdef".repeat(4));
    String[] more = {"--quiet", "--disclosure-key-file", key.toString()};
    FileTime later = FileTime.from(Instant.now().plus(Duration.ofDays(400)));
    DataRoot other = new DataRoot(folder.resolve("other"), "alfa", "beta");
    for (DataRoot one : List.of(root, other)) {
      one.file("alfa/2024-12-31/p.csv", DataRoot.placements("A1", "A2"));
      one.file("beta/2024-12-31/p.csv", DataRoot.placements("B1"));
      assertThat(Ran.harvest(one, more).code()).isZero();
      if (one == root) {
        for (Path path : DataRoot.tree(folder)) {
          Files.setLastModifiedTime(path, later);
        }
      }
      one.file("alfa/2025-01-31/p.csv", DataRoot.placements("A1", "A2", "A3"));
      assertThat(Ran.harvest(one, more).code()).isZero();
    }
    assertThat(Files.readString(root.out().resolve("current.json")))
        .as("both releases, in order, with the digests of all their files")
        .isEqualTo(Files.readString(other.out().resolve("current.json")));
  }
}
