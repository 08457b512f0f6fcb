package nl.oogst.report.yearly;

import java.util.List;
import java.util.TreeMap;
import nl.oogst.report.document.Block;
import nl.oogst.report.document.Section;

/** Method, definitions, privacy and sources: what a reader needs to defend a figure. */
final class Method implements Chapter {
  @Override
  public Section write(Edition edition) {
    return new Section(
        "method",
        edition.say("Hoe is dit gemeten?", "How was this measured?"),
        edition.say(
            "De begrippen, de rekenwijze, de bescherming van mensen en de bronnen.",
            "The terms, the way of counting, the protection of people and the sources."),
        List.of(
            new Block.Heading("terms", edition.say("Begrippen", "Terms")),
            new Block.Terms(terms(edition)),
            new Block.Heading("counting", edition.say("Zo is er geteld", "How it was counted")),
            new Block.Bullets(counting(edition)),
            new Block.Heading("privacy", "Privacy"),
            new Block.Paragraph(
                edition.say(
                    "Achter deze cijfers staan mensen, soms maar een handvol per proeftuin. Daarom staat in dit rapport geen enkel gegeven van een persoon. Elk aantal is afgerond met een geheime sleutel; dezelfde mensen geven altijd dezelfde afronding, zodat ook wie rapporten naast elkaar legt niemand kan terugrekenen. Percentages staan er alleen bij ten minste 20 mensen of banen.",
                    "Behind these figures are people, sometimes only a handful in a proeftuin. So this report holds nothing about any single person. Every number was rounded with a secret key; the same people always give the same rounding, so that nobody can be worked out by comparing reports either. Percentages are given only for at least 20 people or jobs.")),
            new Block.Heading("sources", edition.say("Bronnen", "Sources")),
            new Block.Bullets(sources(edition))));
  }

  private static List<Block.Term> terms(Edition edition) {
    return List.of(
        term(
            edition,
            "job",
            "Baan",
            "Een plaatsing bij een werkgever die geen stage of werkervaringsplek is. Een baan die twee proeftuinen melden, telt één keer.",
            "Job",
            "A placement at an employer that is no internship or work-experience place. A job that two proeftuinen report counts once."),
        term(
            edition,
            "baan",
            "Baan van de Banenafspraak",
            "25,5 betaalde uren per week, 1.331 per jaar, van iemand uit het doelgroepregister. Meer of minder uren is meer of minder dan één baan. Geen fte en geen persoon.",
            "Baan of the Banenafspraak",
            "25.5 paid hours a week, 1,331 a year, of somebody in the target-group register. More or fewer hours are more or less than one. No fte and no person."),
        term(
            edition,
            "persons",
            "Personen",
            "Mensen met een baan op ten minste één dag van het jaar. Wie in twee proeftuinen bekend is, telt één keer als dat uit de gegevens blijkt.",
            "Persons",
            "People with a job on at least one day of the year. Whoever is known in two proeftuinen counts once where the data show it."),
        term(
            edition,
            "fte",
            "Fte",
            "De contracturen per week van de lopende banen, gedeeld door 36. Een fte is geen baan van de Banenafspraak.",
            "Fte",
            "The weekly contract hours of the running jobs, divided by 36. An fte is no baan of the Banenafspraak."),
        term(
            edition,
            "ended",
            "Geëindigd om een reden",
            "Het deel van de banen dat binnen de termijn om die reden eindigde, geschat volgens Aalen en Johansen: banen die we nog niet zo lang volgen, tellen mee voor de tijd dat we ze volgen.",
            "Ended for a reason",
            "The share of the jobs that ended for that reason within the time, estimated as by Aalen and Johansen: jobs not followed so long count for the time that they were."),
        term(
            edition,
            "retention",
            "Retentie",
            "Het deel van de banen dat een aantal maanden na de start nog loopt, geschat volgens Kaplan-Meier. Er is geen officiële definitie; deze is van Oogst.",
            "Retention",
            "The share of the jobs still running a number of months after the start, by Kaplan–Meier. There is no official definition; this one is Oogst's own."),
        term(
            edition,
            "werkbehoud",
            "Werkbehoud",
            "Van de mensen met een baan in het derde kwartaal van een jaar: het deel dat in het derde kwartaal van het jaar erna weer of nog een baan heeft. Onderbrekingen mogen. Zo telt ook UWV.",
            "Werkbehoud (work retained)",
            "Of the people with a job in the third quarter of a year: the share with any job in the third quarter of the next. Gaps are allowed. UWV counts in this way too."),
        term(
            edition,
            "provisional",
            "Voorlopig",
            "Nog niet elke proeftuin heeft over de hele periode geleverd; het cijfer kan nog veranderen.",
            "Provisional",
            "Not every proeftuin has delivered about the whole period; the figure may still change."),
        term(
            edition,
            "margin",
            "Marge (95%)",
            "De grenzen waarbinnen het echte percentage waarschijnlijk ligt, als toeval de enige bron van onzekerheid is. Bij weinig mensen is de marge groot.",
            "Margin (95%)",
            "The limits within which the true percentage probably lies, if chance is the only source of uncertainty. With few people the margin is wide."),
        term(
            edition,
            "replaced",
            "Regel vervangen",
            "Een latere levering had dezelfde regel opnieuw, verbeterd of gelijk. De nieuwste telt.",
            "Row replaced",
            "A later delivery had the same row again, corrected or equal. The newest counts."),
        term(
            edition,
            "set-aside",
            "Regel apart gezet",
            "Een regel met een fout, die niet meetelt tot hij verbeterd is aangeleverd.",
            "Row set aside",
            "A row with an error, which does not count until it is delivered again, corrected."),
        term(
            edition,
            "about-equal",
            "Ongeveer evenveel",
            "Twee afgeronde getallen die minder dan "
                + 2 * edition.base()
                + " verschillen. Zo’n verschil kan alleen van het afronden komen.",
            "About as many",
            "Two rounded numbers that differ by less than "
                + 2 * edition.base()
                + ". Such a difference can come from rounding alone."),
        term(
            edition,
            "rounding",
            "Afgerond",
            "Elk aantal is een veelvoud van "
                + edition.base()
                + ". Of het naar boven of beneden gaat, volgt uit een geheime sleutel. Het ligt nooit "
                + edition.base()
                + " of meer van het echte getal.",
            "Rounded",
            "Every number is a multiple of "
                + edition.base()
                + ". Up or down follows from a secret key. It is never "
                + edition.base()
                + " or more from the true number."));
  }

  private static Block.Term term(
      Edition edition, String id, String wordNl, String nl, String wordEn, String en) {
    return new Block.Term("term-" + id, edition.say(wordNl, wordEn), edition.say(nl, en));
  }

  private static List<String> counting(Edition edition) {
    return List.of(
        edition.say(
            "De cijfers komen uit wat de proeftuinen zelf aanleverden, met de stand van de nieuwste levering tot en met "
                + edition.language().date(edition.source().asOf())
                + ".",
            "The figures come from what the proeftuinen delivered themselves, as known in the newest delivery up to and including "
                + edition.language().date(edition.source().asOf())
                + "."),
        edition.say(
            "Een baan zonder einddatum die uit een nieuwe levering is verdwenen, telt mee tot de laatste datum waarop hij is gezien; hij telt niet als geëindigd.",
            "A job without an end date that is missing from a newer delivery counts up to the last day it was seen; it does not count as ended."),
        edition.say(
            "Wie niet lang genoeg is gevolgd, telt bij werkbehoud niet mee: niet als geslaagd en niet als mislukt.",
            "Whoever was not followed long enough does not count in work retained: neither as success nor as failure."),
        edition.say(
            "Dat twee dingen samengaan, zegt niet dat het een door het ander komt. Dit rapport noemt nergens een oorzaak.",
            "That two things go together does not say that one comes from the other. This report names no cause anywhere."));
  }

  private static List<String> sources(Edition edition) {
    TreeMap<String, String> sources = new TreeMap<>();
    for (DataRow row : edition.tables().rows("reference_figures")) {
      if (row.is("status", "official")
          && Integer.parseInt(row.text("period").substring(0, 4)) <= edition.year()) {
        sources.putIfAbsent(row.text("source"), row.text("source_url"));
      }
    }
    List<String> lines = new java.util.ArrayList<>();
    String dictionary =
        link(
            edition.say(
                "Het bestand data-dictionary.html van de release",
                "Its file data-dictionary.en.html"),
            edition.dictionary());
    lines.add(
        "Oogst, release "
            + edition.source().releaseId()
            + edition.say(
                ": de open gegevens achter elk cijfer in dit rapport. "
                    + dictionary
                    + " beschrijft elke kolom.",
                ": the open data behind every figure of this report. "
                    + dictionary
                    + " describes every column."));
    sources.forEach((source, url) -> lines.add(link(source, url)));
    return lines;
  }

  /** Words that lead to a place; only the words when there is none. */
  private static String link(String words, String target) {
    return target == null ? words : "[" + words + "](" + target + ")";
  }
}
