package nl.oogst.protect;

import java.util.Arrays;

/**
 * Tightens bounds by one relation at a time until nothing moves: what an attacker does with pencil
 * and paper. Whole unknowns are rounded inwards, which a linear program would not do.
 */
final class Propagation {
  /** A relation is looked at again at most so often; whole bounds never need it. */
  private static final int MOST_ROUNDS = 200;

  private final LinearSystem system;
  private final RelationList relations;
  private final int[] start;
  private final int[] uses;

  Propagation(LinearSystem system) {
    this.system = system;
    this.relations = system.relations();
    this.start = new int[system.size() + 1];
    int terms = relations.start(relations.size());
    for (int term = 0; term < terms; term++) {
      start[relations.unknown(term) + 1]++;
    }
    for (int i = 0; i < system.size(); i++) {
      start[i + 1] += start[i];
    }
    this.uses = new int[start[system.size()]];
    int[] at = Arrays.copyOf(start, system.size());
    for (int r = 0; r < relations.size(); r++) {
      for (int term = relations.start(r); term < relations.start(r + 1); term++) {
        uses[at[relations.unknown(term)]++] = r;
      }
    }
  }

  /** The relations that an unknown stands in, as places in the list. */
  int[] relationsOf(int unknown) {
    return Arrays.copyOfRange(uses, start[unknown], start[unknown + 1]);
  }

  /** Runs over all relations; returns how often one was looked at. */
  long run() {
    Waiting queue = new Waiting(relations.size());
    int[] rounds = new int[relations.size()];
    for (int r = 0; r < relations.size(); r++) {
      queue.add(r);
    }
    long looks = 0;
    while (!queue.isEmpty()) {
      int r = queue.poll();
      looks++;
      if (++rounds[r] <= MOST_ROUNDS) {
        tighten(r, queue);
      }
    }
    return looks;
  }

  /** Relations to look at, first come first served, each at most once at a time. */
  private static final class Waiting {
    private final int[] ring;
    private final boolean[] waits;
    private int first;
    private int size;

    Waiting(int most) {
      ring = new int[Math.max(1, most)];
      waits = new boolean[most];
    }

    boolean isEmpty() {
      return size == 0;
    }

    void add(int relation) {
      if (!waits[relation]) {
        waits[relation] = true;
        int last = first + size++;
        ring[last < ring.length ? last : last - ring.length] = relation;
      }
    }

    int poll() {
      int relation = ring[first];
      first = first + 1 == ring.length ? 0 : first + 1;
      size--;
      waits[relation] = false;
      return relation;
    }
  }

  private void tighten(int r, Waiting queue) {
    int from = relations.start(r);
    int to = relations.start(r + 1);
    double least = 0;
    double most = 0;
    for (int i = from; i < to; i++) {
      least += lowOf(relations.unknown(i), relations.factor(i));
      most += highOf(relations.unknown(i), relations.factor(i));
    }
    for (int i = from; i < to; i++) {
      int unknown = relations.unknown(i);
      double factor = relations.factor(i);
      double low = lowOf(unknown, factor);
      double high = highOf(unknown, factor);
      // what the others leave for this one
      double roomMost = relations.most(r) - (least - low);
      double roomLeast = relations.least(r) - (most - high);
      boolean moved = false;
      if (roomMost < high) {
        moved |=
            factor > 0
                ? system.lower(unknown, roomMost / factor)
                : system.raise(unknown, roomMost / factor);
      }
      if (roomLeast > low) {
        moved |=
            factor > 0
                ? system.raise(unknown, roomLeast / factor)
                : system.lower(unknown, roomLeast / factor);
      }
      if (moved) {
        least += lowOf(unknown, factor) - low;
        most += highOf(unknown, factor) - high;
        for (int u = start[unknown]; u < start[unknown + 1]; u++) {
          queue.add(uses[u]);
        }
      }
    }
  }

  private double lowOf(int unknown, double factor) {
    return factor > 0 ? factor * system.low(unknown) : factor * system.high(unknown);
  }

  private double highOf(int unknown, double factor) {
    return factor > 0 ? factor * system.high(unknown) : factor * system.low(unknown);
  }
}
