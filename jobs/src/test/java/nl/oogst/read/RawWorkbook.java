package nl.oogst.read;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A workbook part by part, also with what no library writes. */
final class RawWorkbook {
  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  private final Map<String, byte[]> parts = new LinkedHashMap<>();
  private final StringBuilder sheets = new StringBuilder();
  private final StringBuilder relations = new StringBuilder();
  private final StringBuilder types = new StringBuilder();
  private String properties = "";
  private int count;
  private boolean strict;

  RawWorkbook sheet(String name, String rows) {
    return sheet(name, "", rows, "");
  }

  /**
   * @param rows what stands in {@code sheetData}
   * @param rest what follows it
   */
  RawWorkbook sheet(String name, String attributes, String rows, String rest) {
    return part(
        name,
        attributes,
        "worksheet",
        "<worksheet xmlns=\""
            + MAIN
            + "\"><sheetData>"
            + rows
            + "</sheetData>"
            + rest
            + "</worksheet>");
  }

  /** A sheet of another kind, such as a chart. */
  RawWorkbook part(String name, String attributes, String kind, String xml) {
    count++;
    String file = kind + "s/sheet" + count + ".xml";
    sheets
        .append("<sheet name=\"" + name + "\" sheetId=\"" + count + "\" r:id=\"rId" + count + "\" ")
        .append(attributes)
        .append("/>");
    relation("rId" + count, kind, file);
    type("/xl/" + file, kind + "+xml");
    put("xl/" + file, xml);
    return this;
  }

  /** With the names of ISO/IEC 29500 Strict, as a spreadsheet saves when asked to. */
  RawWorkbook strict() {
    strict = true;
    return this;
  }

  RawWorkbook properties(String xml) {
    properties = xml;
    return this;
  }

  /** Number formats by their place in {@code cellXfs}. */
  RawWorkbook styles(String... formats) {
    StringBuilder own = new StringBuilder();
    StringBuilder used = new StringBuilder("<xf numFmtId=\"0\"/>");
    for (int i = 0; i < formats.length; i++) {
      own.append("<numFmt numFmtId=\"" + (164 + i) + "\" formatCode=\"" + formats[i] + "\"/>");
      used.append("<xf numFmtId=\"" + (164 + i) + "\" applyNumberFormat=\"1\"/>");
    }
    return other(
        "styles",
        "<styleSheet xmlns=\""
            + MAIN
            + "\"><numFmts count=\""
            + formats.length
            + "\">"
            + own
            + "</numFmts><cellXfs count=\""
            + (formats.length + 1)
            + "\">"
            + used
            + "</cellXfs></styleSheet>");
  }

  RawWorkbook strings(String... items) {
    StringBuilder all = new StringBuilder();
    for (String item : items) {
      all.append("<si>" + item + "</si>");
    }
    return other("sharedStrings", "<sst xmlns=\"" + MAIN + "\">" + all + "</sst>");
  }

  private RawWorkbook other(String kind, String xml) {
    relation("rX" + kind, kind, kind + ".xml");
    type("/xl/" + kind + ".xml", kind + "+xml");
    put("xl/" + kind + ".xml", xml);
    return this;
  }

  RawWorkbook put(String name, String xml) {
    parts.put(name, (HEAD + xml).getBytes(StandardCharsets.UTF_8));
    return this;
  }

  RawWorkbook bytes(String name, byte[] content) {
    parts.put(name, content);
    return this;
  }

  private void relation(String id, String type, String target) {
    relations.append(
        "<Relationship Id=\""
            + id
            + "\" Type=\""
            + RELATIONS
            + "/"
            + type
            + "\" Target=\""
            + target
            + "\"/>");
  }

  private void type(String part, String type) {
    types.append("<Override PartName=\"" + part + "\" ContentType=\"" + TYPE + type + "\"/>");
  }

  /** As a workbook with macros calls itself. */
  byte[] zipWithMacros() {
    zip();
    parts.computeIfPresent(
        "[Content_Types].xml",
        (name, content) ->
            new String(content, StandardCharsets.UTF_8)
                .replace(
                    TYPE + "sheet.main+xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml")
                .getBytes(StandardCharsets.UTF_8));
    return Zips.zip(parts);
  }

  byte[] zip() {
    put(
        "[Content_Types].xml",
        "<Types xmlns=\""
            + PACKAGE
            + "content-types\"><Default Extension=\"rels\""
            + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\""
            + TYPE
            + "sheet.main+xml\"/>"
            + types
            + "</Types>");
    put(
        "_rels/.rels",
        "<Relationships xmlns=\""
            + PACKAGE
            + "relationships\"><Relationship Id=\"rId1\" Type=\""
            + RELATIONS
            + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
    put(
        "xl/workbook.xml",
        "<workbook xmlns=\""
            + MAIN
            + "\" xmlns:r=\""
            + RELATIONS
            + "\">"
            + properties
            + "<sheets>"
            + sheets
            + "</sheets></workbook>");
    put(
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + relations + "</Relationships>");
    if (strict) {
      parts.replaceAll(
          (name, content) ->
              new String(content, StandardCharsets.UTF_8)
                  .replace(MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main")
                  .replace(RELATIONS, "http://purl.oclc.org/ooxml/officeDocument/relationships")
                  .getBytes(StandardCharsets.UTF_8));
    }
    return Zips.zip(parts);
  }

  Reading read() {
    return Reading.bytes(zip(), "a.xlsx", DialectHint.NONE);
  }

  /** A row of texts in place; null leaves a cell out. */
  static String row(int number, String... texts) {
    StringBuilder cells = new StringBuilder();
    for (int c = 0; c < texts.length; c++) {
      if (texts[c] != null) {
        String at = " r=\"" + (char) ('A' + c) + number + "\"";
        cells.append(
            texts[c].startsWith("<c")
                ? texts[c].replaceFirst("<c", "<c" + at)
                : texts[c].matches("-?[0-9.]+")
                    ? "<c" + at + "><v>" + texts[c] + "</v></c>"
                    : "<c" + at + " t=\"inlineStr\"><is><t>" + texts[c] + "</t></is></c>");
      }
    }
    return "<row r=\"" + number + "\">" + cells + "</row>";
  }
}
