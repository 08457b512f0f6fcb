package nl.oogst.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import nl.oogst.model.SchemaMistake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {
  private static final String HEX = "00ff10AB".repeat(8);

  @TempDir Path folder;

  private Path file(String content, String rights) throws IOException {
    var file = folder.resolve("some.key");
    Files.writeString(file, content);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
    return file;
  }

  @Test
  void sixtyFourHexadecimalCharactersAreAKey() throws IOException {
    var key = Keys.read(file(" " + HEX + "\r\n", "rw-------"));

    assertThat(key.bytes()).hasSize(32).startsWith(0, 0xff, 0x10, 0xab);
    assertThat(key.warning()).isEmpty();
    assertThat(key).hasToString("a secret key");
  }

  @Test
  void aKeyThatOthersCanReadIsWarnedAbout() throws IOException {
    assertThat(Keys.read(file(HEX, "rw-r-----")).warning())
        .hasValueSatisfying(
            warning -> assertThat(warning).contains("some.key", "chmod 600").doesNotContain(HEX));
  }

  @Test
  void whatIsNoKeyIsSaidInOneLineWithoutIt() throws IOException {
    refused(file(HEX.substring(1), "rw-------"), "found 63 characters; expected 64");
    refused(file("", "rw-------"), "found 0 characters; expected 64");
    refused(file(HEX.replace('A', 'g'), "rw-------"), "character 7 is not hexadecimal");
    refused(file(HEX.repeat(20), "rw-------"), "is too long");
    refused(folder.resolve("absent"), "there is no such key file");
    refused(folder, "");
  }

  private static void refused(Path file, String message) {
    assertThatThrownBy(() -> Keys.read(file))
        .isInstanceOf(SchemaMistake.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining(message)
        .hasMessageNotContainingAny("\n", HEX.substring(8, 24));
  }

  @Test
  void anOutputFolderKeepsTheDisclosureKeyItMade() throws IOException {
    var out = folder.resolve("harvest");

    var key = Keys.disclosure(out);

    assertThat(Keys.disclosure(out).bytes()).isEqualTo(key.bytes());
    assertThat(key.warning()).isEmpty();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out.resolve("keys"))))
        .isEqualTo("rwx------");
    try (var files = Files.list(out.resolve("keys"))) {
      assertThat(files).containsExactly(out.resolve("keys/disclosure.key"));
    }
    assertThat(Keys.disclosure(folder.resolve("other")).bytes()).isNotEqualTo(key.bytes());
  }

  @Test
  void aDamagedDisclosureKeyIsNeverReplaced() throws IOException {
    var out = folder.resolve("harvest");
    Keys.disclosure(out);
    Files.writeString(out.resolve("keys/disclosure.key"), "short");

    assertThatThrownBy(() -> Keys.disclosure(out)).hasMessageContaining("found 5 characters");
    assertThat(out.resolve("keys/disclosure.key")).content().isEqualTo("short");
  }
}
