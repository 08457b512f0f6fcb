package nl.oogst.protect;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;

/**
 * Tightens bounds by one relation at a time until nothing moves: what an attacker does with pencil
 * and paper. Whole unknowns are rounded inwards, which a linear program would not do.
 */
final class Propagation {
  /** A relation is looked at again at most so often; whole bounds never need it. */
  private static final int MOST_ROUNDS = 200;

  private final LinearSystem system;
  private final List<LinearSystem.Relation> relations;
  private final int[] start;
  private final int[] uses;

  Propagation(LinearSystem system) {
    this.system = system;
    this.relations = system.relations();
    this.start = new int[system.size() + 1];
    for (LinearSystem.Relation relation : relations) {
      for (int unknown : relation.unknowns()) {
        start[unknown + 1]++;
      }
    }
    for (int i = 0; i < system.size(); i++) {
      start[i + 1] += start[i];
    }
    this.uses = new int[start[system.size()]];
    int[] at = Arrays.copyOf(start, system.size());
    for (int r = 0; r < relations.size(); r++) {
      for (int unknown : relations.get(r).unknowns()) {
        uses[at[unknown]++] = r;
      }
    }
  }

  /** The relations that an unknown stands in, as places in the list. */
  int[] relationsOf(int unknown) {
    return Arrays.copyOfRange(uses, start[unknown], start[unknown + 1]);
  }

  /** Runs over all relations; returns how often one was looked at. */
  long run() {
    ArrayDeque<Integer> queue = new ArrayDeque<>(relations.size());
    boolean[] waiting = new boolean[relations.size()];
    int[] rounds = new int[relations.size()];
    for (int r = 0; r < relations.size(); r++) {
      queue.add(r);
      waiting[r] = true;
    }
    long looks = 0;
    while (!queue.isEmpty()) {
      int r = queue.poll();
      waiting[r] = false;
      looks++;
      if (++rounds[r] <= MOST_ROUNDS) {
        tighten(r, queue, waiting);
      }
    }
    return looks;
  }

  private void tighten(int r, ArrayDeque<Integer> queue, boolean[] waiting) {
    LinearSystem.Relation relation = relations.get(r);
    int[] unknowns = relation.unknowns();
    double[] factors = relation.factors();
    double least = 0;
    double most = 0;
    for (int i = 0; i < unknowns.length; i++) {
      least += lowOf(unknowns[i], factors[i]);
      most += highOf(unknowns[i], factors[i]);
    }
    for (int i = 0; i < unknowns.length; i++) {
      int unknown = unknowns[i];
      double factor = factors[i];
      double low = lowOf(unknown, factor);
      double high = highOf(unknown, factor);
      // what the others leave for this one
      double roomMost = relation.most() - (least - low);
      double roomLeast = relation.least() - (most - high);
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
          if (!waiting[uses[u]]) {
            waiting[uses[u]] = true;
            queue.add(uses[u]);
          }
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
