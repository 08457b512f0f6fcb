package nl.oogst.run;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.Partition;
import org.apache.spark.Partitioner;
import org.apache.spark.rdd.PartitionCoalescer;
import org.apache.spark.rdd.PartitionGroup;
import org.apache.spark.rdd.RDD;
import scala.Option;

/**
 * Where the groups of persons are sorted: those of a proeftuin in partitions beside each other, as
 * many as it has a share in all placements. So a task meets few proeftuinen. Where a proeftuin has
 * {@link PersonBuckets parts}, each of them has partitions of its own. A group lies with the
 * proeftuin that it is called after.
 */
final class PersonPartitions extends Partitioner {
  private static final long serialVersionUID = 1L;

  private final PersonBuckets buckets;
  private final Map<String, Range> ranges = new HashMap<>();
  private final double[] load;

  /** The partitions of a proeftuin, so many for each of its parts. */
  private record Range(int first, int parts, int each) implements Serializable {
    int count() {
      return parts * each;
    }
  }

  /**
   * Partitions for placements.
   *
   * @param about how many there should be
   * @param placements how many of each proeftuin are about to be sorted
   */
  PersonPartitions(int about, PersonBuckets buckets, SortedMap<String, Long> placements) {
    this.buckets = buckets;
    SortedMap<String, Long> undivided = new TreeMap<>(placements);
    undivided.keySet().removeAll(buckets.counts().keySet());
    double each = Math.max(1, sum(placements)) / (double) about;
    int end = share(undivided, (int) Math.max(1, Math.round(sum(undivided) / each)));
    for (String proeftuin : new TreeSet<>(buckets.counts().keySet())) {
      int parts = buckets.count(proeftuin);
      long shares = Math.round(placements.get(proeftuin) / each / parts);
      Range range = new Range(end, parts, (int) Math.max(1, shares));
      ranges.put(proeftuin, range);
      end += range.count();
    }
    load = new double[end];
    ranges.forEach(
        (proeftuin, range) -> {
          for (int i = range.first(); i < range.first() + range.count(); i++) {
            load[i] += placements.get(proeftuin) / (double) range.count();
          }
        });
  }

  private static long sum(Map<String, Long> placements) {
    return placements.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Lays proeftuinen beside each other in some partitions, where one may end in another's. */
  private int share(SortedMap<String, Long> placements, int partitions) {
    long all = Math.max(1, sum(placements));
    long before = 0;
    for (Map.Entry<String, Long> one : placements.entrySet()) {
      int first = (int) Math.min(partitions - 1L, before * partitions / all);
      before += one.getValue();
      int end = (int) Math.max(first + 1L, (before * partitions + all - 1) / all);
      ranges.put(one.getKey(), new Range(first, 1, Math.min(end, partitions) - first));
    }
    return partitions;
  }

  @Override
  public int numPartitions() {
    return load.length;
  }

  @Override
  public int getPartition(Object key) {
    String group = (String) key;
    Range range = ranges.get(PersonBuckets.proeftuin(group));
    return range.first() + buckets.of(group) * range.each() + buckets.share(group, range.each());
  }

  /** What makes tasks of about equal size of them. */
  PartitionCoalescer neighbours() {
    return new Neighbours(load);
  }

  /** Partitions that lie beside each other become one, which Spark by itself does not see to. */
  private static final class Neighbours implements PartitionCoalescer, Serializable {
    private static final long serialVersionUID = 1L;

    private final double[] load;

    Neighbours(double[] load) {
      this.load = load;
    }

    @Override
    public PartitionGroup[] coalesce(int most, RDD<?> parent) {
      Partition[] all = parent.partitions();
      double each = Math.max(1, Arrays.stream(load).sum()) / most;
      double before = 0;
      SortedMap<Integer, PartitionGroup> groups = new TreeMap<>();
      for (int i = 0; i < all.length; i++) {
        int group = (int) Math.min(most - 1, (before + load[i] / 2) / each);
        groups
            .computeIfAbsent(group, g -> new PartitionGroup(Option.empty()))
            .partitions()
            .addOne(all[i]);
        before += load[i];
      }
      return groups.values().toArray(PartitionGroup[]::new);
    }
  }
}
