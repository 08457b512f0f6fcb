package nl.oogst.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import nl.oogst.release.ReleaseKeeping.Listed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseKeepingTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 2, 3);

  @TempDir Path out;

  private String publish(String asOf, String content) throws IOException {
    var id =
        ReleaseStore.releaseId(asOf, ReleaseFiles.sha256(content.getBytes(StandardCharsets.UTF_8)));
    try (var staging = new ReleaseStore(out).begin()) {
      for (var path : List.of("public/a.json", "restricted/b.json")) {
        try (var file = staging.create(path)) {
          file.write(content.getBytes(StandardCharsets.UTF_8));
        }
      }
      staging.publish(new Staging.Source(id, asOf, "test", new TreeMap<>()));
    }
    return id;
  }

  private ReleaseKeeping keeping() {
    return new ReleaseKeeping(new ReleaseStore(out));
  }

  private String current() throws IOException {
    return new ReleaseStore(out).current().orElseThrow().releaseId();
  }

  private List<String> there() throws IOException {
    return keeping().list().stream().map(Listed::id).toList();
  }

  @Test
  void theLastOnesTheCurrentOneAndTheLastOfEachYearStay() throws IOException {
    var ids = new ArrayList<String>();
    for (var asOf :
        List.of(
            "2024-10-01", "2024-12-01", "2025-03-01", "2025-06-01", "2025-09-01", "2026-01-01")) {
      ids.add(publish(asOf, "x"));
    }
    // an earlier one made current again
    publish("2025-03-01", "x");
    assertThat(current()).isEqualTo(ids.get(2));

    assertThat(keeping().plan(1))
        .extracting(ReleaseKeeping.Planned::keeps)
        .containsExactly(null, "last of 2024", "current", null, "last of 2025", "last of 2026");
    assertThat(there()).as("a plan removes nothing").hasSize(6);

    keeping().prune(1);
    assertThat(there()).containsExactly(ids.get(1), ids.get(2), ids.get(4), ids.get(5));
    assertThat(out.resolve("releases").resolve(ids.get(0))).doesNotExist();
    try (var left = Files.list(out)) {
      assertThat(left.map(p -> p.getFileName().toString()))
          .containsExactlyInAnyOrder(".lock", "current.json", "releases");
    }
    assertThat(keeping().plan(4)).allMatch(one -> one.keeps() != null);
  }

  @Test
  void aReleaseOfTheSameDayCorrectsTheOneBefore() throws IOException {
    var first = publish("2025-01-01", "wrong");
    var second = publish("2025-01-01", "right");

    assertThat(keeping().list())
        .extracting(Listed::id, Listed::correctedBy)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(first, second),
            org.assertj.core.groups.Tuple.tuple(second, null));
  }

  @Test
  void withdrawingMarksAndMovesOnAndChangesNoByteOfTheRelease() throws IOException {
    var first = publish("2025-01-01", "a");
    var second = publish("2025-02-01", "b");
    var before = ReleaseFiles.list(out.resolve("releases").resolve(second));

    var done = keeping().withdraw(second, "a proeftuin mixed up two years", false, TODAY);

    assertThat(done.nowCurrent()).contains(first);
    assertThat(current()).isEqualTo(first);
    assertThat(ReleaseFiles.list(out.resolve("releases").resolve(second))).isEqualTo(before);
    assertThat(keeping().list().get(1).mark().reason()).isEqualTo("a proeftuin mixed up two years");
    assertThat(keeping().list().get(1).mark().on()).isEqualTo("2026-02-03");

    keeping().restore(second);
    assertThat(keeping().list().get(1).mark()).isNull();
  }

  @Test
  void erasingRemovesRestrictedRecordsOnlyAndTheRestStaysWhole() throws IOException {
    var first = publish("2025-01-01", "a");
    publish("2025-02-01", "b");

    var done = keeping().withdraw(first, null, true, TODAY);

    assertThat(done.remains()).containsExactly("manifest.json", "public/a.json");
    assertThat(out.resolve("releases").resolve(first).resolve("restricted")).doesNotExist();
    var store = new ReleaseStore(out);
    for (var release : store.releases()) {
      assertThat(store.verify(release)).as(release.releaseId()).isEmpty();
    }
    Files.writeString(out.resolve("releases").resolve(first).resolve("public/a.json"), "z");
    assertThat(store.verify(store.releases().get(0))).hasSize(1);
  }

  @Test
  void theOnlyReleaseStaysCurrentWhenItIsWithdrawn() throws IOException {
    var only = publish("2025-01-01", "a");
    var done = keeping().withdraw(only, null, false, TODAY);
    assertThat(done.stillCurrent()).isTrue();
    assertThat(current()).isEqualTo(only);
  }

  @Test
  void nothingIsRemovedWhileARunIsBusy() throws IOException {
    var first = publish("2024-01-01", "a");
    publish("2025-02-01", "b");
    try (var busy = new ReleaseStore(out).begin()) {
      assertThat(busy.publicFolder()).exists();
      assertThatThrownBy(() -> keeping().prune(1)).isInstanceOf(OutputFailure.class);
      assertThatThrownBy(() -> keeping().withdraw(first, null, true, TODAY))
          .isInstanceOf(OutputFailure.class);
    }
    assertThat(there()).hasSize(2);
  }
}
