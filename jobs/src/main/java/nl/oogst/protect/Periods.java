package nl.oogst.protect;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/** The rows of a data set as series: those of one cell in the order of their periods. */
final class Periods {
  private final String[] names;
  private final int[] rankOf;
  private final Map<Long, Series> series = new HashMap<>();

  Periods(TableCells table) {
    Map<String, Integer> ranks = new LinkedHashMap<>();
    for (int row = 0; row < table.rows(); row++) {
      ranks.put(table.period(row), 0);
    }
    this.names = new TreeSet<>(ranks.keySet()).toArray(String[]::new);
    for (int rank = 0; rank < names.length; rank++) {
      ranks.put(names[rank], rank);
    }
    this.rankOf = new int[table.rows()];
    for (int row = 0; row < rankOf.length; row++) {
      rankOf[row] = ranks.get(table.period(row));
      series.computeIfAbsent(table.cell(row), cell -> new Series()).put(row);
    }
  }

  Collection<Series> series() {
    return series.values();
  }

  /** The rows of one cell, one for each of its periods, the earliest first. */
  final class Series {
    private int[] rows = new int[4];
    private int size;

    int size() {
      return size;
    }

    int row(int i) {
      return rows[i];
    }

    private void put(int row) {
      int at = size;
      while (at > 0 && rankOf[rows[at - 1]] > rankOf[row]) {
        at--;
      }
      if (at > 0 && rankOf[rows[at - 1]] == rankOf[row]) {
        rows[at - 1] = row;
        return;
      }
      if (size == rows.length) {
        rows = Arrays.copyOf(rows, 2 * size);
      }
      System.arraycopy(rows, at, rows, at + 1, size - at);
      rows[at] = row;
      size++;
    }

    /** The rows of the quarters of a year. */
    int[] quarters(int year) {
      String name = names[rankOf[year]];
      int from = place(name + "-");
      int to = place(name + "-Z");
      int[] quarters = new int[size];
      int found = 0;
      for (int i = 0; i < size; i++) {
        if (rankOf[rows[i]] >= from && rankOf[rows[i]] < to) {
          quarters[found++] = rows[i];
        }
      }
      return Arrays.copyOf(quarters, found);
    }
  }

  /** The first period at or after a name. */
  private int place(String name) {
    int found = Arrays.binarySearch(names, name);
    return found >= 0 ? found : -found - 1;
  }
}
