package nl.oogst.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import nl.oogst.run.Harvest;
import nl.oogst.run.Outcome;
import nl.oogst.run.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The main job. */
@Command(
    name = "run",
    description = "Harvests all deliveries into a new release.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class RunCommand implements Callable<Integer> {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The data root with register/ and deliveries/ (default: sample-data).")
  private Path data;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The output folder with releases/ (default: harvest).")
  private Path out;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      converter = DateOption.class,
      description = "Only deliveries dated on or before it (default: the newest delivery's date).")
  private LocalDate asOf;

  @Option(
      names = "--profiles",
      paramLabel = "DIR",
      description = "Source profiles (default: schemas/profiles).")
  private Path profiles;

  @Option(names = "--schemas", paramLabel = "DIR", description = "Definitions (default: schemas).")
  private Path schemas;

  @Option(
      names = "--link-key-file",
      paramLabel = "FILE",
      description = "Key of 64 hex characters; without it nobody is linked across proeftuinen.")
  private Path linkKey;

  @Option(
      names = "--disclosure-key-file",
      paramLabel = "FILE",
      description = "Key of 64 hex characters; without it the output folder keeps its own.")
  private Path disclosureKey;

  @Option(
      names = "--master",
      paramLabel = "URL",
      defaultValue = "${sys:spark.master:-local[*]}",
      description =
          "Spark master (default: what spark-submit names, else local[*], all cores here).")
  private String master;

  @Option(
      names = "--strict",
      description = "Publish nothing when something is refused or above tolerance.")
  private boolean strict;

  @Option(names = "--quiet", description = "Say nothing but what went wrong.")
  private boolean quiet;

  @Option(names = "--json-log", description = "Print what happens as JSON, one object a line.")
  private boolean jsonLog;

  @Option(names = "--debug", description = "Show the stack trace of a failure.")
  @SuppressWarnings("unused") // read by Failures
  private boolean debug;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    PrintWriter console = spec.commandLine().getOut();
    Home home = Home.find();
    Settings settings =
        new Settings(
            home.orDefault(data, "sample-data"),
            home.orDefault(out, "harvest"),
            home.orDefault(schemas, "schemas"),
            home.orDefault(profiles, "schemas/profiles"),
            asOf,
            linkKey,
            disclosureKey,
            master,
            strict,
            Version.current());
    Consumer<String> progress =
        quiet
            ? line -> {}
            : jsonLog
                ? new JsonLog(err, "run", settings.out().toString())::progress
                : line -> err.println("oogst: " + line);
    Outcome outcome = Harvest.run(settings, progress);
    if (jsonLog) {
      new JsonLog(err, "run", settings.out().toString()).outcome(outcome);
    } else if (quiet) {
      outcome.attention().forEach(line -> err.println("oogst: " + line));
    } else {
      new Summary(settings.out()).print(outcome, console);
    }
    return outcome.exitCode();
  }
}
