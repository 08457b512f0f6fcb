package nl.oogst.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files of every format, changed at random with a fixed seed: nothing but {@link ReadFailure} comes
 * out, nothing hangs, and every physical line of a text is in exactly one record. The system
 * property {@code oogst.fuzz} is the number of mutations of each format.
 */
class FuzzTest {
  private static final int MUTATIONS = Integer.getInteger("oogst.fuzz", 300);
  private static final ReadLimits LIMITS =
      new ReadLimits(1 << 20, 1 << 16, 20_000, 64L << 20, 100, 1 << 20, 100, 3, 8 << 20);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.csv",
        "b.csv",
        "utf16.csv",
        "a.tsv",
        "a.json",
        "a.jsonl",
        "a.xlsx",
        "a.zip",
        "a.csv.gz"
      })
  void noMutationBreaksTheReader(String name) {
    byte[] original = file(name);
    Random random = new Random(name.hashCode());
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] mutated = mutate(original, random);
      int number = i;
      assertTimeoutPreemptively(
          Duration.ofSeconds(20), () -> read(name, mutated), () -> name + ", mutation " + number);
    }
  }

  private static void read(String name, byte[] bytes) {
    try {
      Reading reading = Reading.read(bytes, name, DialectHint.NONE, LIMITS);
      for (Reading.Table table : reading.tables()) {
        assertThat(table.start().headers()).isNotNull();
        long before = 0;
        for (Reading.Physical row : table.rows()) {
          assertThat(row.line()).isGreaterThan(before - (name.endsWith("json") ? 1 : 0));
          before = row.line();
        }
      }
      if (name.equals("a.csv") || name.equals("b.csv") || name.equals("a.tsv")) {
        everyLineIsAccountedFor(bytes, reading);
      }
    } catch (ReadFailure expected) {
      assertThat(expected.detail()).isNotBlank();
      assertThat(expected.code()).isNotNull();
    }
  }

  /** Lines of records go up by one, and by one for each line end inside quotes. */
  private static void everyLineIsAccountedFor(byte[] bytes, Reading reading) {
    boolean delimited =
        reading.tables().stream().allMatch(t -> t.start().format() == Format.DELIMITED);
    if (!delimited || reading.tables().isEmpty() || hasZeros(bytes)) {
      return;
    }
    long next = 1;
    for (Reading.Table table : reading.tables()) {
      for (Reading.Physical row : table.rows()) {
        assertThat(row.line()).isEqualTo(next);
        next += 1;
        for (String cell : row.cells()) {
          next += lineEnds(cell);
        }
      }
    }
    assertThat(next - 1).isEqualTo(physicalLines(bytes));
  }

  private static boolean hasZeros(byte[] bytes) {
    for (byte b : bytes) {
      if (b == 0) {
        return true;
      }
    }
    return bytes.length > 1 && (bytes[0] & 0xFE) == 0xFE;
  }

  private static long lineEnds(String text) {
    long n = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      n += c == '\r' || (c == '\n' && (i == 0 || text.charAt(i - 1) != '\r')) ? 1 : 0;
    }
    return n;
  }

  private static long physicalLines(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    boolean open = !text.isEmpty() && !text.endsWith("\n") && !text.endsWith("\r");
    return lineEnds(text) + (open ? 1 : 0);
  }

  private static byte[] mutate(byte[] original, Random random) {
    byte[] bytes = original.clone();
    int changes = 1 + random.nextInt(6);
    for (int i = 0; i < changes && bytes.length > 2; i++) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(7)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> bytes = Arrays.copyOf(bytes, at);
        case 3 -> bytes = splice(bytes, at, "\"'\r\n;,\t\\{}[]<&=".charAt(random.nextInt(15)));
        case 4 -> {
          int from = random.nextInt(bytes.length);
          int n = Math.min(random.nextInt(40), bytes.length - Math.max(at, from));
          System.arraycopy(bytes, from, bytes, at, n);
        }
        case 5 -> bytes = join(Arrays.copyOf(bytes, at), bytes);
        default -> bytes = splice(bytes, at, '"');
      }
    }
    return bytes;
  }

  private static byte[] splice(byte[] bytes, int at, char c) {
    byte[] more = new byte[bytes.length + 1];
    System.arraycopy(bytes, 0, more, 0, at);
    more[at] = (byte) c;
    System.arraycopy(bytes, at, more, at + 1, bytes.length - at);
    return more;
  }

  private static byte[] join(byte[] a, byte[] b) {
    byte[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }

  private static byte[] file(String name) {
    StringBuilder text =
        new StringBuilder("Overzicht plaatsingen;;;\r\n\r\nnr;naam;start;uren\r\n");
    List<String> json = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      text.append(i)
          .append(";\"Ann \"\"de\"\" Wit;x\";2024-01-")
          .append(10 + i % 20)
          .append(";36,5\r\n");
      json.add("{\"nr\":" + i + ",\"w\":{\"naam\":\"Ann\",\"t\":[1,2.5e1,null,true]}}");
    }
    text.append("Totaal;;;99\r\n\r\nBron: eigen opgave\r\n");
    String plain = text.toString().replace("\"Ann \"\"de\"\" Wit;x\"", "Ané");
    byte[] csv = text.toString().getBytes(StandardCharsets.UTF_8);
    return switch (name) {
      case "b.csv" -> plain.getBytes(TextDecoder.WINDOWS_1252);
      case "utf16.csv" -> text.toString().getBytes(StandardCharsets.UTF_16);
      case "a.tsv" ->
          plain.replace(';', '\t').replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
      case "a.json" ->
          ("{\"data\":[" + String.join(",\n", json) + "]}").getBytes(StandardCharsets.UTF_8);
      case "a.jsonl" -> String.join("\n", json).getBytes(StandardCharsets.UTF_8);
      case "a.xlsx" -> workbook();
      case "a.zip" ->
          Zips.zip(Map.of("a.csv", csv, "map/a.xlsx", workbook(), "b.csv.gz", Zips.gzip(csv)));
      case "a.csv.gz" -> Zips.gzip(csv);
      default -> csv;
    };
  }

  private static byte[] workbook() {
    return WorkbookTest.workbook(
        w -> {
          var sheet = w.newWorksheet("Blad1");
          for (int i = 0; i < 20; i++) {
            sheet.value(i, 0, i == 0 ? "nr" : "P" + i);
            sheet.value(i, 1, i);
            sheet.style(i, 1).format("dd-mm-yyyy").set();
          }
        });
  }
}
