package nl.oogst.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.oogst.model.IssueCode;
import nl.oogst.read.Sniffer.Sniffed;

/**
 * Records of delimited text, straight from bytes. A record without quotes, or with quotes that only
 * enclose a cell of one line, is cut where its delimiters stand. Everything else goes to {@link
 * OddRecords}.
 */
final class TextRecords implements Records {
  private static final byte DELIMITER = 1;
  private static final byte LF = 2;
  private static final byte CR = 3;
  private static final byte QUOTE = 4;
  private static final byte ESCAPE = 5;

  private final String file;
  private final Content content;
  private InputStream opened;
  private InputStream in;
  private final TextDecoder decoder;
  private final ReadLimits limits;
  private final Sniffed sniffed;
  private final List<Decision> decisions = new ArrayList<>();
  private final Dialect dialect;
  private final OddRecords odd;

  private final byte[] kinds = new byte[256];
  private final byte[] delimiter;
  private final boolean quotesAreClean;
  private byte[] buffer;
  private int limit;
  private int start;
  private boolean eof;
  private long line = 1;

  /** The byte of the file at which the buffer starts. */
  private long base;

  private TextMark watched;
  private long watchedFrom = Long.MAX_VALUE;
  private boolean met;
  private boolean sepLine;
  private final byte[] comment;
  private final boolean skipSpace;
  private int[] bounds = new int[128];
  private int recordEnd;
  private boolean beyondAscii;
  private int passed;

  /**
   * @param in the stream that the input was opened on
   */
  TextRecords(
      String file,
      Content content,
      InputStream in,
      TextInput input,
      DialectHint hint,
      ReadLimits limits) {
    this.file = file;
    this.content = content;
    this.opened = in;
    this.in = input.rest();
    this.base = input.offset();
    this.decoder = input.decoder();
    this.limits = limits;
    this.sniffed = Sniffer.sniff(input.headText(), input.complete(), hint);
    this.sepLine = sniffed.sepLine();
    TextFormat format = sniffed.format();
    format = format.quote() < 128 ? format : new TextFormat(format.delimiter(), (char) 0);
    decisions.add(input.decision());
    decisions.addAll(sniffed.decisions());
    dialect = Dialect.of(input.encoding(), format, sniffed.lineEnd(), hint.commentChar());
    delimiter = format.delimiter().getBytes(decoder.charset());
    kinds[delimiter[0] & 0xFF] = DELIMITER;
    kinds['\n'] = LF;
    kinds['\r'] = CR;
    if (format.quote() != 0) {
      kinds[format.quote() & 0xFF] = QUOTE;
    }
    if (format.escape() == TextFormat.Escape.BACKSLASH && format.backslash() < 128) {
      kinds[format.backslash()] = ESCAPE;
    }
    quotesAreClean = format.escape() == TextFormat.Escape.DOUBLED;
    skipSpace = format.skipSpace();
    comment =
        hint.commentChar() == null
            ? new byte[0]
            : hint.commentChar().getBytes(StandardCharsets.US_ASCII);
    odd = new OddRecords(this, format, limits);
    odd.expect(sniffed.width(), new int[0]);
    buffer = Arrays.copyOf(input.head(), Math.max(1 << 17, input.head().length));
    limit = input.head().length;
    eof = input.complete();
  }

  @Override
  public Origin origin() {
    return new Origin(file, null, Format.DELIMITED, dialect, false);
  }

  @Override
  public List<Decision> decisions() {
    return decisions;
  }

  @Override
  public void expect(int width, int[] typedColumns) {
    odd.expect(width, typedColumns);
  }

  @Override
  public void close() {
    Opener.closeQuietly(opened);
  }

  @Override
  public long position() {
    return base + start;
  }

  @Override
  public void jump(TextMark to) throws ReadFailure {
    close();
    try {
      opened = content.open(to.offset());
    } catch (IOException e) {
      throw Failures.of(file, e);
    }
    in = opened;
    base = to.offset();
    start = 0;
    limit = 0;
    eof = false;
    line = to.line();
    decoder.restore(to.charset());
  }

  /** Looks out for a mark. */
  void watch(TextMark mark) {
    watched = mark;
    watchedFrom = mark.offset();
  }

  @Override
  public boolean passed(TextMark mark) {
    return mark.equals(watched) && met;
  }

  @Override
  public boolean isPlain() {
    return odd.isPlain() && decoder.isDirect();
  }

  @Override
  public boolean next(Row row) throws ReadFailure {
    if (start == limit && !more()) {
      return false;
    }
    row.clear(line);
    if (sepLine) {
      sepLine = false;
      odd.physicalLine(row);
      row.kind(RowKind.SEP_LINE);
      return true;
    }
    if (comment.length > 0 && isComment()) {
      odd.physicalLine(row);
      row.kind(RowKind.PREAMBLE);
      return true;
    }
    if (skipSpace || !clean(row)) {
      row.clear(line);
      beyondAscii = true;
      odd.next(row);
    }
    if (beyondAscii && decoder.mayReplace()) {
      TextIssues.reportReplaced(row);
    }
    return true;
  }

  private boolean isComment() throws ReadFailure {
    for (int i = 0; i < comment.length; i++) {
      if (byteAt(i) != comment[i]) {
        return false;
      }
    }
    return true;
  }

  /** Cuts the record at {@code start}; false, with nothing consumed, when its quotes need care. */
  private boolean clean(Row row) throws ReadFailure {
    int n = 0;
    int cell = 0;
    int seen = 0;
    int i = start;
    int after;
    while (true) {
      byte kind = 0;
      while (i < limit && (kind = kinds[buffer[i] & 0xFF]) == 0) {
        seen |= buffer[i++];
      }
      if (i == limit) {
        int offset = i - start;
        boolean filled = more();
        i = start + offset;
        if (filled) {
          continue;
        }
        after = i;
        break;
      }
      if (kind == DELIMITER) {
        if (delimiter.length > 1) {
          int offset = i - start;
          while (limit - start < offset + delimiter.length && more()) {
            // the whole delimiter must be there to be judged
          }
          i = start + offset;
          if (!delimiterAt(i)) {
            seen |= buffer[i++];
            continue;
          }
        }
        n = bound(n, cell, at(i));
        i += delimiter.length;
        cell = at(i);
      } else if (kind == LF) {
        after = i + 1;
        break;
      } else if (kind == CR) {
        int offset = i - start;
        boolean follows = i + 1 < limit || more();
        i = start + offset;
        after = follows && buffer[i + 1] == '\n' ? i + 2 : i + 1;
        break;
      } else {
        int close = at(i) == cell && quotesAreClean ? closingQuote(i) : -1;
        if (close < 0) {
          return false;
        }
        for (int k = i + 1; k < close; k++) {
          seen |= buffer[k];
        }
        n = bound(n, cell + 1, at(close));
        // the cell is bounded here; what follows is a delimiter or the end of the line
        i = close + 1;
        if (i < limit && kinds[buffer[i] & 0xFF] == DELIMITER) {
          i += delimiter.length;
          cell = at(i);
        } else {
          cell = -1;
        }
      }
    }
    if (cell >= 0) {
      n = bound(n, cell, at(i));
    }
    if (odd.mayDiffer(n / 2) || (n > 4 && allStartWithSpace(n))) {
      return false;
    }
    recordEnd = i;
    emit(row, n, seen);
    consume(after, 1);
    return true;
  }

  /** Then the delimiter of this record may be longer than that of the others. */
  private boolean allStartWithSpace(int n) {
    for (int k = 2; k < n; k += 2) {
      if (bounds[k] == bounds[k + 1] || buffer[start + bounds[k]] != ' ') {
        return false;
      }
    }
    return true;
  }

  private int at(int i) {
    return i - start;
  }

  private int bound(int n, int from, int to) throws ReadFailure {
    if (n + 2 > bounds.length) {
      if (n / 2 >= limits.columns()) {
        throw tooManyCells();
      }
      bounds = Arrays.copyOf(bounds, n * 2);
    }
    bounds[n] = from;
    bounds[n + 1] = to;
    return n + 2;
  }

  ReadFailure tooManyCells() {
    return new ReadFailure(
        IssueCode.FILE_TOO_COMPLEX,
        file,
        "regel " + line + " heeft meer dan " + limits.columns() + " cellen");
  }

  private boolean delimiterAt(int i) {
    int end = i + delimiter.length;
    return end <= limit && Arrays.equals(buffer, i, end, delimiter, 0, delimiter.length);
  }

  /**
   * The closing quote of a cell that has no other quote and no line end, followed by its end; else
   * -1.
   */
  private int closingQuote(int open) {
    int i = open + 1;
    while (i < limit && kinds[buffer[i] & 0xFF] != QUOTE) {
      byte kind = kinds[buffer[i] & 0xFF];
      if (kind == LF || kind == CR) {
        return -1;
      }
      i++;
    }
    // near the end of the buffer the careful way decides
    if (i + delimiter.length >= limit) {
      return -1;
    }
    byte next = kinds[buffer[i + 1] & 0xFF];
    boolean ends = next == LF || next == CR || (next == DELIMITER && delimiterAt(i + 1));
    return ends ? i : -1;
  }

  private void emit(Row row, int n, int seen) {
    boolean ascii = seen >= 0;
    beyondAscii = !ascii;
    boolean foreign = !ascii && decoder.isForeign(buffer, start, recordEnd);
    for (int k = 0; k < n; k += 2) {
      row.add(decoder.decode(buffer, start + bounds[k], start + bounds[k + 1], ascii, foreign));
    }
    if (foreign) {
      row.issue(TextIssues.undecodable(row.line()));
    }
  }

  // What OddRecords needs: the bytes from the record's start on.

  TextDecoder decoder() {
    return decoder;
  }

  String file() {
    return file;
  }

  /** The byte at an offset from the record's start, or -1 at the end of the text. */
  int byteAt(int offset) throws ReadFailure {
    while (start + offset >= limit) {
      if (!more()) {
        return -1;
      }
    }
    return buffer[start + offset] & 0xFF;
  }

  /**
   * The offset of the next byte from {@code offset} on that is a quote, an escape or a line end, or
   * outside quotes a delimiter; what is passed over is added to {@link #passed}. Never beyond what
   * is in the buffer, so a caller asks again.
   */
  int skipOrdinary(int offset, boolean inQuotes) {
    int i = start + offset;
    int seen = 0;
    while (i < limit) {
      byte kind = kinds[buffer[i] & 0xFF];
      if (kind != 0 && !(inQuotes && kind == DELIMITER)) {
        break;
      }
      seen |= buffer[i++];
    }
    passed |= seen;
    return i - start;
  }

  /** All bytes that {@link #skipOrdinary} passed over since last asked, or-ed together. */
  int takePassed() {
    int all = passed;
    passed = 0;
    return all;
  }

  /** The bytes of the record, cut out. */
  byte[] bytes(int from, int to) {
    return Arrays.copyOfRange(buffer, start + from, start + to);
  }

  void consumeRecord(int length, int lines) {
    consume(start + length, lines);
  }

  private void consume(int to, int lines) {
    start = to;
    line += lines;
    if (base + start >= watchedFrom) {
      met = new TextMark(base + start, line, decoder.state()).equals(watched);
      watchedFrom = Long.MAX_VALUE;
    }
  }

  long line() {
    return line;
  }

  /**
   * Reads more behind what is there; the record moves to the front. False at the end of the text.
   */
  private boolean more() throws ReadFailure {
    if (eof) {
      return false;
    }
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, limit - start);
      limit -= start;
      base += start;
      start = 0;
    }
    if (limit == buffer.length) {
      if (buffer.length >= limits.recordBytes()) {
        throw new ReadFailure(
            IssueCode.FILE_TOO_COMPLEX,
            file,
            "de rij van regel " + line + " is langer dan " + limits.recordBytes() + " bytes");
      }
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    try {
      int n = in.read(buffer, limit, buffer.length - limit);
      if (n < 0) {
        eof = true;
        return false;
      }
      limit += n;
      return n > 0 || more();
    } catch (IOException e) {
      throw Failures.of(file, e);
    }
  }
}
