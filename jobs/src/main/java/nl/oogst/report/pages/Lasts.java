package nl.oogst.report.pages;

import java.util.ArrayList;
import java.util.List;
import nl.oogst.report.chart.BesideChart;
import nl.oogst.report.document.Block;
import nl.oogst.report.document.Section;
import nl.oogst.report.document.Table;
import nl.oogst.report.document.Table.Cell;
import nl.oogst.report.yearly.DataRow;
import nl.oogst.report.yearly.Edition;
import nl.oogst.report.yearly.Wording;

/** How long work lasts and what it is like, beside the whole and allowing for size. */
final class Lasts implements Part {
  @Override
  public Section write(Edition edition, Subject subject) {
    List<DataRow> rows =
        edition.tables().rows("comparisons").stream()
            .filter(row -> row.is("breakdown", subject.breakdown()))
            .filter(row -> row.is(subject.breakdown(), subject.code()))
            .toList();
    List<Block> blocks = new ArrayList<>();
    List<DataRow> judged = rows.stream().filter(row -> row.number("value") != null).toList();
    if (judged.isEmpty()) {
      blocks.add(
          new Block.Paragraph(
              edition.say(
                  "Er zijn te weinig banen lang genoeg gevolgd om hier iets over te zeggen. Dat is geen oordeel: wie meer banen meldt, en meldt hoe ze eindigen, krijgt hier later cijfers.",
                  "Too few jobs were followed long enough to say anything here. That is no verdict: whoever reports more jobs, and how they end, will find figures here later.")));
    } else {
      blocks.add(new Block.Paragraph(sentence(edition, judged)));
      blocks.add(picture(edition, rows, judged));
      blocks.add(
          new Block.Note(
              edition.say(
                  "Dit is geen ranglijst. Een klein aantal schommelt al door toeval, en opdrachten en doelgroepen verschillen. Een verschil is een reden om bij elkaar te gaan kijken.",
                  "This is no ranking. A small number varies by chance alone, and contracts and target groups differ. A difference is a reason to go and look at each other.")));
    }
    return new Section(
        "lasts",
        edition.say("Houdt het stand?", "Does it last?"),
        edition.say("Alle jaren samen, naast het geheel.", "All years together, beside the whole."),
        blocks);
  }

  /** Which outcomes lie further from the whole than size and ordinary differences explain. */
  static String sentence(Edition edition, List<DataRow> judged) {
    List<String> outside = new ArrayList<>();
    int compared = 0;
    for (DataRow row : judged) {
      String position = row.text("position");
      if (!position.equals("nothing_to_compare")) {
        compared++;
      }
      if (position.startsWith("above") || position.startsWith("below")) {
        outside.add(
            "“"
                + outcome(edition, row)
                + "” ("
                + share(edition, row)
                + ", "
                + edition.say("samen ", "together ")
                + edition.percent(row.number("common_share"))
                + ")");
      }
    }
    if (compared == 0) {
      return edition.say(
          "Er is nog niets om deze cijfers mee te vergelijken.",
          "There is nothing to compare these figures with yet.");
    }
    String on =
        edition.say(
            "Op "
                + edition.language().count(compared, "punt", "punten")
                + " is vergelijken mogelijk. ",
            edition.language().count(compared, "outcome", "outcomes") + " can be compared. ");
    if (outside.isEmpty()) {
      return on
          + edition.say(
              "Op geen ervan wijkt het [aantoonbaar af](#term-position) van het geheel.",
              "On none of them is there a [demonstrable difference](#term-position) from the whole.");
    }
    return on
        + edition.say(
            "[Aantoonbaar anders](#term-position) dan het geheel: ",
            "[Demonstrably different](#term-position) from the whole: ")
        + edition.language().list(outside)
        + ".";
  }

  private static Block picture(Edition edition, List<DataRow> rows, List<DataRow> judged) {
    String title =
        edition.say("Naast het geheel, alle jaren samen", "Beside the whole, all years together");
    List<BesideChart.Row> beside = new ArrayList<>();
    List<String> said = new ArrayList<>();
    for (DataRow row : judged) {
      Double together = row.number("common_share");
      String shown =
          share(edition, row)
              + (together == null
                  ? ""
                  : edition.say(" (samen ", " (together ") + edition.percent(together) + ")");
      beside.add(
          new BesideChart.Row(
              outcome(edition, row),
              row.orZero("value"),
              row.number("ci_low"),
              row.number("ci_high"),
              together,
              shown,
              row.text("value_limit") != null));
      said.add(outcome(edition, row) + " " + shown);
    }
    Table.Builder table =
        Table.titled("lasts-table", title)
            .text(edition.say("Wat", "What"))
            .number(edition.say("Aantal", "Number"))
            .number(edition.say("Hier", "Here"))
            .text(edition.say("Marge (95%)", "Margin (95%)"))
            .number(edition.say("Samen", "Together"))
            .text(edition.say("Naast het geheel", "Beside the whole"))
            .note(
                edition.say(
                        "Samen: alle die groot genoeg zijn om te vergelijken. ",
                        "Together: all that are large enough to compare. ")
                    + edition.rounded());
    for (DataRow row : rows) {
      table.row(
          Cell.text(outcome(edition, row)),
          edition.cell(row, "n"),
          new Cell(share(edition, row), row.number("value")),
          Cell.text(margin(edition, row)),
          edition.share(row, "common_share"),
          Cell.text(position(edition, row.text("position"))));
    }
    return new Block.Figure(
        "lasts-chart",
        title,
        title + ": " + String.join(", ", said) + ".",
        new BesideChart(
            beside,
            edition.language()::percent,
            edition.say("hier, met marge", "here, with margin"),
            edition.say("allemaal samen", "all together")),
        table.build());
  }

  private static String margin(Edition edition, DataRow row) {
    if (row.number("value") != null && row.number("ci_low") == null) {
      return edition.say("alleen een grens", "only a bound");
    }
    return row.number("value") == null
        ? edition.nothing()
        : new Wording(edition.language()).between(row.number("ci_low"), row.number("ci_high"));
  }

  private static String outcome(Edition edition, DataRow row) {
    return edition.label("comparison_outcomes", row.text("outcome"));
  }

  /** The share as it may be told: {@code <5%}, {@code 72%} or {@code >95%}. */
  private static String share(Edition edition, DataRow row) {
    String limit = row.text("value_limit");
    return row.number("value") == null
        ? edition.nothing()
        : (limit == null ? "" : limit) + edition.percent(row.number("value"));
  }

  private static String position(Edition edition, String position) {
    return switch (position) {
      case "within" -> edition.say("niet aantoonbaar anders", "not demonstrably different");
      case "above_95" -> edition.say("hoger dan verwacht", "higher than expected");
      case "below_95" -> edition.say("lager dan verwacht", "lower than expected");
      case "above_998" -> edition.say("duidelijk hoger", "clearly higher");
      case "below_998" -> edition.say("duidelijk lager", "clearly lower");
      case "too_few" -> edition.say("te weinig om te zeggen", "too few to say");
      default -> edition.say("niets om mee te vergelijken", "nothing to compare with");
    };
  }
}
