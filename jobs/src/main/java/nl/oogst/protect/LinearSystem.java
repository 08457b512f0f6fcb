package nl.oogst.protect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * What an attacker knows as numbers: unknowns with bounds, and linear relations between them, each
 * of the form {@code least ≤ Σ factor · unknown ≤ most}. Whole unknowns are known to be whole.
 */
final class LinearSystem {
  /** Stands for no bound; far beyond every figure, near enough to compute with. */
  static final double UNBOUNDED = 1e9;

  /** One relation. */
  @SuppressWarnings("ArrayRecordComponent") // compared by identity or by its own equals
  record Relation(int[] unknowns, double[] factors, double least, double most) {
    /** The sum of all but the last is the last. */
    static Relation sum(int[] parts, int total) {
      int[] unknowns = Arrays.copyOf(parts, parts.length + 1);
      unknowns[parts.length] = total;
      double[] factors = new double[unknowns.length];
      Arrays.fill(factors, 1);
      factors[parts.length] = -1;
      return new Relation(unknowns, factors, 0, 0);
    }

    /** The first is at most a number of times the second. */
    static Relation atMost(int lesser, double times, int greater) {
      return new Relation(
          new int[] {lesser, greater}, new double[] {1, -times}, -UNBOUNDED * 1e3, 0);
    }
  }

  private double[] low = new double[1024];
  private double[] high = new double[1024];
  private double[] exact = new double[1024];
  private double[] bases = new double[1024];
  private boolean[] whole = new boolean[1024];
  private int size;
  private final RelationList relations;

  LinearSystem() {
    relations = new RelationList();
  }

  private LinearSystem(LinearSystem other) {
    low = other.low.clone();
    high = other.high.clone();
    exact = other.exact.clone();
    bases = other.bases.clone();
    whole = other.whole.clone();
    size = other.size;
    relations = other.relations.copy();
  }

  /** The same unknowns and relations, to go on from apart. */
  LinearSystem copy() {
    return new LinearSystem(this);
  }

  /**
   * A further unknown, without bounds.
   *
   * @param truth the exact figure, which an attacker wants to know
   * @param base what it was rounded to; NaN for a change
   */
  int unknown(double truth, boolean isWhole, double base) {
    if (size == low.length) {
      makeRoom(size * 2);
    }
    exact[size] = truth;
    bases[size] = base;
    whole[size] = isWhole;
    bounds(size, -UNBOUNDED, UNBOUNDED);
    return size++;
  }

  private void makeRoom(int length) {
    low = Arrays.copyOf(low, length);
    high = Arrays.copyOf(high, length);
    exact = Arrays.copyOf(exact, length);
    bases = Arrays.copyOf(bases, length);
    whole = Arrays.copyOf(whole, length);
  }

  /** Writes the unknowns from one on, whose bounds are those they began with, to add elsewhere. */
  void tell(int from, DataOutput out) throws IOException {
    out.writeInt(size - from);
    for (double[] numbers : new double[][] {low, high, exact, bases}) {
      NumberBytes.write(numbers, from, size, out);
    }
    for (int i = from; i < size; i++) {
      out.writeBoolean(whole[i]);
    }
  }

  /** Adds the unknowns that another one told. */
  void hear(DataInput in) throws IOException {
    int to = size + in.readInt();
    makeRoom(Math.max(low.length, 2 * to));
    for (double[] numbers : new double[][] {low, high, exact, bases}) {
      NumberBytes.read(numbers, size, to, in);
    }
    for (int i = size; i < to; i++) {
      whole[i] = in.readBoolean();
    }
    size = to;
  }

  void bounds(int unknown, double least, double most) {
    low[unknown] = least;
    high[unknown] = most;
  }

  /** The bounds as they are now, to return to. */
  double[][] copyOfBounds() {
    return new double[][] {Arrays.copyOf(low, size), Arrays.copyOf(high, size)};
  }

  void restore(double[][] bounds) {
    System.arraycopy(bounds[0], 0, low, 0, size);
    System.arraycopy(bounds[1], 0, high, 0, size);
  }

  /** Adds a relation; false when it was known, such as from an earlier release. */
  boolean relate(Relation relation) {
    return relations.add(relation);
  }

  int size() {
    return size;
  }

  RelationList relations() {
    return relations;
  }

  double low(int unknown) {
    return low[unknown];
  }

  double high(int unknown) {
    return high[unknown];
  }

  double exact(int unknown) {
    return exact[unknown];
  }

  double base(int unknown) {
    return bases[unknown];
  }

  boolean whole(int unknown) {
    return whole[unknown];
  }

  /** How far the truth may lie apart: 0 when it is known. */
  double width(int unknown) {
    return high[unknown] - low[unknown];
  }

  boolean raise(int unknown, double bound) {
    double least = whole[unknown] ? Math.ceil(bound - 1e-6) : bound;
    if (least <= low[unknown] + tolerance(unknown)) {
      return false;
    }
    low[unknown] = least;
    return true;
  }

  boolean lower(int unknown, double bound) {
    double most = whole[unknown] ? Math.floor(bound + 1e-6) : bound;
    if (most >= high[unknown] - tolerance(unknown)) {
      return false;
    }
    high[unknown] = most;
    return true;
  }

  /** Steps that are too small to tell anything would make the search endless. */
  private double tolerance(int unknown) {
    return whole[unknown] ? 0.5 : Math.max(1e-6, 1e-3 * (high[unknown] - low[unknown]));
  }
}
