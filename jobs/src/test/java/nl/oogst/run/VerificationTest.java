package nl.oogst.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nl.oogst.model.DataSetSchema;
import nl.oogst.release.EmbeddedSchema;
import nl.oogst.release.ParquetSetReader;
import nl.oogst.release.ParquetSetWriter;
import nl.oogst.release.ReleaseStore;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is changed in a release, {@code verify} finds it; an untouched one passes. */
class VerificationTest {
  private static final String EXACT = "restricted/unprotected/jobs_realised.parquet";
  private static final String PUBLIC = "public/jobs_realised.parquet";

  @TempDir private static Path shared;
  private static Path harvested;

  @TempDir private Path folder;
  private Path out;
  private Path release;

  @BeforeAll
  static void harvest() {
    DataRoot root = new DataRoot(shared, "alfa", "beta");
    StringBuilder rows = new StringBuilder(DataRoot.PLACEMENTS);
    for (int i = 0; i < 40; i++) {
      rows.append(DataRoot.row("A" + i));
    }
    root.file("alfa/2024-12-31/p.csv", rows.toString());
    root.file("beta/2024-12-31/p.csv", DataRoot.placements("B1", "B2", "B3"));
    Ran ran = Ran.harvest(root, "--quiet");
    assertThat(ran.code()).as(ran.err()).isZero();
    harvested = root.out();
  }

  @BeforeEach
  void copy() throws IOException {
    out = folder.resolve("out");
    try (Stream<Path> all = Files.walk(harvested)) {
      for (Path path : all.toList()) {
        Files.copy(
            path,
            out.resolve(harvested.relativize(path).toString()),
            java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    ReleaseStore store = new ReleaseStore(out);
    release = store.releaseFolder(store.current().orElseThrow().releaseId());
  }

  @Test
  void anUntouchedReleasePassesEveryCheck() {
    Ran ran = verify();
    assertThat(ran.code()).as(ran.out()).isZero();
    assertThat(ran.out().lines().filter(line -> line.startsWith("  ok")))
        .extracting(line -> line.split("\\s+", -1)[2])
        .containsExactly("files", "rights", "schemas", "ledger", "sums", "rounding", "gate");
    assertThat(ran.out()).endsWith("All is well.\n");
    assertThat(verify(release.getFileName().toString()).code()).isZero();
    assertThat(verify("--quiet").out()).isEmpty();
  }

  @Test
  void aChangedByteAnywhereIsFound() throws IOException {
    Random random = new Random(5);
    ReleaseStore store = new ReleaseStore(out);
    for (Path file : DataRoot.tree(release)) {
      byte[] content = Files.readAllBytes(file);
      List<Integer> places = new ArrayList<>(List.of(0, content.length - 1));
      for (int i = 0; i < 10; i++) {
        places.add(random.nextInt(content.length));
      }
      for (int place : places) {
        byte[] changed = content.clone();
        changed[place] ^= (byte) (1 << random.nextInt(8));
        Files.write(file, changed);
        assertThat(store.verify(store.current().orElseThrow()))
            .as("byte %d of %s", place, file)
            .isNotEmpty();
      }
      Ran ran = verify();
      assertThat(ran.code()).as("last byte tried of %s", file).isEqualTo(1);
      assertThat(ran.out()).contains("WRONG  files", "not as it should be");
      assertThat(ran.out() + ran.err()).doesNotContain("Exception");
      Files.write(file, content);
    }
    assertThat(verify().code()).isZero();
  }

  @Test
  void aMissingOrStrangeFileIsFound() throws IOException {
    Path extra = release.resolve("public/notes.txt");
    Files.writeString(extra, "not ours");
    assertThat(verify().out()).contains("public/notes.txt: is not in the manifest");
    Files.delete(extra);
    Files.delete(release.resolve(PUBLIC));
    assertThat(verify().out()).contains(PUBLIC + ": is missing");
  }

  @Test
  void aRestrictedFileThatOthersCanReadIsFound() throws IOException {
    Files.setPosixFilePermissions(
        release.resolve(EXACT), PosixFilePermissions.fromString("rw-r--r--"));
    Ran ran = verify();
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out()).contains("WRONG  rights", EXACT, "chmod go=").contains("ok     files");
  }

  @Test
  void anExactTotalThatIsNotItsPartsIsFoundThoughTheManifestAgrees() throws IOException {
    change(EXACT, "jobs_active", figure -> figure + 1);
    Ran ran = verify();
    assertThat(ran.out()).contains("ok     files", "WRONG  sums", "jobs_realised jobs_active in");
  }

  @Test
  void aPublicFigureThatWasNotRoundedIsFoundThoughTheManifestAgrees() throws IOException {
    change(PUBLIC, "jobs_active", figure -> figure + 1);
    Ran ran = verify();
    assertThat(ran.out()).contains("WRONG  rounding", "is no multiple of the base");
    assertThat(ran.out()).doesNotContain("WRONG  files");
  }

  @Test
  void aPublicFigureTooFarFromTheExactOneIsFound() throws IOException {
    change(PUBLIC, "jobs_active", figure -> figure + 20);
    assertThat(verify().out()).contains("is a base or more away from the exact figure");
  }

  @Test
  void aLedgerThatDoesNotAddUpIsFound() throws IOException {
    change("restricted/ledger.parquet", "accepted", figure -> figure + 1);
    assertThat(verify().out()).contains("WRONG  ledger", "do not add up");
  }

  @Test
  void aReleaseThatIsNotThereIsWrongUse() {
    assertThat(verify("2020-01-01-000000000000").message(2)).contains("There is no release");
    Ran none = Ran.command(null, "verify", "--out", folder.resolve("none").toString());
    assertThat(none.message(2)).contains("There is no release in", "oogst run");
  }

  private Ran verify(String... more) {
    List<String> arguments = new ArrayList<>(List.of("verify", "--out", out.toString()));
    arguments.addAll(List.of("--schemas", DataRoot.repository().resolve("schemas").toString()));
    arguments.addAll(List.of(more));
    return Ran.command(null, arguments.toArray(String[]::new));
  }

  /** Changes a figure of the first row that has one, and makes the manifest agree. */
  private void change(String path, String column, UnaryOperator<Double> how) throws IOException {
    Path file = release.resolve(path);
    DataSetSchema schema;
    try (ParquetSetReader reader = ParquetSetReader.open(file)) {
      DataSetSchema.Zone zone =
          path.startsWith("public") ? DataSetSchema.Zone.PUBLIC : DataSetSchema.Zone.RESTRICTED;
      schema = EmbeddedSchema.of(reader.footer(), zone);
    }
    List<Object[]> rows = ParquetSetReader.readAll(file);
    int at = schema.indexOf(column);
    Object[] row = rows.stream().filter(r -> r[at] != null).findFirst().orElseThrow();
    double changed = how.apply(((Number) row[at]).doubleValue());
    if (row[at] instanceof Long) {
      row[at] = (long) changed;
    } else {
      row[at] = changed;
    }
    String before = DigestUtils.sha256Hex(Files.readAllBytes(file));
    long bytes = Files.size(file);
    Files.delete(file);
    try (ParquetSetWriter writer = ParquetSetWriter.open(file, schema, Map.of())) {
      for (Object[] one : rows) {
        writer.write(one);
      }
    }
    Path manifest = release.resolve("manifest.json");
    String old = Files.readString(manifest);
    int place = old.indexOf("\"" + path + "\"");
    String rest =
        old.substring(place)
            .replaceFirst("\"bytes\" : " + bytes, "\"bytes\" : " + Files.size(file))
            .replaceFirst(before, DigestUtils.sha256Hex(Files.readAllBytes(file)));
    Files.writeString(manifest, old.substring(0, place) + rest);
    Path current = out.resolve("current.json");
    String sha = HexFormat.of().formatHex(DigestUtils.sha256(old.getBytes(StandardCharsets.UTF_8)));
    Files.writeString(
        current,
        Files.readString(current)
            .replace(sha, DigestUtils.sha256Hex(Files.readAllBytes(manifest))));
  }
}
