package nl.oogst.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import nl.oogst.model.IssueCode;

/**
 * The bytes of a text from the record at hand on, and where in the file that is. What comes later
 * is read when it is asked for; what came before is forgotten.
 */
final class TextWindow {
  private static final int SMALLEST = 1 << 17;

  private final String file;
  private final Content content;
  private final TextDecoder decoder;
  private final ReadLimits limits;
  private InputStream opened;
  private InputStream in;
  private boolean eof;
  private long line = 1;

  /** The byte of the file at which the buffer starts. */
  private long base;

  private TextMark watched;
  private long watchedFrom = Long.MAX_VALUE;
  private boolean met;

  // read for every byte of a file, so without methods between; only this class changes them
  byte[] buffer;

  /** Where in the buffer the record starts. */
  int start;

  /** Behind the last byte in the buffer. */
  int limit;

  /**
   * A window at the start of a text.
   *
   * @param content from which a text is opened again; null where nobody jumps
   * @param opened the stream that the input was opened on
   */
  TextWindow(String file, Content content, InputStream opened, TextInput input, ReadLimits limits) {
    this.file = file;
    this.content = content;
    this.decoder = input.decoder();
    this.limits = limits;
    this.opened = opened;
    this.in = input.rest();
    this.base = input.offset();
    buffer = Arrays.copyOf(input.head(), Math.max(SMALLEST, input.head().length));
    limit = input.head().length;
    eof = input.complete();
  }

  String file() {
    return file;
  }

  /** The line of the file at which the record starts. */
  long line() {
    return line;
  }

  /** The byte of the file at which the record starts. */
  long position() {
    return base + start;
  }

  /** Whether no record starts here. */
  boolean atEnd() throws ReadFailure {
    return start == limit && !more();
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

  /** Bytes of the record, cut out. */
  byte[] bytes(int from, int to) {
    return Arrays.copyOfRange(buffer, start + from, start + to);
  }

  /** Length of the line end at an offset; 0 at the end of the text. */
  int lineEnd(int offset) throws ReadFailure {
    int c = byteAt(offset);
    return c < 0 ? 0 : c == '\r' && byteAt(offset + 1) == '\n' ? 2 : 1;
  }

  /** Moves on to the record that starts at this place in the buffer, so many lines further. */
  void moveTo(int next, int lines) {
    start = next;
    line += lines;
    if (base + start >= watchedFrom) {
      met = new TextMark(base + start, line, decoder.state()).equals(watched);
      watchedFrom = Long.MAX_VALUE;
    }
  }

  /** Looks out for a mark. */
  void watch(TextMark mark) {
    watched = mark;
    watchedFrom = mark.offset();
  }

  /** Whether a record started at the mark that is looked out for, with all that it says. */
  boolean passed(TextMark mark) {
    return mark.equals(watched) && met;
  }

  /**
   * Reads more behind what is there; the record moves to the front. False at the end of the text.
   */
  boolean more() throws ReadFailure {
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

  /** Goes on at another place of the same text. */
  void jump(TextMark to) throws ReadFailure {
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

  ReadFailure tooManyCells() {
    return new ReadFailure(
        IssueCode.FILE_TOO_COMPLEX,
        file,
        "regel " + line + " heeft meer dan " + limits.columns() + " cellen");
  }

  void close() {
    Opener.closeQuietly(opened);
  }
}
