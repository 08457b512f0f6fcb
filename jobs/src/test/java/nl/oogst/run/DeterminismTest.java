package nl.oogst.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same input gives the same release, byte for byte; what does not matter changes nothing. */
class DeterminismTest {
  private static final String[] SAMPLE = {
    "az-catering", "bz-vertalingen", "jenv-opvanglocaties", "ezk-energieadvies", "szw-onderzoek"
  };
  private static final List<String> RESTRICTED =
      List.of("placements", "paid_hours", "placement_history", "issues", "quarantine", "ledger");

  @TempDir private Path folder;
  private String key;

  @BeforeEach
  void theSameKeyForAll() throws IOException {
    Path file = folder.resolve("disclosure.key");
    Files.writeString(file, "0123456789abcdef".repeat(4));
    key = file.toString();
  }

  @Test
  void coresOrderTimeZoneLanguageAndEncodingChangeNoByte() throws Exception {
    DataRoot one = new DataRoot(folder.resolve("one")).sample(false, SAMPLE);
    Ran first = Ran.harvest(one, "--disclosure-key-file", key, "--link-key-file", key);
    assertThat(first.code()).as(first.err()).isIn(0, 3);

    DataRoot two = new DataRoot(folder.resolve("two")).sample(true, SAMPLE);
    String[] arguments =
        two.arguments("--disclosure-key-file", key, "--link-key-file", key, "--quiet");
    arguments[10] = "local[3]";
    Ran second = Ran.command(two, arguments);
    assertThat(content(second.release())).isEqualTo(content(first.release()));
    assertThat(second.release().getFileName()).isEqualTo(first.release().getFileName());

    DataRoot far = new DataRoot(folder.resolve("far")).sample(false, SAMPLE);
    File errors = folder.resolve("errors.txt").toFile();
    int code =
        Child.run(
            errors,
            List.of(
                "-Duser.timezone=Pacific/Kiritimati",
                "-Duser.language=tr",
                "-Duser.country=TR",
                "-Dfile.encoding=US-ASCII"),
            far.arguments("--disclosure-key-file", key, "--link-key-file", key, "--quiet"));
    assertThat(code).as(Files.readString(errors.toPath())).isEqualTo(first.code());
    Ran third = new Ran(far, code, "", "");
    assertThat(content(third.release())).isEqualTo(content(first.release()));

    Ran again = Ran.harvest(one, "--disclosure-key-file", key, "--link-key-file", key);
    assertThat(again.code()).isZero();
    assertThat(again.out()).startsWith("Nothing new: release ").contains("is current");
  }

  @Test
  void aFileInTwoPartsAndANewcomerChangeNothingOfOthers() {
    DataRoot root = new DataRoot(folder.resolve("root"), "alfa", "beta", "gamma");
    String rows = rows("A", 30);
    root.file("alfa/2024-06-30/p.csv", DataRoot.PLACEMENTS + rows("A", 20));
    root.file("alfa/2024-12-31/p.csv", DataRoot.PLACEMENTS + rows);
    root.file("alfa/2024-12-31/u.csv", DataRoot.HOURS + "A1,2024-02-01,2024-02-29,80\n");
    root.file("beta/2024-12-31/p.csv", DataRoot.PLACEMENTS + rows("B", 9).replace("BZK", "XYZ"));
    Ran.Pinned before = Ran.harvest(root, "--disclosure-key-file", key, "--quiet").pinned();

    DataRoot split = new DataRoot(folder.resolve("split"), "alfa", "beta", "gamma");
    split.file("alfa/2024-06-30/p.csv", DataRoot.PLACEMENTS + rows("A", 20));
    int middle = rows.indexOf("A14,");
    split.file("alfa/2024-12-31/p1.csv", DataRoot.PLACEMENTS + rows.substring(middle));
    split.file("alfa/2024-12-31/p2.csv", DataRoot.PLACEMENTS + rows.substring(0, middle));
    split.file("alfa/2024-12-31/u.csv", DataRoot.HOURS + "A1,2024-02-01,2024-02-29,80\n");
    split.file("beta/2024-12-31/p.csv", DataRoot.PLACEMENTS + rows("B", 9).replace("BZK", "XYZ"));
    Ran.Pinned parts = Ran.harvest(split, "--disclosure-key-file", key, "--quiet").pinned();
    for (Path file : DataRoot.tree(before.release().resolve("public"))) {
      String name = "public/" + file.getFileName().toString().replace(".parquet", "");
      if (file.toString().endsWith(".parquet")) {
        before.sameAs(parts, name, "*", "true");
      }
    }

    root.file("gamma/2024-12-31/p.csv", DataRoot.PLACEMENTS + rows("A", 12) + "A1;kapot\n");
    root.file("gamma/2024-09-30/l.csv", DataRoot.LESSONS + "L1,2024-05-01,nieuw,process,X,true\n");
    Ran.Pinned after = Ran.harvest(root, "--disclosure-key-file", key, "--quiet").pinned();
    assertThat(after.release()).isNotEqualTo(before.release());
    for (String name : RESTRICTED) {
      String kept = "proeftuin IN ('alfa', 'beta')";
      before.sameAs(after, "restricted/" + name, "*", kept);
    }
  }

  private static String rows(String prefix, int count) {
    StringBuilder rows = new StringBuilder();
    for (int i = 1; i <= count; i++) {
      rows.append(DataRoot.row(prefix + i));
    }
    return rows.toString();
  }

  /** SHA-256 by path. */
  private static Map<String, String> content(Path release) throws IOException {
    Map<String, String> content = new TreeMap<>();
    for (Path file : DataRoot.tree(release)) {
      byte[] digest = DigestUtils.sha256(Files.readAllBytes(file));
      content.put(release.relativize(file).toString(), HexFormat.of().formatHex(digest));
    }
    return content;
  }
}
