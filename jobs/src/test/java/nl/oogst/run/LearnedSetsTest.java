package nl.oogst.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is learned from figures agrees with the figures, in each zone of one release. */
class LearnedSetsTest {
  private static final String EXACT = "restricted/unprotected/";
  private static final String PUBLIC = "public/";
  private static final String CELL =
      "concat_ws('/', organisation, proeftuin, target_group, route, attribution, contract_form,"
          + " phase)";

  @TempDir private static Path folder;
  private static Ran.Pinned release;

  @BeforeAll
  static void harvest() {
    DataRoot root =
        new DataRoot(folder)
            .sample(
                false,
                "az-catering",
                "szw-catering",
                "bzk-ict-inhuur",
                "def-schoonmaak",
                "lnv-natuurbeheer",
                "lnv-laboratorium");
    Ran ran = Ran.harvest(root, "--quiet");
    assertThat(ran.code()).as(ran.err()).isIn(0, 3);
    release = ran.pinned();
  }

  private static List<String> query(String sql, String zone) {
    String filled = sql;
    for (String dataSet :
        List.of(
            "trends",
            "jobs_realised",
            "banenafspraak_contributions",
            "sustainability_indicators",
            "end_reasons",
            "comparisons",
            "statement_checks",
            "targets")) {
      filled = filled.replace("{" + dataSet + "}", release.dataSet(zone + dataSet));
    }
    return Ran.query(filled.replace("{cell}", CELL));
  }

  private static void nothing(String sql) {
    for (String zone : List.of(EXACT, PUBLIC)) {
      assertThat(query(sql, zone)).as("%s: %s", zone, sql).isEmpty();
    }
  }

  @Test
  void everySeriesIsTheFigureItself() {
    String found =
        "SELECT period, breakdown, {cell}, value FROM {trends} WHERE metric = 'jobs_active'"
            + " AND coalesce(organisation, '') NOT LIKE '%+%'";
    String expected =
        "SELECT period, breakdown, {cell}, jobs_active FROM {jobs_realised}"
            + " WHERE period_type = 'quarter' AND breakdown NOT LIKE '%+%'";
    nothing("(" + found + ") EXCEPT ALL (" + expected + ")");
    nothing("(" + expected + ") EXCEPT ALL (" + found + ")");
    String share =
        "SELECT period, breakdown, {cell}, value, value_limit FROM {trends}"
            + " WHERE metric = 'werkbehoud_12m'";
    String shares =
        "SELECT period, breakdown, {cell}, value, value_limit FROM {sustainability_indicators}"
            + " WHERE indicator = 'werkbehoud_12m' AND breakdown NOT LIKE '%+%'";
    nothing("(" + share + ") EXCEPT ALL (" + shares + ")");
    nothing("(" + shares + ") EXCEPT ALL (" + share + ")");
  }

  @Test
  void changesAreOfTheSameQuarterAYearBefore() {
    nothing(
        "WITH t AS (SELECT *, period_start - INTERVAL 1 YEAR AS earlier FROM {trends}"
            + " WHERE metric IN ('fte', 'paid_hours')) SELECT a.period FROM t a LEFT JOIN t b ON"
            + " b.period_start = a.earlier AND b.metric = a.metric AND b.breakdown = a.breakdown"
            + " AND coalesce(b.organisation, '') = coalesce(a.organisation, '')"
            + " AND coalesce(b.proeftuin, '') = coalesce(a.proeftuin, '')"
            + " AND coalesce(b.target_group, '') = coalesce(a.target_group, '')"
            + " AND coalesce(b.route, '') = coalesce(a.route, '')"
            + " AND coalesce(b.attribution, '') = coalesce(a.attribution, '')"
            + " AND coalesce(b.contract_form, '') = coalesce(a.contract_form, '')"
            + " AND coalesce(b.phase, '') = coalesce(a.phase, '')"
            + " AND coalesce(b.counts_for, '') = coalesce(a.counts_for, '')"
            + " WHERE abs(coalesce(a.change_year_on_year, -1e9)"
            + " - coalesce(a.value - b.value, -1e9)) > 1e-6");
  }

  @Test
  void provisionalQuartersAreInTheSeriesAndNotInTheFit() {
    nothing("SELECT period FROM {trends} WHERE provisional AND in_fit");
    nothing(
        "SELECT metric FROM {trends} GROUP BY metric, period_type, breakdown, {cell}, counts_for"
            + " HAVING count(*) FILTER (WHERE in_fit) <> any_value(points)"
            + " OR (any_value(points) < 8) <> (any_value(direction) = 'too_short')");
    assertThat(query("SELECT count(*) FROM {trends} WHERE provisional", PUBLIC))
        .isNotEqualTo(List.of("0"));
  }

  @Test
  void aReorganisedMinistryIsTheSumOfItsParts() {
    String of = "SELECT period, sum(value) FROM {trends} WHERE metric = 'persons' AND organisation";
    nothing(of + " IN ('LNV', 'LVVN') GROUP BY 1 EXCEPT " + of + " = 'LNV+LVVN' GROUP BY 1");
    assertThat(query(of + " = 'LNV+LVVN' GROUP BY 1", PUBLIC)).isNotEmpty();
  }

  @Test
  void endReasonsAndRetentionAddUpToOne() {
    String off =
        "SELECT e.cohort FROM (SELECT breakdown, {cell} AS cell, cohort, months, sum(value) AS f"
            + " FROM {end_reasons} GROUP BY ALL) e JOIN (SELECT breakdown, {cell} AS cell, cohort,"
            + " indicator, value FROM {sustainability_indicators}) r ON e.breakdown = r.breakdown"
            + " AND e.cell = r.cell AND e.cohort = r.cohort"
            + " AND r.indicator = 'retention_' || e.months || 'm' WHERE abs(f + value - 1) > 1e-9";
    assertThat(query(off, EXACT)).isEmpty();
    assertThat(query(off.replace("> 1e-9", "<= 1e-9"), EXACT)).isNotEmpty();
  }

  @Test
  void publicCountsAreMultiplesOfFiveAndSharesWholePercents() {
    for (String sql :
        List.of(
            "SELECT n FROM {comparisons} WHERE n % 5 <> 0 OR not_judged % 5 <> 0",
            "SELECT n FROM {end_reasons} WHERE n % 5 <> 0 OR ended % 5 <> 0 OR at_risk % 5 <> 0",
            "SELECT stated FROM {statement_checks} WHERE stated % 5 <> 0 OR counted % 5 <> 0",
            "SELECT value FROM {comparisons} WHERE abs(value * 100 - round(value * 100)) > 1e-9"
                + " OR (value IS NOT NULL AND n < 20)",
            "SELECT value FROM {end_reasons} WHERE abs(value * 100 - round(value * 100)) > 1e-9"
                + " OR (value IS NOT NULL AND n < 20)")) {
      assertThat(query(sql, PUBLIC)).as(sql).isEmpty();
    }
  }

  @Test
  void boundsOfPersonsKeepTheirOrderWhenRounded() {
    nothing(
        "SELECT persons FROM {jobs_realised}"
            + " WHERE NOT (persons_low <= persons AND persons <= persons_high)");
    assertThat(query("SELECT count(*) FROM {jobs_realised} WHERE persons < persons_high", EXACT))
        .as("jobs recorded in two proeftuinen")
        .isNotEqualTo(List.of("0"));
  }

  @Test
  void statementsStandInNoTotal() {
    assertThat(
            query(
                "SELECT stated FROM {statement_checks} WHERE breakdown = 'proeftuin' EXCEPT SELECT"
                    + " value FROM "
                    + release.dataSet("restricted/statements"),
                EXACT))
        .isEmpty();
    nothing(
        "SELECT period FROM {statement_checks} WHERE breakdown = 'proeftuin'"
            + " AND difference IS DISTINCT FROM stated - counted");
  }

  @Test
  void whatTheProeftuinenContributedToATargetIsTheFigureOfTheRijk() {
    nothing(
        "SELECT t.period FROM {targets} t JOIN {banenafspraak_contributions} b ON"
            + " t.period = b.period AND b.breakdown = 'all' AND b.counts_for = 'rijk'"
            + " WHERE t.scope = 'rijk' AND t.contributed IS DISTINCT FROM b.banen");
    nothing("SELECT period FROM {targets} WHERE scope <> 'rijk' AND contributed IS NOT NULL");
  }
}
