package nl.oogst.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.oogst.model.DataSetSchema;
import nl.oogst.release.Staging.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseStoreTest {
  private static final String FIRST = "2025-01-31-aaaaaaaaaaaa";
  private static final String SECOND = "2025-02-28-bbbbbbbbbbbb";

  @TempDir Path folder;
  private Path out;
  private ReleaseStore store;

  @BeforeEach
  void start() {
    out = folder.resolve("harvest");
    store = new ReleaseStore(out);
  }

  static Staging.Source source(String id) {
    return new Staging.Source(
        id,
        id.substring(0, 10),
        "1.0.0",
        new TreeMap<>(Map.of("schemas", "ab", "deliveries", "cd")));
  }

  private static void write(Staging staging, String path, String content) throws IOException {
    try (var stream = staging.create(path)) {
      stream.write(content.getBytes(StandardCharsets.UTF_8));
    }
  }

  private Staging.Result publish(String id, String content) throws IOException {
    try (var staging = store.begin()) {
      write(staging, "public/datapackage.json", content);
      write(staging, "restricted/unprotected/jobs.csv", content + "!");
      return staging.publish(source(id));
    }
  }

  private List<String> leftovers() throws IOException {
    try (var files = Files.list(out)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith(".") && !name.equals(".lock"))
          .toList();
    }
  }

  private static String rights(Path path) throws IOException {
    return PosixFilePermissions.toString(
        Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
  }

  @Test
  void beforeTheFirstReleaseNothingIsCurrent() throws IOException {
    assertThat(store.current()).isEmpty();
    assertThat(store.releases()).isEmpty();
    assertThat(out).doesNotExist();
  }

  @Test
  void aPublishedReleaseIsCurrentAndWhole() throws IOException {
    var result = publish(FIRST, "{}");

    assertThat(result.outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(result.folder()).isEqualTo(out.resolve("releases").resolve(FIRST));
    var current = store.current().orElseThrow();
    assertThat(current.releaseId()).isEqualTo(FIRST);
    assertThat(current.manifestSha256())
        .isEqualTo(Samples.sha256(result.folder().resolve("manifest.json")))
        .isEqualTo(result.manifestSha256());
    assertThat(store.verify(current)).isEmpty();
    assertThat(Manifest.load(result.folder())).isEqualTo(result.manifest());
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void theManifestNamesEveryFileWithItsDigestAndRows() throws IOException {
    Staging.Result result;
    try (var staging = store.begin()) {
      var schema = Samples.schema(DataSetSchema.Zone.PUBLIC);
      var writer = RollingParquetWriter.open(staging.publicFolder(), schema, Map.of());
      try (writer) {
        writer.write(new Object[] {"a", null, 1L, null, null, null, null});
      }
      writer.parts().forEach(part -> staging.rows(part.file(), part.rows()));
      write(staging, "public/readme.txt", "x");
      result = staging.publish(source(FIRST));
    }

    var parquet = result.folder().resolve("public/everything.parquet");
    assertThat(result.manifest().files())
        .containsExactly(
            new Manifest.Entry(
                "public/everything.parquet", Files.size(parquet), Samples.sha256(parquet), 1L),
            new Manifest.Entry(
                "public/readme.txt",
                1,
                "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881",
                null));
    assertThat(result.folder().resolve("manifest.json"))
        .content()
        .startsWith(
            """
            {
              "release" : "2025-01-31-aaaaaaaaaaaa",
              "as_of" : "2025-01-31",
              "program_version" : "1.0.0",
              "digests" : {
                "deliveries" : "cd",
                "schemas" : "ab"
              },
            """)
        .endsWith("}\n");
  }

  @Test
  void theSameReleaseAgainChangesNothing() throws IOException {
    publish(FIRST, "{}");
    var pointer = Files.getLastModifiedTime(out.resolve("current.json"));

    var again = publish(FIRST, "{}");

    assertThat(again.outcome()).isEqualTo(Outcome.ALREADY_CURRENT);
    assertThat(Files.getLastModifiedTime(out.resolve("current.json"))).isEqualTo(pointer);
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void anEarlierReleaseCanBecomeCurrentAgain() throws IOException {
    publish(FIRST, "{}");
    publish(SECOND, "[]");

    assertThat(publish(FIRST, "{}").outcome()).isEqualTo(Outcome.MADE_CURRENT);
    assertThat(store.current().orElseThrow().releaseId()).isEqualTo(FIRST);
    assertThat(store.releases())
        .extracting(ReleaseStore.Published::releaseId)
        .containsExactly(FIRST, SECOND);
  }

  @Test
  void aReleaseNeverChanges() throws IOException {
    publish(FIRST, "{}");

    assertThatThrownBy(() -> publish(FIRST, "other"))
        .isInstanceOf(OutputFailure.class)
        .hasMessageContaining(FIRST)
        .hasMessageContaining("a release never changes");
    assertThat(store.verify(store.current().orElseThrow())).isEmpty();
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void aDamagedReleaseIsFoundAndWrittenAnew() throws IOException {
    var release = publish(FIRST, "{}").folder();
    var current = store.current().orElseThrow();
    Files.writeString(release.resolve("public/datapackage.json"), "[]");
    Files.writeString(release.resolve("public/stray.txt"), "");
    Files.delete(release.resolve("restricted/unprotected/jobs.csv"));

    assertThat(store.verify(current))
        .containsExactly(
            "public/datapackage.json: its content was changed (SHA-256 differs)",
            "restricted/unprotected/jobs.csv: is missing",
            "public/stray.txt: is not in the manifest");
    assertThat(publish(FIRST, "{}").outcome()).isEqualTo(Outcome.REPAIRED);
    assertThat(store.verify(current)).isEmpty();

    Files.writeString(release.resolve("manifest.json"), "{}");
    assertThat(store.verify(current))
        .containsExactly("manifest.json: its content was changed (SHA-256 differs)");
    assertThat(publish(FIRST, "{}").outcome()).isEqualTo(Outcome.REPAIRED);
    assertThat(store.verify(current)).isEmpty();
  }

  @Test
  void aFolderWithoutPointerIsReusedWhenWholeAndReplacedWhenNot() throws IOException {
    publish(FIRST, "{}");
    publish(SECOND, "[]");
    var pointer = out.resolve("current.json");
    var both = Files.readString(pointer);
    // as a run leaves it that was killed just before it wrote the pointer
    Files.writeString(pointer, both.replace(SECOND, "2025-03-31-cccccccccccc"));
    assertThat(store.releases())
        .extracting(ReleaseStore.Published::releaseId)
        .containsExactly(FIRST);
    assertThat(publish(SECOND, "[]").outcome()).isEqualTo(Outcome.MADE_CURRENT);

    Files.writeString(pointer, both.replace(SECOND, "2025-03-31-cccccccccccc"));
    assertThat(publish(SECOND, "something else").outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(store.verify(store.current().orElseThrow())).isEmpty();
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void whatIsNotPublishedLeavesNoTrace() throws IOException {
    publish(FIRST, "{}");
    try (var staging = store.begin()) {
      write(staging, "public/half.txt", "half");
    }

    assertThat(store.current().orElseThrow().releaseId()).isEqualTo(FIRST);
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void leftoversOfAKilledRunAreCleanedUp() throws IOException {
    Files.createDirectories(out.resolve(".staging-99999/public/deep"));
    Files.writeString(out.resolve(".staging-99999/public/deep/half.parquet"), "PAR1");
    Files.writeString(out.resolve(".current.json.next"), "{");
    Files.writeString(out.resolve(".lock"), "");
    Path holder = Files.writeString(out.resolve(".lock.holder"), "process 99999 on elsewhere");
    Files.setLastModifiedTime(holder, FileTime.from(Instant.now().minusSeconds(120)));

    assertThat(publish(FIRST, "{}").outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void aSecondRunIsRefusedAtOnceAndTheFirstKeepsItsLock() throws IOException {
    try (var staging = store.begin()) {
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> new ReleaseStore(out.resolve("../harvest")).begin())
            .isInstanceOf(OutputFailure.class)
            .hasMessageContaining("Another run is writing to " + out.toRealPath())
            .hasMessageContaining("process " + ProcessHandle.current().pid())
            .hasMessageContaining("Wait until it is done");
      }
      write(staging, "public/a.txt", "a");
      staging.publish(source(FIRST));
    }
    assertThat(publish(SECOND, "[]").outcome()).isEqualTo(Outcome.PUBLISHED);
  }

  @Test
  void theRestrictedZoneIsForItsOwnerOnly() throws IOException {
    Path release;
    try (var staging = store.begin()) {
      assertThat(rights(staging.restrictedFolder())).isEqualTo("rwx------");
      write(staging, "restricted/deep/er/a.txt", "a");
      assertThat(rights(staging.restrictedFolder().resolve("deep"))).isEqualTo("rwx------");
      assertThat(rights(staging.restrictedFolder().resolve("deep/er/a.txt")))
          .isEqualTo("rw-------");
      // written by other means
      Files.writeString(staging.path("restricted/b.txt"), "b");
      release = staging.publish(source(FIRST)).folder();
    }
    assertThat(rights(release.resolve("restricted/b.txt"))).isEqualTo("rw-------");
  }

  @Test
  void aPathOutsideTheZonesIsRefused() throws IOException {
    try (var staging = store.begin()) {
      assertThatThrownBy(() -> staging.path("../x"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("expected a path below public/ or restricted/");
    }
  }

  @Test
  void aFileInPlaceOfTheOutputFolderIsSaid() throws IOException {
    Files.writeString(out, "");

    assertThatThrownBy(() -> store.begin())
        .isInstanceOf(OutputFailure.class)
        .hasMessageContaining(out.toString())
        .hasMessageContaining("Move it away, or choose another folder with --out.");
  }

  @Test
  void aPointerThatNamesNothingIsSaid() throws IOException {
    publish(FIRST, "{}");
    for (var broken : List.of("", "{}", "{\"release\":", "[1]")) {
      Files.writeString(out.resolve("current.json"), broken);

      assertThatThrownBy(() -> store.current())
          .isInstanceOf(OutputFailure.class)
          .hasMessageContaining("current.json does not name a release");
    }
  }

  @Test
  void anIdStartsWithItsDate() {
    assertThat(ReleaseStore.releaseId("2025-01-31", "ABCDEF0123456789"))
        .isEqualTo("2025-01-31-abcdef012345");
    assertThatThrownBy(() -> ReleaseStore.releaseId("31-01-2025", "abcdef0123456789"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
