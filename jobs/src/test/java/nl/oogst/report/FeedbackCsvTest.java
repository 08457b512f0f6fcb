package nl.oogst.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import nl.oogst.model.Issue;
import nl.oogst.model.IssueCode;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** The spreadsheet beside a page opens in a Dutch Excel and runs nothing. */
class FeedbackCsvTest {

  private static String csv(String found) {
    IssueTally tally = new IssueTally(5);
    Issue issue = new Issue(IssueCode.CODE_UNKNOWN, found, found, found);
    tally.add(0, found, found, 2, "placement", issue);
    return new FeedbackPages(SomeFeedback.SCHEMAS)
        .csv(new Feedback("p", "p", List.of(SomeFeedback.delivered("2024-01-01", tally, 0))));
  }

  @Test
  void startsWithAByteOrderMarkAndUsesSemicolonsAndWindowsLineEnds() {
    assertThat(csv("x"))
        .startsWith("\ufeffLevering;Oordeel;Wat;Aantal;")
        .contains("\r\n2024-01-01;Moet beter;")
        .endsWith(";code_unknown\r\n");
  }

  @Test
  void textThatLooksLikeAFormulaIsMadeHarmless() {
    for (String start : List.of("=", "+", "-", "@", "\t", "\r", " =", "\u00a0=", "＝", "\n=")) {
      assertThat(FeedbackCsv.harmless(start + "cmd|' /C calc'!A0")).as(start).startsWith("'");
    }
    assertThat(FeedbackCsv.harmless("a=b")).isEqualTo("a=b");
    assertThat(FeedbackCsv.harmless("")).isEmpty();
  }

  @Property
  void noCellThatComesFromADeliveryStartsAFormula(@ForAll String text) throws IOException {
    try (CSVParser parser =
        CSVParser.parse(
            csv(text).substring(1), CSVFormat.EXCEL.builder().setDelimiter(';').get())) {
      for (CSVRecord row : parser) {
        assertThat(row.size()).isEqualTo(15);
        for (String cell : row) {
          assertThat(cell.isEmpty() ? " " : cell.substring(0, 1))
              .isNotIn("=", "+", "-", "@", "\t", "\r");
        }
      }
    }
  }
}
