package nl.oogst.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.oogst.sample.Tree;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A large root as workbooks holds what the same root as CSV holds, whatever its words. */
class BulkFormsTest {
  @TempDir private static Path folder;
  private static Ran.Pinned csv;
  private static Ran.Pinned workbooks;

  @BeforeAll
  static void harvest() throws IOException {
    csv = harvest("csv");
    workbooks = harvest("xlsx", "--workbooks");
  }

  private static Ran.Pinned harvest(String name, String... form) throws IOException {
    DataRoot root = new DataRoot(folder.resolve(name));
    List<String> args = new ArrayList<>(List.of("--shape", "bulk", "--bytes", "1500k"));
    args.addAll(List.of("--proeftuinen", "2", "--monthly", "3"));
    args.addAll(List.of(form));
    Tree.generated(root.data(), args.toArray(String[]::new));
    Ran ran = Ran.harvest(root);
    assertThat(ran.code()).as(ran.err()).isEqualTo(3); // one in a thousand has a mistake
    return ran.pinned();
  }

  @Test
  void bothFormsYieldTheSamePlacementsAndPaidHours() {
    for (String set : List.of("restricted/placements", "restricted/paid_hours")) {
      workbooks.sameAs(csv, set, "* EXCLUDE (file, line)", "true");
      assertThat(Ran.query("SELECT count(*) > 800 FROM " + csv.dataSet(set)))
          .containsExactly("true");
    }
    workbooks.sameAs(csv, "restricted/quarantine", "* EXCLUDE (file)", "true");
    workbooks.sameAs(csv, "restricted/unprotected/jobs_realised", "*", "true");
  }

  @Test
  void onlyWhereTheyStandDiffers() {
    assertThat(
            Ran.query(
                "SELECT DISTINCT file FROM "
                    + workbooks.dataSet("restricted/placements")
                    + " ORDER BY 1"))
        .containsExactly("overview.xlsx", "overzicht.xlsx");
    assertThat(Ran.query("SELECT DISTINCT file FROM " + csv.dataSet("restricted/placements")))
        .containsExactlyInAnyOrder("placements.csv", "plaatsingen.csv");
  }
}
