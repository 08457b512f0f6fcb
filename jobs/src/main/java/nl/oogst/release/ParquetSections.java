package nl.oogst.release;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import nl.oogst.model.DataSetSchema;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ColumnPath;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.SeekableInputStream;
import org.apache.parquet.schema.MessageType;

/**
 * Puts files of one data set, in their order, together to one: row groups are copied as they are,
 * with their statistics and page indexes, but for columns that a {@link Patch} has instead. Past
 * 512 MB it goes on in a further file, as {@link RollingParquetWriter} does. The same files give
 * the same bytes.
 */
public final class ParquetSections {
  private final Path folder;
  private final DataSetSchema schema;
  private final Map<String, String> footer;
  private final MessageType type;
  private final List<RollingParquetWriter.Part> parts = new ArrayList<>();
  private Path file;
  private ParquetFile output;
  private ParquetFileWriter writer;
  private long rows;

  private ParquetSections(Path folder, DataSetSchema schema, Map<String, String> extraFooter) {
    this.folder = folder;
    this.schema = schema;
    this.footer = Footer.of(schema, extraFooter);
    this.type = RowSupport.type(schema);
  }

  /**
   * Writes the data set to a folder.
   *
   * @param sections the files of each section, written with the same schema
   */
  public static List<RollingParquetWriter.Part> join(
      Path folder, DataSetSchema schema, Map<String, String> extraFooter, List<Path> sections)
      throws OutputFailure {
    return join(folder, schema, extraFooter, sections, Map.of());
  }

  /**
   * The same where files have columns in other words.
   *
   * @param patches by file
   */
  public static List<RollingParquetWriter.Part> join(
      Path folder,
      DataSetSchema schema,
      Map<String, String> extraFooter,
      List<Path> sections,
      Map<Path, Patch> patches)
      throws OutputFailure {
    ParquetSections all = new ParquetSections(folder, schema, extraFooter);
    all.start();
    for (Path section : sections) {
      all.append(section, patches.get(section));
    }
    all.finish();
    return all.parts;
  }

  private void start() throws OutputFailure {
    var suffix = parts.isEmpty() ? "" : String.format(Locale.ROOT, "-%05d", parts.size());
    file = folder.resolve(schema.name() + suffix + ".parquet");
    output = new ParquetFile(file, schema.zone() == DataSetSchema.Zone.RESTRICTED);
    rows = 0;
    try {
      writer =
          new ParquetFileWriter(
              output,
              type,
              ParquetFileWriter.Mode.CREATE,
              ParquetSetWriter.ROW_GROUP,
              0,
              null,
              ParquetProperties.builder().build());
      writer.start();
    } catch (IOException e) {
      throw OutputFailure.of("write the data set", file, e);
    }
  }

  private void finish() throws OutputFailure {
    try {
      writer.end(footer);
    } catch (IOException e) {
      throw OutputFailure.of("write the data set", file, e);
    }
    parts.add(new RollingParquetWriter.Part(file, rows));
  }

  private void append(Path section, Patch patch) throws OutputFailure {
    try (var from = new Source(section);
        var instead = patch == null || patch.groups().isEmpty() ? null : new Source(patch.file())) {
      List<BlockMetaData> groups = from.reader.getRowGroups();
      for (int i = 0; i < groups.size(); i++) {
        if (output.position() >= RollingParquetWriter.LIMIT) {
          finish();
          start();
        }
        int anew = instead == null ? -1 : patch.groups().indexOf(i);
        copy(from, groups.get(i), instead, anew < 0 ? Map.of() : instead.chunks(anew));
      }
    } catch (IOException e) {
      throw OutputFailure.of("write the data set", file, e);
    }
  }

  private void copy(
      Source from, BlockMetaData block, Source instead, Map<ColumnPath, ColumnChunkMetaData> anew)
      throws IOException {
    writer.startBlock(block.getRowCount());
    for (ColumnChunkMetaData chunk : block.getColumns()) {
      ColumnChunkMetaData other = anew.get(chunk.getPath());
      if (other == null) {
        copy(from, chunk);
      } else {
        copy(instead, other);
      }
    }
    writer.endBlock();
    rows += block.getRowCount();
  }

  private void copy(Source from, ColumnChunkMetaData chunk) throws IOException {
    ColumnDescriptor column = type.getColumnDescription(chunk.getPath().toArray());
    writer.appendColumnChunk(
        column,
        from.bytes,
        chunk,
        null,
        from.reader.readColumnIndex(chunk),
        from.reader.readOffsetIndex(chunk));
  }

  /** A file to copy from. */
  private static final class Source implements Closeable {
    private final ParquetFileReader reader;
    private final SeekableInputStream bytes;

    @SuppressWarnings("resource") // both are closed together, also when the second fails to open
    Source(Path file) throws IOException {
      var options = ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
      reader = ParquetFileReader.open(new LocalInputFile(file), options);
      try {
        bytes = FileInput.open(file);
      } catch (IOException e) {
        reader.close();
        throw e;
      }
    }

    Map<ColumnPath, ColumnChunkMetaData> chunks(int group) {
      return reader.getRowGroups().get(group).getColumns().stream()
          .collect(Collectors.toMap(ColumnChunkMetaData::getPath, chunk -> chunk));
    }

    @Override
    public void close() throws IOException {
      try (reader) {
        bytes.close();
      }
    }
  }
}
