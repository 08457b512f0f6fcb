package nl.oogst.report.yearly;

import java.util.List;
import nl.oogst.report.document.Document;

/** Puts the chapters of the yearly report together. */
public final class YearReport {
  private static final List<Chapter> CHAPTERS =
      List.of(
          new AtAGlance(),
          new Realised(),
          new Contributions(),
          new Lasting(),
          new Learned(),
          new Compared(),
          new Developments(),
          new DataQuality(),
          new Revised(),
          new Method());

  private YearReport() {}

  /** The report of an edition: the same edition gives the same document. */
  public static Document write(Edition edition) {
    return new Document(
        edition.language(),
        "Maatwerk voor Mensen",
        edition.say("Leerrapportage ", "Learning report ") + edition.year(),
        edition.say(
            "Wat leverden de proeftuinen op, houdt het stand, wat leerden we en hoe zeker is dat?",
            "What did the proeftuinen yield, does it last, what was learned and how sure is that?"),
        List.of(
            edition.say("Gegevens tot en met ", "Data up to and including ")
                + edition.language().date(edition.source().asOf()),
            "Release " + edition.source().releaseId()),
        notice(edition),
        CHAPTERS.stream().map(chapter -> chapter.write(edition)).toList());
  }

  /** A register that calls its proeftuinen synthetic makes a report that says so. */
  private static String notice(Edition edition) {
    return edition.synthetic()
        ? edition.say(
            "Alle gegevens van proeftuinen in dit rapport zijn verzonnen, om te laten zien wat Oogst doet. Alleen de gepubliceerde cijfers ter vergelijking zijn echt.",
            "All data of proeftuinen in this report were made up, to show what Oogst does. Only the published figures for context are real.")
        : null;
  }
}
