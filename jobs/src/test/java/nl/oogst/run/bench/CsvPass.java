package nl.oogst.run.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/**
 * The yardstick for large roots: one thread reads every CSV file below a folder once, with Commons
 * CSV as it comes, and counts what it sees. It maps, checks and keeps nothing.
 */
final class CsvPass {

  private long records;
  private long characters;

  private CsvPass() {}

  public static void main(String[] args) throws IOException {
    var pass = new CsvPass();
    for (Path file : csvFiles(Path.of(args[0]))) {
      pass.read(file);
    }
    System.out.println(pass.records + " records, " + pass.characters + " characters");
  }

  private static List<Path> csvFiles(Path root) throws IOException {
    try (var walk = Files.walk(root)) {
      return walk.filter(path -> path.toString().endsWith(".csv")).sorted().toList();
    }
  }

  private void read(Path file) throws IOException {
    try (var reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1);
        var parser = CSVParser.parse(reader, format(reader))) {
      for (var row : parser) {
        records++;
        for (String cell : row) {
          characters += cell.length();
        }
      }
    }
  }

  private static CSVFormat format(BufferedReader reader) throws IOException {
    reader.mark(1 << 13);
    String header = reader.readLine();
    reader.reset();
    char delimiter = header != null && header.indexOf(';') >= 0 ? ';' : ',';
    return CSVFormat.DEFAULT.builder().setDelimiter(delimiter).get();
  }
}
