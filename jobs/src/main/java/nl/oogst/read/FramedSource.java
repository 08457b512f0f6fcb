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
  private final TextPart part;
  private boolean placed;
  private boolean irregular;

  FramedSource(Records records, DialectHint hint) {
    this(records, hint, null);
  }

  /**
   * @param partOrNull only the records of this part, of the table that the first rows tell
   */
  FramedSource(Records records, DialectHint hint, TextPart partOrNull) {
    this.records = records;
    this.hint = hint;
    this.part = partOrNull;
    this.placed = part == null || part.isFirst();
  }

  /** As {@link PartSource#isRegular}. */
  boolean isRegular() {
    return placed
        && !irregular
        && records.isPlain()
        && (part.to() == null || records.passed(part.to()));
  }

  /** Goes to where the part starts; false when it is there already. */
  boolean goToPart() throws ReadFailure {
    if (placed) {
      return false;
    }
    placed = true;
    irregular |= records.position() > part.from().offset();
    pushed.clear();
    records.jump(part.from());
    return true;
  }

  /** Whether the next record is no longer of the part. */
  boolean isPartOver() {
    if (part == null || part.to() == null) {
      return false;
    }
    return pushed.isEmpty()
        ? records.position() >= part.to().offset()
        : pushed.peek().line() >= part.to().line();
  }

  /** The part is not to be understood without what stands before or behind it. */
  void irregular() {
    irregular = true;
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
    if (isPartOver()) {
      return null;
    }
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
