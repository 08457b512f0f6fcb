package nl.oogst.report.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.oogst.report.chart.LineChart;
import nl.oogst.report.document.Block;
import nl.oogst.report.document.Section;
import nl.oogst.report.document.Table;
import nl.oogst.report.document.Table.Cell;
import nl.oogst.report.yearly.DataRow;
import nl.oogst.report.yearly.Edition;
import nl.oogst.report.yearly.Wording;

/** What was realised, beside all proeftuinen together. */
final class Did implements Part {
  private static final String JOBS = "jobs_realised";
  private static final String BANEN = "banenafspraak_contributions";
  private static final List<String> COUNTS_FOR = List.of("market", "sector_government", "rijk");
  private static final int YEARS = 6;

  @Override
  public Section write(Edition edition, Subject subject) {
    List<Block> blocks = new ArrayList<>();
    DataRow now = subject.one(edition, JOBS, edition.year());
    if (now == null) {
      blocks.add(
          new Block.Paragraph(
              edition.say(
                  "Over " + edition.year() + " zijn er geen cijfers.",
                  "There are no figures of " + edition.year() + ".")));
    } else {
      blocks.add(keyFigures(edition, now));
      blocks.add(new Block.Paragraph(sentence(edition, subject, now)));
      blocks.add(years(edition, subject));
      if (subject.isMinistry()) {
        ForWhom.write(edition, subject, blocks);
      }
      banen(edition, subject, blocks);
    }
    return new Section(
        "did",
        edition.say("Wat is er gedaan?", "What was done?"),
        edition.say(
            "De cijfers over " + edition.year() + ", naast die van alle proeftuinen samen.",
            "The figures of " + edition.year() + ", beside those of all proeftuinen together."),
        blocks);
  }

  private static Block keyFigures(Edition edition, DataRow now) {
    DataRow whole = edition.total(JOBS, edition.year());
    Map<String, String> words = new LinkedHashMap<>();
    words.put("jobs_started", edition.say("banen begonnen", "jobs started"));
    words.put(
        "jobs_active", edition.say("banen lopend op 31 december", "jobs running on 31 December"));
    words.put(
        "persons",
        edition.say("personen met een baan in het jaar", "persons with a job in the year"));
    words.put("fte", edition.say("fte op 31 december", "fte on 31 December"));
    List<Block.KeyFigure> figures = new ArrayList<>();
    words.forEach(
        (measure, label) ->
            figures.add(
                new Block.KeyFigure(
                    edition.number(now.number(measure)),
                    label,
                    (whole == null
                            ? ""
                            : edition.say("alle samen: ", "all together: ")
                                + edition.number(whole.number(measure))
                                + " · ")
                        + (now.flag("provisional")
                            ? edition.say("voorlopig", "provisional")
                            : edition.say("definitief", "final")))));
    return new Block.KeyFigures(figures);
  }

  private static String sentence(Edition edition, Subject subject, DataRow now) {
    Wording wording = new Wording(edition.language());
    Double active = now.number("jobs_active");
    DataRow before = subject.one(edition, JOBS, edition.year() - 1);
    String compared =
        before == null
            ? ""
            : wording.compared(
                before.number("jobs_active"), active, edition.base(), edition.year() - 1);
    String text =
        active == null
            ? edition.say(
                "Het aantal lopende banen is niet gegeven. ",
                "The number of running jobs is not given. ")
            : edition.say("Aan het eind van het jaar liepen er ", "At the end of the year, ")
                + wording.about(active, edition.say("baan", "job"), edition.say("banen", "jobs"))
                + edition.say("", " were running")
                + (compared.isEmpty() ? "" : ", " + compared)
                + ". ";
    return text
        + edition.say(
            "Alle aantallen zijn [afgerond](#term-rounding): kleine verschillen zeggen niets.",
            "All numbers are [rounded](#term-rounding): small differences mean nothing.");
  }

  /** Running jobs through the years here and of all together, each on its own scale. */
  private static Block years(Edition edition, Subject subject) {
    Table.Builder table =
        Table.titled(
                "years",
                edition.say("Jaar na jaar, naast het geheel", "Year by year, beside the whole"))
            .text(edition.say("Jaar", "Year"))
            .number(edition.say("Begonnen", "Started"))
            .number(edition.say("Lopend", "Running"))
            .number(edition.say("Personen", "Persons"))
            .number(edition.say("Begonnen, alle samen", "Started, all together"))
            .number(edition.say("Lopend, alle samen", "Running, all together"))
            .number(edition.say("Personen, alle samen", "Persons, all together"))
            .text(edition.say("Stand", "State"))
            .note(edition.rounded());
    List<LineChart.Point> here = new ArrayList<>();
    List<LineChart.Point> all = new ArrayList<>();
    for (int year : edition.years(JOBS, YEARS)) {
      DataRow own = subject.one(edition, JOBS, year);
      DataRow whole = edition.total(JOBS, year);
      if (own != null) {
        here.add(point(edition, own, year));
        all.add(point(edition, whole, year));
        table.row(
            Cell.text(Integer.toString(year)),
            edition.cell(own, "jobs_started"),
            edition.cell(own, "jobs_active"),
            edition.cell(own, "persons"),
            edition.cell(whole, "jobs_started"),
            edition.cell(whole, "jobs_active"),
            edition.cell(whole, "persons"),
            Cell.text(edition.state(own)));
      }
    }
    String running =
        edition.say(
            "Lopende banen aan het eind van het jaar", "Jobs running at the end of the year");
    String together = edition.say("alle proeftuinen samen", "all proeftuinen together");
    return new Block.Panels(
        "years-chart",
        running,
        List.of(
            panel(edition, running + ": " + subject.name(), here),
            panel(edition, running + ": " + together, all)),
        table.build());
  }

  private static Block.Panel panel(Edition edition, String title, List<LineChart.Point> points) {
    List<String> said = new ArrayList<>();
    points.forEach(point -> said.add(point.label() + " " + point.shown()));
    return new Block.Panel(
        title,
        title + ": " + String.join(", ", said) + ".",
        new LineChart(points, edition.language()::number, edition.open(), Double.NaN));
  }

  private static LineChart.Point point(Edition edition, DataRow row, int year) {
    Double active = row.number("jobs_active");
    return new LineChart.Point(
        Integer.toString(year), active, edition.number(active), row.flag("provisional"));
  }

  private static void banen(Edition edition, Subject subject, List<Block> blocks) {
    Map<String, Double> here = banen(subject.of(edition, BANEN, edition.year()));
    String period = Integer.toString(edition.year());
    Map<String, Double> all =
        banen(
            edition.tables().years(BANEN, "all").stream()
                .filter(row -> row.is("period", period))
                .toList());
    if (here.isEmpty()) {
      return;
    }
    Table.Builder table =
        Table.titled(
                "banen",
                edition.say("Banen van de Banenafspraak in ", "Banen of the Banenafspraak in ")
                    + edition.year())
            .text(edition.say("Telt mee bij", "Counts for"))
            .number(edition.say("Hier", "Here"), "term-baan")
            .number(edition.say("Alle samen", "All together"), "term-baan")
            .note(
                edition.rounded()
                    + edition.say(
                        " Bij de markt is het de som van twee zulke getallen.",
                        " For the market it is the sum of two such numbers."));
    for (String where : COUNTS_FOR) {
      if (here.containsKey(where)) {
        table.row(
            Cell.text(edition.label("counts_for", where)),
            edition.cell(here.get(where)),
            edition.cell(all.get(where)));
      }
    }
    blocks.add(new Block.Heading("banenafspraak", "Banenafspraak"));
    blocks.add(new Block.Numbers(table.build()));
    blocks.add(
        new Block.Note(
            edition.say(
                "**Tel deze regels niet bij elkaar op.** Een baan bij een leverancier telt mee bij de markt, ingeleend werk bij de sector overheid, en alleen wie bij het Rijk in dienst is, bij het Rijk.",
                "**Do not add these rows up.** A job at a supplier counts for the market, hired-in work for the government sector, and only those employed by the Rijk count for the Rijk.")));
  }

  private static Map<String, Double> banen(List<DataRow> rows) {
    Map<String, Double> banen = new LinkedHashMap<>();
    for (DataRow row : rows) {
      if (row.number("banen") != null) {
        banen.merge(row.text("counts_for"), row.number("banen"), Double::sum);
      }
    }
    return banen;
  }
}
