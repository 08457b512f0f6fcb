package nl.oogst.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.oogst.model.DataSetSchema;
import nl.oogst.protect.DisclosureRules;
import nl.oogst.protect.GateReport;
import nl.oogst.protect.GateTable;
import nl.oogst.release.ReleaseStore;
import nl.oogst.release.Staging;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What leaks is left out where that helps; what still leaks stops the release. */
class GateStepTest {
  private static final Path SCHEMAS = DataRoot.repository().resolve("schemas");
  private static final DisclosureRules RULES =
      DisclosureRules.load(SCHEMAS.resolve("rules/disclosure.json"));
  private static final String STARTED = "jobs_started";

  @TempDir private Path folder;
  private final List<String> attention = new ArrayList<>();

  /** Figures of one data set under construction. */
  private static final class Rows {
    private final DataSetSchema schema;
    private final List<Object[]> exact = new ArrayList<>();
    private final List<Object[]> shown = new ArrayList<>();

    Rows(String dataSet) {
      schema = DataSetSchema.load(SCHEMAS.resolve("datasets/" + dataSet + ".json"));
    }

    /** One row by columns and values, a figure as exact and shown. */
    Rows row(Object... cells) {
      Object[] one = new Object[schema.columns().size()];
      Object[] other = one.clone();
      for (int i = 0; i < cells.length; i += 2) {
        int at = schema.indexOf((String) cells[i]);
        one[at] = cells[i + 1] instanceof double[] figure ? (Object) figure[0] : cells[i + 1];
        other[at] = cells[i + 1] instanceof double[] figure ? (Object) figure[1] : cells[i + 1];
      }
      exact.add(one);
      shown.add(other);
      return this;
    }

    Rows jobs(String period, String breakdown, String column, String value, double x, double y) {
      String type = period.length() == 4 ? "year" : "quarter";
      return row(
          "period_type",
          type,
          "period",
          period,
          "breakdown",
          breakdown,
          column,
          value,
          STARTED,
          new double[] {x, y});
    }

    GateTable table() {
      return new GateTable(schema, shown, exact);
    }
  }

  /** One started in each quarter, all rounded up; the year rounded down. */
  static GateTable ones() {
    Rows rows = new Rows("jobs_realised");
    for (int quarter = 1; quarter <= 4; quarter++) {
      rows.jobs("2024-Q" + quarter, "all", "organisation", null, 1, 5);
    }
    return rows.jobs("2024", "all", "organisation", null, 4, 0).table();
  }

  /** One started at each of four ministries, all rounded up; the total rounded down. */
  private static GateTable ministries() {
    Rows rows = new Rows("jobs_realised").jobs("2024", "all", "organisation", null, 4, 0);
    for (String ministry : List.of("BZK", "SZW", "VWS", "OCW")) {
      rows.jobs("2024", "organisation", "organisation", ministry, 1, 5);
    }
    return rows.table();
  }

  private static GateTable users(String... practicesAndProeftuinen) {
    Rows rows = new Rows("practices");
    for (int i = 0; i < practicesAndProeftuinen.length; i += 2) {
      rows.row("practice", practicesAndProeftuinen[i], "proeftuin", practicesAndProeftuinen[i + 1]);
    }
    return rows.table();
  }

  private List<GateTable> pass(boolean strict, GateTable known, GateTable... tables)
      throws Exception {
    ReleaseStore store = new ReleaseStore(folder.resolve("out"));
    try (Staging staging = store.begin()) {
      GateStep gate =
          new GateStep(
              store,
              "2024-12-31-000000000000",
              strict,
              KeptGate.of(store.folder(), true),
              line -> {});
      List<GateTable> passed = gate.pass(List.of(tables), known, RULES, staging);
      attention.addAll(gate.attention());
      assertThat(staging.path(GateReport.FILE)).isNotEmptyFile();
      return passed;
    }
  }

  private String stopped(boolean strict, GateTable known, GateTable... tables) {
    Throwable failure = catchThrowable(() -> pass(strict, known, tables));
    assertThat(failure).isInstanceOf(LeakFound.class);
    assertThat(folder.resolve("out/releases")).isEmptyDirectory();
    assertThat(Files.exists(folder.resolve("out/current.json"))).isFalse();
    return failure.getMessage();
  }

  @Test
  void itIsLightWhileWhatEarlierReleasesToldIsFewBesideTheMemory() throws Exception {
    DataRoot root = DataRoot.ofThreeJobs(folder);
    String first = Ran.harvest(root).release().getFileName().toString();
    ReleaseStore store = new ReleaseStore(root.out());
    GateStep ofFirst =
        new GateStep(store, first, false, KeptGate.of(store.folder(), true), line -> {});
    assertThat(ofFirst.light(8)).as("nothing is earlier").isTrue();
    GateStep next =
        new GateStep(
            store, "2025-12-31-000000000000", false, KeptGate.of(store.folder(), true), line -> {});
    assertThat(next.light(1L << 30)).isTrue();
    assertThat(next.light(1L << 18)).isFalse();
  }

  @Test
  void whatAnEarlierReleaseLeftOutStaysOutUnlessNothingMay() throws Exception {
    DataRoot root = DataRoot.ofThreeJobs(folder);
    Path first = Ran.harvest(root).release();
    GateTable harmless =
        new Rows("jobs_realised").jobs("1999", "organisation", "organisation", "BZK", 5, 5).table();
    ReleaseStore store = new ReleaseStore(root.out());
    assertThat(shown(store, false, harmless)).as("nothing was left out").isEqualTo(5.0);
    Path audit = first.resolve(GateReport.FILE);
    Files.delete(audit);
    Files.writeString(
        audit,
        """
        {"found": {"coarsened": [{"dataSet": "jobs_realised", "measure": "jobs_started",
          "breakdown": "organisation", "period": "1999"}]}}
        """);
    assertThat(shown(store, false, harmless)).isNull();
    assertThat(shown(store, true, harmless)).isEqualTo(5.0);
  }

  private static Object shown(ReleaseStore store, boolean strict, GateTable table)
      throws Exception {
    try (Staging staging = store.begin()) {
      GateStep gate =
          new GateStep(
              store,
              "2025-12-31-000000000000",
              strict,
              KeptGate.of(store.folder(), true),
              line -> {});
      GateTable passed = gate.pass(List.of(table), users(), RULES, staging).get(0);
      return passed.published().get(0)[passed.schema().indexOf(STARTED)];
    }
  }

  @Test
  void aLeakThatNothingLeftOutCanHideStopsTheRelease() {
    assertThat(stopped(false, users(), ones()))
        .startsWith("The gate stopped this release. ")
        .contains("jobs_realised jobs_started in 2024-Q1, total: a count can be worked out exactly")
        .contains("Make a breakdown coarser: all of jobs_realised")
        .contains("schemas/rules/breakdowns.json");
  }

  @Test
  void aBreakdownThatLeaksIsLeftOutAndSaid() throws Exception {
    GateTable passed = pass(false, users(), ministries()).get(0);
    int started = passed.schema().indexOf(STARTED);
    int breakdown = passed.schema().indexOf("breakdown");
    assertThat(passed.published())
        .allSatisfy(
            row ->
                assertThat(row[started] == null).isEqualTo(row[breakdown].equals("organisation")));
    assertThat(attention)
        .singleElement()
        .asString()
        .startsWith("jobs_started by organisation in 2024 (jobs_realised): left out");
  }

  @Test
  void strictlyNothingIsLeftOutAndTheLeakStopsTheRelease() {
    assertThat(stopped(true, users(), ministries()))
        .contains(
            "organisation=BZK", "Make a breakdown coarser: ", "organisation of jobs_realised");
  }

  /** Four proeftuinen with one job each, all rounded up. */
  private static GateTable proeftuinen() {
    Rows rows = new Rows("jobs_realised").jobs("2024", "all", "organisation", null, 9, 10);
    for (String proeftuin : List.of("alfa", "beta", "gamma", "delta")) {
      rows.jobs("2024", "proeftuin", "proeftuin", proeftuin, 1, 5);
    }
    return rows.jobs("2024", "proeftuin", "proeftuin", "epsilon", 5, 5).table();
  }

  @Test
  void aLessonIsJudgedAgainstTheProeftuinenBehindIt() throws Exception {
    String[] users = {"network", "alfa", "network", "beta", "network", "gamma", "network", "delta"};
    GateTable down = lesson(0);
    assertThat(stopped(true, users(users), proeftuinen(), down))
        .contains("proeftuin=alfa: a count can be worked out exactly");
    // not known who uses it: the same figures tell nothing
    assertThat(pass(true, users(), proeftuinen(), down)).hasSize(2);
    assertThat(pass(true, users(users), proeftuinen(), lesson(5))).hasSize(2);
    assertThat(pass(false, users(users), proeftuinen(), down)).hasSize(2);
    assertThat(attention).isNotEmpty();
  }

  private static GateTable lesson(double shown) {
    return new Rows("lessons")
        .row(
            "practice",
            "network",
            "outcome",
            "retention_12m",
            "placements_with",
            new double[] {4, shown},
            "placements_without",
            new double[] {5, 5})
        .table();
  }

  @Test
  void aComparisonIsJudgedAgainstWhatStarted() throws Exception {
    Rows jobs = new Rows("jobs_realised");
    for (int year = 2017; year <= 2024; year++) {
      jobs.jobs(String.valueOf(year), "route", "route", "indirect", 1, 5);
    }
    assertThat(stopped(true, users(), jobs.table(), comparison(0)))
        .contains("route=indirect: a count can be worked out exactly");
    assertThat(pass(true, users(), jobs.table(), comparison(5))).hasSize(2);
  }

  private static GateTable comparison(double shown) {
    return new Rows("comparisons")
        .row(
            "outcome",
            "permanent_jobs",
            "breakdown",
            "route",
            "route",
            "indirect",
            "n",
            new double[] {4, shown},
            "not_judged",
            new double[] {4, 0})
        .table();
  }
}
