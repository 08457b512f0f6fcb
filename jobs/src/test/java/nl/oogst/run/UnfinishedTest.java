package nl.oogst.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnfinishedTest {
  @TempDir Path folder;

  @Test
  void whatIsFinishedIsWholeAndForItsOwnerOnly() throws IOException {
    Path path = folder.resolve("below/file");
    Unfinished file = new Unfinished(path);
    file.write(out -> out.writeInt(7));
    byte[] digest = file.sha256();

    assertThat(file.finish()).isTrue();
    assertThat(Files.readAllBytes(path)).containsExactly(0, 0, 0, 7);
    assertThat(digest).isEqualTo(DigestUtils.sha256(new byte[] {0, 0, 0, 7}));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rw-------");
  }

  @Test
  void whatCannotBeWrittenLeavesNothingAndFailsNothing() {
    Path path = folder.resolve("file");
    Unfinished file = new Unfinished(path);
    file.write(out -> out.writeInt(7));
    file.write(
        out -> {
          throw new IOException("No space left on device");
        });
    assertThat(path).doesNotExist();
    file.write(out -> out.writeInt(8));

    assertThat(file.finish()).isFalse();
    assertThat(path).doesNotExist();
  }

  @Test
  void whatCannotEvenBeBegunIsNotFinished() throws IOException {
    Files.writeString(folder.resolve("a"), "a file, no folder");

    assertThat(new Unfinished(folder.resolve("a/file")).finish()).isFalse();
  }

  @Test
  void whatIsGivenUpGoes() {
    Path path = folder.resolve("file");
    Unfinished file = new Unfinished(path);
    file.drop();
    assertThat(file.finish()).isFalse();
    assertThat(path).doesNotExist();
  }
}
