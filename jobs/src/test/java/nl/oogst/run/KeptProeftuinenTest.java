package nl.oogst.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import nl.oogst.Folders;
import nl.oogst.release.ParquetSetReader;
import nl.oogst.release.ReleaseStore;
import nl.oogst.release.RowGroups;
import nl.oogst.release.revision.Revision;
import nl.oogst.release.revision.RevisionRows;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What proeftuinen came to is taken from where it was kept, and gone on from. */
class KeptProeftuinenTest {
  @TempDir Path temp;

  private TwoRoots roots;

  @BeforeEach
  void twoRoots() throws IOException {
    roots = new TwoRoots(temp);
  }

  @Test
  void whatTheOthersDeliveredIsNotEvenOpened() throws IOException {
    roots.month(1);
    roots.month(2);
    roots.readAnew(3);
    Set<String> before = roots.resolved();
    roots.file("beta/" + TwoRoots.day(3) + "/placements.csv", TwoRoots.placements(3));
    assertThat(roots.readAnew(3)).isEqualTo(1);

    Set<String> ofAlfa = new TreeSet<>(before);
    ofAlfa.retainAll(roots.resolved());
    assertThat(ofAlfa).as("two parts and their entry").hasSizeGreaterThanOrEqualTo(2);
    assertThat(before).as("of beta as it was, nothing").hasSizeGreaterThan(ofAlfa.size());
    // it would be missed if it were needed
    Folders.delete(roots.state("read"));
    roots.file("alfa/" + TwoRoots.day(4) + "/placements.csv", TwoRoots.placements(5));
    roots.file("beta/" + TwoRoots.day(4) + "/placements.csv", TwoRoots.placements(4));
    assertThat(roots.readAnew(3))
        .as("what is later is laid beside what came of the rest")
        .isEqualTo(2);
    Folders.delete(roots.state("read"));
    roots.file("beta/" + TwoRoots.day(3) + "_b/placements.csv", TwoRoots.placements(2));
    assertThat(roots.readAnew(3)).as("with one in between, all four of beta").isEqualTo(4);
  }

  @Test
  void whatIsLaidBesideEarlierDeliveriesMayChangeWhatCameOfThem() throws IOException {
    // hours of a placement that nobody knows yet, a row that cannot be used, a doubled row
    String unknown =
        DataRoot.HOURS + "P-9,2024-01-01,2024-01-28,40\nP-9,2024-01-01,2024-01-28,41\n";
    roots.file(
        "alfa/" + TwoRoots.day(1) + "/placements.csv",
        TwoRoots.placements(1).replace("supplier,at_supplier", "?,?"));
    roots.file("alfa/" + TwoRoots.day(1) + "/paid_hours.csv", unknown);
    roots.file(
        "alfa/" + TwoRoots.day(1) + "/lessen.csv",
        DataRoot.LESSONS + "L1,2024-01-01,new_tender,suppliers,a,true\n");
    roots.file(
        "beta/" + TwoRoots.day(1) + "/placements.csv",
        TwoRoots.placements(1) + TwoRoots.placements(1).substring(DataRoot.PLACEMENTS.length()));
    roots.file(
        "beta/" + TwoRoots.day(2) + "/placements.csv",
        TwoRoots.placements(2).replace("K-3,", TwoRoots.BSN + ","));
    roots.readAnew(3);
    for (int month = 3; month <= 6; month++) {
      Folders.delete(roots.state("read"));
      // a placement comes to its hours, others vanish; a lesson is told otherwise
      roots.file("alfa/" + TwoRoots.day(month) + "/placements.csv", TwoRoots.placements(month + 3));
      roots.file(
          "alfa/" + TwoRoots.day(month) + "/paid_hours.csv", unknown.replace(",40", ",4" + month));
      roots.file(
          "alfa/" + TwoRoots.day(month) + "/lessen.csv",
          DataRoot.LESSONS + "L1,2024-01-01,new_tender,suppliers,b" + month + ",true\n");
      if (month != 4) {
        roots.file("beta/" + TwoRoots.day(month) + "/placements.csv", TwoRoots.placements(month));
      }
      int ofBeta = month == 4 ? 0 : 1;
      assertThat(roots.readAnew(3)).as("and the refused one").isEqualTo(3 + ofBeta + 1);
    }
  }

  @Test
  void ofDamagedResultsNothingIsTaken() throws IOException {
    roots.month(1);
    roots.readAnew(3);
    List<Path> files = DataRoot.tree(roots.state("resolved"));
    assertThat(files).isNotEmpty();
    for (int i = 0; i < 3; i++) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files.get(0))))
          .isEqualTo("rw-------");
      roots.file("beta/2024-0" + (2 + i) + "-03/placements.csv", TwoRoots.placements(3));
      Path file = files.get(i * (files.size() - 1) / 2);
      byte[] bytes = Files.readAllBytes(file);
      bytes[bytes.length / 2] ^= 1;
      Files.write(file, bytes);
      Files.writeString(file.resolveSibling("9-9-9"), "of a killed run");
      roots.readAnew(3);
      files = DataRoot.tree(roots.state("resolved"));
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
    for (DataRoot root : roots.both()) {
      root.file("alfa/2025-01-31/plaatsingen.csv", TwoRoots.placements(1));
      root.file("alfa/2025-01-31/uren.csv", TwoRoots.hours(1));
      root.file("many/2025-01-31/plaatsingen.csv", placements.toString());
      root.file("many/2025-01-31/uren.csv", hours.toString());
      root.file("zeta/2025-01-31/plaatsingen.csv", TwoRoots.placements(2));
      root.file("zeta/2025-01-31/uren.csv", TwoRoots.hours(2));
      root.register(DataRoot.registerOf("alfa", "many", "zeta"));
    }
    Ran first = roots.sameBytes();
    Path one = first.release();
    Path restricted = one.resolve("restricted");
    List<RowGroups.Group> groups = RowGroups.of(restricted, "paid_hours");
    assertThat(groups).extracting(RowGroups.Group::single).containsExactly("alfa", "many", "zeta");
    assertThat(RowGroups.of(restricted, "placement_history")).hasSize(3);
    assertThat(first.rows("count(*)", "restricted/paid_hours", "WHERE proeftuin = 'many'"))
        .containsExactly(Long.toString((Sections.WIDE_ROWS + 1) * 12));

    roots.file("zeta/2025-02-28/plaatsingen.csv", TwoRoots.placements(3));
    Set<String> before = roots.resolved();
    Path two = roots.sameBytes().release();
    before.retainAll(roots.resolved());
    assertThat(before.toString()).as("the section was not written again").contains("paid_hours");
    assertThat(RowGroups.of(two.resolve("restricted"), "paid_hours").get(1).sha256())
        .isEqualTo(groups.get(1).sha256());
    sameRevisions(one, two);

    roots.file("many/2025-03-31/uren.csv", DataRoot.HOURS + "M7,2025-01-01,2025-01-28,70\n");
    Path three = roots.sameBytes().release();
    assertThat(RowGroups.of(three.resolve("restricted"), "paid_hours").get(1).sha256())
        .isNotEqualTo(groups.get(1).sha256());
    sameRevisions(two, three);
  }

  @Test
  void anyOrderOfChangesGivesTheBytesOfRunsFromScratch() throws IOException {
    Random random = new Random(7);
    roots.month(1);
    Ran before = roots.sameBytes();
    for (int step = 0; step < 12; step++) {
      String proeftuin = random.nextBoolean() ? "alfa" : "beta";
      int month = 2 + random.nextInt(8);
      String delivery = proeftuin + "/" + TwoRoots.day(month);
      String[] more = {};
      switch (random.nextInt(8)) {
        case 0 -> roots.remove(delivery);
        case 1 ->
            roots.file(
                delivery + "/placements.csv",
                TwoRoots.placements(1).replace("K-2,", TwoRoots.BSN + ","));
        case 2 ->
            roots
                .both()
                .forEach(root -> root.profile("beta", TwoRoots.PROFILE.replace("beta", proeftuin)));
        case 3 -> more = new String[] {"--as-of", TwoRoots.day(1 + random.nextInt(9))};
        case 4 ->
            roots
                .both()
                .forEach(root -> root.register(DataRoot.registerOf("alfa", "beta", "x" + month)));
        case 5 -> damage(random);
        default -> {}
      }
      roots.file(delivery + "/uren.csv", TwoRoots.hours(random.nextInt(9) + 1));
      roots.file(delivery + "_b/plaatsingen.csv", TwoRoots.placements(random.nextInt(9) + 1));
      Ran after = roots.sameBytes(more);
      before = after;
    }
    assertThat(before.release()).exists();
  }

  /** What is added up again of some persons only is what all of them would have added up to. */
  private void sameRevisions(Path before, Path after) throws IOException {
    Settings settings = roots.kept().settings("local[1]");
    String old = before.getFileName().toString();
    List<Revision> found =
        Releases.difference(
                new ReleaseStore(roots.kept().out()),
                old,
                after.getFileName().toString(),
                settings.schemas(),
                settings.profiles(),
                false)
            .revisions();
    List<String> all =
        new RevisionRows(roots.definitions().dataSets(), old)
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

  private void damage(Random random) throws IOException {
    List<Path> files = DataRoot.tree(roots.state(""));
    if (!files.isEmpty()) {
      Files.write(files.get(random.nextInt(files.size())), new byte[] {1, 2, 3});
    }
  }
}
