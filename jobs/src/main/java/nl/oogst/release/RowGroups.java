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
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.SeekableInputStream;
import org.apache.parquet.io.api.Binary;

/** The row groups of a data set that is sorted by its first column, without opening their pages. */
public final class RowGroups {
  private static final int BUFFER = 1 << 20;

  private RowGroups() {}

  /**
   * A row group.
   *
   * @param first the least value of the first column; null when that is not known
   * @param last the greatest value of the first column
   * @param sha256 of its bytes: equal ones hold equal rows
   */
  public record Group(String first, String last, String sha256) {
    /** Whether rows with this value in the first column may be in it. */
    public boolean mayHold(String value) {
      return first == null || (first.compareTo(value) <= 0 && value.compareTo(last) <= 0);
    }
  }

  /** Those of a data set of a folder, in order. */
  public static List<Group> of(Path folder, String dataSet) throws IOException {
    List<Group> groups = new ArrayList<>();
    var options = ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
    for (var file : ParquetSetReader.files(folder, dataSet)) {
      try (var reader = ParquetFileReader.open(new LocalInputFile(file), options);
          var bytes = FileInput.open(file)) {
        for (var block : reader.getRowGroups()) {
          groups.add(group(block, bytes));
        }
      }
    }
    return groups;
  }

  private static Group group(BlockMetaData block, SeekableInputStream in) throws IOException {
    MessageDigest digest = DigestUtils.getSha256Digest();
    byte[] buffer = new byte[BUFFER];
    for (var chunk : block.getColumns()) {
      // the same bytes could mean something else in a column of another name or type
      digest.update((chunk.getPath() + " " + chunk.getPrimitiveType()).getBytes(UTF_8));
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
    var values = block.getColumns().get(0).getStatistics();
    boolean known =
        values != null
            && values.hasNonNullValue()
            && values.genericGetMin() instanceof Binary
            && values.genericGetMax() instanceof Binary;
    return new Group(
        known ? ((Binary) values.genericGetMin()).toStringUsingUTF8() : null,
        known ? ((Binary) values.genericGetMax()).toStringUsingUTF8() : null,
        HexFormat.of().formatHex(digest.digest()));
  }
}
