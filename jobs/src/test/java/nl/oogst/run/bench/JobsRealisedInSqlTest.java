package nl.oogst.run.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import nl.oogst.run.DataRoot;
import nl.oogst.run.Ran;
import nl.oogst.sample.Tree;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every figure of {@code jobs_realised} before protection, worked out again by DuckDB from the
 * delivered files. Beside what a large root holds there are proeftuinen whose deliveries are
 * untidy: placements that vanish and come back, that start or end after the day that showed them,
 * that others have too, that are no jobs, and rows that are quarantined in some deliveries only.
 */
class JobsRealisedInSqlTest {
  private static final List<String> SNAPSHOTS =
      List.of(
          "2023-06-30", "2024-01-01", "2024-05-15", "2024-05-15_bis", "2025-10-01", "2026-01-20");
  private static final List<String> FORMS =
      List.of("permanent", "temporary", "agency", "internship", "work_experience", "unknown");
  private static final List<String> GROUPS =
      List.of("participatiewet", "wajong", "ww", "top_athlete", "unknown");
  private static final int PLACEMENTS = 400;

  @TempDir private static Path folder;
  private static String root;
  private static String release;
  private static DuckPass duck;

  @BeforeAll
  static void harvest() throws IOException, SQLException {
    DataRoot data = new DataRoot(folder);
    Files.delete(data.data().resolve("register/proeftuinen.csv"));
    Tree.generated(data.data(), "--shape", "bulk", "--bytes", "3m", "--proeftuinen", "4");
    untidy(data, "untidy-01", "new_tender", 1);
    untidy(data, "untidy-02", "", 2);
    untidy(data, "untidy-03", "supplier_cooperation", 3);
    Ran ran = Ran.harvest(data);
    assertThat(ran.code()).as(ran.err()).isEqualTo(3); // some rows are quarantined
    root = data.data().toString();
    release = ran.release().toString();
    duck = counted();
  }

  private static DuckPass counted() throws SQLException {
    var pass = new DuckPass(line -> {});
    pass.run(root);
    return pass;
  }

  @AfterAll
  static void close() throws SQLException {
    duck.close();
  }

  private static void untidy(DataRoot data, String proeftuin, String phase, long seed)
      throws IOException {
    Files.writeString(
        data.data().resolve("register/proeftuinen.csv"),
        proeftuin + ",Proeftuin (synthetisch),BZK,Groen," + phase + ",2,2021-01-01,,,\n",
        StandardOpenOption.APPEND);
    Random random = new Random(seed);
    StringBuilder[] files = new StringBuilder[SNAPSHOTS.size()];
    for (int i = 0; i < files.length; i++) {
      files[i] =
          new StringBuilder(
              "placement_id,person_id,contract_id,organisation,supplier,attribution,route,"
                  + "contract_form,target_group,register_ground,start_date,end_date,"
                  + "hours_per_week\n");
    }
    for (int number = 0; number < PLACEMENTS; number++) {
      placement(files, number, random);
    }
    for (int i = 0; i < files.length; i++) {
      data.file(proeftuin + "/" + SNAPSHOTS.get(i) + "/placements.csv", files[i].toString());
    }
  }

  /** A placement as each delivery shows it, when it does. */
  private static void placement(StringBuilder[] files, int number, Random random) {
    String person = "K-" + random.nextInt(PLACEMENTS * 2 / 3);
    String contract = random.nextInt(10) == 0 ? "" : "F-" + random.nextInt(2);
    String supplier = random.nextInt(10) == 0 ? "" : random.nextBoolean() ? "Groen" : "GROEN";
    String group = GROUPS.get(random.nextInt(GROUPS.size()));
    LocalDate start = LocalDate.of(2022, 1, 1).plusMonths(random.nextInt(51));
    if (random.nextInt(4) == 0) {
      start = start.plusDays(random.nextInt(31));
    }
    LocalDate end = random.nextInt(2) == 0 ? start.plusDays(random.nextInt(700)) : null;
    int told = random.nextInt(files.length);
    int gone = random.nextInt(3) == 0 ? random.nextInt(files.length) : files.length;
    for (int i = 0; i < files.length; i++) {
      if (i > gone || random.nextInt(8) == 0) {
        continue;
      }
      files[i]
          .append("W-" + number + "," + person + "," + contract + ",BZK," + supplier + ",")
          .append(random.nextInt(12) == 0 ? "zie mail" : "supplier")
          .append(random.nextBoolean() ? ",at_supplier," : ",shared_role,")
          .append(FORMS.get(random.nextInt(5) == 0 ? random.nextInt(6) : number % 6))
          .append("," + group + ",none," + start + ",")
          .append(end != null && i >= told ? end : "")
          .append("," + (random.nextInt(6) == 0 ? 20.5 : 24) + "\n");
    }
  }

  @Test
  void everyFigureIsWhatDuckDbCounts() throws SQLException {
    assertThat(duck.differences(release)).isEmpty();
  }

  @Test
  void thereIsSomethingToCompare() throws SQLException {
    String all = " FROM jobs_realised WHERE breakdown = 'all' AND period_type = 'year'";
    for (String measure : DuckSql.MEASURES) {
      assertThat(duck.query("SELECT count(*) >= 4" + all + " AND " + measure + " > 40"))
          .as(measure)
          .containsExactly("true");
    }
    assertThat(duck.query("SELECT DISTINCT k FROM jobs ORDER BY 1")).containsExactly("1", "2", "3");
    assertThat(duck.query("SELECT count(*) > 50 FROM same_person")).containsExactly("true");
    assertThat(duck.query("SELECT count(DISTINCT breakdown) FROM jobs_realised"))
        .containsExactly("10");
  }

  @Test
  void aFigureOrACellThatDiffersIsTold() throws SQLException {
    try (DuckPass other = counted()) {
      String where = " jobs_realised WHERE breakdown = 'all' AND period_start = DATE '2024-01-01'";
      other.execute("UPDATE" + where.replace("WHERE", "SET fte = fte + 0.001 WHERE"));
      other.execute("DELETE FROM jobs_realised WHERE phase = 'unknown' AND period_type = 'year'");
      List<String> told = other.differences(release);
      told.removeAll(duck.differences(release));
      assertThat(told).filteredOn(line -> line.contains("|all||fte|")).hasSize(2);
      assertThat(told)
          .filteredOn(line -> line.contains("|phase|unknown|") && line.endsWith("|null"))
          .hasSize(told.size() - 2)
          .hasSize(9 * DuckSql.MEASURES.size()); // the years 2018 to 2026
    }
  }
}
