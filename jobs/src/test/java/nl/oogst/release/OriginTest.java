package nl.oogst.release;

import static nl.oogst.release.ReleaseStoreTest.source;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import nl.oogst.release.Staging.Outcome;
import nl.oogst.store.MemoryStore;
import nl.oogst.store.StoreFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Releases in an object store, seen from two machines that share nothing else. */
class OriginTest {
  private static final String FIRST = "2025-01-31-aaaaaaaaaaaa";
  private static final String SECOND = "2025-02-28-bbbbbbbbbbbb";
  private static final String THIRD = "2025-03-31-cccccccccccc";

  @TempDir Path folder;
  private final MemoryStore store = new MemoryStore("s3a://bucket/oogst harvest/März");

  private ReleaseStore on(String machine) throws IOException {
    return ReleaseStore.of(new Origin(store, folder.resolve(machine)));
  }

  private Staging.Result publish(String machine, String id, String content) throws IOException {
    try (var staging = on(machine).begin()) {
      return publish(staging, id, content);
    }
  }

  private static Staging.Result publish(Staging staging, String id, String content)
      throws IOException {
    for (var path : List.of("public/figures.json", "restricted/unprotected/exact.json")) {
      try (var out = staging.create(path)) {
        out.write(content.getBytes(StandardCharsets.UTF_8));
      }
    }
    try (var out = staging.create("restricted/records.json")) {
      out.write("records".getBytes(StandardCharsets.UTF_8));
    }
    return staging.publish(source(id));
  }

  private String current() {
    return store.text("current.json");
  }

  @Test
  void aReleaseIsUploadedWholeAndThenMadeCurrentByOneWrite() throws IOException {
    store.asked("");
    var result = publish("one", FIRST, "{}");

    assertThat(result.outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(store.keys())
        .containsExactly(
            "current.json",
            "releases/" + FIRST + "/manifest.json",
            "releases/" + FIRST + "/public/figures.json",
            "releases/" + FIRST + "/restricted/records.json",
            "releases/" + FIRST + "/restricted/unprotected/exact.json");
    assertThat(current()).contains(FIRST, result.manifestSha256());
    assertThat(store.asked("point").stream().filter(one -> one.endsWith("current.json")))
        .hasSize(1);
  }

  @Test
  void theManifestIsTheLastOfARelease() throws IOException {
    store.before(
        (doing, key) -> {
          if (doing.equals("put") && key.endsWith("manifest.json")) {
            assertThat(store.keys()).filteredOn(one -> one.contains(FIRST)).hasSize(3);
          }
          if (key.equals("current.json") && doing.equals("point")) {
            assertThat(store.keys()).contains("releases/" + FIRST + "/manifest.json");
          }
        });
    publish("one", FIRST, "{}");
    assertThat(current()).contains(FIRST);
  }

  @Test
  void anotherMachineSeesItAndFetchesWhatItNeedsOnly() throws IOException {
    publish("one", FIRST, "{}");
    store.asked("");
    var there = on("two");

    assertThat(there.current().orElseThrow().releaseId()).isEqualTo(FIRST);
    assertThat(there.releases()).hasSize(1);
    assertThat(store.asked("open")).containsExactly("open releases/" + FIRST + "/manifest.json");
    there.fetch(FIRST, Part.PUBLIC);
    assertThat(store.asked("open"))
        .containsExactly("open releases/" + FIRST + "/public/figures.json");
    there.fetch(FIRST, Part.WHOLE);
    there.fetch(FIRST, Part.WHOLE);
    assertThat(store.asked("open")).hasSize(2);
    assertThat(there.verify(there.current().orElseThrow())).isEmpty();
    for (var file : StoredFiles.list(folder.resolve("two/releases")).values()) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
    assertThat(on("two").releases()).hasSize(1);
    assertThat(store.asked("open")).as("it has the manifest").isEmpty();
  }

  @Test
  void aRunThatLosesTheRaceLeavesTheOtherReleaseCurrent() throws IOException {
    publish("one", FIRST, "{}");
    try (var slow = on("one").begin()) {
      store.remove(key -> key.equals(StoreLock.KEY)); // as if it slept, and was taken over
      publish("two", SECOND, "{2}");
      store.set(StoreLock.KEY, "");
      assertThatThrownBy(() -> publish(slow, THIRD, "{3}"))
          .isInstanceOf(OutputFailure.class)
          .hasMessageContaining("took over");
    }
    assertThat(current()).contains(FIRST, SECOND).doesNotContain(THIRD);
    assertThat(on("two").current().orElseThrow().releaseId()).isEqualTo(SECOND);
  }

  @Test
  void evenWithoutTheLockTheConditionalWriteDecides() throws IOException {
    publish("one", FIRST, "{}");
    var other = on("two");
    other.fetch(FIRST, Part.WHOLE);
    var mine = new Origin(store, folder.resolve("one"));
    mine.refresh();
    publish("two", SECOND, "{2}");
    var release = new ReleaseStore.Published(THIRD, "00");
    var before = CurrentPointer.load(folder.resolve("one")).orElseThrow();

    assertThatThrownBy(() -> mine.point(before.with(release)))
        .isInstanceOf(OutputFailure.class)
        .hasMessageContainingAll(
            "Another run published to s3a://bucket/oogst harvest/März", "stays current", "again");
    assertThat(current()).contains(SECOND).doesNotContain(THIRD);
  }

  @Test
  void theFirstReleaseIsWrittenOnlyWhereThereIsNone() throws IOException {
    var mine = new Origin(store, folder.resolve("one"));
    mine.refresh();
    publish("two", SECOND, "{2}");
    var release = new ReleaseStore.Published(FIRST, "00");

    assertThatThrownBy(() -> mine.point(new CurrentPointer(release, List.of())))
        .hasMessageContaining("Another run published");
    assertThat(current()).contains(SECOND).doesNotContain(FIRST);
  }

  @Test
  void aWriteWhoseAnswerGotLostCountsAsWritten() throws IOException {
    var origin = new Origin(store, folder.resolve("one"));
    origin.refresh();
    var next = new CurrentPointer(new ReleaseStore.Published(FIRST, "00"), List.of());
    var json = new String(next.toJson(), StandardCharsets.UTF_8);
    store.before(
        (doing, key) -> {
          if (doing.equals("point")) {
            store.set(key, json);
            throw MemoryStore.away();
          }
        });
    origin.point(next);
    assertThat(current()).isEqualTo(json);
  }

  @Test
  void whenNobodyKnowsWhetherItWasWrittenTheMessageSaysSo() throws IOException {
    var origin = new Origin(store, folder.resolve("one"));
    origin.refresh();
    var next = new CurrentPointer(new ReleaseStore.Published(FIRST, "00"), List.of());
    store.before(
        (doing, key) -> {
          throw MemoryStore.away();
        });
    assertThatThrownBy(() -> origin.point(next))
        .isInstanceOfSatisfying(
            OutputFailure.class, failure -> assertThat(failure.uncertain()).isTrue())
        .hasMessageContainingAll("not known", FIRST, "run again");
  }

  @Test
  void anUploadThatBreaksOffAnywhereLeavesTheOldReleaseCurrentAndWhole() throws IOException {
    publish("one", FIRST, "{}");
    for (int at = 0; at < 5; at++) { // three files, the manifest, the pointer
      var left = new java.util.concurrent.atomic.AtomicInteger(at);
      store.before(
          (doing, key) -> {
            var points = key.equals("current.json") && doing.equals("point");
            var writes = doing.equals("put") || points;
            if (writes && left.getAndDecrement() <= 0) {
              throw MemoryStore.away();
            }
          });
      assertThatThrownBy(() -> publish("one", SECOND, "{2}")).as("write %d", at).isNotNull();
      store.before((doing, key) -> {});
      var seen = on("two");
      assertThat(seen.current().orElseThrow().releaseId()).isEqualTo(FIRST);
      assertThat(seen.releases()).hasSize(1);
      seen.fetchAgain(seen.current().orElseThrow());
      assertThat(seen.verify(seen.current().orElseThrow())).isEmpty();
    }
    store.before((doing, key) -> {});
    assertThat(publish("one", SECOND, "{2}").outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(current()).contains(SECOND);
    assertThat(store.keys()).doesNotContain(StoreLock.KEY);
  }

  @Test
  void whatAKilledUploadLeftGoesOnceItIsADayOld() throws IOException {
    publish("one", FIRST, "{}");
    store.set("releases/" + THIRD + "/public/half.json", "x");
    Files.createDirectories(folder.resolve("one/releases").resolve(THIRD));

    store.pass(Duration.ofHours(23));
    on("one").begin().close();
    assertThat(store.keys()).contains("releases/" + THIRD + "/public/half.json");
    assertThat(folder.resolve("one/releases").resolve(THIRD)).as("here, at once").doesNotExist();

    store.pass(Duration.ofHours(2));
    on("one").begin().close();
    assertThat(store.keys()).noneMatch(key -> key.contains(THIRD));
    assertThat(store.keys()).filteredOn(key -> key.contains(FIRST)).hasSize(4);
  }

  @Test
  void theSameReleaseAgainLeavesNothingOfAnEarlierAttempt() throws IOException {
    store.set("releases/" + FIRST + "/public/of-an-earlier-program.json", "x");
    publish("one", FIRST, "{}");
    assertThat(store.keys()).noneMatch(key -> key.contains("earlier-program"));
  }

  @Test
  void aChangedObjectIsNoticedWhenItIsFetched() throws IOException {
    publish("one", FIRST, "{}");
    store.set("releases/" + FIRST + "/public/figures.json", "[]");
    var seen = on("two");

    assertThatThrownBy(() -> seen.fetch(FIRST, Part.PUBLIC))
        .isInstanceOf(OutputFailure.class)
        .hasMessageContainingAll(FIRST, "public/figures.json was changed");
    assertThat(folder.resolve("two/releases").resolve(FIRST).resolve("public/figures.json"))
        .as("nothing goes on with it")
        .doesNotExist();
  }

  @Test
  void verifyFindsWhatChangedWentOrCameInTheStore() throws IOException {
    publish("one", FIRST, "{}");
    store.set("releases/" + FIRST + "/public/figures.json", "[]");
    store.remove(key -> key.endsWith("records.json"));
    store.set("releases/" + FIRST + "/public/more.json", "x");
    var seen = on("one"); // whose own copy is as it was published
    var release = seen.current().orElseThrow();
    assertThat(seen.verify(release)).isEmpty();

    seen.fetchAgain(release);
    assertThat(seen.verify(release))
        .anyMatch(line -> line.startsWith("public/figures.json: its content was changed"))
        .anyMatch(line -> line.equals("restricted/records.json: is missing"))
        .anyMatch(line -> line.equals("public/more.json: is not in the manifest"));
  }

  @Test
  void aReleaseFromBeforeIsMadeCurrentAgainWithoutAnUpload() throws IOException {
    publish("one", FIRST, "{}");
    publish("one", SECOND, "{2}");
    store.asked("");
    try (var staging = on("two").begin()) {
      staging.makeCurrent(FIRST);
    }
    assertThat(store.asked("put")).isEmpty();
    assertThat(on("one").current().orElseThrow().releaseId()).isEqualTo(FIRST);
    assertThat(on("one").published()).hasSize(2);
  }

  @Test
  void aDamagedReleaseIsNotMadeCurrentAgain() throws IOException {
    publish("one", FIRST, "{}");
    publish("one", SECOND, "{2}");
    store.remove(key -> key.endsWith(FIRST + "/public/figures.json"));
    try (var staging = on("one").begin()) {
      staging.makeCurrent(FIRST);
      assertThat(publish(staging, FIRST, "{}").outcome()).isEqualTo(Outcome.REPAIRED);
    }
    assertThat(store.keys()).contains("releases/" + FIRST + "/public/figures.json");
    assertThat(on("one").current().orElseThrow().releaseId()).isEqualTo(FIRST);
  }

  @Test
  void whatWasErasedOrRemovedThereGoesHereToo() throws IOException {
    publish("one", FIRST, "{}");
    publish("one", SECOND, "{2}");
    store.remove(key -> key.startsWith("releases/" + FIRST));
    store.remove(key -> key.startsWith("releases/" + SECOND + "/restricted"));

    var seen = on("one");
    assertThat(folder.resolve("one/releases").resolve(FIRST)).doesNotExist();
    assertThat(folder.resolve("one/releases").resolve(SECOND).resolve("restricted")).doesNotExist();
    seen.fetch(SECOND, Part.FIGURES); // there is nothing exact to fetch
    assertThat(seen.releases()).hasSize(1);
  }

  @Test
  void recordsThatMayNotBeReadAreRefusedByName() throws IOException {
    publish("one", FIRST, "{}");
    store.before(
        (doing, key) -> {
          if (doing.equals("open") && key.contains("/restricted/")) {
            throw MemoryStore.denied(key);
          }
        });
    var seen = on("two");
    seen.fetch(FIRST, Part.PUBLIC);
    assertThatThrownBy(() -> seen.fetch(FIRST, Part.WHOLE))
        .isInstanceOfSatisfying(OutputFailure.class, e -> assertThat(e.refused()).isTrue())
        .hasMessageContaining("restricted");
  }

  @Test
  void aConnectionThatBreaksHalfWayIsTriedAgain() throws IOException {
    publish("one", FIRST, "{}");
    var broken = new BrokenStore(store, 2);
    var seen = ReleaseStore.of(new Origin(broken, folder.resolve("two")));
    seen.fetch(FIRST, Part.WHOLE);
    assertThat(seen.verify(seen.current().orElseThrow())).isEmpty();
    assertThatThrownBy(
            () -> ReleaseStore.of(new Origin(new BrokenStore(store, 99), folder.resolve("three"))))
        .isInstanceOf(StoreFailure.class)
        .hasMessageContainingAll("manifest.json", "broke off half-way");
  }
}
