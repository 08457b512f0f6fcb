package nl.oogst.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A check in this process and one with Spark find the same, whatever was delivered. */
class ShellsAgreeTest {
  private static final String KEY = "0123456789abcdef".repeat(4);
  private static final int WORLDS = 3;

  @TempDir private Path folder;

  @Test
  void onRandomDeliveries() throws IOException {
    Random random = new Random(20260131);
    for (int world = 0; world < WORLDS; world++) {
      DataRoot root = random(folder.resolve("world" + world), random);
      Settings settings = root.settings("local[2]");
      Definitions definitions = Definitions.load(settings);
      Inbox inbox = InboxScan.scan(settings, definitions.schemas());

      Findings local = new LocalCheck(definitions, inbox, KEY, Integer.MAX_VALUE).run();
      Findings spark =
          SparkCheck.run(settings, definitions, inbox, KEY, Integer.MAX_VALUE, line -> {});

      List<String> rows = CheckFindsWhatRunFindsTest.rows(settings, local);
      assertThat(rows).hasSizeGreaterThan(20);
      assertThat(CheckFindsWhatRunFindsTest.rows(settings, spark)).isEqualTo(rows);
      assertThat(spark.ledger().totals()).isEqualTo(local.ledger().totals());
      assertThat(spark.intake().refused()).isEqualTo(local.intake().refused());
    }
  }

  /** Three proeftuinen with a few deliveries each; some rows, files and links are wrong. */
  private static DataRoot random(Path folder, Random random) {
    DataRoot root = new DataRoot(folder, "alfa", "beta", "gamma");
    String header =
        DataRoot.PLACEMENTS.replace("\n", ",link_surname,link_initials,link_birth_date\n");
    for (String proeftuin : List.of("alfa", "beta", "gamma")) {
      for (String delivery : List.of("2024-06-30", "2024-12-31", "2024-12-31_correctie")) {
        StringBuilder placements = new StringBuilder(header);
        StringBuilder hours = new StringBuilder(DataRoot.HOURS);
        for (int i = 0; i < 12; i++) {
          String id = "P" + random.nextInt(15);
          placements.append(spoiled(DataRoot.row(id), random).replace("\n", ""));
          placements.append(",Jansen,A.B.,198").append(random.nextInt(3)).append("-01-02\n");
          hours.append("P").append(random.nextInt(18)).append(",2024-0").append(1 + i % 9);
          hours.append("-01,2024-0").append(1 + i % 9).append("-28,").append(random.nextInt(160));
          hours.append('\n');
        }
        String at = proeftuin + "/" + delivery + "/";
        root.file(at + "p.csv", placements.toString());
        root.file(at + "u.csv", hours.toString());
        String stated = "jobs,2023," + random.nextInt(9) + "\npersons,2024,4\n";
        root.file(at + "o.csv", "measure,period,value\n" + stated);
        if (random.nextInt(6) == 0) {
          root.file(at + "stuk.json", "[".repeat(5000));
        }
      }
    }
    return root;
  }

  private static String spoiled(String row, Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> row.replace("BZK", "XYZ");
      case 1 -> row.replace(",,24", ",2023-12-31,24");
      case 2 -> row.replace(",,24", ",2024-11-30,24");
      case 3 -> row.replace(",,24", ",,60");
      case 4 -> row.replace("temporary", "=cmd");
      default -> row;
    };
  }

  @Test
  void aRootThatIsTooLargeForThisProcessIsCheckedWithSpark() throws IOException {
    DataRoot root = new DataRoot(folder, "alfa");
    root.file("alfa/2024-12-31/p.csv", DataRoot.placements("P1") + "P2,,,,,,,,,,\n");
    Path large = root.path("alfa/2024-12-31/groot.pdf");
    Files.write(large, new byte[(int) Check.MOST_BYTES]);
    List<String> said = new java.util.ArrayList<>();

    Check.Outcome outcome = Check.run(root.settings("local[1]"), List.of("alfa"), said::add);

    assertThat(said).contains("reading", "resolving");
    assertThat(outcome.proeftuinen().get(0).rows()).isEqualTo(2);
    Files.delete(large);
    said.clear();
    assertThat(
            Check.run(root.settings("local[1]"), List.of(), said::add).proeftuinen().get(0).rows())
        .isEqualTo(2);
    assertThat(said).doesNotContain("reading");
  }
}
