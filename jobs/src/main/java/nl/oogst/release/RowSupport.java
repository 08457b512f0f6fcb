package nl.oogst.release;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import nl.oogst.model.Column;
import nl.oogst.model.ColumnType;
import nl.oogst.model.DataSetSchema;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/** Turns rows of plain Java values into Parquet's columns. Messages never hold a value. */
final class RowSupport extends WriteSupport<Object[]> {
  private final DataSetSchema schema;
  private final Map<String, String> footer;
  private final Column[] columns;
  private RecordConsumer out;
  private final String[] lastText;
  private final Binary[] lastBinary;
  private long row;

  RowSupport(DataSetSchema schema, Map<String, String> footer) {
    this.schema = schema;
    this.footer = footer;
    this.columns = schema.columns().toArray(new Column[0]);
    this.lastText = new String[columns.length];
    this.lastBinary = new Binary[columns.length];
  }

  @Override
  public WriteContext init(ParquetConfiguration configuration) {
    var message = Types.buildMessage();
    for (var column : columns) {
      message.addField(type(column));
    }
    MessageType type = message.named(schema.name());
    return new WriteContext(type, footer);
  }

  @Override
  @SuppressWarnings("deprecation")
  public WriteContext init(Configuration configuration) {
    return init((ParquetConfiguration) null);
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

  @Override
  public void prepareForWrite(RecordConsumer consumer) {
    out = consumer;
  }

  @Override
  public void write(Object[] values) {
    row++;
    if (values.length != columns.length) {
      throw new IllegalArgumentException(
          "data set %s, row %d: found %d values; expected %d"
              .formatted(schema.name(), row, values.length, columns.length));
    }
    out.startMessage();
    for (int i = 0; i < columns.length; i++) {
      var value = values[i];
      if (value != null) {
        var column = columns[i];
        out.startField(column.name(), i);
        write(i, column, value);
        out.endField(column.name(), i);
      } else if (columns[i].required()) {
        throw wrong(columns[i], "null", "a value: the column is required");
      }
    }
    out.endMessage();
  }

  private void write(int at, Column column, Object value) {
    switch (column.type()) {
      case STRING -> out.addBinary(text(at, column, value));
      case INTEGER -> out.addLong(whole(column, value));
      case NUMBER -> out.addDouble(number(column, value));
      case BOOLEAN -> {
        if (!(value instanceof Boolean flag)) {
          throw wrongType(column, value);
        }
        out.addBoolean(flag);
      }
      case DATE -> out.addInteger(epochDay(column, value));
      case OBJECT -> map(column, value);
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

  private void map(Column column, Object value) {
    if (!(value instanceof SortedMap<?, ?> map)) {
      throw wrongType(column, value);
    }
    out.startGroup();
    if (!map.isEmpty()) {
      out.startField("key_value", 0);
      for (var entry : map.entrySet()) {
        if (!(entry.getKey() instanceof String key && entry.getValue() instanceof Long count)) {
          throw wrong(column, "an entry of another kind", "text to whole number (Long)");
        }
        out.startGroup();
        out.startField("key", 0);
        out.addBinary(binary(key));
        out.endField("key", 0);
        out.startField("value", 1);
        out.addLong(count);
        out.endField("value", 1);
        out.endGroup();
      }
      out.endField("key_value", 0);
    }
    out.endGroup();
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
