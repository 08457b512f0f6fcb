package nl.oogst.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import nl.oogst.release.Owner;
import nl.oogst.run.Outcome;

/**
 * How the last run went, in the text format of Prometheus, for whoever watches over many programs.
 * The file is replaced in one step. What a run does not tell (a failed one tells no rows) stays as
 * the run before left it; counts of rows and deliveries only, nothing about a person.
 */
final class Metrics {
  private static final String EXIT_CODE = "oogst_last_exit_code";
  private static final String RUN = "oogst_last_run_timestamp_seconds";
  private static final String SUCCESS = "oogst_last_success_timestamp_seconds";
  private static final String SECONDS = "oogst_run_duration_seconds";
  private static final String STEP = "oogst_step_duration_seconds";
  private static final String ROWS = "oogst_rows";
  private static final String DELIVERIES = "oogst_deliveries";
  private static final String REFUSED = "oogst_deliveries_refused";
  private static final String RELEASES = "oogst_releases";
  private static final String CURRENT = "oogst_release_info";

  /** Samples of one name, and what they mean. */
  private record Family(String name, String help) {}

  private static final List<Family> FAMILIES =
      List.of(
          new Family(RUN, "When the last run ended, in seconds since 1970."),
          new Family(SUCCESS, "When a run last published, or found nothing new."),
          new Family(
              EXIT_CODE, "0 published or nothing new, 1 failure, 2 wrong use, 3 needs attention."),
          new Family(SECONDS, "How long the last run took."),
          new Family(STEP, "How long each step took, in the last run that read deliveries."),
          new Family(ROWS, "Rows by state, in the last run that read deliveries."),
          new Family(DELIVERIES, "Deliveries dated on or before the as-of date."),
          new Family(REFUSED, "Deliveries refused by the last run that read them."),
          new Family(RELEASES, "Releases in the output folder."),
          new Family(CURRENT, "The current release, as a label."));

  private final Path file;
  private final boolean open;

  /**
   * The metrics of an output folder.
   *
   * @param chosen where they go, readable for all; or null: in the output folder, for its owner
   */
  Metrics(Path chosen, Path out) {
    this.file = chosen == null ? out.resolve("state").resolve("metrics.prom") : chosen;
    this.open = chosen != null;
  }

  /**
   * Writes how a run ended.
   *
   * @param outcome null when it failed
   * @param releases in the output folder now
   */
  void ended(int exitCode, Instant at, Map<String, Double> steps, Outcome outcome, int releases)
      throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (!open) {
      if (!Files.isDirectory(folder.getParent())) {
        return; // wrong use must not leave an output folder behind
      }
      Owner.createFolders(folder);
    }
    Map<String, String> samples = earlier();
    put(samples, RUN, at.getEpochSecond());
    put(samples, EXIT_CODE, exitCode);
    put(samples, SECONDS, steps.values().stream().mapToDouble(Double::doubleValue).sum());
    put(samples, RELEASES, releases);
    if (outcome != null) {
      put(samples, DELIVERIES, outcome.delivered());
      if (outcome.kind() != Outcome.Kind.HELD_BACK) {
        put(samples, SUCCESS, at.getEpochSecond());
        clear(samples, CURRENT);
        put(samples, CURRENT + "{release=\"" + outcome.releaseId() + "\"}", 1);
      }
      if (outcome.kind() != Outcome.Kind.ALREADY_CURRENT) {
        clear(samples, STEP);
        steps.forEach((step, took) -> put(samples, STEP + "{step=\"" + step + "\"}", took));
        outcome
            .rows()
            .forEach(
                (state, n) -> {
                  if (!state.equals("rows")) {
                    put(samples, ROWS + "{state=\"" + state + "\"}", n);
                  }
                });
        put(samples, REFUSED, refused(outcome));
      }
    }
    replace(text(samples));
  }

  /** One line says so of each of them. */
  private static long refused(Outcome outcome) {
    return outcome.attention().stream().filter(line -> line.contains(": refused (")).count();
  }

  private static void put(Map<String, String> samples, String name, long value) {
    samples.put(name, Long.toString(value));
  }

  private static void put(Map<String, String> samples, String name, double seconds) {
    samples.put(name, String.format(Locale.ROOT, "%.3f", seconds));
  }

  private static void clear(Map<String, String> samples, String family) {
    samples.keySet().removeIf(name -> family(name).equals(family));
  }

  private static String family(String name) {
    int labels = name.indexOf('{');
    return labels < 0 ? name : name.substring(0, labels);
  }

  private Map<String, String> earlier() throws IOException {
    Map<String, String> samples = new TreeMap<>();
    try {
      for (String line : Files.readAllLines(file)) {
        int value = line.lastIndexOf(' ');
        if (value > 0 && !line.startsWith("#")) {
          samples.put(line.substring(0, value), line.substring(value + 1));
        }
      }
    } catch (NoSuchFileException e) {
      // the first run
    }
    return samples;
  }

  private static String text(Map<String, String> samples) {
    StringBuilder text = new StringBuilder();
    for (Family family : FAMILIES) {
      StringBuilder lines = new StringBuilder();
      samples.forEach(
          (name, value) -> {
            if (family(name).equals(family.name())) {
              lines.append(name).append(' ').append(value).append('\n');
            }
          });
      if (lines.length() > 0) {
        text.append("# HELP ").append(family.name()).append(' ').append(family.help()).append('\n');
        text.append("# TYPE ").append(family.name()).append(" gauge\n").append(lines);
      }
    }
    return text.toString();
  }

  private void replace(String text) throws IOException {
    Path next = file.resolveSibling("." + file.getFileName() + "." + ProcessHandle.current().pid());
    Files.deleteIfExists(next);
    try (OutputStream out = Channels.newOutputStream(Owner.createFile(next))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    if (open && next.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(next, PosixFilePermissions.fromString("rw-r--r--"));
    }
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
