package nl.oogst.run.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import nl.oogst.Folders;
import nl.oogst.model.Severity;
import nl.oogst.report.Feedback;
import nl.oogst.run.Check;
import nl.oogst.run.Settings;

/**
 * What a check of a file with only bad rows costs beside one with only good ones: {@code
 * CheckBenchmark [ROWS]}. Processor seconds of this process, the least of several rounds that take
 * turns; more than 1.5 times as much ends with exit code 1.
 */
public final class CheckBenchmark {
  private static final double MOST = 1.5;
  private static final int ROUNDS = 5;
  private static final String HEADER =
      "placement_id,person_id,organisation,attribution,route,contract_form,target_group,"
          + "register_ground,start_date,end_date,hours_per_week\n";

  private CheckBenchmark() {}

  public static void main(String[] arguments) throws IOException {
    int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
    Map<String, UnaryOperator<String>> kinds = new LinkedHashMap<>();
    kinds.put("good", row -> row);
    kinds.put("code unknown", row -> row.replace("BZK", "XYZ"));
    kinds.put("date that is none", row -> row.replace("2024-01-01", "2024-02-31"));
    kinds.put("end before start", row -> row.replace(",,24", ",2023-12-31,24"));
    kinds.put("hours out of range", row -> row.replace(",,24", ",,169"));
    kinds.put("four mistakes", row -> row.replace("BZK", "XYZ").replace(",,24", ",gisteren,veel"));
    kinds.put("nothing but commas", row -> row.substring(0, row.indexOf(',')) + ",,,,,,,,,,\n");
    kinds.put("only a warning", row -> row.replace("temporary", "xyz"));
    kinds.put("a cell too many", row -> row.replace("\n", ",x\n"));
    kinds.put("a stray quote", row -> row.replace("K-", "K\""));
    kinds.put("the same key", row -> "P1" + row.substring(row.indexOf(',')));
    Path folder = Files.createTempDirectory("check-bench");
    try {
      System.exit(measure(folder, kinds, rows) ? 0 : 1);
    } finally {
      Folders.delete(folder);
    }
  }

  private static boolean measure(Path folder, Map<String, UnaryOperator<String>> kinds, int rows)
      throws IOException {
    Map<String, Double> least = new LinkedHashMap<>();
    Map<String, Feedback> found = new LinkedHashMap<>();
    for (Map.Entry<String, UnaryOperator<String>> kind : kinds.entrySet()) {
      write(folder.resolve(kind.getKey()), kind.getValue(), rows);
    }
    for (int round = 0; round < ROUNDS; round++) {
      for (String kind : kinds.keySet()) {
        double before = seconds();
        Feedback feedback = check(folder.resolve(kind));
        least.merge(kind, seconds() - before, Math::min);
        found.put(kind, feedback);
      }
    }
    boolean fine = true;
    double good = least.get("good");
    System.out.printf(Locale.ROOT, "%,d rows; processor seconds, least of %d%n", rows, ROUNDS);
    for (String kind : kinds.keySet()) {
      double ratio = least.get(kind) / good;
      fine &= ratio <= MOST;
      Feedback feedback = found.get(kind);
      System.out.printf(
          Locale.ROOT,
          "%-20s %6.2f s  %4.2f x  %,9d must change  %,9d worth a look%n",
          kind,
          least.get(kind),
          ratio,
          feedback.issues(Severity.ERROR),
          feedback.issues(Severity.WARNING));
    }
    return fine;
  }

  private static double seconds() {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime() / 1e9;
  }

  private static void write(Path root, UnaryOperator<String> change, int rows) throws IOException {
    Path delivery = Files.createDirectories(root.resolve("deliveries/demo/2024-12-31"));
    Path register = Files.createDirectories(root.resolve("register"));
    Files.writeString(
        register.resolve("proeftuinen.csv"), "proeftuin_id,name,organisation\ndemo,Demo,BZK\n");
    try (BufferedWriter out = Files.newBufferedWriter(delivery.resolve("p.csv"))) {
      out.write(HEADER);
      for (int i = 1; i <= rows; i++) {
        String row =
            "P"
                + i
                + ",K-"
                + i
                + ",BZK,supplier,at_supplier,temporary,participatiewet,"
                + "participatiewet,2024-01-01,,24\n";
        out.write(change.apply(row));
      }
    }
  }

  private static Feedback check(Path root) throws IOException {
    Path repository = Path.of(System.getProperty("oogst.root", "."));
    Settings settings =
        new Settings(
            root,
            root.resolve("out"),
            repository.resolve("schemas"),
            Files.createDirectories(root.resolve("profiles")),
            null,
            null,
            null,
            "local[1]",
            false,
            "benchmark");
    return Check.run(settings, List.of(), line -> {}).proeftuinen().get(0);
  }
}
