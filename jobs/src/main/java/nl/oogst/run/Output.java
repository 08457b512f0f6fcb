package nl.oogst.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.oogst.model.DeliveredFile;
import nl.oogst.model.Delivery;
import nl.oogst.model.Issue;
import nl.oogst.model.IssueCode;
import nl.oogst.model.Item;
import nl.oogst.resolve.ByteWriter;
import nl.oogst.resolve.Sightings;
import nl.oogst.resolve.SmallItems;
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

  void placement(Delivery delivery, Sightings.Place place, Item.Placement state) {
    ByteWriter out = of(delivery, state.placementId());
    int before = out.size();
    Sightings.write(out, place, state);
    size += out.size() - before;
  }

  void unusablePlacement(Delivery delivery, Sightings.Place place, String placementId) {
    ByteWriter out = of(delivery, placementId);
    Sightings.writeUnusable(out, place);
  }

  void paidHours(Delivery delivery, Sightings.Place place, Item.PaidHours hours) {
    ByteWriter out = of(delivery, hours.placementId());
    int before = out.size();
    Sightings.write(out, place, hours);
    size += out.size() - before;
  }

  private ByteWriter of(Delivery delivery, String placementId) {
    String key = PLACEMENT + delivery.proeftuin() + PART + placementId;
    ByteWriter out = placements.get(key);
    if (out == null) {
      out = new ByteWriter();
      placements.put(key, out);
      size += ENTRY_BYTES + key.length();
    }
    return out;
  }

  void smallItem(Delivery delivery, Sightings.Place place, Item item) {
    String key = SMALL_ITEM + delivery.proeftuin() + PART + SmallItems.key(item);
    add(key, SmallItems.toBytes(new SmallItems.Seen(place, item)));
  }

  /** An issue about a row, a table or a file; line 0 for what is about no single row. */
  void issue(Delivery delivery, String file, String sheet, long line, String entity, Issue issue) {
    if (sink != null) {
      sink.issue(delivery.index(), file, sheet, line, entity, issue);
      return;
    }
    ByteWriter out = new ByteWriter().putLong(delivery.index());
    out.putText(file).putText(sheet).putLong(line).putText(entity);
    out.putText(issue.code().name()).putText(issue.field());
    out.putText(issue.found()).putText(issue.expected());
    add(ISSUE + delivery.proeftuin(), out.toBytes());
  }

  void badValue(
      Delivery delivery, String file, long line, String field, IssueCode code, String value) {
    if (sink != null) {
      return;
    }
    ByteWriter out = new ByteWriter().putLong(delivery.index());
    out.putText(file).putLong(line).putText(field).putText(code.code()).putText(value);
    add(BAD_VALUE + delivery.proeftuin(), out.toBytes());
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
