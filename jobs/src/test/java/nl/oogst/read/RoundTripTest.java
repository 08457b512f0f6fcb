package nl.oogst.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RoundTripTest {
  private static final String[] DELIMITERS = {";", ",", "\t", "|", ", ", " ", "::", "^"};
  private static final String[] ENDS = {"\n", "\r\n", "\r"};
  private static final String[] CHARSETS = {"UTF-8", "windows-1252", "ISO-8859-15", "UTF-16LE"};

  /** A table, how it is written, and what must come back. */
  @SuppressWarnings("ArrayRecordComponent")
  record Written(byte[] bytes, DialectHint hint, List<List<String>> rows, List<Long> lines) {}

  @Provide
  Arbitrary<Long> seeds() {
    return Arbitraries.longs();
  }

  @Property(tries = 400, seed = "7")
  void aTableInAnyDialectComesBackExactly(@ForAll("seeds") long seed) {
    Written written = write(new Random(seed), true);
    Reading.Table table = Reading.bytes(written.bytes, "a.csv", written.hint).only();
    assertThat(table.data()).isEqualTo(written.rows);
    assertThat(table.lines()).isEqualTo(written.lines);
  }

  @Property(tries = 200, seed = "8")
  void aPlainTableComesBackExactlyWithNothingGiven(@ForAll("seeds") long seed) {
    Written written = write(new Random(seed), false);
    Reading.Table table = Reading.bytes(written.bytes, "a.csv", DialectHint.NONE).only();
    assertThat(table.data()).isEqualTo(written.rows);
    assertThat(table.lines()).isEqualTo(written.lines);
    assertThat(table.issues()).isEmpty();
  }

  @Property(tries = 100, seed = "9")
  void whatTheWriterWritesReadsTheSame(@ForAll("seeds") long seed) throws IOException {
    Written written = write(new Random(seed), true);
    StringBuilder csv = new StringBuilder();
    Path file = Files.createTempFile("read", ".csv");
    try {
      Files.write(file, written.bytes);
      try (TableSource source = SourceFiles.open(file, "a.csv", n -> written.hint)) {
        new TableWriter(csv).write(source.next());
      }
    } finally {
      Files.delete(file);
    }
    DialectHint hint = new DialectHint("UTF-8", ",", "\"", "\"", List.of(1));
    Reading.Table again =
        Reading.bytes(csv.toString().getBytes(StandardCharsets.UTF_8), "a.csv", hint).only();
    assertThat(again.data()).isEqualTo(written.rows);
  }

  private static Written write(Random random, boolean wild) {
    String delimiter = DELIMITERS[random.nextInt(wild ? DELIMITERS.length : 4)];
    String end = ENDS[random.nextInt(ENDS.length)];
    String quote = random.nextInt(3) == 0 ? "'" : "\"";
    Charset charset = Charset.forName(CHARSETS[random.nextInt(CHARSETS.length)]);
    int columns = 2 + random.nextInt(6);
    int rows = wild ? 1 + random.nextInt(40) : 5 + random.nextInt(40);
    StringBuilder text = new StringBuilder();
    for (int c = 0; c < columns; c++) {
      text.append(c == 0 ? "" : delimiter).append("kolom").append((char) ('a' + c));
    }
    text.append(end);
    List<List<String>> cells = new ArrayList<>();
    List<Long> lines = new ArrayList<>();
    long line = 2;
    for (int r = 0; r < rows; r++) {
      List<String> row = new ArrayList<>();
      lines.add(line);
      for (int c = 0; c < columns; c++) {
        String cell = c < 2 ? "1" + random.nextInt(1000) : cell(random, wild, end);
        boolean quoted =
            random.nextInt(4) == 0
                || cell.contains(quote)
                || cell.contains(delimiter)
                || cell.contains("\n")
                || cell.contains("\r")
                || cell.startsWith(" ")
                || (delimiter.length() > 1
                    && !cell.isEmpty()
                    && delimiter.indexOf(cell.charAt(cell.length() - 1)) >= 0);
        text.append(c == 0 ? "" : delimiter)
            .append(quoted ? quote + cell.replace(quote, quote + quote) + quote : cell);
        row.add(cell);
        line += breaks(cell);
      }
      text.append(end);
      line++;
      cells.add(row);
    }
    DialectHint hint = new DialectHint(charset.name(), delimiter, quote, quote, List.of(1));
    return new Written(text.toString().getBytes(charset), hint, cells, lines);
  }

  private static int breaks(String cell) {
    int n = 0;
    for (int i = 0; i < cell.length(); i++) {
      boolean pair = cell.startsWith("\r\n", i);
      n += cell.charAt(i) == '\n' || cell.charAt(i) == '\r' ? 1 : 0;
      i += pair ? 1 : 0;
    }
    return n;
  }

  private static String cell(Random random, boolean wild, String end) {
    if (!wild) {
      String[] plain = {
        "Ann de Wit",
        "Rijkswaterstaat",
        "36,5",
        "2024-01-0" + (1 + random.nextInt(9)),
        "",
        "Zoë",
        "12",
        "contract x"
      };
      return plain[random.nextInt(plain.length)];
    }
    String[] parts = {
      "a", "b ", "é", "ü", "\"", "'", ";", ",", " ", end, "\r\n", "12", "=", "x|y", "\t", "\\"
    };
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      text.append(parts[random.nextInt(parts.length)]);
    }
    String cell = text.toString();
    // a cell written as ="…" is read as the text in it, and that is tested elsewhere
    return cell.startsWith("=") ? "x" + cell : cell;
  }
}
