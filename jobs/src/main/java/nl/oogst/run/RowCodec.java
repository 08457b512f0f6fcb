package nl.oogst.run;

import nl.oogst.model.DataSetSchema;
import nl.oogst.resolve.ByteReader;
import nl.oogst.resolve.ByteWriter;

/** Rows of data sets as bytes, and the key that puts them in their order. */
final class RowCodec {
  private static final int NULL = 0;
  private static final int TEXT = 1;
  private static final int WHOLE = 2;
  private static final int NUMBER = 3;
  private static final int TRUE = 4;
  private static final int FALSE = 5;
  private static final int DAY = 6;

  /** Stands behind each value of a sort key. */
  static final char END = '\u0001';

  /** As many as a number in a sort key has, so that texts of numbers sort as numbers do. */
  private static final int DIGITS = 19;

  private RowCodec() {}

  /** Values are String, Long, Double, Boolean, or Integer for a day. */
  static byte[] toBytes(Object[] row) {
    ByteWriter out = new ByteWriter();
    for (Object value : row) {
      if (value == null) {
        out.putByte(NULL);
      } else if (value instanceof String text) {
        out.putByte(TEXT).putText(text);
      } else if (value instanceof Long number) {
        out.putByte(WHOLE).putLong(number);
      } else if (value instanceof Double number) {
        out.putByte(NUMBER).putLong(Double.doubleToLongBits(number));
      } else if (value instanceof Boolean flag) {
        out.putByte(flag ? TRUE : FALSE);
      } else if (value instanceof Integer day) {
        out.putByte(DAY).putLong(day);
      } else {
        throw new IllegalArgumentException("no way to write a " + value.getClass());
      }
    }
    return out.toBytes();
  }

  static Object[] read(byte[] bytes, int columns) {
    ByteReader in = new ByteReader(bytes);
    Object[] row = new Object[columns];
    for (int i = 0; i < columns; i++) {
      int kind = in.readByte();
      row[i] =
          switch (kind) {
            case NULL -> null;
            case TEXT -> in.readText();
            case WHOLE -> in.readLong();
            case NUMBER -> Double.longBitsToDouble(in.readLong());
            case TRUE -> true;
            case FALSE -> false;
            case DAY -> in.readInt();
            default -> throw new IllegalStateException("unknown kind of value " + kind);
          };
    }
    return row;
  }

  /** A text that sorts as the sort columns of the data set do, empty values first. */
  static String sortKey(DataSetSchema schema, Object[] row) {
    return sortKey(schema.sortPlaces(), row);
  }

  /** As above, for many rows of one data set. */
  static String sortKey(int[] sortPlaces, Object[] row) {
    StringBuilder key = new StringBuilder(128);
    for (int place : sortPlaces) {
      append(key, row[place]);
    }
    return key.toString();
  }

  /** As {@link #sortKey}, with all other values behind it, for sets without a key of their own. */
  static String fullSortKey(DataSetSchema schema, Object[] row) {
    StringBuilder key = new StringBuilder(sortKey(schema, row));
    for (Object value : row) {
      append(key, value);
    }
    return key.toString();
  }

  private static void append(StringBuilder key, Object value) {
    if (value instanceof Number number) {
      String digits = Long.toString(number.longValue() - Integer.MIN_VALUE);
      for (int length = digits.length(); length < DIGITS; length++) {
        key.append('0');
      }
      key.append(digits);
    } else if (value != null) {
      key.append(value);
    }
    key.append(END);
  }
}
