package nl.oogst.release;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/** A new file on the local disk, without Hadoop's file system and its checksum files. */
final class ParquetFile implements OutputFile {
  private static final int BUFFER = 64 * 1024;

  private final Path file;
  private final boolean ownerOnly;
  private Stream stream;

  ParquetFile(Path file, boolean ownerOnly) {
    this.file = file;
    this.ownerOnly = ownerOnly;
  }

  /** Bytes handed over so far. */
  long position() {
    return stream == null ? 0 : stream.position;
  }

  /** Removes the file, whatever is in it. */
  void discard() throws IOException {
    if (stream != null) {
      stream.channel.close();
    }
    Files.deleteIfExists(file);
  }

  @Override
  public PositionOutputStream create(long blockSizeHint) throws IOException {
    stream =
        new Stream(
            ownerOnly
                ? Owner.createFile(file)
                : FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    return stream;
  }

  @Override
  public PositionOutputStream createOrOverwrite(long blockSizeHint) throws IOException {
    return create(blockSizeHint);
  }

  @Override
  public boolean supportsBlockSize() {
    return false;
  }

  @Override
  public long defaultBlockSize() {
    return 0;
  }

  @Override
  public String getPath() {
    return file.toString();
  }

  private static final class Stream extends PositionOutputStream {
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private long position;

    Stream(FileChannel channel) {
      this.channel = channel;
    }

    @Override
    public long getPos() {
      return position;
    }

    @Override
    public void write(int b) throws IOException {
      if (!buffer.hasRemaining()) {
        drain();
      }
      buffer.put((byte) b);
      position++;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      position += length;
      if (length > buffer.remaining()) {
        drain();
      }
      if (length > buffer.capacity()) {
        writeAll(ByteBuffer.wrap(bytes, from, length));
      } else {
        buffer.put(bytes, from, length);
      }
    }

    @Override
    public void flush() throws IOException {
      drain();
    }

    @Override
    public void close() throws IOException {
      if (channel.isOpen()) {
        try (channel) {
          drain();
        }
      }
    }

    private void drain() throws IOException {
      buffer.flip();
      writeAll(buffer);
      buffer.clear();
    }

    private void writeAll(ByteBuffer bytes) throws IOException {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    }
  }
}
