package nl.oogst.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.oogst.model.DeliveredFile;
import nl.oogst.resolve.ByteReader;
import nl.oogst.resolve.ByteWriter;
import nl.oogst.resolve.Sightings;
import scala.Tuple2;

/**
 * Collects what reading yields as keyed bytes. What is shown of one placement is put together, so
 * that the same placement in many deliveries travels as one record.
 */
final class Output {
  /** Everything shown of one placement. */
  static final char PLACEMENT = 'P';

  /** A lesson, practice, indicator or statement. */
  static final char SMALL_ITEM = 'S';

  /** A row for the data set of issues. */
  static final char ISSUE = 'I';

  /** A row for the data set of quarantined values. */
  static final char BAD_VALUE = 'Q';

  /** A {@link FileReport}. */
  static final char REPORT = 'F';

  /** Parts the fields of a key; no folder or cell holds it. */
  static final char PART = '\u001f';

  private static final int FLUSH_BYTES = 48 << 20;
  private static final int ENTRY_BYTES = 160;

  private final Map<String, ByteWriter> placements = new HashMap<>();
  private final List<Tuple2<String, byte[]>> ready = new ArrayList<>();
  private final IssueSink sink;
  private long size;

  /** Output whose issues travel with the rest. */
  Output() {
    this(null);
  }

  /**
   * Output whose issues are told at once, and nothing more of what they are about.
   *
   * @param sink takes them, or null: they travel with the rest
   */
  Output(IssueSink sink) {
    this.sink = sink;
  }

  /** Takes issues at once; null when they travel with the rest. */
  IssueSink sink() {
    return sink;
  }

  /** What the next bytes show of a placement, in one file. */
  void placement(Page.Place of, int file, String placementId, int length, ByteReader rows) {
    String key = PLACEMENT + of.proeftuin() + PART + placementId;
    ByteWriter out = placements.get(key);
    if (out == null) {
      out = new ByteWriter();
      placements.put(key, out);
      size += ENTRY_BYTES + key.length();
    }
    Sightings.file(out, of.delivery(), file);
    rows.copy(length, out);
    size += length;
  }

  /** The next bytes are a small item, with its line before it. */
  void smallItem(Page.Place of, int file, String key, int length, ByteReader row) {
    ByteWriter out = new ByteWriter().putLong(of.delivery()).putLong(file);
    row.copy(length, out);
    add(SMALL_ITEM + of.proeftuin() + PART + key, out.toBytes());
  }

  /** The next bytes are an issue or a bad value. */
  void row(char kind, Page.Place of, int length, ByteReader row) {
    ByteWriter out = new ByteWriter().putLong(of.delivery());
    row.copy(length, out);
    if (sink == null) {
      add(kind + of.proeftuin(), out.toBytes());
    }
  }

  void report(DeliveredFile file, FileReport report) {
    if (sink == null) {
      add(REPORT + file.name(), JavaBytes.write(report));
    }
  }

  private void add(String key, byte[] value) {
    ready.add(new Tuple2<>(key, value));
    size += ENTRY_BYTES + value.length;
  }

  boolean full() {
    return size > FLUSH_BYTES;
  }

  /** Hands over everything and is empty again. */
  List<Tuple2<String, byte[]>> drain() {
    List<Tuple2<String, byte[]>> all = new ArrayList<>(ready);
    placements.forEach((key, out) -> all.add(new Tuple2<>(key, out.toBytes())));
    ready.clear();
    placements.clear();
    size = 0;
    return all;
  }
}
