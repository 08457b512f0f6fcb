package nl.oogst.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
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
    Consumer<String> progress = telling.quiet() ? line -> {} : line -> tell(line, err);
    if (deliveries.elsewhere() || releases.elsewhere()) {
      releases.work().checkFor(master);
    }
    Path out = releases.folder();
    Outcome outcome = harvest(out, new StepTimes(progress), err);
    if (telling.jsonLog()) {
      new JsonLog(err, "run", releases.name()).outcome(outcome);
    } else if (telling.quiet()) {
      outcome.attention().forEach(line -> err.println("oogst: " + line));
    } else {
      StringWriter told = new StringWriter();
      new Summary(out).print(outcome, new PrintWriter(told));
      console.print(releases.said(told.toString()));
      console.flush();
    }
    return outcome.exitCode();
  }

  /** Harvests, and tells whoever watches how it went, also when it went wrong. */
  private Outcome harvest(Path out, StepTimes steps, PrintWriter err) throws IOException {
    Outcome outcome = null;
    int exitCode = Main.FAILURE;
    try {
      ReleaseStore store = releases.store();
      outcome = Harvest.run(settings(out, steps), store, steps);
      exitCode = outcome.exitCode();
      return outcome;
    } catch (WrongUse | SchemaMistake | IOException e) {
      exitCode = Failures.wrongUse(e) ? Main.WRONG_USE : Main.FAILURE;
      throw e;
    } finally {
      try {
        new Metrics(metrics, out)
            .ended(
                exitCode,
                Instant.now(),
                steps.seconds(),
                outcome,
                new ReleaseStore(out).releases().size());
      } catch (IOException e) {
        if (outcome != null) { // what failed a run is told, and would stand in the way here too
          tell("the metrics could not be written. Check the folder and the free disk.", err);
        }
      }
    }
  }

  private Settings settings(Path out, Consumer<String> progress) throws IOException {
    return new Settings(
        deliveries.root(releases.work(), progress),
        out,
        definitions.schemas(),
        definitions.profiles(),
        deliveries.asOf(),
        linkKey,
        disclosureKey,
        master,
        strict,
        Version.current());
  }

  private void tell(String line, PrintWriter err) {
    if (telling.jsonLog()) {
      new JsonLog(err, "run", releases.name()).progress(line);
    } else {
      err.println("oogst: " + line);
    }
  }
}
