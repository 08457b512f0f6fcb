package nl.oogst.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import nl.oogst.model.IssueCode;

/** Opens content by what it is, archives in archives too. One opener serves one delivered file. */
final class Opener {
  private final Function<String, DialectHint> hints;
  private final ReadLimits limits;
  private final GuardedStream.Budget budget = new GuardedStream.Budget();
  private final Content.Spool spool = new Content.Spool();
  private final List<TableSource.Skipped> skipped = new ArrayList<>();
  private final TextPart part;
  private FramedSource framed;

  Opener(Function<String, DialectHint> hints, ReadLimits limits) {
    this(hints, limits, null);
  }

  /**
   * @param partOrNull which part is wanted of a text; of anything else there are no parts
   */
  Opener(Function<String, DialectHint> hints, ReadLimits limits, TextPart partOrNull) {
    this.hints = hints;
    this.limits = limits;
    this.part = partOrNull;
  }

  /** As {@link PartSource#isRegular}. */
  boolean isRegular() {
    return framed != null && framed.isRegular();
  }

  List<TableSource.Skipped> skipped() {
    return skipped;
  }

  ReadLimits limits() {
    return limits;
  }

  GuardedStream.Budget budget() {
    return budget;
  }

  Content.Spool spool() {
    return spool;
  }

  void close() {
    spool.delete();
  }

  void skip(String name, IssueCode code, String reason) {
    skipped.add(new TableSource.Skipped(name, code, reason));
  }

  TableSource open(Content content, String name, int depth) throws IOException {
    try {
      return switch (FileKind.of(content, name)) {
        case TEXT -> text(content, name);
        case JSON -> json(content, name);
        case JSON_LINES -> JsonLines.open(content.open(), name, hint(name), limits);
        case ZIP -> zip(content.file(spool), name, depth);
        case GZIP -> gzip(content, name, depth);
        case OLE2 -> throw Ole2.failure(content, name);
        case EMPTY -> nothing(name, IssueCode.FILE_EMPTY, "is leeg");
        case OTHER ->
            nothing(name, IssueCode.FILE_TYPE_UNKNOWN, "is geen tabel die gelezen kan worden");
      };
    } catch (ReadFailure e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw Failures.of(name, e);
    }
  }

  private DialectHint hint(String name) {
    DialectHint hint = hints.apply(name);
    return hint == null ? DialectHint.NONE : hint;
  }

  private TableSource json(Content content, String name) throws IOException {
    return JsonSource.open(
        content.open(),
        name,
        limits,
        values ->
            skip(
                name,
                IssueCode.VALUES_OUTSIDE_RECORDS,
                values == 1 ? "1 waarde" : values + " waarden"));
  }

  private TableSource text(Content content, String name) throws IOException {
    DialectHint hint = hint(name);
    TextRecords records = records(content, name, hint, limits);
    if (part != null && part.to() != null) {
      records.watch(part.to());
    }
    framed = new FramedSource(records, hint, part);
    return framed;
  }

  static TextRecords records(Content content, String name, DialectHint hint, ReadLimits limits)
      throws IOException {
    InputStream in = content.open();
    return new TextRecords(name, content, in, TextInput.open(in, hint), hint, limits);
  }

  static void closeQuietly(AutoCloseable closeable) {
    try {
      closeable.close();
    } catch (Exception e) {
      // what has been read has been read; a failing close changes nothing
    }
  }

  private TableSource zip(Path file, String name, int depth) throws IOException {
    ZipSource archive = ZipSource.open(file, name, depth, this);
    if (archive.isWorkbook()) {
      archive.close();
      return XlsxSource.open(file, name, hint(name), this);
    }
    deeper(name, depth);
    return archive;
  }

  private void deeper(String name, int depth) throws ReadFailure {
    if (depth >= limits.depth()) {
      throw new ReadFailure(
          IssueCode.ARCHIVE_BOMB,
          name,
          "heeft archieven die meer dan " + limits.depth() + " diep genest zijn");
    }
  }

  private TableSource gzip(Content content, String name, int depth) throws IOException {
    deeper(name, depth);
    String inner = name.substring(name.lastIndexOf('/') + 1);
    boolean named = FileKind.extension(inner).equals("gz");
    String innerName = name + "/" + (named ? inner.substring(0, inner.length() - 3) : inner);
    Content.Packed unpacked =
        () -> {
          Counted packed = new Counted(content.open());
          return new GuardedStream(
              new GZIPInputStream(packed, 1 << 15),
              innerName,
              limits,
              budget,
              packed::count,
              -1,
              -1);
        };
    return open(unpacked, innerName, depth + 1);
  }

  /** Counts what is taken from a packed stream. */
  private static final class Counted extends java.io.FilterInputStream {
    private long count;

    Counted(InputStream in) {
      super(in);
    }

    long count() {
      return count;
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      count += b < 0 ? 0 : 1;
      return b;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
      int n = super.read(to, offset, length);
      count += Math.max(0, n);
      return n;
    }
  }

  private TableSource nothing(String name, IssueCode code, String reason) {
    skip(name, code, reason);
    return new TableSource() {
      @Override
      public SourceTable next() {
        return null;
      }

      @Override
      public void close() {
        // nothing is open
      }
    };
  }
}
