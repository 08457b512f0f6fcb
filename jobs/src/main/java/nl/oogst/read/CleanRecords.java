package nl.oogst.read;

import java.util.Arrays;

/**
 * The records that need no care: without quotes, or with quotes that only enclose a cell of one
 * line. They are cut where their delimiters stand.
 */
final class CleanRecords {
  private final TextWindow text;
  private final TextDecoder decoder;
  private final OddRecords odd;
  private final ReadLimits limits;
  private final byte[] kinds;
  private final byte[] delimiter;
  private final boolean quotesAreClean;
  private int[] bounds = new int[128];
  private int recordEnd;
  private boolean beyondAscii;

  /**
   * The clean records of a text.
   *
   * @param odd where the others go
   */
  CleanRecords(
      TextWindow text, TextDecoder decoder, TextFormat format, OddRecords odd, ReadLimits limits) {
    this.text = text;
    this.decoder = decoder;
    this.odd = odd;
    this.limits = limits;
    this.delimiter = format.delimiter().getBytes(decoder.charset());
    this.kinds = ByteKind.table(format, delimiter);
    this.quotesAreClean = format.escape() == TextFormat.Escape.DOUBLED;
  }

  /** Whether the last record holds more than ASCII. */
  boolean beyondAscii() {
    return beyondAscii;
  }

  /** Takes the next record; false, with nothing consumed, when its quotes need care. */
  boolean next(Row row) throws ReadFailure {
    int n = 0;
    int cell = 0;
    int seen = 0;
    int i = text.start;
    int after;
    while (true) {
      byte kind = 0;
      while (i < text.limit && (kind = kinds[text.buffer[i] & 0xFF]) == ByteKind.ORDINARY) {
        seen |= text.buffer[i++];
      }
      if (i == text.limit) {
        int offset = i - text.start;
        boolean filled = text.more();
        i = text.start + offset;
        if (filled) {
          continue;
        }
        after = i;
        break;
      }
      if (kind == ByteKind.DELIMITER) {
        if (delimiter.length > 1) {
          int offset = i - text.start;
          while (text.limit - text.start < offset + delimiter.length && text.more()) {
            // the whole delimiter must be there to be judged
          }
          i = text.start + offset;
          if (!delimiterAt(i)) {
            seen |= text.buffer[i++];
            continue;
          }
        }
        n = bound(n, cell, at(i));
        i += delimiter.length;
        cell = at(i);
      } else if (kind == ByteKind.LF) {
        after = i + 1;
        break;
      } else if (kind == ByteKind.CR) {
        int offset = i - text.start;
        boolean follows = i + 1 < text.limit || text.more();
        i = text.start + offset;
        after = follows && text.buffer[i + 1] == '\n' ? i + 2 : i + 1;
        break;
      } else {
        int close = at(i) == cell && quotesAreClean ? closingQuote(i) : -1;
        if (close < 0) {
          return false;
        }
        for (int k = i + 1; k < close; k++) {
          seen |= text.buffer[k];
        }
        n = bound(n, cell + 1, at(close));
        // the cell is bounded here; what follows is a delimiter or the end of the line
        i = close + 1;
        if (i < text.limit && kinds[text.buffer[i] & 0xFF] == ByteKind.DELIMITER) {
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
    text.moveTo(after, 1);
    return true;
  }

  /** Then the delimiter of this record may be longer than that of the others. */
  private boolean allStartWithSpace(int n) {
    for (int k = 2; k < n; k += 2) {
      if (bounds[k] == bounds[k + 1] || text.buffer[text.start + bounds[k]] != ' ') {
        return false;
      }
    }
    return true;
  }

  private int at(int i) {
    return i - text.start;
  }

  private int bound(int n, int from, int to) throws ReadFailure {
    if (n + 2 > bounds.length) {
      if (n / 2 >= limits.columns()) {
        throw text.tooManyCells();
      }
      bounds = Arrays.copyOf(bounds, n * 2);
    }
    bounds[n] = from;
    bounds[n + 1] = to;
    return n + 2;
  }

  private boolean delimiterAt(int i) {
    int end = i + delimiter.length;
    return end <= text.limit && Arrays.equals(text.buffer, i, end, delimiter, 0, delimiter.length);
  }

  /**
   * The closing quote of a cell that has no other quote and no line end, followed by its end; else
   * -1.
   */
  private int closingQuote(int open) {
    int i = open + 1;
    while (i < text.limit && kinds[text.buffer[i] & 0xFF] != ByteKind.QUOTE) {
      byte kind = kinds[text.buffer[i] & 0xFF];
      if (kind == ByteKind.LF || kind == ByteKind.CR) {
        return -1;
      }
      i++;
    }
    // near the end of the buffer the careful way decides
    if (i + delimiter.length >= text.limit) {
      return -1;
    }
    byte next = kinds[text.buffer[i + 1] & 0xFF];
    boolean ends =
        next == ByteKind.LF
            || next == ByteKind.CR
            || (next == ByteKind.DELIMITER && delimiterAt(i + 1));
    return ends ? i : -1;
  }

  private void emit(Row row, int n, int seen) {
    boolean ascii = seen >= 0;
    beyondAscii = !ascii;
    boolean foreign = !ascii && decoder.isForeign(text.buffer, text.start, recordEnd);
    for (int k = 0; k < n; k += 2) {
      row.add(
          decoder.decode(
              text.buffer, text.start + bounds[k], text.start + bounds[k + 1], ascii, foreign));
    }
    if (foreign) {
      row.issue(TextIssues.undecodable(row.line()));
    }
  }
}
