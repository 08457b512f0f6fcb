package nl.oogst.read;

import java.io.IOException;
import java.util.List;
import nl.oogst.read.LineSplitter.Reading;
import nl.oogst.read.TextFormat.Escape;

/**
 * The records that need care: quotes that are doubled, enclose a line end, stray or never close,
 * and delimiters that differ from those of the file. The extent of a record is found here; Commons
 * CSV splits it where its quotes allow that, {@link LineSplitter} where they are broken.
 */
final class OddRecords {
  private static final String[] OTHER_DELIMITERS = {", ", ";", ",", "\t", "|", " "};
  private static final long FUTILE_BYTES = 256L << 20;

  private final TextRecords records;
  private final TextFormat format;
  private final ReadLimits limits;
  private final CommonsSplitter commons;
  private final byte[] delimiter;
  private int width;
  private int[] typedColumns = {};
  private long futile;
  private boolean unwrapped;

  // the extent of the record at hand
  private int end;
  private int terminator;
  private int breaks;
  private int firstBreak;
  private int firstBreakLength;
  private int cells;
  private int strayCell;
  private boolean trailing;
  private boolean unterminated;
  private int seen;

  OddRecords(TextRecords records, TextFormat format, ReadLimits limits) {
    this.records = records;
    this.format = format;
    this.limits = limits;
    this.commons = new CommonsSplitter(format);
    this.delimiter = format.delimiter().getBytes(records.decoder().charset());
  }

  void expect(int newWidth, int[] newTypedColumns) {
    width = newWidth;
    typedColumns = newTypedColumns;
  }

  /** Whether a record of this many cells may have another delimiter than the file. */
  boolean mayDiffer(int size) {
    return size != width && width >= 3;
  }

  /** Whether no quote stayed open so far: after many of those, less is read for the next. */
  boolean isPlain() {
    return futile == 0;
  }

  /** Takes one physical line as it is. */
  void physicalLine(Row row) throws ReadFailure {
    int i = 0;
    for (int c = records.byteAt(0); c >= 0 && c != '\n' && c != '\r'; c = records.byteAt(i)) {
      i++;
    }
    int after = lineEnd(i);
    row.add(new String(records.bytes(0, i), records.decoder().charset()));
    records.consumeRecord(i + after, 1);
  }

  /** Length of the line end at an offset; 0 at the end of the text. */
  private int lineEnd(int offset) throws ReadFailure {
    int c = records.byteAt(offset);
    return c < 0 ? 0 : c == '\r' && records.byteAt(offset + 1) == '\n' ? 2 : 1;
  }

  void next(Row row) throws ReadFailure {
    scan();
    byte[] bytes = records.bytes(0, end);
    boolean ascii = seen >= 0;
    boolean foreign = !ascii && records.decoder().isForeign(bytes, 0, bytes.length);
    if (foreign) {
      row.issue(TextIssues.undecodable(row.line()));
    }
    String text = records.decoder().decode(bytes, 0, bytes.length, ascii, foreign);
    boolean multiLine = breaks > 0;
    // without an escape a quote in front of a delimiter need not close its cell
    boolean several = multiLine || format.escape() == Escape.NONE;
    boolean doubtful = trailing || unterminated || (several && width > 1 && cells != width);
    if (doubtful) {
      String first =
          multiLine ? records.decoder().decode(bytes, 0, firstBreak, ascii, foreign) : text;
      Reading reading = width > 1 ? new LineSplitter(format, first).withWidth(width) : null;
      boolean swallows = unterminated || (trailing && multiLine && cells != width);
      if (reading == null && swallows) {
        reading = new LineSplitter(format, first).literal();
      }
      if (reading != null && (swallows || trailing || reading.cost() > 0)) {
        take(row, reading);
        records.consumeRecord(multiLine ? firstBreak + firstBreakLength : end + terminator, 1);
        return;
      }
    }
    regular(row, text);
    if (!multiLine) {
      reconsiderDelimiter(row, text);
    }
    records.consumeRecord(end + terminator, breaks + 1);
  }

  private void take(Row row, Reading reading) {
    for (String cell : reading.cells()) {
      row.add(plain(cell));
    }
    row.issue(TextIssues.brokenQuote(row.line(), reading.firstLiberty(), unterminated));
  }

  private void regular(Row row, String text) throws ReadFailure {
    if (cells > limits.columns()) {
      throw records.tooManyCells();
    }
    try {
      if (format.escape() == Escape.DOUBLED && !format.skipSpace()) {
        for (String cell : commons.split(text)) {
          row.add(plain(cell));
        }
      } else {
        for (String cell : new LineSplitter(format, text).literal().cells()) {
          row.add(plain(cell));
        }
      }
    } catch (IOException e) {
      throw Failures.of(records.file(), e);
    }
    if (trailing) {
      row.issue(TextIssues.textAfterQuote(row.line(), strayCell));
    } else if (strayCell >= 0) {
      row.issue(TextIssues.quoteInCell(row.line(), strayCell));
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
      records
          .decisions()
          .add(
              new Decision(
                  "text formulas",
                  "cells written as =\"…\" are read as the text between the quotes",
                  "so Excel keeps a number as text"));
    }
    return inner;
  }

  /** One record may have been typed or pasted with another delimiter than the rest of the file. */
  private void reconsiderDelimiter(Row row, String text) {
    boolean spaced = row.size() == width && width >= 3 && allStartWithSpace(row);
    if ((!mayDiffer(row.size()) && !spaced) || text.length() > 1 << 16) {
      return;
    }
    for (String other : OTHER_DELIMITERS) {
      if (other.equals(format.delimiter()) || (spaced && !other.startsWith(format.delimiter()))) {
        continue;
      }
      Reading reading = new LineSplitter(format.withDelimiter(other), text).withWidth(width);
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

  private void scan() throws ReadFailure {
    breaks = 0;
    firstBreak = -1;
    cells = 1;
    strayCell = -1;
    trailing = false;
    unterminated = false;
    seen = 0;
    int i = skipSpaces(0);
    int cellStart = i;
    boolean closed = false;
    while (true) {
      int c = records.byteAt(i);
      if (c < 0 || c == '\n' || c == '\r') {
        end = i;
        terminator = lineEnd(i);
        seen |= records.takePassed();
        return;
      }
      seen |= (byte) c;
      if (c == (delimiter[0] & 0xFF) && delimiterAt(i)) {
        cells++;
        i = skipSpaces(i + delimiter.length);
        cellStart = i;
        closed = false;
      } else if (c == format.quote() && format.quote() != 0 && i == cellStart) {
        i = quoted(i);
        closed = true;
        if (unterminated) {
          seen |= records.takePassed();
          return;
        }
      } else {
        if (closed && !trailing) {
          trailing = true;
          strayCell = cells - 1;
        }
        if (c == format.quote() && c == '"' && strayCell < 0 && !isTextFormula(cellStart)) {
          strayCell = cells - 1;
        }
        i = records.skipOrdinary(i + 1, false);
      }
    }
  }

  private int skipSpaces(int offset) throws ReadFailure {
    int i = offset;
    while (format.skipSpace() && records.byteAt(i) == ' ') {
      i++;
    }
    return i;
  }

  private boolean isTextFormula(int cellStart) throws ReadFailure {
    return records.byteAt(cellStart) == '=' && records.byteAt(cellStart + 1) == '"';
  }

  private boolean delimiterAt(int offset) throws ReadFailure {
    for (int k = 1; k < delimiter.length; k++) {
      if (records.byteAt(offset + k) != (delimiter[k] & 0xFF)) {
        return false;
      }
    }
    return records.byteAt(offset) == (delimiter[0] & 0xFF);
  }

  private boolean endsAt(int offset) throws ReadFailure {
    int c = records.byteAt(offset);
    return c < 0 || c == '\n' || c == '\r' || delimiterAt(offset);
  }

  /** Offset behind the closing quote; sets {@code unterminated} when there is none. */
  private int quoted(int open) throws ReadFailure {
    int reach = futile > FUTILE_BYTES ? 1 << 10 : limits.quotedBytes();
    int i = open + 1;
    while (true) {
      int c = i - open > reach ? -1 : records.byteAt(i);
      if (c < 0) {
        unterminated = true;
        futile += i - open;
        end = i;
        terminator = 0;
        return i;
      }
      seen |= (byte) c;
      if (c == '\n' || c == '\r') {
        int length = lineEnd(i);
        if (breaks++ == 0) {
          firstBreak = i;
          firstBreakLength = length;
        }
        i += length;
      } else if (c == format.backslash()
          && format.escape() == Escape.BACKSLASH
          && isEscapable(records.byteAt(i + 1))) {
        i += 2;
      } else if (c == format.quote()) {
        boolean none = format.escape() == Escape.NONE;
        if (!none && records.byteAt(i + 1) == c) {
          i += 2;
        } else if (!none || endsAt(i + 1)) {
          return i + 1;
        } else {
          i++;
        }
      } else {
        i = records.skipOrdinary(i + 1, true);
      }
    }
  }

  private boolean isEscapable(int c) {
    return c == format.quote() || c == format.backslash();
  }
}
