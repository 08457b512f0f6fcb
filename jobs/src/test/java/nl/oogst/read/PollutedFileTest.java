package nl.oogst.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One file, polluted in one place at a time, as published benchmarks do it: a delimiter too many or
 * too few, a stray quote, another delimiter or line end in one row. All other rows, and what
 * remains of the polluted one, come back as they were.
 */
class PollutedFileTest {
  private static final int COLUMNS = 7;

  /** The cells; the second text column is quoted where it stands in the file, the last is empty. */
  private static List<List<String>> table() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("datum", "tijd", "aantal", "product", "omschrijving", "adres", "opmerking"));
    String[] products = {"Men's boots", "Tafel, rond 48\"", "Jas", "Kids' Hat", "Sokken, 3 paar"};
    for (int i = 0; i < 12; i++) {
      rows.add(
          List.of(
              (10 + i) + "/01/2018",
              "0" + i % 10 + ":15",
              String.valueOf(i),
              products[i % products.length],
              "Warm, licht en 8'9\" lang; ook voor " + i + " personen.",
              "https://www.example.com/p/" + i + ".html",
              ""));
    }
    return rows;
  }

  private static String cell(String text, int column, String delimiter) {
    boolean quoted =
        column == 4
            || column == 5
            || text.contains("\"")
            || text.contains(delimiter)
            || text.contains(",");
    return quoted ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
  }

  private static List<List<String>> written(String delimiter) {
    List<List<String>> raw = new ArrayList<>();
    for (List<String> row : table()) {
      List<String> cells = new ArrayList<>();
      for (int c = 0; c < row.size(); c++) {
        cells.add(cell(row.get(c), c, delimiter));
      }
      raw.add(cells);
    }
    return raw;
  }

  private static String text(List<List<String>> raw, String delimiter) {
    StringBuilder text = new StringBuilder();
    raw.forEach(row -> text.append(String.join(delimiter, row)).append("\r\n"));
    return text.toString();
  }

  /** Header and records, as a table writer would give them. */
  private static List<List<String>> read(String text, DialectHint hint) {
    Reading reading = Reading.bytes(text.getBytes(StandardCharsets.UTF_8), "a.csv", hint);
    Reading.Table table = reading.tables().get(0);
    List<List<String>> rows = new ArrayList<>();
    rows.add(table.start().headers());
    rows.addAll(table.data());
    return rows;
  }

  private static Stream<DialectHint> hints() {
    return Stream.of(DialectHint.NONE, new DialectHint("UTF-8", ",", "\"", "\"", List.of(1)));
  }

  @ParameterizedTest
  @MethodSource("hints")
  void aStrayQuoteStaysInItsCell(DialectHint hint) {
    for (int r = 0; r < table().size(); r++) {
      for (int c = 0; c < COLUMNS; c++) {
        List<List<String>> raw = written(",");
        String cell = raw.get(r).get(c);
        boolean quoted = cell.startsWith("\"");
        raw.get(r).set(c, quoted ? "\"\"" + cell.substring(1) : "\"" + cell);
        List<List<String>> expected = table();
        List<String> row = new ArrayList<>(expected.get(r));
        row.set(c, "\"" + row.get(c));
        expected.set(r, row);
        assertThat(read(text(raw, ","), hint)).as("row %d, column %d", r, c).isEqualTo(expected);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("hints")
  void aDelimiterTooManyMakesOneCellMore(DialectHint hint) {
    for (int r = 1; r < table().size(); r++) {
      for (int c = 0; c < COLUMNS; c++) {
        List<List<String>> raw = written(",");
        raw.get(r).add(c, "");
        List<List<String>> expected = table();
        List<String> row = new ArrayList<>(expected.get(r));
        row.add(c, "");
        expected.set(r, row);
        assertThat(read(text(raw, ","), hint)).as("row %d, column %d", r, c).isEqualTo(expected);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("hints")
  void aMissingCellShiftsNoOtherRow(DialectHint hint) {
    for (int r = 1; r < table().size(); r++) {
      for (int c = 1; c < COLUMNS; c++) {
        List<List<String>> raw = written(",");
        raw.get(r).remove(c);
        List<List<String>> expected = table();
        List<String> row = new ArrayList<>(expected.get(r));
        row.remove(c);
        expected.set(r, row);
        assertThat(read(text(raw, ","), hint)).as("row %d, column %d", r, c).isEqualTo(expected);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {";", "\t", "|", ", "})
  void anotherDelimiterInOneRowIsUnderstood(String other) {
    for (int r = 1; r < table().size(); r++) {
      List<List<String>> raw = written(",");
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < raw.size(); i++) {
        text.append(String.join(i == r ? other : ",", raw.get(i))).append("\r\n");
      }
      for (DialectHint hint : hints().toList()) {
        assertThat(read(text.toString(), hint)).as("row %d", r).isEqualTo(table());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {";", "\t", "|", ", ", " ", ","})
  void anyDelimiterOfTheFileIsFound(String delimiter) {
    List<List<String>> raw = new ArrayList<>();
    for (List<String> row : table()) {
      List<String> cells = new ArrayList<>();
      for (int c = 0; c < row.size(); c++) {
        String text = row.get(c);
        boolean quoted =
            !text.isEmpty()
                && (c == 4
                    || text.contains(delimiter)
                    || text.contains(" ")
                    || text.contains("\""));
        cells.add(quoted ? "\"" + text.replace("\"", "\"\"") + "\"" : text);
      }
      raw.add(cells);
    }
    assertThat(read(text(raw, delimiter), DialectHint.NONE)).isEqualTo(table());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r"})
  void anotherLineEndInOneRowIsALineEnd(String end) {
    for (int r = 0; r < table().size(); r++) {
      List<List<String>> raw = written(",");
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < raw.size(); i++) {
        text.append(String.join(",", raw.get(i))).append(i == r ? end : "\r\n");
      }
      assertThat(read(text.toString(), DialectHint.NONE)).isEqualTo(table());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"'", "\""})
  void quotedWithEitherQuote(String quote) {
    StringBuilder text = new StringBuilder();
    for (List<String> row : table()) {
      List<String> cells = new ArrayList<>();
      for (String cell : row) {
        boolean quoted = cell.contains(",") || cell.contains(quote) || cell.contains(" ");
        cells.add(quoted ? quote + cell.replace(quote, quote + quote) + quote : cell);
      }
      text.append(String.join(",", cells)).append("\r\n");
    }
    assertThat(read(text.toString(), DialectHint.NONE)).isEqualTo(table());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\", ""})
  void quotesEscapedOtherwiseOrNotAtAll(String escape) {
    StringBuilder text = new StringBuilder();
    for (List<String> row : table()) {
      List<String> cells = new ArrayList<>();
      for (int c = 0; c < row.size(); c++) {
        String cell = row.get(c);
        boolean quoted = c == 4 || cell.contains(",") || cell.contains("\"");
        cells.add(quoted ? "\"" + cell.replace("\"", escape + "\"") + "\"" : cell);
      }
      text.append(String.join(",", cells)).append("\r\n");
    }
    assertThat(read(text.toString(), DialectHint.NONE)).isEqualTo(table());
    DialectHint given = new DialectHint("UTF-8", ",", "\"", escape, List.of(1));
    assertThat(read(text.toString(), given)).isEqualTo(table());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void preambleHeaderRowsAndFurtherTables(int kind) {
    List<List<String>> expected = table();
    String body = text(written(","), ",");
    String header = body.substring(0, body.indexOf('\n') + 1);
    switch (kind) {
      case 0 -> body = "PREAMBLE,,,,,,\r\n,,,,,,\r\n" + body;
      case 1 -> {
        body = header + body;
        expected.set(0, expected.get(0).stream().map(h -> h + " " + h).toList());
      }
      case 2 ->
          body =
              body
                  + header.replace("\r\n", ",extra\r\n")
                  + body.substring(header.length()).replace("\r\n", ",\r\n");
      default -> {
        body = body.substring(header.length());
        expected.set(
            0, Stream.iterate(1, i -> i + 1).limit(COLUMNS).map(i -> "column_" + i).toList());
      }
    }
    assertThat(read(body, DialectHint.NONE)).isEqualTo(expected);
  }
}
