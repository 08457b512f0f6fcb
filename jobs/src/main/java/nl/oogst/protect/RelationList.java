package nl.oogst.protect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
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
    makeRoom(size + 1, start + terms);
    System.arraycopy(relation.unknowns(), 0, unknowns, start, terms);
    System.arraycopy(relation.factors(), 0, factors, start, terms);
    least[size] = relation.least();
    most[size] = relation.most();
    starts[++size] = start + terms;
  }

  private void makeRoom(int relations, int terms) {
    if (relations >= least.length) {
      int length = Math.max(2 * least.length, relations + 1);
      starts = Arrays.copyOf(starts, length + 1);
      least = Arrays.copyOf(least, length);
      most = Arrays.copyOf(most, length);
    }
    if (terms > unknowns.length) {
      int length = Math.max(2 * unknowns.length, terms);
      unknowns = Arrays.copyOf(unknowns, length);
      factors = Arrays.copyOf(factors, length);
    }
  }

  /** Writes the relations from one on, to be added to a list that has those before it. */
  void tell(int from, DataOutput out) throws IOException {
    out.writeInt(size);
    out.writeInt(starts[size]);
    NumberBytes.write(starts, from + 1, size + 1, out);
    NumberBytes.write(least, from, size, out);
    NumberBytes.write(most, from, size, out);
    NumberBytes.write(unknowns, starts[from], starts[size], out);
    NumberBytes.write(factors, starts[from], starts[size], out);
  }

  /** Adds the relations that another list told, which it met once. */
  void hear(DataInput in) throws IOException {
    int from = size;
    size = in.readInt();
    int terms = in.readInt();
    makeRoom(size, terms);
    NumberBytes.read(starts, from + 1, size + 1, in);
    NumberBytes.read(least, from, size, in);
    NumberBytes.read(most, from, size, in);
    NumberBytes.read(unknowns, starts[from], terms, in);
    NumberBytes.read(factors, starts[from], terms, in);
    int length = known.length;
    while (2 * size > length) {
      length *= 2;
    }
    if (length > known.length) {
      known = new int[length];
      from = 0;
    }
    for (int r = from; r < size; r++) {
      find(r);
    }
  }

  private void rehash() {
    known = new int[2 * known.length];
    for (int r = 0; r < size; r++) {
      find(r);
    }
  }

  /** Makes a relation one that is found by its hash. */
  private void find(int relation) {
    int mask = known.length - 1;
    int place = hash(unknowns, starts[relation], starts[relation + 1]) & mask;
    while (known[place] != 0) {
      place = (place + 1) & mask;
    }
    known[place] = relation + 1;
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
