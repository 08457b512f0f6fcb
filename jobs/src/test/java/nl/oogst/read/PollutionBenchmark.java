package nl.oogst.read;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import nl.oogst.read.BaseTables.Base;
import nl.oogst.read.Pollutions.Polluted;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * Loads polluted tables through what {@code inspect --table-to} uses, and scores what comes out.
 * Arguments: rows of each base table (default 84), and {@code files} to name every file that is not
 * loaded perfectly.
 */
final class PollutionBenchmark {
  private static final CSVFormat WRITTEN = CSVFormat.RFC4180;

  private PollutionBenchmark() {}

  /** Mean scores, plain and by weight, and for each kind of pollution its mean. */
  record Outcome(
      double simple, double weighted, Map<String, Double> kinds, List<String> imperfect) {}

  public static void main(String[] arguments) throws IOException {
    int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 84;
    boolean files = arguments.length > 1 && arguments[1].equals("files");
    for (Base base : BaseTables.all(rows - 1)) {
      for (boolean given : new boolean[] {true, false}) {
        Outcome outcome = run(base, given);
        System.out.printf(
            Locale.ROOT,
            "%-13s %-14s simple %.4f weighted %.4f%n",
            base.name(),
            given ? "dialect given" : "nothing given",
            outcome.simple,
            outcome.weighted);
        outcome.kinds.forEach(
            (kind, score) -> {
              if (score < 9.9995) {
                System.out.printf(Locale.ROOT, "    %-32s %.4f%n", kind, score);
              }
            });
        if (files) {
          outcome.imperfect.forEach(name -> System.out.println("      " + name));
        }
      }
    }
  }

  static Outcome run(Base base, boolean given) throws IOException {
    double simple = 0;
    double weighted = 0;
    double weights = 0;
    int count = 0;
    Map<String, double[]> kinds = new TreeMap<>();
    List<String> imperfect = new ArrayList<>();
    Path file = Files.createTempFile("polluted", ".csv");
    try {
      for (Polluted polluted : Pollutions.of(base)) {
        Files.write(file, polluted.bytes());
        double score = score(file, polluted, given ? polluted.dialect() : DialectHint.NONE).total();
        simple += score;
        weighted += score * polluted.weight();
        weights += polluted.weight();
        count++;
        double[] kind = kinds.computeIfAbsent(polluted.kind(), k -> new double[2]);
        kind[0] += score;
        kind[1]++;
        if (score < 9.9995) {
          imperfect.add(String.format(Locale.ROOT, "%-40s %.4f", polluted.name(), score));
        }
      }
    } finally {
      Files.delete(file);
    }
    Map<String, Double> means = new TreeMap<>();
    kinds.forEach((kind, sum) -> means.put(kind, sum[0] / sum[1]));
    return new Outcome(simple / count, weighted / weights, means, imperfect);
  }

  private static LoadScore score(Path file, Polluted polluted, DialectHint hint) {
    StringBuilder csv = new StringBuilder();
    try (TableSource source = SourceFiles.open(file, "a.csv", n -> hint)) {
      new TableWriter(csv).write(source);
    } catch (IOException e) {
      return LoadScore.failed();
    }
    return LoadScore.of(polluted.expected(), parse(csv.toString()));
  }

  static List<List<String>> parse(String csv) {
    List<List<String>> rows = new ArrayList<>();
    try (var parser = WRITTEN.parse(new StringReader(csv))) {
      for (CSVRecord csvRecord : parser) {
        rows.add(csvRecord.toList());
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return rows;
  }
}
