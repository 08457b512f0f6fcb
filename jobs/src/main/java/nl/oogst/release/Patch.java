package nl.oogst.release;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.oogst.model.Column;
import nl.oogst.model.DataSetSchema;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.MessageType;

/**
 * Some columns of a file in other words: a file with those alone, of the row groups that have any
 * other value. The rest of the file need not be opened for it, and {@link ParquetSections} puts
 * both together. At most one row group is in memory.
 *
 * @param path of the file with the columns; nothing is there when there are no groups
 * @param groups the numbers of the row groups that it has, in order
 */
public record Patch(String path, List<Integer> groups) implements Serializable {
  /** Row groups end where those of the file do, however large they become. */
  private static final long NO_LIMIT = 1L << 40;

  /** What columns say. */
  public interface Words {
    /** The columns that tell it, which are texts that are always there. */
    List<String> told();

    /** The columns that are said in other words, in their order in the data set. */
    List<String> said();

    /** Whether a row is said in other words than in the file. */
    boolean isOther(String[] told);

    /** The values of a row in {@link #said}, whether they are other ones or not. */
    Object[] values(String[] told);
  }

  /** The file with the columns. */
  public Path file() {
    return Path.of(path);
  }

  /**
   * Writes what a file says in other words.
   *
   * @param schema of the whole data set
   * @param file of the patch; a new one
   */
  public static Patch write(Path base, DataSetSchema schema, Words words, Path file)
      throws OutputFailure {
    var options =
        ParquetReadOptions.builder(new PlainParquetConfiguration())
            .withCodecFactory(new ZstdPages())
            .build();
    try (var reader = ParquetFileReader.open(new LocalInputFile(base), options)) {
      MessageType all = RowSupport.type(schema);
      reader.setRequestedSchema(
          new MessageType(all.getName(), words.told().stream().map(all::getType).toList()));
      List<Integer> groups = groups(reader, words);
      if (!groups.isEmpty()) {
        write(reader, groups, of(schema, words.said()), words, file);
      }
      return new Patch(file.toString(), groups);
    } catch (IOException e) {
      throw OutputFailure.of("write the data set", file, e);
    }
  }

  /** The row groups that have a row in other words. */
  private static List<Integer> groups(ParquetFileReader reader, Words words) throws IOException {
    List<Integer> groups = new ArrayList<>();
    for (int i = 0; i < reader.getRowGroups().size(); i++) {
      Rows rows = new Rows(reader, i, words);
      boolean other = false;
      while (!other && rows.next()) {
        other = words.isOther(rows.told);
      }
      if (other) {
        groups.add(i);
      }
    }
    return groups;
  }

  private static void write(
      ParquetFileReader reader, List<Integer> groups, DataSetSchema said, Words words, Path file)
      throws IOException {
    try (var writer = ParquetSetWriter.open(file, said, Map.of(), NO_LIMIT)) {
      for (int group : groups) {
        Rows rows = new Rows(reader, group, words);
        while (rows.next()) {
          writer.write(words.values(rows.told));
        }
        writer.endGroup();
      }
    }
  }

  private static DataSetSchema of(DataSetSchema all, List<String> said) {
    List<Column> columns =
        all.columns().stream().filter(column -> said.contains(column.name())).toList();
    return new DataSetSchema(
        all.name(),
        all.version(),
        all.zone(),
        all.title(),
        all.titleEn(),
        all.description(),
        all.descriptionEn(),
        List.of(),
        columns);
  }

  /** The rows of a row group. */
  private static final class Rows {
    private final ColumnPages[] columns;
    private final String[] told;
    private final long rows;
    private long row = -1;

    Rows(ParquetFileReader reader, int group, Words words) throws IOException {
      PageReadStore pages = reader.readRowGroup(group);
      rows = pages.getRowCount();
      told = new String[words.told().size()];
      columns = new ColumnPages[told.length];
      MessageType type = reader.getFileMetaData().getSchema();
      for (int i = 0; i < told.length; i++) {
        ColumnDescriptor column = type.getColumnDescription(new String[] {words.told().get(i)});
        columns[i] = new ColumnPages(column, pages.getPageReader(column));
      }
    }

    boolean next() {
      row++;
      if (row == rows) {
        return false;
      }
      for (int i = 0; i < told.length; i++) {
        told[i] = columns[i].text(row);
      }
      return true;
    }
  }
}
