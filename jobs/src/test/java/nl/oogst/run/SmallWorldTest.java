package nl.oogst.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import nl.oogst.model.Column;
import nl.oogst.model.DataSetSchema;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A world worked out by hand, from the files of its deliveries to the cells of every data set. */
class SmallWorldTest {
  private static final List<String> PUBLIC_FIGURES =
      List.of(
          "jobs_realised",
          "banenafspraak_contributions",
          "sustainability_indicators",
          "obligations",
          "deliveries");

  @TempDir static Path folder;

  private static SmallWorld.Root root;
  private static Outcome first;
  private static Outcome second;
  private static Outcome shuffled;
  private static Connection duck;

  @BeforeAll
  static void harvest() throws Exception {
    root = new SmallWorld().write(folder.resolve("one"), false);
    first = Harvest.run(root.settings("out", "local[1]"), line -> {});
    second = Harvest.run(root.settings("out", "local[1]"), line -> {});
    shuffled =
        Harvest.run(
            new SmallWorld().write(folder.resolve("two"), true).settings("out", "local[2]"),
            line -> {});
    duck = DriverManager.getConnection("jdbc:duckdb:");
  }

  @AfterAll
  static void close() throws SQLException {
    duck.close();
  }

  private static Path exact(String dataSet) {
    return first.folder().resolve("restricted/unprotected/" + dataSet + ".parquet");
  }

  private static Path open(String dataSet) {
    return first.folder().resolve("public/" + dataSet + ".parquet");
  }

  private static Path restricted(String dataSet) {
    return first.folder().resolve("restricted/" + dataSet + ".parquet");
  }

  /** The rows of a query over a file, their values joined by a space; null stays visible. */
  private static List<String> rows(Path file, String select, String rest) {
    List<String> rows = new ArrayList<>();
    try (Statement statement = duck.createStatement();
        ResultSet result =
            statement.executeQuery("SELECT " + select + " FROM '" + file + "' " + rest)) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          values.add(String.valueOf(result.getObject(i)));
        }
        rows.add(String.join(" ", values));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return rows;
  }

  private static double number(Path file, String column, String where) {
    List<String> rows = rows(file, column, "WHERE " + where);
    assertThat(rows).as("%s where %s", column, where).hasSize(1);
    return Double.parseDouble(rows.get(0));
  }

  // ---- the release

  @Test
  void theReleaseIsPublishedAndNamesItsAsOfDate() {
    assertThat(first.kind()).isEqualTo(Outcome.Kind.PUBLISHED);
    assertThat(first.releaseId()).startsWith("2024-06-30");
    assertThat(first.delivered()).isEqualTo(6);
    assertThat(first.proeftuinen()).isEqualTo(3);
  }

  @Test
  void aSecondRunSaysSoAndChangesNothing() {
    assertThat(second.kind()).isEqualTo(Outcome.Kind.ALREADY_CURRENT);
    assertThat(second.releaseId()).isEqualTo(first.releaseId());
    assertThat(second.exitCode()).isZero();
  }

  @Test
  void coresAndTheOrderInWhichFilesWereMadeChangeNoByte() throws Exception {
    assertThat(shuffled.releaseId()).isEqualTo(first.releaseId());
    SortedMap<String, byte[]> expected = files(first.folder());
    SortedMap<String, byte[]> found = files(shuffled.folder());
    assertThat(found.keySet()).isEqualTo(expected.keySet());
    expected.forEach((name, bytes) -> assertThat(found.get(name)).as(name).isEqualTo(bytes));
  }

  private static SortedMap<String, byte[]> files(Path release) throws Exception {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(release)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        files.put(release.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return files;
  }

  // ---- schemas

  @Test
  void everyFileHasExactlyTheColumnsOfItsSchema() {
    SortedMap<String, DataSetSchema> schemas =
        DataSetSchema.loadAll(root.settings("out", "").schemas().resolve("datasets"));
    assertThat(schemas).hasSizeGreaterThan(15);
    schemas.forEach(
        (name, schema) -> {
          if (schema.zone() == DataSetSchema.Zone.PUBLIC) {
            assertColumns(open(name), schema);
            if (PUBLIC_FIGURES.contains(name)) {
              assertColumns(exact(name), schema);
            }
          } else {
            assertColumns(restricted(name), schema);
          }
        });
  }

  private static void assertColumns(Path file, DataSetSchema schema) {
    List<String> declared =
        schema.columns().stream().map(c -> c.name() + " " + duckType(c)).toList();
    assertThat(rows(file, "*", "LIMIT 0")).isEmpty();
    List<String> written = new ArrayList<>();
    try (Statement statement = duck.createStatement();
        ResultSet result = statement.executeQuery("DESCRIBE SELECT * FROM '" + file + "'")) {
      while (result.next()) {
        written.add(result.getString(1) + " " + result.getString(2));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    assertThat(written).as(file.getFileName().toString()).isEqualTo(declared);
  }

  private static String duckType(Column column) {
    return switch (column.type()) {
      case STRING -> "VARCHAR";
      case INTEGER -> "BIGINT";
      case NUMBER -> "DOUBLE";
      case BOOLEAN -> "BOOLEAN";
      case DATE -> "DATE";
      case OBJECT -> "MAP(VARCHAR, BIGINT)";
    };
  }

  @Test
  void rowsAreInTheOrderThatTheSchemaDeclares() {
    for (String dataSet : PUBLIC_FIGURES) {
      DataSetSchema schema =
          DataSetSchema.load(
              root.settings("out", "").schemas().resolve("datasets/" + dataSet + ".json"));
      String order =
          schema.sort().stream()
              .map(column -> "\"" + column + "\" NULLS FIRST")
              .reduce((a, b) -> a + ", " + b)
              .orElseThrow();
      assertThat(rows(open(dataSet), "* EXCLUDE (disclosure)", ""))
          .as(dataSet)
          .isEqualTo(rows(open(dataSet), "* EXCLUDE (disclosure)", "ORDER BY " + order));
    }
  }

  // ---- the ledger

  @Test
  void theLedgerAccountsForEveryRow() {
    assertThat(
            rows(
                restricted("ledger"),
                "proeftuin, delivery, file, entity, rows, accepted, superseded, duplicate,"
                    + " quarantined, not_a_record",
                ""))
        .containsExactlyInAnyOrder(
            "alfa 2023-12-31 placements.csv placement 8 1 4 1 1 1",
            "alfa 2024-06-30 lessons.csv lesson 2 2 0 0 0 0",
            "alfa 2024-06-30 paid_hours.csv paid_hours 3 2 0 0 1 0",
            "alfa 2024-06-30 placements.csv placement 6 6 0 0 0 0",
            "beta 2023-12-31 placements.csv placement 2 0 2 0 0 0",
            "beta 2024-06-30 placements.csv placement 3 3 0 0 0 0",
            "gamma 2023-12-31 placements.csv placement 2 1 1 0 0 0",
            "gamma 2024-03-31_mutaties placements.csv placement 1 1 0 0 0 0");
    assertThat(
            rows(
                restricted("ledger"),
                "*",
                "WHERE rows <> accepted + superseded + duplicate + quarantined + not_a_record"))
        .isEmpty();
    assertThat(first.rows()).containsEntry("rows", 27L).containsEntry("accepted", 16L);
  }

  // ---- restricted records

  @Test
  void placementsTellWhatIsKnownOfEach() {
    assertThat(
            rows(
                restricted("placements"),
                "placement_id, hours_per_week, known_until, vanished, is_job, job_records",
                "ORDER BY proeftuin, placement_id"))
        .containsExactly(
            "a1 32.0 2024-06-30 false true 1",
            "a2 24.0 2024-06-30 false true 1",
            "a3 20.0 2024-06-30 false false 1",
            "a4 32.0 2023-12-31 true true 1",
            "a5 20.0 2024-06-30 false true 2",
            "a6 28.0 2024-06-30 false true 1",
            "a8 36.0 2024-06-30 false true 2",
            "b1 20.0 2024-06-30 false true 1",
            "b5 20.0 2024-06-30 false true 2",
            "b8 18.0 2024-06-30 false true 2",
            "g1 36.0 2024-03-31 false true 1",
            "g2 18.0 2024-03-31 false true 1");
  }

  @Test
  void everyPairIsARowInLinks() {
    assertThat(rows(restricted("links"), "*", "ORDER BY placement_id_a"))
        .containsExactly("b alfa a5 beta b5 null", "a alfa a8 beta b8 A");
  }

  @Test
  void historyShowsOnlyWhatChanged() {
    assertThat(
            rows(
                restricted("placement_history"),
                "placement_id, peildatum, hours_per_week, end_date",
                "WHERE placement_id IN ('a1', 'a2', 'g2') ORDER BY placement_id, peildatum"))
        .containsExactly(
            "a1 2023-12-31 36.0 null",
            "a1 2024-06-30 32.0 null",
            "a2 2023-12-31 24.0 2023-09-30",
            "g2 2023-12-31 18.0 null",
            "g2 2024-03-31 18.0 2024-02-29");
  }

  @Test
  void issuesAndQuarantineNameFileLineAndField() {
    assertThat(
            rows(
                restricted("issues"),
                "delivery, file, line, code, severity",
                "WHERE severity = 'error' OR code IN ('vanished', 'duplicate_key')"
                    + " ORDER BY delivery, line, code"))
        .containsExactly(
            "2023-12-31 placements.csv 5 vanished warning",
            "2023-12-31 placements.csv 8 hours_out_of_range error",
            "2023-12-31 placements.csv 9 duplicate_key warning",
            "2024-06-30 paid_hours.csv 4 orphan_paid_hours error");
    assertThat(rows(restricted("quarantine"), "delivery, line, field, code", "ORDER BY 1"))
        .containsExactly(
            "2023-12-31 8 hours_per_week hours_out_of_range",
            "2024-06-30 4 placement_id orphan_paid_hours");
  }

  @Test
  void paidHoursAreThoseAccepted() {
    assertThat(rows(restricted("paid_hours"), "placement_id, period_start, hours", "ORDER BY 2"))
        .containsExactly("a1 2023-01-01 400.0", "a1 2023-12-16 90.0");
  }

  @Test
  void onlyLessonsMarkedPublishableAreOpen() {
    assertThat(rows(open("lesson_notes"), "lesson_id, text, disclosure", ""))
        .containsExactly("L1 Begin met een vaste begeleider open");
    assertThat(rows(restricted("lesson_records"), "lesson_id", "ORDER BY 1"))
        .containsExactly("L1", "L2");
  }

  // ---- jobs_realised

  @ParameterizedTest
  @CsvSource({
    // period, started, ended, active, persons, contract hours, other placements
    "2023-Q1,2,0,2,2,52,0", // a1 (32, its newest record) and b1
    "2023-Q2,1,0,3,3,76,1", // a2; a3 is an internship
    "2023-Q3,2,1,5,5,144,1", // a4, g1; a2 ends on the last day and is still active on it
    "2023-Q4,2,1,6,6,158,1", // a5 with b5, g2; b1 ends on the last day
    "2024-Q1,2,1,5,6,143,0", // a6, a8 with b8 (27 together); a4 vanished, g2 ends, so does a3
    "2024-Q2,0,0,5,5,143,0", // the end of a6 is planned
    "2023,7,2,6,7,158,1",
    "2024,2,1,5,6,143,0"
  })
  void jobsRealisedOfEveryPeriod(
      String period,
      double started,
      double ended,
      double active,
      double persons,
      double hours,
      double other) {
    String where = "breakdown = 'all' AND period = '" + period + "'";
    Path jobs = exact("jobs_realised");

    assertThat(number(jobs, "jobs_started", where)).isEqualTo(started);
    assertThat(number(jobs, "jobs_ended", where)).isEqualTo(ended);
    assertThat(number(jobs, "jobs_active", where)).isEqualTo(active);
    assertThat(number(jobs, "persons", where)).isEqualTo(persons);
    assertThat(number(jobs, "fte", where)).isCloseTo(hours / 36, within(1e-12));
    assertThat(number(jobs, "other_placements", where)).isEqualTo(other);
  }

  @Test
  void eachRecordOfAJobCountsHalfWithItsOwnOrganisation() {
    // BZK: a1 and half of a5; IenW: a4, b1 and half of b5; Fin: g1, g2
    assertThat(
            rows(
                exact("jobs_realised"),
                "organisation, jobs_active, persons",
                "WHERE breakdown = 'organisation' AND period = '2023-Q4' ORDER BY 1"))
        .containsExactly("BZK 1.5 2.0", "Fin 2.0 2.0", "IenW 2.5 3.0");
  }

  @Test
  void aPeriodIsProvisionalWhereARunningProeftuinHasNotDelivered() {
    // to the end of 2024-Q2 alfa and beta delivered, gamma and epsilon did not; no year-end yet
    assertThat(
            rows(
                exact("jobs_realised"),
                "period, provisional, round(coverage, 3)",
                "WHERE breakdown = 'all' AND period IN ('2023-Q1', '2024-Q1', '2024-Q2', '2023',"
                    + " '2024') ORDER BY period_type, period"))
        .containsExactly(
            "2023-Q1 false 1.0",
            "2024-Q1 false 1.0",
            "2024-Q2 true 0.5",
            "2023 false 1.0",
            "2024 true 0.0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jobs_started", "jobs_ended", "jobs_active", "fte", "other_placements"})
  void beforeProtectionTotalsEqualTheSumOfTheirParts(String measure) {
    assertThat(
            rows(
                exact("jobs_realised"),
                "period, breakdown",
                "AS r GROUP BY period, breakdown HAVING abs(sum("
                    + measure
                    + ") - (SELECT "
                    + measure
                    + " FROM '"
                    + exact("jobs_realised")
                    + "' AS t WHERE t.breakdown = 'all' AND t.period = r.period)) > 1e-9"))
        .isEmpty();
  }

  @Test
  void aBreakdownHasARowForEachValueInEachOfTheEightPeriods() {
    assertThat(
            rows(
                exact("jobs_realised"),
                "breakdown, count(*)",
                "GROUP BY breakdown ORDER BY breakdown"))
        .containsExactly(
            "all 8",
            "attribution 32",
            "contract_form 32",
            "organisation 24",
            "organisation+attribution 40",
            "organisation+target_group 56",
            "phase 24",
            "proeftuin 24",
            "route 32",
            "target_group 32");
  }

  // ---- banenafspraak_contributions

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // period | attribution | counts for | paid | estimated: weekly hours x days / 7
        "2023-Q1 | supplier        | market            | 400 | 0",
        // wsw counts where hired: February and March
        "2023-Q1 | rijk_hiring     | sector_government | 0   | 20 * 59 / 7",
        "2023-Q3 | rijk_employment | rijk              | 0   | 36 * 92 / 7",
        // a1 from April and a2; internship a3 and a4 without ground below
        "2023-Q2 | supplier        | market            | 0   | (32 * 91 + 24 * 91) / 7",
        "2023-Q2 | supplier        | none              | 0   | 20 * 61 / 7",
        // 16 of 30 days of the pay period of a1 lie in December, which is not estimated
        "2023-Q4 | supplier        | market            | 48  | (32 * 61 + 20 * 92) / 7",
        // a6 is in the register from 15 February: all of February and March, not January
        "2024-Q1 | supplier        | market            | 42  | (32 * 60 + 20 * 91 + 28 * 60) / 7",
        // a6 in January, a3 in January, half of a8 and of b8
        "2024-Q1 | supplier        | none              | 0   | (28*31 + 20*31 + 18*60 + 9*31) / 7",
        "2024-Q1 | indirect        | none              | 0   | 18 * 60 / 7",
        "2024-Q2 | supplier        | market            | 0   | (32 + 20 + 28) * 91 / 7",
        "2023    | rijk_employment | rijk              | 0   | 36 * 184 / 7"
      })
  void hoursAndBanen(
      String period, String attribution, String countsFor, double paid, String estimated)
      throws SQLException {
    String where =
        String.format(
            "breakdown = 'all' AND period = '%s' AND attribution = '%s' AND counts_for = '%s'",
            period, attribution, countsFor);
    double expected;
    try (Statement statement = duck.createStatement();
        ResultSet result = statement.executeQuery("SELECT CAST((" + estimated + ") AS DOUBLE)")) {
      result.next();
      expected = result.getDouble(1);
    }
    Path banen = exact("banenafspraak_contributions");

    assertThat(number(banen, "paid_hours", where)).isEqualTo(paid);
    assertThat(number(banen, "estimated_hours", where)).isCloseTo(expected, within(1e-4));
    if (countsFor.equals("none")) {
      assertThat(rows(banen, "banen", "WHERE " + where)).containsExactly("null");
    } else {
      double one = period.contains("Q") ? 332.75 : 1331;
      assertThat(number(banen, "banen", where)).isCloseTo((paid + expected) / one, within(1e-6));
    }
  }

  // ---- sustainability_indicators

  @ParameterizedTest
  @CsvSource({
    // nobody is known to 30 September 2024, nor seen working in that quarter
    "werkbehoud_12m,2024,0,5,null",
    "zelfde_baan_12m,2024,0,5,null",
    // a1 and g1 have 68 of the 144 hours on 30 September 2023
    "permanent_hours_share,2023,5,0,0.4722222222222222",
    // only a1 still runs after twelve months: from 36 to 32
    "hours_growth_12m,2024,1,0,-4.0",
    // seven jobs: g2 ends at 5 months (6/7), a2 at 6 months (4/5), b1 at 11 months (1/2)
    "retention_3m,2024,7,0,1.0",
    "retention_6m,2024,7,0,0.6857142857142857",
    "retention_12m,2024,7,0,0.34285714285714286"
  })
  void indicatorsOfTheCohortOf2023(
      String indicator, String period, double n, double notJudged, String value) {
    List<String> row =
        rows(
            exact("sustainability_indicators"),
            "period, n, not_judged, value",
            "WHERE breakdown = 'all' AND cohort = 2023 AND indicator = '" + indicator + "'");
    assertThat(row).hasSize(1);
    String[] cells = row.get(0).split(" ", -1);

    assertThat(cells[0]).isEqualTo(period);
    assertThat(Double.parseDouble(cells[1])).isEqualTo(n);
    assertThat(Double.parseDouble(cells[2])).isEqualTo(notJudged);
    if (value.equals("null")) {
      assertThat(cells[3]).isEqualTo("null");
    } else {
      assertThat(Double.parseDouble(cells[3])).isCloseTo(Double.parseDouble(value), within(1e-12));
    }
  }

  // ---- obligations, deliveries

  @Test
  void obligationsStandBesideTheValueOfPlacementsStarted() {
    assertThat(
            rows(
                exact("obligations"),
                "period, valuation_scheme, obligation_eur, realised_eur, fulfilment",
                "WHERE breakdown = 'all' ORDER BY period"))
        .containsExactly(
            "2023 utrecht_new 50000.0 10000.0 0.2", "2024 utrecht_new 50000.0 0.0 0.0");
  }

  @Test
  void deliveriesAreCountedWhereTheirDateFalls() {
    assertThat(
            rows(
                exact("deliveries"),
                "proeftuin, delivered, rows_accepted, rows_superseded, rows_quarantined",
                "WHERE period = '2023-Q4' ORDER BY 1"))
        .containsExactly(
            "alfa 1 1.0 4.0 1.0",
            "beta 1 0.0 2.0 0.0",
            "epsilon 0 0.0 0.0 0.0",
            "gamma 1 1.0 1.0 0.0");
  }

  @Test
  void referenceFiguresCarryTheirSource() {
    assertThat(rows(open("reference_figures"), "*", "")).isNotEmpty();
    assertThat(rows(open("reference_figures"), "*", "WHERE source IS NULL")).isEmpty();
  }

  // ---- the public zone

  @ParameterizedTest
  @CsvSource({
    "jobs_realised,jobs_started,5,5",
    "jobs_realised,jobs_ended,5,5",
    "jobs_realised,jobs_active,5,5",
    "jobs_realised,persons,5,5",
    "jobs_realised,fte,5,5",
    "jobs_realised,other_placements,5,5",
    "banenafspraak_contributions,paid_hours,2500,12500",
    "banenafspraak_contributions,estimated_hours,2500,12500",
    "banenafspraak_contributions,banen,5,5",
    "sustainability_indicators,n,5,5",
    "sustainability_indicators,not_judged,5,5",
    "deliveries,rows_accepted,5,5",
    "obligations,realised_eur,250000,250000"
  })
  void publicFiguresAreMultiplesOfTheirBaseAndWithinOneOfTheExactFigure(
      String dataSet, String measure, long quarter, long year) {
    String base = "(CASE WHEN p.period_type = 'year' THEN " + year + " ELSE " + quarter + " END)";
    // rows of both files stand in the same order
    String pairs =
        "(SELECT row_number() OVER () AS i, * FROM '%s')".formatted(open(dataSet))
            + " AS p JOIN (SELECT row_number() OVER () AS i, * FROM '%s')".formatted(exact(dataSet))
            + " AS e ON p.i = e.i";
    String wrong =
        String.format(
            "(p.%1$s IS NULL) <> (e.%1$s IS NULL) OR p.%1$s %% %2$s <> 0"
                + " OR abs(p.%1$s - e.%1$s) >= %2$s OR (e.%1$s = 0 AND p.%1$s <> 0)",
            measure, base);

    assertThat(query("SELECT count(*) FROM " + pairs + " WHERE p.period = e.period"))
        .isEqualTo(query("SELECT count(*) FROM '" + exact(dataSet) + "'"));
    assertThat(query("SELECT count(*) FROM " + pairs + " WHERE " + wrong)).isEqualTo("0");
  }

  private static String query(String sql) {
    try (Statement statement = duck.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  @Test
  void noShareIsPublishedOverFewerThanTwenty() {
    assertThat(
            rows(
                open("sustainability_indicators"),
                "*",
                "WHERE value IS NOT NULL OR ci_low IS NOT NULL"))
        .isEmpty();
  }

  @Test
  void noNameOfAPersonStandsInAnyOutput() throws Exception {
    for (String name : files(first.folder()).keySet()) {
      Path file = first.folder().resolve(name);
      String text = name.endsWith(".parquet") ? rows(file, "*", "").toString() : text(file);
      assertThat(text).as(name).doesNotContain("Zonneveld").doesNotContain("1990-05-12");
      if (name.startsWith("public/") && name.endsWith(".parquet")) {
        assertThat(text).as(name).doesNotContain(" p1 ").doesNotContain("F-1");
      }
    }
  }

  /** What a person reads in a file, packed or not. */
  private static String text(Path file) throws IOException {
    String name = file.getFileName().toString();
    if (name.endsWith(".pdf")) {
      try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
        return new PDFTextStripper().getText(pdf);
      }
    }
    if (name.endsWith(".xlsx")) {
      StringBuilder text = new StringBuilder();
      try (ZipFile parts = new ZipFile(file.toFile())) {
        for (ZipEntry part : Collections.list(parts.entries())) {
          text.append(
              new String(parts.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8));
        }
      }
      return text.toString();
    }
    return Files.readString(file);
  }
}
