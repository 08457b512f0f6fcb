package nl.oogst.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.oogst.Folders;

/**
 * The same deliveries in two roots: runs of one go on from what earlier runs kept, runs of the
 * other read everything. Both must make the same release.
 */
final class TwoRoots {
  private static final Pattern SAID = Pattern.compile("files read: (\\d+); known already: (\\d+)");

  /** A citizen service number, which refuses a delivery. */
  static final String BSN = DataRoot.bsn(111_222_333);

  /** Another way to read the deliveries of beta. */
  static final String PROFILE =
      """
      {"proeftuin": "beta", "tables": [
        {"files": "*uren.csv", "entity": "paid_hours", "mode": "delta", "columns": {},
         "formats": {"decimalChar": ","}}]}
      """;

  static final String KEY = "0123456789abcdef".repeat(4);

  private final Path keyFile;

  /** Runs month after month on what it kept. */
  private final DataRoot kept;

  /** The same deliveries, and every run reads everything. */
  private final DataRoot fresh;

  /** Roots of two proeftuinen, alfa and beta, without deliveries. */
  TwoRoots(Path folder) throws IOException {
    kept = new DataRoot(folder.resolve("kept"), "alfa", "beta");
    fresh = new DataRoot(folder.resolve("fresh"), "alfa", "beta");
    keyFile = folder.resolve("key");
    Files.writeString(keyFile, KEY);
  }

  DataRoot kept() {
    return kept;
  }

  Definitions definitions() {
    return Definitions.load(kept.settings("local[1]"));
  }

  /** What the runs that keep lay by for the next one. */
  Path state(String of) {
    return state(kept).resolve(of);
  }

  List<DataRoot> both() {
    return List.of(kept, fresh);
  }

  void file(String path, String content) {
    both().forEach(root -> root.file(path, content));
  }

  Ran harvest(DataRoot root, String... more) {
    String key = keyFile.toString();
    List<String> all = new ArrayList<>(List.of(more));
    all.addAll(List.of("--link-key-file", key, "--disclosure-key-file", key));
    return Ran.harvest(root, all.toArray(String[]::new));
  }

  /** Harvests both ways; how many files the one that keeps had to read. */
  int readAnew(int exitCode) throws IOException {
    Ran ran = sameBytes();
    assertThat(ran.code()).as(ran.err()).isEqualTo(exitCode);
    Matcher said = SAID.matcher(ran.err());
    return said.find() ? Integer.parseInt(said.group(1)) : -1;
  }

  Ran sameBytes(String... more) throws IOException {
    Folders.delete(state(fresh));
    Ran scratch = harvest(fresh, more);
    Ran ran = harvest(kept, more);
    assertThat(ran.code()).as(ran.err()).isEqualTo(scratch.code());
    assertThat(ran.release().getFileName()).isEqualTo(scratch.release().getFileName());
    Map<String, String> expected = bytes(scratch.release());
    assertThat(bytes(ran.release())).isEqualTo(expected);
    return ran;
  }

  private static Map<String, String> bytes(Path release) throws IOException {
    Map<String, String> all = new TreeMap<>();
    for (Path file : DataRoot.tree(release)) {
      all.put(release.relativize(file).toString(), Digests.ofFile(file));
    }
    assertThat(all).containsKey("restricted/placements.parquet");
    return all;
  }

  private static Path state(DataRoot root) {
    return root.out().resolve("state");
  }

  void remove(String delivery) throws IOException {
    for (DataRoot root : both()) {
      Folders.delete(root.path(delivery));
    }
  }

  /** What is kept of what was resolved, with the number that tells whether it was written anew. */
  Set<String> resolved() throws IOException {
    Set<String> all = new TreeSet<>();
    for (Path file : DataRoot.tree(state(kept).resolve("resolved"))) {
      all.add(file + " " + Files.getAttribute(file, "unix:ino"));
    }
    return all;
  }

  List<Path> entries() {
    return DataRoot.tree(state(kept).resolve("read")).stream()
        .filter(file -> !file.getFileName().toString().matches("used-.|digests"))
        .toList();
  }

  static String placements(int month) {
    StringBuilder csv = new StringBuilder(DataRoot.PLACEMENTS);
    for (int i = Math.max(0, month - 4); i <= month + 3; i++) {
      csv.append("P-").append(i).append(",K-").append(i % 7);
      csv.append(",BZK,supplier,at_supplier,temporary,ww,participatiewet,2024-0");
      csv.append(1 + i % 3).append("-01,").append(i == month ? "2024-12-31" : "").append(',');
      csv.append(20 + (i + month) % 3).append('\n');
    }
    return csv.toString();
  }

  static String hours(int month) {
    StringBuilder csv = new StringBuilder(DataRoot.HOURS);
    for (int i = Math.max(0, month - 4); i <= month + 4; i++) {
      csv.append("P-")
          .append(i)
          .append(String.format(Locale.ROOT, ",2024-%02d-01,2024-%02d-28,", month, month));
      csv.append(80 + i).append('\n');
    }
    return csv.toString();
  }

  static String day(int month) {
    return String.format(Locale.ROOT, "2024-%02d-28", month);
  }

  void month(int month) {
    file("alfa/" + day(month) + "/placements.csv", placements(month));
    file("alfa/" + day(month) + "/paid_hours.csv", hours(month));
    if (month % 2 == 0) {
      Map<String, byte[]> inner = new TreeMap<>();
      inner.put("plaatsingen.csv", DataRoot.bytes(placements(month)));
      inner.put("uren.csv", DataRoot.bytes(hours(month).replace(",80", ",geen")));
      byte[] zip = DataRoot.zip(inner);
      both().forEach(root -> root.file("beta/" + day(month) + "/levering.zip", zip));
    }
  }
}
