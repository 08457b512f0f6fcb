package nl.oogst.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import nl.oogst.model.Column;
import nl.oogst.model.DataSetSchema;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.io.LocalInputFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file with a patch is the one that is written when its rows are told right away. */
class PatchTest {
  private static final String DATA_SET = "placements";
  private static final DataSetSchema SCHEMA =
      DataSetSchema.loadAll(
              Path.of(System.getProperty("oogst.root", ".."), "schemas").resolve("datasets"))
          .get(DATA_SET);

  /** More than a page of rows in each row group. */
  private static final int ROWS = 70_000;

  private static final int GROUP = 30_000;

  @TempDir private Path folder;
  private final List<Object[]> rows = new ArrayList<>();
  private Path base;

  /** The same person and job as others, in records with some numbers. */
  private record Linked(Set<Integer> numbers) implements Patch.Words {
    @Override
    public List<String> told() {
      return List.of("job_id", "person");
    }

    @Override
    public List<String> said() {
      return List.of("person", "job_id", "job_records", "weight");
    }

    @Override
    public boolean isOther(String[] told) {
      return numbers.contains(Integer.parseInt(told[0].substring(told[0].indexOf('/') + 1)));
    }

    @Override
    public Object[] values(String[] told) {
      return isOther(told)
          ? new Object[] {"another than " + told[1], "\u00e9 and " + told[0], 3L, 1.0 / 3}
          : new Object[] {told[1], told[0], 1L, 1.0};
    }
  }

  @BeforeEach
  void writeBase() throws IOException {
    Random random = new Random(3);
    for (int i = 0; i < ROWS; i++) {
      rows.add(row(i, random));
    }
    base = write("base", rows);
  }

  private static Object[] row(int number, Random random) {
    Object[] row = new Object[SCHEMA.columns().size()];
    for (int i = 0; i < row.length; i++) {
      Column column = SCHEMA.columns().get(i);
      int value = random.nextInt(1 << i % 11);
      row[i] =
          !column.required() && random.nextInt(4) == 0
              ? null
              : switch (column.type()) {
                case STRING -> "text " + value;
                case INTEGER -> (long) value;
                case NUMBER -> value / 8.0;
                case DATE -> value;
                case BOOLEAN -> random.nextInt(9) == 0;
                case OBJECT -> throw new IllegalArgumentException("a map");
              };
    }
    row[SCHEMA.indexOf("person")] = "alfa/K" + number / 3;
    row[SCHEMA.indexOf("job_id")] = "alfa/" + number;
    row[SCHEMA.indexOf("job_records")] = 1L;
    row[SCHEMA.indexOf("weight")] = 1.0;
    return row;
  }

  private Path write(String name, List<Object[]> all) throws IOException {
    Path file = folder.resolve(name + ".parquet");
    try (var writer = ParquetSetWriter.open(file, SCHEMA, Map.of())) {
      for (int i = 0; i < all.size(); i++) {
        if (i > 0 && i % GROUP == 0) {
          writer.endGroup();
        }
        writer.write(all.get(i));
      }
    }
    return file;
  }

  /** The file that is written when the rows are told right away. */
  private Path right(Patch.Words words) throws IOException {
    List<Object[]> all = new ArrayList<>();
    for (Object[] row : rows) {
      Object[] told = row.clone();
      String[] names = words.told().toArray(String[]::new);
      for (int i = 0; i < names.length; i++) {
        names[i] = (String) row[SCHEMA.indexOf(names[i])];
      }
      Object[] values = words.values(names);
      for (int i = 0; i < values.length; i++) {
        told[SCHEMA.indexOf(words.said().get(i))] = values[i];
      }
      all.add(told);
    }
    return join(write("right", all), Map.of());
  }

  private Path join(Path file, Map<Path, Patch> patches) throws IOException {
    Path joined = Files.createDirectories(folder.resolve(patches.isEmpty() ? "whole" : "patched"));
    ParquetSections.join(joined, SCHEMA, Map.of(), List.of(file), patches);
    return joined.resolve(DATA_SET + ".parquet");
  }

  private Path patched(Patch patch) throws IOException {
    return join(base, Map.of(base, patch));
  }

  private Patch patch(Patch.Words words) throws IOException {
    return Patch.write(base, SCHEMA, words, folder.resolve("patch.parquet"));
  }

  @Test
  void theBytesAreThoseOfRowsToldRightAway() throws IOException {
    Linked words = new Linked(Set.of(3, 29_999, 60_000));
    Patch patch = patch(words);
    assertThat(patch.groups()).containsExactly(0, 2);
    assertThat(patched(patch)).hasSameBinaryContentAs(right(words));
  }

  @Test
  void readersSeeTheRows() throws IOException, SQLException {
    Linked words = new Linked(Set.of(0, 45_000, ROWS - 1));
    Path patched = patched(patch(words));
    Path right = right(words);
    assertThat(texts(patched)).isEqualTo(texts(right));
    String both = "(SELECT * FROM '%s' EXCEPT ALL SELECT * FROM '%s')";
    assertThat(count(both.formatted(patched, right))).isZero();
    assertThat(count(both.formatted(right, patched))).isZero();
    assertThat(count("'%s' WHERE job_id = '\u00e9 and alfa/45000'".formatted(patched))).isOne();
    assertThat(count("'%s' WHERE job_id = 'alfa/45000'".formatted(patched))).isZero();
  }

  @Test
  void groupsWithoutAnyOtherRowAreCopied() throws IOException {
    Linked words = new Linked(Set.of(30_000));
    Path patched = patched(patch(words));
    try (var reader = reader(patched);
        var before = reader(join(base, Map.of()))) {
      for (int group = 0; group < 3; group++) {
        for (int i = 0; i < SCHEMA.columns().size(); i++) {
          ColumnChunkMetaData chunk = reader.getRowGroups().get(group).getColumns().get(i);
          ColumnChunkMetaData its = before.getRowGroups().get(group).getColumns().get(i);
          boolean anew = group == 1 && words.said().contains(its.getPath().toDotString());
          assertThat(chunk.getStatistics().equals(its.getStatistics())).isNotEqualTo(anew);
          assertThat(reader.readColumnIndex(chunk)).isNotNull();
          assertThat(reader.readOffsetIndex(chunk).getPageCount())
              .isEqualTo(before.readOffsetIndex(its).getPageCount());
        }
      }
    }
  }

  @Test
  void nothingIsWrittenWhereNoRowIsOther() throws IOException {
    Linked words = new Linked(Set.of());
    Patch patch = patch(words);
    assertThat(patch.groups()).isEmpty();
    assertThat(patch.file()).doesNotExist();
    assertThat(patched(patch)).hasSameBinaryContentAs(right(words));
  }

  private static List<String> texts(Path file) throws IOException {
    return ParquetSetReader.readAll(file).stream().map(Arrays::toString).toList();
  }

  private static ParquetFileReader reader(Path file) throws IOException {
    var options = ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
    return ParquetFileReader.open(new LocalInputFile(file), options);
  }

  private static long count(String of) throws SQLException {
    try (var duck = DriverManager.getConnection("jdbc:duckdb:");
        var statement = duck.createStatement();
        var result = statement.executeQuery("SELECT count(*) FROM " + of)) {
      result.next();
      return result.getLong(1);
    }
  }
}
