package nl.oogst.report.yearly;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.oogst.report.chart.FunnelChart;
import nl.oogst.report.document.Block;
import nl.oogst.report.document.Section;
import nl.oogst.report.document.Table;
import nl.oogst.report.document.Table.Cell;
import nl.oogst.stats.Funnel;
import nl.oogst.stats.Interval;

/** Units beside each other without a ranking: how far each lies from the whole, given its size. */
final class Compared implements Chapter {
  private static final String COMPARISONS = "comparisons";
  private static final int STEPS = 30;

  /** A comparison that is drawn: what on, and between which units. */
  private record View(
      String outcome, String breakdown, String nl, String en, String one, String oneEn) {}

  private static final List<View> VIEWS =
      List.of(
          new View(
              "retention_12m",
              "organisation",
              "ministeries",
              "ministries",
              "ministerie",
              "ministry"),
          new View(
              "werkbehoud_12m",
              "proeftuin",
              "proeftuinen",
              "proeftuinen",
              "proeftuin",
              "proeftuin"));

  @Override
  public Section write(Edition edition) {
    List<Block> blocks = new ArrayList<>();
    for (View view : VIEWS) {
      view(edition, view, blocks);
    }
    if (blocks.isEmpty()) {
      blocks.add(
          new Block.Paragraph(
              edition.say(
                  "Er zijn nog te weinig gegevens om eenheden naast elkaar te zetten.",
                  "There are too few data yet to put units beside each other.")));
    } else {
      blocks.add(
          0,
          new Block.Paragraph(
              edition.say(
                  "Kleine eenheden schommelen meer dan grote, alleen al door toeval. De lijnen in de plaatjes laten zien waartussen bijna alle eenheden liggen als er geen echt uitspringt: zij houden rekening met toeval, met het afronden en met de gewone verschillen tussen eenheden. Wie binnen de lijnen ligt, wijkt niet aantoonbaar af. Wie erbuiten ligt, is een reden om te gaan kijken: daar valt misschien iets te leren. Een volgorde is er niet.",
                  "Small units vary more than large ones, by chance alone. The lines in the pictures show between which nearly all units lie if none really stands out: they allow for chance, for rounding and for the ordinary differences between units. Whoever lies within the lines is not demonstrably different. Whoever lies outside is a reason to go and look: there may be something to learn. There is no order.")));
    }
    return new Section(
        "compared",
        edition.say("Naast elkaar, zonder ranglijst", "Beside each other, without a ranking"),
        edition.say(
            "Welke verschillen groter zijn dan toeval verklaart.",
            "Which differences are larger than chance explains."),
        blocks);
  }

  private static void view(Edition edition, View view, List<Block> blocks) {
    List<DataRow> rows =
        edition.tables().rows(COMPARISONS).stream()
            .filter(
                row -> row.is("outcome", view.outcome()) && row.is("breakdown", view.breakdown()))
            .sorted(Comparator.comparing(row -> row.text(view.breakdown())))
            .toList();
    List<DataRow> judged = rows.stream().filter(row -> row.number("common_share") != null).toList();
    if (judged.isEmpty()) {
      return;
    }
    String outcome = edition.label("comparison_outcomes", view.outcome());
    String title = outcome + ": " + edition.say(view.nl(), view.en());
    Table.Builder table =
        Table.titled("compared-" + view.outcome() + "-" + view.breakdown(), title)
            .text(edition.say("Eenheid", "Unit"))
            .number(edition.say("Aantal", "Number"))
            .number(edition.say("Aandeel", "Share"))
            .number(edition.say("Bij gelijke samenstelling", "At the same mix"))
            .number(edition.say("Beste schatting", "Best estimate"))
            .text(edition.say("Ten opzichte van het geheel", "Compared with the whole"));
    List<FunnelChart.Unit> units = new ArrayList<>();
    List<String> outside = new ArrayList<>();
    for (DataRow row : rows) {
      String name = unit(edition, view, row);
      boolean named =
          row.text("position").contains("above") || row.text("position").contains("below");
      table.row(
          Cell.text(name),
          edition.cell(row, "n"),
          new Cell(Lasting.share(edition, row), row.number("value")),
          edition.share(row, "standardised"),
          edition.share(row, "shrunken"),
          Cell.text(position(edition, row.text("position"))));
      if (row.number("common_share") != null && row.number("value") != null) {
        units.add(new FunnelChart.Unit(name, row.orZero("n"), row.orZero("value"), named));
        if (named) {
          outside.add(name);
        }
      }
    }
    double whole = judged.get(0).orZero("common_share");
    double spread = judged.get(0).orZero("tau2");
    String told = sentence(edition, units.size(), rows.size(), outside, spread > 0);
    blocks.add(new Block.Heading("compared-" + view.breakdown(), title));
    blocks.add(new Block.Paragraph(told));
    blocks.add(
        new Block.Figure(
            "compared-" + view.breakdown() + "-chart",
            edition.say("Elk punt is één ", "Each dot is one ")
                + edition.say(view.one(), view.oneEn()),
            title + ". " + told,
            new FunnelChart(
                units,
                limits(units, whole, spread, edition.base()),
                whole,
                new FunnelChart.Words(
                    edition.say("aantal waarop het aandeel rust", "number that the share rests on"),
                    edition.say("95%-grens", "95% limit"),
                    edition.say("99,8%-grens", "99.8% limit"),
                    edition.say("allemaal samen ", "all together ") + edition.percent(whole)),
                edition.language()::number,
                edition.language()::percent),
            table.build()));
  }

  /**
   * The limits that positions rest on: around the common share by chance for a size, by the
   * ordinary spread between units and by what rounding of both counts adds, in the normal
   * approximation.
   *
   * @param base of rounding; a rounded count has a variance of base²/6 on average
   */
  static List<FunnelChart.Limit> limits(
      List<FunnelChart.Unit> units, double whole, double tau2, double base) {
    double least = units.stream().mapToDouble(FunnelChart.Unit::n).min().orElse(1);
    double most = units.stream().mapToDouble(FunnelChart.Unit::n).max().orElse(1);
    List<FunnelChart.Limit> limits = new ArrayList<>();
    for (int i = 0; i <= STEPS; i++) {
      double n = least + (most - least) * i / STEPS;
      double rounding = base * base / 6 * (1 + whole * whole) / (n * n);
      Funnel funnel = new Funnel(whole, 1, 1, tau2 + rounding, List.of());
      Interval inner = funnel.limits(n, 0.95);
      Interval outer = funnel.limits(n, 0.998);
      limits.add(new FunnelChart.Limit(n, inner.low(), inner.high(), outer.low(), outer.high()));
    }
    return limits;
  }

  private static String unit(Edition edition, View view, DataRow row) {
    String code = row.text(view.breakdown());
    return switch (view.breakdown()) {
      case "organisation" -> code;
      case "proeftuin" -> edition.proeftuin(code);
      default -> edition.label(view.breakdown() + "s", code);
    };
  }

  /**
   * What a comparison says.
   *
   * @param spread whether units differ more than chance explains
   */
  static String sentence(
      Edition edition, int judged, int all, List<String> outside, boolean spread) {
    String text =
        edition.say(
            "Van de " + all + " eenheden zijn er " + judged + " groot genoeg om te vergelijken. ",
            "Of the " + all + " units, " + judged + " are large enough to compare. ");
    text +=
        spread
            ? edition.say(
                "Samen verschillen zij meer dan toeval alleen verklaart; de grenzen zijn daarom ruimer. ",
                "Together they differ more than chance alone explains; so the limits are wider. ")
            : edition.say(
                "Samen verschillen zij niet meer dan bij toeval past. ",
                "Together they differ no more than fits chance. ");
    if (outside.isEmpty()) {
      return text
          + edition.say(
              "Geen ervan ligt buiten de grenzen.", "None of them lies outside the limits.");
    }
    return text
        + edition.say("Buiten de grenzen ", "Outside the limits ")
        + edition.say(
            outside.size() == 1 ? "ligt " : "liggen ", outside.size() == 1 ? "lies " : "lie ")
        + edition.language().list(outside)
        + ".";
  }

  private static String position(Edition edition, String position) {
    return switch (position) {
      case "within" -> edition.say("niet aantoonbaar anders", "not demonstrably different");
      case "above_95" -> edition.say("hoger dan verwacht (95%)", "higher than expected (95%)");
      case "below_95" -> edition.say("lager dan verwacht (95%)", "lower than expected (95%)");
      case "above_998" -> edition.say("duidelijk hoger (99,8%)", "clearly higher (99.8%)");
      case "below_998" -> edition.say("duidelijk lager (99,8%)", "clearly lower (99.8%)");
      case "too_few" -> edition.say("te weinig om te zeggen", "too few to say");
      default -> edition.say("niets om mee te vergelijken", "nothing to compare with");
    };
  }
}
