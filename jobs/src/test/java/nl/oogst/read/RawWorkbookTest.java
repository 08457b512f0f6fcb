package nl.oogst.read;

import static nl.oogst.read.RawWorkbook.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.oogst.model.IssueCode;
import org.junit.jupiter.api.Test;

/** Workbooks from raw XML: what spreadsheets and other programs really write. */
class RawWorkbookTest {
  private static final String TABLE =
      row(1, "nr", "naam") + row(2, "1", "Ann") + row(3, "2", "Ben");

  private static void isTheTable(Reading reading) {
    assertThat(reading.only().start().headers()).containsExactly("nr", "naam");
    assertThat(reading.only().data()).containsExactly(List.of("1", "Ann"), List.of("2", "Ben"));
  }

  @Test
  void withoutStylesAndSharedTexts() {
    isTheTable(new RawWorkbook().sheet("Blad1", TABLE).read());
  }

  @Test
  void withEmptyStyles() {
    isTheTable(new RawWorkbook().styles().sheet("Blad1", TABLE).read());
  }

  @Test
  void rowsAndCellsWithoutAddressesFollowEachOther() {
    String rows =
        "<row><c t=\"inlineStr\"><is><t>nr</t></is></c><c t=\"inlineStr\"><is><t>naam</t></is></c></row>"
            + "<row><c><v>1</v></c><c t=\"inlineStr\"><is><t>Ann</t></is></c></row>"
            + "<row><c><v>2</v></c><c t=\"inlineStr\"><is><t>Ben</t></is></c></row>";
    isTheTable(new RawWorkbook().styles().sheet("Blad1", rows).read());
  }

  @Test
  void chartSheetsAreNoTables() {
    String chart =
        "<chartsheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetViews/></chartsheet>";
    isTheTable(
        new RawWorkbook()
            .styles()
            .part("Grafiek", "", "chartsheet", chart)
            .sheet("Blad1", TABLE)
            .read());
  }

  @Test
  void prefixesOfNamesDoNotMatter() {
    String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    String xml =
        "<x:worksheet xmlns:x=\""
            + main
            + "\"><x:sheetData>"
            + TABLE.replaceAll("<(/?)([a-z])", "<$1x:$2")
            + "</x:sheetData></x:worksheet>";
    isTheTable(new RawWorkbook().styles().part("Blad1", "", "worksheet", xml).read());
  }

  @Test
  void textsInRunsAreOneText() {
    Reading reading =
        new RawWorkbook()
            .styles()
            .strings(
                "<t>nr</t>",
                "<r><t>na</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\">am </t></r>",
                "<t>A&amp;B &lt;x&gt;</t><phoneticPr fontId=\"1\"/>")
            .sheet(
                "Blad1",
                row(1, "<c t=\"s\"><v>0</v></c>", "<c t=\"s\"><v>1</v></c>")
                    + row(2, "1", "<c t=\"s\"><v>2</v></c>")
                    + row(3, "2", "Ben"))
            .read();
    assertThat(reading.only().start().headers()).containsExactly("nr", "naam ");
    assertThat(reading.only().data().get(0)).containsExactly("1", "A&B <x>");
  }

  @Test
  void aMergedHeaderCellCoversItsOwnColumnsOnly() {
    Reading reading =
        new RawWorkbook()
            .styles()
            .sheet(
                "Blad1",
                "",
                row(1, "Kandidaat", null, null, "Contract", null)
                    + row(2, "nr", "naam", "los", "start", "uren")
                    + row(3, "1", "Ann", "x", "2024", "36")
                    + row(4, "2", "Ben", "y", "2023", "32"),
                "<mergeCells count=\"2\"><mergeCell ref=\"A1:B1\"/><mergeCell ref=\"D1:E1\"/></mergeCells>")
            .read();
    assertThat(reading.only().start().headers())
        .containsExactly(
            "Kandidaat nr", "Kandidaat naam", "los", "Contract start", "Contract uren");
  }

  @Test
  void aHeaderCellMergedDownwardsIsOneName() {
    Reading reading =
        new RawWorkbook()
            .styles()
            .sheet(
                "Blad1",
                "",
                row(1, "nr", "Contract", null)
                    + row(2, null, "start", "uren")
                    + row(3, "1", "2024", "36")
                    + row(4, "2", "2023", "32"),
                "<mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:C1\"/></mergeCells>")
            .read();
    assertThat(reading.only().start().headers())
        .containsExactly("nr", "Contract start", "Contract uren");
  }

  @Test
  void datesOfBothCalendarsPercentagesAndTimes() {
    RawWorkbook book =
        new RawWorkbook()
            .styles("dd-mm-yyyy", "0%", "[h]:mm")
            .sheet(
                "Blad1",
                row(1, "nr", "datum", "deel", "uren")
                    + row(
                        2,
                        "1",
                        "<c s=\"1\"><v>44197</v></c>",
                        "<c s=\"2\"><v>0.5</v></c>",
                        "<c s=\"3\"><v>1.5208333333333333</v></c>")
                    + row(
                        3,
                        "2",
                        "<c s=\"1\"><v>44198</v></c>",
                        "<c s=\"2\"><v>0.125</v></c>",
                        "<c s=\"3\"><v>0.25</v></c>"));
    assertThat(book.read().only().data().get(0)).containsExactly("1", "2021-01-01", "0.5", "36:30");
    assertThat(book.properties("<workbookPr date1904=\"1\"/>").read().only().data().get(0).get(1))
        .isEqualTo("2025-01-02");
  }

  @Test
  void cellsThatSayTheirDateInWordsAreDates() {
    Reading reading =
        new RawWorkbook()
            .styles()
            .sheet(
                "Blad1",
                row(1, "nr", "datum", "tijd", "fout", "tekst")
                    + row(
                        2,
                        "1",
                        "<c s=\"0\" t=\"d\"><v>2025-01-31</v></c>",
                        "<c t='d'><v>2025-01-31T00:00:00.000</v></c>",
                        "<c t=\"e\"><v>#N/A</v></c>",
                        "<c t=\"inlineStr\"><is><t>x t=\"d\" y</t></is></c>")
                    + row(
                        3,
                        "2",
                        "<c  t = \"d\"><f t=\"dataTable\">NOW()</f><v>2025-02-01T13:30:00</v></c>",
                        "<c t=\"d\"><v>13:30:00</v></c>",
                        "<c t=\"d\"/>",
                        "x"))
            .read();
    assertThat(reading.only().data())
        .containsExactly(
            List.of("1", "2025-01-31", "2025-01-31", "#N/A", "x t=\"d\" y"),
            List.of("2", "2025-02-01T13:30:00", "13:30:00", "", "x"));
    assertThat(reading.only().issues()).containsExactly(IssueCode.ERROR_CELL);
  }

  @Test
  void aWorkbookInTheStrictFormIsReadToo() {
    isTheTable(new RawWorkbook().styles().strict().sheet("Blad1", TABLE).read());
  }

  @Test
  void aMergedCellAmongTheRecordsFillsNothingButItself() {
    Reading reading =
        new RawWorkbook()
            .styles()
            .sheet(
                "Blad1",
                "",
                row(1, "ministerie", "naam", "uren")
                    + row(2, "BZK", "Ann", "36")
                    + row(3, null, "Ben", "32")
                    + row(4, "IenW", "Cas", "24"),
                "<mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells>")
            .read();
    assertThat(reading.only().data())
        .containsExactly(
            List.of("BZK", "Ann", "36"), List.of("", "Ben", "32"), List.of("IenW", "Cas", "24"));
  }

  @Test
  void numbersStoredAsTextStayAsTheyWereTyped() {
    Reading reading =
        new RawWorkbook()
            .styles()
            .sheet(
                "Blad1",
                row(1, "nr", "uren", "code")
                    + row(2, "1", "<c t=\"str\"><v>36,50</v></c>", "<c t=\"str\"><v>00123</v></c>")
                    + row(3, "2", "<c t=\"str\"><v>1.234</v></c>", "<c t=\"str\"><v>0456</v></c>"))
            .read();
    assertThat(reading.only().data())
        .containsExactly(List.of("1", "36,50", "00123"), List.of("2", "1.234", "0456"));
  }

  @Test
  void formulasWithoutAValueAndErrorsAreReported() {
    Reading reading =
        new RawWorkbook()
            .styles()
            .sheet(
                "Blad1",
                row(1, "nr", "a", "b", "c")
                    + row(
                        2,
                        "1",
                        "<c><f>1+1</f></c>",
                        "<c t=\"e\"><v>#DIV/0!</v></c>",
                        "<c t=\"b\"><f>TRUE()</f><v>1</v></c>")
                    + row(
                        3,
                        "2",
                        "<c><f>1+1</f><v>2</v></c>",
                        "3",
                        "<c t=\"str\"><f>\"x\"</f><v>x</v></c>"))
            .read();
    assertThat(reading.only().data())
        .containsExactly(List.of("1", "", "#DIV/0!", "true"), List.of("2", "2", "3", "x"));
    assertThat(reading.only().issues())
        .containsExactly(IssueCode.FORMULA_WITHOUT_VALUE, IssueCode.ERROR_CELL);
  }

  @Test
  void sheetsWithoutDataAndHiddenOnes() {
    Reading reading =
        new RawWorkbook()
            .styles()
            .sheet("Leeg", "")
            .sheet("Alleen opmaak", "<row r=\"1\"><c r=\"A1\" s=\"0\"/></row>")
            .sheet("Zeer verborgen", "state=\"veryHidden\"", TABLE, "")
            .sheet("Tabel", TABLE)
            .read();
    assertThat(reading.tables())
        .extracting(table -> table.start().sheet())
        .containsExactly("Zeer verborgen", "Tabel");
    assertThat(reading.tables().get(0).issues()).containsExactly(IssueCode.HIDDEN_SHEET);
    assertThat(reading.tables().get(1).issues()).isEmpty();
  }

  @Test
  void macrosAreNeverLookedAt() {
    Reading reading =
        new RawWorkbook()
            .styles()
            .bytes("xl/vbaProject.bin", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0})
            .sheet("Blad1", TABLE)
            .read();
    isTheTable(reading);
  }

  @Test
  void linksToOtherFilesAreNotFollowed() {
    Reading reading =
        new RawWorkbook()
            .styles()
            .put(
                "xl/externalLinks/externalLink1.xml",
                "<externalLink xmlns=\"x\"><externalBook/></externalLink>")
            .sheet(
                "Blad1",
                row(1, "nr", "naam")
                    + row(2, "1", "<c t=\"str\"><f>[1]Blad1!A1</f><v>Ann</v></c>")
                    + row(3, "2", "Ben"))
            .read();
    isTheTable(reading);
  }
}
