package nl.oogst.report.yearly;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
    blocks.add(new Block.Numbers(table(edition)));
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
            wording.compared(before.get(where), value, edition.base(), edition.year() - 1);
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

  /** Where banen count, as it stands in a sentence. */
  static String where(Edition edition, String countsFor) {
    return switch (countsFor) {
      case "market" -> edition.say("de markt", "the market");
      case "sector_government" -> edition.say("de sector overheid", "the government sector");
      case "rijk" -> edition.say("het Rijk", "the Rijk");
      default -> edition.label("counts_for", countsFor);
    };
  }

  private static Table table(Edition edition) {
    Table.Builder table =
        Table.titled(
                "banen",
                edition.say(
                    "Banen van de Banenafspraak per jaar, naar waar ze meetellen",
                    "Banen of the Banenafspraak by year, by where they count"))
            .text(edition.say("Jaar", "Year"));
    for (String where : COUNTS_FOR) {
      table.number(edition.label("counts_for", where));
    }
    table.text(edition.say("Stand", "State"));
    for (int year : edition.years(BANEN, 6)) {
      Map<String, Double> banen = banen(edition, year);
      List<Cell> cells = new ArrayList<>();
      cells.add(Cell.text(Integer.toString(year)));
      for (String where : COUNTS_FOR) {
        cells.add(new Cell(edition.number(banen.get(where)), banen.get(where)));
      }
      cells.add(
          Cell.text(Realised.provisional(edition, edition.total(BANEN, year).flag("provisional"))));
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
    scope(edition, table, "rijk", "banen", "total_direct");
    scope(edition, table, "overheid", "extra_banen", "extra_vs_nulmeting");
    scope(edition, table, "markt", "extra_banen", "extra_vs_nulmeting");
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

  private static void scope(
      Edition edition, Table.Builder table, String scope, String indicator, String counting) {
    Map<String, DataRow> realised = new TreeMap<>();
    Map<String, DataRow> target = new TreeMap<>();
    for (DataRow row : edition.tables().rows("reference_figures")) {
      if (row.is("scope", scope)
          && row.is("indicator", indicator)
          && row.is("counting", counting)
          && row.is("period_type", "year")
          && row.is("status", "official")
          && Integer.parseInt(row.text("period")) <= edition.year()) {
        (row.is("kind", "target") ? target : realised).put(row.text("period"), row);
      }
    }
    List<String> years = realised.keySet().stream().filter(target::containsKey).toList();
    for (String year : years.subList(Math.max(0, years.size() - 3), years.size())) {
      Double done = realised.get(year).number("value");
      Double goal = target.get(year).number("value");
      table.row(
          Cell.text(scopeLabel(edition, scope)),
          Cell.text(year),
          new Cell(edition.number(done), done),
          new Cell(edition.number(goal), goal),
          new Cell(edition.percent(done / goal), done / goal),
          Cell.text(realised.get(year).text("source")));
    }
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
