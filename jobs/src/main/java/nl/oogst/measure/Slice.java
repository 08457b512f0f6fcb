package nl.oogst.measure;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * One value of a breakdown, with the further keys that a data set has beside it.
 *
 * <p>For {@code organisation+target_group} the values are those two; further keys are, say, {@code
 * counts_for}.
 */
final class Slice implements Serializable, Comparable<Slice> {
  private static final long serialVersionUID = 1L;

  private final int breakdown;
  private final String[] values;
  private final String[] keys;
  private final int hash;

  Slice(int breakdown, String[] values, String... keys) {
    this.breakdown = breakdown;
    this.values = values;
    this.keys = keys;
    this.hash = spread((Arrays.hashCode(values) * 31 + Arrays.hashCode(keys)) * 31 + breakdown);
  }

  /** Short alike names hash alike; this sets them apart (finaliser of MurmurHash3). */
  private static int spread(int hash) {
    int spread = (hash ^ (hash >>> 16)) * 0x85ebca6b;
    spread = (spread ^ (spread >>> 13)) * 0xc2b2ae35;
    return spread ^ (spread >>> 16);
  }

  Slice with(String... furtherKeys) {
    return new Slice(breakdown, values, furtherKeys);
  }

  /** The place of the breakdown in the fixed list. */
  int breakdown() {
    return breakdown;
  }

  String value(int i) {
    return values[i];
  }

  /** All values, in order of the dimensions. */
  List<String> values() {
    return List.of(values);
  }

  String key(int i) {
    return keys[i];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Slice that
        && hash == that.hash
        && breakdown == that.breakdown
        && Arrays.equals(values, that.values)
        && Arrays.equals(keys, that.keys);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public int compareTo(Slice other) {
    int order = Integer.compare(breakdown, other.breakdown);
    if (order == 0) {
      order = Arrays.compare(values, other.values);
    }
    return order != 0 ? order : Arrays.compare(keys, other.keys);
  }
}
