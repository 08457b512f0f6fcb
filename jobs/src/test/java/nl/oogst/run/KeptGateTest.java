package nl.oogst.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.oogst.protect.DisclosureRules;
import nl.oogst.protect.Gate;
import nl.oogst.protect.GateReport;
import nl.oogst.protect.GateTable;
import nl.oogst.release.OutputFailure;
import nl.oogst.release.ReleaseStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * With what is kept of earlier releases the gate judges as it does with the releases themselves.
 */
class KeptGateTest {
  private static final DisclosureRules RULES =
      DisclosureRules.load(DataRoot.repository().resolve("schemas/rules/disclosure.json"));

  @TempDir private static Path harvested;
  @TempDir private Path out;
  private ReleaseStore store;
  private Path kept;

  /** Three releases that differ, and what the runs that made the last two kept. */
  @BeforeAll
  static void harvestThreeTimes() {
    DataRoot root = DataRoot.ofThreeJobs(harvested);
    Ran.harvest(root);
    root.file("beta/2025-01-31/p.csv", DataRoot.placements("B1", "B2", "B3"));
    Ran.harvest(root);
    root.file("alfa/2025-02-28/p.csv", DataRoot.placements("A1", "A2", "A3", "A4", "A5"));
    Ran.harvest(root);
  }

  @BeforeEach
  void copyThem() throws IOException {
    Path from = harvested.resolve("out");
    for (Path file : DataRoot.tree(from)) {
      Path to = out.resolve(from.relativize(file));
      Files.createDirectories(to.getParent());
      Files.copy(file, to);
    }
    store = new ReleaseStore(out);
    kept = out.resolve("state/gate");
    Files.setPosixFilePermissions(kept, PosixFilePermissions.fromString("rwx------"));
  }

  private List<KeptGate.Earlier> releases() throws OutputFailure {
    List<KeptGate.Earlier> all = new ArrayList<>();
    for (ReleaseStore.Published one : store.releases()) {
      all.add(new KeptGate.Earlier(one, store.releaseFolder(one.releaseId())));
    }
    return all;
  }

  private Path release(int number) throws OutputFailure {
    return releases().get(number).folder();
  }

  private Gate knowing() throws OutputFailure {
    return KeptGate.of(store.folder(), true).knowing(releases(), RULES);
  }

  /** The kept files by name, with what tells whether one was written anew. */
  private Map<String, Object> files() throws IOException {
    Map<String, Object> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(kept)) {
      for (Path file : all.toList()) {
        files.put(file.getFileName().toString(), Files.getAttribute(file, "unix:ino"));
      }
    }
    return files;
  }

  /** What the gate finds with what is kept, which is what it finds with the releases. */
  private void judgesTheSame() throws OutputFailure {
    List<GateTable> tables = ReleasedTables.read(release(0));
    Gate read = new Gate(RULES);
    for (KeptGate.Earlier one : releases()) {
      KeptGate.read(one, read);
    }
    GateReport expected = read.judge(tables);
    GateReport found = knowing().judge(tables);
    assertThat(found.toJson()).isEqualTo(expected.toJson());
    assertThat(found.earlier()).hasSize(releases().size());
    assertThat(found.figures()).isPositive();
  }

  @Test
  void everyReleaseIsReadOnce() throws Exception {
    Map<String, Object> before = files();
    assertThat(before).hasSize(2);
    judgesTheSame();
    Map<String, Object> after = files();
    assertThat(after).hasSize(3).containsAllEntriesOf(before);
    judgesTheSame();
    assertThat(files()).isEqualTo(after);
    try (Stream<Path> all = Files.list(kept)) {
      assertThat(all)
          .allSatisfy(
              file ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                      .isEqualTo("rw-------"));
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
        .isEqualTo("rwx------");
  }

  @Test
  void whatIsGoneOrDamagedIsReadFromTheRelease() throws Exception {
    knowing();
    Map<String, Object> whole = files();
    for (String name : List.copyOf(whole.keySet())) {
      Path file = kept.resolve(name);
      byte[] bytes = Files.readAllBytes(file);
      for (int at : new int[] {0, bytes.length / 2, bytes.length - 1}) {
        byte[] damaged = bytes.clone();
        damaged[at] ^= 1;
        Files.write(file, damaged);
        judgesTheSame();
        assertThat(new KeptFile(file, false).whole()).isTrue();
      }
      Files.write(file, new byte[0]);
      judgesTheSame();
      Files.delete(file);
      judgesTheSame();
      assertThat(new KeptFile(file, false).whole()).isTrue();
    }
    assertThat(files().keySet()).isEqualTo(whole.keySet());
  }

  @Test
  void whatIsOfAnotherFormIsReadFromTheReleases() throws Exception {
    knowing();
    for (String name : files().keySet()) {
      Unfinished other = new Unfinished(kept.resolve("other"));
      other.write(out -> out.writeInt(7));
      other.write(out -> out.write(other.sha256()));
      other.finish();
      Files.move(kept.resolve("other"), kept.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
    judgesTheSame();
    judgesTheSame();
  }

  @Test
  void aReleaseThatIsGoneOrErasedIsNoLongerKnown() throws Exception {
    knowing();
    String first = release(0).getFileName().toString();
    assertThat(knowing().judge(ReleasedTables.read(release(0))).earlier()).contains(first);
    DataRoot.tree(release(1).resolve("restricted")).forEach(KeptGateTest::delete);
    deleteFolders(release(1).resolve("restricted"));
    judgesTheSame();
    DataRoot.tree(release(0)).forEach(KeptGateTest::delete);
    deleteFolders(release(0));
    assertThat(releases()).hasSize(2);
    assertThat(knowing().judge(ReleasedTables.read(release(1))).earlier())
        .hasSize(2)
        .doesNotContain(first);
    assertThat(files()).as("nothing stays of what is gone").hasSize(2);
  }

  @Test
  void withdrawingWithErasureLeavesNothingKept() throws Exception {
    Ran.command(
        null,
        "withdraw",
        release(0).getFileName().toString(),
        "--erase",
        "--reason",
        "wrong",
        "--out",
        store.folder().toString());
    assertThat(kept).doesNotExist();
    judgesTheSame();
  }

  @Test
  void aReleaseThatWasChangedIsReadItself() throws Exception {
    knowing();
    Map<String, Object> before = files();
    Path one = release(1).resolve("restricted/unprotected/jobs_realised.parquet");
    Path other = release(2).resolve("restricted/unprotected/jobs_realised.parquet");
    byte[] bytes = Files.readAllBytes(one);
    Files.delete(one);
    Files.copy(other, one);
    judgesTheSame();
    assertThat(files().keySet()).isNotEqualTo(before.keySet());
    Files.write(one, "damaged".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(this::knowing).isInstanceOf(OutputFailure.class);
    Files.write(one, bytes);
    Path shown = release(1).resolve("public/jobs_realised.parquet");
    byte[] published = Files.readAllBytes(shown);
    Files.delete(shown);
    assertThatThrownBy(this::knowing).isInstanceOf(OutputFailure.class);
    Files.write(shown, published);
    judgesTheSame();
    assertThat(files().keySet()).isEqualTo(before.keySet());
    Path audit = release(1).resolve(GateReport.FILE);
    Files.delete(audit);
    Files.writeString(
        audit,
        """
        {"found": {"coarsened": [{"dataSet": "jobs_realised", "measure": "jobs_started",
          "breakdown": "organisation", "period": "1999"}]}}
        """);
    judgesTheSame();
    assertThat(files().keySet()).as("of the first alone").hasSize(3).isNotEqualTo(before.keySet());
    assertThat(files().keySet().stream().filter(before::containsKey)).hasSize(1);
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void deleteFolders(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      walk.sorted(Comparator.reverseOrder()).forEach(KeptGateTest::delete);
    }
  }
}
