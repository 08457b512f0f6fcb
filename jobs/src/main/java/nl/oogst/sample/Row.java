package nl.oogst.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A record of a sheet on its way to a file, with the mistakes planted in it. */
final class Row {
  private final Map<String, Cell> cells;
  private final List<Mistake> mistakes = new ArrayList<>();
  private List<String> texts = List.of();
  private int surplus;

  Row(Map<String, Cell> cells) {
    this.cells = new LinkedHashMap<>(cells);
  }

  /** A row that is no record: texts by position. */
  static Row of(List<String> texts) {
    var row = new Row(Map.of());
    row.texts = List.copyOf(texts);
    return row;
  }

  Row copy() {
    return new Row(cells);
  }

  boolean isRecord() {
    return texts.isEmpty();
  }

  Cell cell(String field) {
    return cells.getOrDefault(field, Cell.EMPTY);
  }

  void set(String field, Cell cell) {
    cells.put(field, cell);
  }

  Map<String, Cell> cells() {
    return cells;
  }

  /** Cells too many (above zero) or too few. */
  void surplus(int count) {
    surplus = count;
  }

  void plant(Mistake mistake) {
    mistakes.add(mistake);
  }

  List<Mistake> mistakes() {
    return mistakes;
  }

  /** The cells by position, as many as this row really has. */
  List<Cell> inOrder(List<String> fields) {
    var result = new ArrayList<Cell>();
    if (!isRecord()) {
      texts.forEach(text -> result.add(Cell.text(text)));
      return result;
    }
    fields.forEach(field -> result.add(cell(field)));
    for (int i = 0; i < surplus; i++) {
      result.add(Cell.text("extra"));
    }
    return surplus < 0 ? result.subList(0, result.size() + surplus) : result;
  }
}
