package nl.oogst.release;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.SortedMap;
import nl.oogst.model.Column;
import nl.oogst.model.ColumnType;
import nl.oogst.model.DataSetSchema;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/**
 * Turns rows of plain Java values into Parquet's columns. They go straight to the writer of their
 * column: all but the maps are flat, so that nothing has to be found out about nesting. Messages
 * never hold a value.
 */
final class RowSupport {
  private final DataSetSchema schema;
  private final MessageType type;
  private final Column[] columns;

  /** The writer of each column; of a map that of its keys, the one of its values is behind it. */
  private final ColumnWriter[] writers;

  private final ColumnWriter[] mapValues;

  /** How many levels a value is defined on: one less for a column that must have one. */
  private final int[] levels;

  private final String[] lastText;
  private final Binary[] lastBinary;
  private ColumnWriteStore store;
  private long row;

  RowSupport(DataSetSchema schema) {
    this.schema = schema;
    this.type = type(schema);
    this.columns = schema.columns().toArray(new Column[0]);
    this.writers = new ColumnWriter[columns.length];
    this.mapValues = new ColumnWriter[columns.length];
    this.levels = new int[columns.length];
    this.lastText = new String[columns.length];
    this.lastBinary = new Binary[columns.length];
  }

  /** A data set as Parquet declares it. */
  static MessageType type(DataSetSchema schema) {
    var message = Types.buildMessage();
    schema.columns().forEach(column -> message.addField(type(column)));
    return message.named(schema.name());
  }

  MessageType type() {
    return type;
  }

  /** The rows that come next go here. */
  void to(ColumnWriteStore next) {
    store = next;
    int leaf = 0;
    for (int i = 0; i < columns.length; i++) {
      var descriptor = type.getColumns().get(leaf++);
      writers[i] = next.getColumnWriter(descriptor);
      levels[i] = descriptor.getMaxDefinitionLevel();
      if (columns[i].type() == ColumnType.OBJECT) {
        mapValues[i] = next.getColumnWriter(type.getColumns().get(leaf++));
      }
    }
  }

  private static Type type(Column column) {
    var repetition = column.required() ? Type.Repetition.REQUIRED : Type.Repetition.OPTIONAL;
    var name = column.name();
    return switch (column.type()) {
      case STRING ->
          Types.primitive(PrimitiveTypeName.BINARY, repetition)
              .as(LogicalTypeAnnotation.stringType())
              .named(name);
      case INTEGER -> Types.primitive(PrimitiveTypeName.INT64, repetition).named(name);
      case NUMBER -> Types.primitive(PrimitiveTypeName.DOUBLE, repetition).named(name);
      case BOOLEAN -> Types.primitive(PrimitiveTypeName.BOOLEAN, repetition).named(name);
      case DATE ->
          Types.primitive(PrimitiveTypeName.INT32, repetition)
              .as(LogicalTypeAnnotation.dateType())
              .named(name);
      case OBJECT ->
          Types.map(repetition)
              .key(PrimitiveTypeName.BINARY)
              .as(LogicalTypeAnnotation.stringType())
              .requiredValue(PrimitiveTypeName.INT64)
              .named(name);
    };
  }

  /** Writes one row. */
  void write(Object[] values) {
    row++;
    if (values.length != columns.length) {
      throw new IllegalArgumentException(
          "data set %s, row %d: found %d values; expected %d"
              .formatted(schema.name(), row, values.length, columns.length));
    }
    for (int i = 0; i < columns.length; i++) {
      if (values[i] == null) {
        nothing(i);
      } else {
        write(i, columns[i], values[i]);
      }
    }
    store.endRecord();
  }

  private void nothing(int at) {
    if (columns[at].required()) {
      throw wrong(columns[at], "null", "a value: the column is required");
    }
    writers[at].writeNull(0, 0);
    if (mapValues[at] != null) {
      mapValues[at].writeNull(0, 0);
    }
  }

  private void write(int at, Column column, Object value) {
    var writer = writers[at];
    int level = levels[at];
    switch (column.type()) {
      case STRING -> writer.write(text(at, column, value), 0, level);
      case INTEGER -> writer.write(whole(column, value), 0, level);
      case NUMBER -> writer.write(number(column, value), 0, level);
      case BOOLEAN -> {
        if (!(value instanceof Boolean flag)) {
          throw wrongType(column, value);
        }
        writer.write(flag.booleanValue(), 0, level);
      }
      case DATE -> writer.write(epochDay(column, value), 0, level);
      case OBJECT -> map(at, column, value);
    }
  }

  /** In sorted rows a text often follows itself: it is judged and encoded once. */
  private Binary text(int at, Column column, Object value) {
    if (!(value instanceof String text)) {
      throw wrongType(column, value);
    }
    if (!text.equals(lastText[at])) {
      if (!column.values().isEmpty() && !column.values().contains(text)) {
        throw wrong(column, "another text", "one of " + String.join(", ", column.values()));
      }
      lastText[at] = text;
      lastBinary[at] = binary(text);
    }
    return lastBinary[at];
  }

  private static Binary binary(String text) {
    return Binary.fromConstantByteArray(text.getBytes(StandardCharsets.UTF_8));
  }

  private long whole(Column column, Object value) {
    if (value instanceof Long whole) {
      return whole;
    }
    if (value instanceof Integer whole) {
      return whole;
    }
    throw wrongType(column, value);
  }

  private double number(Column column, Object value) {
    if (!(value instanceof Double || value instanceof Long || value instanceof Integer)) {
      throw wrongType(column, value);
    }
    // adding zero makes -0.0 into 0.0: equal figures have equal bytes
    var number = ((Number) value).doubleValue() + 0.0;
    if (!Double.isFinite(number)) {
      throw wrong(column, "a number that is not finite", "null where there is no figure");
    }
    return number;
  }

  private int epochDay(Column column, Object value) {
    if (value instanceof LocalDate date) {
      return Math.toIntExact(date.toEpochDay());
    }
    if (value instanceof Integer day) {
      return day;
    }
    throw wrongType(column, value);
  }

  private void map(int at, Column column, Object value) {
    if (!(value instanceof SortedMap<?, ?> map)) {
      throw wrongType(column, value);
    }
    if (map.isEmpty()) {
      writers[at].writeNull(0, levels[at] - 1);
      mapValues[at].writeNull(0, levels[at] - 1);
    }
    int repeated = 0;
    for (var entry : map.entrySet()) {
      if (!(entry.getKey() instanceof String key && entry.getValue() instanceof Long count)) {
        throw wrong(column, "an entry of another kind", "text to whole number (Long)");
      }
      writers[at].write(binary(key), repeated, levels[at]);
      mapValues[at].write(count.longValue(), repeated, levels[at]);
      repeated = 1;
    }
  }

  private IllegalArgumentException wrongType(Column column, Object value) {
    return wrong(column, value.getClass().getSimpleName(), expected(column.type()));
  }

  private static String expected(ColumnType type) {
    return switch (type) {
      case STRING -> "String";
      case INTEGER -> "Long or Integer";
      case NUMBER -> "Double, Long or Integer";
      case BOOLEAN -> "Boolean";
      case DATE -> "LocalDate, or Integer for the epoch day";
      case OBJECT -> "SortedMap of String to Long";
    };
  }

  private IllegalArgumentException wrong(Column column, String found, String expected) {
    return new IllegalArgumentException(
        "data set %s, row %d, column %s: found %s; expected %s"
            .formatted(schema.name(), row, column.name(), found, expected));
  }
}
