package nl.oogst.report.yearly;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.oogst.report.document.Block;
import nl.oogst.report.document.Section;

/** The year in one page: the figures that matter most, each with how certain it is. */
final class AtAGlance implements Chapter {
  @Override
  public Section write(Edition edition) {
    List<Block> blocks = new ArrayList<>();
    DataRow now = edition.total("jobs_realised", edition.year());
    if (now != null) {
      blocks.add(new Block.KeyFigures(figures(edition, now)));
      blocks.add(new Block.Bullets(points(edition, now)));
    }
    blocks.add(new Block.Note(certainty(edition, now)));
    blocks.add(new Block.Paragraph(pages(edition)));
    return new Section(
        "glance",
        edition.say(edition.year() + " op één pagina", edition.year() + " on one page"),
        null,
        blocks);
  }

  private static String pages(Edition edition) {
    String index = "](" + edition.pagesFolder() + "/index.html)";
    return edition.say(
        "Elk ministerie en elke proeftuin heeft een eigen pagina. Zie [alle pagina's van ministeries en proeftuinen"
            + index
            + ", in de map "
            + edition.pagesFolder()
            + " naast dit rapport.",
        "Each ministry and each proeftuin has a page of its own. See [all pages of ministries and proeftuinen"
            + index
            + ", in the folder "
            + edition.pagesFolder()
            + " beside this report.");
  }

  private static List<Block.KeyFigure> figures(Edition edition, DataRow now) {
    List<Block.KeyFigure> figures = new ArrayList<>();
    String rounded = edition.say("afgerond op " + edition.base(), "rounded to " + edition.base());
    String state =
        now.flag("provisional") ? edition.say("voorlopig, ", "provisional, ") + rounded : rounded;
    figures.add(
        new Block.KeyFigure(
            edition.number(now.number("jobs_started")),
            edition.say("banen begonnen", "jobs started"),
            state));
    figures.add(
        new Block.KeyFigure(
            edition.number(now.number("jobs_active")),
            edition.say("banen lopend op 31 december", "jobs running on 31 December"),
            state));
    figures.add(
        new Block.KeyFigure(
            edition.number(now.number("persons")),
            edition.say("personen met een baan in het jaar", "persons with a job in the year"),
            state));
    DataRow werkbehoud = Lasting.newest(edition, "werkbehoud_12m");
    if (werkbehoud != null) {
      figures.add(
          new Block.KeyFigure(
              Lasting.share(edition, werkbehoud),
              edition.say(
                  "van wie in de zomer van "
                      + Lasting.cohort(werkbehoud)
                      + " werkte, had een jaar later werk",
                  "of those at work in the summer of "
                      + Lasting.cohort(werkbehoud)
                      + " had work a year later"),
              new Wording(edition.language())
                  .between(werkbehoud.number("ci_low"), werkbehoud.number("ci_high"))));
    }
    return figures;
  }

  private static List<String> points(Edition edition, DataRow now) {
    List<String> points = new ArrayList<>();
    Wording wording = new Wording(edition.language());
    DataRow before = edition.total("jobs_realised", edition.year() - 1);
    String compared =
        wording.comparedWith(
            edition.say("banen", "jobs"),
            before == null ? null : before.number("jobs_active"),
            now.number("jobs_active"),
            edition.base(),
            edition.year() - 1);
    if (!compared.isEmpty()) {
      points.add(
          edition.say("Aan het eind van het jaar liepen er ", "At the end of the year, ")
              + compared
              + edition.say(".", " were running."));
    }
    Map<String, Double> banen = Contributions.banen(edition, edition.year());
    List<String> parts = new ArrayList<>();
    for (String where : List.of("market", "sector_government", "rijk")) {
      if (banen.get(where) != null) {
        parts.add(
            edition.number(banen.get(where))
                + edition.say(" bij ", " for ")
                + Contributions.where(edition, where));
      }
    }
    if (!parts.isEmpty()) {
      points.add(
          edition.say(
                  "[Banen van de Banenafspraak](#term-baan): ",
                  "[Banen of the Banenafspraak](#term-baan): ")
              + String.join("; ", parts)
              + edition.say(
                  ". Deze getallen mogen niet worden opgeteld.",
                  ". These numbers must not be added up."));
    }
    DataRow retention = Lasting.newest(edition, "retention_12m");
    if (retention != null) {
      points.add(
          edition.say(
                  "Van de banen die in "
                      + Lasting.cohort(retention)
                      + " begonnen, liep na een jaar nog naar schatting ",
                  "Of the jobs that started in " + Lasting.cohort(retention) + ", an estimated ")
              + Lasting.share(edition, retention)
              + edition.say(" (", " still ran after a year (")
              + wording.between(retention.number("ci_low"), retention.number("ci_high"))
              + ").");
    }
    points.addAll(Learned.inShort(edition));
    points.add(DataQuality.inShort(edition));
    return points;
  }

  private static String certainty(Edition edition, DataRow now) {
    String coverage = "";
    if (now != null && now.number("coverage") != null) {
      coverage =
          edition.say(
              "Van "
                  + edition.percent(now.number("coverage"))
                  + " van de proeftuinen is heel "
                  + edition.year()
                  + " bekend. ",
              "All of "
                  + edition.year()
                  + " is known for "
                  + edition.percent(now.number("coverage"))
                  + " of the proeftuinen. ");
      coverage +=
          now.flag("provisional")
              ? edition.say(
                  "De cijfers over dit jaar zijn daarom **voorlopig** en kunnen nog veranderen. ",
                  "So the figures of this year are **provisional** and may still change. ")
              : "";
    }
    return coverage
        + edition.say(
            "Alle aantallen zijn [afgerond](#term-rounding), zodat niemand herkend kan worden. Kleine verschillen zeggen daarom niets.",
            "All numbers are [rounded](#term-rounding), so that nobody can be recognised. So small differences mean nothing.");
  }
}
