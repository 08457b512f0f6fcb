package nl.oogst.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import nl.oogst.model.SchemaMistake;
import nl.oogst.release.ReleaseStore;
import nl.oogst.run.Harvest;
import nl.oogst.run.Outcome;
import nl.oogst.run.Settings;
import nl.oogst.run.WrongUse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

  @Mixin private DeliveryOptions deliveries;

  @Mixin private ReleasesOption releases;

  @Mixin private DefinitionOptions definitions;

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

  @Mixin private TellingOptions telling;

  @Option(
      names = "--metrics",
      paramLabel = "FILE",
      description = "Where to write metrics for Prometheus (default: OUT/state/metrics.prom).")
  private Path metrics;

  @Mixin
  @SuppressWarnings("unused") // read by Failures
  private DebugOption debug;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    PrintWriter console = spec.commandLine().getOut();
    Settings settings =
        new Settings(
            deliveries.root(),
            releases.folder(),
            definitions.schemas(),
            definitions.profiles(),
            deliveries.asOf(),
            linkKey,
            disclosureKey,
            master,
            strict,
            Version.current());
    Consumer<String> progress = telling.quiet() ? line -> {} : line -> tell(line, err);
    Outcome outcome = harvest(settings, new StepTimes(progress), err);
    if (telling.jsonLog()) {
      new JsonLog(err, "run", settings.out().toString()).outcome(outcome);
    } else if (telling.quiet()) {
      outcome.attention().forEach(line -> err.println("oogst: " + line));
    } else {
      new Summary(settings.out()).print(outcome, console);
    }
    return outcome.exitCode();
  }

  /** Harvests, and tells whoever watches how it went, also when it went wrong. */
  private Outcome harvest(Settings settings, StepTimes steps, PrintWriter err) throws IOException {
    Outcome outcome = null;
    int exitCode = Main.FAILURE;
    try {
      outcome = Harvest.run(settings, steps);
      exitCode = outcome.exitCode();
      return outcome;
    } catch (WrongUse | SchemaMistake e) {
      exitCode = Main.WRONG_USE;
      throw e;
    } finally {
      try {
        int releases = new ReleaseStore(settings.out()).releases().size();
        new Metrics(metrics, settings.out())
            .ended(exitCode, Instant.now(), steps.seconds(), outcome, releases);
      } catch (IOException e) {
        if (outcome != null) { // what failed a run is told, and would stand in the way here too
          tell("the metrics could not be written. Check the folder and the free disk.", err);
        }
      }
    }
  }

  private void tell(String line, PrintWriter err) {
    if (telling.jsonLog()) {
      new JsonLog(err, "run", releases.folder().toString()).progress(line);
    } else {
      err.println("oogst: " + line);
    }
  }
}
