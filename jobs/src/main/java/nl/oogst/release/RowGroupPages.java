package nl.oogst.release;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ColumnPath;
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.MessageType;

/** The row groups of a data set one after another, also of several files. */
final class RowGroupPages implements Closeable {
  private final List<Path> files;
  private final Collection<String> wanted;
  private final Set<Integer> without;
  private int file;
  private ParquetFileReader reader;
  private MessageType schema;
  private int group;
  private int groupsOfFilesBefore;
  private String first;
  private String second;

  /**
   * Opens the first file.
   *
   * @param wanted the columns to read, of which those that a file does not have are left out; null
   *     for all
   */
  RowGroupPages(List<Path> files, Collection<String> wanted) throws OutputFailure {
    this(files, wanted, Set.of());
  }

  /**
   * Opens the first file.
   *
   * @param without the numbers of groups that are left out, counted through all files
   */
  RowGroupPages(List<Path> files, Collection<String> wanted, Set<Integer> without)
      throws OutputFailure {
    this.files = List.copyOf(files);
    this.wanted = wanted;
    this.without = without;
    openFile();
  }

  /** The columns that are read from the file at hand. */
  MessageType schema() {
    return schema;
  }

  FileMetaData file() {
    return reader.getFileMetaData();
  }

  Map<String, String> footer() {
    return file().getKeyValueMetaData();
  }

  /**
   * Lets groups go by of which the first column says that all comes before a value, or is that
   * value while the second column says so of another.
   *
   * @param ofSecond null when the second column is not asked
   */
  void passTo(String ofFirst, String ofSecond) {
    first = ofFirst;
    second = ofSecond;
  }

  /** What the footer tells of a column in the group that was read last. */
  ColumnChunkMetaData chunk(String column) {
    return reader.getRowGroups().get(group - 1).getColumns().stream()
        .filter(chunk -> chunk.getPath().equals(ColumnPath.get(column)))
        .findFirst()
        .orElseThrow();
  }

  /** The number of the group that was read last, counted through all files. */
  int number() {
    return groupsOfFilesBefore + group - 1;
  }

  /** The next group; null at the end. */
  PageReadStore next() throws OutputFailure {
    try {
      while (true) {
        passOver();
        var pages = reader.readNextRowGroup();
        group++;
        if (pages != null) {
          return pages;
        }
        if (file + 1 == files.size()) {
          return null;
        }
        groupsOfFilesBefore += reader.getRowGroups().size();
        reader.close();
        file++;
        openFile();
      }
    } catch (IOException | RuntimeException e) {
      throw damaged(e);
    }
  }

  private void passOver() throws IOException {
    while (group < reader.getRowGroups().size()
        && (without.contains(groupsOfFilesBefore + group)
            || (first != null && isBefore(reader.getRowGroups().get(group))))) {
      reader.skipNextRowGroup();
      group++;
    }
  }

  private boolean isBefore(BlockMetaData block) {
    var its = RowGroups.Bounds.of(block, 0);
    if (its.before(first)) {
      return true;
    }
    return second != null
        && its.single()
        && its.least().equals(first)
        && RowGroups.Bounds.of(block, 1).before(second);
  }

  private void openFile() throws OutputFailure {
    var options =
        ParquetReadOptions.builder(new PlainParquetConfiguration())
            .withCodecFactory(new ZstdPages())
            .build();
    try {
      if (!Files.exists(files.get(file))) {
        throw new OutputFailure("The data set " + files.get(file) + " is not there.");
      }
      reader = ParquetFileReader.open(new LocalInputFile(files.get(file)), options);
      group = 0;
      var all = reader.getFileMetaData().getSchema();
      schema =
          wanted == null
              ? all
              : new MessageType(
                  all.getName(),
                  all.getFields().stream()
                      .filter(field -> wanted.contains(field.getName()))
                      .toList());
      reader.setRequestedSchema(schema);
    } catch (IOException | RuntimeException e) {
      throw damaged(e);
    }
  }

  /** Parquet's own messages may hold values, so they are not repeated. */
  OutputFailure damaged(Exception e) {
    if (e instanceof IOException && !(e instanceof java.io.EOFException)) {
      return OutputFailure.of("read the data set", files.get(file), e);
    }
    return new OutputFailure("The data set " + files.get(file) + " is damaged.", e);
  }

  @Override
  public void close() throws OutputFailure {
    try {
      reader.close();
    } catch (IOException e) {
      throw OutputFailure.of("read the data set", files.get(file), e);
    }
  }
}
