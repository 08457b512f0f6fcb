package nl.oogst.report.document;

import java.util.ArrayList;
import java.util.List;

/**
 * Numbers in rows. The first column names the row.
 *
 * @param id unique in the report; also the name of the file with these numbers
 * @param note what must be known of these numbers, below the table; null when there is nothing
 */
public record Table(
    String id, String caption, List<Column> columns, List<List<Cell>> rows, String note) {

  /**
   * A column.
   *
   * @param number whether the cells are numbers, set right
   * @param term the id of the term that says what the numbers are, or null
   */
  public record Column(String title, boolean number, String term) {}

  /**
   * What stands in a row under a column.
   *
   * @param shown what the reader sees; never empty: why there is nothing is said
   * @param value the number itself, null when there is none or the cell is text
   */
  public record Cell(String shown, Double value) {
    public static Cell text(String text) {
      return new Cell(text, null);
    }
  }

  public Table {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<Cell> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "table "
                + id
                + ": a row of "
                + row.size()
                + " cells in "
                + columns.size()
                + " columns");
      }
    }
  }

  public static Builder titled(String id, String caption) {
    return new Builder(id, caption);
  }

  /** Collects columns and rows. */
  public static final class Builder {
    private final String id;
    private final String caption;
    private final List<Column> columns = new ArrayList<>();
    private final List<List<Cell>> rows = new ArrayList<>();
    private String note;

    private Builder(String id, String caption) {
      this.id = id;
      this.caption = caption;
    }

    public Builder text(String title) {
      columns.add(new Column(title, false, null));
      return this;
    }

    public Builder number(String title) {
      return number(title, null);
    }

    /** A column of numbers whose title leads to what they are. */
    public Builder number(String title, String term) {
      columns.add(new Column(title, true, term));
      return this;
    }

    /** What must be known of these numbers. */
    public Builder note(String words) {
      note = words;
      return this;
    }

    public Builder row(List<Cell> cells) {
      rows.add(cells);
      return this;
    }

    public Builder row(Cell... cells) {
      return row(List.of(cells));
    }

    public boolean isEmpty() {
      return rows.isEmpty();
    }

    public Table build() {
      return new Table(id, caption, columns, rows, note);
    }
  }
}
