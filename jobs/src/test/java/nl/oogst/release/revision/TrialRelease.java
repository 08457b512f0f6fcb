package nl.oogst.release.revision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.oogst.measure.BanenRules;
import nl.oogst.measure.Breakdown;
import nl.oogst.measure.Cells;
import nl.oogst.measure.Exact;
import nl.oogst.measure.Measure;
import nl.oogst.measure.Person;
import nl.oogst.model.DataSetSchema;
import nl.oogst.model.Days;
import nl.oogst.model.Proeftuin;
import nl.oogst.model.Schemas;
import nl.oogst.release.OutputFailure;
import nl.oogst.release.ParquetSections;
import nl.oogst.release.RollingParquetWriter;
import nl.oogst.release.records.KeyRange;
import nl.oogst.release.records.Observations;
import nl.oogst.release.records.ReleasedRecord;
import nl.oogst.release.records.ReleasedRecords;

/**
 * The part of a release that comparing asks for, written from placements, with each proeftuin in
 * row groups of its own as a run writes them, and in more of them.
 */
final class TrialRelease {
  static final List<String> PROEFTUINEN = List.of("alfa", "beta", "gamma");
  static final Map<String, DataSetSchema> DATA_SETS;
  static final Rules RULES;
  private static final int GROUP = 4;

  static {
    Path root = Path.of(System.getProperty("oogst.root", ".."), "schemas");
    Schemas schemas = Schemas.load(root);
    DATA_SETS = DataSetSchema.loadAll(root.resolve("datasets"));
    RULES =
        new Rules(
            Breakdown.list(schemas.rules("breakdowns")),
            new BanenRules(schemas.rules("banenafspraak")),
            schemas.codelist("end_reasons"),
            PROEFTUINEN.stream().map(TrialRelease::proeftuin).toList());
  }

  private final ComparedRelease release;
  private final Measured measured;

  private TrialRelease(ComparedRelease release, Measured measured) {
    this.release = release;
    this.measured = measured;
  }

  ComparedRelease release() {
    return release;
  }

  /** Who changed since an earlier release, by name. */
  Set<String> changedSince(TrialRelease before) throws OutputFailure {
    var same = SameGroups.of(before.release, release);
    var changed = Changed.between(before.release, release, same, KeyRange.ALL, steps -> {});
    changed.merge(Changed.in(same.toldOtherwise(), before.release, release, steps -> {}));
    changed.findFormer(before.release);
    return new TreeSet<>(changed.persons());
  }

  Measured measured() {
    return measured;
  }

  private static Proeftuin proeftuin(String id) {
    return new Proeftuin(
        id, id, "BZK", "Schoonmaak", "new_tender", "1", LocalDate.of(2021, 1, 1), null, null, null);
  }

  /**
   * Writes a release.
   *
   * @param digest of the schemas it was made with
   */
  static TrialRelease write(
      Path folder, LocalDate asOf, String digest, List<TrialPlacement> placements)
      throws IOException {
    Path restricted = Files.createDirectories(folder.resolve("restricted"));
    List<TrialPlacement> sorted = new ArrayList<>(placements);
    sorted.sort(Comparator.comparing(one -> ReleasedRecord.key(one.proeftuin(), one.id())));
    sections(restricted, "placements", sorted, TrialPlacement::rows);
    sections(restricted, "paid_hours", sorted, TrialPlacement::hoursRows);
    sections(restricted, "placement_history", sorted, TrialPlacement::historyRows);
    sections(restricted, "ledger", sorted, TrialPlacement::ledgerRows);
    var release =
        new ComparedRelease(
            folder.getFileName().toString(),
            folder,
            Days.of(asOf),
            "1",
            Map.of("schemas", digest, "register", "r"));
    return new TrialRelease(release, measure(release, sorted));
  }

  /** The rows that a placement has in a data set. */
  interface RowsOf {
    List<Map<String, Object>> of(TrialPlacement placement);
  }

  private static void sections(
      Path folder, String dataSet, List<TrialPlacement> placements, RowsOf rows)
      throws OutputFailure {
    DataSetSchema schema = DATA_SETS.get(dataSet);
    List<Path> sections = new ArrayList<>();
    for (List<TrialPlacement> some : groups(placements)) {
      Path section = folder.resolve("sections-" + dataSet + "-" + sections.size());
      try {
        Files.createDirectories(section);
      } catch (IOException e) {
        throw OutputFailure.of("make", section, e);
      }
      try (var writer = RollingParquetWriter.open(section, schema, Map.of())) {
        for (TrialPlacement one : some) {
          for (Map<String, Object> cells : rows.of(one)) {
            writer.write(row(schema, cells));
          }
        }
      }
      sections.add(section.resolve(dataSet + ".parquet"));
    }
    ParquetSections.join(folder, schema, Map.of(), sections);
  }

  /** Placements of one proeftuin together, but never many of them. */
  private static List<List<TrialPlacement>> groups(List<TrialPlacement> placements) {
    List<List<TrialPlacement>> groups = new ArrayList<>();
    for (String proeftuin : PROEFTUINEN) {
      List<TrialPlacement> its =
          placements.stream().filter(one -> one.proeftuin().equals(proeftuin)).toList();
      for (int i = 0; i < its.size(); i += GROUP) {
        groups.add(its.subList(i, Math.min(its.size(), i + GROUP)));
      }
    }
    return groups;
  }

  private static Object[] row(DataSetSchema schema, Map<String, Object> cells) {
    return schema.columns().stream().map(column -> cells.get(column.name())).toArray();
  }

  private static Measured measure(ComparedRelease release, List<TrialPlacement> placements)
      throws OutputFailure {
    int first = placements.stream().mapToInt(one -> one.day("start_date")).min().orElseThrow();
    Map<String, Cells> cells = new HashMap<>();
    Map<String, List<ReleasedRecord>> persons = new TreeMap<>();
    try (var records = ReleasedRecords.open(release.folder());
        var shown = Observations.open(release.folder())) {
      for (var record = records.next(); record != null; record = records.next()) {
        persons
            .computeIfAbsent(record.person(), p -> new ArrayList<>())
            .add(record.observed(shown.of(record)));
      }
    }
    for (Measure measure : RULES.measures(RULES.frame(release.asOf(), first))) {
      Cells its = measure.empty();
      long number = 0;
      for (var person : persons.entrySet()) {
        var engagements =
            person.getValue().stream().map(one -> one.engagement(release.asOf())).toList();
        measure.add(new Person(person.getKey(), number++, engagements), its);
      }
      cells.put(measure.dataSet(), its);
      write(release, measure, its);
    }
    return new Measured(Days.date(first), cells);
  }

  private static void write(ComparedRelease release, Measure measure, Cells cells)
      throws OutputFailure {
    DataSetSchema schema = DATA_SETS.get(measure.dataSet());
    Path folder = release.exact(schema.name()).getParent();
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw OutputFailure.of("make", folder, e);
    }
    try (var writer =
        RollingParquetWriter.open(folder, schema.in(DataSetSchema.Zone.RESTRICTED), Map.of())) {
      for (Object[] row : measure.rows(cells, schema)) {
        writer.write(Exact.row(row, schema));
      }
    }
  }
}
