package nl.oogst.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import nl.oogst.release.ReleaseStore;
import nl.oogst.run.Explaining;
import nl.oogst.run.Releases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Leads from a published figure back to deliveries, lines and rules. */
@Command(
    name = "explain",
    description = {
      "Leads from one published figure to the unprotected one, the placements behind it, and the",
      "deliveries, files and lines they stand in. For those who may read the restricted zone.",
      "Example: oogst explain jobs_realised period=2024 organisation=IenW measure=jobs_active"
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ExplainCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "DATASET", description = "Such as jobs_realised.")
  private String dataSet;

  @Parameters(
      index = "1..*",
      paramLabel = "KEY=VALUE",
      description = "What names the cell, and measure=… for the figure.")
  private List<String> keys = new ArrayList<>();

  @Option(
      names = "--release",
      paramLabel = "RELEASE",
      description = "Its name, or the start of it (default: the current one).")
  private String release;

  @Option(names = "--all", description = "Show every placement.")
  private boolean all;

  @Option(names = "--json", description = "Print JSON, with every placement.")
  private boolean json;

  @Mixin private ReleasesOption releases;

  @Mixin private DefinitionOptions definitionFolders;

  @Mixin private Logging log;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter console = spec.commandLine().getOut();
    ReleaseStore store = releases.store();
    Explaining.Explained explained =
        Explaining.of(
                store,
                Releases.find(store, release),
                dataSet,
                definitionFolders.schemas(),
                definitionFolders.profiles())
            .explain(KeyValues.parse(keys));
    if (json) {
      console.println(ExplanationText.json(explained.explanation()));
    } else {
      new ExplanationText(console).print(explained, all);
    }
    log.tell(
        spec,
        "explain",
        explained.explanation().release() + " " + dataSet,
        "shown",
        0,
        Map.of(
            "cell",
            explained.explanation().cell(),
            "measure",
            explained.explanation().measure(),
            "placements",
            explained.explanation().contributions().size()));
    return 0;
  }
}
