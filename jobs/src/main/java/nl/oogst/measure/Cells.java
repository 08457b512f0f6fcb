package nl.oogst.measure;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import nl.oogst.resolve.ByteReader;
import nl.oogst.resolve.ByteWriter;

/**
 * The amounts of one data set: a row of equal width for each slice that occurs.
 *
 * <p>Most persons add the same to their slice of each breakdown. They are added once, to the bundle
 * of those slices; bundles are opened when there are many of them and at the end.
 */
public final class Cells implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Bundles are opened from these numbers on, which bounds memory: some 20 MB each. */
  private static final int MANY_ROWS = 1_000;

  private static final int MANY_SPELLS = 3_000;

  private final int width;
  private final int causes;
  private final Map<Slice, Amount[]> amounts = new HashMap<>();
  private final Map<Slice, Spells> spells = new HashMap<>();
  private final Map<Slice, DayRange> days = new HashMap<>();
  private final Map<Slice, Amount[]> bundledAmounts = new HashMap<>();
  private final Map<Slice, Spells> bundledSpells = new HashMap<>();

  Cells(int width) {
    this(width, 1);
  }

  /**
   * No amounts yet.
   *
   * @param width the amounts of a slice
   * @param causes how many ways in which jobs end are told apart
   */
  Cells(int width, int causes) {
    this.width = width;
    this.causes = causes;
  }

  /**
   * The amounts of a slice or bundle, for what one person adds; asking for them makes the slice one
   * that occurs.
   */
  Amount[] row(Slice slice) {
    return (slice.isBundle() ? bundledAmounts : amounts)
        .computeIfAbsent(slice, s -> new Amount[width]);
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

  /** As {@link #row}, for the time that jobs ran. */
  Spells spells(Slice slice) {
    return (slice.isBundle() ? bundledSpells : spells)
        .computeIfAbsent(slice, s -> new Spells(causes));
  }

  DayRange days(Slice slice) {
    return days.computeIfAbsent(slice, s -> new DayRange());
  }

  /** The slices that occur with their amounts, in order. */
  SortedMap<Slice, Amount[]> rows() {
    open();
    return new TreeMap<>(amounts);
  }

  SortedMap<Slice, DayRange> allDays() {
    return new TreeMap<>(days);
  }

  SortedMap<Slice, Spells> allSpells() {
    open();
    return new TreeMap<>(spells);
  }

  /** Keeps memory within bounds; called between persons, never while one is added. */
  public void openMany() {
    if (bundledAmounts.size() >= MANY_ROWS || bundledSpells.size() >= MANY_SPELLS) {
      open();
    }
  }

  /** Adds what was added to bundles to each of their slices. */
  public void open() {
    bundledAmounts.forEach(
        (bundle, theirs) -> bundle.bundled().forEach(slice -> merge(slice, theirs)));
    bundledAmounts.clear();
    bundledSpells.forEach(
        (bundle, theirs) -> bundle.bundled().forEach(slice -> spells(slice).merge(theirs)));
    bundledSpells.clear();
  }

  /** Adds the cells of other persons to these. */
  public Cells merge(Cells other) {
    open();
    other.open();
    other.amounts.forEach(this::merge);
    other.spells.forEach((slice, theirs) -> spells(slice).merge(theirs));
    other.days.forEach((slice, theirs) -> days(slice).merge(theirs));
    return this;
  }

  /** All that was added, as bytes: shorter, and sooner made, than Java's own form. */
  public byte[] toBytes() {
    open();
    ByteWriter out = new ByteWriter();
    out.putLong(amounts.size());
    amounts.forEach(
        (slice, row) -> {
          slice.write(out);
          Amount.write(row, out);
        });
    out.putLong(spells.size());
    spells.forEach(
        (slice, its) -> {
          slice.write(out);
          its.write(out);
        });
    out.putLong(days.size());
    days.forEach(
        (slice, range) -> {
          slice.write(out);
          range.write(out);
        });
    return out.toBytes();
  }

  /**
   * Adds cells of the same data set, as {@link #toBytes} has them.
   *
   * @param places where an amount that stood in a place then stands in these cells
   */
  public void merge(byte[] bytes, IntUnaryOperator places) {
    ByteReader in = new ByteReader(bytes);
    for (int n = in.readInt(); n > 0; n--) {
      Amount[] row = row(Slice.read(in));
      Amount.merge(in, places, row);
    }
    for (int n = in.readInt(); n > 0; n--) {
      spells(Slice.read(in)).merge(in);
    }
    for (int n = in.readInt(); n > 0; n--) {
      days(Slice.read(in)).merge(in);
    }
  }

  private void merge(Slice slice, Amount[] theirs) {
    Amount[] ours = row(slice);
    for (int i = 0; i < width; i++) {
      if (theirs[i] != null) {
        at(ours, i).merge(theirs[i]);
      }
    }
  }

  /**
   * Takes away what some of the persons added, who are in these cells. Sums are exact; what cannot
   * be taken back, the largest contribution of one person and ranges of days, stays.
   */
  public Cells without(Cells some) {
    open();
    some.open();
    some.amounts.forEach(
        (slice, theirs) -> {
          Amount[] ours = row(slice);
          for (int i = 0; i < width; i++) {
            if (theirs[i] != null) {
              at(ours, i).without(theirs[i]);
            }
          }
        });
    some.spells.forEach((slice, theirs) -> spells(slice).without(theirs));
    return this;
  }
}
