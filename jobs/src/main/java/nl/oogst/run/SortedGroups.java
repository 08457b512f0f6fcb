package nl.oogst.run;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import scala.Tuple2;

/** Consecutive pairs with equal keys, together. */
final class SortedGroups implements Iterator<SortedGroups.Group> {
  private final Iterator<Tuple2<String, byte[]>> sorted;
  private Tuple2<String, byte[]> next;

  /** All values of one key. */
  record Group(String key, List<byte[]> values) {}

  SortedGroups(Iterator<Tuple2<String, byte[]>> sorted) {
    this.sorted = sorted;
    advance();
  }

  private void advance() {
    next = sorted.hasNext() ? sorted.next() : null;
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public Group next() {
    if (next == null) {
      throw new NoSuchElementException();
    }
    String key = next._1();
    List<byte[]> values = new ArrayList<>();
    while (next != null && next._1().equals(key)) {
      values.add(next._2());
      advance();
    }
    return new Group(key, values);
  }
}
