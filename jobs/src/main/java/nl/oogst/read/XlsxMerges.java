package nl.oogst.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Which cells at the top of a sheet are merged sideways: there a name stands above several columns.
 */
final class XlsxMerges {
  /** A header is no longer, and stands no lower. */
  static final int ROWS = 200;

  private static final int MOST = 2_000;

  /** Columns {@code from} to {@code to}, both from 0, of one row. */
  private record Span(long row, int from, int to) {}

  private final Map<String, List<Span>> byPart = new HashMap<>();
  private final Map<String, String> parts = new HashMap<>();

  /** Adds a range such as {@code B3:D4} of a part. */
  void add(String part, String range) {
    int colon = range.indexOf(':');
    if (colon < 0) {
      return;
    }
    long row = row(range.substring(0, colon));
    int from = column(range.substring(0, colon));
    int to = column(range.substring(colon + 1));
    List<Span> spans = byPart.computeIfAbsent(part, p -> new ArrayList<>());
    if (from >= 0 && to > from && row > 0 && row <= ROWS && spans.size() < MOST) {
      spans.add(new Span(row, from, to));
    }
  }

  private static long row(String address) {
    long row = 0;
    for (int i = 0; i < address.length(); i++) {
      char c = address.charAt(i);
      row = c >= '0' && c <= '9' ? row * 10 + c - '0' : row;
      if (row > 1 << 20) {
        return -1;
      }
    }
    return row;
  }

  private static int column(String address) {
    int column = 0;
    for (int i = 0; i < address.length() && i < 4; i++) {
      char c = address.charAt(i);
      column = c >= 'A' && c <= 'Z' ? column * 26 + c - 'A' + 1 : column;
    }
    return column > 16_384 ? -1 : column - 1;
  }

  /** Learns which part each sheet is in. */
  void relations(ZipFile zip) throws IOException {
    ZipArchiveEntry entry = zip.getEntry("xl/_rels/workbook.xml.rels");
    if (entry == null) {
      return;
    }
    // that of the workbook library; the one of the JDK writes on the error stream by itself
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try (InputStream in = zip.getInputStream(entry)) {
      XMLStreamReader xml = factory.createXMLStreamReader(in);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT
            && xml.getLocalName().equals("Relationship")) {
          String target = String.valueOf(xml.getAttributeValue(null, "Target"));
          parts.put(
              String.valueOf(xml.getAttributeValue(null, "Id")),
              target.startsWith("/") ? target.substring(1) : "xl/" + target);
        }
      }
    } catch (XMLStreamException e) {
      // whoever reads the sheets says what is wrong with the workbook
      parts.clear();
    }
  }

  /**
   * Tells a row which of its cells are merged.
   *
   * @param id what the workbook knows the sheet by
   */
  void mark(String id, Row row) {
    for (Span span : byPart.getOrDefault(parts.getOrDefault(id, ""), List.of())) {
      if (span.row == row.line()) {
        row.span(span.from, span.to);
      }
    }
  }
}
