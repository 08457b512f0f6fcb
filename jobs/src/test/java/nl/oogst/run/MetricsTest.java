package nl.oogst.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsTest {
  @TempDir Path temp;

  private Map<String, Double> samples(Path file) throws IOException {
    Map<String, Double> samples = new TreeMap<>();
    Set<String> typed = new HashSet<>();
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith("# TYPE ")) {
        assertThat(typed.add(line.split(" ", -1)[2])).as("once for each family").isTrue();
      } else if (!line.startsWith("# HELP ")) {
        assertThat(line).matches("oogst_[a-z_]+(\\{[a-z]+=\"[a-z0-9_-]+\"})? \\d+(\\.\\d+)?");
        assertThat(typed).contains(line.replaceAll("[{ ].*", ""));
        int space = line.lastIndexOf(' ');
        samples.put(line.substring(0, space), Double.valueOf(line.substring(space + 1)));
      }
    }
    return samples;
  }

  @Test
  void tellsHowTheLastRunWentAndWhenOneLastWentWell() throws IOException {
    DataRoot root = new DataRoot(temp, "alfa", "beta");
    root.file("alfa/2024-06-30/placements.csv", DataRoot.placements("P1", "P2"));
    root.file("beta/2024-06-30/placements.csv", "BSN\n" + DataRoot.bsn(123_456_000) + "\n");
    Path file = root.out().resolve("state/metrics.prom");

    assertThat(Ran.harvest(root).code()).isEqualTo(3);
    Map<String, Double> first = samples(file);
    assertThat(first)
        .containsEntry("oogst_last_exit_code", 3.0)
        .containsEntry("oogst_rows{state=\"accepted\"}", 2.0)
        .containsEntry("oogst_rows{state=\"quarantined\"}", 0.0)
        .containsEntry("oogst_deliveries", 2.0)
        .containsEntry("oogst_deliveries_refused", 1.0)
        .containsEntry("oogst_releases", 1.0);
    assertThat(first.keySet())
        .contains("oogst_step_duration_seconds{step=\"reading\"}")
        .contains("oogst_step_duration_seconds{step=\"measuring\"}");
    assertThat(first.get("oogst_last_success_timestamp_seconds"))
        .isEqualTo(first.get("oogst_last_run_timestamp_seconds"))
        .isGreaterThan(1.7e9);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");

    // as if it was long ago, so that it shows what a failure leaves alone
    String past = Files.readString(file).replaceAll("(_seconds) \\d{10}\\b", "$1 1000000000");
    Files.writeString(file, past);
    root.profile("alfa", "{}");
    assertThat(Ran.harvest(root).code()).isEqualTo(2);
    Map<String, Double> failed = samples(file);
    assertThat(failed)
        .containsEntry("oogst_last_exit_code", 2.0)
        .containsEntry("oogst_last_success_timestamp_seconds", 1e9)
        .containsEntry("oogst_rows{state=\"accepted\"}", 2.0);
    assertThat(failed.get("oogst_last_run_timestamp_seconds")).isGreaterThan(1.7e9);

    Files.delete(root.profiles().resolve("alfa.json"));
    assertThat(Ran.harvest(root).code()).as("nothing new").isZero();
    assertThat(samples(file))
        .containsEntry("oogst_last_exit_code", 0.0)
        .containsEntry("oogst_deliveries_refused", 1.0)
        .hasEntrySatisfying(
            "oogst_last_success_timestamp_seconds", at -> assertThat(at).isGreaterThan(1.7e9));
  }

  @Test
  void goesWhereItIsAskedAndNowhereAfterWrongUse() throws IOException {
    DataRoot root = new DataRoot(temp, "alfa");
    Path chosen = temp.resolve("oogst.prom");

    assertThat(Ran.harvest(root, "--metrics", chosen.toString()).code()).isEqualTo(2);
    assertThat(samples(chosen)).containsEntry("oogst_last_exit_code", 2.0);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(chosen)))
        .isEqualTo("rw-r--r--");
    assertThat(root.out()).doesNotExist();

    Ran.harvest(root);
    assertThat(root.out()).as("no output folder because of metrics").doesNotExist();
    assertThat(DataRoot.tree(temp).stream().map(p -> p.getFileName().toString()).toList())
        .doesNotContainAnyElementsOf(List.of(".oogst.prom"));
  }
}
