package nl.oogst.read;

/** Rows for tests of the steps behind reading. */
public final class Rows {
  private Rows() {}

  public static Row of(RowKind kind, String... cells) {
    Row row = new Row();
    row.clear(1);
    row.kind(kind);
    for (String cell : cells) {
      row.add(cell);
    }
    return row;
  }

  public static Row data(String... cells) {
    return of(RowKind.DATA, cells);
  }

  /** A row of a sheet, in which one cell has a type. */
  public static Row typed(int place, CellType type, String... cells) {
    Row row = new Row();
    row.clear(1);
    for (int i = 0; i < cells.length; i++) {
      row.add(cells[i], i == place ? type : CellType.TEXT);
    }
    return row;
  }

  public static Row with(ReadIssue issue, String... cells) {
    Row row = data(cells);
    row.issue(issue);
    return row;
  }
}
