package nl.oogst.cli;

import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The options of commands that print their result: log that they were used, show a failure. */
final class Logging {
  @Option(
      names = "--json-log",
      description = "Log what was done as JSON, one object a line, on standard error.")
  private boolean on;

  @Mixin
  @SuppressWarnings("unused") // read by Failures
  private DebugOption debug;

  /**
   * Logs what an action came to, where that was asked for.
   *
   * @param action what was done; for reading restricted records {@code explain} or {@code diff}
   * @param object what it was done to, never a value of a person
   */
  void tell(
      CommandSpec spec,
      String action,
      String object,
      String result,
      int exitCode,
      Map<String, Object> more) {
    if (on) {
      new JsonLog(spec.commandLine().getErr(), action, object).done(result, exitCode, more);
    }
  }
}
