package nl.oogst.cli;

import picocli.CommandLine.Option;

/** {@code --debug}, which every command has. */
final class DebugOption {
  @Option(names = "--debug", description = "Show the stack trace of a failure.")
  @SuppressWarnings("unused") // read by Failures
  private boolean debug;
}
