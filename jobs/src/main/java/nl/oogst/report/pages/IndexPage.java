package nl.oogst.report.pages;

import java.util.ArrayList;
import java.util.List;
import nl.oogst.report.document.Block;
import nl.oogst.report.document.Document;
import nl.oogst.report.document.Section;
import nl.oogst.report.yearly.DataRow;
import nl.oogst.report.yearly.Edition;

/** Leads to every page: ministries by name, and proeftuinen by the phase in which they began. */
final class IndexPage {
  private final Edition edition;
  private final List<Subject> subjects;

  IndexPage(Edition edition, List<Subject> subjects) {
    this.edition = edition;
    this.subjects = List.copyOf(subjects);
  }

  Document document() {
    return new Document(
        edition.language(),
        "Maatwerk voor Mensen",
        edition.say("Pagina's bij de leerrapportage ", "Pages with the learning report ")
            + edition.year(),
        edition.say(
            "Eén pagina voor elk ministerie en elke proeftuin, met alleen openbare cijfers.",
            "A page for each ministry and each proeftuin, with public figures only."),
        List.of(
            edition.say("gegevens tot en met ", "data up to and including ")
                + edition.language().date(edition.source().asOf()),
            "release " + edition.source().releaseId()),
        null,
        List.of(ministries(), proeftuinen()));
  }

  private Section ministries() {
    List<String> items = new ArrayList<>();
    for (Subject subject : subjects) {
      if (subject.isMinistry()) {
        items.add(
            link(subject.code(), subject) + " – " + edition.label("organisations", subject.code()));
      }
    }
    return new Section(
        "ministries",
        edition.say("Ministeries", "Ministries"),
        edition.say("Alles bij elkaar staat in de ", "Everything together is in the ")
            + Reading.report(edition)
            + ".",
        List.of(new Block.Bullets(items)));
  }

  private Section proeftuinen() {
    List<Block> blocks = new ArrayList<>();
    List<String> phases = new ArrayList<>();
    edition.schemas().codelist("phases").codes().forEach(code -> phases.add(code.code()));
    for (String phase : phases) {
      List<String> items = new ArrayList<>();
      for (Subject subject : subjects) {
        if (!subject.isMinistry() && phase(subject).equals(phase)) {
          DataRow row = subject.proeftuinen().get(0);
          items.add(link(subject.name(), subject) + " (" + row.text("organisation") + ")");
        }
      }
      if (!items.isEmpty()) {
        blocks.add(new Block.Heading("phase-" + phase, edition.label("phases", phase)));
        blocks.add(new Block.Bullets(items));
      }
    }
    return new Section(
        "proeftuinen",
        "Proeftuinen",
        edition.say("Naar de fase waarin zij begonnen.", "By the phase in which they began."),
        blocks);
  }

  /** A phase that the list does not have, or none, is unknown. */
  private String phase(Subject subject) {
    List<String> phases = subject.phases();
    return phases.isEmpty() || edition.schemas().codelist("phases").code(phases.get(0)).isEmpty()
        ? "unknown"
        : phases.get(0);
  }

  private String link(String words, Subject subject) {
    return "[" + words + "](" + subject.file(edition.language()) + ")";
  }
}
