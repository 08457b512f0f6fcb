package nl.oogst.release;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
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

    /** The value that all its rows have in the first column; null when that is not sure. */
    public String single() {
      return bounds.single() ? bounds.least() : null;
    }

    /** Tells groups apart that cannot have the same rows, from the footer alone. */
    public String sketch(Collection<String> columns) {
      var sketch = new StringBuilder(bounds.least());
      sketch.append(' ').append(Bounds.of(block, 1).least());
      sketch.append(' ').append(block.getRowCount());
      for (var chunk : chunks(columns)) {
        sketch.append(' ').append(chunk.getPath()).append(' ').append(chunk.getTotalSize());
      }
      return sketch.toString();
    }

    /**
     * Whether some columns lie in the same bytes, which have the same meaning, in another group.
     *
     * @param columns of which those that neither has are the same
     */
    public boolean isSame(Group other, Collection<String> columns) throws IOException {
      if (!sketch(columns).equals(other.sketch(columns))) {
        return false;
      }
      var its = chunks(columns);
      var others = other.chunks(columns);
      try (var in = FileInput.open(file);
          var otherIn = FileInput.open(other.file)) {
        boolean same = true;
        for (int i = 0; same && i < its.size(); i++) {
          same =
              its.get(i).getPrimitiveType().equals(others.get(i).getPrimitiveType())
                  && its.get(i).getCodec() == others.get(i).getCodec()
                  && isSame(in, its.get(i), otherIn, others.get(i));
        }
        return same;
      }
    }

    private static boolean isSame(
        SeekableInputStream in,
        ColumnChunkMetaData chunk,
        SeekableInputStream otherIn,
        ColumnChunkMetaData other)
        throws IOException {
      in.seek(chunk.getStartingPos());
      otherIn.seek(other.getStartingPos());
      boolean same = true;
      for (long left = chunk.getTotalSize(); same && left > 0; left -= BUFFER) {
        byte[] some = new byte[(int) Math.min(left, BUFFER)];
        byte[] others = new byte[some.length];
        in.readFully(some);
        otherIn.readFully(others);
        same = Arrays.equals(some, others);
      }
      return same;
    }

    /** SHA-256 of its bytes: equal ones hold equal rows. */
    public String sha256() throws IOException {
      MessageDigest digest = DigestUtils.getSha256Digest();
      try (var in = FileInput.open(file)) {
        for (var chunk : block.getColumns()) {
          // the same bytes could mean something else in a column of another name or type
          digest.update((chunk.getPath() + " " + chunk.getPrimitiveType()).getBytes(UTF_8));
          byte[] bytes = new byte[Math.toIntExact(chunk.getTotalSize())];
          in.seek(chunk.getStartingPos());
          in.readFully(bytes);
          digest.update(bytes);
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    }

    private List<ColumnChunkMetaData> chunks(Collection<String> columns) {
      return block.getColumns().stream()
          .filter(chunk -> columns.contains(chunk.getPath().toDotString()))
          .toList();
    }

    /** The names of its columns. */
    public List<String> columns() {
      return block.getColumns().stream().map(chunk -> chunk.getPath().toDotString()).toList();
    }
  }

  /**
   * Where some rows begin: those of a page of the second column, as far as a group tells of them.
   *
   * @param first the least value of the first column, or an empty text when that is not known
   * @param second no more than the least of the second column; empty when the first has several
   *     values
   */
  public record Start(String first, String second, long rows) {}

  /**
   * Where the rows of a data set of a folder begin, in order.
   *
   * @param without the numbers of groups that are left out
   */
  public static List<Start> starts(Path folder, String dataSet, Set<Integer> without)
      throws IOException {
    List<Start> starts = new ArrayList<>();
    int number = 0;
    for (var file : ParquetSetReader.files(folder, dataSet)) {
      try (var reader = open(file)) {
        for (var block : reader.getRowGroups()) {
          if (!without.contains(number)) {
            addStarts(reader, block, starts);
          }
          number++;
        }
      }
    }
    return starts;
  }

  private static void addStarts(ParquetFileReader reader, BlockMetaData block, List<Start> starts)
      throws IOException {
    Bounds first = Bounds.of(block, 0);
    Bounds second = first.single() ? Bounds.of(block, 1) : Bounds.UNKNOWN;
    if (!second.known()) {
      starts.add(new Start(first.least(), "", block.getRowCount()));
      return;
    }
    var chunk = block.getColumns().get(1);
    var values = reader.readColumnIndex(chunk);
    var rows = reader.readOffsetIndex(chunk);
    int pages = values == null || rows == null ? 1 : rows.getPageCount();
    for (int i = 0; i < pages; i++) {
      long from = i == 0 ? 0 : rows.getFirstRowIndex(i);
      long to = i + 1 == pages ? block.getRowCount() : rows.getFirstRowIndex(i + 1);
      String least =
          i == 0 ? second.least() : UTF_8.decode(values.getMinValues().get(i)).toString();
      starts.add(new Start(first.least(), least, to - from));
    }
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
