package nl.oogst.report.yearly;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.oogst.model.Code;
import nl.oogst.report.document.Block;
import nl.oogst.report.document.Section;
import nl.oogst.report.document.Table;
import nl.oogst.report.document.Table.Cell;

/**
 * What was learned: per phase the practices with their evidence, the voices, and what to do next.
 */
final class Learned implements Chapter {
  private static final String LESSONS = "lessons";
  private static final List<String> PHASES =
      List.of("new_tender", "running_contract", "internal_organisation", "supplier_cooperation");
  static final List<String> TELLING = List.of("supported", "indication", "contradictory");

  @Override
  public Section write(Edition edition) {
    List<Block> blocks = new ArrayList<>();
    List<DataRow> lessons = edition.tables().rows(LESSONS);
    blocks.add(new Block.Paragraph(opening(edition, lessons)));
    if (!lessons.isEmpty()) {
      Differences.write(edition, lessons, blocks);
      blocks.add(new Block.Note(caution(edition)));
    }
    for (String phase : PHASES) {
      phase(edition, lessons, phase, blocks);
    }
    nextSteps(edition, lessons, blocks);
    return new Section(
        "learned",
        edition.say("Wat is er geleerd?", "What was learned?"),
        edition.say(
            "Welke werkwijzen samengingen met betere uitkomsten, hoe zeker dat is, en wat betrokkenen zelf zeggen.",
            "Which practices went together with better outcomes, how sure that is, and what those involved say themselves."),
        blocks);
  }

  private static String opening(Edition edition, List<DataRow> lessons) {
    if (lessons.isEmpty()) {
      return edition.say(
          "In deze release zijn nog geen werkwijzen met uitkomsten vergeleken.",
          "Practices have not been compared with outcomes in this release.");
    }
    Map<String, Long> count = new TreeMap<>();
    lessons.forEach(row -> count.merge(row.text("evidence"), 1L, Long::sum));
    long practices = lessons.stream().map(row -> row.text("practice")).distinct().count();
    long told = lessons.size() - count.getOrDefault("too_few_pilots", 0L);
    String text =
        edition.say(
            "Van "
                + practices
                + " werkwijzen en vormen van ondersteuning is nagegaan of zij samengingen met andere uitkomsten: "
                + edition.language().number(lessons.size())
                + " vergelijkingen, met de proeftuin als eenheid. Over "
                + edition.language().number((double) told)
                + " daarvan is nu iets te zeggen. ",
            "For "
                + practices
                + " practices and forms of support it was seen whether they went together with other outcomes: "
                + edition.language().number(lessons.size())
                + " comparisons, with the proeftuin as unit. Of "
                + edition.language().number((double) told)
                + " something can be said now. ");
    List<String> parts = new ArrayList<>();
    for (String evidence :
        List.of("supported", "indication", "contradictory", "no_difference_seen")) {
      long n = count.getOrDefault(evidence, 0L);
      if (n > 0) {
        parts.add(
            edition.language().number((double) n)
                + edition.say(" keer ", n == 1 ? " time " : " times ")
                + "**"
                + edition.label("evidence", evidence).toLowerCase(java.util.Locale.ROOT)
                + "**");
      }
    }
    return text + capital(edition.language().list(parts)) + (parts.isEmpty() ? "" : ".");
  }

  private static String capital(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  /** What stands on the first page: the practices that went together with another outcome. */
  static List<String> inShort(Edition edition) {
    Set<String> practices = new TreeSet<>();
    for (DataRow row : edition.tables().rows(LESSONS)) {
      if (row.is("evidence", "supported")) {
        practices.add(edition.label("practices", row.text("practice")));
      }
    }
    List<String> points = new ArrayList<>();
    for (String practice : practices) {
      points.add(
          edition.say(
              "“"
                  + practice
                  + "” [ging samen met](#learned) andere uitkomsten (zekerheid: ondersteund). Dat zegt niet dat het daardoor komt.",
              "“"
                  + practice
                  + "” [went together with](#learned) other outcomes (certainty: supported). That does not say it is the reason."));
    }
    return points;
  }

  private static String caution(Edition edition) {
    return edition.say(
        "“Ging samen met” is niet hetzelfde als “leidt tot”. Proeftuinen kozen hun werkwijzen zelf, en verschillen ook op andere punten. Een **aanwijzing** is een reden om het vaker te proberen en goed vast te leggen, geen bewijs.",
        "“Went together with” is not the same as “leads to”. Proeftuinen chose their own practices, and differ in other ways too. An **indication** is a reason to try it more often and record it well, no proof.");
  }

  static String lower(String text) {
    return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }

  private static void phase(
      Edition edition, List<DataRow> lessons, String phase, List<Block> blocks) {
    List<DataRow> voices = Voices.of(edition, phase);
    List<String> practices = practices(edition, phase);
    Set<String> used = new HashSet<>();
    lessons.forEach(row -> used.add(row.text("practice")));
    if (voices.isEmpty() && practices.stream().noneMatch(used::contains)) {
      return;
    }
    blocks.add(new Block.Heading("learned-" + phase, edition.label("phases", phase)));
    Table.Builder table =
        Table.titled(
                "practices-" + phase,
                edition.say(
                        "Werkwijzen en wat erover te zeggen is: ",
                        "Practices and what can be said of them: ")
                    + lower(edition.label("phases", phase)))
            .text(edition.say("Werkwijze", "Practice"))
            .text(edition.say("Wat er nu te zeggen is", "What can be said now"))
            .number(edition.say("Opgeschreven lessen", "Lessons written down"));
    for (String practice : practices) {
      List<DataRow> of = lessons.stream().filter(row -> row.is("practice", practice)).toList();
      if (!of.isEmpty()) {
        Double notes = of.get(0).number("notes");
        table.row(
            Cell.text(edition.label("practices", practice)),
            Cell.text(verdict(edition, of)),
            edition.cell(notes));
      }
    }
    if (!table.isEmpty()) {
      blocks.add(new Block.Numbers(table.build()));
    }
    if (!voices.isEmpty()) {
      blocks.add(
          new Block.Quotes(
              voices.stream()
                  .map(row -> new Block.Quote(row.text("text"), Voices.by(edition, row)))
                  .toList()));
    }
  }

  private static List<String> practices(Edition edition, String phase) {
    List<String> practices = new ArrayList<>();
    for (Code code : edition.schemas().codelist("practices").codes()) {
      if (phase.equals(code.extra().get("phase"))) {
        practices.add(code.code());
      }
    }
    return practices;
  }

  /** The strongest that the outcomes of a practice allow one to say. */
  private static String verdict(Edition edition, List<DataRow> outcomes) {
    Map<String, List<String>> by = new LinkedHashMap<>();
    for (String evidence : TELLING) {
      by.put(evidence, new ArrayList<>());
    }
    int none = 0;
    for (DataRow row : outcomes) {
      if (by.containsKey(row.text("evidence"))) {
        by.get(row.text("evidence"))
            .add(lower(edition.label("lesson_outcomes", row.text("outcome"))));
      } else if (row.is("evidence", "no_difference_seen")) {
        none++;
      }
    }
    List<String> parts = new ArrayList<>();
    by.forEach(
        (evidence, found) -> {
          if (!found.isEmpty()) {
            parts.add(edition.label("evidence", evidence) + ": " + edition.language().list(found));
          }
        });
    if (none > 0) {
      parts.add(
          edition.say("geen verschil gezien bij ", "no difference seen in ")
              + edition
                  .language()
                  .count(
                      none,
                      edition.say("uitkomst", "outcome"),
                      edition.say("uitkomsten", "outcomes")));
    }
    return parts.isEmpty()
        ? edition.label("evidence", "too_few_pilots")
        : capital(String.join("; ", parts));
  }

  private static void nextSteps(Edition edition, List<DataRow> lessons, List<Block> blocks) {
    Map<String, Set<String>> steps = new TreeMap<>();
    for (DataRow row : lessons) {
      if (row.text("next_step") != null) {
        steps
            .computeIfAbsent(row.text("next_step"), step -> new HashSet<>())
            .add(row.text("practice"));
      }
    }
    if (steps.isEmpty()) {
      return;
    }
    blocks.add(
        new Block.Heading(
            "next-steps", edition.say("Wat helpt om meer te leren?", "What helps to learn more?")));
    List<String> items = new ArrayList<>();
    steps.entrySet().stream()
        .sorted(
            Comparator.<Map.Entry<String, Set<String>>>comparingInt(
                    entry -> -entry.getValue().size())
                .thenComparing(Map.Entry::getKey))
        .forEach(
            entry ->
                items.add(
                    edition.label("lesson_next_steps", entry.getKey())
                        + " "
                        + edition.say("Geldt voor ", "Holds for ")
                        + edition
                            .language()
                            .count(
                                entry.getValue().size(),
                                edition.say("werkwijze", "practice"),
                                edition.say("werkwijzen", "practices"))
                        + "."));
    blocks.add(new Block.Bullets(items));
  }
}
