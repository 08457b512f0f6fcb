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
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextPartsTest {
  private static final Charset CP1252 = Charset.forName("windows-1252");
  private static final String[] ENDS = {"\n", "\r\n", "\r"};

  /** What reading in parts came to. */
  private record InParts(List<Reading.Physical> rows, int parts, boolean regular) {}

  @Test
  void partsThatAreRegularGiveTheRowsOfTheWhole() throws IOException {
    int regular = 0;
    int fallenBack = 0;
    for (int seed = 0; seed < 120; seed++) {
      Random random = new Random(seed);
      byte[] bytes = text(random, random.nextInt(8) * random.nextInt(2));
      long[] sizes = {700 + seed * 9, 5_000, 1_500 + random.nextInt(40_000), bytes.length - 200};
      for (long every : sizes) {
        Path file = Files.createTempFile("parts", ".csv");
        try {
          Files.write(file, bytes);
          InParts read = inParts(file, bytes.length, every);
          if (read.regular) {
            Reading.Table whole =
                Reading.read(file, "a.csv", DialectHint.NONE, ReadLimits.DEFAULT).tables().get(0);
            assertThat(read.rows).as("seed %d, %d bytes", seed, every).isEqualTo(whole.rows());
            regular++;
          } else if (read.parts > 1) {
            fallenBack++;
          }
        } finally {
          Files.delete(file);
        }
      }
    }
    assertThat(regular).as("texts read in parts").isGreaterThan(120);
    assertThat(fallenBack).as("texts with something that reaches over a cut").isGreaterThan(10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void anOrdinaryTextIsReadInAsManyPartsAsAreAskedFor(String end) throws IOException {
    byte[] bytes = ordinary(4_000, end, row -> row).getBytes(StandardCharsets.UTF_8);
    InParts read = write(bytes, bytes.length / 10 + 1);
    assertThat(read.parts).isEqualTo(10);
    assertThat(read.regular).isTrue();
    assertThat(read.rows).hasSize(4_001).isEqualTo(rowsOf(bytes));
  }

  @Test
  void lineBreaksInQuotesAreNotCutThrough() throws IOException {
    String text =
        ordinary(4_000, "\r\n", row -> row.replace("niets", "\"eerst\r\ndan\n\"\"x\"\"\""));
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    InParts read = write(bytes, 9_999);
    assertThat(read.parts).isGreaterThan(10);
    assertThat(read.regular).isTrue();
    assertThat(read.rows).isEqualTo(rowsOf(bytes));
  }

  @Test
  void theFirstRowBeyondAsciiDecidesForTheRowsBehindIt() throws IOException {
    for (Charset charset : List.of(CP1252, StandardCharsets.UTF_8)) {
      int[] count = {0};
      String text =
          ordinary(6_000, "\n", row -> ++count[0] % 700 == 0 && count[0] > 3_000 ? "é" + row : row);
      byte[] bytes = text.getBytes(charset);
      InParts read = write(bytes, 20_000);
      assertThat(read.parts).isGreaterThan(5);
      assertThat(read.regular).as(charset.name()).isTrue();
      assertThat(read.rows).isEqualTo(rowsOf(bytes));
      assertThat(read.rows.get(3_500).cells().get(0)).startsWith("é");
    }
  }

  /** A quoted cell that holds rows like those around it looks like the table at every line. */
  @Test
  void aCutInsideQuotesIsFoundOut() throws IOException {
    String rows = ordinary(2_000, "\n", row -> row);
    String body = rows.substring(rows.indexOf('\n') + 1);
    String text = rows + "P9,2024-01-01,1,\"" + body + "\"\n" + body;
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    InParts read = write(bytes, bytes.length / 2);
    assertThat(read.parts).as("it looks as if it can be cut there").isEqualTo(2);
    assertThat(read.regular).isFalse();
  }

  @Test
  void whatCannotBeCutIsNot() throws IOException {
    String text = ordinary(4_000, "\n", row -> row);
    byte[] wide = text.getBytes(StandardCharsets.UTF_16LE);
    assertThat(write(wide, 9_999).parts).isEqualTo(1);
    String words = text.replaceAll(",[^\n]*", "");
    assertThat(write(words.getBytes(StandardCharsets.UTF_8), 999).parts).isEqualTo(1);
    byte[] json = "{\"a\":1}\n".repeat(9_000).getBytes(StandardCharsets.UTF_8);
    assertThat(write(json, 9_999).parts).isEqualTo(1);
  }

  @Test
  void linesAreCountedAsTheReaderCountsThem() throws IOException {
    Random random = new Random(3);
    for (int i = 0; i < 50; i++) {
      StringBuilder text = new StringBuilder();
      int lines = random.nextInt(3_000);
      for (int line = 0; line < lines; line++) {
        text.append("é1".repeat(random.nextInt(6))).append("x".repeat(1 + random.nextInt(30)));
        text.append(ENDS[random.nextInt(3)]);
      }
      Path file = Files.createTempFile("count", ".csv");
      try {
        Files.writeString(file, text);
        TextParts.Stretch counted = TextParts.count(file, 0, Long.MAX_VALUE);
        assertThat(counted.lines()).isEqualTo(lines);
        assertThat(counted.beyondAscii()).isEqualTo(text.indexOf("é"));
      } finally {
        Files.delete(file);
      }
    }
  }

  private static List<Reading.Physical> rowsOf(byte[] bytes) {
    return Reading.bytes(bytes, "a.csv", DialectHint.NONE).only().rows();
  }

  private static InParts write(byte[] bytes, long every) throws IOException {
    Path file = Files.createTempFile("parts", ".csv");
    try {
      Files.write(file, bytes);
      return inParts(file, bytes.length, every);
    } finally {
      Files.delete(file);
    }
  }

  private static InParts inParts(Path file, long bytes, long every) throws IOException {
    List<Long> cuts = TextParts.cuts(file, "a.csv", n -> DialectHint.NONE, bytes, every);
    if (cuts.isEmpty()) {
      return new InParts(List.of(), 1, false);
    }
    List<TextParts.Stretch> stretches = new ArrayList<>();
    long from = 0;
    for (long to : cuts) {
      stretches.add(TextParts.count(file, from, to));
      from = to;
    }
    List<TextPart> parts = TextParts.parts(file, "a.csv", n -> DialectHint.NONE, cuts, stretches);
    List<Reading.Physical> rows = new ArrayList<>();
    boolean regular = true;
    for (TextPart part : parts) {
      try (PartSource source = SourceFiles.open(file, "a.csv", n -> DialectHint.NONE, part)) {
        int tables = 0;
        for (SourceTable t = source.next(); t != null; t = source.next()) {
          tables++;
          for (Row r = t.next(); r != null; r = t.next()) {
            List<CellType> types = new ArrayList<>();
            for (int i = 0; i < r.size(); i++) {
              types.add(r.type(i));
            }
            rows.add(
                new Reading.Physical(
                    r.kind(), r.line(), r.toList(), types, List.copyOf(r.issues())));
          }
        }
        regular &= tables == 1 && source.isRegular();
      }
    }
    return new InParts(rows, parts.size(), regular);
  }

  private static String ordinary(int rows, String end, UnaryOperator<String> change) {
    StringBuilder text = new StringBuilder("nummer,datum,uren,tekst").append(end);
    for (int i = 0; i < rows; i++) {
      text.append(change.apply("P" + i + ",2024-01-0" + (1 + i % 9) + "," + i % 40 + ",niets"));
      text.append(end);
    }
    return text.toString();
  }

  /** A table with more or fewer oddities. */
  private static byte[] text(Random random, int oddities) {
    StringBuilder text = new StringBuilder();
    String delimiter = random.nextBoolean() ? ";" : ",";
    String usual = ENDS[random.nextInt(3)];
    boolean mixed = random.nextInt(4) == 0;
    if (random.nextInt(6) == 0) {
      text.append("Overzicht plaatsingen").append(usual).append(usual);
    }
    String header = "nummer,datum,uren,tekst,naam".replace(",", delimiter);
    text.append(header).append(usual);
    int rows = 260 + random.nextInt(600);
    boolean quoted = random.nextInt(3) == 0;
    boolean breaks = random.nextInt(3) == 0;
    for (int i = 0; i < rows; i++) {
      String end = mixed ? ENDS[random.nextInt(3)] : usual;
      List<String> cells = new ArrayList<>(List.of("P" + i, "2024-0" + (1 + i % 9) + "-11"));
      cells.add(String.valueOf(random.nextInt(40)));
      cells.add(random.nextInt(5) == 0 ? "\"met " + delimiter + " en \"\"meer\"\"\"" : "woorden");
      cells.add(random.nextInt(7) == 0 ? "Zoë" : "Jan");
      if (quoted) {
        cells.set(0, "\"" + cells.get(0) + "\"");
      }
      if (breaks && random.nextInt(6) == 0) {
        cells.set(3, "\"twee" + end + "regels" + (random.nextBoolean() ? end + end : "") + "\"");
      }
      if (oddities > 0 && random.nextInt(500) < oddities) {
        odd(random, cells, delimiter);
      }
      String row = String.join(delimiter, cells);
      if (oddities > 0 && random.nextInt(900) < oddities) {
        row = other(random, row, header, delimiter);
      }
      text.append(row).append(end);
    }
    Charset charset = random.nextInt(3) == 0 ? CP1252 : StandardCharsets.UTF_8;
    String start = charset.equals(CP1252) || random.nextInt(3) > 0 ? "" : "\uFEFF";
    return (start + text).getBytes(charset);
  }

  private static void odd(Random random, List<String> cells, String delimiter) {
    switch (random.nextInt(7)) {
      case 0 -> cells.set(3, "een \"los\" woord");
      case 1 -> cells.set(3, "\"dicht\"achter");
      case 2 -> cells.set(3, "\"nooit dicht");
      case 3 -> cells.remove(2);
      case 4 -> cells.add("meer");
      case 5 -> cells.set(0, "=\"0" + cells.get(0) + "\"");
      default -> cells.replaceAll(cell -> " " + cell + delimiter);
    }
  }

  private static String other(Random random, String row, String header, String delimiter) {
    return switch (random.nextInt(7)) {
      case 0 -> "";
      case 1 -> "Totaal" + delimiter.repeat(4);
      case 2 -> header;
      case 3 -> "een opmerking onder de tabel";
      case 4 -> row.replace(delimiter, "|");
      case 5 ->
          "\n" + "andere" + delimiter + "kop" + delimiter + "hier\n1" + delimiter + "2" + delimiter
              + "3";
      default -> delimiter.repeat(4);
    };
  }
}
