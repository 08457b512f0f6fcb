package nl.oogst.release.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import nl.oogst.measure.Frame;
import nl.oogst.model.Days;
import nl.oogst.release.Beside;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Comparing adds up who changed and nobody else, and does not look at what is a copy. */
class AddedUpTest {
  private static final LocalDate JUNE = LocalDate.of(2025, 6, 30);
  private static final LocalDate JULY = LocalDate.of(2025, 7, 31);

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
    // of alfa all, since hours were paid in one of them; of beta the one with the correction
    assertThat(same.now()).isEqualTo(Set.of(5, 6, 8, 9)).isEqualTo(same.before());
    assertThat(same.without(now.release(), "beta/p12"::equals).now()).isEqualTo(Set.of(6, 8, 9));
    assertThat(same.without(now.release(), "beta/p20"::equals).now())
        .as("who is in another group")
        .isEqualTo(same.now());
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
