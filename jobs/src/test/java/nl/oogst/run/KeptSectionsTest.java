package nl.oogst.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.oogst.release.RowGroups;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The placements of a proeftuin are written once for each of its deliveries: where another one has
 * a say in them, which records are one job and one person, only that is laid over them.
 */
class KeptSectionsTest {
  private static final String COLUMNS =
      DataRoot.PLACEMENTS.replace("\n", ",contract_id,supplier\n");

  private static final String LINKED_COLUMNS =
      "job_id || ',' || job_records || ',' || weight || ',' || person";

  @TempDir Path temp;

  private TwoRoots roots;

  @BeforeEach
  void manyAndFew() throws IOException {
    roots = new TwoRoots(temp);
    roots.both().forEach(root -> root.register(DataRoot.registerOf("alfa", "many")));
    StringBuilder placements = new StringBuilder(COLUMNS);
    for (int i = 0; i < Sections.WIDE_ROWS + 1; i++) {
      placements.append(row("M" + i, "C-" + i));
    }
    roots.file("many/2025-01-31/plaatsingen.csv", placements.toString());
    roots.file("alfa/2025-01-31/plaatsingen.csv", COLUMNS + row("A1", "C-x"));
  }

  @Test
  void whatNobodyElseHasASayInIsNotWrittenAgain() throws IOException {
    String group = groupOfMany(roots.sameBytes());
    Set<String> files = files();
    assertThat(files).hasSize(1);

    roots.file("alfa/2025-02-28/plaatsingen.csv", COLUMNS + row("A2", "C-y"));
    assertThat(groupOfMany(roots.sameBytes("--as-of", "2025-03-31"))).isEqualTo(group);
    assertThat(files()).as("also on another day").isEqualTo(files);
  }

  @Test
  void aLinkThatComesOrGoesIsInTheRowsAndNothingIsWrittenAgainForIt() throws IOException {
    String group = groupOfMany(roots.sameBytes());
    Set<String> files = files();

    roots.file("alfa/2025-02-28/plaatsingen.csv", COLUMNS + row("A1", "C-7"));
    Ran linked = roots.sameBytes();
    assertThat(ofMany(linked)).containsExactly("M7,alfa/A1,2,0.5,alfa/K-A1");
    assertThat(ofAlfa(linked)).containsExactly("A1,alfa/A1,2,0.5,alfa/K-A1");
    assertThat(files()).isEqualTo(files);
    assertThat(roots.readAnew(0)).as("nothing is new").isEqualTo(-1);

    roots.file("alfa/2025-03-31/plaatsingen.csv", COLUMNS + row("A1", "C-7") + row("A3", "C-z"));
    assertThat(groupOfMany(roots.sameBytes())).isEqualTo(groupOfMany(linked)).isNotEqualTo(group);

    roots.file("alfa/2025-04-30/plaatsingen.csv", COLUMNS + row("A1", "C-8"));
    assertThat(ofMany(roots.sameBytes())).containsExactly("M8,alfa/A1,2,0.5,alfa/K-A1");

    roots.file("alfa/2025-05-31/plaatsingen.csv", COLUMNS + row("A1", "C-x"));
    Ran parted = roots.sameBytes();
    assertThat(ofMany(parted)).isEmpty();
    assertThat(ofAlfa(parted)).isEmpty();
    assertThat(groupOfMany(parted)).isEqualTo(group);
    assertThat(files()).as("the same file all along").isEqualTo(files);
  }

  @Test
  void itsOwnDeliveryWritesItAgain() throws IOException {
    roots.file("alfa/2025-01-31/plaatsingen.csv", COLUMNS + row("A1", "C-7"));
    roots.sameBytes();
    Set<String> files = files();

    roots.file("many/2025-02-28/plaatsingen.csv", COLUMNS + row("M7", "C-none"));
    assertThat(ofMany(roots.sameBytes())).isEmpty();
    assertThat(files()).hasSize(1).doesNotContainAnyElementsOf(files);
  }

  private static String row(String id, String contract) {
    return DataRoot.row(id).replace("\n", "," + contract + ",Schoon BV\n");
  }

  /** The linked rows of the one with many placements. */
  private static List<String> ofMany(Ran ran) {
    return ran.rows(
        "placement_id || ',' || " + LINKED_COLUMNS,
        "restricted/placements",
        "WHERE proeftuin = 'many' AND job_records > 1");
  }

  /** The linked rows of the one with few, which has no section of its own. */
  private static List<String> ofAlfa(Ran ran) {
    return ran.rows(
        "placement_id || ',' || " + LINKED_COLUMNS,
        "restricted/placements",
        "WHERE proeftuin = 'alfa' AND job_records > 1");
  }

  private static String groupOfMany(Ran ran) throws IOException {
    List<RowGroups.Group> groups = RowGroups.of(ran.release().resolve("restricted"), "placements");
    assertThat(groups).as("the others, and many").hasSize(2);
    return groups.get(1).sha256();
  }

  /** The sections of placements that are kept. */
  private Set<String> files() throws IOException {
    return roots.resolved().stream()
        .filter(file -> file.contains("placements.parquet"))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
