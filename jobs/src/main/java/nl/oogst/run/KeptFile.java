package nl.oogst.run;

import com.github.luben.zstd.Zstd;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import nl.oogst.resolve.ByteWriter;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * What one file yielded, on disk: its pages, its report, and the SHA-256 of all of it. It appears
 * whole or not at all, and is trusted only while it is as it was written.
 *
 * <pre>
 *   a number of times:  bytes unpacked, bytes packed (4 bytes each), the page packed with Zstandard
 *   at the end:         0, bytes of the report, the report, SHA-256 of everything before it
 * </pre>
 */
final class KeptFile {
  private static final int DIGEST = 32;
  private static final int BUFFER = 1 << 16;
  private static final int QUICK = 1;

  private final Path path;
  private final boolean room;

  /**
   * An entry that may be there.
   *
   * @param room whether it may be written when it is not
   */
  KeptFile(Path path, boolean room) {
    this.path = path;
    this.room = room;
  }

  Path path() {
    return path;
  }

  /** Whether it is there, each byte as it was written. */
  boolean whole() {
    MessageDigest digest = DigestUtils.getSha256Digest();
    try (InputStream in = Files.newInputStream(path)) {
      long left = Files.size(path) - DIGEST;
      byte[] buffer = new byte[BUFFER];
      while (left > 0) {
        int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (read < 0) {
          return false;
        }
        digest.update(buffer, 0, read);
        left -= read;
      }
      return left == 0 && MessageDigest.isEqual(digest.digest(), in.readNBytes(DIGEST));
    } catch (IOException e) {
      return false;
    }
  }

  Pages open() throws IOException {
    return new Pages(new DataInputStream(new BufferedInputStream(Files.newInputStream(path))));
  }

  /** The pages in their order, then the report. */
  static final class Pages implements Closeable {
    private final DataInputStream in;
    private byte[] report;

    private Pages(DataInputStream in) {
      this.in = in;
    }

    /** The next page, or null when there are no more. */
    byte[] next() throws IOException {
      int unpacked = in.readInt();
      byte[] bytes = in.readNBytes(in.readInt());
      if (unpacked > 0) {
        return Zstd.decompress(bytes, unpacked);
      }
      report = bytes;
      return null;
    }

    /** The report; null while there are pages left. */
    byte[] report() {
      return report;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }

  /** Begins to write it; what cannot be written is not kept, and a run goes on without. */
  Writer begin() {
    if (!room) {
      return Writer.NONE;
    }
    // two tasks may read the same content at the same moment, on two machines even
    String task = ProcessHandle.current().pid() + "-" + id() + "-" + System.nanoTime();
    Path part = path.resolveSibling(path.getFileName() + "." + task + Kept.PART);
    return new ToDisk(part, path);
  }

  @SuppressWarnings("deprecation") // Thread.threadId() came after Java 17
  private static long id() {
    return Thread.currentThread().getId();
  }

  /** Takes what a file yields. Keeping is a convenience: nothing here ever fails a run. */
  interface Writer {
    /** Keeps nothing. */
    Writer NONE =
        new Writer() {
          @Override
          public void page(byte[] page) {
            // not kept
          }

          @Override
          public void finish(FileReport report) {
            // not kept
          }

          @Override
          public void drop() {
            // nothing to drop
          }
        };

    void page(byte[] page);

    /** The file was read to its end and is not refused. */
    void finish(FileReport report);

    /** The file is refused: nothing of it is kept. */
    void drop();
  }

  private static final class ToDisk implements Writer {
    private final Path part;
    private final Path path;
    private final Unfinished file;

    ToDisk(Path part, Path path) {
      this.part = part;
      this.path = path;
      this.file = new Unfinished(part);
    }

    @Override
    public void page(byte[] page) {
      file.write(
          out -> {
            byte[] packed = Zstd.compress(page, QUICK);
            out.writeInt(page.length);
            out.writeInt(packed.length);
            out.write(packed);
          });
    }

    @Override
    public void finish(FileReport report) {
      file.write(
          out -> {
            ByteWriter packed = new ByteWriter();
            report.write(packed);
            out.writeInt(0);
            out.writeInt(packed.size());
            out.write(packed.toBytes());
            out.write(file.sha256());
          });
      if (!file.finish()) {
        return;
      }
      try {
        Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        drop();
      }
    }

    @Override
    public void drop() {
      file.drop();
    }
  }
}
