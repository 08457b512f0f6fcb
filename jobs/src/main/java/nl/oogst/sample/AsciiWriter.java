package nl.oogst.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Collects ASCII text in a buffer of bytes. */
final class AsciiWriter implements AutoCloseable {
  private final OutputStream out;
  private final byte[] buffer = new byte[1 << 16];
  private int size;

  AsciiWriter(OutputStream out) {
    this.out = out;
  }

  AsciiWriter add(byte[] text) throws IOException {
    if (size + text.length > buffer.length) {
      flush();
    }
    System.arraycopy(text, 0, buffer, size, text.length);
    size += text.length;
    return this;
  }

  AsciiWriter add(char c) throws IOException {
    if (size == buffer.length) {
      flush();
    }
    buffer[size++] = (byte) c;
    return this;
  }

  /** A number of at least this many digits. */
  AsciiWriter add(long number, int digits) throws IOException {
    long power = 1;
    int length = 1;
    while (length < digits || number / power >= 10) {
      power *= 10;
      length++;
    }
    for (; power > 0; power /= 10) {
      add((char) ('0' + number / power % 10));
    }
    return this;
  }

  private void flush() throws IOException {
    out.write(buffer, 0, size);
    size = 0;
  }

  @Override
  public void close() throws IOException {
    flush();
    out.close();
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
