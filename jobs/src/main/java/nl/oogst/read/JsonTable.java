package nl.oogst.read;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.oogst.model.IssueCode;

/**
 * Records of keys and values as a table: the keys in order of first appearance in the first
 * records.
 */
final class JsonTable implements SourceTable {
  static final int SAMPLE_ROWS = 200;

  /** Where the records come from. */
  interface Feed {
    /** The next record, or null at the end. */
    Item next() throws ReadFailure;
  }

  /**
   * One record.
   *
   * @param cells null when there are none
   * @param blank whether nothing stood there at all
   */
  record Item(long line, JsonCells cells, boolean blank) {
    static Item empty(long line) {
      return new Item(line, null, true);
    }

    static Item unreadable(long line) {
      return new Item(line, null, false);
    }
  }

  private final Feed feed;
  private final Deque<Item> ahead = new ArrayDeque<>();
  private final Map<String, Integer> columns = new HashMap<>();
  private final TableStart start;
  private final Row row = new Row();
  private boolean ended;

  JsonTable(Feed feed, String file, String path, Format format, List<Decision> decisions)
      throws ReadFailure {
    this.feed = feed;
    List<String> headers = new ArrayList<>();
    for (Item item = more(); item != null; item = more()) {
      ahead.add(item);
      if (item.cells != null) {
        for (String key : item.cells.values().keySet()) {
          if (columns.putIfAbsent(key, headers.size()) == null) {
            headers.add(key);
          }
        }
      }
      if (ahead.size() == SAMPLE_ROWS) {
        break;
      }
    }
    List<List<String>> sample = new ArrayList<>();
    for (Item item : ahead) {
      if (item.cells != null) {
        fill(item);
        sample.add(row.toList());
      }
    }
    List<Decision> all = new ArrayList<>(decisions);
    all.add(
        new Decision(
            "header",
            headers.size() + " keys",
            "keys in order of first appearance in the first records"));
    this.start = new TableStart(file, path, format, Dialect.none(List.of()), headers, all, sample);
  }

  /** A feed that is at its end is not asked again: what follows belongs to another table. */
  private Item more() throws ReadFailure {
    Item item = ended ? null : feed.next();
    ended = item == null;
    return item;
  }

  boolean isEmpty() {
    return ahead.isEmpty();
  }

  @Override
  public TableStart start() {
    return start;
  }

  @Override
  public Row next() throws ReadFailure {
    Item item = ahead.isEmpty() ? more() : ahead.poll();
    if (item == null) {
      return null;
    }
    fill(item);
    return row;
  }

  private void fill(Item item) {
    row.clear(item.line);
    if (item.blank) {
      row.kind(RowKind.BLANK);
      return;
    }
    if (item.cells == null) {
      row.issue(
          new ReadIssue(
              IssueCode.RECORD_UNREADABLE,
              item.line,
              -1,
              "een regel die geen JSON is",
              "één JSON-object",
              "de rij is bewaard zonder waarden"));
      return;
    }
    int known = columns.size();
    JsonCells.Value[] cells = new JsonCells.Value[known];
    List<Map.Entry<String, JsonCells.Value>> unknown = new ArrayList<>(0);
    for (Map.Entry<String, JsonCells.Value> entry : item.cells.values().entrySet()) {
      Integer column = columns.get(entry.getKey());
      if (column == null) {
        unknown.add(entry);
      } else {
        cells[column] = entry.getValue();
      }
    }
    for (JsonCells.Value cell : cells) {
      add(cell);
    }
    for (Map.Entry<String, JsonCells.Value> entry : unknown) {
      add(entry.getValue());
      row.issue(
          new ReadIssue(
              IssueCode.ROW_TOO_LONG,
              item.line,
              row.size() - 1,
              "sleutel " + entry.getKey(),
              "de sleutels van de eerste " + SAMPLE_ROWS + " records",
              "de waarde hoort bij geen kolom"));
    }
    if (item.cells.repeated()) {
      row.issue(
          new ReadIssue(
              IssueCode.COLUMN_DUPLICATE,
              item.line,
              -1,
              "een sleutel die er twee keer staat",
              "elke sleutel één keer",
              "de latere waarde heeft een eigen kolom"));
    }
  }

  private void add(JsonCells.Value cell) {
    if (cell == null) {
      row.add("");
    } else {
      row.add(cell.text(), cell.type());
    }
  }
}
