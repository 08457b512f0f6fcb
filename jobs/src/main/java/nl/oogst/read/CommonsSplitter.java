package nl.oogst.read;

import java.io.IOException;
import java.io.Reader;
import java.util.Iterator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Splits records with Commons CSV, one at a time: the parser lives on and is fed exactly one record
 * whenever it asks. So this side, which counts lines and judges quotes, always knows where a record
 * starts and ends.
 */
final class CommonsSplitter {
  private final CSVFormat format;
  private Feed feed;
  private Iterator<CSVRecord> records;

  CommonsSplitter(TextFormat text) {
    format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(text.delimiter())
            .setQuote(text.quote() == 0 ? null : Character.valueOf(text.quote()))
            .setEscape(null)
            .setIgnoreEmptyLines(false)
            .setIgnoreSurroundingSpaces(false)
            .setTrailingData(true)
            .setLenientEof(true)
            .get();
  }

  /** The cells of one record, given without its line end. */
  String[] split(String record) throws IOException {
    if (records == null || feed.exhausted) {
      feed = new Feed();
      records = CSVParser.builder().setReader(feed).setFormat(format).get().iterator();
    }
    feed.offer(record);
    return records.next().values();
  }

  /** Hands out one record and its line end; asked for more, it is at its end. */
  private static final class Feed extends Reader {
    private String record = "";
    private int at;
    private boolean exhausted;

    void offer(String next) {
      record = next;
      at = 0;
    }

    @Override
    public int read(char[] to, int offset, int length) {
      int left = record.length() - at;
      if (left < 0) {
        exhausted = true;
        return -1;
      }
      if (left == 0) {
        to[offset] = '\n';
        at++;
        return 1;
      }
      int n = Math.min(left, length);
      record.getChars(at, at + n, to, offset);
      at += n;
      if (at == record.length() && n < length) {
        to[offset + n++] = '\n';
        at++;
      }
      return n;
    }

    @Override
    public void close() {
      // nothing is held
    }
  }
}
