package nl.oogst.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.oogst.model.DeliveredFile;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.storage.StorageLevel;

/**
 * Reads all files, large texts in parts. When the parts of a file turn out not to be what the file
 * is as a whole, everything is read once more with that file in one piece: rare, and exact.
 */
final class ReadStage {
  /** Of texts larger than this many bytes, several tasks read a part each. */
  static final String PART_BYTES = "spark.oogst.part.bytes";

  private static final long USUAL_PART_BYTES = 64L << 20;

  private final JavaSparkContext spark;
  private final Inbox inbox;
  private final Reading reading;
  private final Shared<Reading> shared;
  private final Kept keep;
  private final Partitions partitions;
  private final StorageLevel level;

  /** What was read, and how. */
  record Read(JavaRDD<byte[]> packs, List<FileReport> reports, CutFiles cut) {}

  /**
   * A stage before it has read anything.
   *
   * @param keep where what files yielded in earlier runs is kept, or null
   */
  ReadStage(
      JavaSparkContext spark,
      Inbox inbox,
      Reading reading,
      Kept keep,
      Partitions partitions,
      StorageLevel level) {
    this.spark = spark;
    this.inbox = inbox;
    this.reading = reading;
    this.shared = Shared.of(spark, reading, Reading.class);
    this.keep = keep;
    this.partitions = partitions;
    this.level = level;
  }

  /**
   * Reads.
   *
   * @param refused deliveries that are not opened
   */
  Read read(Set<Integer> refused) {
    CutFiles cut = cut(refused);
    while (true) {
      JavaRDD<byte[]> packs = packs(refused, cut);
      List<FileReport> reports = new ArrayList<>();
      Map<Integer, List<FileReport>> parts = new TreeMap<>();
      Packed.only(packs, Output.REPORT)
          .map(pair -> pair._2())
          .collect()
          .forEach(
              bytes -> {
                FileReport report = JavaBytes.read(bytes, FileReport.class);
                if (report.part() < 0) {
                  reports.add(report);
                } else {
                  parts.computeIfAbsent(report.file(), f -> new ArrayList<>()).add(report);
                }
              });
      List<Integer> asWhole = new ArrayList<>();
      parts.forEach(
          (file, its) -> {
            its.sort(Comparator.comparingInt(FileReport::part));
            FileReport.join(its).ifPresentOrElse(reports::add, () -> asWhole.add(file));
          });
      if (asWhole.isEmpty()) {
        return new Read(packs, reports, cut);
      }
      packs.unpersist();
      cut = cut.without(asWhole);
    }
  }

  private CutFiles cut(Set<Integer> refused) {
    long every = spark.getConf().getSizeAsBytes(PART_BYTES, USUAL_PART_BYTES);
    List<DeliveredFile> large =
        inbox.files().stream()
            .filter(file -> file.bytes() > every && !refused.contains(file.delivery()))
            .filter(
                file -> keep == null || !keep.has(inbox.deliveries().get(file.delivery()), file))
            .toList();
    return large.isEmpty() ? CutFiles.NONE : CutFiles.of(spark, inbox, large, reading, every);
  }

  private JavaRDD<byte[]> packs(Set<Integer> refused, CutFiles cut) {
    List<byte[]> lists = new ArrayList<>();
    for (List<ReadUnit> units : partitions.units(inbox, refused, cut)) {
      lists.add(JavaBytes.write(new ArrayList<>(units)));
    }
    return spark
        .parallelize(lists, Math.max(1, lists.size()))
        .mapPartitionsToPair(new ReadTask(shared, new ArrayList<>(inbox.deliveries()), keep))
        .mapPartitions(Packs::new)
        .persist(level);
  }
}
