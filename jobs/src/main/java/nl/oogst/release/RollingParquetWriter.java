package nl.oogst.release;

import static java.util.Objects.requireNonNull;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.oogst.model.DataSetSchema;

/**
 * Writes one data set to {@code <name>.parquet}, and past 512 MB to {@code <name>-00001.parquet}
 * and on. Where a file ends depends on the rows alone: the bytes in the file grow when a row group
 * is full, which Parquet decides at fixed row counts.
 */
public final class RollingParquetWriter implements Closeable {
  static final long LIMIT = 512L * 1024 * 1024;

  /** One finished file. */
  public record Part(Path file, long rows) {}

  private final Path folder;
  private final DataSetSchema schema;
  private final Map<String, String> extraFooter;
  private final long limit;
  private final List<Part> parts = new ArrayList<>();
  private Path file;
  private ParquetSetWriter writer;

  private RollingParquetWriter(
      Path folder, DataSetSchema schema, Map<String, String> extraFooter, long limit)
      throws OutputFailure {
    this.folder = requireNonNull(folder, "folder");
    this.schema = requireNonNull(schema, "schema");
    this.extraFooter = Map.copyOf(extraFooter);
    this.limit = limit;
    start();
  }

  /**
   * Starts the first file; a data set without rows is a file too.
   *
   * @see ParquetSetWriter#open
   */
  public static RollingParquetWriter open(
      Path folder, DataSetSchema schema, Map<String, String> extraFooter) throws OutputFailure {
    return open(folder, schema, extraFooter, LIMIT);
  }

  static RollingParquetWriter open(
      Path folder, DataSetSchema schema, Map<String, String> extraFooter, long limit)
      throws OutputFailure {
    return new RollingParquetWriter(folder, schema, extraFooter, limit);
  }

  /**
   * Writes one row, with its values in the order of the columns.
   *
   * @see ParquetSetWriter#write
   */
  public void write(Object[] row) throws OutputFailure {
    if (writer.bytes() >= limit && writer.rows() > 0) {
      finish();
      start();
    }
    writer.write(row);
  }

  /** Rows written so far, in all files. */
  public long rows() {
    return parts.stream().mapToLong(Part::rows).sum() + (writer == null ? 0 : writer.rows());
  }

  /** The finished files, in order; complete after {@link #close}. */
  public List<Part> parts() {
    return List.copyOf(parts);
  }

  @Override
  public void close() throws OutputFailure {
    if (writer != null) {
      finish();
    }
  }

  private void start() throws OutputFailure {
    var suffix = parts.isEmpty() ? "" : String.format(Locale.ROOT, "-%05d", parts.size());
    file = folder.resolve(schema.name() + suffix + ".parquet");
    writer = ParquetSetWriter.open(file, schema, extraFooter);
  }

  private void finish() throws OutputFailure {
    var done = writer;
    writer = null;
    done.close();
    parts.add(new Part(file, done.rows()));
  }
}
