package nl.oogst.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.oogst.model.DataSetSchema;
import nl.oogst.protect.GateReport;
import nl.oogst.protect.GateTable;
import nl.oogst.release.EmbeddedSchema;
import nl.oogst.release.OutputFailure;
import nl.oogst.release.ParquetSetReader;

/** The figures of a release that was published, read back as the gate wants them. */
final class ReleasedTables {
  private static final String PARQUET = ".parquet";

  private ReleasedTables() {}

  /** The data sets that were protected: those with exact figures in the restricted zone. */
  static List<String> names(Path release) throws OutputFailure {
    Path folder = release.resolve("restricted").resolve("unprotected");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(PARQUET))
          .map(name -> name.substring(0, name.length() - PARQUET.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw OutputFailure.of("read", folder, e);
    }
  }

  /** All of them that are there in both forms; they are read side by side. */
  static List<GateTable> read(Path release) throws OutputFailure {
    List<Object> read =
        names(release).parallelStream()
            .map(
                name -> {
                  try {
                    return (Object) read(release, name);
                  } catch (OutputFailure e) {
                    return e;
                  }
                })
            .toList();
    List<GateTable> tables = new ArrayList<>();
    for (Object one : read) {
      if (one instanceof OutputFailure failure) {
        throw failure;
      }
      tables.add((GateTable) one);
    }
    return tables;
  }

  private static GateTable read(Path release, String name) throws OutputFailure {
    Path open = release.resolve("public").resolve(name + PARQUET);
    DataSetSchema schema;
    List<Object[]> published = new ArrayList<>();
    try (ParquetSetReader reader = ParquetSetReader.open(open)) {
      schema = EmbeddedSchema.of(reader.footer(), DataSetSchema.Zone.PUBLIC);
      for (Object[] row = reader.next(); row != null; row = reader.next()) {
        published.add(row);
      }
    }
    Path exact = release.resolve("restricted/unprotected").resolve(name + PARQUET);
    return new GateTable(schema, published, ParquetSetReader.readAll(exact));
  }

  /** What a release left out, as its audit says; nothing where it has none. */
  static List<GateReport.Block> coarsened(Path release) throws OutputFailure {
    Path file = release.resolve(GateReport.FILE);
    try {
      return Files.exists(file)
          ? GateReport.coarsenedIn(Files.readAllBytes(file))
          : List.<GateReport.Block>of();
    } catch (IOException e) {
      throw OutputFailure.of("read", file, e);
    }
  }
}
