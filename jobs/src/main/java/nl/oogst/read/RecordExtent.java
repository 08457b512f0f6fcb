package nl.oogst.read;

import nl.oogst.read.TextFormat.Escape;

/**
 * How far the record at hand reaches, whatever its quotes are like, and what was met on the way.
 * The fields are those of the record that was found last.
 */
final class RecordExtent {
  private static final long FUTILE_BYTES = 256L << 20;

  private final TextWindow text;
  private final TextFormat format;
  private final ReadLimits limits;
  private final byte[] delimiter;
  private final byte[] kinds;
  private long futile;

  /** Behind its last byte, from its start. */
  int end;

  /** Bytes of the line end behind it; 0 at the end of the text. */
  int terminator;

  /** Line ends between quotes in it. */
  int breaks;

  /** Where the first of these is; -1 without. */
  int firstBreak;

  int firstBreakLength;

  int cells;

  /**
   * The first cell with a quote that encloses nothing, or with text behind its quotes; -1 without.
   */
  int strayCell;

  /** Whether text follows a closing quote. */
  boolean trailing;

  /** Whether a quote never closes. */
  boolean unterminated;

  /** All its bytes, or-ed together: negative beyond ASCII. */
  int seen;

  RecordExtent(TextWindow text, TextFormat format, byte[] delimiter, ReadLimits limits) {
    this.text = text;
    this.format = format;
    this.limits = limits;
    this.delimiter = delimiter;
    this.kinds = ByteKind.table(format, delimiter);
  }

  /** Whether no quote stayed open so far: after many of those, less is read for the next. */
  boolean isPlain() {
    return futile == 0;
  }

  /** Finds the extent of the record that starts here. */
  void find() throws ReadFailure {
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
      int c = text.byteAt(i);
      if (c < 0 || c == '\n' || c == '\r') {
        end = i;
        terminator = text.lineEnd(i);
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
        i = skipOrdinary(i + 1, false);
      }
    }
  }

  /**
   * The offset of the next byte from {@code offset} on that is a quote, an escape or a line end, or
   * outside quotes a delimiter. Never beyond what is in the buffer, so that a caller asks again.
   */
  private int skipOrdinary(int offset, boolean inQuotes) {
    int i = text.start + offset;
    int passed = 0;
    while (i < text.limit) {
      byte kind = kinds[text.buffer[i] & 0xFF];
      if (kind != ByteKind.ORDINARY && !(inQuotes && kind == ByteKind.DELIMITER)) {
        break;
      }
      passed |= text.buffer[i++];
    }
    seen |= passed;
    return i - text.start;
  }

  private int skipSpaces(int offset) throws ReadFailure {
    int i = offset;
    while (format.skipSpace() && text.byteAt(i) == ' ') {
      i++;
    }
    return i;
  }

  private boolean isTextFormula(int cellStart) throws ReadFailure {
    return text.byteAt(cellStart) == '=' && text.byteAt(cellStart + 1) == '"';
  }

  private boolean delimiterAt(int offset) throws ReadFailure {
    for (int k = 1; k < delimiter.length; k++) {
      if (text.byteAt(offset + k) != (delimiter[k] & 0xFF)) {
        return false;
      }
    }
    return text.byteAt(offset) == (delimiter[0] & 0xFF);
  }

  private boolean endsAt(int offset) throws ReadFailure {
    int c = text.byteAt(offset);
    return c < 0 || c == '\n' || c == '\r' || delimiterAt(offset);
  }

  /** Offset behind the closing quote; sets {@code unterminated} when there is none. */
  private int quoted(int open) throws ReadFailure {
    int reach = futile > FUTILE_BYTES ? 1 << 10 : limits.quotedBytes();
    int i = open + 1;
    while (true) {
      int c = i - open > reach ? -1 : text.byteAt(i);
      if (c < 0) {
        unterminated = true;
        futile += i - open;
        end = i;
        terminator = 0;
        return i;
      }
      seen |= (byte) c;
      if (c == '\n' || c == '\r') {
        int length = text.lineEnd(i);
        if (breaks++ == 0) {
          firstBreak = i;
          firstBreakLength = length;
        }
        i += length;
      } else if (c == format.backslash()
          && format.escape() == Escape.BACKSLASH
          && isEscapable(text.byteAt(i + 1))) {
        i += 2;
      } else if (c == format.quote()) {
        boolean none = format.escape() == Escape.NONE;
        if (!none && text.byteAt(i + 1) == c) {
          i += 2;
        } else if (!none || endsAt(i + 1)) {
          return i + 1;
        } else {
          i++;
        }
      } else {
        i = skipOrdinary(i + 1, true);
      }
    }
  }

  private boolean isEscapable(int c) {
    return c == format.quote() || c == format.backslash();
  }
}
