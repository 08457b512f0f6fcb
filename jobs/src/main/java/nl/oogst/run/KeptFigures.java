package nl.oogst.run;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import nl.oogst.measure.Frame;
import nl.oogst.measure.Measure;
import nl.oogst.resolve.Identities;
import nl.oogst.resolve.ResolvedCodec;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import scala.Tuple2;

/**
 * The sums of persons to whom nothing more can happen until their proeftuin delivers again, as
 * {@link SettledPersons} set them apart in an earlier run. They lie beside what was resolved of the
 * proeftuin, a section for each of its {@link PersonBuckets parts}, under the name of all else that
 * they depend on.
 */
final class KeptFigures {
  private static final String NAME = "figures-";

  /** Where sums are known, about one placement in so many is of somebody who is not settled. */
  private static final int NOT_SETTLED = 4;

  private final KeptProeftuinen shelf;
  private final Frame frame;
  private final SortedMap<String, Long> placements = new TreeMap<>();
  private final PersonBuckets buckets;
  private final Map<String, String> names = new HashMap<>();
  private final SortedMap<String, SortedMap<Integer, Known>> known = new TreeMap<>();
  private final PersonBuckets.Some keeping;

  /** Sums of an as-of date, and the placements of the others. */
  private record Known(LocalDate asOf, List<Path> files) {}

  /**
   * What is known, and what will be.
   *
   * @param shelf what is kept of earlier runs; null when nothing is
   * @param basis what the sums of a proeftuin depend on besides what was resolved of it
   * @param linked whose sums are void
   */
  KeptFigures(
      KeptProeftuinen shelf,
      Frame frame,
      SortedMap<String, Resolved> byProeftuin,
      UnaryOperator<String> basis,
      LinkedPersons linked) {
    this.shelf = shelf;
    this.frame = frame;
    byProeftuin.forEach(
        (proeftuin, totals) -> placements.put(proeftuin, totals.rows(Sections.PLACEMENTS)));
    this.buckets = PersonBuckets.of(placements);
    this.keeping = new PersonBuckets.Some(buckets);
    if (shelf == null) {
      return;
    }
    placements.forEach(
        (proeftuin, number) -> {
          if (number >= PersonBuckets.PLACEMENTS) {
            names.put(proeftuin, NAME + basis.apply(proeftuin) + "-");
            find(proeftuin, linked);
          }
        });
  }

  private void find(String proeftuin, LinkedPersons linked) {
    SortedMap<String, List<Path>> beside = shelf.beside(proeftuin);
    for (int bucket = 0; bucket < buckets.count(proeftuin); bucket++) {
      Known sums = find(beside, name(proeftuin, bucket));
      if (sums != null && !linked.anyIn(proeftuin, sums.files())) {
        known.computeIfAbsent(proeftuin, p -> new TreeMap<>()).put(bucket, sums);
      } else if (shelf.keeps(proeftuin)) {
        keeping.add(proeftuin, bucket);
      }
    }
  }

  /** The start of the name of a section; its as-of date follows. */
  private String name(String proeftuin, int bucket) {
    return names.get(proeftuin) + bucket + "-";
  }

  private Known find(SortedMap<String, List<Path>> beside, String start) {
    for (Map.Entry<String, List<Path>> each : beside.entrySet()) {
      if (each.getKey().startsWith(start)) {
        LocalDate asOf = LocalDate.parse(each.getKey().substring(start.length()));
        if (!asOf.isAfter(frame.asOf())) {
          return new Known(asOf, each.getValue());
        }
      }
    }
    return null;
  }

  /** What tells tasks whose sums to set apart. */
  SettledPersons.Keeping keeping() {
    Map<String, String> folders = new HashMap<>();
    keeping.which().keySet().forEach(each -> folders.put(each, shelf.name(each)));
    return folders.isEmpty()
        ? SettledPersons.Keeping.NOTHING
        : new SettledPersons.Keeping(
            shelf.folder().toString(), folders, keeping, frame.unsettled());
  }

  /**
   * The placements to add up, by the groups of their persons: all where no sums are known,
   * elsewhere those of persons who are not settled.
   */
  JavaPairRDD<String, byte[]> placements(
      JavaSparkContext spark, Packed resolved, Shared<Identities> who, int tasks) {
    PersonBuckets.Some done = new PersonBuckets.Some(buckets);
    Map<String, PersonBuckets.Some> files = new TreeMap<>();
    known.forEach(
        (proeftuin, its) ->
            its.forEach(
                (bucket, sums) -> {
                  done.add(proeftuin, bucket);
                  for (Path file : sums.files()) {
                    files
                        .computeIfAbsent(file.toString(), f -> new PersonBuckets.Some(buckets))
                        .add(proeftuin, bucket);
                  }
                }));
    JavaRDD<byte[]> anew = resolved.but(done.whole(), ResolveTask.PLACEMENT).values();
    JavaRDD<byte[]> all =
        known.isEmpty()
            ? anew
            : anew.filter(placement -> !done.contains(ResolvedCodec.readIds(placement).own()))
                .union(
                    spark
                        .parallelize(List.copyOf(files.keySet()), tasks)
                        .flatMap(new OthersTask(files)));
    return all.mapToPair(placement -> PersonTask.keyed(placement, who.get()));
  }

  /** Where persons are sorted. */
  PersonPartitions partitions(int partitions) {
    SortedMap<String, Long> expected = new TreeMap<>();
    placements.forEach(
        (proeftuin, number) ->
            expected.put(proeftuin, number / (known.containsKey(proeftuin) ? NOT_SETTLED : 1)));
    return new PersonPartitions(partitions, buckets, expected);
  }

  /** Adds what is known to the sums of everybody else. */
  void addKnown(List<Measure> measures, PersonTask.AllCells all) {
    known
        .values()
        .forEach(
            its ->
                its.values()
                    .forEach(
                        sums ->
                            sums.files().forEach(file -> add(file, sums.asOf(), measures, all))));
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
    parts.forEach(
        part -> add(shelf.folder().resolve(part.file().file()), frame.asOf(), measures, all));
    keeping
        .which()
        .forEach(
            (proeftuin, its) -> {
              if (!spoiled.contains(proeftuin)) {
                its.stream().forEach(bucket -> keep(proeftuin, bucket, parts));
              }
            });
  }

  /** Keeps a part, also one that nobody is in. */
  private void keep(String proeftuin, int bucket, List<SettledPersons.Part> parts) {
    List<KeptPart> files = new ArrayList<>();
    for (SettledPersons.Part part : parts) {
      if (part.proeftuin().equals(proeftuin)
          && (part.bucket() == bucket || part.bucket() == SettledPersons.ANY)) {
        files.add(part.file());
      }
    }
    String all = names.get(proeftuin);
    String own = name(proeftuin, bucket);
    shelf.keep(
        proeftuin,
        name -> name.startsWith(own) || (name.startsWith(NAME) && !name.startsWith(all)),
        own + frame.asOf(),
        files);
  }
}
