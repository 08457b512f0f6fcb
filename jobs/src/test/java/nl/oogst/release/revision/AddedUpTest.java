package nl.oogst.release.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import nl.oogst.measure.Frame;
import nl.oogst.model.Days;
import nl.oogst.release.Beside;
import nl.oogst.release.OutputFailure;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Comparing adds up who changed and nobody else, and does not look at what is a copy. */
class AddedUpTest {
  private static final LocalDate JUNE = LocalDate.of(2025, 6, 30);
  private static final LocalDate JULY = LocalDate.of(2025, 7, 31);

  /** The first bytes of a page. */
  private static final int ZSTANDARD = 0x28b52ffd;

  @TempDir private Path folder;
  private int releases;

  /** Five row groups of alfa, and as many of beta. */
  private static List<TrialPlacement> twenty() {
    List<TrialPlacement> all = new ArrayList<>();
    for (String proeftuin : List.of("alfa", "beta")) {
      for (int i = 10; i < 30; i++) {
        LocalDate start = LocalDate.of(2024, 1, i);
        all.add(TrialPlacement.of(proeftuin, "" + i, "p" + i, start).paid(2024, 1, 100));
      }
    }
    return all;
  }

  private TrialRelease release(LocalDate asOf, List<TrialPlacement> placements) throws IOException {
    return TrialRelease.write(folder.resolve("r" + releases++), asOf, "s", placements);
  }

  /** What is added up when a month later alfa has delivered again what it had, with a change. */
  private long addedUp(Consumer<List<TrialPlacement>> change) throws IOException {
    List<TrialPlacement> later = twenty();
    later.subList(0, 20).forEach(one -> one.paid(2025, 7, 80).seen(JULY));
    change.accept(later);
    TrialRelease before = release(JUNE, twenty());
    TrialRelease now = release(JULY, later);
    try (Beside beside = Beside.threads(1)) {
      Figures figures =
          new Figures(
              before.release(),
              now.release(),
              TrialRelease.DATA_SETS,
              TrialRelease.RULES,
              2,
              beside);
      Frame frame = TrialRelease.RULES.frame(now.release().asOf(), Days.of(now.measured().first()));
      return figures.changes(frame).added();
    }
  }

  @Test
  void nobodyIsAddedUpWhenAllIsToldAgain() throws IOException {
    assertThat(addedUp(all -> {})).isZero();
    assertThat(addedUp(all -> all.get(3).with("end_date", Days.of(2025, 7, 3)))).isZero();
  }

  /** Hours before the correction and after it; who it is before and after both kinds of change. */
  @Test
  void whoIsCorrectedIsAddedUpAlone() throws IOException {
    assertThat(addedUp(all -> all.get(3).with("organisation", "SZW"))).isEqualTo(6);
    assertThat(
            addedUp(
                all -> {
                  all.get(3).with("organisation", "SZW");
                  all.get(15).with("organisation", "SZW");
                  all.get(30).with("organisation", "SZW");
                }))
        .isEqualTo(18);
  }

  @Test
  void theOtherRecordsOfWhoIsCorrectedAreFoundInACopy() throws IOException {
    assertThat(
            addedUp(
                all -> {
                  all.get(3).job("alfa/13", 2);
                  all.get(33).job("alfa/13", 2).with("person", "alfa/p13");
                }))
        .as("two persons who become one: the hours of both change with the job")
        .isEqualTo(12);
  }

  @Test
  void rowGroupsOfWhoDeliveredNothingAreCopies() throws IOException {
    List<TrialPlacement> later = twenty();
    later.forEach(one -> one.with("known_until", Days.of(JULY)));
    later.subList(0, 4).forEach(one -> one.paid(2025, 7, 80));
    later.get(30).with("hours_per_week", 4.0);
    TrialRelease before = release(JUNE, twenty());
    TrialRelease now = release(JULY, later);
    SameGroups same = SameGroups.of(before.release(), now.release());
    // none of alfa, since hours were paid in one of them; in one of beta is the correction
    assertThat(same.now()).isEqualTo(Set.of(5, 6, 7, 8, 9)).isEqualTo(same.before());
    assertThat(same.toldOtherwise().now()).isEqualTo(Set.of(7));
    assertThat(same.otherwise()).isEqualTo(Set.of("hours_per_week"));
    assertThat(without(same, before, now, "beta/p12")).isEqualTo(Set.of(6, 7, 8, 9));
    assertThat(without(same, before, now, "alfa/p12")).isEqualTo(same.now());
  }

  private static Set<Integer> without(
      SameGroups same, TrialRelease before, TrialRelease now, String person) throws OutputFailure {
    return same.without(before.release(), now.release(), person::equals).now();
  }

  /** Two persons of beta are found to be those of others, whose row groups hold another name. */
  @Test
  void whoIsLinkedOtherwiseIsFoundInBothReleases() throws IOException {
    List<TrialPlacement> earlier = twenty();
    earlier.get(21).with("person", "alfa/p13");
    List<TrialPlacement> later = twenty();
    later.get(38).with("person", "alfa/p14");
    TrialRelease before = release(JUNE, earlier);
    TrialRelease now = release(JULY, later);
    SameGroups same = SameGroups.of(before.release(), now.release());
    assertThat(same.toldOtherwise().now()).isEqualTo(Set.of(5, 9));
    assertThat(same.otherwise()).isEqualTo(Set.of("person"));
    assertThat(now.changedSince(before))
        .containsExactly("alfa/p13", "alfa/p14", "beta/p11", "beta/p28");
    assertThat(without(same, before, now, "alfa/p13")).as("the one before").doesNotContain(5);
    assertThat(without(same, before, now, "beta/p28")).as("the one before").doesNotContain(9);
    assertThat(without(same, before, now, "alfa/p14")).as("the other now").doesNotContain(9);
  }

  /** What cannot be read is not looked at: the pages of a copy in a group that tells otherwise. */
  @Test
  void ofPlacementsThatStandBesideEachOtherOnlyWhatIsToldOtherwiseIsRead() throws IOException {
    List<TrialPlacement> later = twenty();
    later.get(22).with("end_date", Days.of(2025, 7, 3));
    TrialRelease before = release(JUNE, twenty());
    TrialRelease now = release(JULY, later);
    for (TrialRelease one : List.of(before, now)) {
      damage(one.release().folder().resolve("restricted/placements.parquet"), 5, "start_date");
    }
    SameGroups same = SameGroups.of(before.release(), now.release());
    assertThat(same.toldOtherwise().now()).isEqualTo(Set.of(5));
    assertThat(now.changedSince(before)).as("the end was not told before").isEmpty();
    later.get(22).with("end_date", Days.of(2025, 7, 4));
    TrialRelease next = release(JULY, later);
    damage(next.release().folder().resolve("restricted/placements.parquet"), 5, "start_date");
    assertThatThrownBy(() -> next.changedSince(now))
        .as("the record of who changed")
        .isInstanceOf(OutputFailure.class);
  }

  /** Breaks the first page of values of a column, whose header stays. */
  private static void damage(Path file, int group, String column) throws IOException {
    int at;
    try (var reader = ParquetFileReader.open(new LocalInputFile(file))) {
      at =
          reader.getRowGroups().get(group).getColumns().stream()
              .filter(chunk -> chunk.getPath().toDotString().equals(column))
              .mapToInt(chunk -> (int) chunk.getFirstDataPageOffset())
              .findFirst()
              .orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(file);
    while (ByteBuffer.wrap(bytes).getInt(at) != ZSTANDARD) {
      at++;
    }
    bytes[at] ^= 1;
    Files.write(file, bytes);
  }

  @Test
  void aCopyMayStandElsewhere() throws IOException {
    List<TrialPlacement> later = new ArrayList<>(twenty().subList(20, 40));
    later.add(TrialPlacement.of("alfa", "1", "p", LocalDate.of(2024, 1, 1)));
    TrialRelease before = release(JUNE, twenty());
    TrialRelease now = release(JULY, later);
    SameGroups same = SameGroups.of(before.release(), now.release());
    assertThat(same.now()).isEqualTo(Set.of(1, 2, 3, 4, 5));
    assertThat(same.before()).isEqualTo(Set.of(5, 6, 7, 8, 9));
    assertThat(now.changedSince(before)).hasSize(20).allMatch(one -> one.startsWith("alfa/"));
  }
}
