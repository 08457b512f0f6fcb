package nl.oogst.run.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Another yardstick for large roots: DuckDB reads the same CSV files, takes the latest state of
 * each placement and of each of its pay periods, and adds up {@code jobs_realised} for all its
 * breakdowns. Everything is told it: delimiters, columns and date forms. It checks, explains and
 * protects nothing, keeps no history, and counts a job that two proeftuinen report twice.
 *
 * <p>Arguments: the folder with deliveries; and a release of them, with which the latest states are
 * compared.
 */
final class DuckPass {
  private static final String PLACEMENTS =
      """
      CREATE TABLE %s AS
      SELECT split_part(filename, '/', -3) AS proeftuin, split_part(filename, '/', -2) AS delivery,
        c0 AS placement_id, c1 AS person_id, c3 AS organisation, c5 AS attribution, c6 AS route,
        c7 AS contract_form, c8 AS target_group,
        strptime(c10, '%s')::DATE AS start_date, strptime(c11, '%s')::DATE AS end_date,
        c12::DOUBLE AS hours_per_week
      FROM read_csv('%s/*/*/%s', delim='%s', header=false, skip=1, all_varchar=true, filename=true,
        names=['c0','c1','c2','c3','c4','c5','c6','c7','c8','c9','c10','c11','c12'])
      WHERE c5 <> 'zie mail'
      """;

  private static final String HOURS =
      """
      CREATE TABLE %s AS
      SELECT split_part(filename, '/', -3) AS proeftuin, split_part(filename, '/', -2) AS delivery,
        c0 AS placement_id, strptime(c1, '%s')::DATE AS period_start,
        strptime(c2, '%s')::DATE AS period_end, replace(c3, ',', '.')::DOUBLE AS hours
      FROM read_csv('%s/*/*/%s', delim='%s', header=false, skip=1, all_varchar=true, filename=true,
        names=['c0','c1','c2','c3'])
      WHERE c3 <> 'zie mail'
      """;

  private static final String LATEST =
      """
      CREATE TABLE latest AS
      SELECT proeftuin, placement_id, unnest(arg_max(
        {'person_id': person_id, 'organisation': organisation, 'attribution': attribution,
         'route': route, 'contract_form': contract_form, 'target_group': target_group,
         'start_date': start_date, 'end_date': end_date, 'hours_per_week': hours_per_week},
        delivery))
      FROM (SELECT * FROM canonical UNION ALL SELECT * FROM dutch)
      GROUP BY proeftuin, placement_id
      """;

  private static final String LATEST_HOURS =
      """
      CREATE TABLE latest_hours AS
      SELECT proeftuin, placement_id, period_start, period_end, arg_max(hours, delivery) AS hours
      FROM (SELECT * FROM canonical_hours UNION ALL SELECT * FROM dutch_hours)
      GROUP BY ALL
      """;

  private static final String PERIODS =
      """
      CREATE TABLE periods AS
      SELECT * FROM (
        SELECT 'year' AS kind, d::DATE AS first, (d + INTERVAL 1 YEAR - INTERVAL 1 DAY)::DATE AS last
        FROM range(DATE '2018-01-01', DATE '2026-01-02', INTERVAL 1 YEAR) t(d)
        UNION ALL
        SELECT 'quarter', d::DATE, (d + INTERVAL 3 MONTH - INTERVAL 1 DAY)::DATE
        FROM range(DATE '2018-01-01', DATE '2026-01-02', INTERVAL 3 MONTH) t(d))
      """;

  private static final String JOBS_REALISED =
      """
      CREATE TABLE jobs_realised AS
      SELECT kind, first, organisation, proeftuin, target_group, route, attribution, contract_form,
        count(*) FILTER (WHERE start_date >= first) AS jobs_started,
        count(*) FILTER (WHERE end_date <= last) AS jobs_ended,
        count(*) FILTER (WHERE end_date IS NULL OR end_date >= last) AS jobs_active,
        count(DISTINCT proeftuin || person_id) AS persons,
        sum(hours_per_week) FILTER (WHERE end_date IS NULL OR end_date >= last) / 36 AS fte
      FROM latest JOIN periods
        ON start_date <= last AND (end_date IS NULL OR end_date >= first)
      GROUP BY GROUPING SETS ((kind, first), (kind, first, organisation), (kind, first, proeftuin),
        (kind, first, target_group), (kind, first, route), (kind, first, attribution),
        (kind, first, contract_form), (kind, first, organisation, target_group),
        (kind, first, organisation, attribution))
      """;

  private static final String STATES =
      """
      SELECT year(start_date), count(*), count(end_date), sum(hours_per_week)
      FROM %s GROUP BY 1 ORDER BY 1
      """;

  private final Statement duck;

  private DuckPass(Statement duck) {
    this.duck = duck;
  }

  public static void main(String[] args) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("SET threads = 2");
      statement.execute("SET memory_limit = '3GB'");
      statement.execute("SET preserve_insertion_order = false");
      DuckPass pass = new DuckPass(statement);
      pass.run(args[0]);
      if (args.length > 1) {
        pass.compare(args[1]);
      }
    }
  }

  private void run(String deliveries) throws SQLException {
    step(
        "read",
        read(PLACEMENTS, "canonical", "%Y-%m-%d", deliveries, "placements.csv", ","),
        read(PLACEMENTS, "dutch", "%d-%m-%Y", deliveries, "plaatsingen.csv", ";"),
        read(HOURS, "canonical_hours", "%Y-%m-%d", deliveries, "paid_hours.csv", ","),
        read(HOURS, "dutch_hours", "%d-%m-%Y", deliveries, "uren.csv", ";"));
    step("latest state", LATEST, LATEST_HOURS);
    step("jobs_realised", PERIODS, JOBS_REALISED);
    System.out.println(query("SELECT count(*) FROM jobs_realised").get(0) + " cells");
  }

  private static String read(
      String form, String table, String date, String deliveries, String file, String delimiter) {
    return String.format(Locale.ROOT, form, table, date, date, deliveries, file, delimiter);
  }

  private void step(String name, String... sql) throws SQLException {
    long start = System.nanoTime();
    for (String one : sql) {
      duck.execute(one);
    }
    System.out.printf(Locale.ROOT, "%s %.1f s%n", name, (System.nanoTime() - start) / 1e9);
  }

  /** The states of placements by year of their start: how many, how many ended, their hours. */
  private void compare(String release) throws SQLException {
    List<String> ours =
        query(String.format(STATES, "'" + release + "/restricted/placements*.parquet'"));
    boolean same = ours.equals(query(String.format(STATES, "latest")));
    List<String> hours =
        query("SELECT count(*) FROM '" + release + "/restricted/paid_hours*.parquet'");
    boolean sameHours = hours.equals(query("SELECT count(*) FROM latest_hours"));
    System.out.println("latest states of placements: " + (same ? "the same" : "NOT the same"));
    System.out.println("pay periods: " + (sameHours ? "the same" : "NOT the same"));
  }

  private List<String> query(String sql) throws SQLException {
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
}
