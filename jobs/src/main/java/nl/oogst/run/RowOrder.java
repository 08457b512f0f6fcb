package nl.oogst.run;

import java.util.Comparator;
import nl.oogst.model.DataSetSchema;

/** The order of {@link RowCodec#sortKey}, found without making the keys. */
final class RowOrder implements Comparator<Object[]> {
  private final int[] places;

  RowOrder(DataSetSchema schema) {
    this.places = schema.sortPlaces();
  }

  @Override
  public int compare(Object[] one, Object[] other) {
    for (int place : places) {
      Object a = one[place];
      Object b = other[place];
      if (a == b) {
        continue;
      }
      if (a instanceof String text && b instanceof String with && tell(text, with)) {
        int order = text.compareTo(with);
        if (order != 0) {
          return order;
        }
      } else if (a instanceof Number number && b instanceof Number with && tell(number, with)) {
        int order = Long.compare(number.longValue(), with.longValue());
        if (order != 0) {
          return order;
        }
      } else {
        return byKeys(one, other);
      }
    }
    return 0;
  }

  /** Texts are in the order of their keys, but for signs below the one that ends a text there. */
  private static boolean tell(String text, String with) {
    int both = Math.min(text.length(), with.length());
    return text.length() == with.length()
        || (text.length() > both ? text : with).charAt(both) > RowCodec.END;
  }

  /** Numbers are, but for those too far from zero for the digits of a key. */
  private static boolean tell(Number number, Number with) {
    return fits(number.longValue()) && fits(with.longValue());
  }

  private static boolean fits(long value) {
    return value >= Integer.MIN_VALUE && value <= Long.MAX_VALUE + Integer.MIN_VALUE;
  }

  private int byKeys(Object[] one, Object[] other) {
    return RowCodec.sortKey(places, one).compareTo(RowCodec.sortKey(places, other));
  }
}
