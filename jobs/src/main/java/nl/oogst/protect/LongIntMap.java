package nl.oogst.protect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Whole numbers by a key that is a good hash already, without an object for each: the gate keeps
 * one for every figure and every relation.
 */
final class LongIntMap {
  /** What {@link #get} and {@link #put} say for a key that is not there. */
  static final int NONE = -1;

  private static final int SMALLEST = 1 << 10;

  private long[] keys = new long[SMALLEST];
  private int[] values = emptyValues(SMALLEST);
  private int size;

  /** The same keys and values, to go on from apart. */
  LongIntMap copy() {
    LongIntMap copy = new LongIntMap();
    copy.keys = keys.clone();
    copy.values = values.clone();
    copy.size = size;
    return copy;
  }

  /** Says which keys and values are meant. */
  interface Which {
    boolean is(long key, int value);
  }

  /** Writes some of its keys with their values, to be added elsewhere. */
  void tell(Which which, DataOutput out) throws IOException {
    int some = 0;
    for (int i = 0; i < keys.length; i++) {
      some += isMeant(which, i) ? 1 : 0;
    }
    out.writeInt(some);
    for (int i = 0; i < keys.length; i++) {
      if (isMeant(which, i)) {
        out.writeLong(keys[i]);
        out.writeInt(values[i]);
      }
    }
  }

  private boolean isMeant(Which which, int place) {
    return values[place] != NONE && which.is(keys[place], values[place]);
  }

  /** Adds what another one told. */
  void hear(DataInput in) throws IOException {
    for (int left = in.readInt(); left > 0; left--) {
      put(in.readLong(), in.readInt());
    }
  }

  private static int[] emptyValues(int length) {
    int[] values = new int[length];
    Arrays.fill(values, NONE);
    return values;
  }

  /** How many keys have a value. */
  int size() {
    return size;
  }

  /** The value of a key; {@link #NONE} without one. */
  int get(long key) {
    return values[place(key)];
  }

  /**
   * Gives a key a value, 0 or more.
   *
   * @return the value it had
   */
  int put(long key, int value) {
    int place = place(key);
    int before = values[place];
    keys[place] = key;
    values[place] = value;
    if (before == NONE && 2 * ++size > keys.length) {
      grow();
    }
    return before;
  }

  private int place(long key) {
    int mask = keys.length - 1;
    int place = (int) (key ^ (key >>> 32)) & mask;
    while (values[place] != NONE && keys[place] != key) {
      place = (place + 1) & mask;
    }
    return place;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldValues = values;
    keys = new long[oldKeys.length * 2];
    values = emptyValues(keys.length);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldValues[i] != NONE) {
        int place = place(oldKeys[i]);
        keys[place] = oldKeys[i];
        values[place] = oldValues[i];
      }
    }
  }
}
