package nl.oogst.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import nl.oogst.release.StoredFiles;
import nl.oogst.store.MemoryStore;
import nl.oogst.store.StoreFailure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A data root in an object store becomes a folder, and only what is new is fetched. */
class InboxCopyTest {
  private static final String FILE = "deliveries/alfa/2024-12-31 nu/plaatsingen é.csv";

  @TempDir Path temporary;
  private final MemoryStore store = new MemoryStore("s3a://bucket/inbox");
  private final List<String> said = new ArrayList<>();
  private Path folder;

  @BeforeEach
  void aDataRoot() {
    folder = temporary.resolve("work/data");
    store.set("register/proeftuinen.csv", "register");
    store.set(FILE, "one");
    store.set("deliveries/alfa/2024-12-31 nu/deep/er.csv", "two");
    store.set("elsewhere/not-for-us.csv", "x");
  }

  private List<String> bring() throws IOException {
    store.asked("");
    InboxCopy.bring(store, folder, said::add);
    return store.asked("open");
  }

  @Test
  void theFolderHoldsWhatTheStoreHolds() throws IOException {
    assertThat(bring()).hasSize(3);
    assertThat(folder.resolve(FILE)).hasContent("one");
    assertThat(folder.resolve("deliveries/alfa/2024-12-31 nu/deep/er.csv")).hasContent("two");
    assertThat(folder.resolve("register/proeftuinen.csv")).hasContent("register");
    assertThat(folder.resolve("elsewhere")).doesNotExist();
    assertThat(said).containsExactly("fetching 3 files (0.0 MB) from s3a://bucket/inbox");
  }

  @Test
  void itIsForItsOwnerOnlyWhateverTheUmask() throws IOException {
    bring();
    try (var all = Files.walk(folder)) {
      for (Path path : all.toList()) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
            .as(path.toString())
            .endsWith("------");
      }
    }
  }

  @Test
  void aSecondTimeNothingIsFetched() throws IOException {
    bring();
    assertThat(bring()).isEmpty();
    assertThat(said).hasSize(1);
  }

  @Test
  void whatIsNewOrChangedIsFetchedAndWhatWentGoes() throws IOException {
    bring();
    store.set(FILE, "ONE"); // as long as before
    store.set("deliveries/beta/2025-01-31/a.csv", "three");
    store.remove(key -> key.contains("/deep/"));
    assertThat(bring()).containsExactly("open " + FILE, "open deliveries/beta/2025-01-31/a.csv");
    assertThat(folder.resolve(FILE)).hasContent("ONE");
    assertThat(folder.resolve("deliveries/alfa/2024-12-31 nu/deep")).doesNotExist();
    assertThat(StoredFiles.list(folder)).hasSize(4); // with the list of what was fetched
  }

  @Test
  void aFileThatWasTakenFromTheCopyIsFetchedAgain() throws IOException {
    bring();
    Files.delete(folder.resolve(FILE));
    assertThat(bring()).containsExactly("open " + FILE);
  }

  @Test
  void anObjectThatChangesBetweenListingAndFetchingIsFetchedAsItIsThen() throws IOException {
    AtomicInteger changes = new AtomicInteger();
    store.before(
        (doing, key) -> {
          if (doing.equals("open") && key.equals(FILE) && changes.getAndIncrement() == 0) {
            store.set(FILE, "changed meanwhile");
          }
        });
    bring();
    assertThat(folder.resolve(FILE)).hasContent("changed meanwhile");
  }

  @Test
  void oneThatKeepsChangingIsNamed() {
    AtomicInteger changes = new AtomicInteger();
    store.before(
        (doing, key) -> {
          if (doing.equals("open") && key.equals(FILE)) {
            store.set(FILE, "changed " + changes.getAndIncrement());
          }
        });
    assertThatThrownBy(this::bring)
        .isInstanceOfSatisfying(
            StoreFailure.class, e -> assertThat(e.kind()).isEqualTo(StoreFailure.Kind.AWAY))
        .hasMessageContainingAll("s3a://bucket/inbox/" + FILE, "changed", "Run again");
  }

  @Test
  void whatWasFetchedBeforeAFailureIsNotFetchedAgainOnceItIsNoted() throws IOException {
    bring();
    store.set("deliveries/beta/2025-01-31/a.csv", "three");
    store.before(
        (doing, key) -> {
          if (doing.equals("open")) {
            throw MemoryStore.away();
          }
        });
    assertThatThrownBy(this::bring).isInstanceOf(StoreFailure.class);
    store.before((doing, key) -> {});
    assertThat(bring()).containsExactly("open deliveries/beta/2025-01-31/a.csv");
  }

  @Test
  void aMarkerOfAnEmptyFolderIsAnEmptyFolder() throws IOException {
    store.set("deliveries/gamma/2025-01-31/", "");
    bring();
    assertThat(folder.resolve("deliveries/gamma/2025-01-31")).isEmptyDirectory();
    bring();
    assertThat(folder.resolve("deliveries/gamma/2025-01-31")).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "deliveries/../../outside.csv",
        "deliveries//a.csv",
        "deliveries/a\\b.csv",
        "deliveries/./a.csv",
        "deliveries/bel\u0007.csv",
        "deliveries/alfa/2024-12-31 nu/plaatsingen é.csv/below-a-file.csv"
      })
  void aNameThatNoFileCanHaveIsRefusedBeforeAnythingIsFetched(String key) {
    store.set(key, "x");
    assertThatThrownBy(this::bring)
        .isInstanceOf(WrongUse.class)
        .hasMessageContainingAll("s3a://bucket/inbox", "another name");
    assertThat(store.asked("open")).isEmpty();
  }

  @Test
  void aPlaceWithoutADataRootIsNamed() {
    store.remove(key -> true);
    assertThatThrownBy(this::bring)
        .isInstanceOf(WrongUse.class)
        .hasMessageContainingAll("s3a://bucket/inbox", "register/", "--data");
  }
}
