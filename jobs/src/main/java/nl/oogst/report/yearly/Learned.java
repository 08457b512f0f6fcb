package nl.oogst.report.yearly;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.oogst.model.Code;
import nl.oogst.report.chart.RangeChart;
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
  private static final List<String> TELLING = List.of("supported", "indication", "contradictory");
  private static final int QUOTES = 4;

  @Override
  public Section write(Edition edition) {
    List<Block> blocks = new ArrayList<>();
    List<DataRow> lessons = edition.tables().rows(LESSONS);
    blocks.add(new Block.Paragraph(opening(edition, lessons)));
    if (!lessons.isEmpty()) {
      differences(edition, lessons, blocks);
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
                + edition.language().number(told)
                + " daarvan is nu iets te zeggen. ",
            "For "
                + practices
                + " practices and forms of support it was seen whether they went together with other outcomes: "
                + edition.language().number(lessons.size())
                + " comparisons, with the proeftuin as unit. Of "
                + edition.language().number(told)
                + " something can be said now. ");
    List<String> parts = new ArrayList<>();
    for (String evidence :
        List.of("supported", "indication", "contradictory", "no_difference_seen")) {
      long n = count.getOrDefault(evidence, 0L);
      if (n > 0) {
        parts.add(
            edition.language().number(n)
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

  private static String caution(Edition edition) {
    return edition.say(
        "“Ging samen met” is niet hetzelfde als “leidt tot”. Proeftuinen kozen hun werkwijzen zelf, en verschillen ook op andere punten. Een **aanwijzing** is een reden om het vaker te proberen en goed vast te leggen, geen bewijs.",
        "“Went together with” is not the same as “leads to”. Proeftuinen chose their own practices, and differ in other ways too. An **indication** is a reason to try it more often and record it well, no proof.");
  }

  private static void differences(Edition edition, List<DataRow> lessons, List<Block> blocks) {
    List<DataRow> telling =
        lessons.stream()
            .filter(
                row -> TELLING.contains(row.text("evidence")) && row.number("difference") != null)
            .sorted(
                Comparator.comparing((DataRow row) -> TELLING.indexOf(row.text("evidence")))
                    .thenComparing(row -> row.text("practice"))
                    .thenComparing(row -> row.text("outcome")))
            .toList();
    if (telling.isEmpty()) {
      return;
    }
    Table.Builder table =
        Table.titled(
                "differences",
                edition.say(
                    "Werkwijzen die samengingen met een andere uitkomst",
                    "Practices that went together with another outcome"))
            .text(edition.say("Werkwijze", "Practice"))
            .text(edition.say("Uitkomst", "Outcome"))
            .number(edition.say("Proeftuinen met", "Proeftuinen with"))
            .number(edition.say("zonder", "without"))
            .number(edition.say("Uitkomst met", "Outcome with"))
            .number(edition.say("zonder", "without"))
            .text(edition.say("Verschil (marge)", "Difference (margin)"))
            .text(edition.say("Zekerheid", "Certainty"));
    List<RangeChart.Row> rows = new ArrayList<>();
    List<String> said = new ArrayList<>();
    for (DataRow row : telling) {
      String practice = edition.label("practices", row.text("practice"));
      String outcome = edition.label("lesson_outcomes", row.text("outcome"));
      String evidence = edition.label("evidence", row.text("evidence"));
      table.row(
          Cell.text(practice),
          Cell.text(outcome),
          new Cell(edition.number(row.number("pilots_with")), row.number("pilots_with")),
          new Cell(edition.number(row.number("pilots_without")), row.number("pilots_without")),
          new Cell(amount(edition, row, "value_with"), row.number("value_with")),
          new Cell(amount(edition, row, "value_without"), row.number("value_without")),
          Cell.text(
              difference(edition, row, "difference")
                  + " ("
                  + difference(edition, row, "ci_low")
                  + edition.say(" tot ", " to ")
                  + difference(edition, row, "ci_high")
                  + ")"),
          Cell.text(evidence));
      if (row.is("unit", "share")) {
        rows.add(
            new RangeChart.Row(
                practice + ": " + lower(outcome),
                row.number("difference"),
                row.number("ci_low"),
                row.number("ci_high"),
                difference(edition, row, "difference"),
                !row.is("evidence", "supported")));
        said.add(practice + ", " + outcome + ": " + difference(edition, row, "difference"));
      }
    }
    blocks.add(
        new Block.Heading(
            "went-together",
            edition.say(
                "Wat ging samen met een andere uitkomst?",
                "What went together with another outcome?")));
    telling.stream()
        .limit(3)
        .forEach(row -> blocks.add(new Block.Paragraph(sentence(edition, row))));
    String title =
        edition.say(
            "Verschil tussen proeftuinen met en zonder de werkwijze, in procentpunten",
            "Difference between proeftuinen with and without the practice, in percentage points");
    if (rows.isEmpty()) {
      blocks.add(new Block.Numbers(table.build()));
    } else {
      blocks.add(
          new Block.Figure(
              "differences-chart",
              title,
              title + ": " + String.join("; ", said) + ".",
              new RangeChart(
                  rows,
                  Double.NaN,
                  Double.NaN,
                  value -> edition.language().number(value * 100),
                  0.0,
                  edition.say("geen verschil", "no difference")),
              table.build()));
    }
  }

  /** What one comparison says: "ging samen met", never "leidt tot". */
  static String sentence(Edition edition, DataRow row) {
    String practice = edition.label("practices", row.text("practice"));
    String outcome = edition.label("lesson_outcomes", row.text("outcome"));
    boolean more = row.orZero("difference") > 0;
    return "**"
        + practice
        + "** "
        + edition.say(
            "ging samen met een " + (more ? "hogere" : "lagere") + " uitkomst op: ",
            "went together with a " + (more ? "higher" : "lower") + " outcome on: ")
        + lower(outcome)
        + " ("
        + amount(edition, row, "value_with")
        + edition.say(" met, ", " with, ")
        + amount(edition, row, "value_without")
        + edition.say(" zonder). ", " without). ")
        + edition.say("Dit rust op ", "This rests on ")
        + edition.number(row.number("pilots_with"))
        + edition.say(" proeftuinen met en ", " proeftuinen with and ")
        + edition.number(row.number("pilots_without"))
        + edition.say(" zonder; we noemen het een **", " without; it is called **")
        + lower(edition.label("evidence", row.text("evidence")))
        + "**.";
  }

  private static String lower(String text) {
    return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }

  private static String amount(Edition edition, DataRow row, String column) {
    Double value = row.number(column);
    if (value == null) {
      return edition.nothing();
    }
    return row.is("unit", "share")
        ? edition.percent(value)
        : edition.language().number(value, row.is("unit", "days") ? 0 : 1);
  }

  private static String difference(Edition edition, DataRow row, String column) {
    Double value = row.number(column);
    if (value == null) {
      return edition.nothing();
    }
    boolean share = row.is("unit", "share");
    String number =
        share
            ? edition.language().number(value * 100)
            : edition.language().number(value, row.is("unit", "days") ? 0 : 1);
    return (value > 0 ? "+" : "") + number;
  }

  private static void phase(
      Edition edition, List<DataRow> lessons, String phase, List<Block> blocks) {
    List<DataRow> voices = voices(edition, phase);
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
            new Cell(edition.number(notes), notes));
      }
    }
    if (!table.isEmpty()) {
      blocks.add(new Block.Numbers(table.build()));
    }
    if (!voices.isEmpty()) {
      blocks.add(
          new Block.Quotes(
              voices.stream()
                  .map(row -> new Block.Quote(row.text("text"), by(edition, row)))
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

  /**
   * Published notes of the phase: this year's first, then the newest before it; one of a proeftuin.
   */
  private static List<DataRow> voices(Edition edition, String phase) {
    List<DataRow> found =
        edition.tables().rows("lesson_notes").stream()
            .filter(row -> row.is("phase", phase))
            .filter(row -> Integer.parseInt(row.text("period").substring(0, 4)) <= edition.year())
            .sorted(
                Comparator.comparing((DataRow row) -> row.text("period").substring(0, 4))
                    .reversed()
                    .thenComparing(row -> row.text("proeftuin"))
                    .thenComparing(row -> row.text("lesson_id")))
            .toList();
    List<DataRow> chosen = new ArrayList<>();
    Set<String> proeftuinen = new HashSet<>();
    Set<String> texts = new HashSet<>();
    for (DataRow row : found) {
      if (chosen.size() < QUOTES
          && texts.add(row.text("text"))
          && proeftuinen.add(row.text("proeftuin"))) {
        chosen.add(row);
      }
    }
    return chosen;
  }

  private static String by(Edition edition, DataRow row) {
    String role =
        row.text("role") == null
            ? edition.say("betrokkene", "somebody involved")
            : edition.label("roles", row.text("role"));
    return role
        + ", "
        + row.text("period").substring(0, 4)
        + " · "
        + edition.label("lesson_kinds", row.text("kind"));
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
                        + " ("
                        + edition.say("bij ", "for ")
                        + edition
                            .language()
                            .count(
                                entry.getValue().size(),
                                edition.say("werkwijze", "practice"),
                                edition.say("werkwijzen", "practices"))
                        + ")"));
    blocks.add(new Block.Bullets(items));
  }
}
