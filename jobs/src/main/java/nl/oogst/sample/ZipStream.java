package nl.oogst.sample;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * A zip that is written as its entries come, however large they are: sizes stand after each entry.
 * As {@link Archives}, it has fixed times and our own compression.
 */
final class ZipStream implements Closeable {
  private static final int BLOCK = 1 << 20;

  /** Tables repeat themselves: looking further finds little more and takes twice the time. */
  private static final int TRIES = 8;

  /** Sizes after the data, names in UTF-8. */
  private static final int FLAGS = 0x0808;

  private final OutputStream out;
  private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
  private int entries;
  private long written;

  ZipStream(OutputStream out) {
    this.out = out;
  }

  /** Begins an entry; closing what comes back ends it, and only then the next one may begin. */
  OutputStream entry(String name) throws IOException {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    long offset = written;
    var header = new ByteArrayOutputStream();
    Archives.little(header, 0x04034b50, 4);
    Archives.header(header, FLAGS, 0, 0, 0, bytes.length);
    header.writeBytes(bytes);
    write(header.toByteArray(), 0, header.size());
    return new Entry(bytes, offset);
  }

  private void write(byte[] bytes, int from, int length) throws IOException {
    out.write(bytes, from, length);
    written += length;
  }

  private final class Entry extends OutputStream {
    private final byte[] name;
    private final long offset;
    private final long start;
    private final CRC32 crc = new CRC32();
    private final byte[] block = new byte[BLOCK];
    private final Deflate deflate = new Deflate(ZipStream.this::write, BLOCK, TRIES);
    private int filled;
    private long size;

    Entry(byte[] name, long offset) {
      this.name = name;
      this.offset = offset;
      this.start = written;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      crc.update(bytes, from, length);
      size += length;
      int at = from;
      while (at < from + length) {
        int taken = Math.min(from + length - at, BLOCK - filled);
        System.arraycopy(bytes, at, block, filled, taken);
        at += taken;
        filled += taken;
        if (filled == BLOCK) {
          deflate.block(block, filled, false);
          filled = 0;
        }
      }
    }

    @Override
    public void close() throws IOException {
      deflate.block(block, filled, true);
      long packed = written - start;
      if (size > 0xFFFFFFFFL || written > 0xFFFFFFFFL) {
        throw new IOException("a workbook of more than 4 GB");
      }
      var sizes = new ByteArrayOutputStream();
      Archives.little(sizes, 0x08074b50, 4);
      Archives.little(sizes, crc.getValue(), 4);
      Archives.little(sizes, packed, 4);
      Archives.little(sizes, size, 4);
      ZipStream.this.write(sizes.toByteArray(), 0, sizes.size());
      Archives.listed(directory, FLAGS, crc.getValue(), packed, size, offset, name);
      entries++;
    }
  }

  @Override
  public void close() throws IOException {
    long start = written;
    Archives.end(directory, entries, start);
    write(directory.toByteArray(), 0, directory.size());
    out.close();
  }
}
