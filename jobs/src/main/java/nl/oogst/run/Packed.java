package nl.oogst.run;

import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import scala.Tuple2;

/** What was resolved, in this run or an earlier one, by kind. */
final class Packed {
  private final JavaSparkContext spark;
  private final JavaRDD<byte[]> packs;
  private final KeptProeftuinen shelf;
  private final int tasks;

  /**
   * All that was resolved.
   *
   * @param packs of this run
   * @param shelf what is known from earlier ones, or null
   * @param tasks how many may read what is known
   */
  Packed(JavaSparkContext spark, JavaRDD<byte[]> packs, KeptProeftuinen shelf, int tasks) {
    this.spark = spark;
    this.packs = packs;
    this.shelf = shelf;
    this.tasks = tasks;
  }

  /** The pairs of some kinds in packs. */
  static JavaPairRDD<String, byte[]> only(JavaRDD<byte[]> packs, Character... kinds) {
    Set<Character> asked = Set.of(kinds);
    return packs.filter(pack -> asked.contains(Packs.kind(pack))).flatMapToPair(Packs::open);
  }

  /** What this run resolved. */
  JavaPairRDD<String, byte[]> now(Character... kinds) {
    return only(packs, kinds);
  }

  JavaPairRDD<String, byte[]> all(Character... kinds) {
    return but(Set.of(), kinds);
  }

  /**
   * What was resolved.
   *
   * @param proeftuinen of which what is known from an earlier run is left out
   */
  JavaPairRDD<String, byte[]> but(Set<String> proeftuinen, Character... kinds) {
    List<String> parts = shelf == null ? List.of() : shelf.parts(proeftuinen);
    if (parts.isEmpty()) {
      return now(kinds);
    }
    return now(kinds)
        .union(
            spark
                .parallelize(parts, Math.min(parts.size(), tasks))
                .mapPartitions(new KnownTask(Set.of(kinds)))
                .flatMapToPair(Packs::open));
  }

  /** Things that stand in no pack, each for a task of its own. */
  <T> JavaRDD<T> each(List<T> things) {
    return spark.parallelize(things, things.size());
  }

  /** Pairs that stand in no pack. */
  JavaPairRDD<String, byte[]> pairs(List<Tuple2<String, byte[]>> pairs) {
    return spark.parallelizePairs(pairs, 1);
  }
}
