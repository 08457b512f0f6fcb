package nl.oogst.read;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The tables of one text or sheet, one below the other. */
final class FramedSource implements TableSource {
  private static final int SAMPLE_ROWS = 230;
  private static final int MOST_ROWS = 10_000;
  private static final long SAMPLE_CHARACTERS = 2L << 20;

  private final Records records;
  private final DialectHint hint;
  private final Deque<Row> pushed = new ArrayDeque<>();
  private final Row spare = new Row();
  private FramedTable current;
  private long rowsRead;
  private boolean first = true;

  FramedSource(Records records, DialectHint hint) {
    this.records = records;
    this.hint = hint;
  }

  @Override
  public void close() {
    records.close();
  }

  @Override
  public SourceTable next() throws ReadFailure {
    while (current != null && current.next() != null) {
      // what the caller did not read is skipped
    }
    current = null;
    List<Integer> given = first ? hint.headerRows() : null;
    long before = rowsRead - pushed.size();
    List<Row> sample = sample(given);
    if (sample.isEmpty()) {
      return null;
    }
    Records.Origin origin = records.origin();
    if (given == null) {
      sample = sample.subList(0, Columns.furtherTable(sample));
    }
    String join = hint.headerJoin() == null ? " " : hint.headerJoin();
    Structure structure =
        given == null
            ? Structure.find(sample, join, origin.ragged())
            : Structure.given(sample, indexes(sample, given), join, origin.ragged());
    List<Integer> numbers = new ArrayList<>();
    for (int i : structure.headerRows()) {
      numbers.add((int) (origin.ragged() ? sample.get(i).line() : before + i + 1));
    }
    List<Decision> decisions = new ArrayList<>(records.decisions());
    decisions.add(
        new Decision(
            "header",
            numbers.isEmpty()
                ? "none: the columns are called column_1, column_2, …"
                : "row " + list(numbers),
            structure.reason()));
    if (structure.headerFrom() > 0 && !numbers.isEmpty()) {
      decisions.add(
          new Decision(
              "preamble",
              structure.headerFrom() + " rows above the header",
              "they have fewer cells than the table"));
    }
    records.expect(structure.cells(), structure.typedColumns().stream().mapToInt(i -> i).toArray());
    current =
        new FramedTable(
            this, origin, numbers, structure, decisions, sample, !first && given == null);
    first = false;
    return current;
  }

  private static String list(List<Integer> numbers) {
    return String.join(" and ", numbers.stream().map(String::valueOf).toList());
  }

  private List<Integer> indexes(List<Row> sample, List<Integer> given) {
    List<Integer> indexes = new ArrayList<>();
    for (int number : given) {
      for (int i = 0; i < sample.size(); i++) {
        boolean here = records.origin().ragged() ? sample.get(i).line() == number : i + 1 == number;
        if (here) {
          indexes.add(i);
        }
      }
    }
    return indexes;
  }

  /** Reads the first records and puts them back. */
  private List<Row> sample(List<Integer> headerRows) throws ReadFailure {
    int last =
        headerRows == null || headerRows.isEmpty() ? 0 : headerRows.get(headerRows.size() - 1);
    int rows = Math.min(MOST_ROWS, SAMPLE_ROWS + last);
    List<Row> sample = new ArrayList<>();
    long characters = 0;
    while (sample.size() < rows && characters < SAMPLE_CHARACTERS) {
      Row row = new Row();
      if (!raw(row)) {
        break;
      }
      for (int i = 0; i < row.size(); i++) {
        characters += row.cell(i).length();
      }
      sample.add(row);
    }
    for (int i = sample.size() - 1; i >= 0; i--) {
      pushed.addFirst(sample.get(i));
    }
    return sample;
  }

  /** The next record as it came. */
  boolean raw(Row row) throws ReadFailure {
    if (!pushed.isEmpty()) {
      row.copyFrom(pushed.poll());
      return true;
    }
    if (records.next(row)) {
      rowsRead++;
      return true;
    }
    return false;
  }

  /** The next rows as they came, fewer at the end; they stay to be read. */
  List<Row> peek(int rows) throws ReadFailure {
    while (pushed.size() < rows) {
      Row row = new Row();
      if (!records.next(row)) {
        break;
      }
      rowsRead++;
      pushed.addLast(row);
    }
    return pushed.stream().limit(rows).toList();
  }

  void pushBack(Row row) {
    spare.copyFrom(row);
    pushed.addFirst(spare.copy());
  }
}
