package nl.oogst.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lessons of the sample, worked out again by DuckDB from records and register. */
class LessonsOfTheSampleTest {
  @TempDir private static Path folder;
  private static Ran ran;

  @BeforeAll
  static void harvest() {
    Path repository = DataRoot.repository();
    ran =
        Ran.command(
            null,
            "run",
            "--quiet",
            "--data=" + repository.resolve("sample-data"),
            "--schemas=" + repository.resolve("schemas"),
            "--profiles=" + repository.resolve("schemas/profiles"),
            "--out=" + folder,
            "--master=local[2]");
    assertThat(ran.code()).as(ran.err()).isEqualTo(3);
  }

  private static String file(String name) {
    return "'" + folder + "/releases/*/" + name + ".parquet'";
  }

  private static List<String> query(String sql) {
    return Ran.query(sql);
  }

  @Test
  void everyPracticeStandsBesideEveryOutcome() {
    assertThat(
            query(
                "SELECT count(*), count(DISTINCT practice), count(DISTINCT outcome) FROM "
                    + file("public/lessons")))
        .containsExactly("210|30|7");
  }

  @Test
  void thePlantedPracticeIsSeenAndNoOtherIsSupported() {
    assertThat(
            query(
                "SELECT outcome FROM "
                    + file("public/lessons")
                    + " WHERE practice = 'two_sided_contract_agreements'"
                    + " AND evidence IN ('supported', 'indication')"
                    + " AND (difference > 0 OR outcome = 'days_to_first_job') ORDER BY 1"))
        .contains("retention_12m", "retention_6m", "werkbehoud_12m");
    assertThat(
            query(
                "SELECT practice, outcome FROM "
                    + file("public/lessons")
                    + " WHERE evidence = 'supported'"
                    + " AND practice <> 'two_sided_contract_agreements'"))
        .isEmpty();
  }

  /** Days in force, sides and jobs, day by day. */
  @Test
  void proeftuinenAndJobsOnEachSideAreThoseOfTheRecords() {
    String sides =
        """
        WITH register AS (
          SELECT proeftuin_id AS proeftuin, start_date AS first,
            least(coalesce(end_date, DATE '2026-01-15'), DATE '2026-01-15') AS last
          FROM read_csv('%s')),
        days AS (
          SELECT proeftuin, unnest(generate_series(first, last, INTERVAL 1 DAY))::DATE AS day FROM register),
        used AS (SELECT DISTINCT proeftuin, practice, "from" AS first, coalesce("to", DATE '9999-12-31') AS last FROM %s),
        inforce AS (
          SELECT u.practice, d.proeftuin, count(DISTINCT d.day) AS days FROM days d
          JOIN used u ON u.proeftuin = d.proeftuin AND d.day BETWEEN u.first AND u.last GROUP BY ALL),
        sides AS (
          SELECT p.practice, r.proeftuin,
            2 * coalesce(i.days, 0) >= date_diff('day', r.first, r.last) + 1 AS side
          FROM (SELECT DISTINCT practice FROM used) p CROSS JOIN register r
          LEFT JOIN inforce i ON i.practice = p.practice AND i.proeftuin = r.proeftuin),
        jobs AS (
          SELECT s.practice, s.side, j.proeftuin, j.person,
            EXISTS (FROM used u WHERE u.practice = s.practice AND u.proeftuin = j.proeftuin
              AND j.start_date BETWEEN u.first AND u.last) AS used
          FROM %s j JOIN sides s ON s.proeftuin = j.proeftuin WHERE j.is_job),
        counted AS (
          SELECT practice, count(*) FILTER (side) AS jobs_with, count(*) FILTER (NOT side) AS jobs_without,
            count(DISTINCT person) FILTER (side) AS persons_with, count(DISTINCT person) FILTER (NOT side) AS persons_without,
            count(DISTINCT proeftuin) FILTER (side) AS with_them, count(DISTINCT proeftuin) FILTER (NOT side) AS without_them
          FROM jobs WHERE side = used GROUP BY ALL)
        """
            .formatted(
                DataRoot.repository().resolve("sample-data/register/proeftuinen.csv"),
                file("restricted/practices"),
                file("restricted/placements"));
    assertThat(
            query(
                sides
                    + "SELECT count(*), count(*) FILTER (jobs_with = placements_with"
                    + " AND jobs_without = placements_without AND counted.persons_with = l.persons_with"
                    + " AND counted.persons_without = l.persons_without) FROM counted JOIN "
                    + file("restricted/unprotected/lessons")
                    + " l USING (practice) WHERE outcome = 'jobs_per_million_eur'"))
        .containsExactly("30|30");
    assertThat(
            query(
                sides
                    + "SELECT practice, with_them, pilots_with, without_them, pilots_without FROM counted JOIN "
                    + file("restricted/unprotected/lessons")
                    + " USING (practice) WHERE outcome = 'permanent_hours_share'"
                    + " AND (with_them <> pilots_with OR without_them <> pilots_without)"))
        .isEmpty();
  }

  @Test
  void nothingIsShownOfSmallSides() {
    assertThat(
            query(
                "SELECT practice, outcome FROM "
                    + file("public/lessons")
                    + " WHERE difference IS NOT NULL AND (least(at_risk_with, at_risk_without) < 20"
                    + " OR least(pilots_with, pilots_without) < 3)"))
        .isEmpty();
    assertThat(
            query(
                "SELECT DISTINCT placements_with % 5, persons_without % 5, round(difference * 100) - difference * 100"
                    + " FROM "
                    + file("public/lessons")
                    + " WHERE unit = 'share'"))
        .allSatisfy(row -> assertThat(row).startsWith("0.0|0.0|"));
  }

  @Test
  void theVoicesAreThoseOfTheNotes() {
    assertThat(
            query(
                "SELECT l.practice FROM "
                    + file("public/lessons")
                    + " l WHERE notes <> (SELECT count(*) FROM "
                    + file("public/lesson_notes")
                    + " n WHERE n.practice = l.practice) OR proeftuinen_with_notes <>"
                    + " (SELECT count(DISTINCT proeftuin) FROM "
                    + file("public/lesson_notes")
                    + " n WHERE n.practice = l.practice)"))
        .isEmpty();
  }

  @Test
  void themesCountTheNotes() {
    assertThat(
            query(
                "SELECT theme FROM "
                    + file("public/lesson_themes")
                    + " t WHERE breakdown = 'role' AND (notes, proeftuinen) <> (SELECT (count(*),"
                    + " count(DISTINCT proeftuin)) FROM "
                    + file("public/lesson_notes")
                    + " n WHERE n.theme = t.theme AND coalesce(n.role, 'unknown') = t.role"
                    + " AND (t.period = 'all' OR n.period = t.period))"))
        .isEmpty();
    assertThat(
            query(
                "SELECT sum(notes) FROM "
                    + file("public/lesson_themes")
                    + " WHERE breakdown = 'phase' AND period_type = 'year'"))
        .isEqualTo(query("SELECT count(*) FROM " + file("public/lesson_notes")));
  }

  @Test
  void whatMayNotBePublishedIsNowhereAndNoWordsOfTheFieldWereMasked() {
    assertThat(
            query(
                "SELECT lesson_id FROM "
                    + file("public/lesson_notes")
                    + " n ANTI JOIN (FROM "
                    + file("restricted/lesson_records")
                    + " WHERE publishable) r USING (proeftuin, lesson_id)"))
        .isEmpty();
    assertThat(
            query(
                "SELECT n.text FROM "
                    + file("public/lesson_notes")
                    + " n JOIN "
                    + file("restricted/lesson_records")
                    + " r USING (proeftuin, lesson_id) WHERE n.text <> r.text"))
        .as("contact data were masked before; these invented notes hold no names")
        .isEmpty();
  }
}
