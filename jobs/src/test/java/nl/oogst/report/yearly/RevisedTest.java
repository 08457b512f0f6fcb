package nl.oogst.report.yearly;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.oogst.model.Schemas;
import nl.oogst.report.document.Block;
import nl.oogst.report.document.Document;
import nl.oogst.report.document.Language;
import nl.oogst.report.document.PlainText;
import nl.oogst.report.document.Section;
import nl.oogst.report.document.Table;
import org.junit.jupiter.api.Test;

class RevisedTest {
  private static final Schemas SCHEMAS =
      Schemas.load(Path.of(System.getProperty("oogst.root", "..")).resolve("schemas"));
  private static final List<String> COLUMNS =
      List.of(
          "data_set",
          "period_type",
          "period",
          "breakdown",
          "organisation",
          "key",
          "measure",
          "old",
          "new",
          "cause");

  private static ReleaseTables revisions(Object[]... rows) {
    Map<String, Integer> columns = new HashMap<>();
    COLUMNS.forEach(column -> columns.put(column, columns.size()));
    List<DataRow> found = new ArrayList<>();
    for (Object[] row : rows) {
      found.add(new DataRow(columns, row));
    }
    return new ReleaseTables(set -> set.equals("revisions") ? found : List.of());
  }

  private static Object[] active(String period, Double old, Double now, String cause) {
    return new Object[] {
      "jobs_realised", "year", period, "all", null, null, "jobs_active", old, now, cause
    };
  }

  private static Section chapter(ReleaseTables now, Edition.Earlier... earlier) {
    Edition.Source source =
        new Edition.Source("2026-01-15-x", LocalDate.of(2026, 1, 15), List.of(earlier));
    return new Revised().write(new Edition(Language.NL, 2025, now, SCHEMAS, source, 5, null));
  }

  private static Edition.Earlier earlier(LocalDate asOf, ReleaseTables tables) {
    return new Edition.Earlier(asOf + "-x", asOf, tables);
  }

  private static List<List<Table.Cell>> rows(Section chapter) {
    return chapter.blocks().stream()
        .filter(Block.Numbers.class::isInstance)
        .map(block -> ((Block.Numbers) block).table().rows())
        .findFirst()
        .orElse(List.of());
  }

  private static String text(Section chapter) {
    return PlainText.of(new Document(Language.NL, "", "", "", List.of(), null, List.of(chapter)));
  }

  @Test
  void withoutAReportOfTheYearBeforeNothingIsCompared() {
    Section chapter =
        chapter(
            revisions(active("2024", 100.0, 150.0, "correction")),
            earlier(LocalDate.of(2026, 1, 10), revisions()));
    assertThat(rows(chapter)).isEmpty();
    assertThat(text(chapter)).contains("geen eerdere release");
  }

  @Test
  void changesOfAllReleasesSinceLastYearsReportAreOneChange() {
    Section chapter =
        chapter(
            revisions(active("2024", 120.0, 150.0, "correction")),
            earlier(LocalDate.of(2025, 1, 31), revisions(active("2023", 1.0, 99.0, "correction"))),
            earlier(
                LocalDate.of(2026, 1, 10),
                revisions(active("2024", 100.0, 120.0, "late_delivery"))));
    assertThat(rows(chapter)).hasSize(1);
    assertThat(rows(chapter).get(0).stream().map(Table.Cell::shown))
        .containsExactly(
            "Banen lopend op 31 december", "2024", "100", "150", "verbeterd en later aangeleverd");
    assertThat(text(chapter)).contains("31 januari 2025", "1 keer later aangeleverd");
  }

  @Test
  void whatWentAndCameBackDidNotChange() {
    Section chapter =
        chapter(
            revisions(active("2024", 120.0, 100.0, "correction")),
            earlier(LocalDate.of(2025, 1, 31), revisions()),
            earlier(
                LocalDate.of(2026, 1, 10), revisions(active("2024", 100.0, 120.0, "correction"))));
    assertThat(rows(chapter)).isEmpty();
    assertThat(text(chapter)).contains("geen enkel cijfer");
  }

  @Test
  void theYearOfTheReportIsNoChangeSinceLastYear() {
    Section chapter =
        chapter(
            revisions(active("2025", 5.0, 100.0, "late_delivery")),
            earlier(LocalDate.of(2025, 1, 31), revisions()));
    assertThat(rows(chapter)).isEmpty();
  }

  @Test
  void aChangeWithoutACauseSaysThatItIsTooSmall() {
    Section chapter =
        chapter(
            revisions(active("2024", 100.0, 105.0, null)),
            earlier(LocalDate.of(2025, 1, 31), revisions()));
    assertThat(rows(chapter).get(0).get(4).shown()).isEqualTo("te klein om te noemen");
  }
}
