package nl.oogst.inspect;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.oogst.inspect.Grid.Cell;
import nl.oogst.inspect.Terminal.Ink;
import nl.oogst.map.ColumnMapping;
import nl.oogst.model.EntitySchema;
import nl.oogst.model.IssueCode;
import nl.oogst.model.IssueText;
import nl.oogst.model.Schemas;
import nl.oogst.model.Severity;
import nl.oogst.model.TextMasking;
import nl.oogst.read.Decision;
import nl.oogst.read.Dialect;
import nl.oogst.read.TableSource;
import nl.oogst.read.TableStart;

/** Shows a file to a person: first what it is, then its columns, records and issues. */
public final class TextView {
  private static final int EXAMPLES = 3;

  private final Schemas schemas;
  private final Terminal terminal;
  private final PrintWriter to;

  public TextView(Schemas schemas, Terminal terminal, PrintWriter to) {
    this.schemas = schemas;
    this.terminal = terminal;
    this.to = to;
  }

  public void print(FileView file) {
    to.println(
        terminal.paint(Ink.HEAD, Terminal.clean(file.name()))
            + terminal.paint(Ink.QUIET, "  " + Terminal.count(file.bytes()) + " bytes"));
    to.println(
        "  "
            + (file.profile() == null
                ? "No profile: columns are matched by their headers and content."
                : "Read with the profile of " + file.profile() + "."));
    refusal(file);
    for (TableSource.Skipped skipped : file.skipped()) {
      IssueText text = schemas.issue(skipped.code());
      boolean info = skipped.code().severity() == Severity.INFO;
      line(
          info ? Ink.QUIET : Ink.DOUBT,
          (info ? "  Note: " : "  Skipped: ") + skipped.file() + ". " + text.explanation().en());
    }
    int number = 0;
    for (TableView table : file.tables()) {
      number++;
      to.println();
      table(table, file, number);
    }
    to.println();
  }

  private void refusal(FileView file) {
    if (file.failure() != null) {
      IssueText text = schemas.issue(file.failure().code());
      line(Ink.BAD, "  Refused: " + file.failure().file() + ": " + file.failure().detail() + ".");
      wrapped("    ", text.remedy().en());
    }
    for (FileView.CitizenNumbers numbers : file.numbers()) {
      line(
          Ink.BAD,
          "  Refused: "
              + numbers.file()
              + ", column '"
              + header(numbers.column())
              + "' holds citizen service numbers (BSN): "
              + Terminal.count(numbers.values())
              + " values.");
    }
    if (!file.numbers().isEmpty()) {
      wrapped("    ", schemas.issue(IssueCode.BSN_FOUND).remedy().en());
    }
  }

  private void line(Ink ink, String text) {
    to.println(terminal.paint(ink, "  " + Terminal.clean(text)));
  }

  private void table(TableView table, FileView file, int number) {
    TableStart start = table.start();
    StringBuilder title = new StringBuilder("Table " + number);
    if (!start.file().equals(file.name())) {
      title.append(", ").append(start.file());
    }
    if (start.sheet() != null) {
      title
          .append(", ")
          .append(start.sheet().startsWith("/") ? "" : "sheet ")
          .append(start.sheet());
    }
    to.println(terminal.paint(Ink.HEAD, Terminal.clean(title.toString())));
    facts(table);
    columns(table);
    judgements(table);
    records(table);
    issues(table);
  }

  private void facts(TableView table) {
    Grid grid = new Grid("  ");
    grid.add(Cell.of("is"), entity(table), new Cell(why(table), Ink.QUIET));
    grid.add(Cell.of("format"), Cell.of(format(table.start())));
    for (Decision decision : table.start().decisions()) {
      grid.add(
          Cell.of(decision.what()),
          Cell.of(Terminal.clean(decision.chosen())),
          new Cell(Terminal.clean(decision.reason()), Ink.QUIET));
    }
    TableView.Rows rows = table.rows();
    grid.add(
        Cell.of("rows"),
        Cell.of(Terminal.count(rows.all())),
        new Cell(
            Terminal.count(rows.kept())
                + " can count, "
                + Terminal.count(rows.quarantined())
                + " have an error, "
                + Terminal.count(rows.notRecords())
                + " are no records (blank, title, total, note)",
            Ink.QUIET));
    grid.print(terminal, to);
  }

  private Cell entity(TableView table) {
    if (!table.mapping().recognised()) {
      return new Cell("not recognised", Ink.BAD);
    }
    EntitySchema entity = schemas.entity(table.mapping().entity());
    return new Cell(entity.name(), Ink.GOOD);
  }

  private static String why(TableView table) {
    String missing = String.join(", ", table.mapping().missing());
    return switch (table.mapping().why()) {
      case PROFILE -> "the profile says so" + (missing.isEmpty() ? "" : "; lacks " + missing);
      case ALL_REQUIRED -> "all its required fields are here";
      case NEAREST -> "comes nearest; lacks " + missing;
      case NOT_RECOGNISED -> "no kind of table has its required fields here";
    };
  }

  private static String format(TableStart start) {
    Dialect dialect = start.dialect();
    return switch (start.format()) {
      case XLSX -> "Excel workbook";
      case JSON -> "JSON document";
      case JSON_LINES -> "JSON, one record a line";
      case DELIMITED -> {
        List<String> parts = new ArrayList<>();
        parts.add("text");
        parts.add(dialect.encoding());
        parts.add(
            dialect.delimiter() == null ? "one column" : "delimiter " + named(dialect.delimiter()));
        parts.add(dialect.quoteChar().isEmpty() ? "no quotes" : "quote " + dialect.quoteChar());
        parts.add("line ends " + dialect.lineEnd());
        yield String.join(", ", parts);
      }
    };
  }

  private static String named(String delimiter) {
    return switch (delimiter) {
      case "\t" -> "tab";
      case " " -> "space";
      default -> delimiter;
    };
  }

  private void columns(TableView table) {
    to.println();
    Grid grid = new Grid("  ");
    grid.add(
        new Cell("#", Ink.HEAD),
        new Cell("Header", Ink.HEAD),
        new Cell("Field", Ink.HEAD),
        new Cell("Sure", Ink.HEAD),
        new Cell("Why", Ink.HEAD));
    for (ColumnMapping column : table.mapping().columns()) {
      grid.add(
          Cell.of(String.valueOf(column.index() + 1)),
          Cell.of(header(column.header())),
          field(column),
          Cell.of(column.field() == null ? "" : share(column.certainty())),
          new Cell(ColumnWords.why(column, table.mapping()), Ink.QUIET));
    }
    for (String field : table.mapping().missing()) {
      grid.add(
          Cell.of(""),
          Cell.of("(missing)"),
          new Cell(field, Ink.BAD),
          Cell.of(""),
          new Cell("required, and no column gives it", Ink.QUIET));
    }
    table.mapping().constants().entrySet().stream()
        .sorted(java.util.Map.Entry.comparingByKey())
        .forEach(
            constant ->
                grid.add(
                    Cell.of(""),
                    Cell.of("(constant)"),
                    Cell.of(constant.getKey()),
                    Cell.of(share(1)),
                    new Cell("the profile says " + constant.getValue(), Ink.QUIET)));
    grid.print(terminal, to);
  }

  /** A header without anything that may tell about a person, as in a table without header. */
  static String header(String header) {
    return Terminal.clean(TextMasking.mask(header).text());
  }

  private static Cell field(ColumnMapping column) {
    if (column.field() != null) {
      String both = column.also() == null ? "" : ", " + column.also();
      return Cell.of(column.field() + both);
    }
    boolean asked = !column.candidates().isEmpty();
    return asked ? new Cell(column.question() + "?", Ink.DOUBT) : new Cell("-", Ink.QUIET);
  }

  static String share(double certainty) {
    return String.format(Locale.ROOT, "%.2f", certainty);
  }

  private void judgements(TableView table) {
    if (table.judgements().isEmpty()) {
      return;
    }
    to.println();
    to.println("  How dates and numbers are read");
    Grid grid = new Grid("    ");
    table
        .judgements()
        .forEach(
            judgement ->
                grid.add(
                    Cell.of(header(judgement.header())),
                    Cell.of(judgement.how().en()),
                    new Cell(Terminal.clean(judgement.why().en()), Ink.QUIET)));
    grid.print(terminal, to);
  }

  private void records(TableView table) {
    if (table.records().isEmpty()) {
      return;
    }
    to.println();
    to.println("  First records (what tells about a person is masked)");
    Grid grid = new Grid("    ");
    List<Cell> lines = new ArrayList<>(List.of(new Cell("line", Ink.QUIET)));
    table.records().forEach(r -> lines.add(new Cell(String.valueOf(r.line()), Ink.QUIET)));
    grid.add(lines);
    for (String field : table.records().get(0).values().keySet()) {
      List<Cell> cells = new ArrayList<>(List.of(Cell.of(field)));
      table.records().forEach(r -> cells.add(Cell.of(Terminal.clean(r.values().get(field)))));
      grid.add(cells);
    }
    grid.print(terminal, to);
  }

  private void issues(TableView table) {
    to.println();
    if (table.issues().isEmpty()) {
      to.println("  No issues.");
      return;
    }
    to.println("  Issues");
    for (IssueGroup group : table.issues()) {
      IssueText text = schemas.issue(group.code());
      String severity = word(group.code().severity());
      String count = "  " + Terminal.count(group.count()) + "×";
      int used = 4 + severity.length() + 2 + group.code().code().length() + 2 + count.length();
      String where = group.field() == null ? "" : "  " + header(group.field());
      to.println(
          "    "
              + terminal.paint(ink(group.code().severity()), severity)
              + "  "
              + terminal.paint(Ink.HEAD, group.code().code())
              + terminal.cut(where, used)
              + count);
      wrapped("      ", text.explanation().en() + " " + text.treatment().en());
      group.examples().stream()
          .limit(EXAMPLES)
          .filter(example -> group.code() != IssueCode.COLUMN_NOT_RECOGNISED)
          .forEach(this::example);
      if (group.count() > EXAMPLES && !group.examples().isEmpty()) {
        to.println("        and " + Terminal.count(group.count() - EXAMPLES) + " more");
      }
    }
  }

  private void example(IssueGroup.Example example) {
    List<String> parts = new ArrayList<>();
    if (example.found() != null && !example.found().isEmpty()) {
      parts.add("found: " + Terminal.clean(example.found()));
    }
    if (example.expected() != null) {
      parts.add("expected: " + Terminal.clean(example.expected()));
    }
    String line = example.line() == 0 ? "" : "line " + Terminal.count(example.line());
    String separator = line.isEmpty() || parts.isEmpty() ? "" : ": ";
    String all = line + separator + String.join("; ", parts);
    if (!all.isEmpty()) {
      wrapped("        ", all);
    }
  }

  private static Ink ink(Severity severity) {
    return switch (severity) {
      case ERROR -> Ink.BAD;
      case WARNING -> Ink.DOUBT;
      case INFO -> Ink.QUIET;
    };
  }

  private static String word(Severity severity) {
    return String.format(Locale.ROOT, "%-7s", severity.name().toLowerCase(Locale.ROOT));
  }

  /** Text over several lines where the terminal is narrower than it. */
  private void wrapped(String indent, String text) {
    int room = terminal.width() == 0 ? Integer.MAX_VALUE : terminal.width() - indent.length();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (line.length() > 0 && line.length() + 1 + word.length() > room) {
        to.println(indent + line);
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    to.println(indent + line);
  }
}
