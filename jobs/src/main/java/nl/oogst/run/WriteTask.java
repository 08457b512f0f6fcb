package nl.oogst.run;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.oogst.model.DataSetSchema;
import nl.oogst.release.Owner;
import nl.oogst.release.RollingParquetWriter;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.Function2;
import scala.Tuple2;

/**
 * Writes the sections of the restricted data sets, each from one partition of rows in their order.
 * A task that is tried again, since a machine was lost, writes to a folder of its own: what the
 * first attempt left half, or is still writing, stands in nobody's way.
 */
final class WriteTask
    implements Function2<Integer, Iterator<Tuple2<String, byte[]>>, Iterator<byte[]>> {
  private static final long serialVersionUID = 1L;

  private final List<Sections.Section> sections;
  private final Map<String, Map<String, String>> footers;
  private final String folder;
  private final Shared<RestrictedRows> shared;
  private final Set<Integer> ready;

  /**
   * @param ready the sections that need not be written
   * @param folder where attempts write, on the file system of the release; private
   */
  WriteTask(
      List<Sections.Section> sections,
      Set<Integer> ready,
      Map<String, Map<String, String>> footers,
      Path folder,
      Shared<RestrictedRows> rows) {
    this.sections = sections;
    this.ready = ready;
    this.footers = footers;
    this.folder = folder.toString();
    this.shared = rows;
  }

  /** The files of a section in their order, each with its number of rows. */
  record Finished(int section, List<String> files, List<Long> rows) implements Serializable {}

  @Override
  public Iterator<byte[]> call(Integer partition, Iterator<Tuple2<String, byte[]>> sorted)
      throws IOException {
    if (ready.contains(partition)) {
      return Collections.emptyIterator();
    }
    String dataSet = sections.get(partition).dataSet();
    RestrictedRows rows = shared.get();
    DataSetSchema schema = rows.schema(dataSet);
    int columns = schema.columns().size();
    Path attempt = attempt(folder);
    RollingParquetWriter writer = RollingParquetWriter.open(attempt, schema, footers.get(dataSet));
    try (writer) {
      while (sorted.hasNext()) {
        byte[] value = sorted.next()._2();
        if (dataSet.equals(PackedHours.DATA_SET)) {
          for (Object[] row : PackedHours.rows(value, rows)) {
            writer.write(row);
          }
        } else {
          writer.write(RowCodec.read(value, columns));
        }
      }
    }
    List<String> files = new ArrayList<>();
    List<Long> rowCounts = new ArrayList<>();
    for (RollingParquetWriter.Part part : writer.parts()) {
      files.add(part.file().toString());
      rowCounts.add(part.rows());
    }
    return List.of(JavaBytes.write(new Finished(partition, files, rowCounts))).iterator();
  }

  /** A folder of this attempt alone. */
  static Path attempt(String folder) throws IOException {
    Path attempt = Path.of(folder, String.valueOf(TaskContext.get().taskAttemptId()));
    Owner.createFolders(attempt);
    return attempt;
  }
}
