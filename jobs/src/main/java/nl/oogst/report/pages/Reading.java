package nl.oogst.report.pages;

import java.util.ArrayList;
import java.util.List;
import nl.oogst.report.document.Block;
import nl.oogst.report.document.Section;
import nl.oogst.report.yearly.DataRow;
import nl.oogst.report.yearly.Edition;

/** How to read the figures: the words that the page links to. */
final class Reading implements Part {
  @Override
  public Section write(Edition edition, Subject subject) {
    String base = Integer.toString(edition.base());
    return new Section(
        "reading",
        edition.say("Hoe lees je dit?", "How to read this?"),
        null,
        List.of(
            new Block.Terms(
                List.of(
                    new Block.Term(
                        "term-rounding",
                        edition.say("Afgerond", "Rounded"),
                        edition.say(
                            "Elk aantal is een veelvoud van "
                                + base
                                + ", zodat niemand te herkennen is. Nul blijft nul, maar een klein aantal kan ook nul worden. Delen tellen daarom niet precies op.",
                            "Every number is a multiple of "
                                + base
                                + ", so that nobody can be recognised. Zero stays zero, but a small number may become zero too. So parts do not add up exactly.")),
                    new Block.Term(
                        "term-provisional",
                        edition.say("Voorlopig", "Provisional"),
                        edition.say(
                            "Nog niet elke proeftuin heeft over het hele jaar geleverd; het cijfer kan nog veranderen.",
                            "Not every proeftuin has delivered about the whole year; the figure may still change.")),
                    new Block.Term(
                        "term-baan",
                        edition.say("Baan van de Banenafspraak", "Baan of the Banenafspraak"),
                        edition.say(
                            "25,5 betaalde uren per week van iemand uit het doelgroepregister. Geen fte en geen persoon.",
                            "25.5 paid hours a week of somebody in the target-group register. No fte and no person.")),
                    new Block.Term(
                        "term-position",
                        edition.say("Aantoonbaar anders", "Demonstrably different"),
                        edition.say(
                            "Verder van het geheel dan past bij het aantal, bij de gewone verschillen en bij het afronden. Dat gebeurt één op de twintig keer ook door toeval. Onder de 20 staat er geen percentage.",
                            "Further from the whole than fits the number, the ordinary differences and the rounding. By chance that happens one time in twenty as well. Below 20 no share is given.")))),
            new Block.Bullets(further(edition, subject))));
  }

  /** Where to go from here. */
  private static List<String> further(Edition edition, Subject subject) {
    List<String> items = new ArrayList<>();
    for (DataRow row : subject.proeftuinen()) {
      boolean up = !subject.isMinistry();
      Subject.Kind kind = up ? Subject.Kind.MINISTRY : Subject.Kind.PROEFTUIN;
      String code = row.text(up ? "organisation" : "proeftuin");
      items.add(
          (up ? edition.say("Ministerie: ", "Ministry: ") : "Proeftuin: ")
              + "["
              + (up ? edition.label("organisations", code) : edition.proeftuin(code))
              + "]("
              + Subject.file(kind, code, edition.language())
              + ")");
    }
    items.add(
        edition.say(
            "[Alle pagina's](index.html) van ministeries en proeftuinen",
            "[All pages](index.html) of ministries and proeftuinen"));
    items.add(
        edition.say("Hoe alles is geteld: ", "How everything was counted: ") + report(edition));
    return items;
  }

  /** The link to the report that the page belongs to. */
  static String report(Edition edition) {
    return edition.say("[leerrapportage ", "[learning report ")
        + edition.year()
        + "](../"
        + edition.reportName()
        + ".html)";
  }
}
