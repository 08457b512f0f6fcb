package nl.oogst.report.yearly;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.oogst.report.chart.RangeChart;
import nl.oogst.report.document.Block;
import nl.oogst.report.document.Table;
import nl.oogst.report.document.Table.Cell;

/** Why jobs ended within a year: a move to a regular job apart from the rest. */
final class Endings {
  private static final int MONTHS = 12;

  private Endings() {}

  /** Adds the newest year of starts that was followed for a year; nothing when there is none. */
  static void write(Edition edition, List<Block> blocks) {
    List<DataRow> rows = newest(edition);
    List<DataRow> told =
        rows.stream()
            .filter(row -> row.number("value") != null && row.text("value_limit") == null)
            .toList();
    if (rows.isEmpty()) {
      return;
    }
    String cohort = Lasting.cohort(rows.get(0));
    blocks.add(
        new Block.Heading("endings", edition.say("Waarom eindigen banen?", "Why do jobs end?")));
    blocks.add(new Block.Paragraph(sentence(edition, rows, told)));
    Table.Builder table =
        Table.titled(
                "end-reasons",
                edition.say(
                    "Deel van de banen uit " + cohort + " dat binnen een jaar eindigde, naar reden",
                    "Share of the jobs of " + cohort + " that ended within a year, by reason"))
            .text(edition.say("Reden", "Reason"))
            .number(edition.say("Banen begonnen", "Jobs started"), "term-job")
            .number(edition.say("Geëindigd om deze reden", "Ended for this reason"))
            .number(edition.say("Deel", "Share"), "term-ended")
            .text(edition.say("Marge (95%)", "Margin (95%)"))
            .text(edition.say("Stand", "State"))
            .note(edition.rounded());
    List<RangeChart.Row> ranges = new ArrayList<>();
    List<String> said = new ArrayList<>();
    for (DataRow row : rows) {
      String reason = edition.label("end_reasons", row.text("end_reason"));
      String share = Lasting.share(edition, row);
      table.row(
          Cell.text(reason),
          edition.cell(row, "n"),
          edition.cell(row, "ended"),
          new Cell(share, row.number("value")),
          Cell.text(margin(edition, row)),
          Cell.text(edition.state(row)));
      if (told.contains(row)) {
        ranges.add(
            new RangeChart.Row(
                reason,
                row.number("value"),
                row.number("ci_low"),
                row.number("ci_high"),
                share,
                row.flag("provisional")));
        said.add(reason + " " + share);
      }
    }
    if (ranges.isEmpty()) {
      blocks.add(new Block.Numbers(table.build()));
      return;
    }
    String title =
        edition.say(
            "Redenen waarom ten minste 5% van de banen uit " + cohort + " binnen een jaar eindigde",
            "Reasons for which at least 5% of the jobs of " + cohort + " ended within a year");
    blocks.add(
        new Block.Figure(
            "end-reasons-chart",
            title,
            title + ": " + String.join(", ", said) + ".",
            new RangeChart(
                ranges, 0, upTo(ranges), edition.language()::percent, null, null, edition.open()),
            table.build()));
  }

  /** A round end of the axis, so that the shares have room. */
  private static double upTo(List<RangeChart.Row> ranges) {
    double most = 0;
    for (RangeChart.Row range : ranges) {
      most = Math.max(most, range.high() == null ? range.value() : range.high());
    }
    return Math.min(1, Math.ceil(most * 10) / 10);
  }

  private static List<DataRow> newest(Edition edition) {
    List<DataRow> all =
        edition.tables().years("end_reasons", "all").stream()
            .filter(row -> row.number("months") == MONTHS && row.number("value") != null)
            .filter(row -> Integer.parseInt(row.text("period")) <= edition.year())
            .toList();
    double cohort = all.stream().mapToDouble(row -> row.orZero("cohort")).max().orElse(0);
    return all.stream()
        .filter(row -> row.orZero("cohort") == cohort)
        .sorted(
            Comparator.comparingInt((DataRow row) -> row.flag("success") ? 0 : 1)
                .thenComparingDouble(row -> row.text("value_limit") == null ? 0 : 1)
                .thenComparingDouble(row -> -row.orZero("value"))
                .thenComparing(row -> row.text("end_reason")))
        .toList();
  }

  private static String sentence(Edition edition, List<DataRow> rows, List<DataRow> told) {
    String cohort = Lasting.cohort(rows.get(0));
    DataRow success = rows.stream().filter(row -> row.flag("success")).findFirst().orElse(null);
    String text = "";
    if (success != null) {
      text =
          edition.say(
              "Van de banen die in "
                  + cohort
                  + " begonnen, ging binnen een jaar "
                  + Lasting.share(edition, success)
                  + " over in een gewone baan. Dat is een succes van een andere soort dan blijven. ",
              "Of the jobs that started in "
                  + cohort
                  + ", "
                  + Lasting.share(edition, success)
                  + " gave way to a regular job within a year. That is a success of another kind than staying. ");
    }
    return text
        + (told.isEmpty()
            ? edition.say(
                "Elke reden apart komt bij minder dan 5% voor; meer is er niet over te zeggen.",
                "Each reason on its own occurs in less than 5%; no more can be said.")
            : edition.say(
                "Redenen die bij minder dan 5% voorkomen, staan alleen in de tabel.",
                "Reasons that occur in less than 5% stand in the table only."));
  }

  private static String margin(Edition edition, DataRow row) {
    return row.number("ci_low") == null || row.number("ci_high") == null
        ? edition.nothing()
        : edition.percent(row.number("ci_low")) + " – " + edition.percent(row.number("ci_high"));
  }
}
