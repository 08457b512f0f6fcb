package nl.oogst.release;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.oogst.model.ColumnType;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * Turns Parquet's columns back into rows of plain Java values: {@link RowSupport} the other way.
 */
final class RowReading extends RecordMaterializer<Object[]> {
  private final Row root;

  RowReading(MessageType schema) {
    root = new Row(schema);
  }

  /**
   * The type of a column as this program writes it.
   *
   * @throws IllegalArgumentException for another
   */
  static ColumnType type(Type column) {
    if (!column.isPrimitive()) {
      return ColumnType.OBJECT;
    }
    return switch (column.asPrimitiveType().getPrimitiveTypeName()) {
      case BINARY -> ColumnType.STRING;
      case INT64 -> ColumnType.INTEGER;
      case DOUBLE -> ColumnType.NUMBER;
      case BOOLEAN -> ColumnType.BOOLEAN;
      case INT32 -> {
        if (column.getLogicalTypeAnnotation()
            instanceof LogicalTypeAnnotation.DateLogicalTypeAnnotation) {
          yield ColumnType.DATE;
        }
        throw unknown(column);
      }
      case INT96, FLOAT, FIXED_LEN_BYTE_ARRAY -> throw unknown(column);
    };
  }

  private static IllegalArgumentException unknown(Type column) {
    return new IllegalArgumentException(
        "column " + column.getName() + " has a type that no data set has");
  }

  @Override
  public Object[] getCurrentRecord() {
    return root.values;
  }

  @Override
  public GroupConverter getRootConverter() {
    return root;
  }

  private static final class Row extends GroupConverter {
    private final Converter[] columns;
    private Object[] values;

    Row(MessageType schema) {
      columns = new Converter[schema.getFieldCount()];
      for (int i = 0; i < columns.length; i++) {
        int at = i;
        columns[i] =
            type(schema.getType(i)) == ColumnType.OBJECT
                ? new Counts(map -> values[at] = map)
                : new Value(type(schema.getType(i)), value -> values[at] = value);
      }
    }

    @Override
    public Converter getConverter(int index) {
      return columns[index];
    }

    @Override
    public void start() {
      values = new Object[columns.length];
    }

    @Override
    public void end() {
      // the values are the row
    }
  }

  private interface Sink<T> {
    void put(T value);
  }

  private static final class Value extends PrimitiveConverter {
    private final ColumnType type;
    private final Sink<Object> sink;
    private final Map<Binary, String> texts = new HashMap<>();
    private String[] dictionary;

    Value(ColumnType type, Sink<Object> sink) {
      this.type = type;
      this.sink = sink;
    }

    @Override
    public boolean hasDictionarySupport() {
      return type == ColumnType.STRING;
    }

    @Override
    public void setDictionary(Dictionary pages) {
      dictionary = new String[pages.getMaxId() + 1];
      for (int i = 0; i < dictionary.length; i++) {
        dictionary[i] = texts.computeIfAbsent(pages.decodeToBinary(i), Value::text);
      }
      texts.clear();
    }

    @Override
    public void addValueFromDictionary(int id) {
      sink.put(dictionary[id]);
    }

    @Override
    public void addBinary(Binary value) {
      sink.put(text(value));
    }

    private static String text(Binary value) {
      return new String(value.getBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public void addBoolean(boolean value) {
      sink.put(value);
    }

    @Override
    public void addDouble(double value) {
      sink.put(value);
    }

    @Override
    public void addInt(int value) {
      sink.put(value);
    }

    @Override
    public void addLong(long value) {
      sink.put(value);
    }
  }

  /** A map of counts: a group that holds a repeated group of key and value. */
  private static final class Counts extends GroupConverter {
    private final Sink<SortedMap<String, Long>> sink;
    private final GroupConverter entries;
    private SortedMap<String, Long> map;

    Counts(Sink<SortedMap<String, Long>> sink) {
      this.sink = sink;
      this.entries = new Entry();
    }

    @Override
    public Converter getConverter(int index) {
      return entries;
    }

    @Override
    public void start() {
      map = new TreeMap<>();
    }

    @Override
    public void end() {
      sink.put(map);
    }

    private final class Entry extends GroupConverter {
      private final Converter[] parts = {
        new Value(ColumnType.STRING, value -> this.key = (String) value),
        new Value(ColumnType.INTEGER, value -> this.count = (Long) value)
      };
      private String key;
      private Long count;

      @Override
      public Converter getConverter(int index) {
        return parts[index];
      }

      @Override
      public void start() {
        key = null;
        count = null;
      }

      @Override
      public void end() {
        map.put(key, count);
      }
    }
  }
}
