package nl.oogst.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes the sheets of a delivery as one workbook, with a title row and a sheet of notes. */
final class XlsxForm {
  static final int HEADER_ROW = 3;

  private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);
  private static final List<String> TITLES =
      List.of("Plaatsingen", "Uren", "Lessen", "Werkwijzen", "Metingen", "Opgaven");
  private static final List<String> ENTITIES =
      List.of("placement", "paid_hours", "lesson", "practice", "indicator", "statement");

  private XlsxForm() {}

  static String title(String entity) {
    return TITLES.get(ENTITIES.indexOf(entity));
  }

  /** Dates are serial numbers, shown as dates or, with {@code bare}, left as plain numbers. */
  static Written write(String name, List<Sheet> sheets, String note, boolean bare) {
    var bytes = new ByteArrayOutputStream();
    var places = new ArrayList<Written.Place>();
    try (var workbook = new Workbook(bytes, "Oogst", "1.0")) {
      for (Sheet sheet : sheets) {
        places.addAll(sheet(workbook, name, sheet, note, bare));
      }
      Worksheet notes = workbook.newWorksheet("Toelichting");
      notes.value(0, 0, note);
      notes.value(1, 0, "Alle personen, leveranciers en contracten zijn verzonnen.");
      notes.value(2, 0, "Vragen over dit overzicht: zie het leesmij-bestand.");
      workbook.newWorksheet("Blad" + (sheets.size() + 2)).value(0, 0, "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Written(name, settled(bytes.toByteArray()), places);
  }

  private static List<Written.Place> sheet(
      Workbook workbook, String name, Sheet sheet, String note, boolean bare) {
    String title = title(sheet.entity());
    Worksheet worksheet = workbook.newWorksheet(title);
    worksheet.value(0, 0, title + ": " + note);
    for (int i = 0; i < sheet.headers().size(); i++) {
      worksheet.value(HEADER_ROW - 1, i, sheet.headers().get(i));
    }
    var places = new ArrayList<Written.Place>();
    int at = HEADER_ROW;
    for (Row row : sheet.rows()) {
      places.addAll(Written.places(name, title, at + 1, row));
      List<Cell> cells = row.inOrder(sheet.fields());
      for (int i = 0; i < cells.size(); i++) {
        write(worksheet, at, i, cells.get(i), bare);
      }
      at++;
    }
    return places;
  }

  private static void write(Worksheet sheet, int row, int column, Cell cell, boolean bare) {
    if (cell.text().isEmpty()) {
      return;
    }
    switch (cell.kind()) {
      case TEXT, RAW -> sheet.value(row, column, cell.text());
      case NUMBER -> sheet.value(row, column, new BigDecimal(cell.text()));
      case DATE -> {
        sheet.value(row, column, ChronoUnit.DAYS.between(EPOCH, LocalDate.parse(cell.text())));
        if (!bare) {
          sheet.style(row, column).format("dd-mm-yyyy").set();
        }
      }
    }
  }

  /** The same workbook with a fixed creation time, entries in name order, and our compression. */
  private static byte[] settled(byte[] workbook) {
    var entries = new LinkedHashMap<String, byte[]>();
    Map<String, byte[]> parts = new TreeMap<>(Archives.entries(workbook));
    // readers expect the content types first
    entries.put("[Content_Types].xml", parts.remove("[Content_Types].xml"));
    entries.putAll(parts);
    entries.computeIfPresent(
        "docProps/core.xml",
        (name, bytes) ->
            new String(bytes, StandardCharsets.UTF_8)
                .replaceAll("(<dcterms:created[^>]*>)[^<]*", "$12018-01-01T00:00:00Z")
                .getBytes(StandardCharsets.UTF_8));
    return Archives.zip(entries);
  }
}
