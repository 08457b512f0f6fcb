package nl.oogst.read;

import java.io.IOException;
import java.util.List;
import nl.oogst.read.LineSplitter.Reading;
import nl.oogst.read.TextFormat.Escape;

/**
 * The records that need care: quotes that are doubled, enclose a line end, stray or never close,
 * and delimiters that differ from those of the file. {@link RecordExtent} finds where a record
 * ends; Commons CSV splits it where its quotes allow that, {@link LineSplitter} where they are
 * broken.
 */
final class OddRecords {
  private static final String[] OTHER_DELIMITERS = {", ", ";", ",", "\t", "|", " "};

  private final TextWindow text;
  private final TextDecoder decoder;
  private final List<Decision> decisions;
  private final TextFormat format;
  private final ReadLimits limits;
  private final CommonsSplitter commons;
  private final RecordExtent extent;
  private int width;
  private int[] typedColumns = {};
  private boolean unwrapped;

  /**
   * The odd records of a text.
   *
   * @param decisions where it is said that text formulas are read as text, if there are any
   */
  OddRecords(
      TextWindow text,
      TextDecoder decoder,
      TextFormat format,
      ReadLimits limits,
      List<Decision> decisions) {
    this.text = text;
    this.decoder = decoder;
    this.decisions = decisions;
    this.format = format;
    this.limits = limits;
    this.commons = new CommonsSplitter(format);
    this.extent =
        new RecordExtent(text, format, format.delimiter().getBytes(decoder.charset()), limits);
  }

  void expect(int newWidth, int[] newTypedColumns) {
    width = newWidth;
    typedColumns = newTypedColumns;
  }

  /** Whether a record of this many cells may have another delimiter than the file. */
  boolean mayDiffer(int size) {
    return size != width && width >= 3;
  }

  /** Whether no quote stayed open so far. */
  boolean isPlain() {
    return extent.isPlain();
  }

  /** Takes one physical line as it is. */
  void physicalLine(Row row) throws ReadFailure {
    int i = 0;
    for (int c = text.byteAt(0); c >= 0 && c != '\n' && c != '\r'; c = text.byteAt(i)) {
      i++;
    }
    int after = text.lineEnd(i);
    row.add(new String(text.bytes(0, i), decoder.charset()));
    consume(i + after, 1);
  }

  private void consume(int length, int lines) {
    text.moveTo(text.start + length, lines);
  }

  void next(Row row) throws ReadFailure {
    extent.find();
    byte[] bytes = text.bytes(0, extent.end);
    boolean ascii = extent.seen >= 0;
    boolean foreign = !ascii && decoder.isForeign(bytes, 0, bytes.length);
    if (foreign) {
      row.issue(TextIssues.undecodable(row.line()));
    }
    String whole = decoder.decode(bytes, 0, bytes.length, ascii, foreign);
    boolean multiLine = extent.breaks > 0;
    // without an escape a quote in front of a delimiter need not close its cell
    boolean several = multiLine || format.escape() == Escape.NONE;
    boolean doubtful =
        extent.trailing || extent.unterminated || (several && width > 1 && extent.cells != width);
    if (doubtful) {
      String first =
          multiLine ? decoder.decode(bytes, 0, extent.firstBreak, ascii, foreign) : whole;
      Reading reading = width > 1 ? new LineSplitter(format, first).withWidth(width) : null;
      boolean swallows =
          extent.unterminated || (extent.trailing && multiLine && extent.cells != width);
      if (reading == null && swallows) {
        reading = new LineSplitter(format, first).literal();
      }
      if (reading != null && (swallows || extent.trailing || reading.cost() > 0)) {
        take(row, reading);
        consume(
            multiLine
                ? extent.firstBreak + extent.firstBreakLength
                : extent.end + extent.terminator,
            1);
        return;
      }
    }
    regular(row, whole);
    if (!multiLine) {
      reconsiderDelimiter(row, whole);
    }
    consume(extent.end + extent.terminator, extent.breaks + 1);
  }

  private void take(Row row, Reading reading) {
    for (String cell : reading.cells()) {
      row.add(plain(cell));
    }
    row.issue(TextIssues.brokenQuote(row.line(), reading.firstLiberty(), extent.unterminated));
  }

  private void regular(Row row, String whole) throws ReadFailure {
    if (extent.cells > limits.columns()) {
      throw text.tooManyCells();
    }
    try {
      if (format.escape() == Escape.DOUBLED && !format.skipSpace()) {
        for (String cell : commons.split(whole)) {
          row.add(plain(cell));
        }
      } else {
        for (String cell : new LineSplitter(format, whole).literal().cells()) {
          row.add(plain(cell));
        }
      }
    } catch (IOException e) {
      throw Failures.of(text.file(), e);
    }
    if (extent.trailing) {
      row.issue(TextIssues.textAfterQuote(row.line(), extent.strayCell));
    } else if (extent.strayCell >= 0) {
      row.issue(TextIssues.quoteInCell(row.line(), extent.strayCell));
    }
  }

  /** Excel writes {@code ="0123"} to keep a number as text: the text is what was meant. */
  private String plain(String cell) {
    int n = cell.length();
    if (n < 3 || cell.charAt(0) != '=' || cell.charAt(1) != '"' || cell.charAt(n - 1) != '"') {
      return cell;
    }
    boolean twice = n >= 5 && cell.charAt(2) == '"' && cell.charAt(n - 2) == '"';
    String inner = twice ? cell.substring(3, n - 2) : cell.substring(2, n - 1);
    if (inner.indexOf('"') >= 0) {
      return cell;
    }
    if (!unwrapped) {
      unwrapped = true;
      decisions.add(
          new Decision(
              "text formulas",
              "cells written as =\"…\" are read as the text between the quotes",
              "so Excel keeps a number as text"));
    }
    return inner;
  }

  /** One record may have been typed or pasted with another delimiter than the rest of the file. */
  private void reconsiderDelimiter(Row row, String whole) {
    boolean spaced = row.size() == width && width >= 3 && allStartWithSpace(row);
    if ((!mayDiffer(row.size()) && !spaced) || whole.length() > 1 << 16) {
      return;
    }
    for (String other : OTHER_DELIMITERS) {
      if (other.equals(format.delimiter()) || (spaced && !other.startsWith(format.delimiter()))) {
        continue;
      }
      Reading reading = new LineSplitter(format.withDelimiter(other), whole).withWidth(width);
      if (reading != null && reading.cost() == 0 && fits(reading.cells(), other)) {
        row.dropCells();
        for (String cell : reading.cells()) {
          row.add(plain(cell));
        }
        row.issue(TextIssues.otherDelimiter(row.line(), other, format.delimiter()));
        return;
      }
    }
  }

  private static boolean allStartWithSpace(Row row) {
    for (int i = 1; i < row.size(); i++) {
      if (!row.cell(i).startsWith(" ")) {
        return false;
      }
    }
    return true;
  }

  /** Values must stand where values stand; a line of words with spaces is no record. */
  private boolean fits(List<String> read, String other) {
    int typed = 0;
    for (int column : typedColumns) {
      CellShape shape = CellShape.of(read.get(column));
      if (shape == CellShape.TEXT && other.equals(" ")) {
        return false;
      }
      typed += shape == CellShape.TYPED ? 1 : 0;
    }
    return !other.equals(" ") || typed >= 2;
  }
}
