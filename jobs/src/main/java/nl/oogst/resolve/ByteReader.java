package nl.oogst.resolve;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads what {@link ByteWriter} wrote, in the same order. */
public final class ByteReader {
  private final byte[] bytes;
  private int position;

  public ByteReader(byte[] bytes) {
    this.bytes = bytes;
  }

  public boolean hasMore() {
    return position < bytes.length;
  }

  public int readByte() {
    return bytes[position++];
  }

  public long readLong() {
    byte next = bytes[position++];
    long value = next & 0x7F;
    for (int shift = 7; next < 0; shift += 7) {
      next = bytes[position++];
      value |= (long) (next & 0x7F) << shift;
    }
    return (value >>> 1) ^ -(value & 1);
  }

  public int readInt() {
    return (int) readLong();
  }

  /** Bytes as they are. */
  public byte[] readBytes(int length) {
    byte[] value = Arrays.copyOfRange(bytes, position, position + length);
    position += length;
    return value;
  }

  /** Passes over bytes. */
  public void skip(int length) {
    position += length;
  }

  /** All bytes that are left, as they are. */
  public byte[] readRest() {
    return readBytes(bytes.length - position);
  }

  /** Appends bytes as they are to others. */
  public void copy(int length, ByteWriter to) {
    to.putBytes(bytes, position, length);
    position += length;
  }

  /** A text, or null. */
  public String readText() {
    int length = readInt();
    if (length < 0) {
      return null;
    }
    String text = new String(bytes, position, length, StandardCharsets.UTF_8);
    position += length;
    return text;
  }
}
