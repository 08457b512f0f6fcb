package nl.oogst.read;

import java.io.BufferedOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * A copy of a workbook in the words that the library for workbooks knows: it knows no cells that
 * say their date in words, nor the names of the strict form (ISO/IEC 29500-1), in which such cells
 * are usual. In the copy those cells are errors, which no date is: {@link XlsxCells} tells the two
 * apart again.
 */
final class XlsxCopy {
  private static final String WORKBOOK = "xl/workbook.xml";
  private static final String STRICT = "http://purl.oclc.org/ooxml/";
  private static final String USUAL = "http://schemas.openxmlformats.org/";
  private static final String RELATIONS = "officeDocument/2006/relationships";
  private static final String MAIN = "spreadsheetml/2006/main";
  private static final int TOP = 8 << 10;

  private XlsxCopy() {}

  /** Whether a workbook has the names of the strict form. */
  static boolean isStrict(ZipFile zip) throws IOException {
    ZipArchiveEntry entry = zip.getEntry(WORKBOOK);
    if (entry == null) {
      return false;
    }
    try (InputStream in = zip.getInputStream(entry)) {
      return new String(in.readNBytes(TOP), StandardCharsets.UTF_8).contains(STRICT);
    }
  }

  static Path of(Path file, Content.Spool spool) throws IOException {
    Path copy = spool.copy(InputStream.nullInputStream());
    try (ZipFile zip = ZipFile.builder().setPath(file).get();
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(copy));
        ZipOutputStream packed = new ZipOutputStream(out)) {
      packed.setLevel(Deflater.BEST_SPEED);
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        String name = entry.getName();
        packed.putNextEntry(new ZipEntry(name));
        try (InputStream in = zip.getInputStream(entry)) {
          if (name.equals(WORKBOOK) || name.endsWith(".rels")) {
            packed.write(usual(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
          } else {
            (XlsxCheck.isSheet(name) ? new WithoutDates(in) : in).transferTo(packed);
          }
        }
      }
    }
    return copy;
  }

  private static byte[] usual(String part) {
    return part.replace(STRICT + "officeDocument/relationships", USUAL + RELATIONS)
        .replace(STRICT + "spreadsheetml/main", USUAL + MAIN)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The bytes of a sheet with the type of its date cells changed. */
  private static final class WithoutDates extends FilterInputStream {
    private final XlsxDateCells cells = new XlsxDateCells();

    WithoutDates(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
      int n = super.read(to, offset, length);
      for (int i = offset; i < offset + n; i++) {
        to[i] = cells.isType(to[i]) ? (byte) 'e' : to[i];
      }
      return n;
    }
  }
}
