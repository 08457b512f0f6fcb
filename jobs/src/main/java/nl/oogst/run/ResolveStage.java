package nl.oogst.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.oogst.model.Days;
import nl.oogst.resolve.Origin;
import nl.oogst.resolve.SmallItems;
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
   * @param items the small items that count, by proeftuin and place
   */
  record Outcome(
      Packed packs,
      SortedMap<String, Resolved> byProeftuin,
      Resolved totals,
      List<SmallItems.Seen> items) {}

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
    return outcome(resolved, intake);
  }

  /** Takes all that the driver asks for in one pass, the one in which everything is resolved. */
  private Outcome outcome(Packed resolved, Intake intake) {
    SortedMap<String, Resolved> byProeftuin = new TreeMap<>();
    List<SmallItems.Seen> items = new ArrayList<>();
    Map<String, List<KeptPart>> parts = new HashMap<>();
    for (Tuple2<String, byte[]> pair :
        resolved.all(ResolveTask.TOTALS, ResolveTask.SMALL_ITEM, KeepTask.PART).collect()) {
      String proeftuin = ResolveTask.proeftuin(pair._1());
      byte[] value = pair._2();
      switch (pair._1().charAt(0)) {
        case ResolveTask.TOTALS ->
            byProeftuin
                .computeIfAbsent(proeftuin, p -> new Resolved())
                .add(JavaBytes.read(value, Resolved.class));
        case ResolveTask.SMALL_ITEM -> {
          SmallItems.Seen own = SmallItems.read(value);
          Origin origin = intake.names().origin(proeftuin);
          items.add(new SmallItems.Seen(origin.ofRun(own.place()), own.item()));
        }
        default ->
            parts
                .computeIfAbsent(proeftuin, p -> new ArrayList<>())
                .add(value.length == 0 ? null : JavaBytes.read(value, KeptPart.class));
      }
    }
    if (shelf != null) {
      shelf.made(intake, parts);
    }
    Resolved totals = new Resolved();
    byProeftuin.forEach(
        (proeftuin, own) -> totals.add(own.ofRun(intake.names().origin(proeftuin))));
    items.sort(Comparator.comparing(SmallItems.Seen::place));
    return new Outcome(resolved, byProeftuin, totals, items);
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
}
