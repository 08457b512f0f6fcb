package nl.oogst.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import nl.oogst.model.Severity;
import nl.oogst.release.Host;
import nl.oogst.report.Feedback;
import nl.oogst.report.Standing;
import nl.oogst.run.Outcome;

/**
 * Log lines that can be shipped: action, object, result, origin, actor and time, as BIO2 8.15.01
 * asks; never a value of a person. Actor is the account that ran the command, origin the machine
 * and the process.
 */
final class JsonLog {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final PrintWriter out;
  private final String action;
  private final String object;

  /**
   * A log.
   *
   * @param action what is done, such as {@code run}
   * @param object what it is done to, such as an output folder or a release
   */
  JsonLog(PrintWriter out, String action, String object) {
    this.out = out;
    this.action = action;
    this.object = object;
  }

  void progress(String line) {
    Map<String, Object> more = new LinkedHashMap<>();
    more.put("step", line);
    more.put("cpu_seconds", cpuSeconds());
    print("busy", more);
  }

  /** What an action came to that prints its own result elsewhere. */
  void done(String result, int exitCode, Map<String, Object> more) {
    Map<String, Object> all = new LinkedHashMap<>(more);
    all.put("exit_code", exitCode);
    print(result, all);
  }

  /** An action that was refused, or failed, with what its user is told. */
  void failed(int exitCode, String message) {
    String result = exitCode == Main.WRONG_USE ? "refused" : "failed";
    done(result, exitCode, Map.of("message", message));
  }

  void outcome(Outcome outcome) {
    Map<String, Object> more = new LinkedHashMap<>();
    more.put("release", outcome.releaseId());
    more.put("rows", outcome.rows());
    more.put("attention", outcome.attention());
    more.put("seconds", outcome.took().toMillis() / 1000.0);
    more.put("cpu_seconds", cpuSeconds());
    more.put("exit_code", outcome.exitCode());
    print(outcome.kind().name().toLowerCase(Locale.ROOT), more);
  }

  /** What a check of one proeftuin came to. */
  void feedback(Feedback feedback, Path page) {
    Map<String, Object> more = new LinkedHashMap<>();
    more.put("proeftuin", feedback.id());
    more.put("deliveries", feedback.deliveries().size());
    more.put("refused", feedback.refused());
    more.put("rows", feedback.rows());
    more.put("must_change", feedback.issues(Severity.ERROR));
    more.put("worth_a_look", feedback.issues(Severity.WARNING));
    more.put("page", page.toString());
    print(Standing.of(feedback).name().toLowerCase(Locale.ROOT), more);
  }

  /** Processor time of all that this process did so far; null where the system does not tell. */
  private static Double cpuSeconds() {
    return ProcessHandle.current()
        .info()
        .totalCpuDuration()
        .map(time -> time.toMillis() / 1000.0)
        .orElse(null);
  }

  private void print(String result, Map<String, Object> more) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("time", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
    line.put("action", action);
    line.put("object", object);
    line.put("result", result);
    line.put("origin", Host.name() + ", process " + ProcessHandle.current().pid());
    line.put("actor", System.getProperty("user.name"));
    line.putAll(more);
    try {
      out.println(JSON.writeValueAsString(line));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
