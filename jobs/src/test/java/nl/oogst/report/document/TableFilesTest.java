package nl.oogst.report.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;

class TableFilesTest {
  private static final Table TABLE =
      Table.titled("jobs", "Banen")
          .text("Ministerie")
          .number("Aandeel")
          .row(Table.Cell.text("=cmd|'/c calc'!A1"), new Table.Cell("73%", 0.725))
          .row(Table.Cell.text("Def"), new Table.Cell("–", null))
          .build();

  private static final Document DOCUMENT =
      new Document(
          Language.NL,
          "Reeks",
          "Titel",
          "Onder",
          List.of(),
          null,
          List.of(new Section("een", "Een", null, List.of(new Block.Numbers(TABLE)))));

  @Test
  void aDutchFileHasSemicolonsAndDecimalCommas() {
    assertThat(text(Language.NL))
        .isEqualTo("\uFEFFMinisterie;Aandeel\r\n'=cmd|'/c calc'!A1;0,725\r\nDef;–\r\n");
  }

  @Test
  void anEnglishFileHasCommasAndPoints() {
    assertThat(text(Language.EN)).contains("Ministerie,Aandeel\r\n", ",0.725\r\n");
  }

  @Test
  void textThatLooksLikeAFormulaStaysText() {
    assertThat(text(Language.NL).lines()).noneMatch(line -> line.startsWith("="));
  }

  @Test
  void theWorkbookHoldsTheNumbersThemselvesAndIsTheSameEachTime() throws Exception {
    byte[] bytes = TableFiles.workbook(DOCUMENT, LocalDate.of(2026, 1, 15));
    assertThat(TableFiles.workbook(DOCUMENT, LocalDate.of(2026, 1, 15))).isEqualTo(bytes);
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
      var rows = workbook.getFirstSheet().read();
      assertThat(rows.get(0).getCellText(0)).isEqualTo("Banen");
      assertThat(rows.stream().filter(row -> row.getCellText(0).startsWith("=cmd")).toList())
          .singleElement()
          .satisfies(row -> assertThat(row.getCell(1).asNumber().doubleValue()).isEqualTo(0.725));
    }
  }

  private static String text(Language language) {
    return new String(TableFiles.csv(TABLE, language), StandardCharsets.UTF_8);
  }
}
