package nl.oogst.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.oogst.cli.Main;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows is what a harvest of the sample gives. */
class ReadmeTest {
  /** No secret: it makes the rounding of the examples in the README repeatable. */
  private static final String KEY_OF_THE_EXAMPLES = "0123456789abcdef".repeat(4);

  private static final List<List<String>> ANSWERS =
      List.of(
          List.of("period", "jobs_started", "jobs_ended", "jobs_active", "persons", "provisional"),
          List.of("period", "counts_for", "attribution", "banen"),
          List.of("indicator", "cohort", "value", "ci_low", "ci_high", "n", "not_judged"),
          List.of("period", "target_group", "jobs_active", "persons"),
          List.of("proeftuin", "expected", "delivered", "late", "missing", "refused"));

  @TempDir private static Path folder;
  private static String summary;
  private static int exitCode;
  private static Connection duck;

  @BeforeAll
  static void harvestTheSample() throws Exception {
    Path key = Files.writeString(folder.resolve("key"), KEY_OF_THE_EXAMPLES);
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      exitCode = run(Readme.ROOT.resolve("sample-data"), folder.resolve("harvest"), key);
    } finally {
      System.setOut(before);
    }
    summary = printed.toString(StandardCharsets.UTF_8);
    duck = DriverManager.getConnection("jdbc:duckdb:");
    execute(here(Readme.load().blocks("sql").get(0)));
  }

  @AfterAll
  static void close() throws SQLException {
    duck.close();
  }

  private static int run(Path data, Path out, Path key) {
    return Main.execute(
        "run",
        "--data=" + data,
        "--out=" + out,
        "--schemas=" + Readme.ROOT.resolve("schemas"),
        "--profiles=" + Readme.ROOT.resolve("schemas/profiles"),
        "--disclosure-key-file=" + key,
        "--master=local[2]");
  }

  @Test
  void theRunEndsAsShown() {
    assertThat(exitCode).as("the sample holds mistakes on purpose").isEqualTo(3);
    List<String> lines = summary.lines().toList();
    for (String line : Readme.load().blocks("text").get(0).lines().toList()) {
      boolean ofThisRun = line.contains("2026-01-15-"); // the name depends on the key
      if (ofThisRun) {
        assertThat(summary).contains(line.replaceFirst("^(.*?)[ /']\\S*2026-01-15-.*", "$1"));
      } else if (!line.strip().equals("...")) {
        assertThat(lines).as("the README shows it").contains(line);
      }
    }
  }

  @Test
  void theOneLinerOfTheSummaryWorksWhenPasted() throws SQLException {
    Matcher command = Pattern.compile("duckdb -c \"(.*)\"").matcher(summary);
    assertThat(command.find()).isTrue();
    String query = command.group(1);
    assertThat(query).as("a shell would read it otherwise").doesNotContain("\"", "$", "`", "\\");
    assertThat(rows(query)).hasSizeGreaterThan(5);
  }

  @Test
  void theFiveQuestionsAreAnswered() throws SQLException {
    List<String> blocks = Readme.load().blocks("sql");
    assertThat(blocks).hasSize(1 + ANSWERS.size());
    for (int i = 0; i < ANSWERS.size(); i++) {
      List<List<Object>> answer = rows(here(blocks.get(i + 1)));
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
      String from = "FROM '" + files(zone, example.dataSet()) + "'";
      for (List<String> row : example.rows()) {
        assertThat(rows(from + " WHERE " + condition(from, example.columns(), row)))
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
    assertThat(run(root.resolve("data"), root.resolve("out"), folder.resolve("key"))).isZero();
    String restricted = root.resolve("out/releases/*/restricted/").toString();
    assertThat(rows("SELECT line FROM '" + restricted + "/placements.parquet' WHERE is_job"))
        .hasSize(1 + 2);
    assertThat(rows("SELECT line FROM '" + restricted + "/paid_hours.parquet'")).hasSize(1 + 2);
    assertThat(rows("FROM '" + restricted + "/issues.parquet'")).hasSize(1);
  }

  /** The query with this test's output folder in place of the one of the README. */
  private static String here(String sql) {
    return sql.replace("'harvest/", "'" + folder.resolve("harvest") + "/");
  }

  private static String files(String zone, String name) {
    return folder.resolve("harvest/releases") + "/*/" + zone + "/" + name + ".parquet";
  }

  private static List<String> dataSets(String zone) throws SQLException {
    String query = "SELECT parse_filename(file, true) FROM glob('" + files(zone, "*") + "')";
    return rows(query).stream().skip(1).map(row -> (String) row.get(0)).toList();
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
      } else if (numeric(from, column)) {
        sql.append(column).append(" = ").append(value);
      } else {
        sql.append("CAST(").append(column).append(" AS VARCHAR) = '").append(value).append('\'');
      }
    }
    return sql.toString();
  }

  private static boolean numeric(String from, String column) throws SQLException {
    try (Statement statement = duck.createStatement();
        ResultSet result = statement.executeQuery("SELECT " + column + " " + from + " LIMIT 0")) {
      int type = result.getMetaData().getColumnType(1);
      return type == Types.DOUBLE || type == Types.BIGINT;
    }
  }

  private static void execute(String sql) throws SQLException {
    try (Statement statement = duck.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The names of the columns, then the rows. */
  private static List<List<Object>> rows(String sql) throws SQLException {
    List<List<Object>> rows = new ArrayList<>();
    try (Statement statement = duck.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      ResultSetMetaData columns = result.getMetaData();
      List<Object> names = new ArrayList<>();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        names.add(columns.getColumnLabel(i));
      }
      rows.add(names);
      while (result.next()) {
        List<Object> row = new ArrayList<>();
        for (int i = 1; i <= names.size(); i++) {
          row.add(result.getObject(i));
        }
        rows.add(row);
      }
    }
    return rows;
  }
}
