package nl.oogst.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a file is need not be read again while nobody touched it. */
class FileDigestsTest {
  /** The files of a test are younger than a minute. */
  private final Instant later = Instant.now().plus(Duration.ofHours(1));

  private static final String OTHER = "f".repeat(64);

  @TempDir Path temp;
  private Path file;
  private Path out;

  @BeforeEach
  void aFile() throws IOException {
    file = Files.writeString(temp.resolve("plaatsingen.csv"), "a;b\n1;2\n");
    out = temp.resolve("out");
  }

  @Test
  void whatNobodyTouchedIsNotReadAgain() throws IOException {
    remembered(later);
    instead(OTHER);

    assertThat(FileDigests.of(out).sha256(file, later)).isEqualTo(OTHER);
  }

  @Test
  void whatIsWrittenAgainIsReadAlsoWhereSizeAndTimeAreSetBack() throws IOException {
    FileTime modified = Files.getLastModifiedTime(file);
    remembered(later);
    Files.writeString(file, "a;b\n1;3\n");
    Files.setLastModifiedTime(file, modified);

    assertThat(FileDigests.of(out).sha256(file, later)).isEqualTo(Digests.ofFile(file));
  }

  @Test
  void anotherFileInItsPlaceIsRead() throws IOException {
    Path other = Files.writeString(temp.resolve("other"), "a;b\n1;3\n");
    Files.setLastModifiedTime(other, Files.getLastModifiedTime(file));
    remembered(later);
    Files.delete(file);
    Files.move(other, file);

    assertThat(FileDigests.of(out).sha256(file, later)).isEqualTo(Digests.ofFile(file));
  }

  @Test
  void whatHadJustBeenWrittenIsReadOnceMore() throws IOException {
    remembered(Instant.now());

    assertThat(remembers()).isFalse();
    remembered(later);
    assertThat(remembers()).isTrue();
  }

  @Test
  void whatIsDamagedOrNotAskedForIsForgotten() throws IOException {
    remembered(later);
    byte[] bytes = Files.readAllBytes(digests());
    bytes[bytes.length - 1] ^= 1;
    Files.write(digests(), bytes);
    assertThat(FileDigests.of(out).sha256(file, later)).isEqualTo(Digests.ofFile(file));
    Files.write(digests(), new byte[3]);
    assertThat(FileDigests.of(out).sha256(file, later)).isEqualTo(Digests.ofFile(file));

    remembered(later);
    Path other = Files.writeString(temp.resolve("other.csv"), "x\n");
    FileDigests next = FileDigests.of(out);
    next.sha256(other, later);
    next.keep();
    assertThat(remembers()).isFalse();
  }

  @Test
  void whatCannotBeReadHasNoDigest() throws IOException {
    FileDigests digests = FileDigests.of(out);
    assertThat(digests.sha256(temp.resolve("nowhere.csv"), later)).isNull();
    digests.keep();
    assertThat(digests()).doesNotExist();
  }

  @Test
  void itIsForItsOwnerAlone() throws IOException {
    remembered(later);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(digests())))
        .isEqualTo("rw-------");
  }

  private void remembered(Instant when) {
    FileDigests digests = FileDigests.of(out);
    assertThat(digests.sha256(file, when)).isEqualTo(Digests.ofFile(file));
    digests.keep();
  }

  private Path digests() {
    return out.resolve("state/read/digests");
  }

  private boolean remembers() throws IOException {
    return Files.exists(digests())
        && new String(Files.readAllBytes(digests()), StandardCharsets.ISO_8859_1)
            .contains(Digests.ofFile(file));
  }

  /** Puts another digest where that of the file was, to see which one is taken. */
  private void instead(String sha256) throws IOException {
    byte[] all = Files.readAllBytes(digests());
    String text = new String(all, StandardCharsets.ISO_8859_1);
    byte[] bytes =
        text.substring(32)
            .replace(Digests.ofFile(file), sha256)
            .getBytes(StandardCharsets.ISO_8859_1);
    Files.write(digests(), DigestUtils.sha256(bytes));
    Files.write(digests(), bytes, StandardOpenOption.APPEND);
  }
}
