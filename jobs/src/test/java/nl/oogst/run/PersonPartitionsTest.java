package nl.oogst.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Persons of one part of a proeftuin lie together, and with nobody else. */
class PersonPartitionsTest {
  private static final TreeMap<String, Long> PLACEMENTS =
      new TreeMap<>(Map.of("few", 300L, "half", 100_000L, "many", 200_000L, "none", 0L));

  private final PersonBuckets buckets = PersonBuckets.of(PLACEMENTS);
  private final PersonPartitions partitions = new PersonPartitions(64, buckets, PLACEMENTS);

  @Test
  void eachPartHasPartitionsOfItsOwn() {
    Map<Integer, Set<String>> who = new HashMap<>();
    PLACEMENTS
        .keySet()
        .forEach(
            proeftuin -> {
              for (int i = 0; i < 20_000; i++) {
                String own = proeftuin + "/K-" + i;
                String small = buckets.count(proeftuin) == 1 ? "undivided" : proeftuin;
                who.computeIfAbsent(partitions.getPartition(own), p -> new HashSet<>())
                    .add(small + " " + buckets.of(own));
              }
            });
    assertThat(who.keySet()).allMatch(number -> number < partitions.numPartitions());
    assertThat(who.values()).allSatisfy(its -> assertThat(its).hasSize(1));
    assertThat(partitions.numPartitions()).isBetween(32, 96);
  }

  @Test
  void whatIsSortedSpreadsEvenly() {
    Map<Integer, Integer> sizes = new HashMap<>();
    for (int i = 0; i < 200_000; i++) {
      sizes.merge(partitions.getPartition("many/K-" + i), 1, Integer::sum);
    }
    assertThat(sizes.values()).allMatch(size -> size < 2 * 200_000 / sizes.size());
    assertThat(sizes).as("two thirds of 64").hasSizeBetween(32, 56);
  }

  @Test
  void howManyPartsThereAreDependsOnThePlacements() {
    assertThat(buckets.count("few")).isEqualTo(1);
    assertThat(buckets.count("many")).isEqualTo(16);
    assertThat(PersonBuckets.of(new TreeMap<>(Map.of("some", 14_999L))).count("some")).isEqualTo(2);
    assertThat(PersonBuckets.of(new TreeMap<>(Map.of("some", 9_999L))).count("some")).isEqualTo(1);
  }
}
