package nl.oogst.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.TypeConversionException;

/** Entry point of {@code scripts/oogst}. */
@Command(
    name = "oogst",
    description = {
      "Harvests what the proeftuinen of Maatwerk voor Mensen yield.",
      "Exit codes: 0 published or already current; 2 wrong use or configuration;",
      "3 published, but something was refused or above tolerance; 1 failure, nothing published."
    },
    subcommands = {
      RunCommand.class,
      InspectCommand.class,
      ReleasesCommand.class,
      DiffCommand.class,
      ExplainCommand.class,
      WithdrawCommand.class,
      VerifyCommand.class,
      CheckCommand.class,
      ReportCommand.class,
      RehearseCommand.class,
      HelpCommand.class
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND")
public final class Main {
  static final int FAILURE = 1;
  static final int WRONG_USE = 2;
  static final int REFUSED = 3;

  private Main() {}

  public static void main(String[] args) {
    System.exit(execute(args));
  }

  /** Runs a command and returns its exit code. */
  public static int execute(String... args) {
    CommandLine line = new CommandLine(new Main());
    line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    line.registerConverter(LocalDate.class, Main::date);
    line.setParameterExceptionHandler(
        (e, given) -> {
          String message = Failures.sentence(e.getMessage());
          e.getCommandLine().getErr().println("oogst: " + message + " Try 'oogst --help'.");
          return WRONG_USE;
        });
    line.setExecutionExceptionHandler(new Failures());
    try {
      return args.length == 0 ? line.execute("--help") : line.execute(args);
    } catch (OutOfMemoryError e) {
      line.getErr().println("oogst: " + Failures.OUT_OF_MEMORY);
      return FAILURE;
    }
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException("'" + text + "' is no date; expected one as 2025-01-31.");
    }
  }
}
