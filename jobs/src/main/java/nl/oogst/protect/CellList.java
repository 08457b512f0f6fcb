package nl.oogst.protect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Where each unknown stands, by its number. */
final class CellList {
  private record Source(int release, TableCells table) {}

  private final List<Source> sources = new ArrayList<>();
  private int[] sourceOf = new int[1024];
  private int[] rows = new int[1024];
  private int[] measures = new int[1024];
  private int size;

  /** The next unknown stands in a row and measure of a data set; data sets come one by one. */
  void add(int release, TableCells table, int row, int measure) {
    if (sources.isEmpty() || sources.get(sources.size() - 1).table() != table) {
      sources.add(new Source(release, table));
    }
    append(sources.size() - 1, row, measure);
  }

  /** The next unknown stands where another one does. */
  void repeat(int unknown) {
    append(sourceOf[unknown], rows[unknown], measures[unknown]);
  }

  private void append(int source, int row, int measure) {
    if (size == rows.length) {
      sourceOf = Arrays.copyOf(sourceOf, 2 * size);
      rows = Arrays.copyOf(rows, 2 * size);
      measures = Arrays.copyOf(measures, 2 * size);
    }
    sourceOf[size] = source;
    rows[size] = row;
    measures[size++] = measure;
  }

  Attack.Cell get(int unknown) {
    Source source = sources.get(sourceOf[unknown]);
    return new Attack.Cell(
        source.release(),
        source.table(),
        rows[unknown],
        source.table().measures().get(measures[unknown]));
  }
}
