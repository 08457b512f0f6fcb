package nl.oogst.report.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.oogst.model.Schemas;
import nl.oogst.report.document.Document;
import nl.oogst.report.document.Language;
import nl.oogst.report.document.PlainText;
import nl.oogst.report.yearly.DataRow;
import nl.oogst.report.yearly.Edition;
import nl.oogst.report.yearly.ReleaseTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By which rules figures and lessons become the words of a page. */
class PagePartsTest {
  private static final Schemas SCHEMAS =
      Schemas.load(Path.of(System.getProperty("oogst.root", "..")).resolve("schemas"));

  private final Map<String, List<DataRow>> sets = new LinkedHashMap<>();

  private Edition edition(Language language) {
    return new Edition(
        language,
        2025,
        new ReleaseTables(set -> sets.getOrDefault(set, List.of())),
        SCHEMAS,
        new Edition.Source("2026-01-15-x", LocalDate.of(2026, 1, 15)),
        5,
        null);
  }

  /** Adds a row of columns and values, given as name, value, name, value. */
  private void add(String set, Object... cells) {
    sets.computeIfAbsent(set, key -> new ArrayList<>()).add(row(cells));
  }

  private static DataRow row(Object... cells) {
    Map<String, Integer> columns = new LinkedHashMap<>();
    Object[] values = new Object[cells.length / 2];
    for (int i = 0; i < values.length; i++) {
      columns.put((String) cells[2 * i], i);
      values[i] = cells[2 * i + 1];
    }
    return new DataRow(columns, values);
  }

  private void proeftuin(String id, String organisation, String phase) {
    add(
        "proeftuinen",
        "proeftuin",
        id,
        "name",
        "Proeftuin " + id,
        "organisation",
        organisation,
        "phase",
        phase);
  }

  private void note(String proeftuin, String practice, String kind, String period, String text) {
    add(
        "lesson_notes",
        "proeftuin",
        proeftuin,
        "practice",
        practice,
        "kind",
        kind,
        "period",
        period,
        "lesson_id",
        text,
        "text",
        text);
  }

  private void evidence(String practice, String outcome, String evidence, Double difference) {
    add(
        "lessons",
        "practice",
        practice,
        "outcome",
        outcome,
        "evidence",
        evidence,
        "difference",
        difference);
  }

  private Subject subject(String code) {
    return new PageFiles(edition(Language.NL))
        .subjects().stream().filter(one -> one.code().equals(code)).findFirst().orElseThrow();
  }

  private List<String> advised(String subject) {
    List<String> advised = new ArrayList<>();
    for (Advice one : Advice.of(edition(Language.NL), subject(subject))) {
      one.teachers().forEach(teacher -> advised.add(one.practice() + " " + teacher.id()));
    }
    return advised;
  }

  @Test
  void whoFacesTheSamePhaseAndToldMoreIsAsked() {
    proeftuin("a", "BZK", "new_tender");
    proeftuin("same", "IenW", "new_tender");
    proeftuin("equal", "Fin", "new_tender");
    proeftuin("other", "VWS", "running_contract");
    note("a", "open_question", "tip", "2024", "a1");
    note("same", "open_question", "tip", "2024", "s1");
    note("same", "open_question", "insight", "2025", "s2");
    note("equal", "open_question", "tip", "2024", "e1");
    note("other", "open_question", "tip", "2024", "o1");
    note("other", "open_question", "tip", "2024", "o2");

    assertThat(advised("a")).containsExactly("open_question same");
  }

  @Test
  void nobodyIsAskedAboutWhatTheyWroteLaterThanTheReport() {
    proeftuin("a", "BZK", "new_tender");
    proeftuin("b", "IenW", "new_tender");
    note("b", "open_question", "tip", "2026", "later");

    assertThat(advised("a")).isEmpty();
  }

  @Test
  void aMinistryIsNotSentToItsOwnProeftuinen() {
    proeftuin("a", "BZK", "new_tender");
    proeftuin("b", "BZK", "new_tender");
    proeftuin("c", "IenW", "new_tender");
    note("b", "open_question", "tip", "2024", "b1");
    note("c", "open_question", "tip", "2024", "c1");
    note("c", "open_question", "tip", "2024", "c2");

    assertThat(advised("BZK")).containsExactly("open_question c");
    assertThat(advised("a")).containsExactly("open_question b", "open_question c");
  }

  @Test
  void whatIsBestSupportedComesFirst() {
    proeftuin("a", "BZK", "new_tender");
    proeftuin("b", "IenW", "new_tender");
    for (String practice : List.of("open_question", "network", "market_consultation")) {
      note("b", practice, "tip", "2024", practice);
    }
    evidence("market_consultation", "retention_12m", "supported", 0.1);
    evidence("network", "retention_12m", "no_difference_seen", 0.0);
    evidence("network", "werkbehoud_12m", "indication", 0.1);
    evidence("open_question", "retention_12m", "too_few_pilots", null);

    assertThat(advised("a"))
        .containsExactly("market_consultation b", "network b", "open_question b");
  }

  @Test
  void aTipIsReadBeforeAProblem() {
    proeftuin("a", "BZK", "new_tender");
    proeftuin("b", "IenW", "new_tender");
    note("b", "open_question", "challenge", "2025", "Dat was lastig.");
    note("b", "open_question", "tip", "2023", "Vraag het open.");

    String text = PlainText.of(new PageFiles(edition(Language.NL)).document(subject("a")));
    assertThat(text).contains("Vraag het open.").doesNotContain("Dat was lastig.");
  }

  @Test
  void theVerdictSaysWhichWayAndNeverThatOneThingLedToAnother() {
    evidence("open_question", "retention_12m", "supported", 0.1);
    evidence("open_question", "werkbehoud_12m", "indication", -0.1);
    evidence("open_question", "retention_6m", "no_difference_seen", 0.2);
    Advice advice = new Advice("open_question", List.of(), 0, sets.get("lessons"));

    assertThat(Learn.verdict(edition(Language.NL), advice))
        .isEqualTo(
            "Ging samen met: Baan loopt nog na 12 maanden: hoger (ondersteund); Werkbehoud na 12"
                + " maanden: lager (aanwijzing)");
    assertThat(Learn.verdict(edition(Language.EN), new Advice("network", List.of(), 0, List.of())))
        .isEqualTo("Too few proeftuinen yet");
  }

  @Test
  void whatDiffersFromTheWholeIsNamedWithBothShares() {
    DataRow within = comparison("retention_12m", 0.7, "within");
    DataRow above = comparison("werkbehoud_12m", 0.9, "above_95");
    DataRow alone = comparison("permanent_jobs", 0.2, "nothing_to_compare");
    Edition nl = edition(Language.NL);

    assertThat(Lasts.sentence(nl, List.of(within)))
        .isEqualTo(
            "Op 1 punt is vergelijken mogelijk. Op geen ervan wijkt het [aantoonbaar"
                + " af](#term-position) van het geheel.");
    assertThat(Lasts.sentence(nl, List.of(within, above, alone)))
        .isEqualTo(
            "Op 2 punten is vergelijken mogelijk. [Aantoonbaar anders](#term-position) dan het"
                + " geheel: “Werkbehoud na 12 maanden” (90%, samen 75%).");
    assertThat(Lasts.sentence(nl, List.of(alone)))
        .isEqualTo("Er is nog niets om deze cijfers mee te vergelijken.");
  }

  private static DataRow comparison(String outcome, double value, String position) {
    return row("outcome", outcome, "value", value, "common_share", 0.75, "position", position);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NL|0|0|0|Alles wat over 2025 verwacht werd, is er op tijd.",
        "NL|0|1|0|Over 2025 ontbreekt er nog 1 levering. Wat er alsnog komt, telt in de volgende release mee.",
        "NL|1|2|2|Over 2025 ontbreken er nog 2 leveringen, kwam er 1 te laat en zijn er 2 geweigerd. Wat er alsnog komt, telt in de volgende release mee.",
        "EN|2|0|1|About 2025, 2 came late and 1 was refused. What still comes will count in the next release."
      })
  void whatIsOpenIsSaidInGoodGrammar(
      Language language, double late, double missing, double refused, String sentence) {
    assertThat(Sent.sentence(edition(language), 2, 2, late, missing, refused)).isEqualTo(sentence);
  }

  @Test
  void whatIsNotExpectedIsNotPraised() {
    assertThat(Sent.sentence(edition(Language.NL), 0, 0, 0, 0, 0))
        .isEqualTo("Over 2025 werd geen levering meer verwacht.");
  }

  @Test
  void aProeftuinThatStoppedSaysWhen() {
    add(
        "proeftuinen",
        "proeftuin",
        "a",
        "name",
        "A",
        "organisation",
        "SZW",
        "end_date",
        (int) LocalDate.of(2024, 6, 30).toEpochDay());

    assertThat(new PageFiles(edition(Language.NL)).document(subject("a")).facts())
        .contains("liep tot en met 30 juni 2024");
  }

  @Test
  void whoHasNoFiguresGetsAPageThatSaysSo() {
    proeftuin("new", "AZ", null);

    for (Language language : Language.values()) {
      Document page = new PageFiles(edition(language)).document(subject("new"));
      assertThat(PlainText.of(page))
          .contains(
              language.pick("Over 2025 zijn er geen cijfers.", "There are no figures of 2025."))
          .contains(language.pick("staat geen fase", "has no phase"))
          .doesNotContain("null");
    }
  }

  @Test
  void noNameCanLeadOutOfTheFolder() {
    assertThat(Subject.file(Subject.Kind.PROEFTUIN, "../Ä b", Language.NL))
        .isEqualTo("proeftuin-_2e_2e_2f_e4_20b.html");
    assertThat(Subject.file(Subject.Kind.MINISTRY, "IenW", Language.EN))
        .isEqualTo("ministry-ienw.html");
  }
}
