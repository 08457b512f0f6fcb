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

/**
 * What the proeftuinen contribute to the Banenafspraak, by where it counts and never added across,
 * with published figures apart from it.
 */
final class Contributions implements Chapter {
  private static final String BANEN = "banenafspraak_contributions";
  private static final List<String> COUNTS_FOR = List.of("market", "sector_government", "rijk");

  @Override
  public Section write(Edition edition) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Paragraph(opening(edition)));
    blocks.add(throughTheYears(edition));
    blocks.add(
        new Block.Note(
            edition.say(
                "**Tel deze kolommen niet bij elkaar op.** Een baan die via inkoop bij een leverancier ontstaat, telt mee bij de markt, niet bij het Rijk. Wie ingeleend is, telt mee bij de sector overheid. Alleen wie bij het Rijk in dienst is, telt mee bij het Rijk. Een [baan van de Banenafspraak](#term-baan) is 25,5 betaalde uren per week; het is geen fte en geen persoon.",
                "**Do not add these columns up.** A job that comes about at a supplier through purchasing counts for the market, not for the Rijk. Whoever is hired in counts for the government sector. Only those employed by the Rijk count for the Rijk. A [baan of the Banenafspraak](#term-baan) is 25.5 paid hours a week; it is no fte and no person.")));
    published(edition, blocks);
    return new Section(
        "banenafspraak",
        edition.say(
            "Wat draagt het bij aan de Banenafspraak?",
            "What does it contribute to the Banenafspraak?"),
        edition.say(
            "Banen van 25,5 uur per week van mensen uit het doelgroepregister, naar waar ze meetellen.",
            "Jobs of 25.5 hours a week of people in the target-group register, by where they count."),
        blocks);
  }

  /** Banen of a year by where they count; null where there is no figure. */
  static Map<String, Double> banen(Edition edition, int year) {
    Map<String, Double> banen = new TreeMap<>();
    for (DataRow row : edition.tables().years(BANEN, "all")) {
      if (row.is("period", Integer.toString(year)) && row.number("banen") != null) {
        banen.merge(row.text("counts_for"), row.number("banen"), Double::sum);
      }
    }
    return banen;
  }

  private static String opening(Edition edition) {
    Map<String, Double> now = banen(edition, edition.year());
    Map<String, Double> before = banen(edition, edition.year() - 1);
    Wording wording = new Wording(edition.language());
    List<String> parts = new ArrayList<>();
    for (String where : COUNTS_FOR) {
      Double value = now.get(where);
      if (value != null) {
        String compared =
            wording.compared(before.get(where), value, base(edition, where), edition.year() - 1);
        parts.add(
            "**"
                + where(edition, where)
                + "** "
                + wording.about(value, edition.say("baan", "baan"), "banen")
                + (compared.isEmpty() ? "" : ", " + compared));
      }
    }
    if (parts.isEmpty()) {
      return edition.say(
          "Over " + edition.year() + " zijn er geen uren bekend die meetellen.",
          "No hours that count are known for " + edition.year() + ".");
    }
    return edition.say(
            "In " + edition.year() + " telde mee: bij ",
            "What counted in " + edition.year() + ": for ")
        + String.join(edition.say("; bij ", "; for "), parts)
        + ".";
  }

  /** Banen of the market are those of two attributions, each rounded. */
  private static double base(Edition edition, String where) {
    return where.equals("market") ? 2.0 * edition.base() : edition.base();
  }

  /** Where banen count, as it stands in a sentence. */
  static String where(Edition edition, String countsFor) {
    return switch (countsFor) {
      case "market" -> edition.say("de markt", "the market");
      case "sector_government" -> edition.say("de sector overheid", "the government sector");
      case "rijk" -> edition.say("het Rijk", "the Rijk");
      default -> edition.label("counts_for", countsFor);
    };
  }

  /** A picture for each place where banen count, on one scale, with one table behind them. */
  private static Block throughTheYears(Edition edition) {
    List<Integer> years = edition.years(BANEN, 6);
    double most = 0;
    for (int year : years) {
      for (double banen : banen(edition, year).values()) {
        most = Math.max(most, banen);
      }
    }
    List<Block.Panel> panels = new ArrayList<>();
    for (String where : COUNTS_FOR) {
      List<LineChart.Point> points = new ArrayList<>();
      List<String> said = new ArrayList<>();
      for (int year : years) {
        Double banen = banen(edition, year).get(where);
        points.add(
            new LineChart.Point(
                Integer.toString(year),
                banen,
                edition.number(banen),
                edition.total(BANEN, year).flag("provisional")));
        said.add(year + " " + edition.number(banen));
      }
      String title = edition.label("counts_for", where);
      panels.add(
          new Block.Panel(
              title,
              title + ": " + String.join(", ", said) + ".",
              new LineChart(points, edition.language()::number, edition.open(), most)));
    }
    return new Block.Panels(
        "banen-chart",
        edition.say("Banen van de Banenafspraak", "Banen of the Banenafspraak"),
        panels,
        table(edition, years));
  }

  private static Table table(Edition edition, List<Integer> years) {
    Table.Builder table =
        Table.titled(
                "banen",
                edition.say(
                    "Banen van de Banenafspraak per jaar, naar waar ze meetellen",
                    "Banen of the Banenafspraak by year, by where they count"))
            .text(edition.say("Jaar", "Year"));
    for (String where : COUNTS_FOR) {
      table.number(edition.label("counts_for", where), "term-baan");
    }
    table
        .text(edition.say("Stand", "State"))
        .note(
            edition.rounded()
                + edition.say(
                    " Bij de markt is het de som van twee zulke getallen. Tel de kolommen niet bij elkaar op.",
                    " For the market it is the sum of two such numbers. Do not add the columns up."));
    for (int year : years) {
      Map<String, Double> banen = banen(edition, year);
      List<Cell> cells = new ArrayList<>();
      cells.add(Cell.text(Integer.toString(year)));
      for (String where : COUNTS_FOR) {
        cells.add(edition.cell(banen.get(where)));
      }
      cells.add(Cell.text(edition.state(edition.total(BANEN, year))));
      table.row(cells);
    }
    return table.build();
  }

  /** Published figures beside their own targets: numerator and denominator of the same kind. */
  private static void published(Edition edition, List<Block> blocks) {
    Table.Builder table =
        Table.titled(
                "published-banen",
                edition.say(
                    "Gepubliceerde cijfers: gerealiseerd naast het doel van dezelfde soort",
                    "Published figures: realised beside the target of the same kind"))
            .text(edition.say("Wie", "Who"))
            .text(edition.say("Jaar", "Year"))
            .number(edition.say("Gerealiseerd", "Realised"))
            .number(edition.say("Doel", "Target"))
            .number(edition.say("Deel van het doel", "Share of the target"))
            .text(edition.say("Bron", "Source"));
    for (String scope : List.of("rijk", "overheid", "markt")) {
      scope(edition, table, scope);
    }
    if (table.isEmpty()) {
      return;
    }
    blocks.add(
        new Block.Heading(
            "published",
            edition.say(
                "Ter vergelijking: de landelijke cijfers", "For context: the national figures")));
    blocks.add(
        new Block.Paragraph(
            edition.say(
                "De cijfers hieronder zijn door anderen gepubliceerd en gaan over alle banen van de Banenafspraak, niet alleen over de proeftuinen. Bij het Rijk zijn het alle banen in dienst, inclusief de nulmeting; bij overheid en markt alleen de extra banen sinds de nulmeting. Reken de cijfers van de proeftuinen daarom niet om naar een deel van deze doelen.",
                "The figures below were published by others and are about all jobs of the Banenafspraak, not only about the proeftuinen. For the Rijk these are all jobs in employment, the baseline included; for government and market only the extra jobs since the baseline. So do not turn figures of the proeftuinen into a share of these targets.")));
    blocks.add(new Block.Numbers(table.build()));
  }

  private static void scope(Edition edition, Table.Builder table, String scope) {
    List<DataRow> rows =
        edition.tables().rows("targets").stream()
            .filter(row -> row.is("scope", scope) && row.is("period_type", "year"))
            .filter(row -> Integer.parseInt(row.text("period")) <= edition.year())
            .filter(row -> official(row, "target") && official(row, "realised"))
            .sorted(Comparator.comparing(row -> row.text("period")))
            .toList();
    for (DataRow row : rows.subList(Math.max(0, rows.size() - 3), rows.size())) {
      table.row(
          Cell.text(scopeLabel(edition, scope)),
          Cell.text(row.text("period")),
          edition.cell(row, "realised"),
          edition.cell(row, "target"),
          edition.share(row, "share"),
          Cell.text(source(edition, row.text("realised_figure"))));
    }
  }

  private static boolean official(DataRow row, String what) {
    return row.number(what) != null && row.is(what + "_status", "official");
  }

  private static String source(Edition edition, String figure) {
    return edition.tables().rows("reference_figures", row -> row.is("figure_id", figure)).stream()
        .map(row -> row.text("source"))
        .findFirst()
        .orElse(edition.nothing());
  }

  private static String scopeLabel(Edition edition, String scope) {
    return switch (scope) {
      case "rijk" -> edition.say("Rijk, alle banen in dienst", "Rijk, all jobs in employment");
      case "overheid" -> edition.say("Overheid, extra banen", "Government, extra jobs");
      case "markt" -> edition.say("Markt, extra banen", "Market, extra jobs");
      default -> scope;
    };
  }
}
