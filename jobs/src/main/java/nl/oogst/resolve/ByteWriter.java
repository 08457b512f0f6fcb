package nl.oogst.resolve;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Packs values into few bytes, so that millions of records can be moved and sorted cheaply. */
public final class ByteWriter {
  private byte[] bytes;
  private int size;

  public ByteWriter() {
    this(32);
  }

  ByteWriter(int capacity) {
    bytes = new byte[capacity];
  }

  public int size() {
    return size;
  }

  public ByteWriter putByte(int value) {
    ensure(1);
    bytes[size++] = (byte) value;
    return this;
  }

  /** A number, short when it is near zero on either side. */
  public ByteWriter putLong(long value) {
    ensure(10);
    long rest = (value << 1) ^ (value >> 63);
    while ((rest & ~0x7FL) != 0) {
      bytes[size++] = (byte) ((rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
    return this;
  }

  /** A text, or null. */
  public ByteWriter putText(String value) {
    if (value == null) {
      return putLong(-1);
    }
    byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
    putLong(encoded.length);
    return putBytes(encoded);
  }

  /** Bytes as they are, without their number. */
  public ByteWriter putBytes(byte[] value) {
    return putBytes(value, 0, value.length);
  }

  ByteWriter putBytes(byte[] value, int from, int length) {
    ensure(length);
    System.arraycopy(value, from, bytes, size, length);
    size += length;
    return this;
  }

  /** What another one holds, with its length before it. */
  public ByteWriter putSized(ByteWriter other) {
    return putLong(other.size).putBytes(other.bytes, 0, other.size);
  }

  private void ensure(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }

  public byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }
}
