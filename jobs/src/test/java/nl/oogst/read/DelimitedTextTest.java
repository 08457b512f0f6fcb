package nl.oogst.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.oogst.model.IssueCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("StringConcatToTextBlock") // line ends are what is tested
class DelimitedTextTest {
  private static final String TABLE =
      "nr;naam;uren|1;Ann;36,5|2;Bé;20|3;Cor;12,25|".replace("|", "\r\n");

  @ParameterizedTest
  @ValueSource(strings = {";", ",", "\t", "|", ", ", " ", "^", "~"})
  void delimiterIsFound(String delimiter) {
    String text =
        String.join("\n", "nr;naam;uren;datum", "1;Ann;36;2024-01-01", "2;Bob;20;2024-01-02", "")
            .replace(";", delimiter);
    Reading.Table table = Reading.text(text).only();
    assertThat(table.start().dialect().delimiter()).isEqualTo(delimiter);
    assertThat(table.start().headers()).containsExactly("nr", "naam", "uren", "datum");
    assertThat(table.data())
        .containsExactly(
            List.of("1", "Ann", "36", "2024-01-01"), List.of("2", "Bob", "20", "2024-01-02"));
    assertThat(table.issues()).isEmpty();
  }

  @Test
  void decimalCommasAreNotDelimiters() {
    Reading.Table table = Reading.text(TABLE).only();
    assertThat(table.start().dialect().delimiter()).isEqualTo(";");
    assertThat(table.data().get(2)).containsExactly("3", "Cor", "12,25");
  }

  @ParameterizedTest
  @CsvSource({"\"", "''''"})
  void quoteIsFound(String quote) {
    String q = quote;
    String text = "a,b,c\n1," + q + "x, y" + q + ",2\n3," + q + "z" + q + ",4\n";
    Reading.Table table = Reading.text(text).only();
    assertThat(table.start().dialect().quoteChar()).isEqualTo(q);
    assertThat(table.data()).containsExactly(List.of("1", "x, y", "2"), List.of("3", "z", "4"));
    assertThat(table.issues()).isEmpty();
  }

  @Test
  void apostrophesInWordsAreNoQuotes() {
    Reading.Table table = Reading.text("a;b\n1;Men's boots\n2;'s morgens\n3;foto's\n").only();
    assertThat(table.data())
        .containsExactly(
            List.of("1", "Men's boots"), List.of("2", "'s morgens"), List.of("3", "foto's"));
  }

  @Test
  void doubledQuotesAndLineEndsInQuotesAreKept() {
    Reading.Table table =
        Reading.text("a;b;c\r\n1;\"zei \"\"ja\"\"\";x\r\n2;\"een\r\ntwee\";y\r\n3;z;q\r\n").only();
    assertThat(table.data())
        .containsExactly(
            List.of("1", "zei \"ja\"", "x"),
            List.of("2", "een\r\ntwee", "y"),
            List.of("3", "z", "q"));
    assertThat(table.lines()).containsExactly(2L, 3L, 5L);
    assertThat(table.issues()).isEmpty();
  }

  @Test
  void quotesEscapedByBackslashAreFound() {
    Reading.Table table =
        Reading.text("a,b,c\n1,\"8\\' bij 9\\\", rond\",x\n2,\"9\\\"\",y\n3,\"p\",z\n").only();
    assertThat(table.start().dialect().escapeChar()).isEqualTo("\\");
    assertThat(table.data())
        .containsExactly(
            List.of("1", "8\\' bij 9\", rond", "x"),
            List.of("2", "9\"", "y"),
            List.of("3", "p", "z"));
  }

  @Test
  void quotesThatAreNotEscapedAtAllAreRead() {
    Reading.Table table =
        Reading.text("a,b,c\n1,\"rond 48\"\",\"x, y\"\n2,\"q\",\"z\"\n3,\"q\",\"z\"\n").only();
    assertThat(table.data().get(0)).containsExactly("1", "rond 48\"", "x, y");
    assertThat(table.issues()).containsExactly(IssueCode.QUOTE_STRAY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void everyLineEndCounts(String end) {
    Reading.Table table =
        Reading.text("a;b" + end + "1;2" + end + "\"3" + end + "3\";4" + end + "5;6").only();
    assertThat(table.lines()).containsExactly(2L, 3L, 5L);
    assertThat(table.data().get(1)).containsExactly("3" + end + "3", "4");
  }

  @Test
  void mixedLineEndsCountOneEach() {
    Reading.Table table = Reading.text("a;b\r\n1;2\n3;4\r5;6\r\n\n7;8").only();
    assertThat(table.start().dialect().lineEnd()).isEqualTo("mixed");
    assertThat(table.lines()).containsExactly(2L, 3L, 4L, 6L);
    assertThat(table.of(RowKind.BLANK)).extracting(Reading.Physical::line).containsExactly(5L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-16", "windows-1252"})
  void encodingIsFound(String name) {
    Reading.Table table = Reading.text(TABLE, Charset.forName(name)).only();
    assertThat(table.data().get(1)).containsExactly("2", "Bé", "20");
    assertThat(table.issues()).isEmpty();
  }

  @Test
  void byteOrderMarkIsNoPartOfTheHeader() {
    Reading.Table table = Reading.text("\uFEFF" + TABLE).only();
    assertThat(table.start().headers()).containsExactly("nr", "naam", "uren");
  }

  @Test
  void euroSignTellsLatin9FromWindows() {
    Charset latin9 = Charset.forName("ISO-8859-15");
    Reading.Table table = Reading.text("nr;bedrag\n1;€ 12\n2;€ 13\n", latin9).only();
    assertThat(table.start().dialect().encoding()).isEqualTo("ISO-8859-15");
    assertThat(table.data().get(0)).containsExactly("1", "€ 12");
    Charset windows = Charset.forName("windows-1252");
    table = Reading.text("nr;bedrag\n1;€ 12\n2;€ 13\n", windows).only();
    assertThat(table.start().dialect().encoding()).isEqualTo("windows-1252");
    assertThat(table.data().get(0)).containsExactly("1", "€ 12");
  }

  @Test
  void oneForeignLineIsReadAndReported() {
    byte[] good = "nr;naam\n1;Bé\n2;Zoë\n3;André\n".getBytes(StandardCharsets.UTF_8);
    byte[] bad = "4;Loïc\n".getBytes(StandardCharsets.ISO_8859_1);
    byte[] all = new byte[good.length * 8 + bad.length];
    int n = 0;
    for (int i = 0; i < 8; i++) {
      System.arraycopy(good, 0, all, n, good.length);
      n += good.length;
    }
    System.arraycopy(bad, 0, all, n, bad.length);
    Reading.Table table = Reading.bytes(all, "a.csv", DialectHint.NONE).only();
    assertThat(table.start().dialect().encoding()).isEqualTo("UTF-8");
    assertThat(table.data()).last().isEqualTo(List.of("4", "Loïc"));
    assertThat(table.issues()).containsExactly(IssueCode.UNDECODABLE_BYTES);
  }

  @Test
  void encodingIsDecidedByTheFirstByteBeyondAsciiHoweverLate() {
    String text = "nr;naam\n" + "1;Ann\n".repeat(20_000) + "2;Bé\n3;Zoë\n";
    for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"))) {
      Reading.Table table = Reading.text(text, charset).only();
      assertThat(table.data()).last().isEqualTo(List.of("3", "Zoë"));
      assertThat(table.issues()).isEmpty();
    }
  }

  @Test
  void bytesThatAreNoCharacterAreReported() {
    byte[] bytes = "nr;naam\n1;Ann\n2;B".getBytes(StandardCharsets.UTF_16LE);
    byte[] broken = java.util.Arrays.copyOf(bytes, bytes.length + 2);
    broken[bytes.length + 1] = (byte) 0xD8; // half of a pair
    Reading.Table table = Reading.bytes(broken, "a.csv", DialectHint.NONE).only();
    assertThat(table.issues()).containsExactly(IssueCode.UNDECODABLE_BYTES);
  }

  @Test
  void sepLineNamesTheDelimiterAndIsNoRow() {
    Reading.Table table = Reading.text("sep=,\r\na,b\r\n1;2,3\r\n").only();
    assertThat(table.start().dialect().delimiter()).isEqualTo(",");
    assertThat(table.start().headers()).containsExactly("a", "b");
    assertThat(table.of(RowKind.SEP_LINE)).hasSize(1);
    assertThat(table.of(RowKind.HEADER)).extracting(Reading.Physical::line).containsExactly(2L);
    assertThat(table.data()).containsExactly(List.of("1;2", "3"));
  }

  @ParameterizedTest
  @CsvSource({"'=\"0123\"'", "'\"=\"\"0123\"\"\"'", "'=\"\"0123\"\"'"})
  void textFormulasOfExcelAreUnwrapped(String cell) {
    Reading.Table table = Reading.text("nr;kvk\n1;" + cell + "\n2;" + cell + "\n").only();
    assertThat(table.data().get(0)).containsExactly("1", "0123");
    assertThat(table.issues()).isEmpty();
    assertThat(table.start().decisions()).extracting(Decision::what).contains("text formulas");
  }

  @Test
  void formulasAreNotTouched() {
    Reading.Table table = Reading.text("nr;x\n1;=cmd|' /C calc'!A0\n2;=1+1\n").only();
    assertThat(table.data().get(0).get(1)).isEqualTo("=cmd|' /C calc'!A0");
  }

  @Test
  void rowsTooShortAndTooLongAreReportedAndNothingShifts() {
    Reading.Table table = Reading.text("a;b;c\n1;2;3\n4;5\n6;7;8;9\n1;2;3\n1;2;3;\n").only();
    assertThat(table.data())
        .containsExactly(
            List.of("1", "2", "3"),
            List.of("4", "5"),
            List.of("6", "7", "8", "9"),
            List.of("1", "2", "3"),
            List.of("1", "2", "3", ""));
    assertThat(table.issues()).containsExactly(IssueCode.ROW_TOO_SHORT, IssueCode.ROW_TOO_LONG);
  }

  @Test
  void strayQuoteAtTheStartOfACellCostsNoOtherCell() {
    String good = "1,\"Ann, de Wit\",\"x\",4\n";
    Reading.Table table =
        Reading.text("a,\"b,\"c\",d\n" + good + good + "2,\"Bob,\"y\",5\n" + good).only();
    assertThat(table.start().headers()).containsExactly("a", "\"b", "c", "d");
    assertThat(table.data().get(2)).containsExactly("2", "\"Bob", "y", "5");
    assertThat(table.data().get(3)).containsExactly("1", "Ann, de Wit", "x", "4");
    assertThat(table.lines()).containsExactly(2L, 3L, 4L, 5L);
    assertThat(table.issues()).containsExactly(IssueCode.QUOTE_STRAY, IssueCode.QUOTE_STRAY);
  }

  @Test
  void strayQuoteInTheLastCellSwallowsNoLine() {
    String good = "1,\"x, y\",\n";
    Reading.Table table = Reading.text("a,b,c\n" + good + "2,\"x\",\"\n" + good + good).only();
    assertThat(table.data().get(1)).containsExactly("2", "x", "\"");
    assertThat(table.data()).hasSize(4);
    assertThat(table.lines()).containsExactly(2L, 3L, 4L, 5L);
  }

  @Test
  void quoteThatNeverClosesSpoilsOneRowOnly() {
    Reading.Table table = Reading.text("a;b\n1;2\n3;\"vier\n5;6\n7;8\n").only();
    assertThat(table.data())
        .containsExactly(
            List.of("1", "2"), List.of("3", "\"vier"), List.of("5", "6"), List.of("7", "8"));
    assertThat(table.issues()).containsExactly(IssueCode.QUOTE_UNTERMINATED);
  }

  @Test
  void quoteInsideAnUnquotedCellIsKeptAndReported() {
    Reading.Table table = Reading.text("a;b\n1;24\" band\n2;x\n").only();
    assertThat(table.data().get(0)).containsExactly("1", "24\" band");
    assertThat(table.issues()).containsExactly(IssueCode.QUOTE_STRAY);
  }

  @ParameterizedTest
  @ValueSource(strings = {",", "\t", "|", ", ", "; "})
  void rowWithAnotherDelimiterIsSplitAtItsOwn(String other) {
    String odd = "3;Cor;30;2024-01-03".replace(";", other);
    Reading.Table table =
        Reading.text("nr;naam;uren;datum\n1;Ann;36;2024-01-01\n2;Bob;20;2024-01-02\n" + odd + "\n")
            .only();
    if (!other.equals("; ")) {
      assertThat(table.data().get(2)).containsExactly("3", "Cor", "30", "2024-01-03");
      assertThat(table.issues()).containsExactly(IssueCode.DELIMITER_DIFFERS);
    } else {
      assertThat(table.data().get(2)).containsExactly("3", " Cor", " 30", " 2024-01-03");
    }
  }

  @Test
  void singleColumnIsATable() {
    Reading.Table table = Reading.text("nummer\n12\n13\n").only();
    assertThat(table.start().headers()).containsExactly("nummer");
    assertThat(table.data()).containsExactly(List.of("12"), List.of("13"));
  }

  @Test
  void aSentenceIsNoTableOfWords() {
    Reading.Table table = Reading.text("hallo allemaal\n").only();
    assertThat(table.start().headers()).containsExactly("hallo allemaal");
  }

  @Test
  void emptyFileHasNoTableAndSaysSo() {
    Reading reading = Reading.text("");
    assertThat(reading.tables()).isEmpty();
    assertThat(reading.skipped())
        .extracting(TableSource.Skipped::code)
        .containsExactly(IssueCode.FILE_EMPTY);
  }

  @Test
  void hintsAreUsedAndTheRestIsSniffed() {
    DialectHint hint = new DialectHint("windows-1252", "|", null, null, List.of(2));
    byte[] bytes = "titel\na|b\nx|'1;2'\n".getBytes(StandardCharsets.ISO_8859_1);
    Reading.Table table = Reading.bytes(bytes, "a.csv", hint).only();
    assertThat(table.start().dialect().encoding()).isEqualTo("windows-1252");
    assertThat(table.start().dialect().headerRows()).containsExactly(2);
    assertThat(table.start().headers()).containsExactly("a", "b");
    assertThat(table.of(RowKind.PREAMBLE)).hasSize(1);
    assertThat(table.data()).containsExactly(List.of("x", "1;2"));
  }

  @Test
  void noQuoteCanBeGiven() {
    Reading.Table table =
        Reading.text("a;b\n\"1;2\n", new DialectHint(null, ";", "", null, null)).only();
    assertThat(table.data()).containsExactly(List.of("\"1", "2"));
    assertThat(table.issues()).isEmpty();
  }
}
