package nl.oogst.run;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import nl.oogst.measure.Frame;
import nl.oogst.measure.Measure;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import scala.Tuple2;

/**
 * The sums of persons to whom nothing more can happen until their proeftuin delivers again, as
 * {@link SettledPersons} set them apart in an earlier run. They lie beside what was resolved of the
 * proeftuin, under the name of all else that they depend on.
 */
final class KeptFigures {
  /** Fewer placements than this are as soon added up again. */
  static final long MANY = 5_000;

  private static final String NAME = "figures-";

  /** Where sums are known, about one placement in so many is of somebody who is not settled. */
  private static final int NOT_SETTLED = 4;

  private final KeptProeftuinen shelf;
  private final Frame frame;
  private final SortedMap<String, Resolved> byProeftuin;
  private final SortedMap<String, Known> known = new TreeMap<>();
  private final SortedMap<String, String> keeping = new TreeMap<>();

  /** Sums of an as-of date, and the placements of the others. */
  private record Known(LocalDate asOf, List<Path> files) {}

  /**
   * What is known, and what will be.
   *
   * @param shelf what is kept of earlier runs; null when nothing is
   * @param basis what the sums of a proeftuin depend on besides what was resolved of it
   * @param many how many placements are worth keeping sums of
   */
  KeptFigures(
      KeptProeftuinen shelf,
      Frame frame,
      SortedMap<String, Resolved> byProeftuin,
      UnaryOperator<String> basis,
      long many) {
    this.shelf = shelf;
    this.frame = frame;
    this.byProeftuin = byProeftuin;
    if (shelf == null) {
      return;
    }
    for (Map.Entry<String, Resolved> each : byProeftuin.entrySet()) {
      String proeftuin = each.getKey();
      if (each.getValue().rows(Sections.PLACEMENTS) >= many) {
        String start = NAME + basis.apply(proeftuin) + "-";
        Known sums = find(proeftuin, start);
        if (sums != null) {
          known.put(proeftuin, sums);
        } else if (shelf.keeps(proeftuin)) {
          keeping.put(proeftuin, start + frame.asOf());
        }
      }
    }
  }

  private Known find(String proeftuin, String start) {
    for (Map.Entry<String, List<Path>> each : shelf.beside(proeftuin).entrySet()) {
      if (each.getKey().startsWith(start)) {
        LocalDate asOf = LocalDate.parse(each.getKey().substring(start.length()));
        if (!asOf.isAfter(frame.asOf())) {
          return new Known(asOf, each.getValue());
        }
      }
    }
    return null;
  }

  /** The proeftuinen whose settled persons need not be added up. */
  Set<String> known() {
    return new HashSet<>(known.keySet());
  }

  /** What tells tasks whose sums to set apart. */
  SettledPersons.Keeping keeping() {
    if (keeping.isEmpty()) {
      return SettledPersons.Keeping.NOTHING;
    }
    Map<String, String> names = new TreeMap<>();
    keeping.keySet().forEach(proeftuin -> names.put(proeftuin, shelf.name(proeftuin)));
    return new SettledPersons.Keeping(shelf.folder().toString(), names, frame.unsettled());
  }

  /** The placements of those who are not settled, by the groups of their persons. */
  JavaPairRDD<String, byte[]> others(JavaSparkContext spark, int tasks) {
    List<String> files = new ArrayList<>();
    known.values().forEach(sums -> sums.files().forEach(file -> files.add(file.toString())));
    return spark
        .parallelize(files, Math.max(1, Math.min(files.size(), tasks)))
        .mapPartitions(new KnownTask(Set.of(SettledPersons.OTHERS)))
        .flatMapToPair(Packs::open)
        .mapToPair(pair -> new Tuple2<>(pair._1().substring(1), pair._2()));
  }

  /**
   * How many placements of each proeftuin are about to be added up; roughly where sums are known.
   */
  SortedMap<String, Long> placements() {
    SortedMap<String, Long> placements = new TreeMap<>();
    byProeftuin.forEach(
        (proeftuin, totals) ->
            placements.put(
                proeftuin,
                totals.rows(Sections.PLACEMENTS)
                    / (known.containsKey(proeftuin) ? NOT_SETTLED : 1)));
    return placements;
  }

  /** Adds what is known to the sums of everybody else. */
  void addKnown(List<Measure> measures, PersonTask.AllCells all) {
    known
        .values()
        .forEach(sums -> sums.files().forEach(file -> add(file, sums.asOf(), measures, all)));
  }

  private static void add(
      Path file, LocalDate asOf, List<Measure> measures, PersonTask.AllCells all) {
    Iterator<byte[]> packs = KeptPart.packs(file, Set.of(SettledPersons.SUMS));
    while (packs.hasNext()) {
      Tuple2<String, byte[]> sums = Packs.open(packs.next()).next();
      int measure = Integer.parseInt(sums._1().substring(1));
      all.cells().get(measure).merge(sums._2(), place -> measures.get(measure).place(place, asOf));
    }
  }

  /**
   * Adds what tasks set apart, and keeps it if all of it can be.
   *
   * @param parts of all tasks
   * @param spoiled the proeftuinen of which something could not be kept
   */
  void made(
      List<SettledPersons.Part> parts,
      Set<String> spoiled,
      List<Measure> measures,
      PersonTask.AllCells all) {
    SortedMap<String, List<KeptPart>> files = new TreeMap<>();
    for (SettledPersons.Part part : parts) {
      add(shelf.folder().resolve(part.file().file()), frame.asOf(), measures, all);
      files.computeIfAbsent(part.proeftuin(), p -> new ArrayList<>()).add(part.file());
    }
    files.forEach(
        (proeftuin, its) -> {
          if (!spoiled.contains(proeftuin)) {
            shelf.keep(proeftuin, name -> name.startsWith(NAME), keeping.get(proeftuin), its);
          }
        });
  }
}
