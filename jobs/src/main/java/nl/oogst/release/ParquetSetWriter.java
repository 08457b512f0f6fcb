package nl.oogst.release;

import static java.util.Objects.requireNonNull;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import nl.oogst.model.DataSetSchema;

/**
 * Writes one data set to one new Parquet file: zstd, dictionaries, the declaration with its Dutch
 * and English texts in the footer. The same rows give the same bytes. Rows are written in the order
 * in which they come; whoever calls has sorted them.
 *
 * <p>Values by type of the column: {@code string} String, {@code integer} Long or Integer, {@code
 * number} Double, Long or Integer, {@code boolean} Boolean, {@code date} {@link
 * java.time.LocalDate} or Integer (epoch day), {@code object} {@link SortedMap} of String to Long.
 * Null is a missing value. Another value, or null in a required column, is an {@link
 * IllegalArgumentException} that names data set, row and column and never the value; the file is
 * then lost.
 */
public final class ParquetSetWriter implements Closeable {
  /** Half of Parquet's default: a large set is written in less memory. */
  static final long ROW_GROUP = 64L * 1024 * 1024;

  private final Path file;
  private final ParquetFile output;
  private final RowGroupWriter writer;
  private long rows;
  private boolean broken;

  private ParquetSetWriter(Path file, ParquetFile output, RowGroupWriter writer) {
    this.file = file;
    this.output = output;
    this.writer = writer;
  }

  /**
   * Starts a new file. A file of a restricted data set is readable for its owner only.
   *
   * @param extraFooter further keys for the footer, see {@link Footer}
   * @throws OutputFailure when the file exists or cannot be made
   */
  public static ParquetSetWriter open(
      Path file, DataSetSchema schema, Map<String, String> extraFooter) throws OutputFailure {
    return open(file, schema, extraFooter, ROW_GROUP);
  }

  static ParquetSetWriter open(
      Path file, DataSetSchema schema, Map<String, String> extraFooter, long groupBytes)
      throws OutputFailure {
    requireNonNull(file, "file");
    requireNonNull(schema, "schema");
    var output = new ParquetFile(file, schema.zone() == DataSetSchema.Zone.RESTRICTED);
    var footer = Footer.of(schema, extraFooter);
    try {
      return new ParquetSetWriter(
          file, output, new RowGroupWriter(output, schema, footer, groupBytes));
    } catch (IOException e) {
      throw OutputFailure.of("write the data set", file, e);
    }
  }

  /**
   * Writes one row, with its values in the order of the columns.
   *
   * @throws OutputFailure when the disk refuses
   */
  public void write(Object[] row) throws OutputFailure {
    var written = false;
    try {
      writer.write(row);
      written = true;
    } catch (IOException e) {
      throw OutputFailure.of("write the data set", file, e);
    } catch (RuntimeException e) {
      throw said(e);
    } finally {
      broken |= !written;
    }
    rows++;
  }

  /** The next row begins another row group. */
  void endGroup() throws OutputFailure {
    var ended = false;
    try {
      writer.endGroup();
      ended = true;
    } catch (IOException e) {
      throw OutputFailure.of("write the data set", file, e);
    } catch (RuntimeException e) {
      throw said(e);
    } finally {
      broken |= !ended;
    }
  }

  /** Rows written so far. */
  public long rows() {
    return rows;
  }

  /** Bytes in the file so far; grows a row group at a time. */
  long bytes() {
    return output.position();
  }

  /** Finishes the file; after a failed {@link #write} it removes what there is of it. */
  @Override
  public void close() throws OutputFailure {
    try {
      if (broken) {
        remove();
      } else {
        writer.close();
      }
    } catch (IOException e) {
      throw OutputFailure.of("write the data set", file, e);
    } catch (RuntimeException e) {
      throw said(e);
    }
  }

  /** Parquet hides what the disk said while it frees its buffers. */
  private OutputFailure said(RuntimeException failure) throws OutputFailure {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException known) {
        throw OutputFailure.of("write the data set", file, known);
      }
    }
    throw failure;
  }

  private void remove() throws IOException {
    try {
      writer.abort();
    } catch (IOException | RuntimeException e) {
      // Parquet cannot end a half row; the failure that came first tells what went wrong
    } finally {
      output.discard();
    }
  }
}
