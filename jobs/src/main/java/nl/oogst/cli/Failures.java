package nl.oogst.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import nl.oogst.model.SchemaMistake;
import nl.oogst.release.OutputFailure;
import nl.oogst.run.InputGone;
import nl.oogst.run.LeakFound;
import nl.oogst.run.WrongUse;
import nl.oogst.store.StoreFailure;
import org.apache.spark.SparkException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says what went wrong in words for the person who must act; a stack trace only on request. */
final class Failures implements IExecutionExceptionHandler {

  private static final String NOTHING_PUBLISHED =
      "Nothing was published; the release that was current still is.";

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
    int code = wrongUse(cause) ? Main.WRONG_USE : Main.FAILURE;
    String message = said(message(cause, command.getCommandName().equals("run")), command);
    if (command.getParseResult().hasMatchedOption("--json-log")) {
      Object out = command.getParseResult().matchedOptionValue("--out", "");
      String object = out.toString();
      new JsonLog(err, command.getCommandName(), object).failed(code, message.replace('\n', ' '));
    } else {
      err.println("oogst: " + message);
    }
    return code;
  }

  /** Whether it is for the user to put right: trying again without that is no use. */
  static boolean wrongUse(Throwable cause) {
    return cause instanceof WrongUse
        || cause instanceof SchemaMistake
        || (cause instanceof OutputFailure output && output.refused())
        || (cause instanceof StoreFailure store && store.kind() == StoreFailure.Kind.CONFIGURATION);
  }

  /** The copy of what lies in an object store is called by the name that the user gave. */
  private static String said(String message, CommandLine command) {
    String said = message;
    for (CommandLine.Model.CommandSpec mixin : command.getCommandSpec().mixins().values()) {
      if (mixin.userObject() instanceof Place.Named named) {
        said = named.said(said);
      }
    }
    return said;
  }

  /** What to tell, of a run also what became of the release. */
  private static String message(Throwable cause, boolean ofRun) {
    if (wrongUse(cause) || (cause instanceof OutputFailure output && output.uncertain())) {
      return sentence(cause.getMessage());
    }
    if (cause instanceof OutputFailure
        || cause instanceof StoreFailure
        || cause instanceof LeakFound
        || cause instanceof InputGone) {
      return sentence(cause.getMessage()) + (ofRun ? "\n" + NOTHING_PUBLISHED : "");
    }
    if (cause instanceof OutOfMemoryError) {
      return OUT_OF_MEMORY;
    }
    return "something failed that should not: "
        + cause.getClass().getSimpleName()
        + ". "
        + NOTHING_PUBLISHED
        + " Run again with --debug and report what it prints.";
  }

  /** One line that ends as a sentence does. */
  static String sentence(String message) {
    String line = message.replaceAll("\\s*\\R\\s*", " ").strip();
    return line.endsWith(".") ? line : line + ".";
  }

  /**
   * What a failure is about. A Spark failure holds traces that are of no use to a reader; what a
   * disk refuses can come back inside of what had no use for it.
   */
  private static Throwable meant(Throwable failure) {
    Throwable cause = failure;
    while (cause instanceof SparkException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    for (Throwable inner = cause; inner != null; inner = inner.getCause()) {
      if (inner instanceof OutputFailure || inner instanceof StoreFailure) {
        return inner;
      }
      String full = "No space left";
      if (String.valueOf(inner.getMessage()).contains(full)) { // Spark may pass on the words alone
        return OutputFailure.of("write below", Path.of("--out"), new IOException(full));
      }
    }
    return cause;
  }
}
