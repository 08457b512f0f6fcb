package nl.oogst.report.pages;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nl.oogst.report.document.Block;
import nl.oogst.report.document.Section;
import nl.oogst.report.document.Table;
import nl.oogst.report.document.Table.Cell;
import nl.oogst.report.yearly.DataRow;
import nl.oogst.report.yearly.Edition;

/** What could be learned from whom, and what was shared with others. */
final class Learn implements Part {
  private static final int QUOTES = 4;

  @Override
  public Section write(Edition edition, Subject subject) {
    List<Block> blocks = new ArrayList<>();
    List<Advice> advice = Advice.of(edition, subject);
    blocks.add(new Block.Paragraph(opening(edition, subject, advice)));
    if (!advice.isEmpty()) {
      blocks.add(new Block.Bullets(asked(edition, advice)));
      blocks.add(new Block.Numbers(table(edition, advice)));
      blocks.add(new Block.Quotes(quotes(edition, advice)));
      blocks.add(
          new Block.Note(
              edition.say(
                  "“Ging samen met” is niet hetzelfde als “leidt tot”. Wie welke werkwijze gebruikt, is niet openbaar; dit gaat over wat proeftuinen opschreven en delen.",
                  "“Went together with” is not the same as “leads to”. Who uses which practice is not public; this is about what proeftuinen wrote down and share.")));
    }
    blocks.add(new Block.Paragraph(shared(edition, subject)));
    return new Section(
        "learn",
        edition.say("Van wie kun je leren?", "Whom can you learn from?"),
        edition.say(
            "Proeftuinen van anderen in dezelfde fase, die over een werkwijze meer opschreven.",
            "Proeftuinen of others in the same phase, that wrote down more about a practice."),
        blocks);
  }

  private static String opening(Edition edition, Subject subject, List<Advice> advice) {
    if (subject.phases().isEmpty()) {
      return subject.proeftuinen().isEmpty()
          ? edition.say(
              "Dit ministerie heeft nu geen proeftuin in het register, en dus geen fase om op te vergelijken.",
              "This ministry has no proeftuin in the register now, and so no phase to compare on.")
          : edition.say(
              "In het register staat geen fase, en dus is niet te zeggen wie hetzelfde meemaakt.",
              "The register has no phase, so it cannot be said who goes through the same.");
    }
    List<String> phases =
        subject.phases().stream().map(phase -> "“" + edition.label("phases", phase) + "”").toList();
    String facing =
        edition.say(
            (phases.size() == 1 ? "Fase: " : "Fasen: ") + edition.language().list(phases) + ". ",
            (phases.size() == 1 ? "Phase: " : "Phases: ") + edition.language().list(phases) + ". ");
    return facing
        + (advice.isEmpty()
            ? edition.say(
                "Nog geen andere proeftuin in dezelfde fase deelde meer lessen over een werkwijze.",
                "No other proeftuin in the same phase has shared more lessons about a practice yet.")
            : edition.say(
                "Deze proeftuinen deelden over een werkwijze meer lessen dan hier gebeurde. Vraag hun ernaar:",
                "These proeftuinen shared more lessons about a practice than was done here. Ask them about:"));
  }

  /** A proeftuin each, with its practices. */
  private static List<String> asked(Edition edition, List<Advice> advice) {
    Map<String, List<String>> practices = new LinkedHashMap<>();
    Map<String, DataRow> who = new LinkedHashMap<>();
    for (Advice one : advice) {
      for (Advice.Teacher teacher : one.teachers()) {
        who.put(teacher.id(), teacher.proeftuin());
        practices
            .computeIfAbsent(teacher.id(), id -> new ArrayList<>())
            .add("“" + edition.label("practices", one.practice()) + "”");
      }
    }
    List<String> items = new ArrayList<>();
    practices.forEach(
        (id, about) ->
            items.add(
                "["
                    + edition.proeftuin(id)
                    + "]("
                    + Subject.file(Subject.Kind.PROEFTUIN, id, edition.language())
                    + ") ("
                    + who.get(id).text("organisation")
                    + "): "
                    + edition.language().list(about)
                    + "."));
    return items;
  }

  private static Table table(Edition edition, List<Advice> advice) {
    Table.Builder table =
        Table.titled(
                "practices",
                edition.say(
                    "Werkwijzen waarover anderen meer opschreven",
                    "Practices about which others wrote down more"))
            .text(edition.say("Werkwijze", "Practice"))
            .number(edition.say("Proeftuinen om te vragen", "Proeftuinen to ask"))
            .number(edition.say("Hun lessen", "Their lessons"))
            .number(edition.say("Lessen hier", "Lessons here"))
            .text(edition.say("Wat erover te zeggen is", "What can be said of it"));
    for (Advice one : advice) {
      double lessons =
          one.teachers().stream().mapToDouble(teacher -> teacher.lessons().size()).sum();
      double asked = one.teachers().size();
      double own = one.own();
      table.row(
          Cell.text(edition.label("practices", one.practice())),
          edition.cell(asked),
          edition.cell(lessons),
          edition.cell(own),
          Cell.text(verdict(edition, one)));
    }
    return table.build();
  }

  /** "Ging samen met hogere …: … (ondersteund)", or that no difference was seen. */
  static String verdict(Edition edition, Advice advice) {
    List<String> parts = new ArrayList<>();
    for (DataRow row : advice.telling()) {
      Double difference = row.number("difference");
      if (difference != null && difference != 0) {
        parts.add(
            edition.label("lesson_outcomes", row.text("outcome"))
                + ": "
                + (difference > 0 ? edition.say("hoger", "higher") : edition.say("lager", "lower"))
                + " ("
                + edition.label("evidence", row.text("evidence")).toLowerCase(Locale.ROOT)
                + ")");
      }
    }
    if (!parts.isEmpty()) {
      return edition.say("Ging samen met: ", "Went together with: ") + String.join("; ", parts);
    }
    boolean seen = advice.known().stream().anyMatch(row -> !row.is("evidence", "too_few_pilots"));
    return seen
        ? edition.label("evidence", "no_difference_seen")
        : edition.label("evidence", "too_few_pilots");
  }

  /** One lesson for each practice, and no proeftuin twice. */
  private static List<Block.Quote> quotes(Edition edition, List<Advice> advice) {
    List<Block.Quote> quotes = new ArrayList<>();
    Set<String> heard = new HashSet<>();
    for (Advice one : advice) {
      for (Advice.Teacher teacher : one.teachers()) {
        if (quotes.size() < QUOTES && heard.add(teacher.id())) {
          DataRow lesson = teacher.lessons().get(0);
          quotes.add(new Block.Quote(lesson.text("text"), by(edition, lesson)));
          break;
        }
      }
    }
    return quotes;
  }

  private static String by(Edition edition, DataRow lesson) {
    String kind = lesson.text("kind");
    return edition.proeftuin(lesson.text("proeftuin"))
        + ", "
        + lesson.text("period").substring(0, 4)
        + " · "
        + edition.label("practices", lesson.text("practice"))
        + (kind == null ? "" : " · " + edition.label("lesson_kinds", kind));
  }

  private static String shared(Edition edition, Subject subject) {
    int own =
        (int)
            edition.tables().rows("lesson_notes").stream()
                .filter(row -> subject.has(row.text("proeftuin")))
                .filter(
                    row -> Integer.parseInt(row.text("period").substring(0, 4)) <= edition.year())
                .count();
    return own == 0
        ? edition.say(
            "Hier zijn nog geen lessen gedeeld. Eén tip voor een ander is een begin.",
            "No lessons were shared here yet. One tip for somebody else is a start.")
        : edition.say(
            "Tot en met "
                + edition.year()
                + " "
                + (own == 1 ? "is" : "zijn")
                + " hier "
                + edition.language().count(own, "les", "lessen")
                + " gedeeld waar anderen van kunnen leren.",
            edition.language().count(own, "lesson was", "lessons were")
                + " shared here up to and including "
                + edition.year()
                + ", for others to learn from.");
  }
}
