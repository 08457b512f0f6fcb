package nl.oogst.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import nl.oogst.model.IssueCode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Looks through the parts of a workbook before it is read, in bounded memory: a part that is cut
 * off, unpacks to too much, declares entities, or holds a text, a cell address or a tag that no
 * workbook has would otherwise be met in the middle, or fill the memory.
 */
final class XlsxCheck {
  private static final int LONGEST_TEXT = 16 << 20;
  private static final byte[] MERGE = "mergeCell ref=\"".getBytes(StandardCharsets.US_ASCII);

  private final String name;
  private final ReadLimits limits;
  private final GuardedStream.Budget budget;
  private final XlsxMerges merges = new XlsxMerges();
  private boolean dateCells;

  private XlsxCheck(String name, ReadLimits limits, GuardedStream.Budget budget) {
    this.name = name;
    this.limits = limits;
    this.budget = budget;
  }

  /**
   * What is worth knowing of a workbook before it is read.
   *
   * @param styled whether it has a part with number formats
   * @param unusual whether only a {@link XlsxCopy} of it can be read
   */
  record Checked(XlsxMerges merges, boolean styled, boolean unusual) {}

  static Checked check(Path file, String name, ReadLimits limits, GuardedStream.Budget budget)
      throws ReadFailure {
    try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
      XlsxCheck check = new XlsxCheck(name, limits, budget);
      boolean styled = false;
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        styled |= entry.getName().toLowerCase(Locale.ROOT).endsWith("styles.xml");
        if (entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels")) {
          check.part(zip, entry);
        }
      }
      check.merges.relations(zip);
      boolean unusual = check.dateCells || XlsxCopy.isStrict(zip);
      return new Checked(check.merges, styled, unusual);
    } catch (IOException | RuntimeException e) {
      throw Failures.of(name, e);
    }
  }

  static boolean isSheet(String part) {
    return part.startsWith("xl/worksheets/");
  }

  private void part(ZipFile zip, ZipArchiveEntry entry) throws IOException {
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      throw new ReadFailure(
          IssueCode.FILE_PASSWORD, name, "is beveiligd met een wachtwoord; stuur het zonder");
    }
    boolean kept = !isSheet(entry.getName());
    try (InputStream in =
        new GuardedStream(
            zip.getInputStream(entry),
            name,
            limits,
            budget,
            entry::getCompressedSize,
            entry.getCrc(),
            entry.getSize())) {
      byte[] buffer = new byte[1 << 15];
      Scan scan = new Scan(kept ? null : entry.getName());
      long total = 0;
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        total += n;
        scan.bytes(buffer, n);
        if (kept && total > limits.partBytes()) {
          throw tooComplex(
              "de lijst van teksten is groter dan " + (limits.partBytes() >> 20) + " MB");
        }
      }
    }
  }

  private ReadFailure tooComplex(String why) {
    return new ReadFailure(IssueCode.FILE_TOO_COMPLEX, name, "is geen gewone werkmap: " + why);
  }

  /** One pass over the bytes of a part, whatever blocks they come in. */
  private final class Scan {
    private static final int ADDRESS = 5;
    private long sinceTag;
    private int address;
    private int letters;
    private int declaration;
    private final String sheet;
    private final XlsxDateCells dates = new XlsxDateCells();
    private int merge;
    private final StringBuilder range = new StringBuilder();

    /**
     * @param sheet name of the part when it is a sheet, else null
     */
    Scan(String sheet) {
      this.sheet = sheet;
    }

    void bytes(byte[] b, int n) throws ReadFailure {
      for (int i = 0; i < n; i++) {
        byte c = b[i];
        if (c == '<') {
          sinceTag = 0;
        } else if (++sinceTag > LONGEST_TEXT) {
          throw tooComplex("een tekst van meer dan " + (LONGEST_TEXT >> 20) + " MB");
        }
        declaration(c);
        address(c);
        if (sheet != null) {
          merge(c);
          dateCells |= dates.isType(c);
        }
      }
    }

    /** {@code <!DOCTYPE} and {@code <!ENTITY} have no place in a workbook. */
    private void declaration(byte c) throws ReadFailure {
      if (declaration == 2 && (c == 'D' || c == 'E')) {
        throw tooComplex("er staan entiteiten in");
      }
      declaration = c == '<' ? 1 : declaration == 1 && c == '!' ? 2 : 0;
    }

    /** {@code <mergeCell ref="A1:B2"}, whatever prefix the name has. */
    private void merge(byte c) {
      if (merge < MERGE.length) {
        merge = c == MERGE[merge] ? merge + 1 : c == MERGE[0] ? 1 : 0;
      } else if (c == '"' || c == '\'' || range.length() > 30) {
        merges.add(sheet, range.toString());
        range.setLength(0);
        merge = 0;
      } else {
        range.append((char) c);
      }
    }

    /** {@code r="ABC12"}: a column has three letters at most. */
    private void address(byte c) throws ReadFailure {
      if (address == ADDRESS - 1) {
        letters++;
        if (c < 'A' || c > 'Z') {
          address = 0;
        } else if (letters > 3) {
          throw tooComplex("er staat een cel voorbij de laatste kolom");
        }
        return;
      }
      address =
          switch (address) {
            case 1 -> c == 'r' ? 2 : space(c);
            case 2 -> c == '=' ? 3 : space(c);
            case 3 -> c == '"' || c == '\'' ? ADDRESS - 1 : space(c);
            default -> space(c);
          };
      letters = 0;
    }

    private int space(byte c) {
      return c == ' ' || c == '\n' || c == '\t' || c == '\r' ? 1 : 0;
    }
  }
}
