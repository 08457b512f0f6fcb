package nl.oogst.release;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.oogst.model.DataSetSchema;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.SeekableInputStream;
import org.apache.parquet.schema.MessageType;

/**
 * Puts files of one data set, in their order, together to one: row groups are copied as they are,
 * with their statistics and page indexes. Past 512 MB it goes on in a further file, as {@link
 * RollingParquetWriter} does. The same files give the same bytes.
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
    ParquetSections all = new ParquetSections(folder, schema, extraFooter);
    all.start();
    for (Path section : sections) {
      all.append(section);
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

  private void append(Path section) throws OutputFailure {
    var options = ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
    try (var reader = ParquetFileReader.open(new LocalInputFile(section), options);
        var from = FileInput.open(section)) {
      for (var block : reader.getRowGroups()) {
        if (output.position() >= RollingParquetWriter.LIMIT) {
          finish();
          start();
        }
        copy(reader, from, block);
      }
    } catch (IOException e) {
      throw OutputFailure.of("write the data set", file, e);
    }
  }

  private void copy(ParquetFileReader reader, SeekableInputStream from, BlockMetaData block)
      throws IOException {
    writer.startBlock(block.getRowCount());
    for (ColumnChunkMetaData chunk : block.getColumns()) {
      ColumnDescriptor column = type.getColumnDescription(chunk.getPath().toArray());
      writer.appendColumnChunk(
          column, from, chunk, null, reader.readColumnIndex(chunk), reader.readOffsetIndex(chunk));
    }
    writer.endBlock();
    rows += block.getRowCount();
  }
}
