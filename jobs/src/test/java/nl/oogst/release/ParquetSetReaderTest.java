package nl.oogst.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.oogst.model.ColumnType;
import nl.oogst.model.DataSetSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetSetReaderTest {
  private static final DataSetSchema SCHEMA = Samples.schema(DataSetSchema.Zone.PUBLIC);

  @TempDir Path folder;

  private Path write(Object[]... rows) throws IOException {
    try (var writer = RollingParquetWriter.open(folder, SCHEMA, Map.of("k", "v"))) {
      for (var row : rows) {
        writer.write(row);
      }
    }
    return folder.resolve("everything.parquet");
  }

  @Test
  void whatWasWrittenIsReadInEveryType() throws IOException {
    var day = LocalDate.of(2024, 2, 29);
    var counts = new TreeMap<>(Map.of("a", 1L, "b", 2L));
    var file =
        write(
            new Object[] {"één", "open", 7L, 1.5, true, day, counts},
            new Object[] {"twee", "rounded", -1L, -0.5, false, 0, new TreeMap<String, Long>()},
            new Object[] {"niets", null, null, null, null, null, null});

    assertThat(ParquetSetReader.readAll(file))
        .containsExactly(
            new Object[] {"één", "open", 7L, 1.5, true, (int) day.toEpochDay(), counts},
            new Object[] {"twee", "rounded", -1L, -0.5, false, 0, new TreeMap<String, Long>()},
            new Object[] {"niets", null, null, null, null, null, null});
    try (var reader = ParquetSetReader.open(file)) {
      assertThat(reader.columns()).startsWith("name", "state").hasSize(7);
      assertThat(reader.types()).contains(ColumnType.DATE, ColumnType.OBJECT);
      assertThat(reader.indexOf("jobs")).isEqualTo(2);
      assertThat(reader.footer()).containsEntry("oogst.dataset", "everything");
    }
  }

  @Test
  void onlyTheColumnsAskedForAreReadAndMissingOnesAreNoMistake() throws IOException {
    write(new Object[] {"a", "open", 7L, 1.5, true, 1, null});

    try (var reader =
        ParquetSetReader.open(folder, "everything", List.of("jobs", "name", "later"))) {
      assertThat(reader.columns()).containsExactly("name", "jobs");
      assertThat(reader.next()).containsExactly("a", 7L);
      assertThat(reader.next()).isNull();
    }
  }

  @Test
  void aLargeSetIsReadOverAllItsFilesInOrder() throws IOException {
    try (var writer = RollingParquetWriter.open(folder, SCHEMA, Map.of(), 1)) {
      for (int i = 0; i < 3; i++) {
        writer.write(new Object[] {"n" + i, null, null, null, null, null, null});
      }
    }
    var names = new ArrayList<Object>();
    try (var reader = ParquetSetReader.open(folder, "everything", null)) {
      for (var row = reader.next(); row != null; row = reader.next()) {
        names.add(row[0]);
      }
    }

    assertThat(names).containsExactly("n0", "n1", "n2");
    assertThat(ParquetSetReader.files(folder, "everything")).hasSize(3);
  }

  @Test
  void manyRowsComeBackOverManyPages() throws IOException {
    var rows = new Object[60_000][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] =
          new Object[] {
            "p" + i, i % 3 == 0 ? null : "open", (long) i, i / 8.0, i % 2 == 0, i, null
          };
    }

    assertThat(ParquetSetReader.readAll(write(rows))).containsExactly(rows);
  }

  @Test
  void aMissingOrDamagedFileIsSaidInWords() throws IOException {
    assertThatThrownBy(() -> ParquetSetReader.open(folder.resolve("none.parquet")))
        .isInstanceOf(OutputFailure.class)
        .hasMessageContaining("none.parquet is not there");
    var file = write(new Object[] {"a", "open", 7L, 1.5, true, 1, null});
    var bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));

    assertThatThrownBy(() -> ParquetSetReader.readAll(file))
        .isInstanceOf(OutputFailure.class)
        .hasMessageContaining("everything.parquet is damaged");
  }
}
