package nl.oogst.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Cuts a large delimited text into parts that several tasks read side by side.
 *
 * <p>A cut is a guess: where rows that look like those of a table follow each other. Whether it was
 * right is known when the part before it was read, which must end there exactly ({@link
 * PartSource#isRegular}): the first part starts where the text does, so if each part ends where the
 * next one starts, all of them were read as the text is. What a part cannot know by itself, its
 * first line and the character set that an earlier row decided, is counted beforehand.
 */
public final class TextParts {
  private static final int ROWS = 24;
  private static final int TRIES = 60;
  private static final int LONGEST_LINE = 1 << 20;
  private static final int BUFFER = 1 << 16;

  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = ONES << 7;
  private static final long OTHERS = ~HIGHS;
  private static final long LFS = ONES * '\n';
  private static final long CRS = ONES * '\r';

  private TextParts() {}

  /**
   * What stands between two cuts.
   *
   * @param lines how many lines end there
   * @param beyondAscii the place of the first byte that is not ASCII, or -1
   */
  public record Stretch(long lines, long beyondAscii) implements Serializable {}

  /**
   * Places to cut a file at, in order; none when it is no text that can be cut.
   *
   * @param every about how many bytes a part has
   */
  public static List<Long> cuts(
      Path file, String name, Function<String, DialectHint> hints, long bytes, long every) {
    List<Long> cuts = new ArrayList<>();
    Content content = new Content.OnDisk(file);
    try {
      if (FileKind.of(content, name) != FileKind.TEXT) {
        return cuts;
      }
      DialectHint given = hints.apply(name);
      DialectHint hint = given == null ? DialectHint.NONE : given;
      TextRecords records = Opener.records(content, name, hint, ReadLimits.DEFAULT);
      try {
        FramedSource source = new FramedSource(records, hint);
        if (!records.isPlain() || source.next() == null) {
          return cuts;
        }
        long last = records.position();
        for (long at = every; at < bytes; at += every) {
          long cut = at > last ? cut(content, records, at) : -1;
          if (cut > last) {
            cuts.add(cut);
            last = cut;
          }
        }
      } finally {
        records.close();
      }
    } catch (IOException | RuntimeException e) {
      // whoever reads it as a whole meets the same, and says so
      cuts.clear();
    }
    return cuts;
  }

  /** The end of the first of several alike rows from a place on; -1 when there are none near. */
  private static long cut(Content content, TextRecords records, long from) throws IOException {
    long line = from;
    for (int i = 0; i < TRIES; i++) {
      line = nextLine(content, line);
      if (line < 0) {
        return -1;
      }
      long cut = rows(records, line);
      if (cut > 0) {
        return cut;
      }
    }
    return -1;
  }

  private static long rows(TextRecords records, long from) throws ReadFailure {
    records.jump(new TextMark(from, 1, StandardCharsets.UTF_8.name()));
    Row row = new Row();
    long cut = -1;
    int width = 0;
    for (int i = 0; i < ROWS; i++) {
      if (!records.next(row) || row.kind() != RowKind.DATA || !row.hasSeveral()) {
        return -1;
      }
      if (i == 0) {
        cut = records.position();
        width = row.size();
      } else if (row.size() != width) {
        return -1;
      }
    }
    return cut;
  }

  /** Where the line after the one at a place starts; -1 when there is none near. */
  private static long nextLine(Content content, long from) throws IOException {
    try (InputStream in = content.open(from)) {
      byte[] bytes = in.readNBytes(BUFFER);
      long passed = 0;
      while (bytes.length > 0 && passed < LONGEST_LINE) {
        for (int i = 0; i < bytes.length; i++) {
          if (bytes[i] == '\n') {
            return from + passed + i + 1;
          }
          if (bytes[i] == '\r') {
            int next = i + 1 < bytes.length ? bytes[i + 1] : in.read();
            return from + passed + i + (next == '\n' ? 2 : 1);
          }
        }
        passed += bytes.length;
        bytes = in.readNBytes(BUFFER);
      }
    }
    return -1;
  }

  /** Counts between two cuts, or from the last one to the end. */
  public static Stretch count(Path file, long from, long to) throws IOException {
    byte[] buffer = new byte[BUFFER];
    ByteBuffer words = ByteBuffer.wrap(buffer).order(ByteOrder.LITTLE_ENDIAN);
    long lines = 0;
    long beyond = -1;
    boolean afterCr = false;
    long at = from;
    try (InputStream in = new Content.OnDisk(file).open(from)) {
      while (at < to) {
        int n = in.readNBytes(buffer, 0, (int) Math.min(BUFFER, to - at));
        if (n == 0) {
          break;
        }
        int i = 0;
        while (i < n) {
          long word = i + 8 <= n ? words.getLong(i) : -1;
          boolean plain = (word & HIGHS) == 0 && !afterCr && equalBytes(word, CRS) == 0;
          if (plain) {
            lines += Long.bitCount(equalBytes(word, LFS));
            i += 8;
            continue;
          }
          for (int end = Math.min(n, i + 8); i < end; i++) {
            byte b = buffer[i];
            beyond = b < 0 && beyond < 0 ? at + i : beyond;
            // a line feed behind a carriage return ends no further line
            lines += b == '\r' || (b == '\n' && !afterCr) ? 1 : 0;
            afterCr = b == '\r';
          }
        }
        at += n;
      }
    }
    return new Stretch(lines, beyond);
  }

  /** The high bit of each byte of an ASCII word that equals that of another. */
  private static long equalBytes(long word, long other) {
    return ~((word ^ other) + OTHERS) & HIGHS;
  }

  /**
   * The parts between cuts.
   *
   * @param cuts as {@link #cuts} gave them; at least one
   * @param stretches what stands before the first of them, between them and behind the last
   */
  public static List<TextPart> parts(
      Path file,
      String name,
      Function<String, DialectHint> hints,
      List<Long> cuts,
      List<Stretch> stretches)
      throws IOException {
    Content content = new Content.OnDisk(file);
    DialectHint given = hints.apply(name);
    DialectHint hint = given == null ? DialectHint.NONE : given;
    String charset;
    try (InputStream in = content.open()) {
      charset = TextInput.open(in, hint).decoder().state();
    }
    List<TextPart> parts = new ArrayList<>();
    TextMark from = null;
    long line = 1;
    for (int i = 0; i < cuts.size(); i++) {
      Stretch stretch = stretches.get(i);
      line += stretch.lines();
      if (charset == null && stretch.beyondAscii() >= 0) {
        charset = decided(content, stretch.beyondAscii());
      }
      TextMark to = new TextMark(cuts.get(i), line, charset);
      parts.add(new TextPart(i, from, to));
      from = to;
    }
    parts.add(new TextPart(cuts.size(), from, null));
    return parts;
  }

  /** What the first line with bytes beyond ASCII makes of the text, if it is a record. */
  private static String decided(Content content, long at) throws IOException {
    long from = Math.max(0, at - BUFFER);
    try (InputStream in = content.open(from)) {
      byte[] around = in.readNBytes(2 * BUFFER);
      int start = (int) (at - from);
      int end = start;
      while (start > 0 && around[start - 1] != '\n' && around[start - 1] != '\r') {
        start--;
      }
      while (end < around.length && around[end] != '\n' && around[end] != '\r') {
        end++;
      }
      boolean utf8 = TextDecoder.isUtf8(around, start, end);
      return (utf8 ? StandardCharsets.UTF_8 : TextDecoder.WINDOWS_1252).name();
    }
  }
}
