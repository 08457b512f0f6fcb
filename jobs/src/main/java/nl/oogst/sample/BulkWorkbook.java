package nl.oogst.sample;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A workbook of any number of rows, written as its cells come: as spreadsheet programs do, texts
 * are numbers of a shared list, dates are days since 1900 that a style shows as dates. The numbered
 * texts come first in that list, so that it follows from their range and need not be kept.
 */
final class BulkWorkbook implements Closeable {
  /** The rows that a sheet can have. */
  static final int MOST_ROWS = 1 << 20;

  private static final long EPOCH = LocalDate.of(1899, 12, 30).toEpochDay();
  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String SHEET_TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  private static final byte[] SHEET_START =
      AsciiWriter.ascii(HEAD + "<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
  private static final byte[] SHEET_END = AsciiWriter.ascii("</sheetData></worksheet>");
  private static final byte[] ROW = AsciiWriter.ascii("<row r=\"");
  private static final byte[] ROW_OPEN = AsciiWriter.ascii("\">");
  private static final byte[] ROW_END = AsciiWriter.ascii("</row>");
  private static final byte[] CELL = AsciiWriter.ascii("<c r=\"");
  private static final byte[] TEXT = AsciiWriter.ascii("\" t=\"s\"><v>");
  private static final byte[] DATE = AsciiWriter.ascii("\" s=\"1\"><v>");
  private static final byte[] NUMBER = AsciiWriter.ascii("\"><v>");
  private static final byte[] CELL_END = AsciiWriter.ascii("</v></c>");
  private static final byte[] ITEM = AsciiWriter.ascii("<si><t>");
  private static final byte[] ITEM_END = AsciiWriter.ascii("</t></si>");

  private final ZipStream zip;
  private final long first;
  private final long count;
  private final Map<String, Integer> words = new LinkedHashMap<>();
  private int sheets;

  /**
   * Begins a workbook.
   *
   * @param first the lowest number that occurs in it, of whatever kind
   * @param count how many numbers from there on
   */
  BulkWorkbook(OutputStream out, List<String> names, long first, long count) throws IOException {
    this.zip = new ZipStream(out);
    this.first = first;
    this.count = count;
    start(names);
  }

  /** The next of the sheets; it is to be closed before another is asked for. */
  BulkTable sheet() throws IOException {
    sheets++;
    return new SheetTable(part("xl/worksheets/sheet" + sheets + ".xml"));
  }

  private AsciiWriter part(String name) throws IOException {
    return new AsciiWriter(zip.entry(name));
  }

  private void part(String name, String xml) throws IOException {
    try (AsciiWriter out = part(name)) {
      out.add(AsciiWriter.ascii(HEAD + xml));
    }
  }

  private void start(List<String> names) throws IOException {
    var types = new StringBuilder();
    var list = new StringBuilder();
    var relations = new StringBuilder();
    for (int i = 1; i <= names.size(); i++) {
      types.append(override("worksheets/sheet" + i, "worksheet"));
      list.append("<sheet name=\"" + names.get(i - 1) + "\" sheetId=\"" + i + "\" r:id=\"rId" + i)
          .append("\"/>");
      relations.append(relation(i, "worksheet", "worksheets/sheet" + i));
    }
    part(
        "[Content_Types].xml",
        "<Types xmlns=\""
            + PACKAGE
            + "content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd."
            + "openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\""
            + " ContentType=\"application/xml\"/>"
            + override("workbook", "sheet.main")
            + types
            + override("styles", "styles")
            + override("sharedStrings", "sharedStrings")
            + "</Types>");
    part("_rels/.rels", relations(relation(1, "officeDocument", "xl/workbook")));
    part(
        "xl/workbook.xml",
        "<workbook xmlns=\""
            + MAIN
            + "\" xmlns:r=\""
            + RELATIONS
            + "\"><sheets>"
            + list
            + "</sheets></workbook>");
    part(
        "xl/_rels/workbook.xml.rels",
        relations(
            relations
                + relation(names.size() + 1, "styles", "styles")
                + relation(names.size() + 2, "sharedStrings", "sharedStrings")));
    // style 1 is a date, number format 14: as the reader's country writes it
    part(
        "xl/styles.xml",
        "<styleSheet xmlns=\""
            + MAIN
            + "\"><fonts count=\"1\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
            + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill>"
            + "<patternFill patternType=\"gray125\"/></fill></fills><borders count=\"1\"><border>"
            + "<left/><right/><top/><bottom/><diagonal/></border></borders>"
            + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\""
            + " borderId=\"0\"/></cellStyleXfs><cellXfs count=\"2\">"
            + "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
            + "<xf numFmtId=\"14\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\""
            + " applyNumberFormat=\"1\"/></cellXfs></styleSheet>");
  }

  private static String override(String part, String type) {
    return "<Override PartName=\"/xl/%s.xml\" ContentType=\"%s%s+xml\"/>"
        .formatted(part, SHEET_TYPE, type);
  }

  private static String relation(int id, String type, String part) {
    return "<Relationship Id=\"rId%s\" Type=\"%s/%s\" Target=\"%s.xml\"/>"
        .formatted(Integer.toString(id), RELATIONS, type, part);
  }

  private static String relations(String all) {
    return "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + all + "</Relationships>";
  }

  @Override
  public void close() throws IOException {
    try (AsciiWriter out = part("xl/sharedStrings.xml")) {
      out.add(AsciiWriter.ascii(HEAD + "<sst xmlns=\"" + MAIN + "\">"));
      for (BulkTable.Numbered kind : BulkTable.Numbered.values()) {
        for (long number = first; number < first + count; number++) {
          out.add(ITEM).add(kind.letter()).add(number, BulkTable.Numbered.DIGITS).add(ITEM_END);
        }
      }
      for (String word : words.keySet()) {
        out.add(ITEM).add(AsciiWriter.ascii(word)).add(ITEM_END);
      }
      out.add(AsciiWriter.ascii("</sst>"));
    }
    zip.close();
  }

  private final class SheetTable implements BulkTable {
    private final AsciiWriter out;
    private int row;
    private int column;

    SheetTable(AsciiWriter out) throws IOException {
      this.out = out;
      out.add(SHEET_START);
    }

    private void cell(byte[] kind, long value) throws IOException {
      open(kind).add(value, 1).add(CELL_END);
    }

    private AsciiWriter open(byte[] kind) throws IOException {
      if (column == 0) {
        row++;
        out.add(ROW).add(row, 1).add(ROW_OPEN);
      }
      out.add(CELL).add((char) ('A' + column)).add(row, 1).add(kind);
      column++;
      return out;
    }

    @Override
    public void text(byte[] word) throws IOException {
      String text = new String(word, StandardCharsets.US_ASCII);
      Integer place = words.get(text);
      if (place == null) {
        place = words.size();
        words.put(text, place);
      }
      cell(TEXT, Numbered.values().length * count + place);
    }

    @Override
    public void number(Numbered kind, long number) throws IOException {
      long before =
          switch (kind) {
            case PLACEMENT -> 0;
            case PERSON -> count;
          };
      cell(TEXT, before + number - first);
    }

    @Override
    public void day(long day) throws IOException {
      cell(DATE, day - EPOCH);
    }

    @Override
    public void weekly(long hours) throws IOException {
      cell(NUMBER, hours);
    }

    @Override
    public void tenths(long tenths) throws IOException {
      open(NUMBER).add(tenths / 10, 1);
      if (tenths % 10 != 0) {
        out.add('.').add(tenths % 10, 1);
      }
      out.add(CELL_END);
    }

    @Override
    public void empty() {
      column++;
    }

    @Override
    public void endRow() throws IOException {
      out.add(ROW_END);
      column = 0;
    }

    @Override
    public void close() throws IOException {
      out.add(SHEET_END);
      out.close();
    }
  }
}
