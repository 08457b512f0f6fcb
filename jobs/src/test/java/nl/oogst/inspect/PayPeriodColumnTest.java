package nl.oogst.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.oogst.model.Schemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A pay period in one column, or in two of which one holds the year. */
class PayPeriodColumnTest {
  private static final Schemas SCHEMAS =
      Schemas.load(Path.of(System.getProperty("oogst.root", "..")).resolve("schemas"));

  @TempDir private Path folder;

  private TableView view(String header, String... periods) throws IOException {
    StringBuilder csv = new StringBuilder("Plaatsingsnummer;" + header + ";Uren\n");
    for (String period : periods) {
      csv.append("P-1;" + period + ";80\n");
    }
    Path file = Files.writeString(folder.resolve("uren.csv"), csv);
    return new FileInspector(SCHEMAS, 5, 3)
        .inspect(file, "uren.csv", null, n -> null)
        .tables()
        .get(0);
  }

  private static List<String> ends(TableView table) {
    return table.records().stream()
        .map(r -> r.values().get("period_start") + " " + r.values().get("period_end"))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "Periode, 2025-03, 2025-03-01 2025-03-31",
    "Maand, mrt-25, 2025-03-01 2025-03-31",
    "Maand, 1-3-2025, 2025-03-01 2025-03-31",
    "Loonperiode, 2025-4W03, 2025-02-24 2025-03-23",
    "Week, week 9-12 2025, 2025-02-24 2025-03-23",
    "Kwartaal, 2025K1, 2025-01-01 2025-03-31",
    "Periode, 1-3-2025 t/m 31-3-2025, 2025-03-01 2025-03-31",
  })
  void oneColumnGivesBothEnds(String header, String period, String ends) throws IOException {
    assertThat(ends(view(header, period))).containsExactly(ends);
  }

  @ParameterizedTest
  @CsvSource({
    "Jaar;Maand, 2025;3, 2025-03-01 2025-03-31",
    "Jaar;Maand, 2025;03, 2025-03-01 2025-03-31",
    "Jaar;Maand, 2025;maart, 2025-03-01 2025-03-31",
    "Maand;Jaar, mrt.;2025, 2025-03-01 2025-03-31",
    "Loonjaar;Week, 2025;9, 2025-02-24 2025-03-02",
    "Jaar;Weeknummer, 2025;week 9, 2025-02-24 2025-03-02",
    "Jaar;Kwartaal, 2025;1, 2025-01-01 2025-03-31",
    "Jaar;Kwartaal, 2025;Q1, 2025-01-01 2025-03-31",
    "Jaar;Vierwekenperiode, 2025;3, 2025-02-24 2025-03-23",
  })
  void aColumnWithTheYearCompletesIt(String headers, String cells, String ends) throws IOException {
    TableView table = view(headers, cells);
    assertThat(ends(table)).containsExactly(ends);
    assertThat(table.issues()).isEmpty();
  }

  @Test
  void whatMayBeAMonthOrFourWeeksIsLeftOpenUntilAThirteenthPeriod() throws IOException {
    assertThat(view("Jaar;Periode", "2025;3").rows().quarantined()).isEqualTo(1);
    assertThat(ends(view("Jaar;Periode", "2025;3", "2024;13")).get(0))
        .isEqualTo("2025-02-24 2025-03-23");
  }

  @Test
  void weekThirteenIsNoThirteenthPeriodOfFourWeeks() throws IOException {
    TableView table = view("Week", "week 13 2025");
    assertThat(ends(table)).containsExactly("2025-03-24 2025-03-30");
    assertThat(table.judgements()).isEmpty();
  }

  @Test
  void aPeriodThatHasItsYearNeedsNoOtherColumn() throws IOException {
    TableView table = view("Jaar;Maand", "2024;2025-03");
    assertThat(ends(table)).containsExactly("2025-03-01 2025-03-31");
    assertThat(table.issues())
        .extracting(group -> group.code().code() + " " + group.field())
        .containsExactly("column_not_recognised Jaar");
  }

  @Test
  void aMonthWithoutAYearBesideItIsNotRead() throws IOException {
    TableView table = view("Jaar;Maand", "2025;3", ";4");
    assertThat(table.rows().quarantined()).as("a month of no year").isEqualTo(1);
    assertThat(ends(table)).containsExactly("2025-03-01 2025-03-31");
  }
}
