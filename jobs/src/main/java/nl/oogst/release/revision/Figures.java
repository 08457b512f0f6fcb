package nl.oogst.release.revision;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import nl.oogst.measure.Cells;
import nl.oogst.measure.Exact;
import nl.oogst.measure.Frame;
import nl.oogst.measure.Measure;
import nl.oogst.model.DataSetSchema;
import nl.oogst.model.Days;
import nl.oogst.release.Beside;
import nl.oogst.release.records.KeyRange;

/**
 * Adds up records of two releases again: stretches of them beside each other, then data sets beside
 * each other, so that what comes of it is the same however many are at work.
 */
final class Figures {
  private final ComparedRelease before;
  private final ComparedRelease now;
  private final Map<String, DataSetSchema> dataSets;
  private final Rules rules;
  private final int stretches;
  private final Beside beside;

  /**
   * Adds up by the rules of the later release.
   *
   * @param stretches as many stretches as are gone through at a time
   */
  Figures(
      ComparedRelease before,
      ComparedRelease now,
      Map<String, DataSetSchema> dataSets,
      Rules rules,
      int stretches,
      Beside beside) {
    this.before = before;
    this.now = now;
    this.dataSets = dataSets;
    this.rules = rules;
    this.stretches = stretches;
    this.beside = beside;
  }

  /**
   * The figures of the steps between, by data set.
   *
   * @param told of what was told before with what was not told yet
   * @param corrected of that with what is told otherwise
   */
  record Between(Map<String, Table> told, Map<String, Table> corrected) {}

  /** What is done with one stretch of records. */
  private interface Work<T> {
    T on(KeyRange range) throws IOException;
  }

  /** What came of each stretch, in their order. */
  private <T> List<T> each(Work<T> work) throws IOException {
    return each(Set.of(), work);
  }

  /**
   * The same, when some row groups of placements of the later release cost nothing.
   *
   * @param without their numbers
   */
  private <T> List<T> each(Set<Integer> without, Work<T> work) throws IOException {
    List<Supplier<T>> begun = new ArrayList<>();
    for (var range : KeyRange.of(now.folder(), stretches, without)) {
      begun.add(beside.run(() -> work.on(range)));
    }
    beside.finish();
    return begun.stream().map(Supplier::get).toList();
  }

  /** The figures of the earlier records as they were. */
  Map<String, Table> underNewRules(int first) throws IOException {
    var frame = rules.frame(before.asOf(), first);
    var world = new World(rules, frame);
    each(range -> Walk.earlier(before, range, new World(rules, frame))).forEach(world::merge);
    return of(world, frame);
  }

  /** The steps between, by adding up everybody. */
  Between ofEverybody(int first) throws IOException {
    var frame = rules.frame(now.asOf(), first);
    var walk = new Walk(before, now, FormerPersons.of(before, proeftuin -> true, own -> true));
    var worlds = new Worlds(new World(rules, frame), new World(rules, frame));
    each(range -> {
          var part = new Worlds(new World(rules, frame), new World(rules, frame));
          walk.everyone(range, part::add);
          return part;
        })
        .forEach(worlds::merge);
    return new Between(of(worlds.told(), frame), of(worlds.corrected(), frame));
  }

  /** Everybody as they are after both steps. */
  private record Worlds(World told, World corrected) {
    void add(Steps steps) {
      if (steps.told() != null) {
        told.add(steps.told());
      }
      if (steps.corrected() != null) {
        corrected.add(steps.corrected());
      }
    }

    void merge(Worlds other) {
      told.merge(other.told);
      corrected.merge(other.corrected);
    }
  }

  private Map<String, Table> of(World world, Frame frame) throws IOException {
    var begun = new TreeMap<String, Supplier<Table>>();
    for (var measure : rules.measures(frame)) {
      begun.put(measure.dataSet(), beside.run(() -> table(measure, world.cells(measure))));
    }
    beside.finish();
    var figures = new TreeMap<String, Table>();
    begun.forEach((name, table) -> figures.put(name, table.get()));
    return figures;
  }

  /**
   * The steps between, by adding up only those who differ: the figures of all others are those that
   * were measured.
   *
   * @param news the figures of the later release, which its records without a change come to
   */
  Between ofSome(Measured measured, Map<String, Table> news) throws IOException {
    var frame = rules.frame(now.asOf(), Days.of(measured.first()));
    var changes = changes(frame);
    var begun = new TreeMap<String, Supplier<Both>>();
    for (var measure : rules.measures(frame)) {
      var all = measured.cells().get(measure.dataSet());
      var its = news.get(measure.dataSet());
      begun.put(measure.dataSet(), beside.run(() -> takenBack(changes, measure, all, its)));
    }
    beside.finish();
    var told = new TreeMap<String, Table>();
    var corrected = new TreeMap<String, Table>();
    begun.forEach(
        (name, both) -> {
          told.put(name, both.get().told());
          corrected.put(name, both.get().corrected());
        });
    return new Between(told, corrected);
  }

  /** The figures of a data set in both steps. */
  private record Both(Table told, Table corrected) {}

  private Both takenBack(Changes changes, Measure measure, Cells all, Table its) {
    boolean corrects = changes.corrections().touches(measure);
    boolean links = changes.links().touches(measure) || its == null;
    if (!links && !corrects) {
      return new Both(its, its);
    }
    var cells = measure.empty().merge(all);
    var corrected = links ? table(measure, changes.links().takeBack(measure, cells)) : its;
    var told =
        corrects ? table(measure, changes.corrections().takeBack(measure, cells)) : corrected;
    return new Both(told, corrected);
  }

  /** What is otherwise in the steps: hours of records first, which tell whose other records are. */
  Changes changes(Frame frame) throws IOException {
    var changed = new Changed();
    var changes = Changes.none(rules, frame);
    var same = SameGroups.of(before, now);
    var inGroups = new ArrayList<Supplier<Found>>();
    for (var groups : same.toldOtherwise().parts(stretches)) {
      inGroups.add(beside.run(() -> found(frame, hours -> Changed.in(groups, before, now, hours))));
    }
    var all =
        new ArrayList<>(
            each(
                same.now(),
                range -> found(frame, hours -> Changed.between(before, now, same, range, hours))));
    inGroups.forEach(found -> all.add(found.get()));
    for (var found : all) {
      changed.merge(found.changed());
      changes.merge(found.changes());
    }
    var walk = new Walk(before, now, changed.findFormer(before));
    if (!changed.persons().isEmpty()) {
      var without = same.without(before, now, changed.persons()::contains);
      each(
              without.now(),
              range -> {
                var part = Changes.none(rules, frame);
                walk.some(range, changed.persons()::contains, without, part::addPerson);
                return part;
              })
          .forEach(changes::merge);
    }
    beside.run(() -> leaveOutAlike(changes.corrections()));
    beside.run(() -> leaveOutAlike(changes.links()));
    beside.finish();
    return changes;
  }

  private static Change leaveOutAlike(Change change) {
    change.leaveOutAlike();
    return change;
  }

  private record Found(Changed changed, Changes changes) {}

  /** Finds who changed, and gives away the records of which the hours need not be the same. */
  private interface Search {
    Changed with(Consumer<Steps> otherHours) throws IOException;
  }

  private Found found(Frame frame, Search search) throws IOException {
    var changes = Changes.none(rules, frame);
    return new Found(search.with(changes::addHours), changes);
  }

  private Table table(Measure measure, Cells cells) {
    var schema = dataSets.get(measure.dataSet());
    var rows = measure.rows(cells, schema).stream().map(row -> Exact.row(row, schema)).toList();
    return Table.of(rows, schema);
  }
}
