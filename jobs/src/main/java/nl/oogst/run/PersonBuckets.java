package nl.oogst.run;

import java.io.Serializable;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Parts of the persons of a proeftuin, by their numbers: what is kept of one part can be used
 * although another is added up anew. How many there are depends on its placements alone, and a
 * person stays in the same part while it delivers nothing.
 *
 * @param counts of the proeftuinen that have more than one
 */
record PersonBuckets(Map<String, Integer> counts) implements Serializable {
  /** So many placements to a part; sums of fewer are as soon made again as they are read. */
  static final long PLACEMENTS = 5_000;

  private static final int MOST = 16;

  /** Parts for placements by proeftuin. */
  static PersonBuckets of(SortedMap<String, Long> placements) {
    Map<String, Integer> counts = new TreeMap<>();
    placements.forEach(
        (proeftuin, number) -> {
          if (number >= 2 * PLACEMENTS) {
            counts.put(proeftuin, (int) Math.min(MOST, number / PLACEMENTS));
          }
        });
    return new PersonBuckets(counts);
  }

  /** How many there are of a proeftuin. */
  int count(String proeftuin) {
    return counts.getOrDefault(proeftuin, 1);
  }

  /**
   * The part that somebody is in.
   *
   * @param own the proeftuin and the person number there
   */
  int of(String own) {
    return hash(own) % count(proeftuin(own));
  }

  /** Which of a number of shares of their part somebody is in. */
  int share(String own, int shares) {
    return hash(own) / count(proeftuin(own)) % shares;
  }

  /** The proeftuin of a person number that stands behind it. */
  static String proeftuin(String own) {
    return own.substring(0, Math.max(0, own.indexOf('/')));
  }

  private static int hash(String own) {
    return (own.hashCode() * 0x9E3779B9) >>> 1;
  }

  /**
   * Some of the parts.
   *
   * @param which of each proeftuin
   */
  record Some(PersonBuckets all, Map<String, BitSet> which) implements Serializable {
    /** None of them. */
    Some(PersonBuckets all) {
      this(all, new HashMap<>());
    }

    /** Adds one. */
    void add(String proeftuin, int bucket) {
      which.computeIfAbsent(proeftuin, p -> new BitSet()).set(bucket);
    }

    /** Whether somebody's part is among them. */
    boolean contains(String own) {
      BitSet its = which.get(proeftuin(own));
      return its != null && its.get(all.of(own));
    }

    /** The proeftuinen of which all parts are among them. */
    Set<String> whole() {
      Set<String> whole = new HashSet<>();
      which.forEach(
          (proeftuin, its) -> {
            if (its.cardinality() == all.count(proeftuin)) {
              whole.add(proeftuin);
            }
          });
      return whole;
    }
  }
}
