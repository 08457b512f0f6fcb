package nl.oogst.run;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.oogst.model.DeliveredFile;
import nl.oogst.model.Delivery;
import org.apache.commons.codec.digest.DigestUtils;

/** Fingerprints of content: what a release is derived from. */
final class Digests {
  private static final int BUFFER = 1 << 16;

  private Digests() {}

  static String sha256(Path file) {
    MessageDigest digest = DigestUtils.getSha256Digest();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    } catch (IOException e) {
      return null;
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** One fingerprint of the register, the deliveries with their files, and the as-of date. */
  static String ofInbox(
      Path root, List<Delivery> deliveries, List<DeliveredFile> files, LocalDate asOf) {
    MessageDigest digest = DigestUtils.getSha256Digest();
    add(digest, asOf.toString());
    add(digest, ofFolder(root.resolve("register")));
    for (Delivery delivery : deliveries) {
      add(digest, delivery.proeftuin());
      add(digest, delivery.folder());
    }
    for (DeliveredFile file : files) {
      add(digest, file.delivery() + "/" + file.name());
      add(digest, String.valueOf(file.sha256()));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The SHA-256 of a file. */
  static String ofFile(Path file) {
    return String.valueOf(sha256(file));
  }

  /** One fingerprint of the program itself, be it a jar or a folder of classes. */
  static String ofProgram() {
    try {
      Path program =
          Path.of(Digests.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return Files.isDirectory(program) ? ofFolder(program) : ofFile(program);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One fingerprint of all files of a folder: their names and content. */
  static String ofFolder(Path folder) {
    return ofFolder(folder, Set.of());
  }

  /**
   * One fingerprint of the files of a folder.
   *
   * @param without folders in it that are passed over
   */
  static String ofFolder(Path folder, Set<String> without) {
    MessageDigest digest = DigestUtils.getSha256Digest();
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path file :
          walk.filter(Files::isRegularFile)
              .filter(file -> !without.contains(folder.relativize(file).getName(0).toString()))
              .sorted()
              .toList()) {
        add(digest, folder.relativize(file).toString().replace('\\', '/'));
        add(digest, String.valueOf(sha256(file)));
      }
    } catch (IOException e) {
      throw new WrongUse("The folder '" + folder + "' cannot be read.");
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** One fingerprint of several texts, in order. */
  static String of(String... texts) {
    MessageDigest digest = DigestUtils.getSha256Digest();
    for (String text : texts) {
      add(digest, text);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
    digest.update(bytes);
  }
}
