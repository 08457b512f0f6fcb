package nl.oogst.run;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.oogst.model.Issue;
import nl.oogst.model.IssueCode;
import nl.oogst.model.Item;
import nl.oogst.resolve.ByteReader;
import nl.oogst.resolve.ByteWriter;
import nl.oogst.resolve.Sightings;
import nl.oogst.resolve.SmallItems;

/**
 * What some rows of one file yield, packed: the same bytes in every run on the same content. The
 * numbers of its delivery and file are not in it, since those shift when another delivery comes in
 * between; they are put before it when it is told.
 */
final class Page {
  private static final int FULL = 1 << 20;

  private final int inner;
  private final Map<String, ByteWriter> placements = new LinkedHashMap<>();
  private final ByteWriter items = new ByteWriter();
  private final ByteWriter issues = new ByteWriter();
  private final ByteWriter badValues = new ByteWriter();
  private int size;

  /**
   * An empty page.
   *
   * @param inner the number of the file inside the delivered file
   */
  Page(int inner) {
    this.inner = inner;
  }

  int inner() {
    return inner;
  }

  boolean empty() {
    return placements.isEmpty() && items.size() + issues.size() + badValues.size() == 0;
  }

  boolean full() {
    return size + items.size() + issues.size() + badValues.size() >= FULL;
  }

  void placement(long line, Item.Placement state) {
    ByteWriter out = of(state.placementId());
    int before = out.size();
    Sightings.write(out, line, state);
    size += out.size() - before;
  }

  void unusablePlacement(long line, String placementId) {
    Sightings.writeUnusable(of(placementId), line);
  }

  void paidHours(long line, Item.PaidHours hours) {
    ByteWriter out = of(hours.placementId());
    int before = out.size();
    Sightings.write(out, line, hours);
    size += out.size() - before;
  }

  private ByteWriter of(String placementId) {
    ByteWriter out = placements.get(placementId);
    if (out == null) {
      out = new ByteWriter();
      placements.put(placementId, out);
      size += placementId.length();
    }
    return out;
  }

  void smallItem(long line, Item item) {
    ByteWriter row = new ByteWriter();
    SmallItems.write(row, line, item);
    items.putText(SmallItems.key(item)).putSized(row);
  }

  void issue(String file, String sheet, long line, String entity, Issue issue) {
    ByteWriter row = new ByteWriter();
    row.putText(file).putText(sheet).putLong(line).putText(entity);
    row.putText(issue.code().name()).putText(issue.field());
    row.putText(issue.found()).putText(issue.expected());
    issues.putSized(row);
  }

  void badValue(String file, long line, String field, IssueCode code, String value) {
    ByteWriter row = new ByteWriter();
    row.putText(file).putLong(line).putText(field).putText(code.code()).putText(value);
    badValues.putSized(row);
  }

  byte[] toBytes() {
    ByteWriter out = new ByteWriter().putLong(inner);
    out.putSized(items).putSized(issues).putSized(badValues);
    placements.forEach((id, rows) -> out.putText(id).putSized(rows));
    return out.toBytes();
  }

  /** Tells a packed page, as part of a file of this run. */
  static void tell(byte[] page, Place of, Output out) {
    ByteReader in = new ByteReader(page);
    int file = Names.number(of.file(), in.readInt());
    ByteReader items = new ByteReader(in.readBytes(in.readInt()));
    while (items.hasMore()) {
      out.smallItem(of, file, items.readText(), items.readInt(), items);
    }
    ByteReader issues = new ByteReader(in.readBytes(in.readInt()));
    while (issues.hasMore()) {
      out.row(Output.ISSUE, of, issues.readInt(), issues);
    }
    ByteReader badValues = new ByteReader(in.readBytes(in.readInt()));
    while (badValues.hasMore()) {
      out.row(Output.BAD_VALUE, of, badValues.readInt(), badValues);
    }
    while (in.hasMore()) {
      out.placement(of, file, in.readText(), in.readInt(), in);
    }
  }

  /**
   * Which file of this run a page belongs to.
   *
   * @param delivery its number
   * @param file the number of the delivered file
   */
  record Place(String proeftuin, int delivery, int file) {}
}
