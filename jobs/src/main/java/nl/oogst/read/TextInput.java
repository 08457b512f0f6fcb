package nl.oogst.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A text as bytes of a character set that contains ASCII, its first part looked at beforehand. */
final class TextInput {
  /** How much of a text is looked at before a word of it is read. */
  static final int HEAD = 64 << 10;

  private final byte[] head;
  private final int offset;
  private final boolean complete;
  private final InputStream rest;
  private final TextDecoder decoder;
  private final Decision decision;
  private final String encoding;

  private TextInput(
      byte[] head,
      int offset,
      boolean complete,
      InputStream rest,
      TextDecoder decoder,
      Decision decision) {
    this.head = head;
    this.offset = offset;
    this.complete = complete;
    this.rest = rest;
    this.decoder = decoder;
    this.decision = decision;
    this.encoding = decision.chosen();
  }

  static TextInput open(InputStream in, DialectHint hint) throws IOException {
    byte[] head = in.readNBytes(HEAD);
    boolean complete = head.length < HEAD;
    Encodings.Found found = Encodings.find(head, head.length, complete, hint.encoding());
    Charset charset = found.charset();
    Decision decision = new Decision("encoding", charset.name(), found.reason());
    byte[] text = Arrays.copyOfRange(head, found.bomLength(), head.length);
    if (TextDecoder.isSupported(charset)) {
      return new TextInput(
          text,
          found.bomLength(),
          complete,
          in,
          new TextDecoder(charset, found.undecided(), false),
          decision);
    }
    InputStream utf8 =
        new Utf8Stream(
            new InputStreamReader(
                new java.io.SequenceInputStream(new java.io.ByteArrayInputStream(text), in),
                charset));
    byte[] start = utf8.readNBytes(HEAD);
    return new TextInput(
        start,
        0,
        start.length < HEAD,
        utf8,
        new TextDecoder(StandardCharsets.UTF_8, false, true),
        decision);
  }

  byte[] head() {
    return head;
  }

  /** Where the head starts in the file: behind a byte order mark. */
  int offset() {
    return offset;
  }

  /** Whether the head is all there is. */
  boolean complete() {
    return complete;
  }

  InputStream rest() {
    return rest;
  }

  TextDecoder decoder() {
    return decoder;
  }

  Decision decision() {
    return decision;
  }

  String encoding() {
    return encoding;
  }

  /** The head as text; a character cut in two at its end may come out wrong. */
  String headText() {
    Charset charset = decoder.charset();
    return new String(head, charset);
  }

  /** Characters as UTF-8 bytes. */
  private static final class Utf8Stream extends InputStream {
    private final Reader reader;
    private final char[] chars = new char[8192];
    private byte[] bytes = new byte[0];
    private int at;
    private int pending;

    Utf8Stream(Reader reader) {
      this.reader = reader;
    }

    private boolean fill() throws IOException {
      int n = reader.read(chars, pending, chars.length - pending);
      if (n < 0) {
        if (pending == 0) {
          return false;
        }
        n = 0;
      }
      int length = pending + n;
      boolean split = n > 0 && Character.isHighSurrogate(chars[length - 1]);
      int whole = split ? length - 1 : length;
      bytes = new String(chars, 0, whole).getBytes(StandardCharsets.UTF_8);
      pending = length - whole;
      if (pending == 1) {
        chars[0] = chars[length - 1];
      }
      at = 0;
      return bytes.length > 0 || fill();
    }

    @Override
    public int read() throws IOException {
      return at < bytes.length || fill() ? bytes[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      if (at == bytes.length && !fill()) {
        return -1;
      }
      int n = Math.min(length, bytes.length - at);
      System.arraycopy(bytes, at, to, offset, n);
      at += n;
      return n;
    }

    @Override
    public void close() throws IOException {
      reader.close();
    }
  }
}
