package nl.oogst.cli;

import java.io.PrintWriter;
import nl.oogst.model.SchemaMistake;
import nl.oogst.release.OutputFailure;
import nl.oogst.run.LeakFound;
import nl.oogst.run.WrongUse;
import org.apache.spark.SparkException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says what went wrong in words for the person who must act; a stack trace only on request. */
final class Failures implements IExecutionExceptionHandler {

  static final String OUT_OF_MEMORY =
      "Java ran out of memory. Nothing was published; the release that was current still is. Give"
          + " it more, for example with OOGST_JAVA_OPTS=-Xmx4g.";

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    Throwable cause = meant(failure);
    if (command.getParseResult().hasMatchedOption("--debug")) {
      failure.printStackTrace(err);
    }
    if (cause instanceof WrongUse || cause instanceof SchemaMistake) {
      err.println("oogst: " + sentence(cause.getMessage()));
      return Main.WRONG_USE;
    }
    if (cause instanceof OutputFailure || cause instanceof LeakFound) {
      err.println("oogst: " + sentence(cause.getMessage()));
      if (command.getCommandName().equals("run")) {
        err.println("Nothing was published; the release that was current still is.");
      }
      return Main.FAILURE;
    }
    if (cause instanceof OutOfMemoryError) {
      err.println("oogst: " + OUT_OF_MEMORY);
      return Main.FAILURE;
    }
    err.println(
        "oogst: something failed that should not: "
            + cause.getClass().getSimpleName()
            + ". Nothing was published; the release that was current still is. Run again with"
            + " --debug and report what it prints.");
    return Main.FAILURE;
  }

  /** One line that ends as a sentence does. */
  static String sentence(String message) {
    String line = message.replaceAll("\\s*\\R\\s*", " ").strip();
    return line.endsWith(".") ? line : line + ".";
  }

  /** What a Spark failure is about: its message holds traces that are of no use to a reader. */
  private static Throwable meant(Throwable failure) {
    Throwable cause = failure;
    while (cause instanceof SparkException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }
}
