package nl.oogst.release.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import nl.oogst.model.Days;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of whom the figures between two releases are not those of the later one. */
class ChangedTest {
  private static final LocalDate JUNE = LocalDate.of(2025, 6, 30);
  private static final LocalDate JULY = LocalDate.of(2025, 7, 31);

  /** What the comparison does not ask for: it follows from other columns, or from days passed. */
  private static final List<String> NOT_ASKED =
      List.of(
          "proeftuin",
          "placement_id",
          "weight",
          "reference_date",
          "has_link",
          "last_peildatum",
          "known_until",
          "vanished",
          "is_job",
          "delivery",
          "file",
          "line");

  @TempDir private Path folder;
  private int releases;

  private static TrialPlacement job(String proeftuin, String id, String person) {
    return TrialPlacement.of(proeftuin, id, person, LocalDate.of(2024, 1, 1)).paid(2024, 1, 100);
  }

  private static List<TrialPlacement> three() {
    return new ArrayList<>(
        List.of(job("alfa", "1", "p"), job("alfa", "2", "q"), job("beta", "1", "r")));
  }

  private TrialRelease release(LocalDate asOf, List<TrialPlacement> placements) throws IOException {
    return TrialRelease.write(folder.resolve("r" + releases++), asOf, "s", placements);
  }

  private Set<String> changed(List<TrialPlacement> before, List<TrialPlacement> now)
      throws IOException {
    return release(JULY, now).changedSince(release(JUNE, before));
  }

  private Set<String> changed(Consumer<List<TrialPlacement>> change) throws IOException {
    List<TrialPlacement> later = three();
    change.accept(later);
    return changed(three(), later);
  }

  @Test
  void whatWasNotToldBeforeChangesNobody() throws IOException {
    assertThat(changed(all -> {})).isEmpty();
    assertThat(
            changed(
                all -> {
                  all.get(0).seen(JULY).paid(2024, 2, 90).paid(2023, 12, 5);
                  all.get(1).with("end_date", Days.of(2025, 6, 15)).with("end_reason", "resigned");
                  all.get(1).with("vanished", true).with("known_until", Days.of(JULY));
                  all.get(2).with("delivery", "2025-07-31").with("line", 9L);
                  // of somebody who is known, and of somebody who is not
                  all.add(job("alfa", "3", "p"));
                  all.add(job("gamma", "1", "s"));
                }))
        .isEmpty();
  }

  @Test
  void whatIsToldOtherwiseOrNoMoreChangesItsPerson() throws IOException {
    assertThat(changed(all -> all.get(0).paid(2024, 1, 99))).containsExactly("alfa/p");
    assertThat(changed(all -> all.get(2).notPaid(2024, 1).paid(2024, 2, 100)))
        .containsExactly("beta/r");
    assertThat(changed(all -> all.remove(1))).containsExactly("alfa/q");
    assertThat(changed(all -> all.get(1).with("person_id", "p").alone()))
        .containsExactly("alfa/p", "alfa/q");
  }

  @Test
  void whoIsTakenForSomebodyElseHasChangedUnderBothNames() throws IOException {
    Consumer<List<TrialPlacement>> linked =
        all -> {
          all.get(0).job("alfa/1", 2);
          all.get(2).job("alfa/1", 2).with("person", "alfa/p");
        };
    assertThat(changed(linked)).containsExactly("alfa/p", "beta/r");
    List<TrialPlacement> one = three();
    linked.accept(one);
    assertThat(changed(one, three())).containsExactly("alfa/p", "beta/r");
    assertThat(changed(one, one)).isEmpty();
  }

  @Test
  void aNewRecordIsOfWhomItWouldHaveBeenBefore() throws IOException {
    List<TrialPlacement> one = three();
    one.get(0).job("alfa/1", 2);
    one.get(2).job("alfa/1", 2).with("person", "alfa/p");
    List<TrialPlacement> later = new ArrayList<>(one);
    later.add(job("beta", "2", "r").with("person", "alfa/p"));
    assertThat(changed(one, later)).as("they are one still").isEmpty();
    later.set(3, job("beta", "2", "r"));
    later.remove(2);
    later.set(0, job("alfa", "1", "p"));
    assertThat(changed(one, later)).as("they are no more").containsExactly("alfa/p", "beta/r");
    assertThat(changed(all -> all.add(job("gamma", "1", "s").job("alfa/1", 2))))
        .as("a job of records that were there")
        .containsExactly("gamma/s");
  }

  @Test
  void aValueWhereThereWasNoneIsNewsInAFieldThatMayBeEmpty() throws IOException {
    Map<String, Object> values =
        Map.of("register_from", 1, "register_to", 1, "end_date", 30_000, "value_eur", 5.0);
    for (String column : Placements.FILLED_LATER) {
      Object value = values.getOrDefault(column, "x");
      assertThat(changed(all -> all.get(0).with(column, value))).as(column).isEmpty();
      List<TrialPlacement> filled = three();
      filled.get(0).with(column, value);
      assertThat(changed(filled, three())).as(column).containsExactly("alfa/p");
    }
  }

  @Test
  void everyColumnIsToldFilledLaterOrNotAskedFor() {
    List<String> asked = new ArrayList<>(Placements.TOLD);
    asked.addAll(Placements.FILLED_LATER);
    asked.addAll(NOT_ASKED);
    assertThat(TrialRelease.DATA_SETS.get("placements").columns())
        .extracting(column -> column.name())
        .containsExactlyInAnyOrderElementsOf(asked);
  }
}
