package nl.oogst.report.yearly;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.oogst.release.OutputFailure;
import nl.oogst.release.ParquetSetReader;

/** Reads the data sets of a release's public folder. */
public final class PublicFolder {
  private PublicFolder() {}

  /**
   * The data sets of a folder, each read when asked for.
   *
   * @return tables that throw {@link UncheckedIOException} when a file is damaged
   */
  public static ReleaseTables tables(Path folder) {
    return new ReleaseTables(dataSet -> rows(folder, dataSet));
  }

  private static List<DataRow> rows(Path folder, String dataSet) {
    if (!Files.exists(folder.resolve(dataSet + ".parquet"))) {
      return List.of();
    }
    List<DataRow> rows = new ArrayList<>();
    try (ParquetSetReader reader = ParquetSetReader.open(folder, dataSet, null)) {
      Map<String, Integer> columns = new HashMap<>();
      for (String column : reader.columns()) {
        columns.put(column, columns.size());
      }
      for (Object[] row = reader.next(); row != null; row = reader.next()) {
        rows.add(new DataRow(columns, row));
      }
    } catch (OutputFailure e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }
}
