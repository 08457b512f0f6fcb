package nl.oogst.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.oogst.model.DataSetSchema;
import nl.oogst.model.Days;
import nl.oogst.release.Owner;
import nl.oogst.release.ParquetSections;
import nl.oogst.release.Patch;
import nl.oogst.release.RollingParquetWriter;
import nl.oogst.release.Staging;
import nl.oogst.resolve.ByteReader;
import nl.oogst.resolve.Identities;
import nl.oogst.resolve.ResolvedCodec;
import nl.oogst.resolve.ResolvedPlacement;
import org.apache.spark.api.java.JavaPairRDD;
import scala.Tuple2;

/** Writes the restricted data sets, but for the sections that an earlier run wrote already. */
final class RestrictedSets {
  private final Definitions definitions;
  private final Packed resolved;
  private final SortedMap<String, Resolved> byProeftuin;
  private final KeptProeftuinen shelf;
  private final Shared<RestrictedRows> rows;
  private final Shared<Identities> identities;
  private final List<Tuple2<String, byte[]>> ofDriver;

  /**
   * The restricted data sets of a run.
   *
   * @param byProeftuin what was resolved of each proeftuin adds up to
   * @param shelf what is kept of earlier runs, or null
   * @param ofDriver keyed rows that only the driver knows
   */
  RestrictedSets(
      Definitions definitions,
      Packed resolved,
      SortedMap<String, Resolved> byProeftuin,
      KeptProeftuinen shelf,
      Shared<RestrictedRows> rows,
      Shared<Identities> identities,
      List<Tuple2<String, byte[]>> ofDriver) {
    this.definitions = definitions;
    this.resolved = resolved;
    this.byProeftuin = byProeftuin;
    this.shelf = shelf;
    this.rows = rows;
    this.identities = identities;
    this.ofDriver = ofDriver;
  }

  /** Writes them into the staging folder. */
  List<Outcome.DataSet> write(Staging staging) throws IOException {
    List<String> dataSets = new ArrayList<>();
    Map<String, Map<String, String>> footers = new HashMap<>();
    for (DataSetSchema schema : definitions.dataSets().values()) {
      if (schema.zone() == DataSetSchema.Zone.RESTRICTED) {
        dataSets.add(schema.name());
        footers.put(schema.name(), Labels.footer(schema, definitions.schemas()));
      }
    }
    Sections sections = new Sections(dataSets, byProeftuin);
    Map<Integer, List<Path>> files = new TreeMap<>();
    for (int i = 0; i < sections.all().size(); i++) {
      List<Path> known = shelf == null ? null : shelf.section(sections.all().get(i));
      if (known != null) {
        files.put(i, known);
      }
    }
    Path scratch = staging.scratchFolder().resolve("written");
    WriteTask task =
        new WriteTask(sections.all(), new HashSet<>(files.keySet()), footers, scratch, rows);
    for (byte[] finished :
        allRows(sections)
            .repartitionAndSortWithinPartitions(sections)
            .mapPartitionsWithIndex(task, true)
            .collect()) {
      WriteTask.Finished one = JavaBytes.read(finished, WriteTask.Finished.class);
      List<Path> written = one.files().stream().map(Path::of).toList();
      files.put(one.section(), written);
      if (shelf != null) {
        shelf.made(sections.all().get(one.section()), written);
      }
    }
    Map<Path, Patch> linked = linked(sections, files, scratch);
    List<Outcome.DataSet> written = new ArrayList<>();
    for (String dataSet : dataSets) {
      List<Path> its = new ArrayList<>();
      files.forEach(
          (section, paths) -> {
            if (sections.all().get(section).dataSet().equals(dataSet)) {
              its.addAll(paths);
            }
          });
      written.add(
          join(staging, scratch, definitions.dataSet(dataSet), footers.get(dataSet), its, linked));
    }
    return written;
  }

  /** What links change in files of placements, by file. */
  private Map<Path, Patch> linked(Sections sections, Map<Integer, List<Path>> files, Path scratch) {
    Set<Integer> touched = new TreeSet<>();
    for (String proeftuin : LinkTask.proeftuinen(identities.get())) {
      touched.add(sections.of(Sections.PLACEMENTS, proeftuin));
    }
    List<String> bases = new ArrayList<>();
    touched.forEach(section -> files.get(section).forEach(file -> bases.add(file.toString())));
    if (bases.isEmpty()) {
      return Map.of();
    }
    LinkTask task = new LinkTask(scratch, rows, identities);
    List<byte[]> all = resolved.each(bases).map(task).collect();
    Map<Path, Patch> patches = new HashMap<>();
    for (int i = 0; i < all.size(); i++) {
      patches.put(Path.of(bases.get(i)), JavaBytes.read(all.get(i), Patch.class));
    }
    return patches;
  }

  private static Outcome.DataSet join(
      Staging staging,
      Path scratch,
      DataSetSchema schema,
      Map<String, String> footer,
      List<Path> sections,
      Map<Path, Patch> patches)
      throws IOException {
    Path folder = scratch.resolve("joined");
    Owner.createFolders(folder);
    Path first = null;
    long rows = 0;
    for (RollingParquetWriter.Part part :
        ParquetSections.join(folder, schema, footer, sections, patches)) {
      Path file = staging.adopt(part.file());
      staging.rows(file, part.rows());
      first = first == null ? file : first;
      rows += part.rows();
    }
    return new Outcome.DataSet(schema.name(), first, rows);
  }

  /** The rows of all restricted data sets, keyed by data set and place in it. */
  private JavaPairRDD<String, byte[]> allRows(Sections sections) {
    Set<String> history = written(sections, "placement_history");
    Set<String> rowsWritten = written(sections, Sections.PLACEMENTS);
    Set<String> hoursWritten = written(sections, PackedHours.DATA_SET);
    Set<String> written = new HashSet<>(rowsWritten);
    written.retainAll(hoursWritten);
    Shared<RestrictedRows> make = rows;
    JavaPairRDD<String, byte[]> fromPlacements =
        resolved
            .but(written, ResolveTask.PLACEMENT)
            .flatMapToPair(pair -> rows(make.get(), pair._2(), rowsWritten, hoursWritten));
    return resolved
        .all(ResolveTask.ROW, ResolveTask.SETTLED_ROW)
        .mapToPair(pair -> new Tuple2<>(ResolveTask.ROW + pair._1().substring(1), pair._2()))
        .union(resolved.but(history, ResolveTask.HISTORY))
        .union(fromPlacements)
        .union(resolved.pairs(ofDriver));
  }

  /** The proeftuinen of which a section was written by an earlier run. */
  private Set<String> written(Sections sections, String dataSet) {
    return sections.all().stream()
        .filter(section -> section.dataSet().equals(dataSet))
        .filter(section -> shelf != null && shelf.section(section) != null)
        .map(Sections.Section::proeftuin)
        .collect(Collectors.toSet());
  }

  /** The row of a placement, and its paid hours; those that are written already are left out. */
  private static Iterator<Tuple2<String, byte[]>> rows(
      RestrictedRows make, byte[] resolved, Set<String> rowsWritten, Set<String> hoursWritten) {
    ByteReader in = new ByteReader(resolved);
    ResolvedPlacement placement = ResolvedCodec.readLife(in, Days.FOREVER);
    String proeftuin = placement.proeftuin();
    String id = placement.state().placementId();
    List<Tuple2<String, byte[]>> rows = new ArrayList<>(2);
    if (!rowsWritten.contains(proeftuin)) {
      Object[] row = make.placement(placement);
      rows.add(
          new Tuple2<>(
              ResolveTask.rowKey(make.schema(Sections.PLACEMENTS), row), RowCodec.toBytes(row)));
    }
    if (!hoursWritten.contains(proeftuin)) {
      rows.add(PackedHours.pair(proeftuin, id, in.readRest()));
    }
    return rows.iterator();
  }
}
