package nl.oogst.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import nl.oogst.model.DataSetSchema;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows are written as Parquet's own writer of records writes them, byte for byte. */
class RowGroupWriterTest {
  private static final DataSetSchema SCHEMA = Samples.schema(DataSetSchema.Zone.PUBLIC);
  private static final Map<String, String> FOOTER = Map.of("a", "1", "b", "2", "oogst.c", "3");

  /** Small enough for several row groups. */
  private static final long GROUP = 1 << 20;

  @TempDir Path folder;

  @Test
  void theBytesAreThoseOfParquetsOwnWriter() throws IOException {
    List<Object[]> rows = rows(60_000);
    Path ours = folder.resolve("ours.parquet");
    try (var writer = new RowGroupWriter(new ParquetFile(ours, false), SCHEMA, FOOTER, GROUP)) {
      for (Object[] row : rows) {
        writer.write(row);
      }
    }
    Path theirs = folder.resolve("theirs.parquet");
    try (var writer = new Theirs(new ParquetFile(theirs, false)).build()) {
      for (Object[] row : rows) {
        writer.write(row);
      }
    }
    assertThat(ours).hasSameBinaryContentAs(theirs);
    assertThat(groups(ours)).isGreaterThan(2);
  }

  @Test
  void aFileWithoutRowsToo() throws IOException {
    Path ours = folder.resolve("ours.parquet");
    new RowGroupWriter(new ParquetFile(ours, false), SCHEMA, FOOTER, GROUP).close();
    Path theirs = folder.resolve("theirs.parquet");
    new Theirs(new ParquetFile(theirs, false)).build().close();
    assertThat(ours).hasSameBinaryContentAs(theirs);
    assertThat(groups(ours)).isZero();
  }

  /** Values of each type, missing ones, and maps without any entry. */
  private static List<Object[]> rows(int count) {
    Random random = new Random(5);
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Object[] row = new Object[SCHEMA.columns().size()];
      row[0] = "name " + random.nextInt(1_000_000);
      row[1] = random.nextBoolean() ? "open" : i % 3 == 0 ? "rounded" : null;
      row[2] = i % 5 == 0 ? null : (Object) random.nextLong();
      row[3] = i % 7 == 0 ? null : (Object) (random.nextInt(100_000) / 8.0);
      row[4] = i % 11 == 0 ? null : (Object) random.nextBoolean();
      row[5] = i % 13 == 0 ? null : (Object) (random.nextInt(9_000) + 10_000);
      SortedMap<String, Long> map = new TreeMap<>();
      for (int n = random.nextInt(3); n > 0; n--) {
        map.put("code " + random.nextInt(50), (long) random.nextInt(9));
      }
      row[6] = i % 4 == 0 ? null : map;
      rows.add(row);
    }
    return rows;
  }

  private static int groups(Path file) throws IOException {
    var options = ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
    try (var reader = ParquetFileReader.open(new LocalInputFile(file), options)) {
      return reader.getRowGroups().size();
    }
  }

  /** The way by records and their fields. */
  private static final class Theirs extends ParquetWriter.Builder<Object[], Theirs> {
    Theirs(ParquetFile output) {
      super(output);
      withConf(new PlainParquetConfiguration());
      withCompressionCodec(CompressionCodecName.ZSTD);
      withCodecFactory(new ZstdPages());
      withRowGroupSize(GROUP);
    }

    @Override
    protected Theirs self() {
      return this;
    }

    @Override
    protected WriteSupport<Object[]> getWriteSupport(ParquetConfiguration configuration) {
      return new Records();
    }

    @Override
    @Deprecated
    protected WriteSupport<Object[]> getWriteSupport(Configuration configuration) {
      return new Records();
    }
  }

  private static final class Records extends WriteSupport<Object[]> {
    private RecordConsumer out;

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
      return new WriteContext(RowSupport.type(SCHEMA), FOOTER);
    }

    @Override
    @SuppressWarnings("deprecation")
    public WriteContext init(Configuration configuration) {
      return init((ParquetConfiguration) null);
    }

    @Override
    public void prepareForWrite(RecordConsumer consumer) {
      out = consumer;
    }

    @Override
    public void write(Object[] row) {
      out.startMessage();
      for (int i = 0; i < row.length; i++) {
        Object value = row[i];
        if (value != null) {
          field(SCHEMA.columns().get(i).name(), i, o -> value(o, value));
        }
      }
      out.endMessage();
    }

    private void field(String name, int at, Consumer<RecordConsumer> content) {
      out.startField(name, at);
      content.accept(out);
      out.endField(name, at);
    }

    private void value(RecordConsumer to, Object value) {
      if (value instanceof String text) {
        to.addBinary(Binary.fromConstantByteArray(text.getBytes(StandardCharsets.UTF_8)));
      } else if (value instanceof Long number) {
        to.addLong(number);
      } else if (value instanceof Double number) {
        to.addDouble(number);
      } else if (value instanceof Boolean flag) {
        to.addBoolean(flag);
      } else if (value instanceof Integer day) {
        to.addInteger(day);
      } else {
        map((SortedMap<?, ?>) value);
      }
    }

    private void map(SortedMap<?, ?> map) {
      out.startGroup();
      if (!map.isEmpty()) {
        field(
            "key_value",
            0,
            to ->
                map.forEach(
                    (key, count) -> {
                      to.startGroup();
                      field("key", 0, o -> value(o, key));
                      field("value", 1, o -> value(o, count));
                      to.endGroup();
                    }));
      }
      out.endGroup();
    }
  }
}
