package nl.oogst.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import nl.oogst.model.DataSetSchema;
import nl.oogst.release.RollingParquetWriter;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.function.Function2;
import scala.Tuple2;

/** Writes the restricted data sets, each from one partition of rows in their order. */
final class WriteTask
    implements Function2<Integer, Iterator<Tuple2<String, byte[]>>, Iterator<WriteTask.Written>> {
  private static final long serialVersionUID = 1L;

  private final List<String> dataSets;
  private final Map<String, DataSetSchema> schemas;
  private final Map<String, Map<String, String>> footers;
  private final String folder;

  /** A data set that was written, with its number of rows. */
  record Written(String dataSet, long rows) implements java.io.Serializable {}

  WriteTask(
      List<String> dataSets,
      Map<String, DataSetSchema> schemas,
      Map<String, Map<String, String>> footers,
      Path folder) {
    this.dataSets = dataSets;
    this.schemas = schemas;
    this.footers = footers;
    this.folder = folder.toString();
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

  @Override
  public Iterator<Written> call(Integer partition, Iterator<Tuple2<String, byte[]>> rows)
      throws IOException {
    String dataSet = dataSets.get(partition);
    DataSetSchema schema = schemas.get(dataSet);
    int columns = schema.columns().size();
    try (RollingParquetWriter writer =
        RollingParquetWriter.open(Path.of(folder), schema, footers.get(dataSet))) {
      while (rows.hasNext()) {
        writer.write(RowCodec.read(rows.next()._2(), columns));
      }
      return List.of(new Written(dataSet, writer.rows())).iterator();
    }
  }
}
