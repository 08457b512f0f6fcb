package nl.oogst.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
  void bulkWorkbooksAreOneADeliveryAndAlwaysTheSame() throws IOException {
    String[] size = {
      "--shape", "bulk", "--workbooks", "--bytes", "3m", "--proeftuinen", "2", "--monthly", "3"
    };
    Path root = temp.resolve("workbooks");
    var first = Tree.generated(root, size);
    assertThat(first)
        .hasSize(2 * 3 + 2)
        .containsKeys(
            "deliveries/belasting-01/2025-11-01/overview.xlsx",
            "deliveries/belasting-02/2026-01-01/overzicht.xlsx");
    assertThat(Tree.generated(temp.resolve("again"), size)).isEqualTo(first);
  }

  @Test
  void whatNoSheetCanHoldIsRefusedBeforeAnythingIsWritten() throws IOException {
    String[] tooMuch = {"--shape", "bulk", "--workbooks", "--bytes", "400m", "--proeftuinen", "1"};
    String[] single = {"--shape", "bulk", "--workbooks", "--bytes", "126m", "--single"};
    assertThat(said(tooMuch))
        .isEqualTo(
            "generate-sample: --workbooks: a sheet holds at most 1,048,576 rows, and one would get"
                + " 1,119,469; give fewer --bytes, or more --proeftuinen or --monthly");
    assertThat(said(single)).contains("1,048,576 rows, and one would get 1,048,577;");
    assertThat(temp.resolve("none")).doesNotExist();
  }

  @Test
  void wrongUseIsSaidInOneLine() throws IOException {
    assertThat(said("--shape", "round"))
        .isEqualTo("generate-sample: --shape is life or bulk, not round");
    assertThat(said("--workbooks"))
        .isEqualTo("generate-sample: --workbooks goes with --shape bulk");
  }

  /** What is said about wrong use, in one line. */
  private String said(String... args) throws IOException {
    var all = new ArrayList<>(List.of("--out", temp.resolve("none").toString()));
    all.addAll(List.of(args));
    var err = new ByteArrayOutputStream();
    var stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    assertThat(GenerateSample.run(all, stream, stream)).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
    return err.toString(StandardCharsets.UTF_8).strip();
  }

  private static long bytes(Path root) throws IOException {
    try (var paths = Files.walk(root)) {
      return paths.filter(Files::isRegularFile).mapToLong(path -> path.toFile().length()).sum();
    }
  }
}
