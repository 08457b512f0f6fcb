package nl.oogst.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntFunction;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What tasks send to the driver depends on how many different values there are (periods, codes,
 * files), not on rows or persons: with eight times the rows it is as much as before.
 */
class CollectedTest {
  private static final String LISTENERS = "spark.extraListeners";

  /** Some sixteen bytes for each further row, collected once, would be twice this. */
  private static final long FEW_BYTES = 100_000;

  private static final int ROWS = 2_000;
  private static final int TIMES = 8;

  @TempDir Path temp;

  /** Adds up the results that tasks send. Spark makes one by name for each run. */
  public static final class Sent extends SparkListener {
    private static final LongAdder BYTES = new LongAdder();

    @Override
    public void onTaskEnd(SparkListenerTaskEnd end) {
      BYTES.add(end.taskMetrics().resultSize());
    }
  }

  private long sent(DataRoot root, int exitCode, String... more) {
    Sent.BYTES.reset();
    System.setProperty(LISTENERS, Sent.class.getName());
    try {
      Ran ran = Ran.harvest(root, more);
      assertThat(ran.code()).as(ran.err()).isEqualTo(exitCode);
    } finally {
      System.clearProperty(LISTENERS);
    }
    return Sent.BYTES.sum();
  }

  private static String table(String header, int rows, IntFunction<String> row) {
    StringBuilder csv = new StringBuilder(header.strip()).append('\n');
    for (int i = 0; i < rows; i++) {
      csv.append(row.apply(i).strip()).append('\n');
    }
    return csv.toString();
  }

  private static String placement(String id, int i) {
    String start = String.format(Locale.ROOT, "2023-%02d-%02d", 1 + i % 12, 1 + i / 12 % 28);
    String end = i % 3 == 0 ? String.format(Locale.ROOT, "2024-%02d-15", 1 + i / 7 % 12) : "";
    return DataRoot.row(id)
        .replace("2024-01-01,,24", start + "," + end + "," + (12 + i % 4 * 8))
        .replace("supplier,", i % 2 == 0 ? "supplier," : "rijk_hiring,");
  }

  /** Two proeftuinen with two deliveries each, of so many persons and three pay periods of each. */
  private DataRoot root(String name, int rows) {
    DataRoot root = new DataRoot(temp.resolve(name), "alfa", "beta");
    for (String proeftuin : new String[] {"alfa", "beta"}) {
      for (String day : new String[] {"2024-06-30", "2024-12-31"}) {
        String folder = proeftuin + "/" + day + "/";
        root.file(
            folder + "placements.csv",
            table(DataRoot.PLACEMENTS, rows, i -> placement(proeftuin + i, i)));
        root.file(
            folder + "paid_hours.csv",
            table(
                DataRoot.HOURS,
                3 * rows,
                i ->
                    proeftuin
                        + i / 3
                        + ",2024-0"
                        + (1 + i % 3)
                        + "-01,2024-0"
                        + (1 + i % 3)
                        + "-28,"
                        + i % 160));
      }
    }
    return root;
  }

  @Test
  void whatIsCollectedDoesNotGrowWithRowsAndPersons() {
    long few = sent(root("few", ROWS), 0);
    long many = sent(root("many", ROWS * TIMES), 0);

    assertThat(few).as("cells of measures, reports of files").isGreaterThan(10_000);
    assertThat(many - few)
        .as("%d bytes for %d placements, %d for %d", few, 2 * ROWS, many, 2 * TIMES * ROWS)
        .isLessThan(FEW_BYTES);
  }

  /** Persons with a link travel in blocks; those who share it with nobody stay where they are. */
  @Test
  void ofLinksOnlyThoseThatTellAreCollected() throws java.io.IOException {
    Files.writeString(temp.resolve("key"), "0123456789abcdef".repeat(4));
    long[] sent = new long[2];
    for (int times : new int[] {1, TIMES}) {
      DataRoot root = root("linked" + times, 10);
      for (String proeftuin : new String[] {"alfa", "beta"}) {
        root.file(
            proeftuin + "/2024-12-31/placements.csv",
            table(
                DataRoot.PLACEMENTS.strip() + ",link_surname,link_initials,link_birth_date",
                ROWS * times / 2,
                i ->
                    placement(proeftuin + i, i).strip()
                        + ","
                        + words(i, proeftuin)
                        + ",J,19"
                        + (60 + i % 40)
                        + "-0"
                        + (1 + i % 9)
                        + "-"
                        + (10 + i / 40 % 19)));
      }
      String key = temp.resolve("key").toString();
      sent[times == 1 ? 0 : 1] = sent(root, 0, "--link-key-file", key);
    }
    assertThat(sent[1] - sent[0]).as("%d and %d bytes", sent[0], sent[1]).isLessThan(FEW_BYTES);
  }

  /** Names that sound differently. */
  private static String words(int i, String proeftuin) {
    String sounds = "bdfklmnrst";
    StringBuilder name = new StringBuilder(proeftuin.equals("alfa") ? "Ba" : "Ru");
    for (int rest = i + 10_000; rest > 0; rest /= 10) {
      name.append(sounds.charAt(rest % 10)).append('a');
    }
    return name.toString();
  }
}
