package nl.oogst.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds in the first records of a table what is preamble, what is header and where the records
 * start. A header is text above columns that hold numbers or dates; where all is text, the first
 * full row is the header unless its words come back below.
 *
 * @param headerFrom index of the first header row in the sample; the rows above are preamble
 * @param headerRows indexes of the header rows; empty when there is no header
 * @param dataFrom index of the first row below the header
 * @param cells how many cells a record usually has; 0 when there is none
 * @param superfluous an empty cell of the header that no record has, taken out; -1 when there is
 *     none
 * @param typedColumns columns that hold numbers or dates
 */
record Structure(
    int headerFrom,
    List<Integer> headerRows,
    int dataFrom,
    List<String> headers,
    int cells,
    int superfluous,
    List<Integer> typedColumns,
    String reason) {
  private static final int LONGEST_HEADER = 20;
  private static final int ENOUGH = 80;

  static Structure find(List<Row> sample, String join, boolean ragged) {
    return new Finder(sample, join, ragged).find();
  }

  /** The header is given: rows with these indexes. */
  static Structure given(List<Row> sample, List<Integer> headerRows, String join, boolean ragged) {
    return new Finder(sample, join, ragged).given(headerRows);
  }

  private static final class Finder {
    private final List<Row> sample;
    private final int width;
    private final String join;
    private final boolean ragged;
    private int[] typed = {};

    Finder(List<Row> sample, String join, boolean ragged) {
      this.ragged = ragged;
      this.sample = sample;
      this.join = join;
      this.width = Columns.usualExtent(sample);
    }

    Structure given(List<Integer> rows) {
      int from = rows.isEmpty() ? 0 : rows.get(0);
      int data = rows.isEmpty() ? 0 : rows.get(rows.size() - 1) + 1;
      return structure(from, rows, data, "given");
    }

    Structure find() {
      int start = tableStart();
      if (start == sample.size()) {
        return structure(start, List.of(), start, "no row with cells");
      }
      typed = Columns.typedColumns(body(start), 0.6);
      List<Integer> block = typed.length > 0 ? aboveValues(start) : aboveText(start);
      int at = start;
      while (block.isEmpty() && isShort(at)) {
        // a line such as "Peildatum;1-1-2024" above a table of three columns
        at = nextFilled(at);
        block = typed.length > 0 ? aboveValues(at) : aboveText(at);
      }
      if (block.isEmpty()) {
        return structure(start, block, start, "the first row holds values like those below");
      }
      block = withGroupsAbove(block);
      int from = block.get(0);
      int to = block.get(block.size() - 1);
      String reason =
          typed.length > 0 ? "text above columns of values" : "the first row with all cells";
      return structure(from, block, to + 1, reason);
    }

    private Structure structure(int from, List<Integer> block, int data, String reason) {
      List<Row> body = new ArrayList<>();
      for (Row row : sample.subList(Math.min(data, sample.size()), sample.size())) {
        if (!row.isBlank() && !isNoRecord(row)) {
          body.add(row);
        }
      }
      ColumnTyping typing = ColumnTyping.of(body);
      List<Row> own = Columns.untilNextHeader(body, typing);
      typing = own.size() == body.size() ? typing : ColumnTyping.of(own);
      int cells = Columns.usualSize(own);
      int superfluous = ragged ? -1 : Headers.superfluous(rows(block), own, cells);
      int columns = block.isEmpty() ? Math.max(cells, 1) : 0;
      for (int r : block) {
        columns = Math.max(columns, sample.get(r).extent());
      }
      columns = Math.max(columns, Columns.usedColumns(own));
      List<String> headers =
          new ArrayList<>(
              block.isEmpty() ? numbered(columns) : Headers.join(rows(block), columns, join));
      if (superfluous >= 0) {
        headers.remove(superfluous);
      }
      return new Structure(
          from,
          block,
          data,
          headers,
          cells,
          superfluous,
          Arrays.stream(typing.columns(0.9)).boxed().toList(),
          reason);
    }

    private List<Row> rows(List<Integer> indexes) {
      return indexes.stream().map(sample::get).toList();
    }

    private static List<String> numbered(int columns) {
      List<String> names = new ArrayList<>();
      for (int i = 1; i <= columns; i++) {
        names.add("column_" + i);
      }
      return names;
    }

    /** The first row that is not a title, note or comment. */
    private int tableStart() {
      int i = 0;
      while (i < sample.size() && isPreamble(sample.get(i))) {
        i++;
      }
      return i < sample.size() || width > 1 ? i : firstFilled();
    }

    private boolean isShort(int i) {
      return sample.get(i).extent() < width && nextFilled(i) < sample.size() && i < LONGEST_HEADER;
    }

    private int nextFilled(int i) {
      int next = i + 1;
      while (next < sample.size() && sample.get(next).isBlank()) {
        next++;
      }
      return next;
    }

    private int firstFilled() {
      int i = 0;
      while (i < sample.size() && sample.get(i).isBlank()) {
        i++;
      }
      return i;
    }

    /** Known before it was looked at: the line {@code sep=…}, or a comment. */
    private static boolean isNoRecord(Row row) {
      return row.kind() == RowKind.SEP_LINE || row.kind() == RowKind.PREAMBLE;
    }

    private boolean isPreamble(Row row) {
      if (row.isBlank() || isNoRecord(row)) {
        return true;
      }
      int filled = row.filled();
      if (row.cell(0).startsWith("#") && row.extent() != width) {
        return true;
      }
      if (width == 1) {
        return false;
      }
      return filled == 1 || (width >= 5 && row.extent() <= 2);
    }

    /** The lower part of the rows with cells: surely below the header, however long that is. */
    private List<Row> body(int start) {
      List<Row> rows =
          sample.subList(start, sample.size()).stream()
              .filter(row -> row.hasSeveral() || (width == 1 && row.filled() == 1))
              .toList();
      int skip =
          rows.size() < 2 ? rows.size() : Math.min((rows.size() + 1) / 2, LONGEST_HEADER + 10);
      return rows.subList(skip, Math.min(rows.size(), skip + ENOUGH));
    }

    private List<Integer> aboveValues(int start) {
      int last = -1;
      int end = Math.min(sample.size(), start + LONGEST_HEADER);
      for (int i = start; i < end && !sample.get(i).isBlank(); i++) {
        Row row = sample.get(i);
        if (isHeaderLike(row)) {
          last = i;
        } else if (count(row, CellShape.TYPED) > 0) {
          break;
        }
      }
      return range(start, last);
    }

    private static List<Integer> range(int from, int to) {
      List<Integer> range = new ArrayList<>();
      for (int i = from; i <= to; i++) {
        range.add(i);
      }
      return range;
    }

    private int count(Row row, CellShape shape) {
      int n = 0;
      for (int c : typed) {
        n += CellShape.of(row.cell(c)) == shape ? 1 : 0;
      }
      return n;
    }

    private boolean isHeaderLike(Row row) {
      int texts = count(row, CellShape.TEXT);
      int values = count(row, CellShape.TYPED);
      return (texts > 0 && values == 0 && texts * 2 >= typed.length)
          || texts > values * 4
          || (isSequence(row) && !isSequence(lastRow()))
          || isUnit(row);
    }

    private Row lastRow() {
      int i = sample.size() - 1;
      while (i > 0 && sample.get(i).filled() < 2) {
        i--;
      }
      return sample.get(i);
    }

    /** Years or their quarters and months as labels: 2018, 2019, 2020, … */
    private boolean isSequence(Row row) {
      Set<String> labels = new HashSet<>();
      long before = 0;
      int n = 0;
      int steps = 0;
      for (int c : typed) {
        String cell = row.cell(c).strip();
        if (cell.isEmpty()) {
          continue;
        }
        boolean year =
            cell.length() >= 4 && cell.substring(0, 4).chars().allMatch(d -> d >= '0' && d <= '9');
        long value = year ? Long.parseLong(cell.substring(0, 4)) : before;
        boolean part = value == before && cell.length() > 4 && cell.length() < 8;
        steps += n > 0 && year && labels.add(cell) && (part || value == before + 1) ? 1 : 0;
        before = value;
        n++;
      }
      return n >= 3 && steps * 10 >= (n - 1) * 9;
    }

    /** The same label over all columns of values, such as {@code x 1 000} or {@code 2014*}. */
    private boolean isUnit(Row row) {
      String label = row.cell(typed[0]);
      return typed.length >= 3
          && !label.chars().allMatch(c -> (c >= '0' && c <= '9') || ".,- ".indexOf(c) >= 0)
          && Arrays.stream(typed).allMatch(c -> row.cell(c).equals(label));
    }

    private List<Integer> aboveText(int start) {
      Row first = sample.get(start);
      int values = 0;
      for (int c = 0; c < first.size(); c++) {
        values += CellShape.of(first.cell(c)) == CellShape.TYPED ? 1 : 0;
      }
      if (values * 2 >= first.filled() || wordsComeBack(start)) {
        return List.of();
      }
      int last = start;
      while (last + 1 < sample.size() && sample.get(last + 1).toList().equals(first.toList())) {
        last++;
      }
      return range(start, last);
    }

    /** Whether the first row is one of many: what it says stands in the same columns below. */
    private boolean wordsComeBack(int start) {
      Row first = sample.get(start);
      List<Row> below =
          sample.subList(start + 1, sample.size()).stream()
              .filter(row -> !isLike(row, first))
              .toList();
      int back = 0;
      for (int c = 0; c < first.size(); c++) {
        String word = first.cell(c);
        boolean found = false;
        for (int i = 0; i < below.size() && !word.isBlank() && !found; i++) {
          found = below.get(i).cell(c).equals(word);
        }
        back += found ? 1 : 0;
      }
      return back * 3 >= first.filled() && back > 0 && first.filled() > 1;
    }

    /** A header repeated, or that of a further table: most words are the same. */
    private static boolean isLike(Row row, Row header) {
      int same = 0;
      for (int c = 0; c < header.extent(); c++) {
        same += !header.cell(c).isBlank() && header.cell(c).equals(row.cell(c)) ? 1 : 0;
      }
      return same > 1 && same * 3 > header.filled() * 2;
    }

    /** Rows right above that name groups of columns belong to the header. */
    private List<Integer> withGroupsAbove(List<Integer> block) {
      List<Integer> extended = new ArrayList<>(block);
      for (int i = block.get(0) - 1; i >= 0 && isGroupRow(sample.get(i)); i--) {
        extended.add(0, i);
      }
      return extended;
    }

    private boolean isGroupRow(Row row) {
      if (row.isBlank() || isNoRecord(row) || row.cell(0).startsWith("#")) {
        return false;
      }
      for (int c = 0; c < row.size(); c++) {
        if (CellShape.of(row.cell(c)) == CellShape.TYPED) {
          return false;
        }
      }
      boolean indented = row.cell(0).isBlank();
      return indented || (row.hasSeveral() && row.extent() > 2);
    }
  }
}
