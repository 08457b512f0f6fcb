package nl.oogst.run;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import org.apache.spark.Partition;
import org.apache.spark.Partitioner;
import org.apache.spark.rdd.PartitionCoalescer;
import org.apache.spark.rdd.PartitionGroup;
import org.apache.spark.rdd.RDD;
import scala.Option;

/**
 * Where the groups of persons are sorted: those of a proeftuin in as many partitions, beside each
 * other, as it has a share in all placements. So a task meets few proeftuinen. A group lies with
 * the proeftuin that it is called after.
 */
final class PersonPartitions extends Partitioner {
  private static final long serialVersionUID = 1L;

  private final int partitions;
  private final Map<String, Range> ranges = new HashMap<>();

  /** The partitions of a proeftuin. */
  private record Range(int first, int count) implements Serializable {}

  /**
   * Partitions for placements.
   *
   * @param placements how many there are, by proeftuin
   */
  PersonPartitions(int partitions, SortedMap<String, Long> placements) {
    this.partitions = partitions;
    long all = Math.max(1, placements.values().stream().mapToLong(Long::longValue).sum());
    long before = 0;
    for (Map.Entry<String, Long> each : placements.entrySet()) {
      int first = (int) Math.min(partitions - 1L, before * partitions / all);
      before += each.getValue();
      int end = (int) Math.max(first + 1L, (before * partitions + all - 1) / all);
      ranges.put(each.getKey(), new Range(first, Math.min(end, partitions) - first));
    }
  }

  @Override
  public int numPartitions() {
    return partitions;
  }

  @Override
  public int getPartition(Object key) {
    String group = (String) key;
    int hash = (group.hashCode() * 0x9E3779B9) >>> 1;
    Range range = ranges.get(group.substring(0, Math.max(0, group.indexOf('/'))));
    return range == null ? hash % partitions : range.first() + hash % range.count();
  }

  /** Partitions that lie beside each other become one, which Spark by itself does not see to. */
  static final class Neighbours implements PartitionCoalescer, Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public PartitionGroup[] coalesce(int most, RDD<?> parent) {
      Partition[] all = parent.partitions();
      PartitionGroup[] groups = new PartitionGroup[Math.min(most, all.length)];
      for (int g = 0; g < groups.length; g++) {
        groups[g] = new PartitionGroup(Option.empty());
        int end = (int) ((g + 1L) * all.length / groups.length);
        for (int i = (int) ((long) g * all.length / groups.length); i < end; i++) {
          groups[g].partitions().addOne(all[i]);
        }
      }
      return groups;
    }
  }
}
