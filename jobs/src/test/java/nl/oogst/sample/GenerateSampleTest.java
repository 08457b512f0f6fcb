package nl.oogst.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateSampleTest {
  private static final Path ROOT = Path.of(System.getProperty("oogst.root", ".."));

  @TempDir Path temp;

  @Test
  void checkedInSampleIsWhatTheGeneratorMakes() throws IOException {
    Path profiles = temp.resolve("profiles");
    var made = Tree.generated(temp.resolve("root"), "--profiles", profiles.toString());
    assertThat(made).isEqualTo(Tree.of(ROOT.resolve("sample-data")));
    assertThat(Tree.of(profiles)).isEqualTo(Tree.of(ROOT.resolve("schemas/profiles")));
  }

  @Test
  void neitherLocaleNorTimeZoneChangesAByte() throws IOException {
    var first = Tree.generated(temp.resolve("first"), "--proeftuinen", "12", "--scale", "0.3");
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      assertThat(Tree.generated(temp.resolve("second"), "--proeftuinen", "12", "--scale", "0.3"))
          .isEqualTo(first);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void anotherSeedGivesAnotherWorld() throws IOException {
    var first = Tree.generated(temp.resolve("a"), "--proeftuinen", "2", "--seed", "1");
    var second = Tree.generated(temp.resolve("b"), "--proeftuinen", "2", "--seed", "2");
    assertThat(first).isNotEqualTo(second);
  }

  @Test
  void bulkIsAboutAsLargeAsAskedAndAlwaysTheSame() throws IOException {
    String[] size = {"--shape", "bulk", "--bytes", "6m", "--proeftuinen", "4"};
    Path root = temp.resolve("bulk");
    var first = Tree.generated(root, size);
    assertThat(first).hasSize(4 * Bulk.SNAPSHOTS * 2 + 2);
    assertThat(bytes(root)).isBetween(5L << 20, 7L << 20);
    assertThat(Tree.generated(temp.resolve("again"), size)).isEqualTo(first);
  }

  @Test
  void skewPutsHalfOfTheRowsInOneProeftuin() throws IOException {
    Path root = temp.resolve("skew");
    Tree.generated(root, "--shape", "bulk", "--bytes", "4m", "--proeftuinen", "5", "--skew");
    long all = bytes(root);
    long first = bytes(root.resolve("deliveries/belasting-01"));
    assertThat(first * 1.0 / all).isBetween(0.47, 0.53);
  }

  @Test
  void loneGivesTheFirstProeftuinOneFileOfThatSize() throws IOException {
    Path root = temp.resolve("lone");
    var tree =
        Tree.generated(
            root, "--shape", "bulk", "--bytes", "4m", "--proeftuinen", "3", "--lone", "2m");
    Path first = root.resolve("deliveries/belasting-01");
    assertThat(bytes(first)).isBetween(1_900_000L, 2_200_000L);
    assertThat(tree.toString().split("belasting-01", -1)).hasSize(2);
    assertThat(bytes(root)).isBetween(3_800_000L, 4_500_000L);
  }

  @Test
  void singleWritesOneFileOfPlacements() throws IOException {
    Path root = temp.resolve("single");
    var tree = Tree.generated(root, "--shape", "bulk", "--bytes", "3m", "--single");
    assertThat(tree).hasSize(3);
    assertThat(bytes(root)).isBetween(5L << 19, 7L << 19);
  }

  @Test
  void wrongUseIsSaidInOneLine() throws IOException {
    var err = new ByteArrayOutputStream();
    var stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    assertThat(GenerateSample.run(List.of("--shape", "round"), stream, stream)).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualToIgnoringNewLines("generate-sample: --shape is life or bulk, not round");
  }

  private static long bytes(Path root) throws IOException {
    try (var paths = Files.walk(root)) {
      return paths.filter(Files::isRegularFile).mapToLong(path -> path.toFile().length()).sum();
    }
  }
}
