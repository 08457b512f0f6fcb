package nl.oogst.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
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

  /**
   * A machine that a run must not notice.
   *
   * @param options of its virtual machine
   * @param umask what it takes away from the rights of new files
   */
  private record Machine(List<String> options, String umask, Path folder, String language) {}

  /** Same input, same bytes, public and restricted: what may differ is varied all at once. */
  @Test
  void coresOrderPlaceTimeZoneLanguageEncodingAndHashesChangeNoByte() throws Exception {
    DataRoot one = new DataRoot(folder.resolve("one")).sample(false, SAMPLE);
    Ran first = Ran.harvest(one, "--disclosure-key-file", key, "--link-key-file", key);
    assertThat(first.code()).as(first.err()).isIn(0, 3);

    DataRoot two = new DataRoot(folder.resolve("two")).sample(true, SAMPLE);
    Ran second = Ran.command(two, arguments(two, "local[3]"));
    assertThat(content(second.release())).isEqualTo(content(first.release()));
    assertThat(second.release().getFileName()).isEqualTo(first.release().getFileName());

    Machine far =
        new Machine(
            List.of(
                "-Duser.timezone=Pacific/Kiritimati",
                "-Duser.language=tr",
                "-Duser.country=TR",
                "-Dfile.encoding=US-ASCII",
                "-XX:ActiveProcessorCount=1",
                "-XX:+UnlockExperimentalVMOptions",
                "-XX:hashCode=0"),
            "000",
            Path.of("/"),
            "tr_TR.UTF-8");
    Machine near =
        new Machine(
            List.of(
                "-Duser.timezone=America/New_York",
                "-Duser.language=nl",
                "-Duser.country=NL",
                "-Dfile.encoding=windows-1252",
                "-XX:ActiveProcessorCount=2",
                "-XX:+UnlockExperimentalVMOptions",
                "-XX:hashCode=3"),
            "077",
            folder,
            "C.UTF-8");
    for (Machine machine : List.of(far, near)) {
      String name = machine.equals(far) ? "een map ver weg" : "near";
      DataRoot root = new DataRoot(folder.resolve(name)).sample(machine.equals(near), SAMPLE);
      assertThat(run(machine, root)).isEqualTo(first.code());
      Ran ran = new Ran(root, first.code(), "", "");
      assertThat(content(ran.release())).isEqualTo(content(first.release()));
      assertThat(ran.release().getFileName()).isEqualTo(first.release().getFileName());
      onlyForTheOwner(ran.release().resolve("restricted"));
    }

    Ran again = Ran.harvest(one, "--disclosure-key-file", key, "--link-key-file", key);
    assertThat(again.code()).isZero();
    assertThat(again.out()).startsWith("Nothing new: release ").contains("is current");
  }

  private String[] arguments(DataRoot root, String master) {
    String[] arguments =
        root.arguments("--disclosure-key-file", key, "--link-key-file", key, "--quiet");
    arguments[List.of(arguments).indexOf("--master") + 1] = master;
    return arguments;
  }

  private int run(Machine machine, DataRoot root) throws Exception {
    ProcessBuilder builder = Child.builder(machine.options(), arguments(root, "local[*]"));
    List<String> command =
        new ArrayList<>(List.of("sh", "-c", "umask " + machine.umask() + " && exec \"$@\"", "sh"));
    command.addAll(builder.command());
    builder.environment().put("LC_ALL", machine.language());
    builder.environment().put("TZ", "Asia/Kolkata");
    File said = folder.resolve("said.txt").toFile();
    int code =
        builder
            .command(command)
            .directory(machine.folder().toFile())
            .redirectErrorStream(true)
            .redirectOutput(said)
            .start()
            .waitFor();
    assertThat(code).as(Files.readString(said.toPath())).isIn(0, 3);
    return code;
  }

  private static void onlyForTheOwner(Path restricted) throws IOException {
    for (Path file : DataRoot.tree(restricted)) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .as("%s", file)
          .isEqualTo("rw-------");
    }
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
