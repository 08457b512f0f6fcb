package nl.oogst.report.yearly;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.oogst.report.chart.BarChart;
import nl.oogst.report.chart.LineChart;
import nl.oogst.report.document.Block;
import nl.oogst.report.document.Section;
import nl.oogst.report.document.Table;
import nl.oogst.report.document.Table.Cell;

/** What was realised: jobs by ministry, route and target group, with last years beside it. */
final class Realised implements Chapter {
  private static final String JOBS = "jobs_realised";

  /** A way to look at the jobs: the dimension, its code list and what it is called. */
  private record View(String dimension, String codelist, String nl, String en) {
    String title(Edition edition) {
      return edition.say(nl, en);
    }
  }

  private static final List<View> VIEWS =
      List.of(
          new View("organisation", "organisations", "Naar ministerie", "By ministry"),
          new View("route", "routes", "Naar route", "By route"),
          new View("target_group", "target_groups", "Naar doelgroep", "By target group"));

  @Override
  public Section write(Edition edition) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Paragraph(opening(edition)));
    blocks.add(throughTheYears(edition));
    for (View view : VIEWS) {
      blocks.add(new Block.Heading("realised-" + view.dimension(), view.title(edition)));
      blocks.add(byDimension(edition, view));
    }
    blocks.add(
        new Block.Note(
            edition.say(
                "Elk getal is apart afgerond op een veelvoud van "
                    + edition.base()
                    + ". De delen hoeven daarom niet op te tellen tot het totaal. Een 0 kan ook een klein aantal zijn.",
                "Each figure was rounded on its own to a multiple of "
                    + edition.base()
                    + ". So the parts need not add up to the total. A 0 can also be a small number.")));
    return new Section(
        "realised",
        edition.say("Wat is er gerealiseerd?", "What was realised?"),
        edition.say(
            "Hoeveel banen er begonnen, liepen en eindigden, en bij wie.",
            "How many jobs started, ran and ended, and where."),
        blocks);
  }

  private static String opening(Edition edition) {
    Wording wording = new Wording(edition.language());
    DataRow now = edition.total(JOBS, edition.year());
    DataRow before = edition.total(JOBS, edition.year() - 1);
    if (now == null) {
      return edition.say(
          "Over " + edition.year() + " zijn er geen cijfers over banen.",
          "There are no figures on jobs for " + edition.year() + ".");
    }
    StringBuilder text = new StringBuilder();
    String one = edition.say("baan", "job");
    String many = edition.say("banen", "jobs");
    text.append(edition.say("In " + edition.year() + " begonnen ", "In " + edition.year() + ", "))
        .append(wording.about(now.orZero("jobs_started"), one, many))
        .append(edition.say("", " started"));
    String compared =
        wording.compared(
            before == null ? null : before.number("jobs_started"),
            now.number("jobs_started"),
            edition.base(),
            edition.year() - 1);
    if (!compared.isEmpty()) {
      text.append(", ").append(compared);
    }
    text.append(". ");
    text.append(edition.say("Er eindigden ", ""))
        .append(capital(edition, wording.about(now.orZero("jobs_ended"), one, many)))
        .append(edition.say(". Op 31 december liepen er ", " ended. On 31 December "))
        .append(wording.about(now.orZero("jobs_active"), one, many))
        .append(edition.say(", samen ", " were running, together "))
        .append(wording.about(now.orZero("fte"), "fte", "fte"))
        .append(edition.say(" van 36 uur. ", " of 36 hours. "))
        .append(
            edition.say(
                "Een stage of werkervaringsplek telt niet als [baan](#term-job); daarvan waren er "
                    + wording.about(now.orZero("other_placements"), "plaatsing", "plaatsingen")
                    + ".",
                "An internship or work-experience place is not a [job](#term-job); of those there were "
                    + wording.about(now.orZero("other_placements"), "placement", "placements")
                    + "."));
    return text.toString();
  }

  private static String capital(Edition edition, String text) {
    return edition.say(text, capital(text));
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private static Block throughTheYears(Edition edition) {
    Table.Builder table =
        Table.titled(
                "jobs-by-year",
                edition.say("Banen per jaar, alle proeftuinen", "Jobs by year, all proeftuinen"))
            .text(edition.say("Jaar", "Year"))
            .number(edition.say("Begonnen", "Started"), "term-job")
            .number(edition.say("Geëindigd", "Ended"), "term-job")
            .number(edition.say("Lopend op 31 december", "Running on 31 December"), "term-job")
            .number(edition.say("Personen", "Persons"), "term-persons")
            .number("Fte", "term-fte")
            .text(edition.say("Stand", "State"))
            .note(edition.rounded());
    Map<String, List<LineChart.Point>> lines = new TreeMap<>();
    for (int year : edition.years(JOBS, 8)) {
      DataRow row = edition.total(JOBS, year);
      boolean provisional = row.flag("provisional");
      List<Cell> cells = new ArrayList<>();
      cells.add(Cell.text(Integer.toString(year)));
      for (String measure :
          List.of("jobs_started", "jobs_ended", "jobs_active", "persons", "fte")) {
        cells.add(edition.cell(row, measure));
        lines
            .computeIfAbsent(measure, m -> new ArrayList<>())
            .add(
                new LineChart.Point(
                    Integer.toString(year),
                    row.number(measure),
                    edition.number(row.number(measure)),
                    provisional));
      }
      cells.add(Cell.text(edition.state(row)));
      table.row(cells);
    }
    List<Block.Panel> panels = new ArrayList<>();
    panels.add(panel(edition, lines, "jobs_started", "Begonnen banen", "Jobs started"));
    panels.add(
        panel(
            edition,
            lines,
            "jobs_active",
            "Lopende banen op 31 december",
            "Jobs running on 31 December"));
    return new Block.Panels(
        "jobs-by-year-chart",
        edition.say("Banen door de jaren heen", "Jobs through the years"),
        panels,
        table.build());
  }

  static String provisional(Edition edition, boolean provisional) {
    return provisional
        ? edition.say("voorlopig", "provisional")
        : edition.say("definitief", "final");
  }

  private static Block.Panel panel(
      Edition edition,
      Map<String, List<LineChart.Point>> lines,
      String measure,
      String nl,
      String en) {
    List<LineChart.Point> points = lines.getOrDefault(measure, List.of());
    StringBuilder alternative = new StringBuilder(edition.say(nl, en)).append(": ");
    List<String> said = new ArrayList<>();
    for (LineChart.Point point : points) {
      said.add(
          point.label()
              + " "
              + point.shown()
              + (point.provisional() ? " (" + provisional(edition, true) + ")" : ""));
    }
    alternative.append(String.join(", ", said)).append('.');
    return new Block.Panel(
        edition.say(nl, en),
        alternative.toString(),
        new LineChart(points, edition.language()::number, edition.open(), Double.NaN));
  }

  private static Block byDimension(Edition edition, View view) {
    int year = edition.year();
    Map<String, Map<Integer, DataRow>> found = new TreeMap<>();
    for (DataRow row : edition.tables().years(JOBS, view.dimension())) {
      int of = Integer.parseInt(row.text("period"));
      if (of <= year && of > year - 4) {
        found.computeIfAbsent(row.text(view.dimension()), code -> new TreeMap<>()).put(of, row);
      }
    }
    List<Map.Entry<String, Map<Integer, DataRow>>> sorted =
        found.entrySet().stream()
            .filter(
                entry ->
                    persons(entry.getValue().get(year)) + persons(entry.getValue().get(year - 1))
                        > 0)
            .sorted(
                Comparator.<Map.Entry<String, Map<Integer, DataRow>>>comparingDouble(
                        entry -> -active(entry.getValue().get(year)))
                    .thenComparing(Map.Entry::getKey))
            .toList();
    return figure(edition, view, sorted);
  }

  private static double persons(DataRow row) {
    return row == null ? 0 : row.orZero("persons");
  }

  private static double active(DataRow row) {
    return row == null ? 0 : row.orZero("jobs_active");
  }

  private static Block figure(
      Edition edition, View view, List<Map.Entry<String, Map<Integer, DataRow>>> rows) {
    int year = edition.year();
    String picture =
        edition.say("Lopende banen op 31 december " + year, "Jobs running on 31 December " + year);
    String title = picture + ", " + view.title(edition).toLowerCase(java.util.Locale.ROOT);
    Table.Builder table =
        Table.titled("jobs-" + view.dimension(), title)
            .text(capital(view.title(edition).replaceFirst("^(Naar|By) ", "")));
    for (int y = year - 3; y <= year; y++) {
      table.number(edition.say("Lopend eind ", "Running end ") + y, "term-job");
    }
    table
        .number(edition.say("Begonnen in ", "Started in ") + year, "term-job")
        .number(edition.say("Personen in ", "Persons in ") + year, "term-persons")
        .note(edition.rounded());
    List<BarChart.Bar> bars = new ArrayList<>();
    List<String> said = new ArrayList<>();
    for (Map.Entry<String, Map<Integer, DataRow>> entry : rows) {
      String label = edition.label(view.codelist(), entry.getKey());
      DataRow now = entry.getValue().get(year);
      DataRow before = entry.getValue().get(year - 1);
      Double active = now == null ? null : now.number("jobs_active");
      bars.add(
          new BarChart.Bar(
              label,
              active,
              edition.number(active),
              before == null ? null : before.number("jobs_active")));
      said.add(label + " " + edition.number(active));
      List<Cell> cells = new ArrayList<>();
      cells.add(Cell.text(label));
      for (int y = year - 3; y <= year; y++) {
        cells.add(edition.cell(entry.getValue().get(y), "jobs_active"));
      }
      cells.add(edition.cell(now, "jobs_started"));
      cells.add(edition.cell(now, "persons"));
      table.row(cells);
    }
    return new Block.Figure(
        "jobs-" + view.dimension() + "-chart",
        picture,
        title + ": " + String.join(", ", said) + ".",
        new BarChart(bars, edition.say("eind ", "end ") + (year - 1)),
        table.build());
  }
}
