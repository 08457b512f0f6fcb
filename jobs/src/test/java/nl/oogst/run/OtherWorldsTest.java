package nl.oogst.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a change of the small world changes, and what it leaves alone. */
class OtherWorldsTest {
  /** Nine digits that pass the elfproef; of nobody: the range is not given out. */
  private static final String BSN = "111222333";

  @TempDir static Path folder;

  private static Outcome before;
  private static Outcome more;
  private static Outcome earlier;
  private static Outcome split;
  private static final List<String> said = new ArrayList<>();
  private static Connection duck;

  @BeforeAll
  static void harvest() throws Exception {
    SmallWorld.Root root = new SmallWorld().write(folder.resolve("world"), false);
    before = Harvest.run(root.settings("out", "local[2]"), line -> {});
    Settings s = root.settings("out", "local[2]");
    earlier =
        Harvest.run(
            new Settings(
                s.data(),
                folder.resolve("earlier"),
                s.schemas(),
                s.profiles(),
                LocalDate.of(2023, 12, 31),
                s.linkKey(),
                s.disclosureKey(),
                s.master(),
                false,
                s.programVersion()),
            line -> {});
    more =
        Harvest.run(
            new SmallWorld()
                .with(
                    files -> {
                      files.merge(
                          "register/proeftuinen.csv",
                          """
                          zeta,Proeftuin Zeta (synthetisch),SZW,Catering,,2,2024-01-01,,,
                          eta,Proeftuin Eta (synthetisch),JenV,Catering,,2,2024-01-01,,,
                          """,
                          String::concat);
                      String header =
                          "placement_id,person_id,organisation,attribution,contract_form,"
                              + "target_group,start_date,hours_per_week\n";
                      files.put(
                          "deliveries/zeta/2024-06-30/plaatsingen.csv",
                          header
                              + """
                              z1,s1,SZW,supplier,permanent,ww,2024-01-01,36
                              z2,s2,SZW,supplier,permanent,ww,2024-02-30,36
                              """);
                      files.put(
                          "deliveries/zeta/2024-06-30/uren.csv",
                          """
                          placement_id,period_start,period_end,hours
                          z2,2024-03-01,2024-03-31,120
                          """);
                      files.put(
                          "deliveries/eta/2024-06-30/plaatsingen.csv",
                          header + "e1," + BSN + ",JenV,supplier,permanent,ww,2024-01-01,36\n");
                    })
                .write(folder.resolve("more"), false)
                .settings("out", "local[2]"),
            said::add);
    split =
        Harvest.run(
            new SmallWorld()
                .with(
                    files -> {
                      String alfa = "deliveries/alfa/2024-06-30/";
                      List<String> rows = reversed(files.remove(alfa + "placements.csv"));
                      files.put(alfa + "a.csv", rows.get(0) + String.join("", rows.subList(3, 7)));
                      files.put(alfa + "b.csv", rows.get(0) + String.join("", rows.subList(1, 3)));
                      files.compute(
                          "deliveries/beta/2024-06-30/placements.csv",
                          (name, text) -> String.join("", reversed(text)));
                    })
                .write(folder.resolve("split"), false)
                .settings("out", "local[2]"),
            line -> {});
    duck = DriverManager.getConnection("jdbc:duckdb:");
  }

  /** The header, then the other lines backwards, each with its end. */
  private static List<String> reversed(String text) {
    List<String> lines = new ArrayList<>(text.lines().map(line -> line + "\n").toList());
    java.util.Collections.reverse(lines.subList(1, lines.size()));
    return lines;
  }

  @AfterAll
  static void close() throws SQLException {
    duck.close();
  }

  private static List<String> rows(Outcome outcome, String file, String select, String rest)
      throws SQLException {
    List<String> rows = new ArrayList<>();
    Path path = outcome.folder().resolve(file + ".parquet");
    try (Statement statement = duck.createStatement();
        ResultSet result =
            statement.executeQuery("SELECT " + select + " FROM '" + path + "' " + rest)) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          values.add(String.valueOf(result.getObject(i)));
        }
        rows.add(String.join(" ", values));
      }
    }
    return rows;
  }

  @Test
  void aProeftuinMoreChangesNoRowOfTheOthers() throws SQLException {
    for (String file :
        List.of(
            "restricted/placements",
            "restricted/paid_hours",
            "restricted/ledger",
            "restricted/placement_history")) {
      assertThat(rows(more, file, "*", "WHERE proeftuin NOT IN ('zeta', 'eta')"))
          .as(file)
          .isEqualTo(rows(before, file, "*", ""));
    }
    for (String file :
        List.of(
            "restricted/unprotected/jobs_realised",
            "restricted/unprotected/sustainability_indicators",
            "public/jobs_realised",
            "public/banenafspraak_contributions",
            "public/sustainability_indicators",
            "public/deliveries")) {
      // whether a period is complete is about all proeftuinen
      assertThat(
              rows(
                  more,
                  file,
                  "* EXCLUDE (provisional, coverage)",
                  "WHERE breakdown = 'proeftuin' AND proeftuin NOT IN ('zeta', 'eta')"))
          .as(file)
          .isEqualTo(
              rows(
                  before,
                  file,
                  "* EXCLUDE (provisional, coverage)",
                  "WHERE breakdown = 'proeftuin'"));
    }
  }

  @Test
  void theOrderOfRowsAndTheFilesTheyStandInChangeNoFigure() throws Exception {
    assertThat(split.releaseId()).isNotEqualTo(before.releaseId());
    for (String zone : List.of("public", "restricted/unprotected")) {
      try (Stream<Path> files = Files.list(before.folder().resolve(zone))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".parquet")).toList()) {
          assertThat(split.folder().resolve(zone).resolve(file.getFileName()))
              .hasSameBinaryContentAs(file);
        }
      }
    }
  }

  @Test
  void aCitizenServiceNumberRefusesItsDeliveryAndNothingElse() throws SQLException {
    assertThat(more.kind()).isEqualTo(Outcome.Kind.PUBLISHED);
    assertThat(more.exitCode()).isEqualTo(3);
    assertThat(more.attention())
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains("eta/2024-06-30", "bsn_found", "plaatsingen.csv", "person_id"));
    assertThat(rows(more, "restricted/ledger", "*", "WHERE proeftuin = 'eta'")).isEmpty();
    assertThat(rows(more, "restricted/placements", "*", "WHERE proeftuin = 'eta'")).isEmpty();
    assertThat(
            rows(
                more,
                "restricted/unprotected/deliveries",
                "delivered, refused",
                "WHERE proeftuin = 'eta' AND period = '2024-Q2'"))
        .containsExactly("0 1");
  }

  @Test
  void theNumberItselfStandsNowhere() throws Exception {
    assertThat(String.join("\n", said)).doesNotContain(BSN);
    assertThat(more.toString()).doesNotContain(BSN);
    try (Stream<Path> walk = Files.walk(folder.resolve("more/out"))) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        String text =
            file.toString().endsWith(".parquet")
                ? text(file)
                : Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(text).as(file.toString()).doesNotContain(BSN);
      }
    }
  }

  private static String text(Path parquet) throws SQLException {
    String name = parquet.toString();
    return rows(more, more.folder().relativize(parquet).toString().replace(".parquet", ""), "*", "")
        + name;
  }

  @Test
  void aDayThatDoesNotExistQuarantinesItsRow() throws SQLException {
    assertThat(
            rows(
                more,
                "restricted/ledger",
                "rows, accepted, quarantined",
                "WHERE proeftuin = 'zeta' AND entity = 'placement'"))
        .containsExactly("2 1 1");
    assertThat(rows(more, "restricted/quarantine", "line, field, code", "WHERE proeftuin = 'zeta'"))
        .containsExactly("3 start_date required_unreadable");
    // one of three records, above the tolerance
    assertThat(more.attention()).anySatisfy(line -> assertThat(line).contains("zeta", "33 %"));
  }

  @Test
  void hoursOfAQuarantinedPlacementAreNoOrphansAndAreKept() throws SQLException {
    assertThat(
            rows(more, "restricted/paid_hours", "placement_id, hours", "WHERE proeftuin = 'zeta'"))
        .containsExactly("z2 120.0");
    assertThat(
            rows(
                more,
                "restricted/ledger",
                "accepted",
                "WHERE proeftuin = 'zeta' AND entity = 'paid_hours'"))
        .containsExactly("1");
  }

  @Test
  void anEarlierAsOfDateSeesOnlyTheDeliveriesUpToIt() throws SQLException {
    assertThat(earlier.releaseId()).startsWith("2023-12-31");
    assertThat(earlier.delivered()).isEqualTo(3);
    // a4 has not vanished yet, nothing is linked by person, the end of g2 is not known
    assertThat(
            rows(
                earlier,
                "restricted/unprotected/jobs_realised",
                "jobs_active, persons, provisional",
                "WHERE breakdown = 'all' AND period = '2023-Q4'"))
        .containsExactly("6.0 6.0 false");
    assertThat(rows(earlier, "restricted/placements", "max(hours_per_week)", ""))
        .containsExactly("36.0");
    assertThat(
            rows(
                earlier,
                "restricted/unprotected/jobs_realised",
                "max(period)",
                "WHERE period_type = 'quarter'"))
        .containsExactly("2023-Q4");
  }
}
