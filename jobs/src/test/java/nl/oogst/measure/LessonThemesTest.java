package nl.oogst.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.oogst.model.DataSetSchema;
import nl.oogst.model.Item;
import nl.oogst.resolve.PlacementOf;
import org.junit.jupiter.api.Test;

class LessonThemesTest {
  private static final DataSetSchema THEMES = Measured.schema("lesson_themes");
  private static final DataSetSchema NOTES = Measured.schema("lesson_notes");

  private final List<LessonNote> notes = new ArrayList<>();

  @Test
  void aThemeThatEverMoreOfTheWritersMentionIsRising() {
    for (int year = 2018; year <= 2023; year++) {
      for (int p = 0; p < 6; p++) {
        note("p" + p, year, p <= year - 2018 ? "guidance" : "process", "insight");
      }
    }
    assertThat(row("guidance", "all"))
        .containsEntry("direction", "rising")
        .containsEntry("points", 6L);
    assertThat(row("process", "all")).containsEntry("direction", "falling");
    assertThat(row("guidance", "2020"))
        .containsEntry("notes", 3L)
        .containsEntry("proeftuinen", 3L)
        .containsEntry("proeftuinen_writing", 6L)
        .containsEntry("share", 0.5);
  }

  @Test
  void writingMoreOfEverythingIsNoTrend() {
    for (int year = 2018; year <= 2023; year++) {
      for (int p = 0; p <= year - 2018; p++) {
        note("p" + p, year, "guidance", "insight");
        note("p" + p, year, "process", "insight");
      }
    }
    assertThat(row("guidance", "all")).containsEntry("direction", "no_clear_trend");
  }

  @Test
  void fewYearsGiveNoWord() {
    for (int year = 2020; year <= 2023; year++) {
      note("p", year, "guidance", "insight");
    }
    assertThat(row("guidance", "all"))
        .containsEntry("direction", "too_short")
        .containsEntry("p_value", null);
  }

  @Test
  void theRunningYearIsProvisionalAndOutsideTheTrend() {
    for (int year = 2019; year <= 2024; year++) {
      note("p", year, "guidance", "insight");
    }
    assertThat(row("guidance", "2024")).containsEntry("provisional", true);
    assertThat(row("guidance", "2023"))
        .containsEntry("provisional", false)
        .containsEntry("points", 5L);
  }

  @Test
  void aYearWithoutNotesHasARowWithZero() {
    note("p", 2019, "guidance", "insight");
    note("p", 2021, "process", "tip");
    assertThat(row("guidance", "2020")).containsEntry("notes", 0L).containsEntry("share", null);
    assertThat(row("guidance", "2021")).containsEntry("notes", 0L).containsEntry("share", 0.0);
  }

  @Test
  void withoutNotesThereAreNoRows() {
    assertThat(themes()).isEmpty();
    assertThat(LessonNotes.rows(notes, NOTES)).isEmpty();
    assertThat(LessonNotes.voices(notes)).isEmpty();
  }

  @Test
  void notesSayHowManyProeftuinenSaidTheSame() {
    note("a", 2020, "guidance", "insight");
    note("a", 2021, "guidance", "insight");
    note("b", 2021, "guidance", "insight");
    note("c", 2021, "guidance", "tip");
    List<Object> same =
        LessonNotes.rows(notes, NOTES).stream()
            .map(row -> row[NOTES.indexOf("proeftuinen_same")])
            .toList();
    assertThat(same).containsExactly(2L, 2L, 2L, 1L);
  }

  @Test
  void publishedTextHoldsNoNames() {
    notes.add(
        new LessonNote(
            "a",
            null,
            new Item.Lesson(
                "L1",
                PlacementOf.day("2020-01-01"),
                "new_tender",
                "guidance",
                null,
                "network",
                null,
                "Mevrouw Jansen hielp.",
                true)));
    assertThat(LessonNotes.rows(notes, NOTES).get(0)[NOTES.indexOf("text")])
        .isEqualTo("Mevrouw [naam] hielp.");
    assertThat(LessonNotes.voices(notes))
        .containsEntry("network", new Lessons.Voices(1, 1, 0, 0, 0));
  }

  private void note(String proeftuin, int year, String theme, String kind) {
    notes.add(
        new LessonNote(
            proeftuin,
            "Schoonmaak",
            new Item.Lesson(
                "L" + notes.size(),
                PlacementOf.day(year + "-05-01"),
                "new_tender",
                theme,
                kind,
                null,
                "buyer",
                "tekst",
                true)));
  }

  private List<Map<String, Object>> themes() {
    return new LessonThemes(notes, LocalDate.of(2024, 6, 30), 5, THEMES)
        .rows().stream().map(LessonThemesTest::named).toList();
  }

  private Map<String, Object> row(String theme, String period) {
    return themes().stream()
        .filter(r -> r.get("breakdown").equals("all"))
        .filter(r -> r.get("theme").equals(theme) && r.get("period").equals(period))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, Object> named(Object[] row) {
    Map<String, Object> named = new HashMap<>();
    for (int i = 0; i < row.length; i++) {
      named.put(THEMES.columns().get(i).name(), row[i]);
    }
    return named;
  }
}
