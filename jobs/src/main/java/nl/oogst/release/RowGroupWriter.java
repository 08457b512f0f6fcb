package nl.oogst.release;

import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import nl.oogst.model.DataSetSchema;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Writes rows to row groups of one Parquet file. It ends row groups where Parquet's own writer of
 * records would, so that the bytes are the same; what that one does for nested records is left out.
 */
final class RowGroupWriter implements Closeable {
  private final ParquetProperties properties = ParquetProperties.builder().build();
  private final ZstdPages pages = new ZstdPages();
  private final RowSupport support;
  private final Map<String, String> footer;
  private final ParquetFileWriter writer;
  private final long groupBytes;
  private ColumnChunkPageWriteStore chunks;
  private ColumnWriteStore columns;
  private int group;
  private long rows;
  private long nextLook = properties.getMinRowCountForPageSizeCheck();

  /**
   * A writer of one file.
   *
   * @param groupBytes how large a row group becomes in memory
   */
  RowGroupWriter(
      ParquetFile output, DataSetSchema schema, Map<String, String> footer, long groupBytes)
      throws IOException {
    this.support = new RowSupport(schema);
    this.footer = new HashMap<>(footer);
    this.groupBytes = groupBytes;
    this.writer =
        new ParquetFileWriter(
            output, support.type(), ParquetFileWriter.Mode.CREATE, groupBytes, 0, null, properties);
    writer.start();
    begin();
  }

  private void begin() {
    chunks =
        ColumnChunkPageWriteStore.builder()
            .withCompressorProvider(column -> pages.getCompressor(CompressionCodecName.ZSTD))
            .withSchema(support.type())
            .withAllocator(properties.getAllocator())
            .withColumnIndexTruncateLength(properties.getColumnIndexTruncateLength())
            .withPageWriteChecksumEnabled(properties.getPageWriteChecksumEnabled())
            .withRowGroupOrdinal(group)
            .build();
    columns = properties.newColumnWriteStore(support.type(), chunks, chunks);
    support.to(columns);
  }

  void write(Object[] row) throws IOException {
    support.write(row);
    rows++;
    if (rows >= nextLook) {
      look();
    }
  }

  /** Whether the row group is full: looked at halfway to where that is to be expected. */
  private void look() throws IOException {
    int least = properties.getMinRowCountForPageSizeCheck();
    int most = properties.getMaxRowCountForPageSizeCheck();
    long bytes = columns.getBufferedSize();
    long ofRow = bytes / rows;
    if (bytes > groupBytes - 2 * ofRow) {
      endGroup();
    } else {
      long full = (long) (groupBytes / (float) ofRow);
      nextLook = Math.min(Math.max(least, (rows + full) / 2), rows + most);
    }
  }

  /** Ends the row group at hand, whether it is full or not; the next row begins another. */
  void endGroup() throws IOException {
    end();
    begin();
    nextLook = properties.getMinRowCountForPageSizeCheck();
  }

  private void end() throws IOException {
    if (rows > 0) {
      group++;
      writer.startBlock(rows);
      columns.flush();
      chunks.flushToFileWriter(writer);
      writer.endBlock();
      rows = 0;
    }
    columns.close();
    chunks.close();
  }

  /** Ends the file. */
  @Override
  public void close() throws IOException {
    try (writer) {
      end();
      writer.end(footer);
    } finally {
      pages.release();
    }
  }

  /** Lets go of everything; what is in the file is of no use. */
  void abort() throws IOException {
    writer.abort();
    try (writer) {
      columns.close();
      chunks.close();
    } finally {
      pages.release();
    }
  }
}
