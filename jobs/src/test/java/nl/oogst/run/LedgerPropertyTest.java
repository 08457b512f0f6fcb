package nl.oogst.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever becomes of the files that a proeftuin sends: the run ends, every row is in one state,
 * and no row of another proeftuin changes.
 */
class LedgerPropertyTest {
  /** More of them, now and then: {@code -Doogst.mutations=2000}. */
  private static final int MUTATIONS = Integer.getInteger("oogst.mutations", 240);

  private static final int RUNS = 4;
  private static final String[] MUTATED = {
    "az-catering",
    "bz-vertalingen",
    "jenv-opvanglocaties",
    "ocw-verhuizingen",
    "szw-onderzoek",
    "ezk-energieadvies",
    "vws-communicatie"
  };
  private static final String[] UNTOUCHED = {"jenv-wasserij", "ienw-organisatieadvies"};

  @TempDir private Path folder;

  @Test
  void mutatedFilesKeepTheLedgerWholeAndTheOthersAsTheyWere() throws IOException {
    DataRoot root = new DataRoot(folder).sample(false, MUTATED).sample(false, UNTOUCHED);
    Ran.Pinned whole = Ran.harvest(root, "--quiet").pinned();
    adds(whole);
    List<Path> files = new ArrayList<>();
    for (String proeftuin : MUTATED) {
      files.addAll(DataRoot.tree(root.path(proeftuin)));
    }
    List<byte[]> originals = new ArrayList<>();
    for (Path file : files) {
      originals.add(Files.readAllBytes(file));
    }
    Random random = new Random(20260131);
    for (int run = 0; run < RUNS; run++) {
      for (int i = 0; i < files.size(); i++) {
        Files.write(files.get(i), originals.get(i));
      }
      for (int i = 0; i < MUTATIONS / RUNS; i++) {
        Path file = files.get(random.nextInt(files.size()));
        Files.write(file, mutated(Files.readAllBytes(file), random));
      }
      Ran ran = Ran.harvest(root, "--quiet");
      assertThat(ran.code()).as("run %d: %s", run, ran.err()).isIn(0, 3);
      Ran.Pinned release = ran.pinned();
      assertThat(release).isNotEqualTo(whole);
      adds(release);
      String others = "proeftuin IN ('" + String.join("', '", UNTOUCHED) + "')";
      for (String dataSet : List.of("paid_hours", "placement_history", "issues", "quarantine")) {
        whole.sameAs(release, "restricted/" + dataSet, "*", others);
      }
      whole.sameAs(release, "restricted/ledger", "*", others);
      // who is linked to a mutated placement may change; nothing else
      String own = "* EXCLUDE (job_id, job_records, weight, person)";
      whole.sameAs(release, "restricted/placements", own, others);
    }
  }

  /** Per file and in all: every row in one state; and what counts now stands in a data set. */
  private static void adds(Ran.Pinned release) {
    String ledger = release.dataSet("restricted/ledger");
    String states = "accepted + superseded + duplicate + quarantined + not_a_record";
    assertThat(Ran.query("SELECT * FROM " + ledger + " WHERE rows != " + states)).isEmpty();
    assertThat(Ran.query("SELECT sum(rows) > 0 AND sum(rows) = sum(" + states + ") FROM " + ledger))
        .containsExactly("true");
    assertThat(count("SELECT sum(accepted) FROM " + ledger + " WHERE entity = 'placement'"))
        .isEqualTo(count("SELECT count(*) FROM " + release.dataSet("restricted/placements")));
    assertThat(count("SELECT sum(accepted) FROM " + ledger + " WHERE entity = 'paid_hours'"))
        .isEqualTo(count("SELECT count(*) FROM " + release.dataSet("restricted/paid_hours")));
  }

  private static long count(String sql) {
    return Long.parseLong(Ran.query(sql).get(0));
  }

  /** The file with one accident: bytes or whole lines changed, lost, doubled or moved. */
  private static byte[] mutated(byte[] file, Random random) {
    if (file.length < 2) {
      return "x".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }
    int at = random.nextInt(file.length);
    int length = Math.min(file.length - at, 1 + random.nextInt(60));
    byte[] odd = {'"', ';', ',', '\n', '\t', 0, (byte) 0xff, '\'', '{', '-', '9'};
    switch (random.nextInt(6)) {
      case 0 -> {
        byte[] changed = file.clone();
        changed[at] = odd[random.nextInt(odd.length)];
        return changed;
      }
      case 1 -> {
        return joined(file, 0, at, file, at + length, file.length);
      }
      case 2 -> {
        return joined(file, 0, at + length, file, at, file.length);
      }
      case 3 -> {
        return Arrays.copyOf(file, at);
      }
      case 4 -> {
        int from = line(file, at);
        int to = line(file, Math.min(file.length - 1, at + length));
        return joined(file, 0, from, file, to, file.length);
      }
      default -> {
        int from = line(file, at);
        int to = line(file, Math.min(file.length - 1, at + length));
        return joined(file, 0, to, file, from, file.length);
      }
    }
  }

  /** Where the line starts after a place. */
  private static int line(byte[] file, int at) {
    int i = at;
    while (i < file.length && file[i] != '\n') {
      i++;
    }
    return Math.min(i + 1, file.length);
  }

  private static byte[] joined(byte[] a, int fromA, int toA, byte[] b, int fromB, int toB) {
    byte[] joined = new byte[toA - fromA + toB - fromB];
    System.arraycopy(a, fromA, joined, 0, toA - fromA);
    System.arraycopy(b, fromB, joined, toA - fromA, toB - fromB);
    return joined;
  }
}
