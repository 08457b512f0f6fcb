package nl.oogst.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What files yielded when they were read is taken from where it was kept. */
class KeptTest {
  @TempDir Path temp;

  private TwoRoots roots;

  @BeforeEach
  void twoRoots() throws IOException {
    roots = new TwoRoots(temp);
  }

  @Test
  void aYearOfMonthsGivesTheBytesOfRunsFromScratch() throws IOException {
    int[] anew = new int[13];
    for (int month = 1; month <= 12; month++) {
      roots.month(month);
      switch (month) {
        case 3 -> // a correction of an earlier month comes in between, with a lesson
            roots.file(
                "alfa/" + TwoRoots.day(2) + "_correctie/lessen.csv",
                DataRoot.LESSONS + "L1,2024-02-01,new_tender,suppliers,Bel 06-12345678,true\n");
        case 5 -> // how beta's deliveries are read changes
            roots.both().forEach(root -> root.profile("beta", TwoRoots.PROFILE));
        case 8 -> // alfa takes a delivery back: the numbers of all later ones shift
            roots.remove("alfa/" + TwoRoots.day(4));
        case 10 -> { // and sends it again, as it was
          roots.file("alfa/" + TwoRoots.day(4) + "/placements.csv", TwoRoots.placements(4));
          roots.file("alfa/" + TwoRoots.day(4) + "/paid_hours.csv", TwoRoots.hours(4));
        }
        case 11 -> // a citizen service number refuses a delivery of beta
            roots.file(
                "beta/" + TwoRoots.day(11) + "/placements.csv",
                TwoRoots.placements(11).replace("K-2,", TwoRoots.BSN + ","));
        default -> {}
      }
      anew[month] = roots.readAnew(3);
    }
    assertThat(anew[1]).as("nothing is known yet").isEqualTo(-1);
    assertThat(anew[2]).as("two files of alfa, one of beta").isEqualTo(3);
    assertThat(anew[4]).isEqualTo(3);
    assertThat(anew[5]).as("also what the changed profile reads").isEqualTo(2 + 2);
    assertThat(anew[8]).as("nothing for what went").isEqualTo(3);
    assertThat(anew[10]).as("what comes back soon is still known").isEqualTo(3);
    assertThat(anew[12]).as("of what is refused, nothing is kept").isEqualTo(3 + 1);
    assertThat(roots.entries()).hasSize(2 * 12 + 6 + 1);
  }

  @Test
  void whatIsDamagedIsReadAnew() throws IOException {
    roots.month(1);
    roots.readAnew(3);
    List<Path> entries = roots.entries();
    assertThat(entries).hasSize(2);
    byte[] bytes = Files.readAllBytes(entries.get(0));
    bytes[bytes.length / 2] ^= 1;
    Files.write(entries.get(0), bytes);
    byte[] cut = Files.readAllBytes(entries.get(1));
    Files.write(entries.get(1), Arrays.copyOf(cut, cut.length - 40));
    Files.writeString(entries.get(1).resolveSibling("left" + Kept.PART), "of a killed run");
    roots.month(2);

    assertThat(roots.readAnew(3)).as("all five files; nothing was known").isEqualTo(-1);
    assertThat(roots.entries()).as("whole again, and without the part").hasSize(5);
    roots.month(3);
    assertThat(roots.readAnew(3)).isEqualTo(2);
  }

  @Test
  void anotherKeyOrProgramReadsEverythingAnew() throws IOException {
    roots.month(1);
    roots.readAnew(3);
    Files.writeString(temp.resolve("key"), TwoRoots.KEY.replace('0', 'f'));

    assertThat(roots.readAnew(3)).isEqualTo(-1);
    Inbox inbox = InboxScan.scan(roots.kept().settings("local[1]"), roots.definitions().schemas());
    assertThat(key(inbox, "1.0", null)).isEqualTo(key(inbox, "1.0", null));
    assertThat(key(inbox, "1.0", null)).isNotEqualTo(key(inbox, "1.1", null));
    assertThat(key(inbox, "1.0", null)).isNotEqualTo(key(inbox, "1.0", TwoRoots.KEY));
  }

  @Test
  void whatIsKeptIsForItsOwnerAndGoesWhenThreeRunsDidNotUseIt() throws IOException {
    roots.month(1);
    roots.readAnew(3);
    List<Path> first = roots.entries();
    assertThat(first).hasSize(2);
    for (Path path : first) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
          .isEqualTo("rw-------");
    }
    for (Path folder : List.of(roots.state(""), first.get(0).getParent())) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
          .isEqualTo("rwx------");
    }

    roots.remove("alfa/" + TwoRoots.day(1));
    for (int month = 3; month <= 7; month += 2) {
      assertThat(roots.entries()).as("before month %d", month).containsAll(first);
      roots.month(month);
      roots.readAnew(3);
    }

    assertThat(roots.entries()).hasSize(6).doesNotContainAnyElementsOf(first);
  }

  private Path key(Inbox inbox, String version, String linkKey) {
    Settings s = roots.kept().settings("local[1]");
    Settings settings =
        new Settings(
            s.data(), s.out(), s.schemas(), s.profiles(), null, null, null, "", false, version);
    return Kept.of(settings, roots.definitions(), inbox, linkKey)
        .entry(inbox.deliveries().get(0), inbox.files().get(0))
        .path();
  }
}
