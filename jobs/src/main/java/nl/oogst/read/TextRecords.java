package nl.oogst.read;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import nl.oogst.read.Sniffer.Sniffed;

/**
 * Records of delimited text, straight from bytes: {@link CleanRecords} takes those that need no
 * care, {@link OddRecords} the others.
 */
final class TextRecords implements Records {
  private final TextWindow text;
  private final TextDecoder decoder;
  private final List<Decision> decisions = new ArrayList<>();
  private final Dialect dialect;
  private final CleanRecords clean;
  private final OddRecords odd;
  private final byte[] comment;
  private final boolean skipSpace;
  private boolean sepLine;

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
    text = new TextWindow(file, content, in, input, limits);
    decoder = input.decoder();
    Sniffed sniffed = Sniffer.sniff(input.headText(), input.complete(), hint);
    TextFormat format = sniffed.format();
    format = format.quote() < 128 ? format : new TextFormat(format.delimiter(), (char) 0);
    decisions.add(input.decision());
    decisions.addAll(sniffed.decisions());
    dialect = Dialect.of(input.encoding(), format, sniffed.lineEnd(), hint.commentChar());
    comment =
        hint.commentChar() == null
            ? new byte[0]
            : hint.commentChar().getBytes(StandardCharsets.US_ASCII);
    skipSpace = format.skipSpace();
    sepLine = sniffed.sepLine();
    odd = new OddRecords(text, decoder, format, limits, decisions);
    odd.expect(sniffed.width(), new int[0]);
    clean = new CleanRecords(text, decoder, format, odd, limits);
  }

  @Override
  public Origin origin() {
    return new Origin(text.file(), null, Format.DELIMITED, dialect, false);
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
    text.close();
  }

  @Override
  public long position() {
    return text.position();
  }

  @Override
  public void jump(TextMark to) throws ReadFailure {
    text.jump(to);
  }

  /** Looks out for a mark. */
  void watch(TextMark mark) {
    text.watch(mark);
  }

  @Override
  public boolean passed(TextMark mark) {
    return text.passed(mark);
  }

  @Override
  public boolean isPlain() {
    return odd.isPlain() && decoder.isDirect();
  }

  @Override
  public boolean next(Row row) throws ReadFailure {
    if (text.atEnd()) {
      return false;
    }
    row.clear(text.line());
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
    boolean mayReplace;
    if (!skipSpace && clean.next(row)) {
      mayReplace = clean.beyondAscii();
    } else {
      row.clear(text.line());
      odd.next(row);
      mayReplace = true;
    }
    if (mayReplace && decoder.mayReplace()) {
      TextIssues.reportReplaced(row);
    }
    return true;
  }

  private boolean isComment() throws ReadFailure {
    for (int i = 0; i < comment.length; i++) {
      if (text.byteAt(i) != comment[i]) {
        return false;
      }
    }
    return true;
  }
}
