package nl.oogst.measure;

import java.io.Serializable;
import nl.oogst.resolve.ByteReader;
import nl.oogst.resolve.ByteWriter;

/** The first and the last of some days; adds up in any order. */
final class DayRange implements Serializable {
  private static final long serialVersionUID = 1L;

  private int first = Integer.MAX_VALUE;
  private int last = Integer.MIN_VALUE;

  void add(int day) {
    first = Math.min(first, day);
    last = Math.max(last, day);
  }

  void write(ByteWriter out) {
    out.putLong(first).putLong(last);
  }

  /** Adds what {@link #write} wrote. */
  void merge(ByteReader in) {
    first = Math.min(first, in.readInt());
    last = Math.max(last, in.readInt());
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
