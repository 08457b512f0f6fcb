package nl.oogst.release.revision;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.oogst.model.DataSetSchema;
import nl.oogst.model.Days;
import nl.oogst.release.OutputFailure;

/** Finds each figure that changed between two releases, and why. */
public final class Revisions {
  /** The data set that holds them. */
  public static final String DATA_SET = "revisions";

  private static final String JOBS = "jobs_realised";
  private static final String INDICATORS = "sustainability_indicators";
  private static final int DECIMALS = 6;

  private final ComparedRelease before;
  private final ComparedRelease now;
  private final SortedMap<String, DataSetSchema> dataSets;

  /** Both releases, and the declarations of the later one. */
  public Revisions(
      ComparedRelease before, ComparedRelease now, Map<String, DataSetSchema> dataSets) {
    this.before = before;
    this.now = now;
    this.dataSets = new TreeMap<>(dataSets);
  }

  /** The published figures that changed, without their parts. */
  public List<Revision> published() throws OutputFailure {
    var all = new ArrayList<Revision>();
    for (var schema : dataSets.values()) {
      var old = Table.comparable(schema) ? before.published(schema.name()) : null;
      if (old != null && Files.exists(old)) {
        var table = Table.read(now.published(schema.name()), schema);
        all.addAll(compare(schema, Table.read(old, schema), table, null));
      }
    }
    return all;
  }

  /** The figures before protection that changed, with their parts where they are sums. */
  public List<Revision> exact(Rules rules) throws OutputFailure {
    return exact(rules, null);
  }

  /**
   * The same, when the later release was just measured: only persons of whom anything changed are
   * added up again.
   *
   * @param measured what its figures were made of, or null
   */
  public List<Revision> exact(Rules rules, Measured measured) throws OutputFailure {
    var olds = new TreeMap<String, Table>();
    var news = new TreeMap<String, Table>();
    for (var schema : dataSets.values()) {
      if (Table.comparable(schema) && Files.exists(before.exact(schema.name()))) {
        olds.put(schema.name(), Table.read(before.exact(schema.name()), schema));
        news.put(schema.name(), Table.read(now.exact(schema.name()), schema));
      }
    }
    var way = way(olds, news, rules, measured);
    var all = new ArrayList<Revision>();
    for (var name : olds.keySet()) {
      all.addAll(compare(dataSets.get(name), olds.get(name), news.get(name), way));
    }
    return all;
  }

  /** The figures of the worlds between, by data set; empty when there is nothing to go between. */
  private record Way(
      Map<String, Table> underNewRules, Map<String, Table> told, Map<String, Table> corrected) {}

  private Way way(Map<String, Table> olds, Map<String, Table> news, Rules rules, Measured measured)
      throws OutputFailure {
    if (rules == null || !before.hasRecords() || !now.hasRecords()) {
      return null;
    }
    int oldFirst = firstDay(olds);
    int first = Math.min(oldFirst, firstDay(news));
    Map<String, Table> underNewRules = olds;
    if (!before.sameRules(now)) {
      var world = new World(rules, rules.frame(before.asOf(), oldFirst));
      Steps.before(before, world);
      underNewRules = world.figures(dataSets);
    }
    if (measured != null && firstQuarter(olds) >= firstQuarter(news)) {
      return differing(underNewRules, rules, measured);
    }
    var frame = rules.frame(now.asOf(), first);
    var told = new World(rules, frame);
    var corrected = new World(rules, frame);
    new Steps(told, corrected, null)
        .between(before, now, person -> true, FormerPersons.of(before, own -> true));
    return new Way(underNewRules, told.figures(dataSets), corrected.figures(dataSets));
  }

  /** By adding up only those who differ: the figures of all others are those that were measured. */
  private Way differing(Map<String, Table> underNewRules, Rules rules, Measured measured)
      throws OutputFailure {
    var changed = Changed.between(before, now);
    var frame = rules.frame(now.asOf(), Days.of(measured.first()));
    var some = new World(rules, frame);
    var told = new World(rules, frame, measured, some);
    if (changed.persons().isEmpty()) {
      var figures = told.figures(dataSets);
      return new Way(underNewRules, figures, figures);
    }
    var corrected = new World(rules, frame, measured, some);
    new Steps(told, corrected, some)
        .between(before, now, changed.persons()::contains, changed.former());
    return new Way(underNewRules, told.figures(dataSets), corrected.figures(dataSets));
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

  /** Periods that the earlier release did not have yet are new, not revised. */
  private static List<Revision> compare(DataSetSchema schema, Table old, Table now, Way way) {
    var found = new ArrayList<Revision>();
    for (var entry : now.both(old).entrySet()) {
      if (old.covers(entry.getValue())) {
        compare(schema, entry.getKey(), entry.getValue(), old, now, way, found);
      }
    }
    return found;
  }

  private static void compare(
      DataSetSchema schema,
      String key,
      Object[] cell,
      Table old,
      Table now,
      Way way,
      List<Revision> found) {
    var oldRow = old.row(key);
    var nowRow = now.row(key);
    for (var measure : now.measures()) {
      var oldFigure = old.figure(oldRow, measure);
      var nowFigure = now.figure(nowRow, measure);
      if (Objects.equals(oldFigure, nowFigure)) {
        continue;
      }
      var before = number(oldFigure);
      var after = number(nowFigure);
      if (!same(before, after) && differs(before, after, oldRow != null)) {
        var parts =
            isOfRecords(schema, cell)
                ? parts(way, schema.name(), key, measure, before, after)
                : Optional.<Revision.Parts>empty();
        found.add(new Revision(schema.name(), Arrays.asList(cell), measure, before, after, parts));
      }
    }
  }

  /** What proeftuinen deliver as a figure follows no cohort; there are no records behind it. */
  private static boolean isOfRecords(DataSetSchema schema, Object[] cell) {
    return !schema.name().equals(INDICATORS) || cell[schema.indexOf("cohort")] != null;
  }

  private static boolean same(BigDecimal before, BigDecimal after) {
    if (before == null || after == null) {
      return before == null && after == null;
    }
    return before.compareTo(after) == 0;
  }

  /** A cell that was not there is no change as long as nothing is in it. */
  private static boolean differs(BigDecimal before, BigDecimal after, boolean wasThere) {
    return wasThere || Revision.or(after).compareTo(Revision.or(before)) != 0;
  }

  private static Optional<Revision.Parts> parts(
      Way way, String dataSet, String key, String measure, BigDecimal before, BigDecimal after) {
    if (way == null || !way.told().containsKey(dataSet)) {
      return Optional.empty();
    }
    var newRules = number(way.underNewRules().get(dataSet), key, measure);
    var told = number(way.told().get(dataSet), key, measure);
    var corrected = number(way.corrected().get(dataSet), key, measure);
    return Optional.of(
        new Revision.Parts(
            told.subtract(newRules),
            corrected.subtract(told),
            Revision.or(after).subtract(corrected),
            newRules.subtract(Revision.or(before))));
  }

  private static BigDecimal number(Table table, String key, String measure) {
    return Revision.or(number(table.figure(table.row(key), measure)));
  }

  private static BigDecimal number(Double figure) {
    return figure == null
        ? null
        : BigDecimal.valueOf(figure)
            .setScale(DECIMALS, RoundingMode.HALF_EVEN)
            .stripTrailingZeros();
  }
}
