package nl.oogst.protect;

import java.util.Arrays;
import nl.oogst.protect.LinearSystem.Relation;

/**
 * Relations in the order in which they were met, each once. They lie in a few long arrays: a
 * release has half a million of them, and as many small objects cost more than what is computed
 * with them.
 */
final class RelationList {
  private static final int SMALLEST = 1 << 10;

  /** Where each relation begins among the terms; one more than there are relations. */
  private int[] starts = new int[SMALLEST + 1];

  private double[] least = new double[SMALLEST];
  private double[] most = new double[SMALLEST];
  private int[] unknowns = new int[4 * SMALLEST];
  private double[] factors = new double[4 * SMALLEST];
  private int size;

  /** Places in the list, plus one, by hash of the relation; 0 where there is none. */
  private int[] known = new int[4 * SMALLEST];

  /** The same relations, to go on from apart. */
  RelationList copy() {
    RelationList copy = new RelationList();
    copy.starts = starts.clone();
    copy.least = least.clone();
    copy.most = most.clone();
    copy.unknowns = unknowns.clone();
    copy.factors = factors.clone();
    copy.size = size;
    copy.known = known.clone();
    return copy;
  }

  int size() {
    return size;
  }

  /** Where the terms of a relation begin; they end where those of the next begin. */
  int start(int relation) {
    return starts[relation];
  }

  /** The unknown of a term. */
  int unknown(int term) {
    return unknowns[term];
  }

  double factor(int term) {
    return factors[term];
  }

  double least(int relation) {
    return least[relation];
  }

  double most(int relation) {
    return most[relation];
  }

  Relation get(int relation) {
    return new Relation(
        Arrays.copyOfRange(unknowns, starts[relation], starts[relation + 1]),
        Arrays.copyOfRange(factors, starts[relation], starts[relation + 1]),
        least[relation],
        most[relation]);
  }

  /** Adds a relation; false when it is in the list already, whatever its upper bound. */
  boolean add(Relation relation) {
    int mask = known.length - 1;
    int place = hash(relation.unknowns(), 0, relation.unknowns().length) & mask;
    while (known[place] != 0) {
      if (same(known[place] - 1, relation)) {
        return false;
      }
      place = (place + 1) & mask;
    }
    append(relation);
    known[place] = size;
    if (2 * size > known.length) {
      rehash();
    }
    return true;
  }

  private boolean same(int at, Relation relation) {
    return least[at] == relation.least()
        && Arrays.equals(
            unknowns,
            starts[at],
            starts[at + 1],
            relation.unknowns(),
            0,
            relation.unknowns().length)
        && Arrays.equals(
            factors, starts[at], starts[at + 1], relation.factors(), 0, relation.factors().length);
  }

  private void append(Relation relation) {
    int terms = relation.unknowns().length;
    int start = starts[size];
    if (size + 1 == starts.length) {
      starts = Arrays.copyOf(starts, 2 * size + 1);
      least = Arrays.copyOf(least, 2 * size);
      most = Arrays.copyOf(most, 2 * size);
    }
    if (start + terms > unknowns.length) {
      int length = Math.max(2 * unknowns.length, start + terms);
      unknowns = Arrays.copyOf(unknowns, length);
      factors = Arrays.copyOf(factors, length);
    }
    System.arraycopy(relation.unknowns(), 0, unknowns, start, terms);
    System.arraycopy(relation.factors(), 0, factors, start, terms);
    least[size] = relation.least();
    most[size] = relation.most();
    starts[++size] = start + terms;
  }

  private void rehash() {
    known = new int[2 * known.length];
    int mask = known.length - 1;
    for (int r = 0; r < size; r++) {
      int place = hash(unknowns, starts[r], starts[r + 1]) & mask;
      while (known[place] != 0) {
        place = (place + 1) & mask;
      }
      known[place] = r + 1;
    }
  }

  private static int hash(int[] unknowns, int from, int to) {
    long hash = (long) to - from;
    for (int i = from; i < to; i++) {
      hash = (hash ^ unknowns[i]) * 0x9e3779b97f4a7c15L;
      hash ^= hash >>> 29;
    }
    return (int) (hash ^ (hash >>> 32));
  }
}
