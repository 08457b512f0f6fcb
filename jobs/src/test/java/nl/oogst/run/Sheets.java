package nl.oogst.run;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Workbooks written by hand, also with what no library writes. */
final class Sheets {
  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  private Sheets() {}

  /**
   * A workbook of one sheet.
   *
   * @param attributes of the sheet in the workbook, such as {@code state="hidden"}
   * @param csv the cells, without quotes; what starts with {@code <} is the inside of a cell
   * @param hiddenRow the row to hide, or 0
   */
  static byte[] workbook(String attributes, String csv, int hiddenRow) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    put(
        parts,
        "[Content_Types].xml",
        "<Types xmlns=\""
            + PACKAGE
            + "content-types\"><Default Extension=\"rels\""
            + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + type("/xl/workbook.xml", "sheet.main+xml")
            + type("/xl/worksheets/sheet1.xml", "worksheet+xml")
            + type("/xl/worksheets/sheet2.xml", "worksheet+xml")
            + type("/xl/styles.xml", "styles+xml")
            + "</Types>");
    put(parts, "_rels/.rels", relations("officeDocument", "xl/workbook.xml"));
    put(
        parts,
        "xl/workbook.xml",
        "<workbook xmlns=\""
            + MAIN
            + "\" xmlns:r=\""
            + RELATIONS
            + "\"><sheets><sheet name=\"Blad1\" sheetId=\"1\" r:id=\"rId1\" "
            + attributes
            + "/><sheet name=\"Leeg\" sheetId=\"2\" r:id=\"rId2\"/></sheets></workbook>");
    put(
        parts,
        "xl/_rels/workbook.xml.rels",
        relations("worksheet", "worksheets/sheet1.xml", "worksheets/sheet2.xml"));
    put(parts, "xl/styles.xml", "<styleSheet xmlns=\"" + MAIN + "\"/>");
    put(parts, "xl/worksheets/sheet1.xml", sheet(csv, hiddenRow));
    put(parts, "xl/worksheets/sheet2.xml", sheet("", 0));
    return DataRoot.zip(parts);
  }

  private static void put(Map<String, byte[]> parts, String name, String xml) {
    parts.put(name, (HEAD + xml).getBytes(StandardCharsets.UTF_8));
  }

  private static String type(String part, String type) {
    return "<Override PartName=\"" + part + "\" ContentType=\"" + TYPE + type + "\"/>";
  }

  private static String relations(String type, String... targets) {
    StringBuilder xml = new StringBuilder("<Relationships xmlns=\"" + PACKAGE + "relationships\">");
    for (int i = 0; i < targets.length; i++) {
      xml.append("<Relationship Id=\"rId").append(i + 1).append("\" Type=\"").append(RELATIONS);
      xml.append('/').append(type).append("\" Target=\"").append(targets[i]).append("\"/>");
    }
    return xml.append("</Relationships>").toString();
  }

  private static String sheet(String csv, int hiddenRow) {
    StringBuilder xml = new StringBuilder("<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
    String[] rows = csv.isEmpty() ? new String[0] : csv.split("\n", -1);
    for (int r = 0; r < rows.length; r++) {
      xml.append("<row r=\"").append(r + 1).append('"');
      xml.append(r + 1 == hiddenRow ? " hidden=\"1\">" : ">");
      String[] cells = rows[r].split(",", -1);
      for (int c = 0; c < cells.length; c++) {
        String at = " r=\"" + (char) ('A' + c) + (r + 1) + "\"";
        if (cells[c].startsWith("<")) {
          xml.append("<c").append(at).append(cells[c].substring(1)).append("</c>");
        } else if (!cells[c].isEmpty()) {
          xml.append("<c").append(at).append(" t=\"inlineStr\"><is><t>");
          xml.append(cells[c]).append("</t></is></c>");
        }
      }
      xml.append("</row>");
    }
    return xml.append("</sheetData></worksheet>").toString();
  }
}
