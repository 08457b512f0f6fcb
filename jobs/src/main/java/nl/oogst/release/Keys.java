package nl.oogst.release;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import nl.oogst.model.SchemaMistake;

/**
 * The secret keys: 32 bytes, in a file of 64 hexadecimal characters. No message and no text form
 * ever holds one.
 */
public final class Keys {
  private static final int BYTES = 32;
  private static final int MOST_TO_READ = 1024;
  private static final String DISCLOSURE = "disclosure.key";

  /** A key that was read, and what its owner should know about its file, if anything. */
  public static final class Key {
    private final byte[] bytes;
    private final String warning;

    private Key(byte[] bytes, String warning) {
      this.bytes = bytes;
      this.warning = warning;
    }

    /** A copy of the secret. */
    public byte[] bytes() {
      return bytes.clone();
    }

    /** One line, when others than the owner can read the file. */
    public Optional<String> warning() {
      return Optional.ofNullable(warning);
    }

    @Override
    public String toString() {
      return "a secret key";
    }
  }

  private Keys() {}

  /**
   * Reads a key file; white space around the characters does not matter.
   *
   * @throws SchemaMistake in one line, when it is missing, unreadable or no key
   */
  public static Key read(Path file) {
    try {
      if (Files.size(file) > MOST_TO_READ) {
        throw mistake(file, "is too long; expected 64 hexadecimal characters");
      }
      var text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).strip();
      if (text.length() != 2 * BYTES) {
        throw mistake(
            file, "found " + text.length() + " characters; expected 64 hexadecimal characters");
      }
      return new Key(parse(file, text), warning(file));
    } catch (NoSuchFileException e) {
      throw mistake(file, "there is no such key file");
    } catch (IOException e) {
      throw mistake(file, "the key file cannot be read; give this user the right to read it");
    }
  }

  private static byte[] parse(Path file, String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!HexFormat.isHexDigit(text.charAt(i))) {
        throw mistake(
            file, "character " + (i + 1) + " is not hexadecimal; expected 64 of 0-9 and a-f");
      }
    }
    return HexFormat.of().parseHex(text);
  }

  private static String warning(Path file) throws IOException {
    return Owner.openToOthers(file)
        ? "The key file " + file + " can be read by others; take their rights away: chmod 600."
        : null;
  }

  /**
   * The disclosure key of an output folder, made at first use and kept: with another key the same
   * figures would be rounded otherwise, and the difference of two releases would tell too much. A
   * key file that is there but damaged is a mistake to put right, never replaced.
   *
   * @throws OutputFailure when it cannot be made
   * @throws SchemaMistake when there is one that cannot be used
   */
  public static Key disclosure(Path out) throws OutputFailure {
    var folder = out.resolve("keys");
    var file = folder.resolve(DISCLOSURE);
    if (!Files.exists(file)) {
      try {
        Files.createDirectories(out);
        Owner.createFolders(folder);
        make(file);
      } catch (IOException e) {
        throw OutputFailure.of("make the disclosure key", file, e);
      }
    }
    return read(file);
  }

  /** Writes beside and links: the key is there whole or not at all, and never replaced. */
  private static void make(Path file) throws IOException {
    var secret = new byte[BYTES];
    new SecureRandom().nextBytes(secret);
    var text = HexFormat.of().formatHex(secret) + "\n";
    var beside = file.resolveSibling("." + DISCLOSURE + "-" + ProcessHandle.current().pid());
    Files.deleteIfExists(beside);
    try (var channel = Owner.createFile(beside)) {
      channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
      channel.force(true);
    }
    try {
      Files.createLink(file, beside);
    } catch (FileAlreadyExistsException e) {
      // another run made one at the same moment; that one counts
    } catch (UnsupportedOperationException e) {
      Files.move(beside, file);
    } finally {
      Files.deleteIfExists(beside);
    }
    ReleaseFiles.forceFolder(file.getParent());
  }

  private static SchemaMistake mistake(Path file, String problem) {
    return new SchemaMistake(file, "", problem);
  }
}
