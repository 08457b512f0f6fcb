package nl.oogst.release.revision;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import nl.oogst.model.DataSetSchema;
import nl.oogst.release.Beside;

/** Finds each figure that changed between two releases, and why. */
public final class Revisions {
  /** The data set that holds them. */
  public static final String DATA_SET = "revisions";

  private static final String JOBS = "jobs_realised";

  /** More would take memory from what a run holds besides. */
  private static final int MOST_THREADS = 4;

  private final ComparedRelease before;
  private final ComparedRelease now;
  private final SortedMap<String, DataSetSchema> dataSets;
  private final int threads;

  /** Both releases, and the declarations of the later one. */
  public Revisions(
      ComparedRelease before, ComparedRelease now, Map<String, DataSetSchema> dataSets) {
    this(before, now, dataSets, Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()));
  }

  /**
   * The same, by so many threads.
   *
   * @param threads one or more; what is found does not depend on it
   */
  Revisions(
      ComparedRelease before,
      ComparedRelease now,
      Map<String, DataSetSchema> dataSets,
      int threads) {
    this.before = before;
    this.now = now;
    this.dataSets = new TreeMap<>(dataSets);
    this.threads = threads;
  }

  /** The published figures that changed, without their parts. */
  public List<Revision> published() throws IOException {
    try (var beside = Beside.threads(threads)) {
      var begun = new ArrayList<Supplier<List<Revision>>>();
      for (var schema : comparable(Kind.PUBLISHED)) {
        begun.add(
            beside.run(
                () -> {
                  var old = Kind.PUBLISHED.table(before, schema);
                  var table = Kind.PUBLISHED.table(now, schema);
                  return new Comparison(schema, old, table, null).revisions();
                }));
      }
      return all(begun, beside);
    }
  }

  /** The figures before protection that changed, with their parts where they are sums. */
  public List<Revision> exact(Rules rules) throws IOException {
    return exact(rules, null);
  }

  /**
   * The same, when the later release was just measured: only persons of whom anything changed are
   * added up again.
   *
   * @param measured what its figures were made of, or null
   */
  public List<Revision> exact(Rules rules, Measured measured) throws IOException {
    try (var beside = Beside.threads(threads)) {
      var olds = exact(before, beside);
      var news = exact(now, beside);
      beside.finish();
      var ways = ways(given(olds), given(news), rules, measured, beside);
      var begun = new ArrayList<Supplier<List<Revision>>>();
      for (var schema : comparable(Kind.EXACT)) {
        var name = schema.name();
        var comparison =
            new Comparison(schema, olds.get(name).get(), news.get(name).get(), ways.get(name));
        begun.add(beside.run(comparison::revisions));
      }
      return all(begun, beside);
    }
  }

  private SortedMap<String, Supplier<Table>> exact(ComparedRelease release, Beside beside)
      throws IOException {
    var tables = new TreeMap<String, Supplier<Table>>();
    for (var schema : comparable(Kind.EXACT)) {
      tables.put(schema.name(), beside.run(() -> Kind.EXACT.table(release, schema)));
    }
    return tables;
  }

  /** Figures before protection and after it. */
  private enum Kind {
    EXACT,
    PUBLISHED;

    java.nio.file.Path file(ComparedRelease release, String dataSet) {
      return this == EXACT ? release.exact(dataSet) : release.published(dataSet);
    }

    Table table(ComparedRelease release, DataSetSchema schema) throws IOException {
      return Table.read(file(release, schema.name()), schema);
    }
  }

  /** The data sets whose figures the earlier release has too. */
  private List<DataSetSchema> comparable(Kind kind) {
    return dataSets.values().stream()
        .filter(Table::comparable)
        .filter(schema -> Files.exists(kind.file(before, schema.name())))
        .toList();
  }

  private static List<Revision> all(List<Supplier<List<Revision>>> begun, Beside beside)
      throws IOException {
    beside.finish();
    return begun.stream().flatMap(found -> found.get().stream()).toList();
  }

  private static Map<String, Table> given(Map<String, Supplier<Table>> tables) {
    var all = new TreeMap<String, Table>();
    tables.forEach((name, table) -> all.put(name, table.get()));
    return all;
  }

  /** How figures became what they are, by data set; empty when there is nothing to go between. */
  private Map<String, Comparison.Way> ways(
      Map<String, Table> olds,
      Map<String, Table> news,
      Rules rules,
      Measured measured,
      Beside beside)
      throws IOException {
    if (rules == null || !before.hasRecords() || !now.hasRecords()) {
      return Map.of();
    }
    var figures = new Figures(before, now, dataSets, rules, threads, beside);
    int oldFirst = firstDay(olds);
    var underNewRules = before.sameRules(now) ? olds : figures.underNewRules(oldFirst);
    var between =
        measured != null && firstQuarter(olds) >= firstQuarter(news)
            ? figures.ofSome(measured, news)
            : figures.ofEverybody(Math.min(oldFirst, firstDay(news)));
    var ways = new TreeMap<String, Comparison.Way>();
    between
        .told()
        .forEach(
            (name, told) ->
                ways.put(
                    name,
                    new Comparison.Way(
                        underNewRules.get(name), told, between.corrected().get(name))));
    return ways;
  }

  /** The first day of the figures of jobs, which begin with the first placement. */
  private static int firstDay(Map<String, Table> tables) {
    var jobs = tables.get(JOBS);
    return jobs == null ? Integer.MAX_VALUE : jobs.firstDay();
  }

  private static int firstQuarter(Map<String, Table> tables) {
    var jobs = tables.get(JOBS);
    return jobs == null ? Integer.MAX_VALUE : jobs.firstQuarter();
  }
}
