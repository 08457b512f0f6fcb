package nl.oogst.run.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * From delivered CSV files to {@code jobs_realised} in SQL alone, after the text of the contract
 * (sections 3 to 5) and not after how a harvest does it: whole tables, groups and joins, where a
 * harvest goes from one placement and one person to the next.
 */
final class DuckSql {
  /** What is counted, each with what it is in SQL. */
  static final List<String> MEASURES =
      List.of("jobs_active", "jobs_started", "jobs_ended", "other_placements", "persons", "fte");

  private static final List<String> DIMENSIONS =
      List.of(
          "organisation",
          "proeftuin",
          "target_group",
          "route",
          "attribution",
          "contract_form",
          "phase");

  private static final String PLACEMENTS =
      """
      CREATE TABLE %s AS
      SELECT split_part(filename, '/', -3) AS proeftuin, split_part(filename, '/', -2) AS delivery,
        c0 AS placement_id, c1 AS person_id, c2 AS contract_id, c3 AS organisation, c4 AS supplier,
        c5 AS attribution, c6 AS route, c7 AS contract_form, c8 AS target_group,
        strptime(c10, '%s')::DATE AS start_date, strptime(c11, '%s')::DATE AS end_date,
        c12::DOUBLE AS hours_per_week
      FROM read_csv('%s/deliveries/*/*/%s', delim='%s', header=false, skip=1, all_varchar=true,
        filename=true,
        names=['c0','c1','c2','c3','c4','c5','c6','c7','c8','c9','c10','c11','c12'])
      """;

  private static final String HOURS =
      """
      CREATE TABLE %s AS
      SELECT split_part(filename, '/', -3) AS proeftuin, split_part(filename, '/', -2) AS delivery,
        c0 AS placement_id, strptime(c1, '%s')::DATE AS period_start,
        strptime(c2, '%s')::DATE AS period_end, replace(c3, ',', '.')::DOUBLE AS hours
      FROM read_csv('%s/deliveries/*/*/%s', delim='%s', header=false, skip=1, all_varchar=true,
        filename=true, names=['c0','c1','c2','c3'])
      WHERE c3 <> 'zie mail'
      """;

  /** Dutch words of a root, each with its code; the attribution and the route share one. */
  private static final String CODED =
      """
      CREATE MACRO coded(word) AS coalesce(map {
        'Vast': 'permanent', 'Tijdelijk': 'temporary', 'Uitzendkracht': 'agency',
        'Detachering': 'secondment', 'Participatiewet': 'participatiewet', 'WW': 'ww',
        'Wajong': 'wajong', 'WIA': 'wia', 'Nuggers': 'nugger', 'Co-creatie': 'co_creation',
        'Indirect': 'indirect', 'Inleen bij het Rijk': 'rijk_hiring'}[word], word)
      """;

  /** The newest valid row of each placement, and the last delivery with any row of it. */
  static final List<String> LATEST =
      List.of(
          CODED,
          """
          CREATE TABLE latest AS
          SELECT proeftuin, placement_id, max(delivery) AS shown, unnest(arg_max(
            {'person_id': person_id, 'contract_id': contract_id, 'organisation': organisation,
             'supplier': supplier, 'attribution': attribution, 'route': route,
             'contract_form': contract_form, 'target_group': target_group,
             'start_date': start_date, 'end_date': end_date, 'hours_per_week': hours_per_week},
            delivery) FILTER (attribution <> 'zie mail'))
          FROM (SELECT * FROM canonical UNION ALL SELECT * FROM dutch)
          GROUP BY proeftuin, placement_id
          HAVING count(*) FILTER (attribution <> 'zie mail') > 0
          """,
          """
          CREATE TABLE latest_hours AS
          SELECT proeftuin, placement_id, period_start, period_end,
            arg_max(hours, delivery) AS hours
          FROM (SELECT * FROM canonical_hours UNION ALL SELECT * FROM dutch_hours)
          GROUP BY ALL
          """);

  /**
   * The latest states with the day until which they count as active (rule 2), the number of records
   * of their job and its person (rule 4). A root has no link key, so that only contracts tell which
   * records are one job. They are paired one to one in order of their numbers, between each two
   * proeftuinen alike: the first with the first of all others, the second with the second.
   */
  static final List<String> JOBS =
      List.of(
          """
          CREATE TABLE newest AS SELECT proeftuin, max(delivery) AS delivery
          FROM (SELECT proeftuin, delivery FROM canonical
            UNION ALL SELECT proeftuin, delivery FROM dutch) GROUP BY 1
          """,
          "CREATE MACRO as_of() AS (SELECT max(left(delivery, 10))::DATE FROM newest)",
          """
          CREATE TABLE paired AS
          SELECT proeftuin, placement_id, person_id, count(*) OVER job AS k,
            min(proeftuin || '/' || person_id) OVER job AS other
          FROM (SELECT *, row_number() OVER (
              PARTITION BY proeftuin, contract_id, lower(supplier), start_date, hours_per_week,
                coded(target_group) ORDER BY placement_id) AS place
            FROM latest
            WHERE contract_form NOT IN ('internship', 'work_experience')
              AND contract_id IS NOT NULL AND supplier IS NOT NULL
              AND coded(target_group) <> 'unknown')
          WINDOW job AS (PARTITION BY contract_id, lower(supplier), start_date, hours_per_week,
            coded(target_group), place)
          """,
          """
          CREATE TABLE same_person AS
          WITH RECURSIVE
            side AS (
              SELECT DISTINCT proeftuin || '/' || person_id AS one, other FROM paired WHERE k > 1),
            edge AS (SELECT one, other FROM side UNION SELECT other, one FROM side),
            reached AS (
              SELECT one, other FROM edge
              UNION SELECT r.one, e.other FROM reached r JOIN edge e ON r.other = e.one)
          SELECT one AS number, min(other) AS person FROM reached GROUP BY 1
          """,
          """
          CREATE TABLE jobs AS
          SELECT coalesce(s.person, l.proeftuin || '/' || l.person_id) AS person,
            l.contract_form NOT IN ('internship', 'work_experience') AS is_job,
            coalesce(p.k, 1) AS k, start_date, end_date, hours_per_week,
            coalesce(end_date, CASE WHEN shown < n.delivery
              THEN left(shown, 10)::DATE ELSE as_of() END) AS active_until,
            organisation, l.proeftuin, coded(target_group) AS target_group,
            CASE route WHEN 'Bij de leverancier' THEN 'at_supplier' ELSE coded(route) END AS route,
            CASE attribution WHEN 'Bij de leverancier' THEN 'supplier' ELSE coded(attribution) END
              AS attribution,
            coded(contract_form) AS contract_form, coalesce(phase, 'unknown') AS phase
          FROM latest l JOIN newest n USING (proeftuin) LEFT JOIN register USING (proeftuin)
          LEFT JOIN paired p USING (proeftuin, placement_id)
          LEFT JOIN same_person s ON s.number = l.proeftuin || '/' || l.person_id
          """);

  /**
   * Each value that occurs, in each period (sections 4 and 5, rules 1, 3, 4 and 7). What vanished
   * before it was to start was active on no day: it did not start either.
   */
  static final List<String> FIGURES =
      List.of(
          """
          CREATE TABLE periods AS
          SELECT kind AS period_type, d::DATE AS first, least((d + length)::DATE - 1, as_of()) AS last
          FROM (VALUES ('year', INTERVAL 1 YEAR), ('quarter', INTERVAL 3 MONTH)) k(kind, length),
            LATERAL (SELECT unnest(range(date_trunc(kind, (SELECT min(start_date) FROM jobs)),
              as_of()::TIMESTAMP + INTERVAL 1 DAY, length)) AS d)
          """,
          "CREATE TABLE cells AS SELECT " + breakdown() + " FROM jobs GROUP BY " + sets("") + "",
          "CREATE TABLE counted AS SELECT period_type, first, "
              + breakdown()
              + """
              ,
              sum(1.0 / k) FILTER (is_job AND start_date <= last AND active_until >= last)
                AS jobs_active,
              sum(1.0 / k) FILTER (is_job AND start_date BETWEEN first AND last
                AND start_date <= active_until) AS jobs_started,
              sum(1.0 / k) FILTER (is_job AND end_date BETWEEN first AND last) AS jobs_ended,
              count(*) FILTER (NOT is_job AND start_date <= last AND active_until >= last)
                AS other_placements,
              count(DISTINCT person) FILTER (is_job
                AND greatest(start_date, first) <= least(active_until, last)) AS persons,
              sum(hours_per_week / k)
                FILTER (is_job AND start_date <= last AND active_until >= last) / 36 AS fte
              FROM jobs JOIN periods
                ON start_date <= last AND greatest(active_until, start_date) >= first
              GROUP BY\s"""
              + sets("period_type, first"),
          "CREATE TABLE jobs_realised AS SELECT p.period_type, p.first AS period_start, c.*, "
              + MEASURES.stream()
                  .map(m -> "coalesce(" + m + ", 0)::DOUBLE AS " + m)
                  .collect(Collectors.joining(", "))
              + " FROM cells c CROSS JOIN periods p LEFT JOIN counted n"
              + " ON n.period_type = p.period_type AND n.first = p.first AND "
              + same("n", "c"));

  /** The states of placements by year of their start: how many, how many ended, their hours. */
  static final String STATES =
      """
      SELECT year(start_date), count(*), count(end_date), sum(hours_per_week)
      FROM %s GROUP BY 1 ORDER BY 1
      """;

  private DuckSql() {}

  /** Reads the files of a root in both of their forms. */
  static List<String> read(String root) {
    return List.of(
        read(PLACEMENTS, "canonical", "%Y-%m-%d", root, "placements.csv", ","),
        read(PLACEMENTS, "dutch", "%d-%m-%Y", root, "plaatsingen.csv", ";"),
        read(HOURS, "canonical_hours", "%Y-%m-%d", root, "paid_hours.csv", ","),
        read(HOURS, "dutch_hours", "%d-%m-%Y", root, "uren.csv", ";"),
        "CREATE TABLE register AS SELECT proeftuin_id AS proeftuin, phase FROM read_csv('"
            + root
            + "/register/proeftuinen.csv', all_varchar=true)");
  }

  private static String read(
      String form, String table, String date, String root, String file, String delimiter) {
    return String.format(Locale.ROOT, form, table, date, date, root, file, delimiter);
  }

  /** Cells that are not on both sides, or in which a figure differs, with both of them. */
  static String differences(String released) {
    return "SELECT coalesce(ours.period_type, d.period_type) AS kind,"
        + " coalesce(ours.period_start, d.period_start) AS first, coalesce(ours.breakdown,"
        + " d.breakdown) AS breakdown, concat_ws('+', "
        + DIMENSIONS.stream()
            .map(name -> "coalesce(ours." + name + ", d." + name + ")")
            .collect(Collectors.joining(", "))
        + ") AS cell, m.*"
        + " FROM (SELECT * FROM "
        + released
        + ") ours FULL JOIN jobs_realised d ON ours.period_type = d.period_type"
        + " AND ours.period_start = d.period_start AND "
        + same("ours", "d")
        + ", LATERAL (VALUES "
        + MEASURES.stream()
            .map(m -> "('" + m + "', ours." + m + ", d." + m + ")")
            .collect(Collectors.joining(", "))
        + ") m(measure, harvest, duckdb) WHERE harvest IS NULL OR duckdb IS NULL"
        + " OR abs(harvest - duckdb) > 1e-9 * greatest(1, abs(duckdb)) ORDER BY ALL";
  }

  /** Null is a value here: that of what is not broken down. */
  private static String same(String one, String other) {
    return one
        + ".breakdown = "
        + other
        + ".breakdown AND "
        + DIMENSIONS.stream()
            .map(d -> "coalesce(" + one + "." + d + ", '') = coalesce(" + other + "." + d + ", '')")
            .collect(Collectors.joining(" AND "));
  }

  /** The dimensions that a grouping set has, joined, and the value of each. */
  private static String breakdown() {
    return "coalesce(nullif(concat_ws('+', "
        + DIMENSIONS.stream()
            .map(d -> "CASE grouping(" + d + ") WHEN 0 THEN '" + d + "' END")
            .collect(Collectors.joining(", "))
        + "), ''), 'all') AS breakdown, "
        + String.join(", ", DIMENSIONS);
  }

  private static String sets(String always) {
    String comma = always.isEmpty() ? "" : ", ";
    String single =
        DIMENSIONS.stream()
            .map(d -> "(" + always + comma + d + ")")
            .collect(Collectors.joining(", "));
    String before = always + comma + "organisation, ";
    return "GROUPING SETS (("
        + always
        + "), "
        + single
        + ", ("
        + before
        + "target_group), ("
        + before
        + "attribution))";
  }
}
