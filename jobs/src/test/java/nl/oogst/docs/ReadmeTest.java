package nl.oogst.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows is what a harvest of the sample gives. */
@ExtendWith(SampleHarvest.Shared.class)
class ReadmeTest {
  private static final List<List<String>> ANSWERS =
      List.of(
          List.of("period", "jobs_started", "jobs_ended", "jobs_active", "persons", "provisional"),
          List.of("period", "counts_for", "attribution", "banen"),
          List.of("indicator", "cohort", "value", "ci_low", "ci_high", "n", "not_judged"),
          List.of("period", "target_group", "jobs_active", "persons"),
          List.of("proeftuin", "expected", "delivered", "late", "missing", "refused"));

  private static SampleHarvest sample;
  private static Duck duck;

  @BeforeAll
  static void harvestTheSample(SampleHarvest harvest) throws Exception {
    sample = harvest;
    duck = Duck.open();
    duck.execute(here(Readme.load().blocks("sql").get(0)));
  }

  @AfterAll
  static void close() throws SQLException {
    duck.close();
  }

  /** In the order that is shown, and whole but for where three points stand. */
  @Test
  void theRunEndsAsShown() {
    assertThat(sample.exitCode()).as("the sample holds mistakes on purpose").isEqualTo(3);
    List<String> printed = sample.summary().strip().lines().map(ReadmeTest::ofAnyRun).toList();
    int at = 0;
    boolean shortened = false;
    for (String shown : Readme.load().blocks("text").get(0).lines().toList()) {
      if (shown.strip().equals("...")) {
        shortened = true;
      } else {
        String line = ofAnyRun(shown);
        List<String> rest = printed.subList(at, printed.size());
        assertThat(rest).as("printed after line %d", at).contains(line);
        int passed = rest.indexOf(line);
        assertThat(rest.subList(0, shortened ? 0 : passed)).as("not shown").isEmpty();
        at += passed + 1;
        shortened = false;
      }
    }
    assertThat(printed.subList(at, printed.size())).as("not shown at the end").isEmpty();
  }

  /** Without what differs from run to run: how long it took, and where it wrote what. */
  private static String ofAnyRun(String line) {
    return line.replaceFirst("rows, \\S+ s\\.$", "rows, … s.")
        .replaceFirst("(^| |')\\S*2026-01-15-\\w+", "$1…");
  }

  @Test
  void theOneLinerOfTheSummaryWorksWhenPasted() throws SQLException {
    Matcher command = Pattern.compile("duckdb -c \"(.*)\"").matcher(sample.summary());
    assertThat(command.find()).isTrue();
    String query = command.group(1);
    assertThat(query).as("a shell would read it otherwise").doesNotContain("\"", "$", "`", "\\");
    assertThat(duck.rows(query)).hasSizeGreaterThan(5);
  }

  @Test
  void theFiveQuestionsAreAnswered() throws SQLException {
    List<String> blocks = Readme.load().blocks("sql");
    assertThat(blocks).hasSize(1 + ANSWERS.size());
    for (int i = 0; i < ANSWERS.size(); i++) {
      List<List<Object>> answer = duck.rows(here(blocks.get(i + 1)));
      assertThat(answer.get(0)).containsAll(ANSWERS.get(i));
      assertThat(answer).as("question %d", i + 1).hasSizeGreaterThan(3);
      for (List<Object> row : answer) {
        assertThat(row).as("question %d", i + 1).doesNotContainNull();
      }
    }
  }

  @Test
  void theExampleRowsAreRowsOfTheData() throws SQLException {
    theExamplesAreTrue(Readme.load(), "public");
    theExamplesAreTrue(Readme.load("docs/restricted-data-sets.md"), "restricted");
  }

  private static void theExamplesAreTrue(Readme document, String zone) throws SQLException {
    List<Readme.Example> examples = document.examples();
    assertThat(examples)
        .extracting(Readme.Example::dataSet)
        .as("every data set has an example")
        .containsExactlyInAnyOrderElementsOf(dataSets(zone));
    for (Readme.Example example : examples) {
      String from = "FROM '" + sample.files(zone, example.dataSet()) + "'";
      for (List<String> row : example.rows()) {
        assertThat(duck.rows(from + " WHERE " + condition(from, example.columns(), row)))
            .as("%s has %s", example.dataSet(), row)
            .hasSizeGreaterThan(1);
      }
    }
  }

  @Test
  void theSmallestDeliveryCounts(@TempDir Path root) throws Exception {
    List<String> tables = Readme.load().blocks("csv");
    Path delivery = root.resolve("data/deliveries/demo/2025-07-01");
    Files.createDirectories(delivery);
    Files.createDirectories(root.resolve("data/register"));
    Files.writeString(delivery.resolve("plaatsingen.csv"), tables.get(0));
    Files.writeString(delivery.resolve("uren.csv"), tables.get(1));
    Files.writeString(
        root.resolve("data/register/proeftuinen.csv"),
        "proeftuin_id,name,organisation\ndemo,Demo,BZK\n");
    assertThat(SampleHarvest.run(root.resolve("data"), root.resolve("out"), sample.key())).isZero();
    String restricted = root.resolve("out/releases/*/restricted/").toString();
    assertThat(duck.rows("SELECT line FROM '" + restricted + "/placements.parquet' WHERE is_job"))
        .hasSize(1 + 2);
    assertThat(duck.rows("SELECT line FROM '" + restricted + "/paid_hours.parquet'"))
        .hasSize(1 + 2);
    assertThat(duck.rows("FROM '" + restricted + "/issues.parquet'")).hasSize(1);
  }

  /** The query with this test's output folder in place of the one of the README. */
  private static String here(String sql) {
    return sql.replace("'harvest/", "'" + sample.out() + "/");
  }

  private static List<String> dataSets(String zone) throws SQLException {
    String query = "SELECT parse_filename(file, true) FROM glob('" + sample.files(zone, "*") + "')";
    return duck.rows(query).stream().skip(1).map(row -> (String) row.get(0)).toList();
  }

  private static String condition(String from, List<String> columns, List<String> row)
      throws SQLException {
    StringBuilder sql = new StringBuilder("true");
    for (int i = 0; i < row.size(); i++) {
      String column = '"' + columns.get(i) + '"';
      String value = row.get(i);
      sql.append(" AND ");
      if (value.equals("null")) {
        sql.append(column).append(" IS NULL");
      } else if (duck.numeric(from, column)) {
        sql.append(column).append(" = ").append(value);
      } else {
        sql.append("CAST(").append(column).append(" AS VARCHAR) = '").append(value).append('\'');
      }
    }
    return sql.toString();
  }
}
