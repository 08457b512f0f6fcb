package nl.oogst.release;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.Page;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/**
 * A column of a row group as {@link ParquetSetWriter} writes them, asked row after row. Of a page
 * only is known where its values are, until one is asked for; a page in which no row is asked for
 * is not looked into at all.
 */
final class ColumnPages {
  private static final int NONE = -1;

  private final PrimitiveTypeName type;
  private final boolean optional;
  private final PageReader pages;

  /** Null when no page has been opened, or there is no dictionary. */
  private Values dictionary;

  private String[] texts;

  /** The rows of the page at hand. */
  private long from;

  private long to;

  /** Where the value of each row is among the values; null when all rows are as the first. */
  private int[] places;

  private int same = NONE;
  private Values values;
  private boolean ofDictionary;
  private long textRow = NONE;
  private String text;

  /**
   * Values one after another.
   *
   * @param starts where each begins; for a yes or no counted in bits
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Values(byte[] array, ByteBuffer bytes, int[] starts) {
    int length(int place) {
      return bytes.getInt(starts[place] - Integer.BYTES);
    }
  }

  /** A column of which nothing is known yet. */
  ColumnPages(ColumnDescriptor column, PageReader pages) {
    this.type = column.getPrimitiveType().getPrimitiveTypeName();
    this.optional = column.getMaxDefinitionLevel() > 0;
    this.pages = pages;
  }

  /** A column of which the footer tells what each row says; nothing when that is null. */
  private ColumnPages(Binary bytes) {
    this.type = PrimitiveTypeName.BINARY;
    this.optional = true;
    this.pages = null;
    this.to = Long.MAX_VALUE;
    if (bytes != null) {
      byte[] value = bytes.getBytes();
      this.values = values(lengthFirst(value), 0, 1);
      this.ofDictionary = true;
      this.texts = new String[1];
      this.same = 0;
    }
  }

  private static byte[] lengthFirst(byte[] value) {
    return ByteBuffer.allocate(Integer.BYTES + value.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(value.length)
        .put(value)
        .array();
  }

  /** The column if its footer tells all of it; else null. */
  static ColumnPages told(ColumnChunkMetaData chunk) {
    var values = chunk.getStatistics();
    if (values == null || !values.isNumNullsSet()) {
      return null;
    }
    if (values.getNumNulls() == chunk.getValueCount()) {
      return new ColumnPages((Binary) null);
    }
    return values.getNumNulls() == 0
            && values.hasNonNullValue()
            && values.genericGetMin() instanceof Binary least
            && least.equals(values.genericGetMax())
        ? new ColumnPages(least)
        : null;
  }

  /** Whether a row has a value; rows are asked in their order, as often as one likes. */
  boolean isFilled(long row) {
    return place(row) >= 0;
  }

  int day(long row) {
    int at = start(row);
    return values.bytes.getInt(at);
  }

  long whole(long row) {
    int at = start(row);
    return values.bytes.getLong(at);
  }

  double number(long row) {
    int at = start(row);
    return values.bytes.getDouble(at);
  }

  boolean flag(long row) {
    int at = start(row);
    return (values.bytes.get(at >> 3) >> (at & 7) & 1) == 1;
  }

  String text(long row) {
    int place = place(row);
    if (ofDictionary) {
      if (texts[place] == null) {
        texts[place] = string(place);
      }
      return texts[place];
    }
    if (row != textRow) {
      text = string(place);
      textRow = row;
    }
    return text;
  }

  private String string(int place) {
    return new String(values.array, values.starts[place], values.length(place), UTF_8);
  }

  /** Whether the value of a row is that of a row of another column, which are both filled. */
  boolean isValue(long row, ColumnPages other, long otherRow) {
    int place = place(row);
    int itsPlace = other.place(otherRow);
    if (type != other.type) {
      return false;
    }
    return switch (type) {
      case BINARY -> isText(place, other, itsPlace);
      case INT32 -> day(row) == other.day(otherRow);
      case INT64, DOUBLE -> whole(row) == other.whole(otherRow);
      case BOOLEAN -> flag(row) == other.flag(otherRow);
      case FLOAT, INT96, FIXED_LEN_BYTE_ARRAY -> throw unknown();
    };
  }

  private boolean isText(int place, ColumnPages other, int itsPlace) {
    int length = values.length(place);
    int start = values.starts[place];
    int itsStart = other.values.starts[itsPlace];
    return length == other.values.length(itsPlace)
        && Arrays.equals(
            values.array, start, start + length, other.values.array, itsStart, itsStart + length);
  }

  private IllegalArgumentException unknown() {
    return new IllegalArgumentException("no data set has a column of the type " + type);
  }

  private int start(long row) {
    int place = place(row);
    return values.starts[place];
  }

  /** Where the value of a row is among the values; {@link #NONE} without one. */
  private int place(long row) {
    if (row >= to) {
      goTo(row);
    }
    return places == null ? same : places[(int) (row - from)];
  }

  private void goTo(long row) {
    if (to == 0) {
      readDictionary();
    }
    while (true) {
      var page = (DataPageV1) pages.readPage();
      from = to;
      to += page.getValueCount();
      if (row < to) {
        try {
          open(page);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        return;
      }
    }
  }

  private void readDictionary() {
    DictionaryPage page = pages.readDictionaryPage();
    if (page != null) {
      try {
        dictionary = values(bytes(page), 0, page.getDictionarySize());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      texts = new String[page.getDictionarySize()];
    }
  }

  private void open(DataPageV1 page) throws IOException {
    byte[] bytes = bytes(page);
    int rows = page.getValueCount();
    int[] filled = null;
    int begin = 0;
    int count = rows;
    if (optional) {
      begin = Integer.BYTES + ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt();
      filled = PackedNumbers.read(bytes, Integer.BYTES, 1, rows);
      count = Arrays.stream(filled).sum();
    }
    textRow = NONE;
    places = places(page.getValueEncoding(), bytes, begin, count);
    if (count < rows) {
      places = spread(places, filled);
    }
  }

  private static byte[] bytes(Page page) throws IOException {
    BytesInput input =
        page instanceof DataPageV1 data ? data.getBytes() : ((DictionaryPage) page).getBytes();
    byte[] bytes = new byte[Math.toIntExact(input.size())];
    input.toInputStream().readNBytes(bytes, 0, bytes.length);
    return bytes;
  }

  /** Where the filled values are, in their order. */
  private int[] places(Encoding encoding, byte[] bytes, int begin, int count) {
    ofDictionary = encoding.usesDictionary();
    if (ofDictionary) {
      values = dictionary;
      return count == 0 ? new int[0] : PackedNumbers.read(bytes, begin + 1, bytes[begin], count);
    }
    if (encoding != Encoding.PLAIN) {
      throw new IllegalArgumentException("no data set has pages in " + encoding);
    }
    values = values(bytes, begin, count);
    int[] all = new int[count];
    Arrays.setAll(all, i -> i);
    return all;
  }

  private static int[] spread(int[] places, int[] filled) {
    int next = 0;
    for (int i = 0; i < filled.length; i++) {
      filled[i] = filled[i] == 1 ? places[next++] : NONE;
    }
    return filled;
  }

  private Values values(byte[] bytes, int begin, int count) {
    var all = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int[] starts = new int[count];
    int at = begin;
    switch (type) {
      case BINARY -> {
        for (int i = 0; i < count; i++) {
          starts[i] = at + Integer.BYTES;
          at = starts[i] + all.getInt(at);
        }
      }
      case INT32 -> Arrays.setAll(starts, i -> begin + i * Integer.BYTES);
      case INT64, DOUBLE -> Arrays.setAll(starts, i -> begin + i * Long.BYTES);
      case BOOLEAN -> Arrays.setAll(starts, i -> begin * Byte.SIZE + i);
      case FLOAT, INT96, FIXED_LEN_BYTE_ARRAY -> throw unknown();
    }
    return new Values(bytes, all, starts);
  }
}
