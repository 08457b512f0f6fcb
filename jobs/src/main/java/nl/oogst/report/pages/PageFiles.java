package nl.oogst.report.pages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.oogst.model.Code;
import nl.oogst.release.OutputFailure;
import nl.oogst.report.document.Document;
import nl.oogst.report.document.HtmlPage;
import nl.oogst.report.yearly.DataRow;
import nl.oogst.report.yearly.Edition;

/** Writes the pages of all ministries and proeftuinen, and the index that leads to them. */
public final class PageFiles {
  private static final List<Part> PARTS =
      List.of(new Did(), new Lasts(), new Learn(), new Sent(), new Reading());

  private final Edition edition;

  public PageFiles(Edition edition) {
    this.edition = edition;
  }

  /**
   * Writes every page into a folder of the year beside the report.
   *
   * @return the index
   * @throws OutputFailure when a file cannot be written
   */
  public Path write(Path reportFolder) throws OutputFailure {
    Path folder = reportFolder.resolve(edition.pagesFolder());
    for (Subject subject : subjects()) {
      write(folder.resolve(subject.file(edition.language())), document(subject));
    }
    Path index = folder.resolve("index.html");
    write(index, new IndexPage(edition, subjects()).document());
    return index;
  }

  private static void write(Path file, Document document) throws OutputFailure {
    try {
      Files.createDirectories(file.getParent());
      String page = HtmlPage.of(document, HtmlPage.Purpose.SCREEN);
      Files.write(file, page.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw OutputFailure.of("write the page", file, e);
    }
  }

  /**
   * The ministries that have figures or a proeftuin, then the proeftuinen of the register; each by
   * code.
   */
  List<Subject> subjects() {
    List<DataRow> register =
        edition.tables().rows("proeftuinen").stream()
            .sorted(Comparator.comparing(row -> row.text("proeftuin")))
            .toList();
    Map<String, List<DataRow>> ministries = new TreeMap<>();
    for (DataRow row : edition.tables().years("jobs_realised", "organisation")) {
      ministries.computeIfAbsent(row.text("organisation"), code -> new ArrayList<>());
    }
    for (DataRow row : register) {
      ministries.computeIfAbsent(row.text("organisation"), code -> new ArrayList<>()).add(row);
    }
    List<Subject> subjects = new ArrayList<>();
    ministries.forEach(
        (code, proeftuinen) ->
            subjects.add(new Subject(Subject.Kind.MINISTRY, code, code, proeftuinen)));
    for (DataRow row : register) {
      String id = row.text("proeftuin");
      subjects.add(new Subject(Subject.Kind.PROEFTUIN, id, edition.proeftuin(id), List.of(row)));
    }
    return subjects;
  }

  Document document(Subject subject) {
    return new Document(
        edition.language(),
        "Maatwerk voor Mensen · "
            + (subject.isMinistry()
                ? edition.say("ministerie ", "ministry ") + subject.code()
                : "proeftuin"),
        title(subject) + " in " + edition.year(),
        edition.say(
            "Wat is er gedaan, hoe staat dat naast het geheel, en van wie valt er te leren?",
            "What was done, how does it stand beside the whole, and whom could you learn from?"),
        facts(subject),
        edition.synthetic()
            ? edition.say(
                "Alle gegevens van proeftuinen op deze pagina zijn verzonnen, om te laten zien wat Oogst doet.",
                "All data of proeftuinen on this page were made up, to show what Oogst does.")
            : null,
        PARTS.stream().map(part -> part.write(edition, subject)).toList());
  }

  private String title(Subject subject) {
    return subject.isMinistry() ? edition.label("organisations", subject.code()) : subject.name();
  }

  private static String ministry(Edition edition, String code) {
    return edition.say("ministerie ", "ministry ") + code;
  }

  private List<String> facts(Subject subject) {
    List<String> facts = new ArrayList<>();
    if (subject.isMinistry()) {
      facts.add(
          subject.proeftuinen().isEmpty()
              ? edition.say("geen proeftuin in het register", "no proeftuin in the register")
              : edition.language().count(subject.proeftuinen().size(), "proeftuin", "proeftuinen"));
      reorganised(subject, facts);
    } else {
      DataRow row = subject.proeftuinen().get(0);
      facts.add(ministry(edition, row.text("organisation")));
      if (row.text("phase") != null) {
        facts.add(edition.say("fase: ", "phase: ") + edition.label("phases", row.text("phase")));
      }
      if (row.text("end_date") != null) {
        LocalDate last = LocalDate.ofEpochDay(Math.round(row.orZero("end_date")));
        facts.add(
            edition.say("liep tot en met ", "ran up to and including ")
                + edition.language().date(last));
      }
    }
    facts.add(
        edition.say("gegevens tot en met ", "data up to and including ")
            + edition.language().date(edition.source().asOf()));
    facts.add("release " + edition.source().releaseId());
    return facts;
  }

  /** A ministry that was renamed or split has its jobs under more than one name. */
  private void reorganised(Subject subject, List<String> facts) {
    Code code = edition.schemas().codelist("organisations").code(subject.code()).orElse(null);
    if (code == null) {
      return;
    }
    String before = code.extra().getOrDefault("predecessor", "");
    String after = code.extra().getOrDefault("successor", "");
    if (!before.isEmpty()) {
      facts.add(edition.say("eerder deel van ", "formerly part of ") + names(before));
    }
    if (!after.isEmpty()) {
      facts.add(edition.say("verder als ", "continued as ") + names(after));
    }
  }

  private String names(String codes) {
    return edition.language().list(List.of(codes.split("\\|")));
  }
}
