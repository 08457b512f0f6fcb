package nl.oogst.run.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Another yardstick for large roots: DuckDB reads the same CSV files, takes the latest state of
 * each placement and of each of its pay periods, finds the jobs that several proeftuinen report,
 * and adds up {@code jobs_realised} for all its breakdowns. Everything is told it: delimiters,
 * columns, words and date forms. It checks, explains and protects nothing, and keeps no history.
 *
 * <p>Arguments: a data root of CSV files; and a release of it, with which everything is compared.
 * It ends with 1 when anything differs.
 */
final class DuckPass implements AutoCloseable {
  private static final int SHOWN = 20;

  private final Consumer<String> out;
  private final Connection connection;
  private final Statement duck;

  /**
   * An empty database.
   *
   * @param out is told how long each step took
   */
  DuckPass(Consumer<String> out) throws SQLException {
    this.out = out;
    this.connection = DriverManager.getConnection("jdbc:duckdb:");
    this.duck = connection.createStatement();
    duck.execute("SET threads = 2");
    duck.execute("SET memory_limit = '3GB'");
    duck.execute("SET preserve_insertion_order = false");
  }

  public static void main(String[] args) throws SQLException {
    try (DuckPass pass = new DuckPass(line -> System.out.println(line))) {
      pass.run(args[0]);
      if (args.length > 1) {
        List<String> differences = pass.differences(args[1]);
        differences.stream().limit(SHOWN).forEach(System.out::println);
        if (!differences.isEmpty()) {
          System.out.println(differences.size() + " differences");
          System.exit(1);
        }
        System.out.println(
            "all figures, jobs of several proeftuinen, latest states and pay periods are those of the release");
      }
    }
  }

  /** Reads and counts. */
  void run(String root) throws SQLException {
    step("read", DuckSql.read(root));
    step("latest state", DuckSql.LATEST);
    step("jobs in several proeftuinen", DuckSql.JOBS);
    step("jobs_realised", DuckSql.FIGURES);
    out.accept(query("SELECT count(*) FROM jobs_realised").get(0) + " cells");
  }

  void execute(String sql) throws SQLException {
    duck.execute(sql);
  }

  private void step(String name, List<String> sql) throws SQLException {
    long start = System.nanoTime();
    for (String one : sql) {
      duck.execute(one);
    }
    out.accept(String.format(Locale.ROOT, "%s %.1f s", name, (System.nanoTime() - start) / 1e9));
  }

  /** What a release says otherwise; empty when all is the same. */
  List<String> differences(String release) throws SQLException {
    List<String> differences = new ArrayList<>();
    String placements = "'" + release + "/restricted/placements*.parquet'";
    compare(
        differences,
        "latest states of placements",
        String.format(DuckSql.STATES, placements),
        String.format(DuckSql.STATES, "latest"));
    compare(
        differences,
        "pay periods",
        "SELECT count(*) FROM '" + release + "/restricted/paid_hours*.parquet'",
        "SELECT count(*) FROM latest_hours");
    compare(
        differences,
        "records of jobs in k proeftuinen",
        "SELECT job_records, count(*) FROM " + placements + " GROUP BY 1 ORDER BY 1",
        "SELECT k, count(*) FROM jobs GROUP BY 1 ORDER BY 1");
    differences.addAll(
        query(
            DuckSql.differences("'" + release + "/restricted/unprotected/jobs_realised.parquet'")));
    return differences;
  }

  private void compare(List<String> differences, String what, String harvest, String duckdb)
      throws SQLException {
    List<String> ours = query(harvest);
    List<String> theirs = query(duckdb);
    if (!ours.equals(theirs)) {
      differences.add(what + ": harvest " + ours + ", DuckDB " + theirs);
    }
  }

  /** Rows as texts joined by a bar. */
  List<String> query(String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (ResultSet result = duck.executeQuery(sql)) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        StringBuilder row = new StringBuilder();
        for (int i = 1; i <= columns; i++) {
          row.append(i > 1 ? "|" : "").append(result.getString(i));
        }
        rows.add(row.toString());
      }
    }
    return rows;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
