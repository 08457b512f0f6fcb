package nl.oogst.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.oogst.store.ObjectStore;
import nl.oogst.store.S3Server;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands on a data root and releases in an object store, against a server that speaks S3. */
class ObjectStoreRunTest {
  private static final String DATA = "s3a://" + S3Server.BUCKET + "/In bak/Überzicht";
  private static final String OUT = "s3a://" + S3Server.BUCKET + "/uit é/oogst";

  @TempDir Path folder;
  private S3Server server;
  private DataRoot root;
  private final StringBuilder said = new StringBuilder();

  @BeforeEach
  void aDataRootInTheStore() throws Exception {
    server = S3Server.start();
    root =
        new DataRoot(folder.resolve("root"), "alfa", "beta")
            .file("alfa/2024-12-31/plaatsingen.csv", DataRoot.placements("a1", "a2", "a3"))
            .file("beta/2024-12-31_één stuk/plaatsingen.csv", DataRoot.placements("b1", "b2"));
    Files.writeString(folder.resolve("disclosure.key"), "02".repeat(32));
    deliver();
  }

  @AfterEach
  void nothingSecretWasSaid() throws Exception {
    server.close();
    assertThat(said.toString())
        .doesNotContain(S3Server.SECRET)
        .doesNotContain("0202")
        .doesNotContain("K-a1")
        .doesNotContain("Exception")
        .doesNotContain(folder.resolve("work").toString());
  }

  private void deliver() throws IOException {
    var store = server.open("In bak/Überzicht");
    for (Path file : DataRoot.tree(root.data())) {
      var key = root.data().relativize(file).toString();
      store.put(key, file, DigestUtils.sha256Hex(Files.readAllBytes(file)));
    }
  }

  private Ran oogst(String... arguments) {
    Ran ran = Ran.command(root, arguments);
    said.append(ran.out()).append(ran.err());
    return ran;
  }

  private Ran run(String data, String out) {
    return runOn("work", data, out);
  }

  private Ran runOn(String work, String data, String out) {
    List<String> all = new ArrayList<>(List.of("run", "--data", data, "--out", out));
    all.addAll(definitions());
    all.addAll(List.of("--profiles", root.profiles().toString(), "--master", "local[1]"));
    all.addAll(List.of("--disclosure-key-file", folder.resolve("disclosure.key").toString()));
    all.addAll(List.of("--work", folder.resolve(work).toString()));
    return oogst(all.toArray(String[]::new));
  }

  private static List<String> definitions() {
    return List.of("--schemas", DataRoot.repository().resolve("schemas").toString());
  }

  private Ran on(String work, String command, String... more) {
    List<String> all = new ArrayList<>(List.of(command));
    all.addAll(List.of(more));
    all.addAll(List.of("--out", OUT, "--work", folder.resolve(work).toString()));
    return oogst(all.toArray(String[]::new));
  }

  private Map<String, String> objects() throws IOException {
    var store = server.open("uit é/oogst");
    var found = new TreeMap<String, String>();
    for (ObjectStore.Found one : store.list("")) {
      try (var in = store.open(one)) {
        found.put(one.key(), DigestUtils.sha256Hex(in.readAllBytes()));
      }
    }
    return found;
  }

  @Test
  void fromAndToAStoreAReleaseHasTheSameBytesAsOnAPath() throws Exception {
    Path out = folder.resolve("on-a-path");
    assertThat(run(root.data().toString(), out.toString()).code()).isZero();
    Ran ran = run(DATA, OUT);
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.err()).contains("fetching 3 files");
    assertThat(ran.out()).contains(OUT + "/releases/2024-12-31-");

    var onPath = new TreeMap<String, String>();
    for (Path file : DataRoot.tree(out)) {
      var name = out.relativize(file).toString();
      if (name.startsWith("releases/") || name.equals("current.json")) {
        onPath.put(name, DigestUtils.sha256Hex(Files.readAllBytes(file)));
      }
    }
    assertThat(onPath).hasSizeGreaterThan(20);
    assertThat(objects()).as("neither a key nor a lock, nor what was kept").isEqualTo(onPath);

    var before = objects();
    Ran again = run(DATA, OUT);
    assertThat(again.out()).contains("Nothing new");
    assertThat(again.err()).doesNotContain("fetching");
    assertThat(objects()).isEqualTo(before);
  }

  @Test
  void aSecondMachineGoesOnWhereTheFirstLeftAndEveryCommandWorks() throws Exception {
    assertThat(run(DATA, OUT).code()).isZero();
    root.file("alfa/2025-01-31/plaatsingen.csv", DataRoot.placements("a1", "a2", "a3", "a4"));
    deliver();
    Ran ran = runOn("work2", DATA, OUT);
    assertThat(ran.code()).as(ran.err()).isZero();

    Ran list = on("work3", "releases");
    assertThat(list.code()).isZero();
    assertThat(list.out()).contains("2024-12-31-", "* 2025-01-31-");
    Ran verify = on("work3", "verify", "--schemas", definitions().get(1));
    assertThat(verify.out()).contains("All is well", "set in the object store");
    Ran diff =
        on(
            "work4",
            "diff",
            "2024-12-31",
            "current",
            "--all",
            "--profiles",
            root.profiles().toString(),
            "--schemas",
            definitions().get(1));
    assertThat(diff.code()).as(diff.err()).isZero();
    assertThat(diff.out()).contains("late deliveries");
    Ran explain =
        on(
            "work5",
            "explain",
            "jobs_realised",
            "period=2024",
            "breakdown=all",
            "measure=jobs_started",
            "--profiles",
            root.profiles().toString(),
            "--schemas",
            definitions().get(1));
    assertThat(explain.code()).as(explain.err()).isZero();
    assertThat(explain.out()).contains("plaatsingen.csv");
    Ran report = on("work6", "report", "--schemas", definitions().get(1));
    assertThat(report.code()).as(report.err()).isZero();
    assertThat(report.out()).contains(OUT + "/reports/2025-01-31-");
    assertThat(objects().keySet()).anyMatch(key -> key.startsWith("reports/2025-01-31-"));
    Ran withdraw = on("work7", "withdraw", "2024-12-31", "--reason", "mixed up", "--erase");
    assertThat(withdraw.code()).as(withdraw.err()).isZero();
    assertThat(withdraw.out()).contains("is marked as withdrawn", "backups of " + OUT);
    assertThat(objects().keySet())
        .noneMatch(key -> key.startsWith("releases/2024-12-31-") && key.contains("/restricted/"));
    assertThat(on("work2", "releases").out()).contains("mixed up; restricted records erased");
    Ran prune = on("work8", "releases", "--prune", "--keep", "1", "--dry-run");
    assertThat(prune.out()).contains("kept: current", "would go");
    said.setLength(0); // explaining shows numbers, to those who may see them
  }

  @Test
  void verifyFindsAnObjectThatWasChanged() throws Exception {
    assertThat(run(DATA, OUT).code()).isZero();
    var store = server.open("uit é/oogst");
    var key =
        store.list("releases/").stream()
            .map(ObjectStore.Found::key)
            .filter(one -> one.endsWith("public/jobs_realised.parquet"))
            .findFirst()
            .orElseThrow();
    Path other = Files.writeString(folder.resolve("other"), "x");
    store.put(key, other, DigestUtils.sha256Hex("x".getBytes(StandardCharsets.UTF_8)));

    Ran verify = on("work", "verify", "--schemas", definitions().get(1));
    assertThat(verify.code()).isEqualTo(1);
    assertThat(verify.out()).contains("WRONG", "public/jobs_realised.parquet: has 1 bytes");
  }

  @Test
  void checkReadsADataRootInAStore() throws Exception {
    List<String> all = new ArrayList<>(List.of("check", "--data", DATA));
    all.addAll(definitions());
    all.addAll(List.of("--profiles", root.profiles().toString()));
    all.addAll(List.of("--out", folder.resolve("pages").toString()));
    all.addAll(List.of("--work", folder.resolve("work").toString()));
    Ran check = oogst(all.toArray(String[]::new));
    assertThat(check.code()).as(check.err()).isZero();
    assertThat(check.out()).contains("alfa", "beta", "Nothing must change");
  }

  @Test
  void withoutADisclosureKeyNothingIsRunAndTheMessageSaysHowToMakeOne() {
    Ran ran =
        oogst(
            "run",
            "--data",
            root.data().toString(),
            "--out",
            OUT,
            "--work",
            folder.resolve("work").toString());
    assertThat(ran.message(2)).contains("--disclosure-key-file", "openssl rand -hex 32");
  }

  @Test
  void whatIsWrongWithTheStoreIsSaidInOneLineWithTheRightExitCode() throws Exception {
    assertThat(run(DATA, "s3a://bestaat-niet/p").message(2)).contains("'bestaat-niet'");
    assertThat(run("s3a://bestaat-niet/p", OUT).message(2)).contains("'bestaat-niet'");
    assertThat(run(DATA + "/nergens", OUT).message(2)).contains("no data root", "nergens");
    assertThat(run("s3a://", OUT).message(2)).contains("s3a://bucket/prefix");
    server.set("aws.secretAccessKey", "een-ander-geheim");
    assertThat(on("work", "releases").message(2)).contains("credentials");
    server.stop();
    Ran away = run(DATA, OUT);
    assertThat(away.code()).isEqualTo(1);
    assertThat(away.err()).contains("cannot be reached", "Nothing was published");
  }

  @Test
  void anInboxWithNothingInItIsSaidByTheNameOfThePlace() throws Exception {
    Path register = root.data().resolve("register/proeftuinen.csv");
    String digest = DigestUtils.sha256Hex(Files.readAllBytes(register));
    server.open("leeg/een").put("register/proeftuinen.csv", register, digest);
    Ran none = run("s3a://" + S3Server.BUCKET + "/leeg/een", OUT);
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err())
        .contains("The folder 's3a://" + S3Server.BUCKET + "/leeg/een/deliveries' does not exist");

    server.open("leeg/twee").put("register/proeftuinen.csv", register, digest);
    server.open("leeg/twee").put("deliveries/", new byte[0], null); // as a console shows a folder
    Ran empty = run("s3a://" + S3Server.BUCKET + "/leeg/twee", OUT);
    assertThat(empty.code()).isEqualTo(2);
    assertThat(empty.err())
        .contains("no delivery under 's3a://" + S3Server.BUCKET + "/leeg/twee/deliveries'");
    assertThat(objects()).isEmpty();
  }

  @Test
  void twoRunsAtOnceAreKeptApartByTheStore() throws Exception {
    server
        .open("uit é/oogst")
        .put("run.lock", "process 7 on elders\n".getBytes(StandardCharsets.UTF_8), null);
    Ran second = run(DATA, OUT);
    assertThat(second.code()).isEqualTo(1);
    assertThat(second.err()).contains("Another run is writing to " + OUT, "process 7 on elders");
    assertThat(objects()).containsOnlyKeys("run.lock");
  }

  @Test
  void onAClusterTheCopiesNeedAFolderThatAllMachinesSee() {
    assertThat(
            oogst("run", "--data", DATA, "--out", OUT, "--master", "spark://127.0.0.1:1")
                .message(2))
        .contains("--work", "every machine");
  }
}
