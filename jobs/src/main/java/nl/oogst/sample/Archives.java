package nl.oogst.sample;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Zip and gzip with fixed times and our own compression, so that bytes are the same everywhere. */
final class Archives {
  /** 1 January 2018, midnight, as MS-DOS writes a date. */
  private static final int DOS_DATE = (2018 - 1980) << 9 | 1 << 5 | 1;

  private static final int UTF_8_NAMES = 0x0800;

  /** Size of the record at the very end, without a comment. */
  private static final int END_SIZE = 22;

  private Archives() {}

  static byte[] zip(Map<String, byte[]> entries) {
    var out = new ByteArrayOutputStream();
    var directory = new ByteArrayOutputStream();
    for (var entry : entries.entrySet()) {
      byte[] name = entry.getKey().getBytes(StandardCharsets.UTF_8);
      byte[] data = entry.getValue();
      byte[] packed = Deflate.compress(data);
      int offset = out.size();
      little(out, 0x04034b50, 4);
      header(out, UTF_8_NAMES, crc(data), packed.length, data.length, name.length);
      out.writeBytes(name);
      out.writeBytes(packed);
      listed(directory, UTF_8_NAMES, crc(data), packed.length, data.length, offset, name);
    }
    end(directory, entries.size(), out.size());
    out.writeBytes(directory.toByteArray());
    return out.toByteArray();
  }

  /** What stands before an entry, after its mark, and in the directory as well. */
  static void header(
      ByteArrayOutputStream out, int flags, long crc, long packed, long size, int nameLength) {
    little(out, 20, 2); // version needed
    little(out, flags, 2);
    little(out, 8, 2); // deflated
    little(out, 0, 2);
    little(out, DOS_DATE, 2);
    little(out, crc, 4);
    little(out, packed, 4);
    little(out, size, 4);
    little(out, nameLength, 2);
    little(out, 0, 2);
  }

  /** An entry in the directory. */
  static void listed(
      ByteArrayOutputStream directory,
      int flags,
      long crc,
      long packed,
      long size,
      long offset,
      byte[] name) {
    little(directory, 0x02014b50, 4);
    little(directory, 20, 2);
    header(directory, flags, crc, packed, size, name.length);
    little(directory, 0, 2); // comment
    little(directory, 0, 2); // disk
    little(directory, 0, 2); // internal attributes
    little(directory, 0, 4); // external attributes
    little(directory, offset, 4);
    directory.writeBytes(name);
  }

  /** Ends the directory. */
  static void end(ByteArrayOutputStream directory, int entries, long start) {
    int size = directory.size();
    little(directory, 0x06054b50, 4);
    little(directory, 0, 4);
    little(directory, entries, 2);
    little(directory, entries, 2);
    little(directory, size, 4);
    little(directory, start, 4);
    little(directory, 0, 2);
  }

  static byte[] gzip(byte[] data) {
    var out = new ByteArrayOutputStream();
    little(out, 0x00088b1f, 4);
    little(out, 0, 4); // no time
    little(out, 0xff00, 2); // no flags, unknown system
    out.writeBytes(Deflate.compress(data));
    little(out, crc(data), 4);
    little(out, data.length, 4);
    return out.toByteArray();
  }

  /**
   * The entries of a zip in the order of its directory. Read from there, not from the start: the
   * workbook writer leaves the sizes out of the local headers.
   */
  static Map<String, byte[]> entries(byte[] zip) {
    var in = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    int end = zip.length - END_SIZE;
    int count = in.getShort(end + 10);
    int at = in.getInt(end + 16);
    var entries = new LinkedHashMap<String, byte[]>();
    for (int i = 0; i < count; i++) {
      int packed = in.getInt(at + 20);
      int size = in.getInt(at + 24);
      int nameLength = in.getShort(at + 28);
      int local = in.getInt(at + 42);
      int data = local + 30 + in.getShort(local + 26) + in.getShort(local + 28);
      String name = new String(zip, at + 46, nameLength, StandardCharsets.UTF_8);
      entries.put(name, inflate(zip, data, packed, size));
      at += 46 + nameLength + in.getShort(at + 30) + in.getShort(at + 32);
    }
    return entries;
  }

  private static byte[] inflate(byte[] zip, int from, int packed, int size) {
    var inflater = new Inflater(true);
    try {
      inflater.setInput(zip, from, packed);
      byte[] data = new byte[size];
      int at = 0;
      while (at < size) {
        int read = inflater.inflate(data, at, size - at);
        if (read == 0) {
          throw new IllegalStateException("zip entry ends after " + at + " of " + size);
        }
        at += read;
      }
      return data;
    } catch (DataFormatException e) {
      throw new IllegalStateException("zip entry cannot be unpacked", e);
    } finally {
      inflater.end();
    }
  }

  private static long crc(byte[] data) {
    var crc = new CRC32();
    crc.update(data);
    return crc.getValue();
  }

  static void little(ByteArrayOutputStream out, long value, int bytes) {
    for (int i = 0; i < bytes; i++) {
      out.write((int) (value >>> (8 * i)) & 0xFF);
    }
  }
}
