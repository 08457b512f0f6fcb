package nl.oogst.report.yearly;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.oogst.report.chart.LineChart;
import nl.oogst.report.document.Block;
import nl.oogst.report.document.Section;
import nl.oogst.report.document.Table;
import nl.oogst.report.document.Table.Cell;

/** How the figures develop by quarter, with a direction only where one can be told. */
final class Developments implements Chapter {
  private static final String TRENDS = "trends";
  private static final int QUARTERS = 24;

  /** A series that is drawn. */
  private record View(String metric, String nl, String en) {}

  private static final List<View> VIEWS =
      List.of(
          new View("jobs_active", "Lopende banen", "Jobs running"),
          new View("jobs_started", "Begonnen banen", "Jobs started"));

  @Override
  public Section write(Edition edition) {
    List<Block> blocks = new ArrayList<>();
    List<Block.Panel> panels = new ArrayList<>();
    Table.Builder table =
        Table.titled(
                "developments", edition.say("Ontwikkeling per kwartaal", "Development by quarter"))
            .text(edition.say("Kwartaal", "Quarter"));
    VIEWS.forEach(view -> table.number(edition.say(view.nl(), view.en()), "term-job"));
    table.text(edition.say("Stand", "State")).note(edition.rounded());
    List<String> sentences = new ArrayList<>();
    Map<String, Map<String, DataRow>> quarters = new TreeMap<>();
    for (View view : VIEWS) {
      List<DataRow> series = series(edition, view.metric());
      if (!series.isEmpty()) {
        panels.add(panel(edition, view, series));
        sentences.add(sentence(edition, view, series));
      }
      for (DataRow row : series) {
        quarters.computeIfAbsent(row.text("period"), p -> new TreeMap<>()).put(view.metric(), row);
      }
    }
    if (panels.isEmpty()) {
      return section(
          edition,
          List.of(
              new Block.Paragraph(
                  edition.say(
                      "Er is nog geen reeks om een ontwikkeling in te zien.",
                      "There is no series yet to see a development in."))));
    }
    quarters.forEach(
        (quarter, rows) -> {
          List<Cell> cells = new ArrayList<>();
          cells.add(Cell.text(quarter));
          boolean provisional = false;
          for (View view : VIEWS) {
            DataRow row = rows.get(view.metric());
            Double value = row == null ? null : row.number("value");
            provisional |= row != null && row.flag("provisional");
            cells.add(edition.cell(value));
          }
          cells.add(Cell.text(Realised.provisional(edition, provisional)));
          table.row(cells);
        });
    blocks.add(new Block.Bullets(sentences));
    blocks.add(
        new Block.Panels(
            "developments-chart",
            edition.say("Ontwikkeling per kwartaal", "Development by quarter"),
            panels,
            table.build()));
    directions(edition, blocks);
    blocks.add(
        new Block.Note(
            edition.say(
                "Een richting wordt alleen genoemd als ten minste acht kwartalen bekend zijn en het geen toeval lijkt. Kwartalen worden vergeleken met hetzelfde kwartaal van andere jaren, want rond de jaarwisseling beginnen en eindigen altijd veel contracten. Voorlopige kwartalen tellen niet mee voor de richting: hoe het sindsdien gaat, is nog niet te zeggen.",
                "A direction is named only where at least eight quarters are known and it does not look like chance. Quarters are compared with the same quarter of other years, since many contracts start and end around the turn of the year. Provisional quarters do not count for the direction: how it goes since then cannot be told yet.")));
    return section(edition, blocks);
  }

  private static Section section(Edition edition, List<Block> blocks) {
    return new Section(
        "developments",
        edition.say("Hoe ontwikkelt het zich?", "How does it develop?"),
        edition.say(
            "Stijgt of daalt het, of is dat niet te zeggen?",
            "Does it rise or fall, or can that not be told?"),
        blocks);
  }

  private static List<DataRow> series(Edition edition, String metric) {
    List<DataRow> rows =
        edition.tables().quarters(TRENDS, "all").stream()
            .filter(row -> row.is("metric", metric))
            .filter(row -> Integer.parseInt(row.text("period").substring(0, 4)) <= edition.year())
            .sorted(Comparator.comparing(row -> row.text("period")))
            .toList();
    return rows.subList(Math.max(0, rows.size() - QUARTERS), rows.size());
  }

  private static Block.Panel panel(Edition edition, View view, List<DataRow> series) {
    List<LineChart.Point> points = new ArrayList<>();
    for (DataRow row : series) {
      points.add(
          new LineChart.Point(
              row.text("period").endsWith("Q4") ? row.text("period").substring(0, 4) : "",
              row.number("value"),
              edition.number(row.number("value")),
              row.flag("provisional")));
    }
    DataRow first = series.get(0);
    DataRow last = series.get(series.size() - 1);
    String alternative =
        edition.say(view.nl(), view.en())
            + ": "
            + edition.number(first.number("value"))
            + edition.say(" in ", " in ")
            + first.text("period")
            + ", "
            + edition.number(last.number("value"))
            + edition.say(" in ", " in ")
            + last.text("period")
            + edition.say(". Richting: ", ". Direction: ")
            + new Wording(edition.language()).direction(last.text("direction"))
            + ".";
    return new Block.Panel(
        edition.say(view.nl(), view.en()),
        alternative,
        new LineChart(points, edition.language()::number, edition.open(), Double.NaN));
  }

  private static String sentence(Edition edition, View view, List<DataRow> series) {
    DataRow row = series.get(series.size() - 1);
    String text =
        "**"
            + edition.say(view.nl(), view.en())
            + "**"
            + fitted(edition, view)
            + ": "
            + new Wording(edition.language()).direction(row.text("direction"));
    Double slope = row.number("slope_per_year");
    boolean told = row.is("direction", "rising") || row.is("direction", "falling");
    if (told && slope != null) {
      text +=
          edition.say(", ongeveer ", ", by about ")
              + edition.language().number(Math.abs(slope))
              + edition.say(" per jaar", " a year");
    }
    return text + ".";
  }

  /** The quarters that a direction rests on: those that are final. */
  private static String fitted(Edition edition, View view) {
    List<String> quarters =
        edition.tables().quarters(TRENDS, "all").stream()
            .filter(row -> row.is("metric", view.metric()) && row.flag("in_fit"))
            .map(row -> row.text("period"))
            .sorted()
            .toList();
    return quarters.isEmpty()
        ? ""
        : edition.say(", van ", ", from ")
            + quarter(edition, quarters.get(0))
            + edition.say(" tot en met ", " up to and including ")
            + quarter(edition, quarters.get(quarters.size() - 1));
  }

  /** {@code 2024-Q3} in words. */
  static String quarter(Edition edition, String period) {
    String year = period.substring(0, 4);
    String number = period.substring(6);
    return edition.say("kwartaal " + number + " van " + year, "quarter " + number + " of " + year);
  }

  private static void directions(Edition edition, List<Block> blocks) {
    Map<String, String> directions = new TreeMap<>();
    for (DataRow row : edition.tables().quarters(TRENDS, "organisation")) {
      if (row.is("metric", "jobs_active")) {
        directions.put(row.text("organisation"), row.text("direction"));
      }
    }
    if (directions.isEmpty()) {
      return;
    }
    Wording wording = new Wording(edition.language());
    Table.Builder table =
        Table.titled(
                "directions",
                edition.say(
                    "Lopende banen per ministerie: de richting",
                    "Jobs running by ministry: the direction"))
            .text(edition.say("Ministerie", "Ministry"))
            .text(edition.say("Richting", "Direction"))
            .note(
                edition.say(
                    "Met een + staan ministeries samen die uit elkaar voortkwamen, zodat de reeks niet breekt.",
                    "Joined by + are ministries of which one came from the other, so that the series does not break."));
    directions.forEach(
        (organisation, direction) ->
            table.row(Cell.text(organisation), Cell.text(wording.direction(direction))));
    blocks.add(new Block.Numbers(table.build()));
  }
}
