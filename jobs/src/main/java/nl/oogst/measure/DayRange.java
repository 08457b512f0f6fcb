package nl.oogst.measure;

import java.io.Serializable;

/** The first and the last of some days; adds up in any order. */
final class DayRange implements Serializable {
  private static final long serialVersionUID = 1L;

  private int first = Integer.MAX_VALUE;
  private int last = Integer.MIN_VALUE;

  void add(int day) {
    first = Math.min(first, day);
    last = Math.max(last, day);
  }

  void merge(DayRange other) {
    first = Math.min(first, other.first);
    last = Math.max(last, other.last);
  }

  boolean isEmpty() {
    return first > last;
  }

  int first() {
    return first;
  }

  int last() {
    return last;
  }
}
