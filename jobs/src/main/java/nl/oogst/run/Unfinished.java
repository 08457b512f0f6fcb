package nl.oogst.run;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import nl.oogst.release.Owner;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A file, for its owner only, that a run writes to keep something for a later one. Keeping is a
 * convenience: what cannot be written goes without a trace, and nothing here ever fails a run.
 */
final class Unfinished {
  private static final int BUFFER = 1 << 16;

  private final Path path;
  private final MessageDigest digest = DigestUtils.getSha256Digest();
  private DataOutputStream out;

  /** Something that is written to the file. */
  @FunctionalInterface
  interface Content {
    void to(DataOutputStream out) throws IOException;
  }

  /** Begins a new file; the folder above it is made. */
  Unfinished(Path path) {
    this.path = path;
    try {
      Owner.createFolders(path.getParent());
      out =
          new DataOutputStream(
              new DigestOutputStream(
                  new BufferedOutputStream(
                      Channels.newOutputStream(Owner.createFile(path)), BUFFER),
                  digest));
    } catch (IOException e) {
      drop();
    }
  }

  void write(Content content) {
    if (out == null) {
      return;
    }
    try {
      content.to(out);
    } catch (IOException e) {
      drop();
    }
  }

  /** The SHA-256 of all that was written; asked for once. */
  byte[] sha256() {
    return digest.digest();
  }

  /** Whether it is there, with everything in it. */
  boolean finish() {
    write(DataOutputStream::close);
    boolean whole = out != null;
    out = null;
    return whole;
  }

  /** Gives it up; nothing of it stays. */
  void drop() {
    try {
      if (out != null) {
        DataOutputStream open = out;
        out = null;
        open.close();
      }
    } catch (IOException e) {
      // a full disk: the file goes all the same
    }
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      // the next run that ends well removes it
    }
  }
}
