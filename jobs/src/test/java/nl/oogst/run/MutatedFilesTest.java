package nl.oogst.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to a file, every row of it ends in one state, or its delivery is refused. */
class MutatedFilesTest {
  private static final int DELIVERIES = 40;
  private static final String ODD = "\",;\n\r\t' |\\\u00e9\u0000\ufeff=#0";

  @TempDir static Path folder;

  private static String mutated(String text, Random random) {
    StringBuilder file = new StringBuilder(text);
    int times = 1 + random.nextInt(6);
    for (int i = 0; i < times; i++) {
      int at = random.nextInt(file.length());
      switch (random.nextInt(5)) {
        case 0 -> file.deleteCharAt(at);
        case 1 -> file.insert(at, ODD.charAt(random.nextInt(ODD.length())));
        case 2 -> file.setCharAt(at, ODD.charAt(random.nextInt(ODD.length())));
        case 3 -> shuffle(file, random);
        default -> file.insert(file.indexOf("\n", at) + 1, file.substring(at / 2, at));
      }
    }
    return file.toString();
  }

  private static void shuffle(StringBuilder file, Random random) {
    List<String> lines = new ArrayList<>(file.toString().lines().toList());
    Collections.shuffle(lines, random);
    file.setLength(0);
    file.append(String.join("\n", lines)).append('\n');
  }

  @Test
  void theLedgerAddsUpOnMutatedFiles() throws Exception {
    Random random = new Random(20190207);
    Settings settings =
        new SmallWorld()
            .with(
                files -> {
                  for (String name : List.of("placements.csv", "paid_hours.csv")) {
                    String text = files.get("deliveries/alfa/2024-06-30/" + name);
                    for (int i = 1; i <= DELIVERIES; i++) {
                      files.put(
                          "deliveries/alfa/" + LocalDate.of(2024, 6, 30).plusDays(i) + "/" + name,
                          mutated(text, random));
                    }
                  }
                })
            .write(folder.resolve("world"), false)
            .settings("out", "local[2]");

    Outcome outcome = Harvest.run(settings, line -> {});

    assertThat(outcome.kind()).isEqualTo(Outcome.Kind.PUBLISHED);
    assertThat(outcome.delivered()).isEqualTo(DELIVERIES + 6);
    Path ledger = outcome.folder().resolve("restricted/ledger.parquet");
    assertThat(Files.size(ledger)).isPositive();
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement();
        ResultSet sums =
            statement.executeQuery(
                "SELECT sum(rows), sum(accepted + superseded + duplicate + quarantined +"
                    + " not_a_record), count(DISTINCT delivery), sum(quarantined) FROM '"
                    + ledger
                    + "'")) {
      sums.next();
      assertThat(sums.getLong(1)).isEqualTo(sums.getLong(2)).isGreaterThan(300);
      assertThat(sums.getLong(3)).isGreaterThan(DELIVERIES / 2);
      assertThat(sums.getLong(4)).isPositive();
    }
  }
}
