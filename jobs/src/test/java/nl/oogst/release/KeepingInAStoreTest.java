package nl.oogst.release;

import static nl.oogst.release.ReleaseStoreTest.source;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import nl.oogst.store.MemoryStore;
import nl.oogst.store.StoreFailure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Releases in an object store are withdrawn, erased and removed as in a folder. */
class KeepingInAStoreTest {
  private static final String FIRST = "2025-01-31-aaaaaaaaaaaa";
  private static final String SECOND = "2025-02-28-bbbbbbbbbbbb";
  private static final LocalDate TODAY = LocalDate.of(2026, 2, 3);

  @TempDir Path folder;
  private final MemoryStore store = new MemoryStore("s3a://bucket/oogst harvest/März");

  private ReleaseStore on(String machine) throws IOException {
    return ReleaseStore.of(new Origin(store, folder.resolve(machine)));
  }

  private ReleaseKeeping keeping(String machine) throws IOException {
    return new ReleaseKeeping(on(machine));
  }

  private List<String> keys(String release) {
    return store.keys().stream().filter(key -> key.startsWith("releases/" + release)).toList();
  }

  @BeforeEach
  void publish() throws IOException {
    for (String id : List.of(FIRST, SECOND)) {
      try (var staging = on("one").begin()) {
        for (String path : List.of("public/figures.json", "restricted/unprotected/exact.json")) {
          try (var out = staging.create(path)) {
            out.write(id.getBytes(StandardCharsets.UTF_8));
          }
        }
        staging.publish(source(id));
      }
    }
  }

  @Test
  void aReleaseWithdrawnOnOneMachineIsSoOnEveryOther() throws IOException {
    on("three"); // has seen it as it was
    var done = keeping("two").withdraw(SECOND, "two years were mixed up", false, TODAY);

    assertThat(done.nowCurrent()).contains(FIRST);
    assertThat(done.remains())
        .containsExactly(
            "manifest.json", "public/figures.json", "restricted/unprotected/exact.json");
    for (String machine : List.of("one", "two", "three")) {
      var seen = on(machine);
      assertThat(seen.current().orElseThrow().releaseId()).isEqualTo(FIRST);
      assertThat(seen.marks().withdrawn(SECOND).orElseThrow().reason())
          .isEqualTo("two years were mixed up");
    }
    keeping("three").restore(SECOND);
    assertThat(on("one").marks().withdrawn(SECOND)).isEmpty();
    assertThat(store.keys()).as("nobody waits for the lock").doesNotContain(StoreLock.KEY);
  }

  @Test
  void erasedRecordsAreGoneThereAndOnEveryMachine() throws IOException {
    on("two").fetch(FIRST, Part.WHOLE);
    var done = keeping("one").withdraw(FIRST, null, true, TODAY);

    assertThat(done.remains()).containsExactly("manifest.json", "public/figures.json");
    assertThat(keys(FIRST)).noneMatch(key -> key.contains("/restricted/"));
    assertThat(keys(SECOND)).hasSize(3);
    var seen = on("two");
    assertThat(seen.releaseFolder(FIRST).resolve("restricted")).doesNotExist();
    seen.fetch(FIRST, Part.WHOLE);
    for (var release : seen.releases()) {
      seen.fetchAgain(release);
      assertThat(seen.verify(release)).as(release.releaseId()).isEmpty();
    }
  }

  @Test
  void anErasureThatBrokeOffCountsAtOnceAndIsEndedByWhoeverComesNext() throws IOException {
    on("two").fetch(FIRST, Part.WHOLE);
    store.before(
        (doing, key) -> {
          if (doing.equals("delete") && key.contains("/restricted/")) {
            throw MemoryStore.away();
          }
        });
    var keeping = keeping("one");
    assertThatThrownBy(() -> keeping.withdraw(FIRST, null, true, TODAY))
        .isInstanceOf(IOException.class);
    store.before((doing, key) -> {});

    assertThat(on("two").releaseFolder(FIRST).resolve("restricted")).doesNotExist();
    on("two").begin().close();
    assertThat(keys(FIRST)).noneMatch(key -> key.contains("/restricted/"));
  }

  @Test
  void whatIsPrunedIsGoneThereAndOnEveryMachine() throws IOException {
    on("two").fetch(FIRST, Part.PUBLIC);
    assertThat(keeping("one").plan(1).get(0).keeps()).isNull();
    keeping("one").prune(1);

    assertThat(keys(FIRST)).isEmpty();
    assertThat(on("two").releases()).hasSize(1);
    assertThat(on("two").releaseFolder(FIRST)).doesNotExist();
  }

  @Test
  void aRemovalThatBreaksOffLeavesNoHalfRelease() throws IOException {
    store.before(
        (doing, key) -> {
          if (doing.equals("delete") && key.endsWith("figures.json")) {
            throw MemoryStore.away();
          }
        });
    var keeping = keeping("one");
    assertThatThrownBy(() -> keeping.prune(1)).isInstanceOf(IOException.class);
    store.before((doing, key) -> {});

    assertThat(keys(FIRST)).isNotEmpty();
    assertThat(on("two").releases()).extracting(r -> r.releaseId()).containsExactly(SECOND);
    store.pass(Duration.ofDays(2));
    on("two").begin().close();
    assertThat(keys(FIRST)).isEmpty();
  }

  @Test
  void whoMarksAtTheSameMomentLosesNothingOfTheOther() throws IOException {
    var one = on("one");
    store.before(
        (doing, key) -> {
          if (doing.equals("point") && key.equals(Marks.NAME)) {
            store.before((d, k) -> {});
            store.set(Marks.NAME, "{\"withdrawn\":[]}");
          }
        });
    assertThatThrownBy(() -> new ReleaseKeeping(one).withdraw(FIRST, "a", false, TODAY))
        .hasMessageContainingAll("Another command marked", "run it again");
    assertThat(store.text(Marks.NAME)).isEqualTo("{\"withdrawn\":[]}");
  }

  @Test
  void aMarkWhoseAnswerGotLostCountsAsWritten() throws IOException {
    var origin = new Origin(store, folder.resolve("two"));
    origin.refresh();
    var next = on("one").marks().with(FIRST, new Marks.Mark("a", TODAY.toString(), false));
    store.before(
        (doing, key) -> {
          if (doing.equals("point")) {
            store.before((d, k) -> {});
            store.set(key, new String(next.toJson(), StandardCharsets.UTF_8));
            throw MemoryStore.away();
          }
        });
    origin.mark(next);
    assertThat(on("one").marks().withdrawn(FIRST)).isPresent();
  }

  @Test
  void nothingIsTouchedWhileARunIsBusyAnywhere() throws IOException {
    try (var busy = on("one").begin()) {
      assertThat(busy.publicFolder()).exists();
      var keeping = keeping("two");
      assertThatThrownBy(() -> keeping.prune(1)).hasMessageContaining("Another run");
      assertThatThrownBy(() -> keeping.withdraw(FIRST, null, true, TODAY))
          .hasMessageContaining("Another run");
    }
    assertThat(keys(FIRST)).hasSize(3);
    assertThat(store.keys()).doesNotContain(Marks.NAME);
  }

  @Test
  void withoutTheRightToRemoveTheMessageNamesTheObject() throws IOException {
    store.before(
        (doing, key) -> {
          if (doing.equals("delete") && key.contains(FIRST)) {
            throw new StoreFailure(StoreFailure.Kind.CONFIGURATION, "No permission: " + key);
          }
        });
    var keeping = keeping("one");
    assertThatThrownBy(() -> keeping.prune(1)).hasMessageContaining(FIRST + "/manifest.json");
    assertThat(on("two").releases()).hasSize(2);
  }
}
