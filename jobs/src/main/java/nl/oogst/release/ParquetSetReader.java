package nl.oogst.release;

import static java.util.Objects.requireNonNull;

import java.io.Closeable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.oogst.model.ColumnType;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.RecordReader;

/**
 * Reads a data set that {@link ParquetSetWriter} wrote, also in several files, one row at a time.
 *
 * <p>Values by type of the column: {@code string} String, {@code integer} Long, {@code number}
 * Double, {@code boolean} Boolean, {@code date} Integer (epoch day), {@code object} {@link
 * SortedMap} of String to Long; null is a missing value. Page checksums are not judged: the
 * manifest has one for the whole file.
 */
public final class ParquetSetReader implements Closeable {
  private final RowGroupPages groups;
  private final SortedMap<String, String> footer;
  private final List<String> columns;
  private final List<ColumnType> types;
  private RecordReader<Object[]> rows;
  private long left;

  private ParquetSetReader(List<Path> files, Collection<String> wanted) throws OutputFailure {
    groups = new RowGroupPages(files, wanted);
    this.footer = new TreeMap<>(groups.footer());
    this.columns = groups.schema().getFields().stream().map(field -> field.getName()).toList();
    this.types = groups.schema().getFields().stream().map(RowReading::type).toList();
  }

  /**
   * Opens one file with all its columns.
   *
   * @throws OutputFailure when it is missing or no Parquet file
   */
  public static ParquetSetReader open(Path file) throws OutputFailure {
    return new ParquetSetReader(List.of(requireNonNull(file, "file")), null);
  }

  /**
   * Opens a data set of a folder, of which a large one continues in {@code <name>-00001.parquet}.
   *
   * @param wanted the columns to read, of which those that the file does not have are left out; the
   *     rows have them in the order of the file. Null for all.
   */
  public static ParquetSetReader open(Path folder, String dataSet, Collection<String> wanted)
      throws OutputFailure {
    return new ParquetSetReader(files(folder, dataSet), wanted);
  }

  /** The files of a data set, in order; the first whether it exists or not. */
  public static List<Path> files(Path folder, String dataSet) {
    var files = new ArrayList<Path>();
    files.add(folder.resolve(dataSet + ".parquet"));
    for (int i = 1; ; i++) {
      var next = folder.resolve(String.format(Locale.ROOT, "%s-%05d.parquet", dataSet, i));
      if (!Files.exists(next)) {
        return files;
      }
      files.add(next);
    }
  }

  /** All rows of a file; for data sets that are known to be small. */
  public static List<Object[]> readAll(Path file) throws OutputFailure {
    try (var reader = open(file)) {
      var all = new ArrayList<Object[]>();
      for (var row = reader.next(); row != null; row = reader.next()) {
        all.add(row);
      }
      return all;
    }
  }

  /** The columns that are read, in the order of a row. */
  public List<String> columns() {
    return columns;
  }

  public List<ColumnType> types() {
    return types;
  }

  /** Where a column stands in a row; -1 when it is not read. */
  public int indexOf(String column) {
    return columns.indexOf(column);
  }

  /** What the footer of the first file tells, see {@link Footer}. */
  public Map<String, String> footer() {
    return footer;
  }

  /** The next row, a new array each time; null at the end. */
  public Object[] next() throws OutputFailure {
    while (left == 0) {
      if (!nextGroup()) {
        return null;
      }
    }
    left--;
    try {
      return rows.read();
    } catch (RuntimeException e) {
      throw groups.damaged(e);
    }
  }

  private boolean nextGroup() throws OutputFailure {
    var pages = groups.next();
    if (pages == null) {
      return false;
    }
    try {
      left = pages.getRowCount();
      rows =
          new ColumnIOFactory()
              .getColumnIO(groups.schema(), groups.file().getSchema())
              .getRecordReader(pages, new RowReading(groups.schema()));
      return true;
    } catch (RuntimeException e) {
      throw groups.damaged(e);
    }
  }

  @Override
  public void close() throws OutputFailure {
    groups.close();
  }
}
