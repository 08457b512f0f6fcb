package nl.oogst.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.oogst.model.DataSetSchema;
import nl.oogst.release.ParquetSetReader;
import nl.oogst.release.ReleaseStore;
import nl.oogst.run.DataRoot;
import nl.oogst.run.Explaining;
import nl.oogst.run.Ran;

/** A harvest of which figures are explained. */
record ExplainedRun(DataRoot root, Ran ran) {
  private static final Path SCHEMAS = DataRoot.repository().resolve("schemas");

  static ExplainedRun of(DataRoot root) {
    Ran ran = Ran.harvest(root);
    assertThat(ran.code()).as(ran.err()).isZero();
    return new ExplainedRun(root, ran);
  }

  /** What {@code oogst explain} says. */
  Ran explain(String... arguments) {
    List<String> all = new ArrayList<>(List.of("explain"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--out", root.out().toString()));
    all.addAll(List.of("--schemas", SCHEMAS.toString()));
    all.addAll(List.of("--profiles", root.profiles().toString()));
    return Ran.command(root, all.toArray(String[]::new));
  }

  /** Explains cells of a data set, without a command for each. */
  Explaining explaining(String dataSet) throws IOException {
    return Explaining.of(
        new ReleaseStore(root.out()),
        ran.release().getFileName().toString(),
        dataSet,
        SCHEMAS,
        root.profiles());
  }

  static DataSetSchema schema(String dataSet) {
    return DataSetSchema.load(SCHEMAS.resolve("datasets/" + dataSet + ".json"));
  }

  /** The rows of a data set before protection. */
  List<Object[]> exact(String dataSet) throws IOException {
    return ParquetSetReader.readAll(
        ran.release().resolve("restricted/unprotected/" + dataSet + ".parquet"));
  }
}
