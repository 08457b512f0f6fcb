package nl.oogst.measure;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import nl.oogst.resolve.ByteReader;
import nl.oogst.resolve.ByteWriter;

/**
 * One value of a breakdown, with the further keys that a data set has beside it.
 *
 * <p>For {@code organisation+target_group} the values are those two; further keys are, say, {@code
 * counts_for}. A bundle stands for the slices of all breakdowns that one combination of values
 * belongs to; {@link Cells} opens it.
 */
final class Slice implements Serializable, Comparable<Slice> {
  private static final long serialVersionUID = 1L;

  private static final int BUNDLE = -1;

  private final int breakdown;
  private final String[] values;
  private final String[] keys;
  private final List<Slice> bundled;
  private final int hash;

  Slice(int breakdown, String[] values, String... keys) {
    this(breakdown, values, List.of(), keys);
  }

  private Slice(int breakdown, String[] values, List<Slice> bundled, String... keys) {
    this.breakdown = breakdown;
    this.values = values;
    this.bundled = bundled;
    this.keys = keys;
    this.hash = hash(hash(breakdown, values), keys);
  }

  /** The hash of names. Short alike ones hash alike; this sets them apart (as MurmurHash3 does). */
  static int hash(int start, String... names) {
    int hash = start;
    for (String name : names) {
      hash = (hash ^ (name == null ? 0 : name.hashCode())) * 0x85ebca6b;
      hash = (hash ^ (hash >>> 13)) * 0xc2b2ae35;
      hash ^= hash >>> 16;
    }
    return hash;
  }

  /**
   * Slices in one: what is added to it is meant for each of them.
   *
   * @param values what sets it apart from other bundles
   */
  static Slice bundle(String[] values, List<Slice> slices) {
    return new Slice(BUNDLE, values, slices);
  }

  /** Writes one that is no bundle. */
  void write(ByteWriter out) {
    out.putLong(breakdown);
    write(values, out);
    write(keys, out);
  }

  private static void write(String[] names, ByteWriter out) {
    out.putLong(names.length);
    for (String name : names) {
      out.putText(name);
    }
  }

  /** What {@link #write} wrote. */
  static Slice read(ByteReader in) {
    return new Slice(in.readInt(), names(in), names(in));
  }

  private static String[] names(ByteReader in) {
    String[] names = new String[in.readInt()];
    for (int i = 0; i < names.length; i++) {
      names[i] = in.readText();
    }
    return names;
  }

  boolean isBundle() {
    return breakdown == BUNDLE;
  }

  /** The slices of a bundle, each with its further keys. */
  List<Slice> bundled() {
    return bundled.stream().map(slice -> slice.with(keys)).toList();
  }

  Slice with(String... furtherKeys) {
    return new Slice(breakdown, values, bundled, furtherKeys);
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
