package nl.oogst.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Persons to whom nothing more can happen are not added up again while their proeftuin delivers
 * nothing, whatever else does; every release is what it would be if they were.
 */
class KeptFiguresTest {
  private static final String COLUMNS =
      DataRoot.PLACEMENTS.replace("\n", ",link_surname,link_initials,link_birth_date\n");

  private static final String HEAD = "proeftuin_id,practice,from,to,phase\n";

  /** Made up: one in the part of the first, another in the other part. */
  private static final String SOMEBODY = "Proefpersoon,A.B.,1990-01-02";

  private static final String ALSO_THERE = "Voorbeeld,C.D.,1991-03-04";
  private static final String ELSEWHERE = "Testmens,E.F.,1992-05-06";

  private static final String NOBODY = ",,";

  @TempDir Path temp;

  private final PersonBuckets parts =
      PersonBuckets.of(new TreeMap<>(Map.of("many", 2 * PersonBuckets.PLACEMENTS)));

  private TwoRoots roots;

  @BeforeEach
  void manyAndFew() throws IOException {
    roots = new TwoRoots(temp);
    roots.both().forEach(root -> root.register(DataRoot.registerOf("alfa", "many", "zulu")));
    deliver("2024-10-31", "");
    roots.file("alfa/2024-10-31/plaatsingen.csv", COLUMNS + row("A1", "2024-02-01", "", NOBODY));
  }

  /** All of the large one: jobs that are over, some of them within this year, and open ones. */
  private void deliver(String day, String more) {
    StringBuilder placements = new StringBuilder(COLUMNS);
    StringBuilder hours = new StringBuilder(DataRoot.HOURS);
    for (int i = 0; i < 2 * PersonBuckets.PLACEMENTS; i++) {
      String end = i % 4 == 0 ? "" : "2024-0" + (4 + i % 5) + "-15";
      placements.append(row("M" + i, "202" + (1 + i % 3) + "-02-01", end, link(i)));
      if (i % 50 == 0) {
        hours.append('M').append(i).append(",2024-03-01,2024-04-15,").append(40 + i % 7);
        hours.append(".5\n");
      }
    }
    roots.file("many/" + day + "/plaatsingen.csv", placements + more);
    roots.file("many/" + day + "/uren.csv", hours.toString());
  }

  /** Of three whose jobs are over since spring. */
  private String link(int i) {
    return i == 1
        ? SOMEBODY
        : i == next(1, true) ? ALSO_THERE : i == next(1, false) ? ELSEWHERE : NOBODY;
  }

  /** The next whose job is over in the same month, in the same part or the other one. */
  private int next(int of, boolean same) {
    int part = parts.of("many/K-M" + of);
    int i = of + 20;
    while ((parts.of("many/K-M" + i) == part) != same) {
      i += 20;
    }
    return i;
  }

  private static String row(String id, String from, String to, String link) {
    return String.join(
            ",",
            id,
            "K-" + id,
            "BZK",
            "supplier",
            "at_supplier",
            "temporary",
            "participatiewet",
            "participatiewet",
            from,
            to,
            "24",
            link)
        + "\n";
  }

  /** The sums that are kept, with what tells whether they were written anew. */
  private Set<String> sums() throws IOException {
    return roots.resolved().stream()
        .filter(file -> file.contains("/figures-"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void sumsOfTheSettledLastWhileOthersDeliverAndTimePasses() throws IOException {
    roots.sameBytes();
    Set<String> first = sums();
    assertThat(first).isNotEmpty();

    roots.file(
        "alfa/2025-01-31/plaatsingen.csv", COLUMNS + row("A2", "2024-02-01", "2024-12-31", NOBODY));
    roots.sameBytes();
    assertThat(sums()).as("in another quarter of another year").isEqualTo(first);

    deliver("2025-02-28", row("M-new", "2024-11-01", "2025-01-15", NOBODY));
    roots.sameBytes();
    assertThat(sums()).as("new sums").isNotEmpty().doesNotContainAnyElementsOf(first);
  }

  @Test
  void onlyThePartOfWhoIsLinkedSinceIsAddedUpAnew() throws IOException {
    roots.sameBytes();
    Set<String> first = sums();
    assertThat(first).as("two parts").hasSize(2);

    // M1 is over, and the person turns out to work elsewhere; both are called after M1
    roots.file("zulu/2024-11-30/plaatsingen.csv", COLUMNS + row("Z1", "2024-07-01", "", SOMEBODY));
    Ran linked = roots.sameBytes();
    assertThat(linked.rows("count(*)", "restricted/placements", "WHERE person = 'many/K-M1'"))
        .containsExactly("2");
    Set<String> second = sums();
    assertThat(second).containsAnyElementsOf(first).isNotEqualTo(first);

    roots.file("zulu/2024-12-31/plaatsingen.csv", COLUMNS + row("Z1", "2024-07-01", "", NOBODY));
    Ran parted = roots.sameBytes();
    assertThat(parted.rows("count(*)", "restricted/placements", "WHERE person = 'many/K-M1'"))
        .containsExactly("1");
    assertThat(sums()).as("who was linked is among the others").isEqualTo(second);

    roots.file("zulu/2025-01-31/plaatsingen.csv", COLUMNS + row("Z1", "2024-07-01", "", SOMEBODY));
    roots.sameBytes();
    assertThat(sums()).as("and linked again").isEqualTo(second);
  }

  @Test
  void aPartThatIsMadeAnewLeavesWhatItSharesToTheOther() throws IOException {
    String both = row("Z1", "2024-07-01", "", SOMEBODY) + row("Z2", "2024-07-01", "", ELSEWHERE);
    roots.file("zulu/2024-10-31/plaatsingen.csv", COLUMNS + both);
    roots.sameBytes();
    Set<String> first = sums();
    assertThat(first).as("two parts, and the linked of both").hasSizeGreaterThan(2);

    String third = row("Z3", "2024-07-01", "", ALSO_THERE);
    roots.file("zulu/2024-11-30/plaatsingen.csv", COLUMNS + both + third);
    roots.sameBytes();
    Set<String> second = sums();
    assertThat(second).containsAnyElementsOf(first).isNotEqualTo(first);

    roots.file("zulu/2024-12-31/plaatsingen.csv", COLUMNS + third);
    roots.sameBytes();
    assertThat(sums()).isEqualTo(second);
  }

  @Test
  void whatTheRegisterSaysOfThemMatters() throws IOException {
    roots.sameBytes();
    Set<String> first = sums();
    roots
        .both()
        .forEach(
            root ->
                root.register(
                    DataRoot.registerOf("alfa", "many", "zulu").replace("Schoonmaak", "ICT")));
    roots.sameBytes();
    Set<String> second = sums();
    assertThat(second).isNotEmpty().doesNotContainAnyElementsOf(first);

    String practices = HEAD + "many,clarify_own_situation,2023-01-01,,\n";
    roots.both().forEach(root -> root.practices(practices));
    roots.sameBytes();
    assertThat(sums()).isNotEmpty().doesNotContainAnyElementsOf(second);
  }
}
