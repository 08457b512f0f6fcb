package nl.oogst.release.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import nl.oogst.release.OutputFailure;
import nl.oogst.release.records.KeyRange;
import nl.oogst.release.records.Observations;
import nl.oogst.release.records.ReleasedRecord;
import nl.oogst.release.records.ReleasedRecords;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stretches of the records of a release are together all of them, wherever one ends. */
class StretchesTest {
  private static final LocalDate JUNE = LocalDate.of(2025, 6, 30);

  @TempDir private Path folder;
  private Path release;
  private List<String> all;

  @BeforeEach
  void writeRelease() throws IOException {
    List<TrialPlacement> placements = new ArrayList<>();
    for (String proeftuin : TrialRelease.PROEFTUINEN) {
      // in three row groups; the last two of the first are the other way round among bytes
      for (String id :
          List.of("a", "b", "b\ud83d\ude00", "b\ue000", "c", "d", "e", "f", "g", "h", "i")) {
        placements.add(
            TrialPlacement.of(proeftuin, id, "p" + id, LocalDate.of(2024, 1, 1))
                .paid(2024, 1, 10)
                .paid(2024, 2, 20));
      }
    }
    TrialRelease.write(folder.resolve("r"), JUNE, "s", placements);
    release = folder.resolve("r");
    all = records(KeyRange.ALL);
    assertThat(all).hasSize(33).allMatch(one -> one.contains("hours=20000000"));
  }

  private List<String> records(KeyRange range) throws OutputFailure {
    List<String> found = new ArrayList<>();
    try (var records = ReleasedRecords.open(release, range);
        var shown = Observations.open(release)) {
      for (var record = records.next(); record != null; record = records.next()) {
        found.add(record.observed(shown.of(record)).toString());
      }
    }
    return found;
  }

  private List<String> records(List<KeyRange> ranges) throws OutputFailure {
    List<String> found = new ArrayList<>();
    for (KeyRange range : ranges) {
      found.addAll(records(range));
    }
    return found;
  }

  @Test
  void thereAreAsManyAsAreAskedForWithAsMuchInEach() throws OutputFailure {
    for (int count = 1; count <= 9; count++) {
      List<KeyRange> ranges = KeyRange.of(release, count, Set.of());
      assertThat(ranges).hasSize(count);
      assertThat(records(ranges)).isEqualTo(all);
    }
    assertThat(KeyRange.of(release, 3, Set.of()))
        .extracting(KeyRange::from)
        .containsExactly("", ReleasedRecord.key("beta", "a"), ReleasedRecord.key("gamma", "a"));
    assertThat(KeyRange.of(release, 100, Set.of())).as("row groups").hasSize(9);
  }

  @Test
  void oneMayEndAnywhere() throws OutputFailure {
    for (String proeftuin : List.of("", "alfa", "alfaa", "beta", "gamma", "zeta")) {
      for (String id : List.of("", "a", "b\ud83d\ude00", "b\ue000", "c", "dd", "i", "j")) {
        String key = ReleasedRecord.key(proeftuin, id);
        List<KeyRange> two = List.of(new KeyRange("", key), new KeyRange(key, null));
        assertThat(records(two)).as(proeftuin + " " + id).isEqualTo(all);
      }
    }
    List<KeyRange> three = new ArrayList<>();
    three.add(new KeyRange("", ReleasedRecord.key("alfa", "c")));
    three.add(new KeyRange(ReleasedRecord.key("alfa", "c"), ReleasedRecord.key("alfa", "d")));
    three.add(new KeyRange(ReleasedRecord.key("alfa", "d"), null));
    assertThat(records(three.subList(1, 2))).hasSize(1);
    assertThat(records(three)).isEqualTo(all);
    assertThat(records(Arrays.asList(new KeyRange(ReleasedRecord.key("zeta", ""), null))))
        .isEmpty();
  }
}
