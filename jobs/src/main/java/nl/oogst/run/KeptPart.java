package nl.oogst.run;

import com.github.luben.zstd.Zstd;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import nl.oogst.release.Owner;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;

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

  /** Writes a part. Keeping is a convenience: what cannot be written is not kept. */
  static final class Writer {
    private final String name;
    private final Path path;
    private final MessageDigest digest = DigestUtils.getSha256Digest();
    private DataOutputStream out;

    /**
     * Begins a part.
     *
     * @param name below the folder; of nobody else, now or later
     */
    Writer(Path folder, String name) {
      this.name = name;
      this.path = folder.resolve(name);
      try {
        Owner.createFolders(path.getParent());
        out =
            new DataOutputStream(
                new BufferedOutputStream(
                    new DigestOutputStream(
                        Channels.newOutputStream(Owner.createFile(path)), digest),
                    BUFFER));
      } catch (IOException e) {
        drop();
      }
    }

    void pack(byte[] pack) {
      if (out == null) {
        return;
      }
      try {
        byte[] packed = Zstd.compress(pack, QUICK);
        out.writeByte(Packs.kind(pack));
        out.writeInt(pack.length);
        out.writeInt(packed.length);
        out.write(packed);
      } catch (IOException e) {
        drop();
      }
    }

    /** The finished part, or null when it could not be written. */
    KeptPart finish() {
      if (out == null) {
        return null;
      }
      try {
        out.close();
        out = null;
        return new KeptPart(name, Files.size(path), Hex.encodeHexString(digest.digest()));
      } catch (IOException e) {
        drop();
        return null;
      }
    }

    private void drop() {
      try {
        if (out != null) {
          DataOutputStream open = out;
          out = null;
          open.close();
        }
      } catch (IOException e) {
        // a full disk: the part goes all the same
      }
      try {
        Files.deleteIfExists(path);
      } catch (IOException e) {
        // the next run removes it
      }
    }
  }
}
