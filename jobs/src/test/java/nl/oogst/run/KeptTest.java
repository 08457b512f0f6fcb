package nl.oogst.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.oogst.release.ParquetSetReader;
import nl.oogst.release.ReleaseStore;
import nl.oogst.release.RowGroups;
import nl.oogst.release.revision.Revision;
import nl.oogst.release.revision.RevisionRows;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptTest {
  private static final Pattern SAID = Pattern.compile("files read: (\\d+); known already: (\\d+)");
  private static final String BSN = DataRoot.bsn(111_222_333);
  private static final String PROFILE =
      """
      {"proeftuin": "beta", "tables": [
        {"files": "*uren.csv", "entity": "paid_hours", "mode": "delta", "columns": {},
         "formats": {"decimalChar": ","}}]}
      """;
  private static final String KEY = "0123456789abcdef".repeat(4);

  @TempDir Path temp;

  /** Runs month after month on what it kept. */
  private DataRoot kept;

  /** The same deliveries, and every run reads everything. */
  private DataRoot fresh;

  @BeforeEach
  void twoRoots() throws IOException {
    kept = new DataRoot(temp.resolve("kept"), "alfa", "beta");
    fresh = new DataRoot(temp.resolve("fresh"), "alfa", "beta");
    Files.writeString(temp.resolve("key"), KEY);
  }

  private List<DataRoot> both() {
    return List.of(kept, fresh);
  }

  private void file(String path, String content) {
    both().forEach(root -> root.file(path, content));
  }

  private Ran harvest(DataRoot root, String... more) {
    String key = temp.resolve("key").toString();
    List<String> all = new ArrayList<>(List.of(more));
    all.addAll(List.of("--link-key-file", key, "--disclosure-key-file", key));
    return Ran.harvest(root, all.toArray(String[]::new));
  }

  /** Harvests both ways; how many files the one that keeps had to read. */
  private int readAnew(int exitCode) throws IOException {
    Ran ran = sameBytes();
    assertThat(ran.code()).as(ran.err()).isEqualTo(exitCode);
    Matcher said = SAID.matcher(ran.err());
    return said.find() ? Integer.parseInt(said.group(1)) : -1;
  }

  private Ran sameBytes(String... more) throws IOException {
    delete(state(fresh));
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

  private void remove(String delivery) throws IOException {
    for (DataRoot root : both()) {
      delete(root.path(delivery));
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> walk = Files.walk(folder)) {
        for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  /** What is kept of what was resolved, with the number that tells whether it was written anew. */
  private Set<String> resolved() throws IOException {
    Set<String> all = new TreeSet<>();
    for (Path file : DataRoot.tree(state(kept).resolve("resolved"))) {
      all.add(file + " " + Files.getAttribute(file, "unix:ino"));
    }
    return all;
  }

  private List<Path> entries() {
    return DataRoot.tree(state(kept).resolve("read")).stream()
        .filter(file -> !file.getFileName().toString().startsWith("used-"))
        .toList();
  }

  private static String placements(int month) {
    StringBuilder csv = new StringBuilder(DataRoot.PLACEMENTS);
    for (int i = Math.max(0, month - 4); i <= month + 3; i++) {
      csv.append("P-").append(i).append(",K-").append(i % 7);
      csv.append(",BZK,supplier,at_supplier,temporary,ww,participatiewet,2024-0");
      csv.append(1 + i % 3).append("-01,").append(i == month ? "2024-12-31" : "").append(',');
      csv.append(20 + (i + month) % 3).append('\n');
    }
    return csv.toString();
  }

  private static String hours(int month) {
    StringBuilder csv = new StringBuilder(DataRoot.HOURS);
    for (int i = Math.max(0, month - 4); i <= month + 4; i++) {
      csv.append("P-")
          .append(i)
          .append(String.format(Locale.ROOT, ",2024-%02d-01,2024-%02d-28,", month, month));
      csv.append(80 + i).append('\n');
    }
    return csv.toString();
  }

  private static String day(int month) {
    return String.format(Locale.ROOT, "2024-%02d-28", month);
  }

  private void month(int month) {
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

  @Test
  void aYearOfMonthsGivesTheBytesOfRunsFromScratch() throws IOException {
    int[] anew = new int[13];
    for (int month = 1; month <= 12; month++) {
      month(month);
      switch (month) {
        case 3 -> // a correction of an earlier month comes in between, with a lesson
            file(
                "alfa/" + day(2) + "_correctie/lessen.csv",
                DataRoot.LESSONS + "L1,2024-02-01,new_tender,suppliers,Bel 06-12345678,true\n");
        case 5 -> // how beta's deliveries are read changes
            both().forEach(root -> root.profile("beta", PROFILE));
        case 8 -> // alfa takes a delivery back: the numbers of all later ones shift
            remove("alfa/" + day(4));
        case 10 -> { // and sends it again, as it was
          file("alfa/" + day(4) + "/placements.csv", placements(4));
          file("alfa/" + day(4) + "/paid_hours.csv", hours(4));
        }
        case 11 -> // a citizen service number refuses a delivery of beta
            file("beta/" + day(11) + "/placements.csv", placements(11).replace("K-2,", BSN + ","));
        default -> {}
      }
      anew[month] = readAnew(3);
    }
    assertThat(anew[1]).as("nothing is known yet").isEqualTo(-1);
    assertThat(anew[2]).as("two files of alfa, one of beta").isEqualTo(3);
    assertThat(anew[4]).isEqualTo(3);
    assertThat(anew[5]).as("also what the changed profile reads").isEqualTo(2 + 2);
    assertThat(anew[8]).as("nothing for what went").isEqualTo(3);
    assertThat(anew[10]).as("what comes back soon is still known").isEqualTo(3);
    assertThat(anew[12]).as("of what is refused, nothing is kept").isEqualTo(3 + 1);
    assertThat(entries()).hasSize(2 * 12 + 6 + 1);
  }

  @Test
  void whatIsDamagedIsReadAnew() throws IOException {
    month(1);
    readAnew(3);
    List<Path> entries = entries();
    assertThat(entries).hasSize(2);
    byte[] bytes = Files.readAllBytes(entries.get(0));
    bytes[bytes.length / 2] ^= 1;
    Files.write(entries.get(0), bytes);
    byte[] cut = Files.readAllBytes(entries.get(1));
    Files.write(entries.get(1), Arrays.copyOf(cut, cut.length - 40));
    Files.writeString(entries.get(1).resolveSibling("left" + Kept.PART), "of a killed run");
    month(2);

    assertThat(readAnew(3)).as("all five files; nothing was known").isEqualTo(-1);
    assertThat(entries()).as("whole again, and without the part").hasSize(5);
    month(3);
    assertThat(readAnew(3)).isEqualTo(2);
  }

  @Test
  void anotherKeyOrProgramReadsEverythingAnew() throws IOException {
    month(1);
    readAnew(3);
    Files.writeString(temp.resolve("key"), KEY.replace('0', 'f'));

    assertThat(readAnew(3)).isEqualTo(-1);
    Inbox inbox = InboxScan.scan(kept.settings("local[1]"), definitions().schemas());
    assertThat(key(inbox, "1.0", null)).isEqualTo(key(inbox, "1.0", null));
    assertThat(key(inbox, "1.0", null)).isNotEqualTo(key(inbox, "1.1", null));
    assertThat(key(inbox, "1.0", null)).isNotEqualTo(key(inbox, "1.0", KEY));
  }

  private Definitions definitions() {
    return Definitions.load(kept.settings("local[1]"));
  }

  private Path key(Inbox inbox, String version, String linkKey) {
    Settings s = kept.settings("local[1]");
    Settings settings =
        new Settings(
            s.data(), s.out(), s.schemas(), s.profiles(), null, null, null, "", false, version);
    return Kept.of(settings, definitions(), inbox, linkKey)
        .entry(inbox.deliveries().get(0), inbox.files().get(0))
        .path();
  }

  @Test
  void whatIsKeptIsForItsOwnerAndGoesWhenThreeRunsDidNotUseIt() throws IOException {
    month(1);
    readAnew(3);
    List<Path> first = entries();
    assertThat(first).hasSize(2);
    for (Path path : first) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
          .isEqualTo("rw-------");
    }
    for (Path folder : List.of(state(kept), first.get(0).getParent())) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
          .isEqualTo("rwx------");
    }

    remove("alfa/" + day(1));
    for (int month = 3; month <= 7; month += 2) {
      assertThat(entries()).as("before month %d", month).containsAll(first);
      month(month);
      readAnew(3);
    }

    assertThat(entries()).hasSize(6).doesNotContainAnyElementsOf(first);
  }

  @Test
  void whatTheOthersDeliveredIsNotEvenOpened() throws IOException {
    month(1);
    month(2);
    readAnew(3);
    Set<String> before = resolved();
    file("beta/" + day(3) + "/placements.csv", placements(3));
    assertThat(readAnew(3)).isEqualTo(1);

    Set<String> ofAlfa = new TreeSet<>(before);
    ofAlfa.retainAll(resolved());
    assertThat(ofAlfa).as("two parts and their entry").hasSizeGreaterThanOrEqualTo(2);
    assertThat(before).as("of beta as it was, nothing").hasSizeGreaterThan(ofAlfa.size());
    // it would be missed if it were needed
    delete(state(kept).resolve("read"));
    file("alfa/" + day(4) + "/placements.csv", placements(5));
    file("beta/" + day(4) + "/placements.csv", placements(4));
    assertThat(readAnew(3)).as("what is later is laid beside what came of the rest").isEqualTo(2);
    delete(state(kept).resolve("read"));
    file("beta/" + day(3) + "_b/placements.csv", placements(2));
    assertThat(readAnew(3)).as("with one in between, all four of beta").isEqualTo(4);
  }

  @Test
  void whatIsLaidBesideEarlierDeliveriesMayChangeWhatCameOfThem() throws IOException {
    // hours of a placement that nobody knows yet, a row that cannot be used, a doubled row
    String unknown =
        DataRoot.HOURS + "P-9,2024-01-01,2024-01-28,40\nP-9,2024-01-01,2024-01-28,41\n";
    file(
        "alfa/" + day(1) + "/placements.csv", placements(1).replace("supplier,at_supplier", "?,?"));
    file("alfa/" + day(1) + "/paid_hours.csv", unknown);
    file(
        "alfa/" + day(1) + "/lessen.csv",
        DataRoot.LESSONS + "L1,2024-01-01,new_tender,suppliers,a,true\n");
    file(
        "beta/" + day(1) + "/placements.csv",
        placements(1) + placements(1).substring(DataRoot.PLACEMENTS.length()));
    file("beta/" + day(2) + "/placements.csv", placements(2).replace("K-3,", BSN + ","));
    readAnew(3);
    for (int month = 3; month <= 6; month++) {
      delete(state(kept).resolve("read"));
      // a placement comes to its hours, others vanish; a lesson is told otherwise
      file("alfa/" + day(month) + "/placements.csv", placements(month + 3));
      file("alfa/" + day(month) + "/paid_hours.csv", unknown.replace(",40", ",4" + month));
      file(
          "alfa/" + day(month) + "/lessen.csv",
          DataRoot.LESSONS + "L1,2024-01-01,new_tender,suppliers,b" + month + ",true\n");
      if (month != 4) {
        file("beta/" + day(month) + "/placements.csv", placements(month));
      }
      int ofBeta = month == 4 ? 0 : 1;
      assertThat(readAnew(3)).as("and the refused one").isEqualTo(3 + ofBeta + 1);
    }
  }

  @Test
  void ofDamagedResultsNothingIsTaken() throws IOException {
    month(1);
    readAnew(3);
    List<Path> files = DataRoot.tree(state(kept).resolve("resolved"));
    assertThat(files).isNotEmpty();
    for (int i = 0; i < 3; i++) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files.get(0))))
          .isEqualTo("rw-------");
      file("beta/2024-0" + (2 + i) + "-03/placements.csv", placements(3));
      Path file = files.get(i * (files.size() - 1) / 2);
      byte[] bytes = Files.readAllBytes(file);
      bytes[bytes.length / 2] ^= 1;
      Files.write(file, bytes);
      Files.writeString(file.resolveSibling("9-9-9"), "of a killed run");
      readAnew(3);
      files = DataRoot.tree(state(kept).resolve("resolved"));
      assertThat(files.toString()).doesNotContain("9-9-9");
    }
  }

  /** Between two small ones stands one whose paid hours are a section of their own. */
  @Test
  void aSectionIsCopiedAsItWouldBeWritten() throws IOException {
    StringBuilder placements = new StringBuilder(DataRoot.PLACEMENTS);
    StringBuilder hours = new StringBuilder(DataRoot.HOURS);
    for (int i = 0; i < Sections.WIDE_ROWS + 1; i++) {
      placements.append(DataRoot.row("M" + i));
      for (int month = 1; month <= 12; month++) {
        hours.append("M").append(i);
        hours.append(String.format(Locale.ROOT, ",2024-%02d-01,2024-%02d-28,", month, month));
        hours.append(80 + i % 30).append('\n');
      }
    }
    for (DataRoot root : both()) {
      root.file("alfa/2025-01-31/plaatsingen.csv", placements(1));
      root.file("alfa/2025-01-31/uren.csv", hours(1));
      root.file("many/2025-01-31/plaatsingen.csv", placements.toString());
      root.file("many/2025-01-31/uren.csv", hours.toString());
      root.file("zeta/2025-01-31/plaatsingen.csv", placements(2));
      root.file("zeta/2025-01-31/uren.csv", hours(2));
      root.register(DataRoot.registerOf("alfa", "many", "zeta"));
    }
    Ran first = sameBytes();
    Path one = first.release();
    Path restricted = one.resolve("restricted");
    List<RowGroups.Group> groups = RowGroups.of(restricted, "paid_hours");
    assertThat(groups.stream().map(RowGroups.Group::first)).containsExactly("alfa", "many", "zeta");
    assertThat(RowGroups.of(restricted, "placement_history")).hasSize(3);
    assertThat(first.rows("count(*)", "restricted/paid_hours", "WHERE proeftuin = 'many'"))
        .containsExactly(Long.toString((Sections.WIDE_ROWS + 1) * 12));

    file("zeta/2025-02-28/plaatsingen.csv", placements(3));
    Set<String> before = resolved();
    Path two = sameBytes().release();
    before.retainAll(resolved());
    assertThat(before.toString()).as("the section was not written again").contains("paid_hours");
    assertThat(RowGroups.of(two.resolve("restricted"), "paid_hours").get(1).sha256())
        .isEqualTo(groups.get(1).sha256());
    sameRevisions(one, two);

    file("many/2025-03-31/uren.csv", DataRoot.HOURS + "M7,2025-01-01,2025-01-28,70\n");
    Path three = sameBytes().release();
    assertThat(RowGroups.of(three.resolve("restricted"), "paid_hours").get(1).sha256())
        .isNotEqualTo(groups.get(1).sha256());
    sameRevisions(two, three);
  }

  /** What is added up again of some persons only is what all of them would have added up to. */
  private void sameRevisions(Path before, Path after) throws IOException {
    Settings settings = kept.settings("local[1]");
    String old = before.getFileName().toString();
    List<Revision> found =
        Releases.difference(
                new ReleaseStore(kept.out()),
                old,
                after.getFileName().toString(),
                settings.schemas(),
                settings.profiles(),
                false)
            .revisions();
    List<String> all =
        new RevisionRows(definitions().dataSets(), old)
            .exact(found).stream().map(Arrays::toString).toList();
    List<String> written =
        ParquetSetReader.readAll(after.resolve("restricted/unprotected/revisions.parquet")).stream()
            .map(Arrays::toString)
            .toList();
    assertThat(written).isNotEmpty();
    Set<String> more = new TreeSet<>(all);
    more.removeAll(written);
    Set<String> less = new TreeSet<>(written);
    less.removeAll(all);
    assertThat(more + "\n" + less).isEqualTo("[]\n[]");
  }

  @Test
  void anyOrderOfChangesGivesTheBytesOfRunsFromScratch() throws IOException {
    Random random = new Random(7);
    month(1);
    Ran before = sameBytes();
    for (int step = 0; step < 12; step++) {
      String proeftuin = random.nextBoolean() ? "alfa" : "beta";
      int month = 2 + random.nextInt(8);
      String delivery = proeftuin + "/" + day(month);
      String[] more = {};
      switch (random.nextInt(8)) {
        case 0 -> remove(delivery);
        case 1 -> file(delivery + "/placements.csv", placements(1).replace("K-2,", BSN + ","));
        case 2 -> both().forEach(root -> root.profile("beta", PROFILE.replace("beta", proeftuin)));
        case 3 -> more = new String[] {"--as-of", day(1 + random.nextInt(9))};
        case 4 ->
            both().forEach(root -> root.register(DataRoot.registerOf("alfa", "beta", "x" + month)));
        case 5 -> damage(random);
        default -> {}
      }
      file(delivery + "/uren.csv", hours(random.nextInt(9) + 1));
      file(delivery + "_b/plaatsingen.csv", placements(random.nextInt(9) + 1));
      Ran after = sameBytes(more);
      before = after;
    }
    assertThat(before.release()).exists();
  }

  private void damage(Random random) throws IOException {
    List<Path> files = DataRoot.tree(state(kept));
    if (!files.isEmpty()) {
      Files.write(files.get(random.nextInt(files.size())), new byte[] {1, 2, 3});
    }
  }
}
