package nl.oogst.read;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Megabytes a second of plain Commons CSV and of this reader, with the dialect given and sniffed,
 * in one process, by turns. Arguments: size in MB, number of rounds.
 */
final class ReadBenchmark {
  private ReadBenchmark() {}

  /** One way to read a file; gives the number of characters in its cells. */
  @FunctionalInterface
  private interface Way {
    long run(Path file) throws IOException;
  }

  public static void main(String[] arguments) throws IOException {
    int megabytes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50;
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 7;
    for (String kind : List.of("plain", "quoted", "odd")) {
      Path file = Files.createTempFile("read", ".csv");
      try {
        write(file, (long) megabytes << 20, kind);
        compare(kind, file, rounds);
      } finally {
        Files.delete(file);
      }
    }
  }

  private static void compare(String kind, Path file, int rounds) throws IOException {
    DialectHint hint = new DialectHint("UTF-8", ";", "\"", "\"", List.of(1));
    List<Way> ways =
        List.of(ReadBenchmark::commons, f -> read(f, hint), f -> read(f, DialectHint.NONE));
    List<String> names = List.of("Commons CSV", "dialect given", "dialect sniffed");
    double[][] speeds = new double[ways.size()][rounds];
    long check = -1;
    for (int round = -2; round < rounds; round++) {
      for (int w = 0; w < ways.size(); w++) {
        long start = System.nanoTime();
        long characters = ways.get(w).run(file);
        double seconds = (System.nanoTime() - start) / 1e9;
        if (check >= 0 && characters != check) {
          throw new IllegalStateException(names.get(w) + " read something else");
        }
        check = characters;
        if (round >= 0) {
          speeds[w][round] = Files.size(file) / 1e6 / seconds;
        }
      }
    }
    for (int w = 0; w < ways.size(); w++) {
      double[] sorted = speeds[w].clone();
      Arrays.sort(sorted);
      System.out.printf(
          Locale.ROOT, "%-7s %-16s %6.0f MB/s%n", kind, names.get(w), sorted[sorted.length / 2]);
    }
  }

  private static long commons(Path file) throws IOException {
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(';')
            .setTrailingData(true)
            .setLenientEof(true)
            .get();
    long characters = 0;
    try (BufferedReader in = Files.newBufferedReader(file);
        CSVParser parser = CSVParser.parse(in, format)) {
      for (CSVRecord csv : parser) {
        for (int i = 0; i < csv.size(); i++) {
          characters += csv.get(i).length();
        }
      }
    }
    return characters;
  }

  private static long read(Path file, DialectHint hint) throws IOException {
    long characters = 0;
    try (TableSource source = SourceFiles.open(file, "a.csv", n -> hint)) {
      for (SourceTable t = source.next(); t != null; t = source.next()) {
        for (Row row = t.next(); row != null; row = t.next()) {
          for (int i = 0; i < row.size(); i++) {
            characters += row.cell(i).length();
          }
        }
      }
    }
    return characters;
  }

  /** Placements as a proeftuin might send them. */
  private static void write(Path file, long bytes, String kind) throws IOException {
    Random random = new Random(20240101);
    List<String> words = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      words.add("leverancier " + Integer.toString(random.nextInt(1 << 20), 36));
    }
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      String[] header = {
        "plaatsing",
        "persoon",
        "ministerie",
        "leverancier",
        "vorm",
        "start",
        "einde",
        "uren",
        "opmerking"
      };
      out.write(String.join(";", header) + "\r\n");
      long written = 0;
      for (int i = 0; written < bytes; i++) {
        String note =
            kind.equals("odd") && i % 2 == 0
                ? "\"zei \"\"ja\"\"\r\nen ging\""
                : "geen bijzonderheden";
        String day = String.format(Locale.ROOT, "2024-%02d-%02d", i % 12 + 1, i % 28 + 1);
        String[] cells = {
          "P" + i,
          "K" + random.nextInt(1_000_000),
          "IenW",
          words.get(i % 200),
          "permanent",
          day,
          "",
          String.valueOf(20 + i % 20),
          note
        };
        if (kind.equals("quoted")) {
          for (int c = 0; c < cells.length; c++) {
            cells[c] = "\"" + cells[c] + "\"";
          }
        }
        String line = String.join(";", cells) + "\r\n";
        out.write(line);
        written += line.length();
      }
    }
  }
}
