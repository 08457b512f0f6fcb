package nl.oogst.cli;

import picocli.CommandLine.Option;

/** How much is told while the work goes on. */
final class TellingOptions {
  @Option(names = "--quiet", description = "Say nothing but what went wrong.")
  private boolean quiet;

  @Option(names = "--json-log", description = "Print what happens as JSON, one object a line.")
  private boolean jsonLog;

  boolean quiet() {
    return quiet;
  }

  boolean jsonLog() {
    return jsonLog;
  }
}
