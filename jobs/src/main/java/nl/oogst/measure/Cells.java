package nl.oogst.measure;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The amounts of one data set: a row of equal width for each slice that occurs. */
public final class Cells implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int width;
  private final Map<Slice, Amount[]> amounts = new HashMap<>();
  private final Map<Slice, Spells> spells = new HashMap<>();
  private final Map<Slice, DayRange> days = new HashMap<>();

  Cells(int width) {
    this.width = width;
  }

  /** The amounts of a slice; asking for them makes the slice one that occurs. */
  Amount[] row(Slice slice) {
    return amounts.computeIfAbsent(slice, s -> new Amount[width]);
  }

  static Amount at(Amount[] row, int index) {
    if (row[index] == null) {
      row[index] = new Amount();
    }
    return row[index];
  }

  /** The figure at a place, nothing when nobody contributed. */
  static Figure.Sum figure(Amount[] row, int index, double divisor) {
    return row[index] == null ? Figure.Sum.NOTHING : row[index].figure(divisor);
  }

  static Figure.Sum figure(Amount[] row, int index) {
    return figure(row, index, 1);
  }

  Spells spells(Slice slice) {
    return spells.computeIfAbsent(slice, s -> new Spells());
  }

  DayRange days(Slice slice) {
    return days.computeIfAbsent(slice, s -> new DayRange());
  }

  /** The slices that occur with their amounts, in order. */
  SortedMap<Slice, Amount[]> rows() {
    return new TreeMap<>(amounts);
  }

  SortedMap<Slice, DayRange> allDays() {
    return new TreeMap<>(days);
  }

  SortedMap<Slice, Spells> allSpells() {
    return new TreeMap<>(spells);
  }

  /** Adds the cells of other persons to these. */
  public Cells merge(Cells other) {
    other.amounts.forEach(
        (slice, theirs) -> {
          Amount[] ours = row(slice);
          for (int i = 0; i < width; i++) {
            if (theirs[i] != null) {
              at(ours, i).merge(theirs[i]);
            }
          }
        });
    other.spells.forEach((slice, theirs) -> spells(slice).merge(theirs));
    other.days.forEach((slice, theirs) -> days(slice).merge(theirs));
    return this;
  }
}
