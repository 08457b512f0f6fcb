package nl.oogst.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import nl.oogst.model.Schemas;
import nl.oogst.release.ReleaseKeeping;
import nl.oogst.release.ReleaseKeeping.Listed;
import nl.oogst.release.ReleaseKeeping.Planned;
import nl.oogst.run.WrongUse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the published releases, and removes old ones by rule. */
@Command(
    name = "releases",
    description = "Lists the published releases; --prune removes old ones by rule.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ReleasesCommand implements Callable<Integer> {

  @Mixin private SchemasOption schemas;

  @Option(
      names = "--prune",
      description = {
        "Remove old releases. The last ones stay, the current one,",
        "and the last one of each year."
      })
  private boolean prune;

  @Option(
      names = "--keep",
      paramLabel = "N",
      description = "With --prune: how many of the last ones stay (default: rules/retention.json).")
  private Integer keep;

  @Option(names = "--dry-run", description = "With --prune: only say what would go.")
  private boolean dryRun;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Mixin private ReleasesOption releases;

  @Mixin private Logging log;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter console = spec.commandLine().getOut();
    if (!prune && (keep != null || dryRun)) {
      throw new WrongUse("--keep and --dry-run belong to --prune.");
    }
    String folder = releases.name();
    ReleaseKeeping keeping = new ReleaseKeeping(releases.store());
    if (prune) {
      int last = keepLast();
      List<Planned> plan = dryRun ? keeping.plan(last) : keeping.prune(last);
      printPlan(plan, console);
      List<String> gone =
          plan.stream().filter(p -> p.keeps() == null).map(p -> p.release().id()).toList();
      String result = dryRun ? "planned" : "removed";
      log.tell(spec, "prune", folder, result, 0, Map.of("releases", gone));
      return 0;
    }
    List<Listed> all = keeping.list();
    if (json) {
      console.println(toJson(all).toPrettyString());
    } else if (all.isEmpty()) {
      console.println("There is no release in " + folder + " yet.");
    } else {
      print(all, console);
    }
    return 0;
  }

  private int keepLast() {
    if (keep != null) {
      if (keep < 1) {
        throw new WrongUse("--keep must be 1 or more; found " + keep + ".");
      }
      return keep;
    }
    int last = Schemas.load(schemas.folder()).rules("retention").path("keep_last").asInt();
    if (last < 1) {
      throw new WrongUse("rules/retention.json: 'keep_last' must be 1 or more.");
    }
    return last;
  }

  private static void print(List<Listed> all, PrintWriter to) {
    int width = all.stream().mapToInt(one -> one.id().length()).max().orElse(0);
    to.printf(
        Locale.ROOT,
        "  %-" + width + "s  %-10s  %-10s  %9s  %12s  %9s%n",
        "release",
        "as of",
        "published",
        "data sets",
        "public rows",
        "size");
    for (Listed one : all) {
      to.printf(
          Locale.ROOT,
          "%s %-" + width + "s  %-10s  %-10s  %,9d  %,12d  %6.1f MB  %s%n",
          one.current() ? "*" : " ",
          one.id(),
          one.asOf(),
          one.published(),
          one.dataSets(),
          one.rows(),
          one.bytes() / 1e6,
          String.join("; ", said(one)));
    }
  }

  private static List<String> said(Listed one) {
    List<String> said = new ArrayList<>();
    if (one.current()) {
      said.add("current");
    }
    if (one.correctedBy() != null) {
      said.add("corrected by " + one.correctedBy());
    }
    if (one.mark() != null) {
      String reason = one.mark().reason();
      said.add("withdrawn on " + one.mark().on() + (reason == null ? "" : ": " + reason));
    }
    if (!one.records()) {
      said.add("restricted records erased");
    }
    return said;
  }

  private static ArrayNode toJson(List<Listed> all) {
    ArrayNode list = new ObjectMapper().createArrayNode();
    for (Listed one : all) {
      ObjectNode node = list.addObject();
      node.put("release", one.id());
      node.put("as_of", one.asOf().toString());
      node.put("published", one.published().toString());
      node.put("data_sets", one.dataSets());
      node.put("public_rows", one.rows());
      node.put("bytes", one.bytes());
      node.put("current", one.current());
      node.put("corrected_by", one.correctedBy());
      node.put("withdrawn", one.mark() != null);
      if (one.mark() != null) {
        node.put("withdrawn_on", one.mark().on());
        node.put("reason", one.mark().reason());
      }
      node.put("restricted_records", one.records());
    }
    return list;
  }

  private void printPlan(List<Planned> plan, PrintWriter to) {
    int gone = 0;
    for (Planned one : plan) {
      boolean goes = one.keeps() == null;
      gone += goes ? 1 : 0;
      String what = goes ? dryRun ? "would go" : "removed" : "kept: " + one.keeps();
      to.printf(Locale.ROOT, "  %s  %s%n", one.release().id(), what);
    }
    to.printf(
        Locale.ROOT,
        "%d of %d releases %s.%n",
        gone,
        plan.size(),
        dryRun ? "would be removed; run without --dry-run to do so" : "removed");
  }
}
