package nl.oogst.report.yearly;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import nl.oogst.report.chart.RangeChart;
import nl.oogst.report.document.Block;
import nl.oogst.report.document.Section;
import nl.oogst.report.document.Table;
import nl.oogst.report.document.Table.Cell;

/** Whether the work lasts: retention at the fixed horizons, and werkbehoud beside UWV's figure. */
final class Lasting implements Chapter {
  private static final String INDICATORS = "sustainability_indicators";
  private static final int FEWEST = 10;

  @Override
  public Section write(Edition edition) {
    List<Block> blocks = new ArrayList<>();
    retention(edition, blocks);
    Endings.write(edition, blocks);
    werkbehoud(edition, blocks);
    WorkItself.write(edition, blocks);
    if (blocks.isEmpty()) {
      blocks.add(
          new Block.Paragraph(
              edition.say(
                  "Er zijn nog te weinig mensen lang genoeg gevolgd om hier iets over te zeggen.",
                  "Too few people were followed long enough to say anything about this yet.")));
    }
    return new Section(
        "lasting",
        edition.say("Houdt het stand?", "Does it last?"),
        edition.say(
            "Hoeveel banen na een tijd nog lopen, en hoeveel mensen aan het werk blijven.",
            "How many jobs still run after a time, and how many people stay at work."),
        blocks);
  }

  static List<DataRow> all(Edition edition, String indicator) {
    return edition.tables().years(INDICATORS, "all").stream()
        .filter(row -> row.is("indicator", indicator))
        .filter(row -> Integer.parseInt(row.text("period")) <= edition.year())
        .sorted(Comparator.comparing((DataRow row) -> row.orZero("cohort")))
        .toList();
  }

  /** The newest row with a value of an indicator, up to this report's year; or null. */
  static DataRow newest(Edition edition, String indicator) {
    return all(edition, indicator).stream()
        .filter(row -> row.number("value") != null)
        .reduce((a, b) -> b)
        .orElse(null);
  }

  /** The share as it may be told: {@code <5%}, {@code 72%} or {@code >95%}. */
  static String share(Edition edition, DataRow row) {
    if (row == null || row.number("value") == null) {
      return edition.nothing();
    }
    String limit = row.text("value_limit");
    return (limit == null ? "" : limit) + edition.percent(row.number("value"));
  }

  private static void retention(Edition edition, List<Block> blocks) {
    List<Integer> horizons =
        edition.tables().years(INDICATORS, "all").stream()
            .map(row -> row.text("indicator"))
            .filter(name -> name.matches("retention_\\d+m"))
            .map(name -> Integer.parseInt(name.replaceAll("\\D", "")))
            .distinct()
            .sorted()
            .toList();
    Table.Builder table =
        Table.titled(
                "retention",
                edition.say(
                    "Deel van de banen dat nog loopt, naar jaar van start",
                    "Share of the jobs still running, by year of start"))
            .text(edition.say("Na", "After"))
            .text(edition.say("Begonnen in", "Started in"))
            .number(edition.say("Banen", "Jobs"))
            .number(edition.say("Loopt nog", "Still running"), "term-retention")
            .text(edition.say("Marge (95%)", "Margin (95%)"))
            .text(edition.say("Stand", "State"));
    List<RangeChart.Row> rows = new ArrayList<>();
    List<String> said = new ArrayList<>();
    for (int horizon : horizons) {
      DataRow row = newest(edition, "retention_" + horizon + "m");
      if (row == null) {
        continue;
      }
      String label =
          edition.say(horizon + " maanden", horizon + " months")
              + edition.say(", start ", ", start ")
              + cohort(row);
      rows.add(range(edition, row, label));
      said.add(label + " " + share(edition, row));
      for (DataRow one : lastOf(all(edition, "retention_" + horizon + "m"), 4)) {
        table.row(line(edition, one, edition.say(horizon + " maanden", horizon + " months")));
      }
    }
    if (rows.isEmpty()) {
      return;
    }
    DataRow year = newest(edition, "retention_12m");
    if (year != null) {
      blocks.add(new Block.Paragraph(retentionSentence(edition, year)));
    }
    String title =
        edition.say(
            "Deel van de banen dat na een tijd nog loopt, nieuwste cijfers",
            "Share of the jobs still running after a time, newest figures");
    blocks.add(
        new Block.Figure(
            "retention-chart",
            title,
            title + ": " + String.join(", ", said) + ".",
            new RangeChart(rows, 0, 1, edition.language()::percent, null, null, uncertain(edition)),
            table.build()));
  }

  private static String retentionSentence(Edition edition, DataRow row) {
    Wording wording = new Wording(edition.language());
    String cohort = cohort(row);
    return edition.say(
            "Van de banen die in " + cohort + " begonnen, liep na een jaar nog naar schatting **",
            "Of the jobs that started in " + cohort + ", an estimated **")
        + share(edition, row)
        + edition.say("** ", "** still ran after a year ")
        + "("
        + wording.between(row.number("ci_low"), row.number("ci_high"))
        + "). "
        + edition.say(
            "Dit is de [retentie](#term-retention): een baan die we nog niet zo lang volgen, telt mee voor de tijd dat we haar volgen. Eindigen is niet altijd slecht: wie doorstroomt naar een gewone baan, beëindigt er ook een.",
            "This is [retention](#term-retention): a job not followed for so long counts for the time that it was followed. An end is not always bad: whoever moves on to a regular job also ends one.");
  }

  static String cohort(DataRow row) {
    return Long.toString(Math.round(row.orZero("cohort")));
  }

  private static void werkbehoud(Edition edition, List<Block> blocks) {
    List<DataRow> rows = lastOf(all(edition, "werkbehoud_12m"), 6);
    DataRow newest = newest(edition, "werkbehoud_12m");
    if (newest == null) {
      return;
    }
    DataRow published = published(edition, "werkbehoud_12m");
    blocks.add(
        new Block.Heading(
            "werkbehoud", edition.say("Blijven mensen aan het werk?", "Do people stay at work?")));
    blocks.add(new Block.Paragraph(werkbehoudSentence(edition, newest, published)));
    Table.Builder table =
        Table.titled(
                "werkbehoud-table",
                edition.say(
                    "Deel van de mensen dat een jaar later (weer) werk had",
                    "Share of the people who had work (again) a year later"))
            .text(edition.say("Wat", "What"))
            .text(edition.say("Aan het werk in", "At work in"))
            .number(edition.say("Personen", "Persons"))
            .number(edition.say("Een jaar later", "A year later"), "term-werkbehoud")
            .text(edition.say("Marge (95%)", "Margin (95%)"))
            .text(edition.say("Stand", "State"));
    List<RangeChart.Row> ranges = new ArrayList<>();
    List<String> said = new ArrayList<>();
    for (DataRow row : rows) {
      String label = edition.say("derde kwartaal ", "third quarter ") + cohort(row);
      ranges.add(range(edition, row, label));
      said.add(label + " " + share(edition, row));
    }
    for (String indicator : List.of("werkbehoud_12m", "zelfde_baan_12m", "starters_12m")) {
      for (DataRow row : lastOf(all(edition, indicator), 3)) {
        table.row(line(edition, row, edition.label("computed_indicators", indicator)));
      }
    }
    String title =
        edition.say(
            "Werkbehoud na twaalf maanden, per jaar", "Work retained after twelve months, by year");
    blocks.add(
        new Block.Figure(
            "werkbehoud-chart",
            title,
            title
                + ": "
                + String.join(", ", said)
                + "."
                + (published == null
                    ? ""
                    : edition.say(" Landelijk, volgens UWV: ", " Nationally, says UWV: ")
                        + edition.percent(published.number("value"))
                        + "."),
            new RangeChart(
                ranges,
                0,
                1,
                edition.language()::percent,
                published == null ? null : published.number("value"),
                published == null
                    ? null
                    : edition.say("landelijk ", "nationally ")
                        + published.text("period")
                        + ": "
                        + edition.percent(published.number("value")),
                uncertain(edition)),
            table.build()));
  }

  private static DataRow published(Edition edition, String indicator) {
    return edition.tables().rows("reference_figures").stream()
        .filter(row -> row.is("indicator", indicator) && row.is("status", "official"))
        .filter(row -> Integer.parseInt(row.text("period").substring(0, 4)) <= edition.year())
        .max(Comparator.comparing(row -> row.text("period")))
        .orElse(null);
  }

  private static String werkbehoudSentence(Edition edition, DataRow row, DataRow published) {
    Wording wording = new Wording(edition.language());
    String cohort = cohort(row);
    String next = Long.toString(Math.round(row.orZero("cohort")) + 1);
    String text =
        edition.say(
                "Van de mensen die in het derde kwartaal van "
                    + cohort
                    + " werkten, had **"
                    + share(edition, row)
                    + "** in het derde kwartaal van "
                    + next
                    + " (weer) een baan (",
                "Of the people at work in the third quarter of "
                    + cohort
                    + ", **"
                    + share(edition, row)
                    + "** had a job (again) in the third quarter of "
                    + next
                    + " (")
            + wording.between(row.number("ci_low"), row.number("ci_high"))
            + "). ";
    double unknown = row.orZero("not_judged");
    if (unknown > 0) {
      text +=
          edition.say("Van ", "Of ")
              + wording.about(
                  unknown, edition.say("persoon", "person"), edition.say("personen", "persons"))
              + edition.say(
                  " weten we het niet; zij tellen niet mee. ",
                  " this is not known; they are left out. ");
    }
    if (published != null) {
      text +=
          edition.say("Dat is ", "This is ")
              + wording.besideReference(
                  row.number("ci_low"), row.number("ci_high"), published.number("value"))
              + edition.say("de ", "the ")
              + edition.percent(published.number("value"))
              + edition.say(
                  " die UWV landelijk vond (" + published.text("period") + "). ",
                  " that UWV found nationally (" + published.text("period") + "). ")
              + edition.say(
                  "UWV telt met dezelfde [definitie](#term-werkbehoud), maar ziet ook banen buiten de proeftuinen; hier ligt het percentage daardoor eerder lager.",
                  "UWV counts by the same [definition](#term-werkbehoud), but also sees jobs outside of the proeftuinen; so the percentage here will rather be lower.");
    }
    return text;
  }

  private static String uncertain(Edition edition) {
    return edition.say("voorlopig of weinig banen", "provisional or few jobs");
  }

  private static List<DataRow> lastOf(List<DataRow> rows, int most) {
    return rows.subList(Math.max(0, rows.size() - most), rows.size());
  }

  private static RangeChart.Row range(Edition edition, DataRow row, String label) {
    Double value = row.number("value");
    boolean few = row.number("at_risk") != null && row.number("at_risk") < FEWEST;
    return new RangeChart.Row(
        label,
        value,
        row.number("ci_low"),
        row.number("ci_high"),
        value == null
            ? edition.say("te weinig om te zeggen", "too few to say")
            : share(edition, row),
        row.flag("provisional") || few);
  }

  private static Cell[] line(Edition edition, DataRow row, String what) {
    Double low = row.number("ci_low");
    Double high = row.number("ci_high");
    boolean known = low != null && high != null;
    return new Cell[] {
      Cell.text(what),
      Cell.text(cohort(row)),
      edition.cell(row, "n"),
      new Cell(
          row.number("value") == null ? edition.say("te weinig", "too few") : share(edition, row),
          row.number("value")),
      Cell.text(
          known
              ? edition.percent(low) + " – " + Objects.requireNonNull(edition.percent(high))
              : edition.nothing()),
      Cell.text(edition.state(row))
    };
  }
}
