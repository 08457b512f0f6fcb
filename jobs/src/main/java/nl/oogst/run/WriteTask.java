package nl.oogst.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import nl.oogst.model.DataSetSchema;
import nl.oogst.release.Owner;
import nl.oogst.release.RollingParquetWriter;
import org.apache.spark.Partitioner;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.Function2;
import scala.Tuple2;

/**
 * Writes the restricted data sets, each from one partition of rows in their order. A task that is
 * tried again, since a machine was lost, writes to a folder of its own: what the first attempt left
 * half, or is still writing, stands in nobody's way.
 */
final class WriteTask
    implements Function2<
        Integer, Iterator<Tuple2<String, byte[]>>, Iterator<Tuple2<String, Long>>> {
  private static final long serialVersionUID = 1L;

  private final List<String> dataSets;
  private final Map<String, DataSetSchema> schemas;
  private final Map<String, Map<String, String>> footers;
  private final String folder;
  private final RestrictedRows rows;

  /**
   * @param folder where attempts write, on the file system of the release; private
   */
  WriteTask(
      List<String> dataSets,
      Map<String, DataSetSchema> schemas,
      Map<String, Map<String, String>> footers,
      Path folder,
      RestrictedRows rows) {
    this.dataSets = dataSets;
    this.schemas = schemas;
    this.footers = footers;
    this.folder = folder.toString();
    this.rows = rows;
  }

  /** Sends each row to the partition of its data set. */
  static final class ByDataSet extends Partitioner {
    private static final long serialVersionUID = 1L;

    private final List<String> dataSets;

    ByDataSet(List<String> dataSets) {
      this.dataSets = dataSets;
    }

    @Override
    public int numPartitions() {
      return dataSets.size();
    }

    @Override
    public int getPartition(Object key) {
      String text = (String) key;
      return dataSets.indexOf(text.substring(1, text.indexOf(Output.PART)));
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof ByDataSet that && dataSets.equals(that.dataSets);
    }

    @Override
    public int hashCode() {
      return dataSets.hashCode();
    }
  }

  /** The finished files with their numbers of rows. */
  @Override
  public Iterator<Tuple2<String, Long>> call(
      Integer partition, Iterator<Tuple2<String, byte[]>> sorted) throws IOException {
    String dataSet = dataSets.get(partition);
    DataSetSchema schema = schemas.get(dataSet);
    int columns = schema.columns().size();
    Path attempt = attempt();
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
    return writer.parts().stream()
        .map(part -> new Tuple2<>(part.file().toString(), part.rows()))
        .iterator();
  }

  private Path attempt() throws IOException {
    Path attempt = Path.of(folder, String.valueOf(TaskContext.get().taskAttemptId()));
    Owner.createFolders(attempt);
    return attempt;
  }

  /** The data set that a finished file belongs to. */
  static String dataSet(Path file) {
    return file.getFileName().toString().replaceFirst("(-\\d{5})?\\.parquet$", "");
  }
}
