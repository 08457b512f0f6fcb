package nl.oogst.report.yearly;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.oogst.report.chart.RangeChart;
import nl.oogst.report.document.Block;
import nl.oogst.report.document.Table;
import nl.oogst.report.document.Table.Cell;

/** The practices that went together with another outcome, with how sure that is. */
final class Differences {
  private static final int SENTENCES = 3;

  private Differences() {}

  static void write(Edition edition, List<DataRow> lessons, List<Block> blocks) {
    List<DataRow> telling =
        lessons.stream()
            .filter(
                row ->
                    Learned.TELLING.contains(row.text("evidence"))
                        && row.number("difference") != null)
            .sorted(
                Comparator.comparing((DataRow row) -> Learned.TELLING.indexOf(row.text("evidence")))
                    .thenComparing(row -> row.text("practice"))
                    .thenComparing(row -> row.text("outcome")))
            .toList();
    if (telling.isEmpty()) {
      return;
    }
    Table.Builder table =
        Table.titled(
                "differences",
                edition.say(
                    "Werkwijzen die samengingen met een andere uitkomst",
                    "Practices that went together with another outcome"))
            .text(edition.say("Werkwijze", "Practice"))
            .text(edition.say("Uitkomst", "Outcome"))
            .number(edition.say("Proeftuinen met", "Proeftuinen with"))
            .number(edition.say("zonder", "without"))
            .number(edition.say("Uitkomst met", "Outcome with"))
            .number(edition.say("zonder", "without"))
            .text(edition.say("Verschil (marge)", "Difference (margin)"))
            .text(edition.say("Zekerheid", "Certainty"));
    List<RangeChart.Row> rows = new ArrayList<>();
    List<String> said = new ArrayList<>();
    for (DataRow row : telling) {
      String practice = edition.label("practices", row.text("practice"));
      String outcome = edition.label("lesson_outcomes", row.text("outcome"));
      String evidence = edition.label("evidence", row.text("evidence"));
      table.row(
          Cell.text(practice),
          Cell.text(outcome),
          edition.cell(row, "pilots_with"),
          edition.cell(row, "pilots_without"),
          new Cell(amount(edition, row, "value_with"), row.number("value_with")),
          new Cell(amount(edition, row, "value_without"), row.number("value_without")),
          Cell.text(
              difference(edition, row, "difference")
                  + " ("
                  + difference(edition, row, "ci_low")
                  + edition.say(" tot ", " to ")
                  + difference(edition, row, "ci_high")
                  + ")"),
          Cell.text(evidence));
      if (row.is("unit", "share")) {
        rows.add(
            new RangeChart.Row(
                practice + ": " + Learned.lower(outcome),
                row.number("difference"),
                row.number("ci_low"),
                row.number("ci_high"),
                difference(edition, row, "difference"),
                !row.is("evidence", "supported")));
        said.add(practice + ", " + outcome + ": " + difference(edition, row, "difference"));
      }
    }
    blocks.add(
        new Block.Heading(
            "went-together",
            edition.say(
                "Wat ging samen met een andere uitkomst?",
                "What went together with another outcome?")));
    List<List<DataRow>> alike = alike(telling);
    alike
        .subList(0, Math.min(SENTENCES, alike.size()))
        .forEach(told -> blocks.add(new Block.Paragraph(sentence(edition, told))));
    String title =
        edition.say(
            "Verschil tussen proeftuinen met en zonder de werkwijze, in procentpunten",
            "Difference between proeftuinen with and without the practice, in percentage points");
    if (rows.isEmpty()) {
      blocks.add(new Block.Numbers(table.build()));
    } else {
      blocks.add(
          new Block.Figure(
              "differences-chart",
              title,
              title + ": " + String.join("; ", said) + ".",
              new RangeChart(
                  rows,
                  Double.NaN,
                  Double.NaN,
                  value -> edition.language().number(value * 100),
                  0.0,
                  edition.say("geen verschil", "no difference"),
                  edition.say("aanwijzing", "indication")),
              table.build()));
    }
  }

  /** Comparisons that can be told in one sentence: of one practice, as sure, the same way. */
  private static List<List<DataRow>> alike(List<DataRow> telling) {
    Map<String, List<DataRow>> alike = new LinkedHashMap<>();
    for (DataRow row : telling) {
      String kind =
          row.text("practice") + " " + row.text("evidence") + " " + (row.orZero("difference") > 0);
      alike.computeIfAbsent(kind, k -> new ArrayList<>()).add(row);
    }
    return new ArrayList<>(alike.values());
  }

  /** What comparisons of one practice say: "ging samen met", never "leidt tot". */
  static String sentence(Edition edition, List<DataRow> alike) {
    DataRow first = alike.get(0);
    boolean more = first.orZero("difference") > 0;
    List<String> outcomes = new ArrayList<>();
    for (DataRow row : alike) {
      outcomes.add(
          Learned.lower(edition.label("lesson_outcomes", row.text("outcome")))
              + " ("
              + amount(edition, row, "value_with")
              + edition.say(" met, ", " with, ")
              + amount(edition, row, "value_without")
              + edition.say(" zonder)", " without)"));
    }
    return "**"
        + edition.label("practices", first.text("practice"))
        + "** "
        + edition.say(
            "ging samen met een " + (more ? "hogere" : "lagere") + " uitkomst op: ",
            "went together with a " + (more ? "higher" : "lower") + " outcome on: ")
        + edition.language().list(outcomes)
        + edition.say(". Dit rust op ", ". This rests on ")
        + edition.number(first.number("pilots_with"))
        + edition.say(" proeftuinen met en ", " proeftuinen with and ")
        + edition.number(first.number("pilots_without"))
        + edition.say(" zonder. Zekerheid: **", " without. Certainty: **")
        + Learned.lower(edition.label("evidence", first.text("evidence")))
        + "**.";
  }

  private static String amount(Edition edition, DataRow row, String column) {
    Double value = row.number(column);
    if (value == null) {
      return edition.nothing();
    }
    return row.is("unit", "share")
        ? edition.percent(value)
        : edition.language().number(value, row.is("unit", "days") ? 0 : 1);
  }

  private static String difference(Edition edition, DataRow row, String column) {
    Double value = row.number(column);
    if (value == null) {
      return edition.nothing();
    }
    boolean share = row.is("unit", "share");
    String number =
        share
            ? edition.language().number(value * 100)
            : edition.language().number(value, row.is("unit", "days") ? 0 : 1);
    return (value > 0 ? "+" : "") + number;
  }
}
