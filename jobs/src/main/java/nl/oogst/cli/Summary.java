package nl.oogst.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import nl.oogst.run.Outcome;

/** What a person reads after a run. */
final class Summary {
  private static final int ATTENTION_LINES = 8;

  private final Path out;

  Summary(Path out) {
    this.out = out;
  }

  void print(Outcome outcome, PrintWriter to) {
    switch (outcome.kind()) {
      case ALREADY_CURRENT ->
          to.printf(
              Locale.ROOT,
              "Nothing new: release %s is current. %s%n",
              outcome.releaseId(),
              seconds(outcome));
      case HELD_BACK -> {
        to.printf(Locale.ROOT, "Nothing published (--strict). %s%n%n", seconds(outcome));
        attention(outcome, to);
      }
      case PUBLISHED -> published(outcome, to);
    }
  }

  private static String seconds(Outcome outcome) {
    return String.format(Locale.ROOT, "%.1f s.", outcome.took().toMillis() / 1000.0);
  }

  private void published(Outcome outcome, PrintWriter to) {
    to.println();
    to.printf(
        Locale.ROOT,
        "Release %s: %s of %s, %,d rows, %s%n%n",
        outcome.releaseId(),
        counted(outcome.delivered(), "delivery", "deliveries"),
        counted(outcome.proeftuinen(), "proeftuin", "proeftuinen"),
        outcome.rows().getOrDefault("rows", 0L),
        seconds(outcome));
    rows(outcome.rows(), to);
    dataSets(outcome, to);
    report(outcome, to);
    attention(outcome, to);
    next(outcome, to);
  }

  private static String counted(int count, String one, String more) {
    return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : more);
  }

  private static void rows(Map<String, Long> rows, PrintWriter to) {
    to.println("Rows");
    row(to, rows, "accepted", "count now");
    row(to, rows, "superseded", "replaced by a later delivery");
    row(to, rows, "duplicate", "the same key again in one delivery");
    row(to, rows, "quarantined", "had an error; restricted/issues says which");
    row(to, rows, "not_a_record", "blank lines, titles, totals");
    to.println();
  }

  private static void row(PrintWriter to, Map<String, Long> rows, String state, String meaning) {
    to.printf(Locale.ROOT, "  %-14s %,9d  %s%n", state, rows.getOrDefault(state, 0L), meaning);
  }

  private static void dataSets(Outcome outcome, PrintWriter to) {
    to.println("Data sets in " + outcome.folder());
    for (Outcome.DataSet dataSet : outcome.dataSets()) {
      String file = dataSet.zone() + "/" + dataSet.file().getFileName();
      to.printf(Locale.ROOT, "  %-45s %,9d rows%n", file, dataSet.rows());
    }
    to.println();
  }

  private void report(Outcome outcome, PrintWriter to) {
    Path folder = outcome.folder().resolve("public").resolve("report");
    if (!Files.isDirectory(folder)) {
      return; // no figures of a whole year yet
    }
    try (DirectoryStream<Path> pages = Files.newDirectoryStream(folder, "leerrapportage-*.html")) {
      for (Path page : pages) {
        to.println("Report: " + shown(page));
        to.println();
      }
    } catch (IOException | DirectoryIteratorException e) {
      to.println("Report: in " + shown(folder));
    }
  }

  /** All of it where nothing was published; else the first, since a data set has the rest. */
  private static void attention(Outcome outcome, PrintWriter to) {
    if (outcome.attention().isEmpty()) {
      return;
    }
    to.println("Needs attention");
    int shown =
        outcome.kind() == Outcome.Kind.PUBLISHED ? ATTENTION_LINES : outcome.attention().size();
    outcome.attention().stream().limit(shown).forEach(line -> to.println("  " + line));
    int more = outcome.attention().size() - shown;
    if (more > 0) {
      to.println("  and " + more + " more; restricted/issues.parquet has them all");
    }
    to.println();
  }

  private void next(Outcome outcome, PrintWriter to) {
    Path file = outcome.folder().resolve("public").resolve("jobs_realised.parquet");
    to.println("Next, with DuckDB:");
    to.println(
        "  duckdb -c \"SELECT period, jobs_started, jobs_active, persons FROM '"
            + shown(file)
            + "' WHERE breakdown = 'all' AND period_type = 'year' ORDER BY period\"");
  }

  /** The path as the user would type it. */
  private String shown(Path file) {
    Path full = out.toAbsolutePath().normalize();
    return file.startsWith(full) ? out.resolve(full.relativize(file)).toString() : file.toString();
  }
}
