package nl.oogst.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import nl.oogst.release.ReleaseStore;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Releases of one name have the same bytes, in whatever output folder they were made. */
class IdentityTest {
  @TempDir private Path folder;
  private String key;

  @BeforeEach
  void theSameKeyForAll() throws IOException {
    key = Files.writeString(folder.resolve("key"), "0123456789abcdef".repeat(4)).toString();
  }

  private DataRoot root(String name) {
    DataRoot root = new DataRoot(folder.resolve(name), "alfa");
    root.file("alfa/2024-09-30/p.csv", DataRoot.placements("A1", "A2", "A3"));
    return root;
  }

  private static void second(DataRoot root) {
    root.file("alfa/2024-12-31/p.csv", DataRoot.placements("A1", "A2", "A3", "A4"));
  }

  private Path harvest(DataRoot root, String... more) {
    String[] all = new String[more.length + 3];
    System.arraycopy(more, 0, all, 3, more.length);
    System.arraycopy(new String[] {"--quiet", "--disclosure-key-file", key}, 0, all, 0, 3);
    Ran ran = Ran.harvest(root, all);
    assertThat(ran.code()).as(ran.err()).isZero();
    return ran.release();
  }

  private static Map<String, String> bytes(Path release) throws IOException {
    Map<String, String> bytes = new TreeMap<>();
    for (Path file : DataRoot.tree(release)) {
      bytes.put(
          release.relativize(file).toString(), DigestUtils.sha256Hex(Files.readAllBytes(file)));
    }
    return bytes;
  }

  @Test
  void aReleaseIsNamedByWhatItWasJudgedAndComparedWithToo() throws IOException {
    DataRoot one = root("one");
    Path first = harvest(one);
    second(one);
    Path afterFirst = harvest(one);

    DataRoot other = root("other");
    assertThat(harvest(other).getFileName()).isEqualTo(first.getFileName());
    second(other);
    Path again = harvest(other);
    assertThat(again.getFileName()).isEqualTo(afterFirst.getFileName());
    assertThat(bytes(again)).isEqualTo(bytes(afterFirst));

    DataRoot alone = root("alone");
    second(alone);
    Path withoutFirst = harvest(alone);
    assertThat(withoutFirst.getFileName()).isNotEqualTo(afterFirst.getFileName());
    assertThat(bytes(withoutFirst)).isNotEqualTo(bytes(afterFirst));
  }

  @Test
  void whatWasPublishedBeforeIsRecognisedAndBecomesCurrentAgain() throws IOException {
    DataRoot root = root("root");
    Path first = harvest(root);
    second(root);
    Path latest = harvest(root);
    assertThat(latest).isNotEqualTo(first);
    Map<String, String> before = bytes(root.out().resolve("releases"));
    assertThat(harvest(root, "--as-of", "2024-09-30")).isEqualTo(first);
    assertThat(harvest(root)).isEqualTo(latest);
    assertThat(bytes(root.out().resolve("releases"))).isEqualTo(before);
  }

  @Test
  void aDamagedReleaseIsMadeAgainUnderItsOwnName() throws IOException {
    DataRoot root = root("root");
    harvest(root);
    second(root);
    Path latest = harvest(root);
    Map<String, String> before = bytes(latest);
    harvest(root, "--as-of", "2024-09-30");
    Files.writeString(latest.resolve("manifest.json"), "{");
    Files.delete(latest.resolve("public/jobs_realised.parquet"));

    assertThat(harvest(root)).isEqualTo(latest);
    assertThat(bytes(latest)).isEqualTo(before);
    ReleaseStore store = new ReleaseStore(root.out());
    assertThat(store.verify(store.current().orElseThrow())).isEmpty();
  }
}
