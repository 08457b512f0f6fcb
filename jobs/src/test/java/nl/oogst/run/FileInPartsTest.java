package nl.oogst.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One file read by several tasks gives the bytes that one task gives. */
class FileInPartsTest {
  private static final String KEY = "0123456789abcdef".repeat(4);
  private static final int ROWS = 3_000;

  /** Much data travels by another serializer, which knows fewer classes. */
  private static final String SERIALIZER = "spark.serializer";

  @TempDir Path temp;
  private DataRoot whole;
  private DataRoot parts;

  @BeforeEach
  void twoRoots() throws java.io.IOException {
    whole = new DataRoot(temp.resolve("whole"), "alfa", "beta");
    parts = new DataRoot(temp.resolve("parts"), "alfa", "beta");
    Files.writeString(temp.resolve("key"), KEY);
  }

  @AfterEach
  void noParts() {
    System.clearProperty(ReadStage.PART_BYTES);
    System.clearProperty(SERIALIZER);
  }

  private void file(String path, String content) {
    List.of(whole, parts).forEach(root -> root.file(path, content));
  }

  private static String table(String header, String end, IntFunction<String> row) {
    StringBuilder csv = new StringBuilder(header.strip()).append(end);
    for (int i = 0; i < ROWS; i++) {
      csv.append(row.apply(i).strip()).append(end);
    }
    return csv.toString();
  }

  private Ran harvest(DataRoot root) {
    String key = temp.resolve("key").toString();
    return Ran.harvest(root, "--link-key-file", key, "--disclosure-key-file", key);
  }

  /** Harvests both ways, compares every byte, and says how many entries are kept of the files. */
  private int harvestBoth(int exitCode, String partBytes) {
    Ran one = harvest(whole);
    System.setProperty(ReadStage.PART_BYTES, partBytes);
    System.setProperty(SERIALIZER, "org.apache.spark.serializer.KryoSerializer");
    Ran several = harvest(parts);
    noParts();
    assertThat(one.code()).as(one.err()).isEqualTo(exitCode);
    assertThat(several.code()).as(several.err()).isEqualTo(exitCode);
    assertThat(bytes(several.release())).isEqualTo(bytes(one.release()));
    assertThat(said(several)).isEqualTo(said(one));
    return entries(parts);
  }

  /** What a run says, but for where and how fast. */
  private static String said(Ran ran) {
    return ran.out().replace(ran.root().out().toString(), "").replaceAll(", [0-9.]+ s\\.", "");
  }

  private static int entries(DataRoot root) {
    return (int)
        DataRoot.tree(root.out().resolve("state/read")).stream()
            .filter(file -> !file.getFileName().toString().startsWith("used-"))
            .count();
  }

  private static Map<String, String> bytes(Path release) {
    Map<String, String> all = new TreeMap<>();
    for (Path file : DataRoot.tree(release)) {
      all.put(release.relativize(file).toString(), Digests.ofFile(file));
    }
    assertThat(all).containsKey("restricted/placements.parquet");
    return all;
  }

  private static String slashes(int i, int month) {
    return (1 + i % 28) + "/" + month + "/2024";
  }

  @Test
  void aFileReadByManyTasksChangesNoByte() {
    String header =
        DataRoot.PLACEMENTS.strip()
            + ",supplier,end_reason,link_surname,link_initials,link_birth_date";
    String placements =
        table(
            header,
            "\r\n",
            i -> {
              String row = DataRoot.row("P" + (i % 991 == 0 ? 1 : i)).strip();
              row = row.replace("2024-01-01,", slashes(i, 1 + i % 12) + ",");
              row = i % 97 == 0 ? row.replace("BZK", "zie mail") : row;
              row += i % 5 == 0 ? ",\"Zonnig,\r\n\"\"Werk\"\" 'é'\"" : ",Zonnig Werk";
              row += ",," + (i % 11 == 0 ? "Jansen" : "De Vries-" + i % 300) + ",J,1980-02-03";
              return i == 2_000 ? "Totaal,,,,,,,,,,,,,,," : i % 400 == 7 ? row + ",meer" : row;
            });
    file(
        "alfa/2024-12-31/plaatsingen.csv", "\uFEFF" + placements + "Totaal,,,,,,,,,,2900,,,,,\r\n");
    String hours =
        table(
            DataRoot.HOURS,
            "\n",
            i ->
                "P"
                    + i / 2
                    + ",2024-0"
                    + (1 + i % 2)
                    + "-01,2024-0"
                    + (1 + i % 2)
                    + "-28,"
                    + i % 160);
    file("beta/2024-12-31/paid_hours.csv", hours);
    file(
        "beta/2024-12-31/placements.csv",
        table(DataRoot.PLACEMENTS, "\n", i -> DataRoot.row("P" + i)));

    int entries = harvestBoth(3, "20k");
    assertThat(entries).as("each part is kept by itself").isGreaterThan(25);
    assertThat(entries(whole)).isEqualTo(3);

    file("beta/2025-01-31/paid_hours.csv", hours.replace(",1", ",2"));
    assertThat(harvestBoth(3, "20k")).isGreaterThan(entries + 3);
  }

  @Test
  void whatOnlyTheWholeFileTellsIsReadAsAWhole() {
    // whether 1/2/2024 is in January or February shows in a row that one part alone holds
    String csv =
        table(
            DataRoot.PLACEMENTS,
            "\n",
            i ->
                DataRoot.row("P" + i)
                    .replace(
                        "2024-01-01",
                        i == 2_900 ? "2/25/2024" : i < 300 ? "2024-01-05" : "1/2/2024"));
    file("alfa/2024-12-31/placements.csv", csv);
    file("beta/2024-12-31/a.csv", DataRoot.placements("A"));

    assertThat(harvestBoth(0, "20k")).as("in one piece").isEqualTo(2);
  }

  @Test
  void citizenServiceNumbersOfAllPartsAreCounted() {
    String csv =
        table(
            DataRoot.PLACEMENTS,
            "\n",
            i ->
                i % 100 == 50
                    ? DataRoot.row("P" + i).replace("K-P" + i, DataRoot.bsn(111_222_333))
                    : DataRoot.row("P" + i));
    file("alfa/2024-12-31/placements.csv", csv);
    file("beta/2024-12-31/placements.csv", DataRoot.placements("B1", "B2"));

    assertThat(harvestBoth(3, "20k")).as("of what is refused, nothing is kept").isEqualTo(1);
  }
}
