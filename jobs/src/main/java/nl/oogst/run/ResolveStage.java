package nl.oogst.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.oogst.model.Days;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/**
 * Resolves what was read. What earlier runs kept of a proeftuin is taken as it is, or gone on from
 * where it delivered since; what comes of it is kept for the next run.
 */
final class ResolveStage {
  private final JavaSparkContext spark;
  private final Inbox inbox;
  private final Definitions definitions;
  private final KeptProeftuinen shelf;
  private final Partitions partitions;
  private final StorageLevel level;

  /**
   * What was resolved.
   *
   * @param packs all of it
   * @param byProeftuin what each proeftuin comes to, its deliveries and files counted from its
   *     first
   * @param totals what the run comes to
   */
  record Outcome(Packed packs, SortedMap<String, Resolved> byProeftuin, Resolved totals) {}

  /**
   * A stage before it has resolved anything.
   *
   * @param shelf what earlier runs kept, or null
   */
  ResolveStage(
      JavaSparkContext spark,
      Inbox inbox,
      Definitions definitions,
      KeptProeftuinen shelf,
      Partitions partitions,
      StorageLevel level) {
    this.spark = spark;
    this.inbox = inbox;
    this.definitions = definitions;
    this.shelf = shelf;
    this.partitions = partitions;
    this.level = level;
  }

  /** Resolves. */
  Outcome resolve(JavaRDD<byte[]> read, Intake intake, Shared<RestrictedRows> rows) {
    ResolveTask task =
        new ResolveTask(
            new GroupResolver(
                intake.knowledge(),
                intake.refused(),
                definitions.changes(),
                Days.FOREVER,
                inbox.origins().size() > 1),
            rows,
            intake.names(),
            intake.refused());
    Set<String> known = shelf == null ? Set.of() : shelf.known();
    JavaPairRDD<String, byte[]> seen =
        Packed.only(read, Output.PLACEMENT, Output.SMALL_ITEM, Output.ISSUE, Output.BAD_VALUE)
            .filter(pair -> !known.contains(ResolveTask.proeftuin(pair._1())))
            .mapToPair(ResolveTask::keyed);
    JavaRDD<byte[]> packs =
        withBegun(seen)
            .repartitionAndSortWithinPartitions(new HashPartitioner(partitions.shuffle()))
            .mapPartitionsToPair(task)
            .mapPartitions(Packs::new);
    Packed resolved =
        new Packed(
            spark,
            (shelf == null ? packs : packs.mapPartitions(shelf.task(intake))).persist(level),
            shelf,
            partitions.shuffle());
    SortedMap<String, Resolved> byProeftuin = new TreeMap<>();
    for (Tuple2<String, byte[]> part : resolved.all(ResolveTask.TOTALS).collect()) {
      byProeftuin
          .computeIfAbsent(ResolveTask.proeftuin(part._1()), proeftuin -> new Resolved())
          .add(JavaBytes.read(part._2(), Resolved.class));
    }
    Resolved totals = new Resolved();
    byProeftuin.forEach(
        (proeftuin, own) -> totals.add(own.ofRun(intake.names().origin(proeftuin))));
    if (shelf != null) {
      keep(resolved, intake);
    }
    return new Outcome(resolved, byProeftuin, totals);
  }

  /** Lays what was seen beside what earlier deliveries of the same proeftuin came to. */
  private JavaPairRDD<String, byte[]> withBegun(JavaPairRDD<String, byte[]> seen) {
    List<String> begun = shelf == null ? List.of() : shelf.begun();
    return begun.isEmpty()
        ? seen
        : seen.union(
            spark
                .parallelize(begun, Math.min(begun.size(), partitions.shuffle()))
                .mapPartitionsToPair(new BegunTask(new HashMap<>(inbox.origins()))));
  }

  private void keep(Packed resolved, Intake intake) {
    Map<String, List<KeptPart>> parts = new HashMap<>();
    for (Tuple2<String, byte[]> part : resolved.now(KeepTask.PART).collect()) {
      parts
          .computeIfAbsent(part._1().substring(1), proeftuin -> new ArrayList<>())
          .add(part._2().length == 0 ? null : JavaBytes.read(part._2(), KeptPart.class));
    }
    shelf.made(intake, parts);
  }
}
