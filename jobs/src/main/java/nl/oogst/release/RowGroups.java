package nl.oogst.release;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.SeekableInputStream;
import org.apache.parquet.io.api.Binary;

/** The row groups of a data set that is sorted by its first column, without opening their pages. */
public final class RowGroups {
  private static final int BUFFER = 1 << 20;

  private RowGroups() {}

  /** A row group in its file. */
  public static final class Group {
    private final Path file;
    private final BlockMetaData block;
    private final Bounds bounds;

    private Group(Path file, BlockMetaData block) {
      this.file = file;
      this.block = block;
      this.bounds = Bounds.of(block, 0);
    }

    /** Whether rows with this value in the first column may be in it. */
    public boolean mayHold(String value) {
      return !bounds.known()
          || (bounds.least().compareTo(value) <= 0 && value.compareTo(bounds.greatest()) <= 0);
    }

    /** How many bytes it has: groups that differ in them hold other rows. */
    public long bytes() {
      return block.getCompressedSize();
    }

    /** SHA-256 of its bytes: equal ones hold equal rows. */
    public String sha256() throws IOException {
      MessageDigest digest = DigestUtils.getSha256Digest();
      try (var in = FileInput.open(file)) {
        for (var chunk : block.getColumns()) {
          // the same bytes could mean something else in a column of another name or type
          digest.update((chunk.getPath() + " " + chunk.getPrimitiveType()).getBytes(UTF_8));
          update(digest, in, chunk);
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    }

    private static void update(
        MessageDigest digest, SeekableInputStream in, ColumnChunkMetaData chunk)
        throws IOException {
      byte[] buffer = new byte[BUFFER];
      in.seek(chunk.getStartingPos());
      for (long left = chunk.getTotalSize(); left > 0; ) {
        int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
        if (read < 0) {
          throw new EOFException();
        }
        digest.update(buffer, 0, read);
        left -= read;
      }
    }
  }

  /**
   * Where a row group begins.
   *
   * @param first the least value of the first column, or an empty text when that is not known
   * @param second that of the second column; empty when the first has several values
   */
  public record Start(String first, String second, long rows) {}

  /** Where those of a data set of a folder begin, in order. */
  public static List<Start> starts(Path folder, String dataSet) throws IOException {
    List<Start> starts = new ArrayList<>();
    for (var file : ParquetSetReader.files(folder, dataSet)) {
      try (var reader = open(file)) {
        for (var block : reader.getRowGroups()) {
          Bounds first = Bounds.of(block, 0);
          Bounds second = first.single() ? Bounds.of(block, 1) : Bounds.UNKNOWN;
          starts.add(new Start(first.least(), second.least(), block.getRowCount()));
        }
      }
    }
    return starts;
  }

  private static ParquetFileReader open(Path file) throws IOException {
    var options = ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
    return ParquetFileReader.open(new LocalInputFile(file), options);
  }

  /** Those of a data set of a folder, in order. */
  public static List<Group> of(Path folder, String dataSet) throws IOException {
    List<Group> groups = new ArrayList<>();
    for (var file : ParquetSetReader.files(folder, dataSet)) {
      try (var reader = open(file)) {
        reader.getRowGroups().forEach(block -> groups.add(new Group(file, block)));
      }
    }
    return groups;
  }

  /** What a row group tells of the texts in one of its columns. */
  record Bounds(String least, String greatest, boolean known) {
    static final Bounds UNKNOWN = new Bounds("", "", false);

    static Bounds of(BlockMetaData block, int column) {
      if (column >= block.getColumns().size()) {
        return UNKNOWN;
      }
      var values = block.getColumns().get(column).getStatistics();
      return values != null
              && values.hasNonNullValue()
              && values.genericGetMin() instanceof Binary least
              && values.genericGetMax() instanceof Binary greatest
          ? new Bounds(least.toStringUsingUTF8(), greatest.toStringUsingUTF8(), true)
          : UNKNOWN;
    }

    boolean single() {
      return known && least.equals(greatest);
    }

    /** Whether all come before a text; no when that is not sure. */
    boolean before(String text) {
      // signs outside ASCII are in another order as bytes than they are in a text
      return known && greatest.chars().allMatch(c -> c < 128) && greatest.compareTo(text) < 0;
    }
  }
}
