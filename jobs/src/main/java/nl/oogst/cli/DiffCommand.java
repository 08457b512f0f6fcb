package nl.oogst.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import nl.oogst.model.Column;
import nl.oogst.model.DataSetSchema;
import nl.oogst.release.ReleaseStore;
import nl.oogst.release.revision.Revision;
import nl.oogst.run.Releases;
import nl.oogst.run.WrongUse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what changed between two releases, cell by cell, and why. */
@Command(
    name = "diff",
    description = {
      "Shows which figures changed from release A to release B, and why. Where the restricted",
      "records may be read: the figures before protection, with the part of each cause.",
      "Without key=value it shows totals by year; --all shows every cell."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class DiffCommand implements Callable<Integer> {
  private static final int SHOWN = 40;

  @Parameters(index = "0", paramLabel = "A", description = "The earlier release.")
  private String from;

  @Parameters(index = "1", paramLabel = "B", description = "The later one, or 'current'.")
  private String to;

  @Parameters(
      index = "2..*",
      paramLabel = "KEY=VALUE",
      description = "Only these, such as data_set=jobs_realised breakdown=organisation.")
  private List<String> filters = new ArrayList<>();

  @Option(names = "--all", description = "Every cell that changed.")
  private boolean all;

  @Option(names = "--public", description = "Compare what is published, not what is behind it.")
  private boolean published;

  @Option(names = "--json", description = "Print JSON, an object for each changed figure.")
  private boolean json;

  @Mixin private ReleasesOption releases;

  @Mixin private DefinitionOptions definitionFolders;

  @Mixin private Logging log;

  @Spec private CommandSpec spec;

  private Map<String, DataSetSchema> dataSets;

  @Override
  public Integer call() throws IOException {
    PrintWriter console = spec.commandLine().getOut();
    Path definitions = definitionFolders.schemas();
    Map<String, String> wanted = KeyValues.parse(filters);
    if (wanted.isEmpty() && !all && !json) {
      wanted.put("breakdown", "all");
      wanted.put("period_type", "year");
    }
    ReleaseStore store = releases.store();
    dataSets = Releases.dataSets(definitions);
    Releases.Difference difference =
        Releases.difference(
            store,
            Releases.find(store, from),
            Releases.find(store, to),
            definitions,
            definitionFolders.profiles(),
            published);
    List<Map<String, String>> cells = new ArrayList<>();
    List<Revision> shown = new ArrayList<>();
    for (Revision revision : difference.revisions()) {
      Map<String, String> cell = cell(revision);
      if (cell.entrySet().containsAll(wanted.entrySet())) {
        cells.add(cell);
        shown.add(revision);
      }
    }
    check(wanted, difference);
    log.tell(
        spec,
        "diff",
        difference.from() + " " + difference.to(),
        "shown",
        0,
        Map.of("restricted", difference.exact(), "figures", shown.size()));
    if (json) {
      for (int i = 0; i < shown.size(); i++) {
        console.println(toJson(cells.get(i), shown.get(i)));
      }
    } else {
      print(difference, cells, shown, console);
    }
    return 0;
  }

  /** A key that no changed figure has is a mistake, unless it is a column of some data set. */
  private void check(Map<String, String> wanted, Releases.Difference difference) {
    for (String key : wanted.keySet()) {
      boolean known =
          key.equals("data_set")
              || key.equals("measure")
              || dataSets.values().stream()
                  .flatMap(schema -> schema.columns().stream())
                  .anyMatch(column -> column.name().equals(key));
      if (!known) {
        throw new WrongUse("'" + key + "' is no column of any data set in " + difference.to());
      }
    }
  }

  /** What a revision is about, by column. */
  private Map<String, String> cell(Revision revision) {
    DataSetSchema schema = dataSets.get(revision.dataSet());
    Map<String, String> cell = new TreeMap<>();
    cell.put("data_set", revision.dataSet());
    cell.put("measure", revision.measure());
    for (int i = 0; i < schema.columns().size(); i++) {
      Column column = schema.columns().get(i);
      boolean names = column.role() != Column.Role.MEASURE && column.role() != Column.Role.QUALITY;
      if (names && revision.row().get(i) instanceof String text) {
        cell.put(column.name(), text);
      }
    }
    return cell;
  }

  private static void print(
      Releases.Difference difference,
      List<Map<String, String>> cells,
      List<Revision> shown,
      PrintWriter to) {
    to.printf(
        Locale.ROOT,
        "From %s to %s: %,d figures %s changed%s.%n",
        difference.from(),
        difference.to(),
        difference.revisions().size(),
        difference.exact() ? "before protection" : "as published",
        shown.size() == difference.revisions().size()
            ? ""
            : String.format(Locale.ROOT, "; %,d of them asked for", shown.size()));
    if (difference.note() != null) {
      to.println(difference.note());
    }
    if (difference.exact()) {
      to.println("These figures are not protected: do not pass them on.");
    }
    to.println();
    for (int i = 0; i < Math.min(SHOWN, shown.size()); i++) {
      Revision revision = shown.get(i);
      to.printf(
          Locale.ROOT,
          "%s%n  %s: %s -> %s (%s)%s%n",
          where(cells.get(i)),
          revision.measure(),
          number(revision.before()),
          number(revision.after()),
          signed(revision.change()),
          revision.parts().map(DiffCommand::parts).orElse(""));
    }
    if (shown.size() > SHOWN) {
      to.printf(Locale.ROOT, "and %,d more; --json shows all of them%n", shown.size() - SHOWN);
    }
  }

  private static String where(Map<String, String> cell) {
    List<String> parts = new ArrayList<>();
    cell.forEach(
        (key, value) -> {
          boolean said = List.of("data_set", "period", "measure", "period_type").contains(key);
          if (!said && !(key.equals("breakdown") && !value.equals("all"))) {
            parts.add(key.equals("breakdown") ? value : key + "=" + value);
          }
        });
    return cell.get("data_set") + " " + cell.get("period") + " " + String.join(" ", parts);
  }

  private static String parts(Revision.Parts parts) {
    List<String> said = new ArrayList<>();
    say(said, parts.late(), "late deliveries");
    say(said, parts.correction(), "corrections");
    say(said, parts.duplicate(), "duplicates found");
    say(said, parts.rules(), "changed rules");
    return said.isEmpty() ? "" : ": " + String.join(", ", said);
  }

  private static void say(List<String> said, BigDecimal part, String what) {
    if (part.signum() != 0) {
      said.add(signed(part) + " " + what);
    }
  }

  private static String number(BigDecimal number) {
    return number == null ? "-" : number.toPlainString();
  }

  private static String signed(BigDecimal number) {
    String text = number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    return number.signum() > 0 ? "+" + text : text;
  }

  private static String toJson(Map<String, String> cell, Revision revision) {
    ObjectNode node = new ObjectMapper().createObjectNode();
    cell.forEach(node::put);
    node.put("old", revision.before());
    node.put("new", revision.after());
    node.put("change", revision.change());
    revision
        .parts()
        .ifPresent(
            parts -> {
              node.put("late_delivery", parts.late());
              node.put("correction", parts.correction());
              node.put("duplicate_found", parts.duplicate());
              node.put("rule_change", parts.rules());
              node.put("cause", parts.main().code());
            });
    return node.toString();
  }
}
