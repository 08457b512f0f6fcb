package nl.oogst.protect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where each unknown stands, by its number. Holds no row of a release: what a row is about is held
 * once for all releases that have it, so that a release adds no more than what it says anew.
 */
final class CellList {
  /** What a row is about, in words. */
  private record About(String dataSet, String period, String breakdown, String words) {}

  /** A column of figures, or one code of it. */
  private record Figure(String name, boolean isCount) {}

  private final List<About> abouts = new ArrayList<>();

  /** What rows are about, as places in the list, by the key of the row and of its columns. */
  private final LongIntMap aboutOf;

  private final List<Figure> figures = new ArrayList<>();
  private final Map<Figure, Integer> figureOf = new HashMap<>();
  private final Map<String, String> texts = new HashMap<>();
  private int[] releases;
  private int[] rows;
  private int[] measures;

  /** Figures as published; not a number where there is none. */
  private double[] published;

  private int size;

  CellList() {
    aboutOf = new LongIntMap();
    releases = new int[1024];
    rows = new int[1024];
    measures = new int[1024];
    published = new double[1024];
  }

  private CellList(CellList other) {
    abouts.addAll(other.abouts);
    aboutOf = other.aboutOf.copy();
    figures.addAll(other.figures);
    figureOf.putAll(other.figureOf);
    texts.putAll(other.texts);
    releases = other.releases.clone();
    rows = other.rows.clone();
    measures = other.measures.clone();
    published = other.published.clone();
    size = other.size;
  }

  /** The same unknowns, to go on from apart. */
  CellList copy() {
    return new CellList(this);
  }

  /** Of how many rows is held what they are about. */
  int abouts() {
    return abouts.size();
  }

  /** The next unknown stands in a row and measure of a data set. */
  void add(int release, TableCells table, int row, TableCells.Measure measure, Double shown) {
    append(release, about(table, row), figure(measure), shown == null ? Double.NaN : shown);
  }

  /** The next unknown stands where another one does. */
  void repeat(int unknown) {
    append(releases[unknown], rows[unknown], measures[unknown], published[unknown]);
  }

  private int about(TableCells table, int row) {
    long key = TableCells.mix(table.key(row), table.columns());
    int known = aboutOf.get(key);
    if (known != LongIntMap.NONE) {
      return known;
    }
    abouts.add(
        new About(
            text(table.schema().name()),
            text(table.period(row)),
            text(table.breakdown(row)),
            text(table.words(row))));
    aboutOf.put(key, abouts.size() - 1);
    return abouts.size() - 1;
  }

  /** Many rows say the same; it is held once. */
  private String text(String text) {
    return texts.computeIfAbsent(text, same -> same);
  }

  private int figure(TableCells.Measure measure) {
    return figureOf.computeIfAbsent(
        new Figure(measure.name(), measure.isCount()),
        figure -> {
          figures.add(figure);
          return figures.size() - 1;
        });
  }

  private void append(int release, int row, int measure, double shown) {
    if (size == rows.length) {
      makeRoom(2 * size);
    }
    releases[size] = release;
    rows[size] = row;
    measures[size] = measure;
    published[size++] = shown;
  }

  private void makeRoom(int length) {
    releases = Arrays.copyOf(releases, length);
    rows = Arrays.copyOf(rows, length);
    measures = Arrays.copyOf(measures, length);
    published = Arrays.copyOf(published, length);
  }

  /** How many kinds of figures there are. */
  int figures() {
    return figures.size();
  }

  /**
   * Writes where unknowns stand from one on, to be added to a list that has those before it.
   *
   * @param abouts how many rows were known before them
   * @param figuresBefore how many kinds of figures
   */
  void tell(int from, int abouts, int figuresBefore, DataOutput out) throws IOException {
    out.writeInt(this.abouts.size() - abouts);
    for (About about : this.abouts.subList(abouts, this.abouts.size())) {
      out.writeUTF(about.dataSet());
      out.writeUTF(about.period());
      out.writeUTF(about.breakdown());
      out.writeUTF(about.words());
    }
    aboutOf.tell((key, about) -> about >= abouts, out);
    out.writeInt(figures.size() - figuresBefore);
    for (Figure figure : figures.subList(figuresBefore, figures.size())) {
      out.writeUTF(figure.name());
      out.writeBoolean(figure.isCount());
    }
    out.writeInt(size);
    NumberBytes.write(releases, from, size, out);
    NumberBytes.write(rows, from, size, out);
    NumberBytes.write(measures, from, size, out);
    NumberBytes.write(published, from, size, out);
  }

  /** Adds what another list told. */
  void hear(DataInput in) throws IOException {
    for (int left = in.readInt(); left > 0; left--) {
      abouts.add(
          new About(
              text(in.readUTF()), text(in.readUTF()), text(in.readUTF()), text(in.readUTF())));
    }
    aboutOf.hear(in);
    for (int left = in.readInt(); left > 0; left--) {
      Figure figure = new Figure(in.readUTF(), in.readBoolean());
      figureOf.put(figure, figures.size());
      figures.add(figure);
    }
    int to = in.readInt();
    makeRoom(Math.max(rows.length, 2 * to));
    NumberBytes.read(releases, size, to, in);
    NumberBytes.read(rows, size, to, in);
    NumberBytes.read(measures, size, to, in);
    NumberBytes.read(published, size, to, in);
    size = to;
  }

  /** The first release that has an unknown. */
  int release(int unknown) {
    return releases[unknown];
  }

  /** As it was published; null where it was not. */
  Double published(int unknown) {
    return Double.isNaN(published[unknown]) ? null : (Double) published[unknown];
  }

  Attack.Cell get(int unknown) {
    About about = abouts.get(rows[unknown]);
    Figure figure = figures.get(measures[unknown]);
    return new Attack.Cell(
        releases[unknown],
        about.dataSet(),
        figure.name(),
        figure.isCount(),
        about.period(),
        about.breakdown(),
        about.words());
  }
}
