package nl.oogst.report.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The tables of a document as files for a spreadsheet: the numbers themselves, not as shown. */
public final class TableFiles {
  /** A sheet's name may have 31 characters. */
  private static final int SHEET_NAME = 31;

  private static final String TYPES = "[Content_Types].xml";

  private TableFiles() {}

  /**
   * One table as CSV for a Dutch or English spreadsheet: UTF-8 with a byte order mark, separated by
   * {@code ;} and a decimal comma in Dutch, by {@code ,} and a point in English.
   */
  public static byte[] csv(Table table, Language language) {
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(language.pick(";", ","))
            .setRecordSeparator("\r\n")
            .get();
    StringWriter out = new StringWriter();
    try (CSVPrinter printer = new CSVPrinter(out, format)) {
      printer.printRecord(table.columns().stream().map(c -> safe(c.title())).toList());
      for (List<Table.Cell> row : table.rows()) {
        printer.printRecord(row.stream().map(cell -> csvCell(cell, language)).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ("\uFEFF" + out).getBytes(StandardCharsets.UTF_8);
  }

  private static String csvCell(Table.Cell cell, Language language) {
    if (cell.value() == null) {
      return safe(cell.shown());
    }
    String plain = plain(cell.value());
    return language == Language.NL ? plain.replace('.', ',') : plain;
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  /** Text that a spreadsheet would take for a formula is kept text by an apostrophe. */
  private static String safe(String text) {
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  /** All tables as one workbook, a sheet each, in the order of the report. */
  public static byte[] workbook(Document document, LocalDate dated) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "Oogst", "1.0")) {
      workbook.properties().setTitle(document.title());
      for (Table table : document.tables()) {
        sheet(workbook, table);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return dated(out.toByteArray(), dated);
  }

  /**
   * The same workbook with a fixed day of making, its parts by name and not compressed: the same
   * tables give the same bytes, on any machine.
   */
  private static byte[] dated(byte[] workbook, LocalDate dated) {
    TreeMap<String, byte[]> parts = new TreeMap<>();
    ByteArrayOutputStream out = new ByteArrayOutputStream(workbook.length * 4);
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      unpack(workbook, parts);
      parts.computeIfPresent(
          "docProps/core.xml",
          (name, bytes) ->
              new String(bytes, StandardCharsets.UTF_8)
                  .replaceAll("(<dcterms:created[^>]*>)[^<]*", "$1" + dated + "T00:00:00Z")
                  .getBytes(StandardCharsets.UTF_8));
      zip.setMethod(ZipOutputStream.STORED);
      Map<String, byte[]> ordered = new LinkedHashMap<>();
      // readers expect the content types first
      ordered.put(TYPES, parts.remove(TYPES));
      ordered.putAll(parts);
      for (Map.Entry<String, byte[]> part : ordered.entrySet()) {
        ZipEntry entry = new ZipEntry(part.getKey());
        CRC32 crc = new CRC32();
        crc.update(part.getValue());
        entry.setSize(part.getValue().length);
        entry.setCrc(crc.getValue());
        entry.setTimeLocal(dated.atStartOfDay());
        zip.putNextEntry(entry);
        zip.write(part.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Sizes stand in the directory of the archive only, which has to be read from a file. */
  private static void unpack(byte[] workbook, Map<String, byte[]> parts) throws IOException {
    Path file = Files.createTempFile("oogst", ".xlsx");
    try {
      Files.write(file, workbook);
      try (ZipFile archive = new ZipFile(file.toFile())) {
        for (ZipEntry entry : Collections.list(archive.entries())) {
          parts.put(entry.getName(), archive.getInputStream(entry).readAllBytes());
        }
      }
    } finally {
      Files.delete(file);
    }
  }

  private static void sheet(Workbook workbook, Table table) {
    String name = table.id();
    Worksheet sheet =
        workbook.newWorksheet(name.length() > SHEET_NAME ? name.substring(0, SHEET_NAME) : name);
    sheet.value(0, 0, table.caption());
    sheet.style(0, 0).bold().set();
    for (int c = 0; c < table.columns().size(); c++) {
      sheet.value(2, c, table.columns().get(c).title());
      sheet.style(2, c).bold().wrapText(true).set();
      sheet.width(c, c == 0 ? 40 : 18);
    }
    for (int r = 0; r < table.rows().size(); r++) {
      for (int c = 0; c < table.columns().size(); c++) {
        Table.Cell cell = table.rows().get(r).get(c);
        if (cell.value() == null) {
          sheet.value(r + 3, c, cell.shown());
        } else {
          sheet.value(r + 3, c, cell.value());
        }
      }
    }
  }
}
