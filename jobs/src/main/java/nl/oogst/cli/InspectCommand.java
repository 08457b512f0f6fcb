package nl.oogst.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import nl.oogst.inspect.FileInspector;
import nl.oogst.inspect.FileView;
import nl.oogst.inspect.JsonView;
import nl.oogst.inspect.TableView;
import nl.oogst.inspect.Terminal;
import nl.oogst.inspect.TextView;
import nl.oogst.map.ProfileProposal;
import nl.oogst.model.Schemas;
import nl.oogst.run.WrongUse;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows how files will be read. Needs no Spark. */
@Command(
    name = "inspect",
    description = {
      "Shows how files will be read: format, header, the field of each column and why, the first"
          + " records (persons masked) and every issue. Keeps nothing.",
      "Exit codes: 0 shown; 2 wrong use; 3 shown, but a delivery with such a file would be refused"
          + " (unreadable, or a BSN in it)."
    },
    footer = {
      "",
      "Examples:",
      "  oogst inspect deliveries/my-id/2025-07-01/plaatsingen.csv",
      "  oogst inspect --propose-profile --proeftuin my-id *.xlsx > my-id.json",
      "  oogst inspect --table-to tables/ @list-of-files.txt"
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class InspectCommand implements Callable<Integer> {
  private static final int EXAMPLES_IN_TEXT = 3;
  private static final int EXAMPLES_IN_JSON = 1_000;
  private static final int RECORDS = 3;
  private static final String NO_ID = "proeftuin-id";

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Files to read, or folders of which every file is read.")
  private List<Path> files;

  @ArgGroup(exclusive = true)
  private Form form = new Form();

  /** What is printed, if not the description for people. */
  static final class Form {
    @Option(names = "--json", description = "Print one JSON document (docs/inspect.md).")
    private boolean json;

    @Option(
        names = "--table",
        description = "Print the table itself as CSV: RFC 4180, UTF-8, every value as it was read.")
    private boolean table;

    @Option(
        names = "--table-to",
        paramLabel = "DIR",
        description =
            "Write the table of each FILE as CSV to DIR/<file name>.csv. A file that cannot be read"
                + " gives an empty CSV and a line on standard error; exit code 0.")
    private Path tableTo;

    @Option(
        names = "--propose-profile",
        description = "Print a source profile to start from; what it must be told is marked '?'.")
    private boolean proposeProfile;
  }

  @Option(
      names = "--dialect",
      paramLabel = "JSON",
      description =
          "Frictionless Table Dialect that overrides what is sniffed: delimiter, quoteChar,"
              + " escapeChar, doubleQuote, headerRows, header, encoding. JSON, or a file with it.")
  private String dialect;

  @Option(
      names = "--dialects",
      paramLabel = "DIR",
      description = "The same for each FILE: DIR/<file name>.json, where there is one.")
  private Path dialects;

  @Option(names = "--profile", paramLabel = "FILE", description = "Read with this source profile.")
  private Path profile;

  @Option(
      names = "--profiles",
      paramLabel = "DIR",
      description =
          "Source profiles (default: schemas/profiles); used for FILEs in"
              + " deliveries/<proeftuin>/<date>/, or with --proeftuin.")
  private Path profiles;

  @Option(
      names = "--proeftuin",
      paramLabel = "ID",
      description = "Whose files these are, where their place does not tell.")
  private String proeftuin;

  @Mixin private SchemasOption definitions;

  @Option(names = "--quiet", description = "Say nothing beside the result but what went wrong.")
  private boolean quiet;

  @Mixin
  @SuppressWarnings("unused") // read by Failures
  private DebugOption debug;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    InspectedFiles all = InspectedFiles.find(files, proeftuin);
    Dialects known = Dialects.of(dialect, dialects);
    if (form.table || form.tableTo != null) {
      TableFiles tables = new TableFiles(known, spec.commandLine().getErr());
      return form.table
          ? tables.print(all.list(), spec.commandLine().getOut())
          : tables.writeAll(all.list(), form.tableTo);
    }
    Schemas schemas = Schemas.load(definitions.folder());
    ProfileChoice choice =
        new ProfileChoice(
            schemas,
            profile,
            Home.find().orDefault(profiles, "schemas/profiles"),
            profiles != null);
    FileInspector inspector =
        new FileInspector(schemas, form.json ? EXAMPLES_IN_JSON : EXAMPLES_IN_TEXT, RECORDS);
    Show show =
        form.json ? new AsJson(schemas) : form.proposeProfile ? new Proposal() : text(schemas);
    boolean refused = false;
    for (InspectedFiles.Inspected file : all.list()) {
      FileView view =
          inspector.inspect(
              file.path(), file.name(), choice.of(file.proeftuin()), known.of(file.path()));
      show.file(view, file);
      refused |= view.refused();
    }
    show.end();
    return refused ? Main.REFUSED : 0;
  }

  /** One way to print what was found. */
  private interface Show {
    void file(FileView view, InspectedFiles.Inspected file);

    default void end() {}
  }

  private Show text(Schemas schemas) {
    PrintWriter out = spec.commandLine().getOut();
    Terminal terminal = Terminal.of(System.getProperty("oogst.columns"), System.getenv());
    TextView text = new TextView(schemas, terminal, out);
    return (view, file) -> {
      text.print(view);
      out.flush();
    };
  }

  private static String pretty(ObjectNode node) {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    try {
      return new ObjectMapper()
          .writer(new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines))
          .writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a view could not be written as JSON", e);
    }
  }

  private final class AsJson implements Show {
    private final JsonView json;
    private final ObjectNode root = new ObjectMapper().createObjectNode();
    private final ArrayNode list;

    AsJson(Schemas schemas) {
      this.json = new JsonView(schemas);
      root.put("version", JsonView.VERSION);
      this.list = root.putArray("files");
    }

    @Override
    public void file(FileView view, InspectedFiles.Inspected file) {
      list.add(json.file(view));
    }

    @Override
    public void end() {
      spec.commandLine().getOut().println(pretty(root));
    }
  }

  private final class Proposal implements Show {
    private final List<ProfileProposal.Table> tables = new ArrayList<>();
    private String id = proeftuin;

    @Override
    public void file(FileView view, InspectedFiles.Inspected file) {
      PrintWriter err = spec.commandLine().getErr();
      if (view.failure() != null) {
        err.println("oogst: " + view.failure().file() + ": " + view.failure().detail() + ".");
      }
      for (TableView table : view.tables()) {
        tables.add(new ProfileProposal.Table(table.mapping(), table.dialect()));
      }
      id = id == null ? file.proeftuin() : id;
    }

    @Override
    public void end() {
      PrintWriter err = spec.commandLine().getErr();
      if (tables.stream().noneMatch(table -> table.mapping().recognised())) {
        throw new WrongUse(
            "No table was recognised, so there is nothing to propose a profile from. Look at the"
                + " file without --propose-profile to see what was found.");
      }
      ProfileProposal proposal = new ProfileProposal(id == null ? NO_ID : id, tables);
      spec.commandLine().getOut().print(proposal.json());
      spec.commandLine().getOut().flush();
      if (!quiet) {
        proposal.remarks().forEach(remark -> err.println("oogst: " + remark));
        if (id == null) {
          err.println("oogst: Whose profile is it? Put the id in place of '" + NO_ID + "'.");
        }
      }
    }
  }
}
