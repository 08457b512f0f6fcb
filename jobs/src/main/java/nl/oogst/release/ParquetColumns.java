package nl.oogst.release;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/**
 * Reads columns of a data set that {@link ParquetSetWriter} wrote, also in several files, without
 * an object for each row: for sets of many millions. A value that nobody asks for is passed over
 * undecoded; a text that is that of the row before is the same String.
 *
 * <p>Columns of maps cannot be read this way.
 */
public final class ParquetColumns implements Closeable {
  private final RowGroupPages groups;
  private final List<String> names;
  private final Map<String, Integer> places = new HashMap<>();
  private final ColumnReader[] columns;
  private final SameText[] same;
  private final int[] whenFilled;
  private final Binary[] lastBytes;
  private final String[] lastText;
  private int[] varying = {};
  private long left;

  /**
   * What each row of a group says, so that none of them need be read.
   *
   * @param bytes null when they say nothing
   */
  private record SameText(Binary bytes, String text) {
    private static final SameText NONE = new SameText(null, null);

    /** What the footer tells of a column; null when rows differ or may. */
    static SameText of(ColumnChunkMetaData chunk) {
      var values = chunk.getStatistics();
      if (values == null || !values.isNumNullsSet()) {
        return null;
      }
      if (values.getNumNulls() == chunk.getValueCount()) {
        return NONE;
      }
      return values.getNumNulls() == 0
              && values.hasNonNullValue()
              && values.genericGetMin() instanceof Binary least
              && least.equals(values.genericGetMax())
          ? new SameText(least, least.toStringUsingUTF8())
          : null;
    }
  }

  private ParquetColumns(RowGroupPages groups) {
    this.groups = groups;
    this.names = groups.schema().getFields().stream().map(field -> field.getName()).toList();
    names.forEach(name -> places.put(name, places.size()));
    this.columns = new ColumnReader[names.size()];
    this.same = new SameText[names.size()];
    this.whenFilled = new int[names.size()];
    this.lastBytes = new Binary[names.size()];
    this.lastText = new String[names.size()];
  }

  /**
   * Opens a data set of a folder, before its first row.
   *
   * @param wanted the columns to read, of which those that the files do not have are left out
   */
  public static ParquetColumns open(Path folder, String dataSet, Collection<String> wanted)
      throws OutputFailure {
    return new ParquetColumns(new RowGroupPages(ParquetSetReader.files(folder, dataSet), wanted));
  }

  /** The number that a column is asked by; -1 when it is not read. */
  public int indexOf(String column) {
    return places.getOrDefault(column, -1);
  }

  /** Goes to the next row; false at the end. */
  public boolean next() throws OutputFailure {
    if (left > 1) {
      left--;
      passOver();
      return true;
    }
    do {
      if (!nextGroup()) {
        return false;
      }
    } while (left == 0);
    return true;
  }

  private void passOver() throws OutputFailure {
    try {
      for (int i : varying) {
        if (columns[i].getCurrentDefinitionLevel() == whenFilled[i]) {
          columns[i].skip();
        }
        columns[i].consume();
      }
    } catch (RuntimeException e) {
      throw groups.damaged(e);
    }
  }

  private boolean nextGroup() throws OutputFailure {
    var pages = groups.next();
    left = pages == null ? 0 : pages.getRowCount();
    if (left == 0) {
      return pages != null;
    }
    try {
      var file = groups.file();
      var schema = groups.schema();
      var store = new ColumnReadStoreImpl(pages, new Unused(), schema, file.getCreatedBy());
      for (int i = 0; i < columns.length; i++) {
        same[i] = SameText.of(groups.chunk(names.get(i)));
        ColumnDescriptor column = schema.getColumnDescription(new String[] {names.get(i)});
        whenFilled[i] = column.getMaxDefinitionLevel();
        columns[i] = same[i] == null ? store.getColumnReader(column) : null;
      }
      varying = IntStream.range(0, same.length).filter(i -> same[i] == null).toArray();
      return true;
    } catch (RuntimeException e) {
      throw groups.damaged(e);
    }
  }

  /**
   * Lets whole row groups go by of which the first two columns say that all comes before a pair of
   * values, in a data set that is sorted by them; some rows before it may still come.
   */
  public void passTo(String first, String second) {
    groups.passTo(first, second);
  }

  /** Whether the row has a value in a column; it has none in one that is not read. */
  public boolean isFilled(int column) {
    if (column < 0) {
      return false;
    }
    return same[column] == null
        ? columns[column].getCurrentDefinitionLevel() == whenFilled[column]
        : same[column].bytes() != null;
  }

  /** A filled date, as epoch day. */
  public int day(int column) throws OutputFailure {
    try {
      return columns[column].getInteger();
    } catch (RuntimeException e) {
      throw groups.damaged(e);
    }
  }

  /** A filled whole number. */
  public long whole(int column) throws OutputFailure {
    try {
      return columns[column].getLong();
    } catch (RuntimeException e) {
      throw groups.damaged(e);
    }
  }

  /** A filled number. */
  public double number(int column) throws OutputFailure {
    try {
      return columns[column].getDouble();
    } catch (RuntimeException e) {
      throw groups.damaged(e);
    }
  }

  /** A filled yes or no. */
  public boolean flag(int column) throws OutputFailure {
    try {
      return columns[column].getBoolean();
    } catch (RuntimeException e) {
      throw groups.damaged(e);
    }
  }

  /** A filled text. */
  @SuppressWarnings("ReferenceEquality")
  public String text(int column) throws OutputFailure {
    if (same[column] != null) {
      return same[column].text();
    }
    try {
      Binary bytes = columns[column].getBinary();
      // out of a dictionary, the same text is the same object
      if (bytes != lastBytes[column]) {
        if (!bytes.equals(lastBytes[column])) {
          lastText[column] = bytes.toStringUsingUTF8();
        }
        lastBytes[column] = bytes;
      }
      return lastText[column];
    } catch (RuntimeException e) {
      throw groups.damaged(e);
    }
  }

  /** Whether a filled value is that of another row, which is filled too. */
  public boolean isValue(int column, ParquetColumns other, int otherColumn) throws OutputFailure {
    var type = type(column);
    if (type != other.type(otherColumn)) {
      return false;
    }
    ColumnReader one = columns[column];
    ColumnReader two = other.columns[otherColumn];
    try {
      return switch (type) {
        case BINARY -> bytes(column).equals(other.bytes(otherColumn));
        case INT32 -> one.getInteger() == two.getInteger();
        case INT64 -> one.getLong() == two.getLong();
        case DOUBLE -> Double.compare(one.getDouble(), two.getDouble()) == 0;
        case BOOLEAN -> one.getBoolean() == two.getBoolean();
        case FLOAT, INT96, FIXED_LEN_BYTE_ARRAY ->
            throw new IllegalArgumentException("no data set has a column of this type");
      };
    } catch (RuntimeException e) {
      throw groups.damaged(e);
    }
  }

  private PrimitiveTypeName type(int column) {
    return groups.schema().getType(column).asPrimitiveType().getPrimitiveTypeName();
  }

  private Binary bytes(int column) {
    return same[column] == null ? columns[column].getBinary() : same[column].bytes();
  }

  @Override
  public void close() throws OutputFailure {
    groups.close();
  }

  /** Parquet wants to know where values go even if they are asked for one by one. */
  private static final class Unused extends GroupConverter {
    @Override
    public Converter getConverter(int index) {
      return new PrimitiveConverter() {};
    }

    @Override
    public void start() {
      throw new UnsupportedOperationException("no rows are made");
    }

    @Override
    public void end() {
      throw new UnsupportedOperationException("no rows are made");
    }
  }
}
