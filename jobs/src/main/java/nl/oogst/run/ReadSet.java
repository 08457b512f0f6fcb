package nl.oogst.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.oogst.model.Column;
import nl.oogst.model.ColumnType;
import nl.oogst.model.DataSetSchema;
import nl.oogst.release.EmbeddedSchema;
import nl.oogst.release.Manifest;
import nl.oogst.release.OutputFailure;
import nl.oogst.release.ParquetSetReader;

/**
 * A data set of a release, read back and compared with its own declaration.
 *
 * @param path from the root of the release
 * @param schema null when it could not be read
 * @param rows those of a public set, of its exact counterpart and of practices; none of others
 * @param problems what is wrong, a line each
 */
record ReadSet(String path, DataSetSchema schema, List<Object[]> rows, List<String> problems) {
  private static final String PUBLIC = "public/";
  static final String EXACT = "restricted/unprotected/";

  /** Who uses which practice: what the gate takes as known beside figures. */
  static final String PRACTICES = "restricted/practices.parquet";

  boolean isPublic() {
    return path.startsWith(PUBLIC);
  }

  boolean isExact() {
    return path.startsWith(EXACT);
  }

  /** The name of the data set, from its file. */
  String name() {
    return path.substring(path.lastIndexOf('/') + 1, path.length() - ".parquet".length());
  }

  static ReadSet read(Path release, Manifest.Entry entry) {
    List<String> problems = new ArrayList<>();
    List<Object[]> rows = new ArrayList<>();
    DataSetSchema schema = null;
    try (ParquetSetReader reader = ParquetSetReader.open(release.resolve(entry.path()))) {
      schema = EmbeddedSchema.of(reader.footer(), DataSetSchema.Zone.PUBLIC);
      read(reader, schema, entry, rows, problems);
    } catch (OutputFailure | IllegalArgumentException e) {
      problems.add(entry.path() + ": " + e.getMessage());
    }
    return new ReadSet(entry.path(), problems.isEmpty() ? schema : null, rows, problems);
  }

  private static void read(
      ParquetSetReader reader,
      DataSetSchema schema,
      Manifest.Entry entry,
      List<Object[]> kept,
      List<String> problems)
      throws OutputFailure {
    List<String> names = schema.columns().stream().map(Column::name).toList();
    List<ColumnType> types = schema.columns().stream().map(Column::type).toList();
    if (!names.equals(reader.columns()) || !types.equals(reader.types())) {
      problems.add(entry.path() + ": its columns are not those that its footer declares");
      return;
    }
    boolean keep =
        entry.path().startsWith(PUBLIC)
            || entry.path().startsWith(EXACT)
            || entry.path().equals(PRACTICES);
    long rows = 0;
    for (Object[] row = reader.next(); row != null; row = reader.next()) {
      rows++;
      for (int i = 0; i < row.length; i++) {
        if (!allowed(schema.columns().get(i), row[i])) {
          problems.add(
              entry.path() + ": row " + rows + ", column " + names.get(i) + " is not allowed");
        }
      }
      if (keep) {
        kept.add(row);
      }
    }
    if (entry.rows() != null && entry.rows() != rows) {
      problems.add(entry.path() + ": has " + rows + " rows; the manifest says " + entry.rows());
    }
  }

  private static boolean allowed(Column column, Object value) {
    return value == null
        ? !column.required()
        : column.values().isEmpty() || column.values().contains(value);
  }
}
