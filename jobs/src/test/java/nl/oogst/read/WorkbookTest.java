package nl.oogst.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Consumer;
import nl.oogst.model.IssueCode;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkbookTest {

  static byte[] workbook(Consumer<Workbook> content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "Test", "1.0")) {
      content.accept(workbook);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static Reading read(Consumer<Worksheet> content) {
    return Reading.bytes(
        workbook(w -> content.accept(w.newWorksheet("Blad1"))), "a.xlsx", DialectHint.NONE);
  }

  private static void row(Worksheet sheet, int row, Object... values) {
    for (int c = 0; c < values.length; c++) {
      if (values[c] instanceof Number number) {
        sheet.value(row, c, number);
      } else if (values[c] instanceof Boolean truth) {
        sheet.value(row, c, truth);
      } else if (values[c] instanceof LocalDate date) {
        sheet.value(row, c, date);
        sheet.style(row, c).format("dd-mm-yyyy").set();
      } else if (values[c] instanceof LocalDateTime time) {
        sheet.value(row, c, time);
        sheet.style(row, c).format("dd-mm-yyyy hh:mm").set();
      } else if (values[c] != null) {
        sheet.value(row, c, values[c].toString());
      }
    }
  }

  @Test
  void valuesHaveTheirTypeAndPlainText() {
    Reading.Table table =
        read(s -> {
              row(s, 0, "nr", "naam", "start", "uren", "vast", "laatst");
              row(
                  s,
                  1,
                  1,
                  "0123",
                  LocalDate.of(2024, 3, 1),
                  new BigDecimal("36.5"),
                  true,
                  LocalDateTime.of(2024, 3, 1, 12, 30));
              row(s, 2, 123456789012L, "x", LocalDate.of(1999, 12, 31), 0.1 + 0.2, false, null);
            })
            .only();
    assertThat(table.start().format()).isEqualTo(Format.XLSX);
    assertThat(table.start().sheet()).isEqualTo("Blad1");
    assertThat(table.start().headers())
        .containsExactly("nr", "naam", "start", "uren", "vast", "laatst");
    assertThat(table.data())
        .containsExactly(
            List.of("1", "0123", "2024-03-01", "36.5", "true", "2024-03-01T12:30:00"),
            List.of("123456789012", "x", "1999-12-31", "0.3", "false"));
    assertThat(table.of(RowKind.DATA).get(0).types())
        .containsExactly(
            CellType.NUMBER,
            CellType.TEXT,
            CellType.DATE,
            CellType.NUMBER,
            CellType.BOOLEAN,
            CellType.DATE);
    assertThat(table.lines()).containsExactly(2L, 3L);
    assertThat(table.issues()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1, yyyy-mm-dd, 1900-01-01",
    "59, d-m-yyyy, 1900-02-28",
    "60, d-m-yyyy, 60",
    "61, d-m-yyyy, 1900-03-01",
    "45292, d mmm yyyy, 2024-01-01",
    "45292, [$-413]d mmmm yyyy;@, 2024-01-01",
    "45292, 0, 45292",
    "45292, '#,##0.00', 45292",
    "0.5, 0%, 0.5",
    "1.5208333333333333, [h]:mm, 36:30",
    "0.25, hh:mm, 6:00",
    "1E-7, General, 0.0000001",
    "1.5E+20, General, 150000000000000000000"
  })
  void numberFormatsTellDatesFromNumbers(String number, String format, String expected) {
    Reading.Table table =
        read(s -> {
              row(s, 0, "nr", "waarde");
              row(s, 1, 1, new BigDecimal(number));
              s.style(1, 1).format(format).set();
            })
            .only();
    assertThat(table.data().get(0).get(1)).isEqualTo(expected);
  }

  @Test
  void datesOfThe1904CalendarAreThatDay() throws IOException {
    byte[] bytes =
        workbook(
            w -> {
              Worksheet s = w.newWorksheet("Blad1");
              row(s, 0, "nr", "start");
              row(s, 1, 1, 43830);
              s.style(1, 1).format("yyyy-mm-dd").set();
            });
    byte[] changed =
        Zips.rewrite(
            bytes,
            "xl/workbook.xml",
            x ->
                x.contains("date1904=\"false\"")
                    ? x.replace("date1904=\"false\"", "date1904=\"true\"")
                    : x.replace("<workbookPr/>", "<workbookPr date1904=\"true\"/>"));
    Reading.Table table = Reading.bytes(changed, "a.xlsx", DialectHint.NONE).only();
    assertThat(table.data().get(0).get(1)).isEqualTo("2024-01-01");
  }

  @Test
  void titlesAndTwoHeaderRowsWithMergedCells() {
    Reading.Table table =
        read(s -> {
              row(s, 0, "Overzicht plaatsingen 2024");
              row(s, 2, "Kandidaat", null, "Contract", null);
              s.range(2, 0, 2, 1).merge();
              s.range(2, 2, 2, 3).merge();
              row(s, 3, "nr", "naam", "start", "uren");
              row(s, 4, 1, "Ann", LocalDate.of(2024, 1, 1), 36);
              row(s, 5, 2, "Bob", LocalDate.of(2024, 1, 2), 20);
            })
            .only();
    assertThat(table.start().headers())
        .containsExactly("Kandidaat nr", "Kandidaat naam", "Contract start", "Contract uren");
    assertThat(table.start().dialect().headerRows()).containsExactly(3, 4);
    assertThat(table.lines()).containsExactly(5L, 6L);
  }

  @Test
  void everySheetIsATableAndEmptyOnesAreNone() {
    byte[] bytes =
        workbook(
            w -> {
              row(w.newWorksheet("Leeg"), 0);
              Worksheet a = w.newWorksheet("Uren");
              row(a, 0, "nr", "uren");
              row(a, 1, 1, 2);
              Worksheet b = w.newWorksheet("Verborgen");
              row(b, 0, "nr", "x");
              row(b, 1, 1, 2);
              b.setVisibilityState(VisibilityState.HIDDEN);
            });
    Reading reading = Reading.bytes(bytes, "a.xlsx", DialectHint.NONE);
    assertThat(reading.tables())
        .extracting(t -> t.start().sheet())
        .containsExactly("Uren", "Verborgen");
    assertThat(reading.tables().get(0).issues()).isEmpty();
    assertThat(reading.tables().get(1).issues()).containsExactly(IssueCode.HIDDEN_SHEET);
  }

  @Test
  void hiddenRowsAreReadAndReportedOnce() {
    Reading.Table table =
        read(s -> {
              row(s, 0, "nr", "uren");
              row(s, 1, 1, 2);
              row(s, 2, 3, 4);
              row(s, 3, 5, 6);
              s.hideRow(2);
              s.hideRow(3);
            })
            .only();
    assertThat(table.data()).hasSize(3);
    assertThat(table.issues()).containsExactly(IssueCode.HIDDEN_ROWS);
  }

  @Test
  void formulasGiveTheirStoredValueAndErrorsSaySo() throws IOException {
    byte[] bytes =
        workbook(
            w -> {
              Worksheet s = w.newWorksheet("Blad1");
              row(s, 0, "a", "b", "c", "d");
              row(s, 1, 1, 2, 3, 4);
              row(s, 2, 1, 2, 3, 4);
            });
    byte[] changed =
        Zips.rewrite(
            bytes,
            "xl/worksheets/sheet1.xml",
            x -> {
              String row =
                  "<row r=\"2\"><c r=\"A2\"><f>1+1</f><v>2</v></c><c r=\"B2\" t=\"str\"><f>\"a\"&amp;\"b\"</f><v>ab</v></c>"
                      + "<c r=\"C2\" t=\"e\"><v>#N/A</v></c><c r=\"D2\"><f>X()</f></c></row>";
              return x.replaceFirst(
                  "<row r=\"2\".*?</row>", java.util.regex.Matcher.quoteReplacement(row));
            });
    Reading.Table table = Reading.bytes(changed, "a.xlsx", DialectHint.NONE).only();
    assertThat(table.data().get(0)).containsExactly("2", "ab", "#N/A", "");
    assertThat(table.of(RowKind.DATA).get(0).types()).contains(CellType.ERROR);
    assertThat(table.issues())
        .containsExactly(IssueCode.ERROR_CELL, IssueCode.FORMULA_WITHOUT_VALUE);
  }

  @Test
  void entitiesInAWorkbookAreRefused() throws IOException {
    byte[] bytes = workbook(w -> row(w.newWorksheet("Blad1"), 0, "a", "b"));
    byte[] changed =
        Zips.rewrite(
            bytes,
            "xl/worksheets/sheet1.xml",
            x ->
                x.replaceFirst(
                    "<worksheet",
                    "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><worksheet"));
    assertThatThrownBy(() -> Reading.read(changed, "a.xlsx", DialectHint.NONE, ReadLimits.DEFAULT))
        .isInstanceOfSatisfying(
            ReadFailure.class, f -> assertThat(f.code()).isEqualTo(IssueCode.FILE_TOO_COMPLEX));
  }

  @Test
  void cellsBeyondTheLastColumnAreRefused() throws IOException {
    byte[] bytes = workbook(w -> row(w.newWorksheet("Blad1"), 0, "a", "b"));
    byte[] changed =
        Zips.rewrite(bytes, "xl/worksheets/sheet1.xml", x -> x.replace("\"B1\"", "\"ZZZZZZ1\""));
    assertThatThrownBy(() -> Reading.read(changed, "a.xlsx", DialectHint.NONE, ReadLimits.DEFAULT))
        .isInstanceOfSatisfying(
            ReadFailure.class, f -> assertThat(f.code()).isEqualTo(IssueCode.FILE_TOO_COMPLEX));
  }

  @Test
  void oldAndProtectedWorkbooksAreToldApart() {
    byte[] head = {
      (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    assertThatThrownBy(
            () ->
                Reading.read(
                    ole(head, "EncryptedPackage"), "a.xlsx", DialectHint.NONE, ReadLimits.DEFAULT))
        .isInstanceOfSatisfying(
            ReadFailure.class, f -> assertThat(f.code()).isEqualTo(IssueCode.FILE_PASSWORD));
    assertThatThrownBy(
            () ->
                Reading.read(ole(head, "Workbook"), "a.xls", DialectHint.NONE, ReadLimits.DEFAULT))
        .isInstanceOfSatisfying(
            ReadFailure.class, f -> assertThat(f.code()).isEqualTo(IssueCode.FILE_UNREADABLE))
        .hasMessageContaining("sla het op als .xlsx");
  }

  private static byte[] ole(byte[] head, String stream) {
    byte[] all = new byte[4096];
    System.arraycopy(head, 0, all, 0, head.length);
    byte[] name = stream.getBytes(StandardCharsets.UTF_16LE);
    System.arraycopy(name, 0, all, 1024, name.length);
    return all;
  }
}
