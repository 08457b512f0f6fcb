package nl.oogst.run;

import com.github.luben.zstd.Zstd;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import org.apache.commons.codec.binary.Hex;

/**
 * A file of packs: what one task resolved of one proeftuin. It counts only once an entry names it
 * with its SHA-256.
 *
 * <pre>
 *   a number of times:  kind (1 byte), bytes unpacked, bytes packed (4 bytes each), the pack
 * </pre>
 *
 * @param file below the folder of what is kept
 */
record KeptPart(String file, long bytes, String sha256) implements Serializable {
  private static final int BUFFER = 1 << 16;
  private static final int QUICK = 1;

  /** Whether it is there, each byte as it was written. */
  boolean whole(Path folder) {
    Path path = folder.resolve(file);
    try {
      return Files.size(path) == bytes && Digests.ofFile(path).equals(sha256);
    } catch (IOException e) {
      return false;
    }
  }

  /** Its packs of some kinds; the others are passed over. */
  static Iterator<byte[]> packs(Path path, Set<Character> kinds) {
    return new Packed(path, kinds);
  }

  private static final class Packed implements Iterator<byte[]> {
    private final Set<Character> kinds;
    private final DataInputStream in;
    private byte[] next;

    Packed(Path path, Set<Character> kinds) {
      this.kinds = kinds;
      try {
        in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path), BUFFER));
      } catch (IOException e) {
        throw failure(e);
      }
      next = advance();
    }

    private byte[] advance() {
      try {
        for (int kind = in.read(); kind >= 0; kind = in.read()) {
          int unpacked = in.readInt();
          int packed = in.readInt();
          if (kinds.contains((char) kind)) {
            return Zstd.decompress(in.readNBytes(packed), unpacked);
          }
          skip(in, packed);
        }
        in.close();
        return null;
      } catch (IOException e) {
        throw failure(e);
      }
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public byte[] next() {
      if (next == null) {
        throw new NoSuchElementException();
      }
      byte[] pack = next;
      next = advance();
      return pack;
    }
  }

  private static void skip(InputStream in, int bytes) throws IOException {
    for (long left = bytes; left > 0; ) {
      long skipped = in.skip(left);
      if (skipped <= 0) {
        throw new EOFException();
      }
      left -= skipped;
    }
  }

  /** It was whole a moment ago, and nothing removes it while this run has the lock. */
  private static UncheckedIOException failure(IOException e) {
    return new UncheckedIOException("what was kept of an earlier run cannot be read", e);
  }

  /** Writes a part; what cannot be written is not kept. */
  static final class Writer {
    private final String name;
    private final Path path;
    private final Unfinished file;

    /**
     * Begins a part.
     *
     * @param name below the folder; of nobody else, now or later
     */
    Writer(Path folder, String name) {
      this.name = name;
      this.path = folder.resolve(name);
      this.file = new Unfinished(path);
    }

    void pack(byte[] pack) {
      file.write(
          out -> {
            byte[] packed = Zstd.compress(pack, QUICK);
            out.writeByte(Packs.kind(pack));
            out.writeInt(pack.length);
            out.writeInt(packed.length);
            out.write(packed);
          });
    }

    /** The finished part, or null when it could not be written. */
    KeptPart finish() {
      if (!file.finish()) {
        return null;
      }
      try {
        return new KeptPart(name, Files.size(path), Hex.encodeHexString(file.sha256()));
      } catch (IOException e) {
        file.drop();
        return null;
      }
    }
  }
}
