package nl.oogst.release;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.parquet.column.ColumnDescriptor;

/**
 * Reads columns of a data set that {@link ParquetSetWriter} wrote, also in several files, without
 * an object for each row: for sets of many millions. A page of a column is opened when a value in
 * it is asked for; a text out of a dictionary is one String.
 *
 * <p>Columns of maps cannot be read this way.
 */
public final class ParquetColumns implements Closeable {
  private final RowGroupPages groups;
  private final List<String> names;
  private final Map<String, Integer> places = new HashMap<>();
  private final ColumnPages[] columns;
  private long row;
  private long rows;

  private ParquetColumns(RowGroupPages groups) {
    this.groups = groups;
    this.names = groups.schema().getFields().stream().map(field -> field.getName()).toList();
    names.forEach(name -> places.put(name, places.size()));
    this.columns = new ColumnPages[names.size()];
  }

  /**
   * Opens a data set of a folder, before its first row.
   *
   * @param wanted the columns to read, of which those that the files do not have are left out
   */
  public static ParquetColumns open(Path folder, String dataSet, Collection<String> wanted)
      throws OutputFailure {
    return open(folder, dataSet, wanted, Set.of());
  }

  /**
   * The same without some of its row groups.
   *
   * @param without their numbers, in the order of {@link RowGroups#of}
   */
  public static ParquetColumns open(
      Path folder, String dataSet, Collection<String> wanted, Set<Integer> without)
      throws OutputFailure {
    var files = ParquetSetReader.files(folder, dataSet);
    return new ParquetColumns(new RowGroupPages(files, wanted, without));
  }

  /** The number of the row group that the row stands in. */
  public int group() {
    return groups.number();
  }

  /** The number that a column is asked by; -1 when it is not read. */
  public int indexOf(String column) {
    return places.getOrDefault(column, -1);
  }

  /** Goes to the next row; false at the end. */
  public boolean next() throws OutputFailure {
    row++;
    while (row >= rows) {
      if (!nextGroup()) {
        row--;
        return false;
      }
    }
    return true;
  }

  private boolean nextGroup() throws OutputFailure {
    var pages = groups.next();
    if (pages == null) {
      return false;
    }
    row = 0;
    rows = pages.getRowCount();
    try {
      var schema = groups.schema();
      for (int i = 0; i < columns.length; i++) {
        columns[i] = ColumnPages.told(groups.chunk(names.get(i)));
        if (columns[i] == null) {
          ColumnDescriptor column = schema.getColumnDescription(new String[] {names.get(i)});
          columns[i] = new ColumnPages(column, pages.getPageReader(column));
        }
      }
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
  public boolean isFilled(int column) throws OutputFailure {
    try {
      return column >= 0 && columns[column].isFilled(row);
    } catch (RuntimeException e) {
      throw groups.damaged(e);
    }
  }

  /** A filled date, as epoch day. */
  public int day(int column) throws OutputFailure {
    try {
      return columns[column].day(row);
    } catch (RuntimeException e) {
      throw groups.damaged(e);
    }
  }

  /** A filled whole number. */
  public long whole(int column) throws OutputFailure {
    try {
      return columns[column].whole(row);
    } catch (RuntimeException e) {
      throw groups.damaged(e);
    }
  }

  /** A filled number. */
  public double number(int column) throws OutputFailure {
    try {
      return columns[column].number(row);
    } catch (RuntimeException e) {
      throw groups.damaged(e);
    }
  }

  /** A filled yes or no. */
  public boolean flag(int column) throws OutputFailure {
    try {
      return columns[column].flag(row);
    } catch (RuntimeException e) {
      throw groups.damaged(e);
    }
  }

  /** A filled text. */
  public String text(int column) throws OutputFailure {
    try {
      return columns[column].text(row);
    } catch (RuntimeException e) {
      throw groups.damaged(e);
    }
  }

  /** Whether a filled value is that of another row, which is filled too. */
  public boolean isValue(int column, ParquetColumns other, int otherColumn) throws OutputFailure {
    try {
      return columns[column].isValue(row, other.columns[otherColumn], other.row);
    } catch (RuntimeException e) {
      throw groups.damaged(e);
    }
  }

  @Override
  public void close() throws OutputFailure {
    groups.close();
  }
}
