package nl.oogst.release;

import static nl.oogst.release.Samples.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import nl.oogst.model.DataSetSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetSetWriterTest {
  private static final DataSetSchema SCHEMA = Samples.schema(DataSetSchema.Zone.PUBLIC);

  @TempDir Path folder;

  private static Object[] row(String name, Object... values) {
    var row = new Object[SCHEMA.columns().size()];
    row[0] = name;
    System.arraycopy(values, 0, row, 1, values.length);
    return row;
  }

  private Path write(String name, DataSetSchema schema, Object[]... rows) throws IOException {
    var file = folder.resolve(name);
    try (var writer = ParquetSetWriter.open(file, schema, Map.of("oogst.release", "r1"))) {
      for (var row : rows) {
        writer.write(row);
      }
      assertThat(writer.rows()).isEqualTo(rows.length);
    }
    return file;
  }

  private Path sample(String name) throws IOException {
    var issues = new TreeMap<>(Map.of("code_unknown", 3L, "hours_high", 1L));
    return write(
        name,
        SCHEMA,
        row("zwart", "open", 7L, 1.5, true, LocalDate.of(2024, 2, 29), issues),
        row("één", "rounded", 8, -0.0, false, 0, new TreeMap<String, Long>()),
        row("niets"));
  }

  @Test
  void duckDbReadsEveryTypeWithItsNulls() throws IOException {
    var file = sample("a.parquet");

    assertThat(query("select column_name, column_type from (describe from '" + file + "')"))
        .containsExactly(
            "name|VARCHAR",
            "state|VARCHAR",
            "jobs|BIGINT",
            "hours|DOUBLE",
            "provisional|BOOLEAN",
            "day|DATE",
            "issues|MAP(VARCHAR, BIGINT)");
    assertThat(query("from '" + file + "'"))
        .containsExactly(
            "zwart|open|7|1.5|true|2024-02-29|{code_unknown=3, hours_high=1}",
            "één|rounded|8|0.0|false|1970-01-01|{}",
            "niets|null|null|null|null|null|null");
    assertThat(query("select issues['hours_high'] from '" + file + "' where jobs = 7"))
        .containsExactly("1");
  }

  @Test
  void aRequiredColumnIsRequiredInTheFileToo() throws IOException {
    assertThat(
            query(
                "select name, repetition_type from parquet_schema('"
                    + sample("a.parquet")
                    + "') where name in ('name', 'state')"))
        .containsExactly("name|REQUIRED", "state|OPTIONAL");
  }

  @Test
  void theFooterTellsWhatTheColumnsMean() throws IOException {
    var keys =
        query(
            "select decode(key), decode(value) from parquet_kv_metadata('"
                + sample("a.parquet")
                + "')");

    assertThat(keys)
        .contains(
            "oogst.release|r1",
            "oogst.dataset|everything",
            "oogst.column.hours.unit|uren",
            "oogst.column.hours.title|Titel van hours",
            "oogst.column.hours.description_en|Description of hours");
    assertThat(keys).filteredOn(key -> key.startsWith("oogst.schema|")).hasSize(1);
    assertThat(
            query(
                "select decode(value)::json->>'$.fields[5].type', decode(value)::json->>'$.title'"
                    + " from parquet_kv_metadata('"
                    + folder.resolve("a.parquet")
                    + "') where decode(key) = 'oogst.schema'"))
        .containsExactly("date|Alles");
  }

  @Test
  void pagesAreZstdAndNothingLiesBesideTheFile() throws IOException {
    var file = sample("a.parquet");

    assertThat(query("select distinct compression from parquet_metadata('" + file + "')"))
        .containsExactly("ZSTD");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void theSameRowsGiveTheSameBytes() throws IOException {
    assertThat(sample("a.parquet")).hasSameBinaryContentAs(sample("b.parquet"));
  }

  @Test
  void rowsStayInTheirOrderOverManyPages() throws IOException {
    var rows = new Object[60_000][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = row("p" + (i * 7919L) % 60_000, null, (long) i, i / 8.0);
    }
    var file = write("many.parquet", SCHEMA, rows);

    assertThat(
            query(
                "select count(*), count(distinct name), bool_and(jobs = file_row_number), sum(hours)"
                    + " from read_parquet('"
                    + file
                    + "', file_row_number = true)"))
        .containsExactly("60000|60000|true|2.2499625E8");
  }

  @Test
  void aRestrictedFileIsForItsOwnerOnly() throws IOException {
    var file = write("r.parquet", Samples.schema(DataSetSchema.Zone.RESTRICTED), row("x"));

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void aWrongValueIsRefusedByPlaceAndNeverShown() throws IOException {
    refused(row(null), "data set everything, row 2, column name: found null; expected a value");
    refused(row("a", "geheim"), "column state: found another text; expected one of open, rounded");
    refused(row("a", null, "12"), "column jobs: found String; expected Long or Integer");
    refused(row("a", null, 1L, Double.NaN), "column hours: found a number that is not finite");
    refused(row("a", null, 1L, 1f), "column hours: found Float; expected Double, Long or Integer");
    refused(row("a", null, 1L, 1d, "ja"), "column provisional: found String; expected Boolean");
    refused(row("a", null, 1L, 1d, true, 2L), "column day: found Long; expected LocalDate");
    refused(
        row("a", null, 1L, 1d, true, 2, Map.of("a", 1L)),
        "column issues: found Map1; expected SortedMap of String to Long");
    refused(
        row("a", null, 1L, 1d, true, 2, new TreeMap<>(Map.of("a", 1))),
        "column issues: found an entry of another kind");
    refused(new Object[] {"a"}, "row 2: found 1 values; expected 7");
  }

  private void refused(Object[] wrong, String message) throws IOException {
    var file = folder.resolve("refused.parquet");
    try (var writer = ParquetSetWriter.open(file, SCHEMA, Map.of())) {
      writer.write(row("good"));
      assertThatThrownBy(() -> writer.write(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(message)
          .hasMessageNotContaining("geheim");
    }
    assertThat(file).doesNotExist();
  }

  @Test
  void anExistingFileIsNotOverwritten() throws IOException {
    var file = sample("a.parquet");

    assertThatThrownBy(() -> ParquetSetWriter.open(file, SCHEMA, Map.of()))
        .isInstanceOf(OutputFailure.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void aFullDiskIsSaidInWords() throws IOException {
    var full = Path.of("/dev/full");
    if (!Files.exists(full)) {
      return;
    }
    assertThat(OutputFailure.of("write", full, new IOException("No space left on device")))
        .hasMessage(
            "Could not write /dev/full: the disk is full. Free some space, or choose another folder"
                + " with --out.");
  }

  @Test
  void aLargeSetContinuesInFurtherFiles() throws IOException {
    var writer = RollingParquetWriter.open(folder, SCHEMA, Map.of(), 1);
    try (writer) {
      writer.write(row("a"));
      writer.write(row("b"));
      assertThat(writer.rows()).isEqualTo(2);
    }

    assertThat(writer.parts())
        .containsExactly(
            new RollingParquetWriter.Part(folder.resolve("everything.parquet"), 1),
            new RollingParquetWriter.Part(folder.resolve("everything-00001.parquet"), 1));
    assertThat(query("select name from '" + folder + "/everything*.parquet' order by all"))
        .containsExactly("a", "b");
  }

  @Test
  void anOrdinarySetIsOneFileAlsoWithoutRows() throws IOException {
    var writer = RollingParquetWriter.open(folder, SCHEMA, Map.of());
    writer.close();

    assertThat(writer.parts())
        .containsExactly(new RollingParquetWriter.Part(folder.resolve("everything.parquet"), 0));
    assertThat(query("select count(*) from '" + folder + "/everything.parquet'"))
        .containsExactly("0");
  }
}
