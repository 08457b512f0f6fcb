package nl.oogst.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import nl.oogst.model.Severity;
import nl.oogst.report.FeedbackPages;
import nl.oogst.run.Check;
import nl.oogst.run.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Every problem of every delivery, for the proeftuin to mend; nothing is published. */
@Command(
    name = "check",
    description = {
      "Finds every problem of every delivery and writes a feedback page for each proeftuin.",
      "Publishes nothing. Exit codes: 0 nothing to mend; 2 wrong use or configuration;",
      "3 something was refused, or more was quarantined than is tolerated; 1 failure."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class CheckCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "PROEFTUIN",
      arity = "0..*",
      description = "Only these proeftuinen (default: all).")
  private List<String> proeftuinen = new ArrayList<>();

  @Mixin private DeliveryOptions deliveries;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The folder for the feedback pages (default: harvest/feedback).")
  private Path out;

  @Mixin private WorkOption work;

  @Mixin private DefinitionOptions definitions;

  @Option(
      names = "--link-key-file",
      paramLabel = "FILE",
      description = "Key of 64 hex characters; with it, doubtful person numbers are told as well.")
  private Path linkKey;

  @Option(
      names = "--master",
      paramLabel = "URL",
      defaultValue = "local[*]",
      description = "Spark master, for very large roots only (default: ${DEFAULT-VALUE}).")
  private String master;

  @Option(
      names = "--strict",
      description = "End with 3 for anything that must change, whatever a profile tolerates.")
  private boolean strict;

  @Mixin private TellingOptions telling;

  @Mixin
  @SuppressWarnings("unused") // read by Failures
  private DebugOption debug;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    Place.mustBeFolder("--out", out);
    Path folder = Home.find().orDefault(out, "harvest/feedback");
    JsonLog log = new JsonLog(err, "check", deliveries.name());
    Consumer<String> progress = telling.jsonLog() ? log::progress : line -> {};
    if (deliveries.elsewhere()) {
      work.checkFor(master);
    }
    Settings settings =
        new Settings(
            deliveries.root(work, progress),
            folder,
            definitions.schemas(),
            definitions.profiles(),
            deliveries.asOf(),
            linkKey,
            null,
            master,
            strict,
            Version.current());
    Check.Outcome outcome = Check.run(settings, proeftuinen, progress);
    Map<String, Path> pages =
        new FeedbackPages(outcome.schemas()).write(outcome.proeftuinen(), folder);
    int code = mend(outcome) ? Main.REFUSED : 0;
    if (telling.jsonLog()) {
      outcome.proeftuinen().forEach(one -> log.feedback(one, pages.get(one.id())));
    } else if (!telling.quiet()) {
      new CheckSummary(folder).print(outcome, pages, spec.commandLine().getOut());
    }
    return code;
  }

  private boolean mend(Check.Outcome outcome) {
    return outcome.proeftuinen().stream()
        .anyMatch(one -> one.problems() || (strict && one.issues(Severity.ERROR) > 0));
  }
}
